"""A new head: put on the list, let in on a laptop she never used, sees what a head sees, signs."""

from datetime import timedelta

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.appointment import ActingDraft
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.store import slots
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.ui.settings.officers_section import OfficersSection
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import counter, officers, reporting, signing_off
from hbp_desktop.usecases.office import Office
from tests import conftest
from tests.ui.office_desk import plan_sample_day, settle
from tests.usecases.drafts import visit
from tests.usecases.office_staff import AISYAH, DEVI

HERS = "pagar hijau di hujung kampung"
LETTER = "JKM.HL 600-1/2 (14)"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "STANDARD", conftest.CHEAP)


@pytest.fixture
def door(founded: conftest.Office) -> Door:
    """The way into the office of this laptop."""
    return Door(founded.paths, founded.secrets, founded.clock, conftest.CHEAP)


def framed(qtbot: QtBot, office: Office) -> Frame:
    frame = Frame(Desk(office, Preferences()))
    qtbot.addWidget(frame)
    frame.resize(1366, 720)
    frame.show()
    return frame


def officers_in(frame: Frame, qapp: QApplication) -> OfficersSection:
    assert frame.open("settings", "officers")
    settle(qapp)
    found = frame.findChild(OfficersSection)
    assert isinstance(found, OfficersSection)
    return found


def paper_of(office: Office, session: str) -> str:
    document = pypdfium2.PdfDocument(reporting.preview(office, session))
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


def test_a_new_head_is_let_in_sees_and_signs(
    qtbot: QtBot, qapp: QApplication, languages: Languages, door: Door
) -> None:
    first = door.unlock(conftest.OFFICER, conftest.PASSWORD)
    session = plan_sample_day(first.office)
    counter.record(first.office, visit(session))
    section = officers_in(framed(qtbot, first.office), qapp)
    section.list.add_button.click()
    section.acts.add_officer({"name": AISYAH, "post": "Pegawai Kebajikan Daerah, S44"})
    section.acts.save_roles(frozenset({"head", "leader"}), frozenset({"counter"}))
    section.acts.set_password({"password": HERS, "again": HERS})
    settle(qapp, lambda: AISYAH in door.officers())
    first.close()

    hers = door.unlock(AISYAH, HERS)
    office = hers.office
    frame = framed(qtbot, office)
    for page in ("today", "counter", "records", "sessions", "report"):
        assert frame.open(page)
        settle(qapp)
    assert office.may("report.approve")
    assert frame.findChild(Button, "sessions.new").isEnabled()
    section = officers_in(frame, qapp)
    assert not section.list.add_button.isVisible()
    with pytest.raises(Refused, match="not_allowed"):
        officers.add(office, OfficerDraft("Encik Tan"), ["counter"])
    for step, name, password in (
        ("prepare", conftest.OFFICER, conftest.PASSWORD),
        ("check", conftest.OFFICER, conftest.PASSWORD),
        ("approve", AISYAH, HERS),
    ):
        assert signing_off.sign(office, session.id, step, name, password).name == name
    hers.close()


def test_the_report_of_an_acting_heads_days_says_so(door: Door, clock: conftest.Clock) -> None:
    seat = door.unlock(conftest.OFFICER, conftest.PASSWORD)
    office = seat.office
    session = plan_sample_day(office)
    counter.record(office, visit(session))
    assert f"({conftest.OFFICER.upper()})" in paper_of(office, session.id)
    devi = officers.add(office, OfficerDraft(DEVI), ["leader"])
    officers.appoint(office, devi.id, ActingDraft("head", "24.11.2026", "30.11.2026", LETTER))
    paper = paper_of(office, session.id)
    assert f"({DEVI.upper()})" in paper
    assert "Pemangku Pegawai Kebajikan" in paper
    assert LETTER in paper
    clock.now += timedelta(days=14)
    counter.record(office, visit(session, name="Encik Jabu", id_kind="", id_number=""))
    later = paper_of(office, session.id)
    assert DEVI.upper() not in later
    assert "Pemangku" not in later
    seat.close()
