"""S12: at an online session a caller says that Encik Din of the same office asked for money."""

from hbp_desktop.domain.session import DayDraft
from hbp_desktop.store import shelf
from hbp_desktop.ui.desk import Select
from hbp_desktop.ui.records_page import RecordsPage
from hbp_desktop.usecases import counter, reporting
from tests.conftest import Clock
from tests.counter_sitting import Counter, Key, plan
from tests.journeys.conftest import Found, Sit
from tests.raw_pages import found_in
from tests.usecases.sealing_office import State, data_key

TOLD = "Pegawai itu meminta Qzwang tunai sebelum borang dihantar."
CALLER = "Zqxwvina binti Jkvuzan"
OFFICER = "Encik Wzqkdin"
DONE = "Unit Integriti dimaklumkan 10.40"


def complain(at: Counter) -> None:
    """Type the call as it comes; the urgent mark is chosen last, when the draft was kept many times."""
    at.type("610415-10-0000").alt("m").type(CALLER).alt("j").type("a").alt("b").type(TOLD)
    at.page.drafts.keep_pending()
    at.page.matters.urgent.setFocus()
    at.press(Key.Key_Space)
    at.page.matters.form.urgent.reasons.take_focus()
    at.press(Key.Key_Right, times=3).press(Key.Key_Tab)


def test_a_complaint_about_an_officer_leaves_a_count_and_nothing_else(
    found_office: Found, at_counter: Sit, clock: Clock
) -> None:
    office, state = found_office("SGR06"), State()
    days = (DayDraft(date="2026-11-24", start="9:00", end="11:30", place="Google Meet"),)
    session = plan(
        office,
        number="4",
        year="2026",
        method="online",
        platform="Google Meet",
        link="https://meet.google.com/abc",
        days=days,
    )
    state.install(office)
    at = at_counter(office)
    complain(at)
    form = at.page.matters.form
    assert form.urgent.value() == "integrity"
    assert "SPRM" in form.urgent.text()
    assert "dimeterai apabila anda simpan" in form.guard.text()
    assert "Unit Integriti JKM Selangor" in form.guard.text()
    assert at.focus_name() == "against"
    at.type(OFFICER)
    form.action.setFocus()
    at.type(DONE)
    at.page.drafts.keep_pending()
    assert found_in(office.vault.path, data_key(office), [TOLD, CALLER, OFFICER, DONE]) == set()
    at.ctrl(Key.Key_Return)
    (row,) = at.rows()
    assert at.page.today.model.columns[1].cell(row).text == "Urusan termeterai"
    assert at.totals() == (1, 1)
    assert found_in(office.vault.path, data_key(office), [TOLD, CALLER, OFFICER, DONE]) == set()
    assert state.reads(office, row.id)["name"] == CALLER
    assert state.reads(office, row.matters[0].id)["details"] == TOLD
    at.page.undo()
    assert not at.page.form.has_content(), "what was sealed does not come back onto the screen"
    told = reporting.data(office, session)
    assert (told.sealed, told.figures.headline("matters")) == ("0", 0)


def test_the_record_says_why_it_does_not_open_and_is_settled_after_the_action(
    found_office: Found, at_counter: Sit, clock: Clock
) -> None:
    office = found_office("SGR06")
    session = plan(office, number="4", year="2026", days=(DayDraft(date="2026-11-24", place="Dewan"),))
    State().install(office)
    at = at_counter(office)
    complain(at)
    at.ctrl(Key.Key_Return)
    (row,) = at.rows()
    at.frame.open("records", Select(row.id))
    page = at.frame.current()
    assert isinstance(page, RecordsPage)
    panel = page.detail.sealed
    assert panel is not None
    assert "tiada sesiapa di pejabat ini" in panel.text()
    assert not panel.open.isVisible()
    assert not page.detail.correct.isEnabled()
    page.detail.matters[0].take_step("settled")
    page.detail.ask.give()
    assert "tindakan serta-merta" in page.detail.ask.trouble().casefold()
    page.detail.ask.leave()
    panel.action.click()
    at.type(DONE).press(Key.Key_Return)
    panel = page.detail.sealed
    assert panel is not None
    assert not panel.action.isVisible()
    page.detail.matters[0].take_step("settled")
    page.detail.ask.give()
    assert counter.today(office, session).figures["status"].count("settled") == 1
    assert found_in(office.vault.path, data_key(office), [TOLD, CALLER, DONE]) == set()


def test_a_childs_safety_opens_for_the_head_and_is_written_down(
    found_office: Found, at_counter: Sit, clock: Clock
) -> None:
    """S4 where the office seals such matters."""
    office = found_office("KTN03")
    plan(office, number="1", year="2026", days=(DayDraft(date="2026-11-24", place="PKMJ Kota Bharu"),))
    State().install(office, children=True)
    at = at_counter(office)
    at.page.client.anonymous.setFocus()
    at.press(Key.Key_Space).alt("j").type("a").alt("r").type("611").press(Key.Key_Return)
    assert at.page.matters.form.urgent.value() == "child"
    assert "Rohani binti Salleh" in at.page.matters.form.guard.text()
    at.alt("b").type(TOLD)
    at.page.matters.form.action.setFocus()
    at.type(DONE).ctrl(Key.Key_Return)
    (row,) = at.rows()
    at.frame.open("records", Select(row.id))
    page = at.frame.current()
    assert isinstance(page, RecordsPage)
    assert page.detail.sealed is not None
    page.detail.sealed.open.click()
    shown = page.record()
    assert shown is not None
    assert (shown.visit.anonymous, shown.visit.matters[0].details) == (True, TOLD)
    with office.vault.read() as conn:
        assert [act["what"] for _, act in shelf.every(conn, "act")].count("seal.opened") == 1
    assert page.detail.sealed is not None
    page.detail.sealed.reseal.click()
    shown = page.record()
    assert shown is not None
    assert shown.closed, "after an act the record is looked at anew"
    assert found_in(office.vault.path, data_key(office), [TOLD, DONE]) == set()
