"""Several laptops and one state office: each gets the others' records, and no copy of a disk loses any."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hbp_desktop.config import Paths
from hbp_desktop.domain.chain import Vector
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import exchange as store_exchange
from hbp_desktop.store import journal, machine
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases import admitting, devices, exchange, setup
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.sync.state_house import StateHouse, go, state_house
from tests.usecases.test_joining import HAFIZ, ROHANI, Desk


@pytest.fixture
def desk_at(tmp_path: Path, clock: Clock) -> Iterator[Callable[[str, str], Desk]]:
    """Make laptops in folders of their own; all are closed after the test."""
    made: list[Desk] = []

    def make(name: str, officer: str) -> Desk:
        made.append(Desk(Paths.at(tmp_path / name), officer, clock))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def first(desk_at: Callable[[str, str], Desk], house: StateHouse) -> Desk:
    """The laptop that founded the office, enrolled."""
    desk = desk_at("pertama", ROHANI).found()
    house.welcome(desk.office)
    return desk


@pytest.fixture
def second(desk_at: Callable[[str, str], Desk], house: StateHouse, first: Desk) -> Desk:
    """Another laptop of the office, admitted, and enrolled with its own code."""
    desk = desk_at("kedua", HAFIZ)
    desk.finish(admitting.admit(first.office, desk.ask().data, roles=["counter"]).file)
    opened = setup.unlock_with_code(desk.paths, desk.code, desk.secrets, desk.clock)
    house.welcome(Office.of(opened, desk.clock))
    opened.close()
    return desk


def sync(*desks: Desk) -> None:
    """Let each go until nobody learns anything."""
    moved = True
    while moved:
        results = [go(desk.office) for desk in desks]
        assert [one.problem for one in results] == [None] * len(desks)
        moved = any(one.sent or one.taken for one in results)


def vector(desk: Desk) -> Vector:
    with desk.office.vault.read() as conn:
        return store_exchange.vector(conn)


def own_key(desk: Desk) -> tuple[str, str]:
    with desk.office.vault.read() as conn:
        own = journal.own_device(conn)
    return own.chain, public_key(own.secret).hex()


def visits(desk: Desk) -> set[str]:
    with desk.office.vault.read() as conn:
        return set(conn.exec_driver_sql("SELECT id FROM visits").scalars())


def test_two_laptops_hold_each_others_records_by_way_of_the_state_office(
    first: Desk, second: Desk, house: StateHouse
) -> None:
    recorded = {first.record("Salmah"), second.record("Devi")}
    sync(first, second)
    assert visits(first) == visits(second) == recorded
    assert vector(first) == vector(second)
    assert first.rows() == second.rows()
    assert set(house.held.values()) == {1}
    for desk in (first, second):
        standing = exchange.standing(desk.office)
        assert (standing.waiting, standing.not_counted) == (0, 0)
        assert verify(desk.office.vault).ok


def test_what_the_other_laptop_sent_does_not_wait_here_though_this_one_sends_its_own_each_time(
    first: Desk, second: Desk
) -> None:
    first.record("Salmah")
    go(first.office)
    second.record("Devi")
    go(second.office)
    standing = exchange.standing(second.office)
    assert (standing.waiting, standing.matters_waiting) == (0, 0)


def test_a_field_written_on_both_laptops_is_a_conflict_on_both(first: Desk, second: Desk) -> None:
    visit = first.record("Salmah")
    sync(first, second)
    for desk, name in ((first, "Salmah binti Osman"), (second, "Salmah bt. Othman")):
        with desk.office.writing() as doing:
            doing.change("visit", visit, doing.seen(visit), {"name": name})
    sync(first, second)
    assert first.rows() == second.rows()
    for desk in (first, second):
        with desk.office.vault.read() as conn:
            found = conn.exec_driver_sql("SELECT conflicts FROM visits WHERE id = ?", (visit,)).scalar_one()
        assert found == 1


def test_pulling_never_hides_what_waits_here(first: Desk, second: Desk, house: StateHouse) -> None:
    first.record("Salmah")
    sync(first)
    own = second.record("Devi")
    with house.stand.database.write() as conn:
        conn.exec_driver_sql("UPDATE devices SET revoked = 1")
    assert go(second.office).problem is not None
    with house.stand.database.write() as conn:
        conn.exec_driver_sql("UPDATE devices SET revoked = 0")
    before = exchange.standing(second.office).waiting
    assert before > 0
    sync(second)
    assert own in visits(second)
    assert exchange.standing(second.office).waiting == 0


def test_what_a_revoked_laptop_writes_is_held_and_told_and_not_counted(
    first: Desk, second: Desk, house: StateHouse
) -> None:
    second.record("Devi")
    sync(first, second)
    devices.revoke(first.office, own_key(second)[1], "hilang")
    late = second.record("Encik Tan")  # before it hears of it
    sync(second)
    sync(first)
    house.project()
    sync(second, first)
    looked = {line.subject: line for line in exchange.look_list(second.office)}
    assert (looked[late].why, looked[late].who) == ("look_revoked", "administrator")
    assert exchange.marks(second.office, [late]) == {late: "look"}
    assert exchange.standing(second.office).not_counted >= 1
    assert exchange.standing(second.office).phase == "look"
    assert late not in visits(first)


def test_a_laptop_turned_away_says_so_and_keeps_everything(first: Desk, house: StateHouse) -> None:
    sync(first)
    record = first.record("Salmah")
    house.revoke(own_key(first)[1])
    problem = go(first.office).problem
    assert problem is not None
    assert problem.code == "sync_revoked"
    assert exchange.standing(first.office).phase == "look"
    assert exchange.marks(first.office, [record]) == {record: "here"}


def test_a_disk_copied_while_closed_becomes_two_chains_and_loses_nothing(
    first: Desk, desk_at: Callable[[str, str], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    first.record("Salmah")
    sync(first)
    first.close()
    copy = desk_at("salinan", ROHANI)
    shutil.copytree(first.paths.root, copy.paths.root)
    copy = replace(copy, secrets=first.secrets, code=first.code)
    chain, _ = own_key(first)
    recorded = {first.record("Devi")}
    first.close()
    monkeypatch.setattr(machine, "_system_id", lambda: "another machine")
    recorded.add(copy.record("Encik Tan"))
    assert own_key(copy)[0] != chain
    sync(first, copy)
    assert recorded <= visits(first)
    assert visits(first) == visits(copy)
    assert vector(first) == vector(copy)
    copy.close()


def test_both_ends_of_a_fork_are_held_and_each_laptop_writes_on_in_a_chain_of_its_own(
    first: Desk, desk_at: Callable[[str, str], Desk], house: StateHouse
) -> None:
    sync(first)
    first.close()
    copy = desk_at("salinan", ROHANI)
    shutil.copytree(first.paths.root, copy.paths.root)
    copy = replace(copy, secrets=first.secrets, code=first.code)
    recorded = {first.record("Devi"), copy.record("Encik Tan")}
    chain, _ = own_key(first)
    assert own_key(copy)[0] == chain  # the same machine, the same anchor: nobody here can tell
    sync(first, copy)
    assert own_key(first)[0] != chain
    assert own_key(copy)[0] != own_key(first)[0] != chain
    assert visits(first) == visits(copy) == recorded
    assert len(vector(first)[chain]) == 2
    assert vector(first) == vector(copy)
    assert set(house.held.values()) == {1}
    for desk in (first, copy):
        assert exchange.standing(desk.office).waiting == 0
        assert verify(desk.office.vault).ok
    copy.close()


def test_a_state_office_restored_from_an_old_copy_is_noticed_and_topped_up(
    first: Desk, second: Desk, house: StateHouse, tmp_path: Path
) -> None:
    first.record("Salmah")
    sync(first, second)
    house.served.stop()
    house.stand.close()
    shutil.copytree(tmp_path / "negeri", tmp_path / "lama")
    with state_house(tmp_path / "negeri") as later:
        point_at(later, first, second)
        kept = [first.record("Devi"), second.record("Encik Tan")]
        sync(first, second)
        everything = dict(later.held)
    with state_house(tmp_path / "lama") as restored:
        assert set(restored.held) < set(everything)
        point_at(restored, first, second)
        sync(first)
        standing = exchange.standing(first.office)
        assert (standing.waiting, standing.last_error) == (0, None)
        assert set(restored.held) == set(everything)
        restored.project()
        sync(second, first)
        assert set(exchange.marks(first.office, kept).values()) == {"there"}
        assert len({line.name.split("-")[1] for line in exchange.receipts(first.office)}) == 2


def test_a_copy_from_before_anything_was_sent_is_topped_up_as_well(
    first: Desk, house: StateHouse, tmp_path: Path
) -> None:
    house.served.stop()
    house.stand.close()
    shutil.copytree(tmp_path / "negeri", tmp_path / "lama")
    with state_house(tmp_path / "negeri") as later:
        point_at(later, first)
        first.record("Salmah")
        sync(first)
        everything = set(later.held)
    with state_house(tmp_path / "lama") as restored:
        assert not restored.held
        point_at(restored, first)
        sync(first)
        assert set(restored.held) == everything
        standing = exchange.standing(first.office)
        assert (standing.waiting, standing.last_error) == (0, None)


def point_at(house: StateHouse, *desks: Desk) -> None:
    """Let laptops find a state office at the port it has now."""
    for desk in desks:
        with desk.office.vault.write() as conn:
            conn.exec_driver_sql("UPDATE peers SET url = ?", (house.url,))
