"""A coordinator's laptop asks when each laptop of the state was last heard, seldom; it is told as of then."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.signing import public_key
from hbp_desktop.state_office import grants
from hbp_desktop.store import peers
from hbp_desktop.sync.heard_message import read_heard, write_heard
from hbp_desktop.sync.messages import split
from hbp_desktop.sync.told import HeardList
from hbp_desktop.usecases import counter, exchange, state_view
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.link import Cut
from tests.state_office.stands import KEYS
from tests.sync.state_house import StateHouse, go
from tests.usecases.conftest import Linked
from tests.usecases.drafts import visit
from tests.usecases.office_staff import DEVI, add, seated
from tests.usecases.whole_state import OTHER, Elsewhere, elsewhere

TODAY = date(2026, 11, 24)
STRANGER = b"benih pelayan orang lain, 32 bait"[:32]


@pytest.fixture
def there(tmp_path: Path, clock: Clock) -> Iterator[Elsewhere]:
    found = elsewhere(tmp_path, clock)
    yield found
    found.office.opened.close()


@pytest.fixture
def looking(office: Office) -> Office:
    """The coordinator."""
    return seated(office, add(office, DEVI, "coordinator"))


def granted(house: StateHouse, office: Office, to: str = "state") -> None:
    """Let a laptop in, and let it pull so much."""
    if not exchange.standing(office).enrolled:
        house.welcome(office)
    with house.stand.database.write() as conn:
        for one in grants.devices(conn, house.stand.receiver.key):
            if one.office == office.code:
                grants.grant(conn, one, to, None, TODAY)


def told(looking: Office) -> HeardList | None:
    return state_view.view(looking, 2026).heard


def settled(house: StateHouse, *offices: Office) -> None:
    """Let everything be sent, counted and known."""
    for _ in range(2):
        for office in offices:
            result = go(office)
            assert result.problem is None, result.problem
        house.project()


def test_the_coordinator_is_told_what_each_laptop_said_when_it_was_last_heard(
    office: Office, looking: Office, there: Elsewhere, house: StateHouse
) -> None:
    held = there.plan("2026-11-24")
    house.welcome(there.office)
    granted(house, office)
    settled(house, there.office)
    said = exchange.stated(there.office)
    settled(house, looking)
    counter.record(there.office, visit(held))
    assert exchange.stated(there.office) != said
    found = told(looking)
    assert found is not None
    (laptop,) = found.of(OTHER)
    assert laptop.heard == house.stand.clock()
    assert laptop.clock_off == there.office.now - house.stand.clock()
    assert laptop.stated | {"free": 0} == {**said, "free": 0}
    assert laptop.stated["waiting"] == 0
    assert laptop.stated["held"] > 0  # type: ignore[operator]
    assert [one.name for one in found.of(office.code)] == [laptop.name]


def test_it_is_asked_once_an_hour_or_when_somebody_wants_to_know(
    office: Office, looking: Office, linked: Linked, clock: Clock
) -> None:
    def requests() -> int:
        before = linked.link.requests
        assert go(looking).problem is None
        return linked.link.requests - before

    granted(linked.house, office)
    settled(linked.house, looking)
    assert requests() == 1
    clock.move(minutes=59)
    assert requests() == 1
    clock.move(minutes=1)
    assert requests() == 2
    assert requests() == 1
    exchange.listen(looking)
    assert requests() == 2
    clock.move(minutes=-180)
    assert requests() == 2
    assert requests() == 1


def test_without_the_whole_states_grant_it_is_never_asked_and_nothing_is_kept(
    office: Office, looking: Office, linked: Linked
) -> None:
    granted(linked.house, office)
    settled(linked.house, looking)
    assert told(looking) is not None
    granted(linked.house, office, "own")
    go(looking)
    assert told(looking) is None
    exchange.listen(looking)
    before = linked.link.requests
    go(looking)
    assert linked.link.requests == before + 1
    with office.vault.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM heard").scalar() == 0


def test_it_is_for_who_looks_at_the_state_and_for_nobody_else(
    office: Office, looking: Office, house: StateHouse
) -> None:
    granted(house, office)
    settled(house, looking)
    assert not office.may("state.see")
    with pytest.raises(Refused, match="not_allowed"):
        told(office)


def as_another_server(said: HeardList) -> bytes:
    return write_heard(replace(said, server=public_key(STRANGER).hex()), STRANGER)


def to_another_question(said: HeardList) -> bytes:
    return write_heard(replace(said, mark="0" * 32), KEYS.identity)


def for_another_device(said: HeardList) -> bytes:
    return write_heard(replace(said, device="0" * 64), KEYS.identity)


LIES: dict[str, Callable[[HeardList], bytes]] = {
    "a stranger's": as_another_server,
    "to another question": to_another_question,
    "for another device": for_another_device,
    "changed": lambda said: write_heard(said, KEYS.identity)[:-1] + b"\0",
    "with more behind it": lambda said: write_heard(said, KEYS.identity) + b"\0",
    "nothing": lambda _: b"",
}


@pytest.mark.parametrize("name", LIES)
def test_a_list_that_proves_nothing_leaves_the_one_before_as_it_was(
    office: Office, looking: Office, house: StateHouse, clock: Clock, name: str
) -> None:
    granted(house, office)
    settled(house, looking)
    before, receiver = told(looking), house.stand.receiver
    real = receiver.heard

    def lying(device: str, mark: str) -> bytes:
        return LIES[name](read_heard(*split(real(device, mark))[:2]))

    receiver.__dict__["heard"] = lying
    clock.move(minutes=61)
    house.stand.clock.now += 3_660
    assert go(looking).problem is None
    assert told(looking) == before
    del receiver.__dict__["heard"]
    exchange.listen(looking)
    assert go(looking).problem is None
    after = told(looking)
    assert before is not None
    assert after is not None
    assert after.at == before.at + 3_660


def test_a_line_cut_meanwhile_is_told_and_it_is_asked_again(
    office: Office, looking: Office, session: Session, linked: Linked, clock: Clock
) -> None:
    granted(linked.house, office)
    settled(linked.house, looking)
    clock.move(minutes=61)
    linked.link.order(Cut(10**9), Cut(40, "down"))
    result = go(looking)
    assert result.problem is not None
    assert result.problem.code == "sync_cut"
    assert told(looking) is not None
    before = linked.link.requests
    assert go(looking).problem is None
    assert linked.link.requests == before + 2


def test_a_list_that_was_changed_in_the_file_says_nothing(
    office: Office, looking: Office, house: StateHouse
) -> None:
    granted(house, office)
    settled(house, looking)
    with looking.vault.write() as conn:
        conn.exec_driver_sql("UPDATE heard SET signature = zeroblob(64)")
    assert told(looking) is None


def test_the_key_under_which_the_state_writes_is_named_as_the_states(
    office: Office, house: StateHouse
) -> None:
    from hbp_desktop.usecases import devices

    house.welcome(office)
    with office.vault.read() as conn:
        peer = peers.state_office(conn)
    assert peer is not None
    assert {one.key for one in devices.laptops(office) if one.of_state} == {peer.granted.writer}
