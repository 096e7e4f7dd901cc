"""S10: Cik Nurul typed 24 October for 24 November and has 18 records before somebody sees it."""

from dataclasses import replace
from datetime import date

from hbp_desktop.domain.session import DayDraft, SessionDraft
from hbp_desktop.usecases import counter, planning
from tests.conftest import Clock
from tests.counter_sitting import Counter, Key, plan
from tests.journeys.conftest import Found, Sit


def test_a_wrong_session_date_is_corrected_under_eighteen_records(
    found_office: Found, at_counter: Sit, clock: Clock
) -> None:
    clock.now = clock.now.replace(hour=9, minute=30)
    office = found_office("SGR06")
    session = plan(office, number="4", year="2026", days=(DayDraft(date="2026-10-24", place="Dewan"),))
    at = at_counter(office)
    assert at.page.nothing.isVisible(), "the session of October is not today's"
    at.page.nothing.choose.setFocus()
    at.press(Key.Key_Return).ctrl(Key.Key_Return)
    assert "24 Oktober 2026" in at.banner("other_day"), "the page says which day one records for"
    for number in range(18):
        serve(at, number)
    given = [row.ref for row in at.rows()]
    assert planning.session(office, session).due == date(2026, 10, 31)
    opened = planning.open_session(office, session)
    draft = SessionDraft.of(opened.session)
    planning.amend(office, opened, replace(draft, days=(moved(draft.days[0]),)), "tersalah bulan")
    at.page.refreshed()
    assert planning.session(office, session).due == date(2026, 12, 1)
    assert [row.ref for row in at.rows()] == given, "numbers handed to clients stay"
    assert {row.date for row in at.rows()} == {date(2026, 11, 24)}
    assert at.banner("other_day") == ""
    at.alt("j").type("a")
    assert "Akuan 25 Nov." in at.page.matters.form.kinds.accessibleDescription()
    assert at.totals() == (18, 18)
    assert counter.today(office, session).figures["kind"].count("pertanyaan") == 18


def moved(day: DayDraft) -> DayDraft:
    """Give the same day a month later."""
    return replace(day, date="2026-11-24")


def serve(at: Counter, number: int) -> None:
    at.alt("m").type(f"Pelanggan {number}").alt("j").type("t").alt("b").type("Bertanya.").ctrl(Key.Key_Return)
