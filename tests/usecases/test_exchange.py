"""The exchange as an office sees it: enrolled, sent, held, counted, and told in plain figures."""

import pytest

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.session import Session
from hbp_desktop.store import journal
from hbp_desktop.usecases import counter, exchange
from hbp_desktop.usecases.office import Office
from tests.sync.state_house import StateHouse, go
from tests.usecases.drafts import matter, visit


def entries(office: Office) -> int:
    with office.vault.read() as conn:
        return sum(count for count, _ in exchange.outgoing.added_up(conn).values())


def acts(office: Office) -> int:
    with office.vault.read() as conn:
        found = conn.exec_driver_sql("SELECT count(*) FROM entries WHERE kind = 'act'").scalar_one()
    return int(found)


def test_without_a_state_office_everything_waits_and_says_so(office: Office, session: Session) -> None:
    counter.record(office, visit(session, matter(), matter("cadangan")))
    standing = exchange.standing(office)
    assert (standing.enrolled, standing.phase) == (False, "none")
    assert (standing.waiting, standing.acknowledged) == (entries(office) - acts(office), 0)
    assert (standing.matters_waiting, standing.matters) == (2, 2)
    assert exchange.due(office) == 0
    with pytest.raises(Refused, match="sync_not_enrolled"):
        go(office)


def test_both_ends_show_the_same_six_words_until_the_laptop_is_confirmed(
    office: Office, session: Session, house: StateHouse
) -> None:
    from hbp_desktop.state_office import grants

    enrolled = house.enrol(office)
    with house.stand.database.read() as conn:
        (known,) = grants.devices(conn, house.stand.receiver.key)
    assert " ".join(enrolled.words) == known.words
    assert exchange.standing(office).words == enrolled.words
    result = go(office)
    assert result.problem is not None
    assert result.problem.code == "sync_waiting"
    assert exchange.standing(office).phase == "confirming"
    assert exchange.standing(office).acknowledged == 0
    house.confirm()
    assert go(office).problem is None
    assert exchange.standing(office).words == ()


def test_what_was_recorded_is_held_once_receipted_and_counted(
    office: Office, session: Session, house: StateHouse
) -> None:
    recorded = counter.record(office, visit(session, matter(), matter("cadangan")))
    house.welcome(office)
    assert set(exchange.marks(office, [recorded.id]).values()) == {"here"}
    result = go(office)
    assert result.problem is None
    assert result.matters == 2
    assert result.receipt is not None
    assert result.receipt.name.startswith("R-")
    assert result.receipt.matched
    assert sorted(house.held.values()) == [1] * entries(office)
    assert exchange.marks(office, [recorded.id]) == {recorded.id: "held"}
    house.project()
    go(office)
    standing = exchange.standing(office)
    assert (standing.waiting, standing.acknowledged) == (0, entries(office))
    assert (standing.matters_there, standing.matters_waiting, standing.matters) == (2, 0, 2)
    assert exchange.marks(office, [recorded.id]) == {recorded.id: "there"}
    assert standing.phase == "connected"


def test_nothing_to_send_is_one_request(office: Office, session: Session, house: StateHouse) -> None:
    from tests.link import Link

    with Link(house.served.port) as link:
        house.url = link.url
        house.welcome(office)
        go(office)
        link.forget()
        assert go(office).problem is None
        assert link.requests == 1
        counter.record(office, visit(session))
        link.forget()
        assert go(office).problem is None
        assert link.requests == 1


def test_the_date_the_state_has_it_is_set_once(office: Office, session: Session, house: StateHouse) -> None:
    recorded = counter.record(office, visit(session))
    house.welcome(office)
    assert exchange.there_since(office, recorded.id) is None
    go(office)
    assert exchange.there_since(office, recorded.id) is None  # held, and not judged yet
    house.project()
    go(office)
    first = exchange.there_since(office, recorded.id)
    assert first == house.stand.clock()
    house.stand.clock.now += 3600
    counter.record(office, visit(session, name="Devi"))
    go(office)
    house.project()
    go(office)
    assert exchange.there_since(office, recorded.id) == first


def test_enrolling_asks_who_may_sign_the_roster_before_the_code_is_used(
    office: Office, house: StateHouse
) -> None:
    from tests.usecases.office_staff import AISYAH, add, seated

    code = house.code()
    member = add(office, AISYAH, "counter")
    with pytest.raises(Refused, match="not_allowed"):
        exchange.enrol(seated(office, member), house.url, code)
    assert exchange.enrol(office, house.url, code).name


def test_the_state_offices_own_key_is_admitted_to_the_roster(office: Office, house: StateHouse) -> None:
    from hbp_desktop.store import peers

    house.enrol(office)
    with office.vault.read() as conn:
        peer = peers.state_office(conn)
        roster = journal.read_own_roster(conn)
    assert peer is not None
    assert roster.devices[peer.granted.writer].admitted
    house.enrol(office)
    with office.vault.read() as conn:
        assert journal.read_own_roster(conn).counted == roster.counted
