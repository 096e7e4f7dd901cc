"""The stories' offices, each founded for its own story."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.counter_sitting import Counter, new_office, sit_down
from tests.ui.conftest import languages, look  # noqa: F401 - fixtures

Found = Callable[[str], Office]
Sit = Callable[[Office], Counter]


@pytest.fixture
def found_office(tmp_path: Path, clock: Clock) -> Iterator[Found]:
    """Found an office by its code."""
    made: list[Office] = []

    def found(code: str) -> Office:
        made.append(new_office(tmp_path / code, code, clock))
        return made[-1]

    yield found
    for office in made:
        office.vault.close()


@pytest.fixture
def at_counter(languages: Languages, clock: Clock) -> Iterator[Sit]:  # noqa: F811 - the fixture above
    """Sit down at the counter of an office, in Malay."""
    made: list[Counter] = []

    def sit(office: Office) -> Counter:
        made.append(sit_down(office, clock))
        return made[-1]

    yield sit
    for one in made:
        one.close()
