"""S6: bedridden Encik Ravi sends his daughter Kavitha, who asks for him and complains for him."""

from hbp_desktop.domain.session import DayDraft
from hbp_desktop.usecases import counter
from tests.conftest import Clock
from tests.counter_sitting import Key, plan
from tests.journeys.conftest import Found, Sit


def test_a_client_served_through_his_daughter(found_office: Found, at_counter: Sit, clock: Clock) -> None:
    office = found_office("SGR06")
    session = plan(office, number="4", year="2026", days=(DayDraft(date="2026-11-24", place="Dewan"),))
    at = at_counter(office)
    at.type("550505-10-0001").alt("m").type("Ravi a/l Muniandy").alt("s").press(Key.Key_Tab)
    assert at.focus_name() == "groups.oku"
    at.press(Key.Key_Space)
    at.page.client.proxied.setFocus()
    at.press(Key.Key_Space).press(Key.Key_Tab, times=2)
    assert at.focus_name() == "proxy_name"
    at.type("Kavitha a/p Ravi").press(Key.Key_Tab).type("anak").alt("o").type("019-000 0022")
    at.alt("j").type("t").alt("r").type("bpt").press(Key.Key_Return).type("Bertanya syarat BPT.")
    at.alt("u").type("a").alt("r").type("bpt").press(Key.Key_Return)
    at.type("Lawatan rumah lewat tiga bulan.").ctrl(Key.Key_Return)
    visit = at.rows()[0]
    assert visit.proxy is not None
    assert (visit.name, visit.proxy.name) == ("Ravi a/l Muniandy", "Kavitha a/p Ravi")
    assert (visit.proxy.relation, visit.proxy.consent) == ("anak", False)
    assert visit.proxy.phone == "0190000022", "the reply goes to the daughter's telephone"
    assert visit.oku is True
    assert [(matter.kind, matter.visit) for matter in visit.matters] == [
        ("pertanyaan", visit.id),
        ("aduan", visit.id),
    ]
    figures = counter.today(office, session).figures
    assert (figures.headline("clients"), figures.headline("proxied_visits")) == (1, 1)
    assert figures["oku"].total == 1


def test_consent_is_asked_for_and_recorded(found_office: Found, at_counter: Sit, clock: Clock) -> None:
    office = found_office("SGR06")
    plan(office, number="4", year="2026", days=(DayDraft(date="2026-11-24", place="Dewan"),))
    at = at_counter(office)
    at.alt("m").type("Ravi a/l Muniandy").alt("j").type("t").alt("b").type("Bertanya.")
    at.page.client.proxied.setFocus()
    at.press(Key.Key_Space)
    at.page.client.proxy.consent.setFocus()
    at.press(Key.Key_Space).ctrl(Key.Key_Return)
    assert at.focus_name() == "proxy_name", "a representative has a name"
    at.type("Kavitha a/p Ravi").press(Key.Key_Tab).type("anak").ctrl(Key.Key_Return)
    proxy = at.rows()[0].proxy
    assert proxy is not None
    assert proxy.consent
