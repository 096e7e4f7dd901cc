"""Real widgets, offscreen: the theme, the languages and a desk with an office that has a name and a clock."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from hbp_desktop.ui import tasks
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.ui.theme import Theme, install
from hbp_desktop.ui.translations import Languages
from tests.conftest import CHEAP, Office

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=timezone(timedelta(hours=8)))
assert NOW.astimezone(UTC).hour == 2


@pytest.fixture
def look(qapp: QApplication) -> Theme:
    """The light theme at 100 %."""
    return install(qapp, "light", 100)


@pytest.fixture
def languages(qapp: QApplication, look: Theme) -> Iterator[Languages]:
    """Malay; back to the code's English afterwards."""
    speaking = Languages(qapp)
    speaking.use("ms")
    yield speaking
    speaking.stop()


@pytest.fixture
def desk(look: Theme) -> Desk:
    """A desk for parts and pages that ask the office for no more than officer, clock and what she may do."""
    officer = SimpleNamespace(name="Pn. Rohani Ahmad", post="Ketua pasukan")
    office = SimpleNamespace(officer=officer, clock=lambda: NOW, may=lambda _verb: True)
    return Desk(office, Preferences())


@pytest.fixture(autouse=True)
def _lane_is_empty() -> Iterator[None]:
    yield
    assert tasks.wait_for_all()


@pytest.fixture
def door(founded: Office) -> Door:
    """The way into a founded office of this test's own."""
    return Door(founded.paths, founded.secrets, founded.clock, CHEAP)


@pytest.fixture
def founded_root(founded: Office) -> Path:
    """The folder of a founded office."""
    return founded.paths.root
