"""A state office on each of its two databases, empty for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.state_office import postgres
from tests.state_office.stands import Stand, new_database, stand_on


@pytest.fixture(scope="session")
def postgres_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Keep the server up between tests: it takes a second to start."""
    with postgres.server(postgres.run_folder(tmp_path_factory)) as host:
        yield host


@pytest.fixture(params=["sqlcipher", "postgresql"])
def office_db(
    request: pytest.FixtureRequest, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The URL of an empty database."""
    if request.param == "postgresql":
        request.getfixturevalue("postgres_of_the_run")
    with new_database(request.param, tmp_path, tmp_path_factory) as url:
        yield url


@pytest.fixture
def stand(office_db: str, tmp_path: Path) -> Iterator[Stand]:
    """A state office that nobody has enrolled with yet."""
    found = stand_on(office_db, tmp_path / "attachments")
    yield found
    found.close()
