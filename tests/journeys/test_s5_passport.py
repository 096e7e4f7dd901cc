"""S5: a woman from Indonesia with a passport, hurt by her husband, at Kota Kinabalu."""

from hbp_desktop.domain.person import masked_number
from hbp_desktop.domain.session import DayDraft
from hbp_desktop.usecases import counter
from tests.conftest import Clock
from tests.counter_sitting import Key, plan
from tests.journeys.conftest import Found, Sit


def test_a_foreigner_with_a_passport(found_office: Found, at_counter: Sit, clock: Clock) -> None:
    office = found_office("SBH01")
    session = plan(office, number="1", year="2026", days=(DayDraft(date="2026-11-24", place="Dewan"),))
    at = at_counter(office)
    at.alt("e").press(Key.Key_Right, times=3).alt("n").type("C1234567").press(Key.Key_Tab)
    at.type("Indonesia").press(Key.Key_Return)
    assert at.page.client.country.text() == "Indonesia"
    assert at.trouble("identity") == "", "MyKad's rules are not applied"
    at.alt("m").type("Ibu Siti").alt("j").type("a").alt("r").type("521").press(Key.Key_Return)
    form = at.page.matters.form
    assert form.urgent.value() == "violence"
    at.alt("b").type("Dipukul suami.").alt("d").type("Pelindung dan polis dimaklumkan 9.10 pagi")
    at.alt("u").type("m").alt("r").type("bwe").press(Key.Key_Return)
    assert "warganegara sahaja" in form.fields["service"]._note.text(), "a hint, not a block"
    at.type("Bertanya bantuan.").ctrl(Key.Key_Return)
    visit = at.rows()[0]
    assert visit.identity is not None
    assert (visit.identity.kind, visit.identity.number, visit.identity.country) == (
        "passport",
        "C1234567",
        "IDN",
    )
    assert visit.nationality == "IDN"
    assert masked_number(visit.identity) == "ID ****567"
    assert [matter.urgent for matter in visit.matters] == ["violence", ""]
    assert counter.today(office, session).figures.headline("not_citizens") == 1
