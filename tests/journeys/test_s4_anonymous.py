"""S4: a man at Kota Bharu who gives no name says that a nursery locks children in."""

from datetime import date

from hbp_desktop.domain.matter import Matter, step_problems
from hbp_desktop.domain.session import DayDraft
from hbp_desktop.usecases import counter
from tests.conftest import Clock
from tests.counter_sitting import Key, plan
from tests.journeys.conftest import Found, Sit


def test_an_anonymous_complaint_about_children(found_office: Found, at_counter: Sit, clock: Clock) -> None:
    clock.now = clock.now.replace(hour=10, minute=21)
    office = found_office("KTN03")
    plan(office, number="1", year="2026", days=(DayDraft(date="2026-11-24", place="PKMJ Kota Bharu"),))
    at = at_counter(office)
    at.page.client.anonymous.setFocus()
    at.press(Key.Key_Space)
    assert not at.page.client.number.isVisible()
    assert not at.page.client.name.isVisible()
    at.alt("j").type("a").alt("r").type("611").press(Key.Key_Return)
    form = at.page.matters.form
    assert form.urgent.value() == "child"
    assert "15999" in form.urgent.text()
    at.ctrl(Key.Key_Return)
    assert at.rows() == [], "place and facts are mandatory"
    assert form.trouble("details").startswith("Aduan tanpa nama perlukan tempat dan fakta")
    at.type("Taman asuhan tidak berdaftar di Lorong Kenanga mengunci kanak-kanak dalam bilik.")
    at.alt("l").press(Key.Key_Left)
    assert form.outcome.value() == "settled"
    at.ctrl(Key.Key_Return)
    assert at.rows() == [], "nothing urgent is closed without the immediate action"
    assert at.focus_name() == "action"
    at.type("Pelindung dimaklumkan 10.25 pagi").alt("l").press(Key.Key_Right).ctrl(Key.Key_Return)
    visit = at.rows()[0]
    assert visit.anonymous
    assert (visit.name, visit.identity, visit.phone, visit.person) == ("", None, "", "")
    complaint = visit.matters[0]
    assert (complaint.urgent, complaint.action) == ("child", "Pelindung dimaklumkan 10.25 pagi")
    assert at.page.today.model.columns[1].cell(visit).text == "Tanpa nama"


def test_kelantans_weekend_moves_its_clocks(found_office: Found, at_counter: Sit, clock: Clock) -> None:
    office = found_office("KTN03")
    plan(office, number="1", year="2026", days=(DayDraft(date="2026-11-24", place="PKMJ Kota Bharu"),))
    assert counter.complaint_clocks(office, date(2026, 11, 24))[1] == date(2026, 11, 29)
    at = at_counter(office)
    at.alt("j").type("a")
    assert "Maklum balas 29 Nov." in at.page.matters.form.kinds.accessibleDescription()


def test_it_cannot_be_closed_later_without_the_action() -> None:
    complaint = Matter("m", kind="aduan", status="in_progress", urgent="child")
    assert [problem.code for problem in step_problems(complaint, "settled")] == ["urgent_action_missing"]
