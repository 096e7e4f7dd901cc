"""The page of the exchange in each state: no word cut, every stop named and seen, at every scale."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.errors import Problem
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.pages import PAGES
from hbp_desktop.ui.sync.look_card import Looked
from hbp_desktop.ui.sync.reading import Seen
from hbp_desktop.ui.sync_page import SyncPage
from hbp_desktop.ui.theme import Theme
from hbp_desktop.usecases.devices import Laptop
from hbp_desktop.usecases.exchange import LookLine, ReceiptLine, Standing
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.ui.office_desk import desk_of
from tests.ui.office_desk import settle as calm
from tests.ui.test_names import nameless, stops, unseen
from tests.ui.test_nothing_is_cut import SIZES, cut, settle, spoken  # noqa: F401 - a fixture

KINDS = tuple(kind for kind in PAGES if kind.key == "sync")
AT = 1_795_480_200  # 10.30 on the morning of the client day
WORDS = ("payung", "sungai", "merah", "tangga", "kelapa", "bintang")
URL = "https://segerak.jabatan-kebajikan.example.my:8443"
STATES = {
    "none": Standing(waiting=74, matters_waiting=40, matters=40),
    "confirming": Standing(
        enrolled=True, peer_name="Pejabat negeri", url=URL, phase="confirming", words=WORDS, waiting=74
    ),
    "sending": Standing(
        enrolled=True,
        peer_name="Pejabat negeri",
        url=URL,
        phase="sending",
        waiting=27,
        matters_waiting=9,
        matters_there=9_123,
        matters=9_140,
        bytes_waiting=1_200_000,
        seconds_left=1_300,
        last_contact=AT,
        attachments_waiting=12,
        attachments_bytes=6_400_000,
    ),
    "offline": Standing(
        enrolled=True,
        url=URL,
        phase="offline",
        waiting=60,
        matters_waiting=23,
        matters=40,
        last_contact=AT,
        next_try=AT + 90_000,
        last_error=Problem("sync_tls_untrusted", values={"url": URL}),
    ),
    "look": Standing(enrolled=True, url=URL, phase="look", matters_look=2, matters=40, last_contact=AT),
}
SEEN = Seen(
    tuple(ReceiptLine(f"R-8F2K-{n}", AT - n * 9_000, 30, n % 13, n != 4) for n in range(12, 0, -1)),
    (
        Looked(LookLine("visit", "v", 2, "look_revoked", "administrator"), "SGR06-AAAA-BBBBBB", "v"),
        Looked(LookLine("chain", "c", 0, "look_broken", "administrator")),
    ),
    (
        Laptop("a" * 64, "LAPTOP-01", " ".join(WORDS), "admitted", (), 74, 0, True),
        Laptop("b" * 64, "LAPTOP-02 di kaunter hujung", " ".join(WORDS), "asking", (), 0, 12, False),
    ),
)


@pytest.fixture
def real_desk(look: Theme, opened: Opened, clock: Clock) -> Desk:
    return desk_of(opened, clock)


def frame_of(qtbot: QtBot, desk: Desk) -> Frame:
    """A frame with the page in front; the office's own lists are empty."""
    made = Frame(desk, KINDS)
    qtbot.addWidget(made)
    made.open("sync")
    calm(QApplication.instance(), lambda: not desk.exchange._loader.busy)
    page = made.current()
    assert isinstance(page, SyncPage)
    page._read = lambda: None  # type: ignore[method-assign]
    page._show_seen(SEEN)
    return made


def put(qtbot: QtBot, frame: Frame, state: str, size: tuple[int, int]) -> None:
    """Show one of the states."""
    frame.desk.exchange._show(STATES[state])
    frame.current()._show()  # type: ignore[union-attr]
    settle(qtbot, frame, size)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_no_state_cuts_a_word_or_outgrows_the_window(
    qtbot: QtBot,
    look: Theme,
    spoken: str,  # noqa: F811
    real_desk: Desk,
    size: tuple[int, int],
    scale: int,
) -> None:
    look.set("light", scale)
    frame = frame_of(qtbot, real_desk)
    for state in STATES:
        put(qtbot, frame, state, size)
        assert (frame.width(), frame.height()) == size
        assert cut(frame) == [], state
    look.set("light", 100)


def test_every_stop_has_its_names_and_shows_the_focus(qtbot: QtBot, real_desk: Desk) -> None:
    frame = frame_of(qtbot, real_desk)
    for state in STATES:
        put(qtbot, frame, state, (1366, 738))
        named = {stop.objectName() for stop in stops(frame) if stop.isVisible()}
        assert "status.lamp" in named
        assert ("sync.address" in named) is (state == "none")
        assert ("sync.now" in named) is (state != "none")
        assert nameless(frame) == []
        assert unseen(frame) == []
