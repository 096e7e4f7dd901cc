"""Laptops that ask, are admitted and become one office: through the use cases, with real vaults."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import Damaged, HbpError, Invalid, Refused
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.joining import read_request
from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.domain.policy import CODE
from hbp_desktop.store import exchange, journal, keyslots
from hbp_desktop.store import joining as store_joining
from hbp_desktop.store.anchor import Standing
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.tables import PROJECTED
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases import admitting, devices, joining, officers, setup
from hbp_desktop.usecases.fingerprints import words_of_office
from hbp_desktop.usecases.joining import Way
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.setup import SetupDraft, found, new_recovery_code
from hbp_desktop.usecases.today import overview_of
from tests.conftest import CHEAP, PASSWORD, Clock
from tests.rings import MemoryRing, secrets_with

ROHANI, HAFIZ = "Rohani binti Salleh", "Hafiz Ismail"


@dataclass
class Desk:
    """One laptop as a person uses it: its folder, keyring, code, and the office while it is open."""

    paths: Paths
    officer: str
    clock: Clock
    secrets: Secrets = field(default_factory=lambda: secrets_with(MemoryRing()))
    code: str = field(default_factory=new_recovery_code)
    opened: Opened | None = None

    @property
    def office(self) -> Office:
        if self.opened is None:
            self.opened = setup.unlock(self.paths, self.officer, PASSWORD, self.secrets, self.clock)
        return Office.of(self.opened, self.clock)

    def found(self, office: str = "SGR06") -> "Desk":
        draft = SetupDraft(office, self.officer, "Penolong Pegawai", PASSWORD)
        made = found(self.paths, draft, self.secrets, self.clock, recovery_code=self.code, cost=CHEAP)
        self.opened = made.opened
        return self

    def ask(self, office: str = "") -> joining.Asked:
        draft = SetupDraft(office, self.officer, "Pegawai Kaunter", PASSWORD)
        return joining.ask(self.paths, draft, self.secrets, self.clock, self.code, CHEAP)

    def finish(self, file: bytes) -> Office:
        self.opened = joining.finish(self.paths, Way(self.officer, PASSWORD), file, self.secrets, self.clock)
        return self.office

    def record(self, name: str) -> str:
        """Write one visit as plainly as the store takes it."""
        visit = new_id()
        self.clock.move(minutes=1)
        with self.office.writing() as doing:
            doing.create("visit", visit, {"name": name, "session": "s", "ref": f"SGR06-26-{name[:4]}"})
        return visit

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        with self.office.vault.read() as conn:
            return {
                kind: sorted(
                    tuple(row) for row in conn.execute(select(*[c for c in table.columns if c.name != "n"]))
                )
                for kind, table in PROJECTED.items()
            }

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()
            self.opened = None


def exchange_all(*desks: Desk) -> None:
    """Let every laptop give all it holds to every other, until nothing is new."""
    news = 1
    while news:
        news = 0
        for giver in desks:
            for taker in desks:
                with taker.office.vault.read() as conn:
                    have = exchange.vector(conn)
                with giver.office.vault.write() as conn:
                    offered = exchange.ranges(conn, have)
                with taker.office.vault.write() as conn:
                    news += len(exchange.take_in(conn, offered).new)


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
def first(desk_at: Callable[[str, str], Desk]) -> Desk:
    """The laptop on which Rohani founded the office."""
    return desk_at("pertama", ROHANI).found()


@pytest.fixture
def newcomer(desk_at: Callable[[str, str], Desk]) -> Desk:
    """A laptop on which nothing was set up."""
    return desk_at("baharu", HAFIZ)


def test_a_newcomer_asks_is_admitted_and_writes_into_the_office(first: Desk, newcomer: Desk) -> None:
    asked = newcomer.ask()
    seen = admitting.look(first.office, asked.data)
    assert seen.words == asked.words
    admitted = admitting.admit(first.office, asked.data, words=asked.words.upper())
    office = newcomer.finish(admitted.file)
    assert (office.code, office.officer.name) == ("SGR06", HAFIZ)
    assert {one.name for one in office.staff().current()} == {ROHANI, HAFIZ}
    assert office.asking().roles == {"counter"}
    assert words_of_office(office.opened) == words_of_office(first.office.opened)
    newcomer.record("Salmah")
    exchange_all(first, newcomer)
    assert [row[0] for row in first.rows()["visit"]] == [row[0] for row in newcomer.rows()["visit"]]
    assert all(verify(one.office.vault).ok for one in (first, newcomer))


def test_until_it_is_admitted_a_laptop_says_that_it_waits_and_gives_the_same_request_again(
    first: Desk, newcomer: Desk
) -> None:
    asked = newcomer.ask("SGR06")
    assert setup.is_waiting(newcomer.paths)
    with pytest.raises(Refused) as refused:
        _ = newcomer.office
    assert refused.value.code == "joining_waiting"
    way = Way(code=newcomer.code)
    again = joining.ask_again(newcomer.paths, way, newcomer.secrets, newcomer.clock)
    assert (again.data, again.words) == (asked.data, asked.words)
    with pytest.raises(Refused) as refused:
        newcomer.ask()
    assert refused.value.code == "already_set_up"
    newcomer.finish(admitting.admit(first.office, asked.data).file)
    assert not setup.is_waiting(newcomer.paths)


def test_the_newcomers_own_code_opens_it_after_joining(first: Desk, newcomer: Desk) -> None:
    newcomer.finish(admitting.admit(first.office, newcomer.ask().data).file)
    newcomer.close()
    opened = setup.unlock_with_code(newcomer.paths, newcomer.code, newcomer.secrets, newcomer.clock)
    office = Office.of(opened, newcomer.clock)
    assert office.asking().roles == {CODE}
    with pytest.raises(Refused) as refused:  # a code of this laptop is no root of the office
        devices.admit_held(office, devices.laptops(office)[0].key)
    assert refused.value.code == "not_administrator"
    with pytest.raises(Refused) as refused:
        officers.add(office, OfficerDraft("Cik Aisyah Mohd Nor", "Pembantu"), ["counter"])
    assert refused.value.code == "code_no_root"
    opened.close()


def test_an_officer_known_by_name_gets_a_key_on_the_record_there_is(
    first: Desk, desk_at: Callable[[str, str], Desk]
) -> None:
    second = desk_at("kedua", ROHANI.upper())
    admitted = admitting.admit(first.office, second.ask().data)
    assert admitted.linked == (ROHANI,)
    office = second.finish(admitted.file)
    assert office.officer_id == first.office.officer_id
    assert office.asking().roles >= {"head", "administrator"}
    (member,) = office.staff().current()
    assert len(member.keys) == 2
    assert len(member.administers) == 1  # the new key signs nothing for the roster: only a root makes one


def test_the_code_makes_the_second_key_of_an_administrator_one_too(
    first: Desk, desk_at: Callable[[str, str], Desk]
) -> None:
    second = desk_at("kedua", ROHANI)
    first.close()
    first.opened = setup.unlock_with_code(first.paths, first.code, first.secrets, first.clock)
    office = second.finish(admitting.admit(first.office, second.ask().data).file)
    (member,) = office.staff().current()
    assert len(member.administers) == 2


def test_roles_are_asked_for_and_an_administrator_is_made_by_the_code_only(
    first: Desk, newcomer: Desk
) -> None:
    asked = newcomer.ask()
    admitting.admit(first.office, asked.data, roles=("leader", "administrator"))
    (hafiz,) = first.office.staff().named(HAFIZ)
    assert hafiz.own_roles == {"leader"}
    with pytest.raises(Invalid):
        admitting.admit(first.office, asked.data, roles=("boss",))


def test_a_first_officer_is_linked_to_whom_the_administrator_names(first: Desk, newcomer: Desk) -> None:
    admitting.admit(first.office, newcomer.ask().data, as_officer=ROHANI)
    assert {one.name for one in first.office.staff().current()} == {ROHANI}


def test_wrong_words_admit_nothing_and_strange_ones_are_named(first: Desk, newcomer: Desk) -> None:
    asked = newcomer.ask()
    other = devices.laptops(first.office)[0].words
    with pytest.raises(Refused) as refused:
        admitting.admit(first.office, asked.data, words=other)
    assert refused.value.code == "six_words_differ"
    with pytest.raises(Invalid):
        admitting.admit(first.office, asked.data, words="satu dua tiga empat lima qqqq")
    assert len(devices.laptops(first.office)) == 1


def test_a_request_for_another_office_is_refused_in_words(first: Desk, newcomer: Desk) -> None:
    with pytest.raises(Refused) as refused:
        admitting.admit(first.office, newcomer.ask("SGR01").data)
    assert refused.value.code == "join_other_office"


def test_another_laptops_admission_changes_nothing(
    first: Desk, newcomer: Desk, desk_at: Callable[[str, str], Desk]
) -> None:
    other = desk_at("lain", "Aisyah Mohd Nor")
    theirs = admitting.admit(first.office, other.ask().data).file
    asked = newcomer.ask()
    with pytest.raises(Refused) as refused:
        newcomer.finish(theirs)
    assert refused.value.code == "admission_other_laptop"
    newcomer.finish(admitting.admit(first.office, asked.data).file)


def test_an_admission_taken_twice_is_told_so(first: Desk, newcomer: Desk) -> None:
    file = admitting.admit(first.office, newcomer.ask().data).file
    newcomer.finish(file)
    newcomer.record("Salmah")
    for _ in range(2):
        newcomer.close()
        with pytest.raises(Refused) as refused:
            newcomer.finish(file)
        assert refused.value.code == "admission_taken"
    assert len(newcomer.rows()["visit"]) == 1


@pytest.mark.parametrize("place", [0, 14, 40, 1000, -1])
def test_a_changed_admission_is_refused_and_the_true_one_still_opens(
    first: Desk, newcomer: Desk, place: int
) -> None:
    file = admitting.admit(first.office, newcomer.ask().data).file
    wrong = bytearray(file)
    wrong[place] ^= 1
    with pytest.raises(HbpError) as told:
        newcomer.finish(bytes(wrong))
    assert told.value.code.startswith("admission_")
    with pytest.raises(HbpError):
        newcomer.finish(file[:-1])
    assert setup.is_waiting(newcomer.paths)
    newcomer.finish(file)


def test_a_counter_officer_admits_nobody(first: Desk, newcomer: Desk) -> None:
    counter = newcomer
    counter.finish(admitting.admit(first.office, counter.ask().data).file)
    data = joining.ask_from(first.office).data
    assert read_request(data).office == "SGR06"
    with pytest.raises(Refused) as refused:
        admitting.admit(counter.office, data)
    assert refused.value.code == "not_allowed"


def test_a_kill_between_the_vault_and_the_slots_is_made_good_at_the_next_opening(
    first: Desk, newcomer: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = admitting.admit(first.office, newcomer.ask().data).file

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store_joining.keyslots, "write", killed)
    with pytest.raises(KeyboardInterrupt):
        newcomer.finish(file)
    monkeypatch.undo()
    assert keyslots.read(newcomer.paths.keyslots).office == store_joining.NO_OFFICE
    assert newcomer.office.code == "SGR06"
    assert newcomer.office.asking().roles == {"counter"}
    newcomer.record("Salmah")
    assert keyslots.read(newcomer.paths.keyslots).office == "SGR06"


def two_offices(first: Desk, second: Desk) -> tuple[str, str]:
    """Let both record before they know of each other."""
    return first.record("Salmah"), second.record("Devi")


@pytest.mark.parametrize("turned", [False, True])
def test_two_laptops_set_up_alone_become_one_whichever_admits(
    first: Desk, desk_at: Callable[[str, str], Desk], turned: bool
) -> None:
    second = desk_at("kedua", HAFIZ).found()
    host, joiner = (second, first) if turned else (first, second)
    two_offices(first, second)
    before = {one.paths.root: one.rows()["visit"] for one in (first, second)}
    asked = joining.ask_from(joiner.office)
    admitted = admitting.admit(host.office, asked.data)
    assert words_of_office(first.office.opened) != words_of_office(second.office.opened)
    took = joining.take(joiner.office, admitted.file)
    assert took.office == "SGR06"
    assert words_of_office(first.office.opened) == words_of_office(second.office.opened)
    exchange_all(first, second)
    assert first.rows() == second.rows()
    shown = {row[0]: row for row in first.rows()["visit"]}
    for rows in before.values():  # reference numbers and history as they were
        assert all(shown[row[0]] == row for row in rows)
    for one in (first, second):
        assert verify(one.office.vault).ok
        with one.office.vault.read() as conn:
            pinned = journal.own_device(conn)
            assert pinned.admitted
        assert {member.name for member in one.office.staff().current()} == {ROHANI, HAFIZ}
    joiner.record("Selepas")
    joiner.close()
    assert joiner.office.asking().roles >= {"head", "counter"}
    assert "administrator" not in joiner.office.asking().roles
    joiner.close()
    opened = setup.unlock_with_code(joiner.paths, joiner.code, joiner.secrets, joiner.clock)
    opened.close()


def test_one_officer_with_two_records_is_one_after_joining(
    first: Desk, desk_at: Callable[[str, str], Desk]
) -> None:
    second = desk_at("kedua", ROHANI).found()
    visit = second.record("Devi")
    earlier = second.office.officer_id
    admitted = admitting.admit(first.office, joining.ask_from(second.office).data)
    assert admitted.linked == (ROHANI,)
    joining.take(second.office, admitted.file)
    exchange_all(first, second)
    assert second.office.officer_id == first.office.officer_id != earlier
    assert len(first.office.staff().current()) == 1
    assert first.office.officer_names()[earlier] == ROHANI
    assert visit in {row[0] for row in first.rows()["visit"]}


def test_laptops_that_admit_each_other_at_once_do_not_change_places(
    first: Desk, desk_at: Callable[[str, str], Desk]
) -> None:
    second = desk_at("kedua", HAFIZ).found()
    two_offices(first, second)
    asks = {one.officer: joining.ask_from(one.office).data for one in (first, second)}
    to_second = admitting.admit(first.office, asks[HAFIZ]).file
    to_first = admitting.admit(second.office, asks[ROHANI]).file
    outcomes = []
    for one, file in ((first, to_first), (second, to_second)):
        try:
            joining.take(one.office, file)
            outcomes.append("moved")
        except Refused as error:
            outcomes.append(error.code)
    assert sorted(outcomes) == ["join_crossed", "moved"]
    exchange_all(first, second)
    assert first.rows() == second.rows()


def test_entries_of_a_laptop_not_admitted_are_held_offered_and_count_once_admitted(
    first: Desk, newcomer: Desk, desk_at: Callable[[str, str], Desk]
) -> None:
    alone = desk_at("sendiri", HAFIZ).found()
    for name in ("Salmah", "Devi", "Faridah"):
        alone.record(name)
    exchange_all(first, alone)
    assert first.rows()["visit"] == []
    (offer,) = devices.offered(first.office)
    assert (offer.state, offer.held, offer.counted) == ("asking", 3, 0)
    (need,) = [one for one in overview_of(first.office).needs if one.code == "records_held"]
    assert (need.names, need.count, need.session) == ((offer.name,), 3, "laptops")
    devices.admit_held(first.office, " ".join(offer.words.split()[:3]), "Laptop Hafiz")
    assert len(first.rows()["visit"]) == 3
    assert devices.offered(first.office) == ()
    assert devices.find(first.office, "laptop hafiz").counted == 3
    assert verify(first.office.vault).ok


def test_what_a_revoked_laptop_writes_later_is_held_shown_and_may_be_accepted(
    first: Desk, newcomer: Desk
) -> None:
    newcomer.finish(admitting.admit(first.office, newcomer.ask().data).file)
    newcomer.record("Sebelum")
    exchange_all(first, newcomer)
    key = next(one.key for one in devices.laptops(newcomer.office) if one.here)
    with pytest.raises(Invalid):
        devices.revoke(first.office, key, "  ")
    assert devices.revoke(first.office, key, "hilang di teksi").state == "revoked"
    newcomer.record("Selepas")  # it has not heard yet
    exchange_all(first, newcomer)
    assert len(first.rows()["visit"]) == len(newcomer.rows()["visit"]) == 1
    (offer,) = devices.offered(first.office)
    assert (offer.state, offer.held, offer.counted) == ("revoked", 1, 1)
    with pytest.raises(Refused):
        newcomer.record("Lagi")
    with pytest.raises(Refused) as refused:
        devices.revoke(first.office, key, "sekali lagi")
    assert refused.value.code == "device_revoked"
    devices.revoke(first.office, key, "dijumpai, rekod disemak", accept_all_held=True)
    assert len(first.rows()["visit"]) == 2
    with pytest.raises(Refused) as refused:
        devices.revoke(first.office, devices.laptops(first.office)[0].key, "ini")
    assert refused.value.code == "device_own"


def test_a_damaged_request_is_refused_before_anything_is_written(first: Desk, newcomer: Desk) -> None:
    data = bytearray(newcomer.ask().data)
    data[60] ^= 1
    with pytest.raises(Damaged):
        admitting.admit(first.office, bytes(data))
    assert len(devices.laptops(first.office)) == 1


def test_a_kill_before_the_anchor_followed_the_pin_does_not_lock_the_officer_out(
    first: Desk, desk_at: Callable[[str, str], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    second = desk_at("kedua", HAFIZ).found()
    second.record("Devi")
    file = admitting.admit(first.office, joining.ask_from(second.office).data).file
    monkeypatch.setattr(type(second.office.opened), "remember", lambda _: None)
    joining.take(second.office, file)
    second.opened.vault.close()
    second.opened = None
    monkeypatch.undo()
    assert second.office.opened.standing is Standing.AGREES
    assert second.record("Selepas")


def test_another_offices_vault_is_still_a_stranger_to_the_anchor(
    first: Desk, desk_at: Callable[[str, str], Desk]
) -> None:
    """The control to the test before: only the pin this laptop itself gave up is forgiven."""
    second = desk_at("kedua", HAFIZ).found()
    second.close()
    first.close()
    first.paths.anchor.write_bytes(second.paths.anchor.read_bytes())
    with pytest.raises(Refused) as refused:
        _ = first.office
    assert refused.value.code == "vault_stranger"
