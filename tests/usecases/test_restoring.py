"""An office restored from a backup goes on without losing or repeating anything."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hbp_desktop.config import Paths
from hbp_desktop.domain import recovery
from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.errors import Damaged, HbpError, Locked, NoRoom
from hbp_desktop.domain.roster import ROLES
from hbp_desktop.domain.session import Session
from hbp_desktop.store import (
    admission,
    exchange,
    gaps,
    journal,
    keyslots,
    machine,
    parcel,
    pending,
    restored,
)
from hbp_desktop.store.anchor import Standing
from hbp_desktop.store.founding import join_office
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases import backups, counter, restoring
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.restoring import Restored, Way
from tests.conftest import OFFICE, OFFICER, PASSWORD, Clock
from tests.conftest import Office as Founded
from tests.rings import MemoryRing, secrets_with
from tests.store.laptops import Laptop
from tests.usecases.drafts import visit

BY_PASSWORD = Way(officer=OFFICER, password=PASSWORD)


@pytest.fixture
def place(tmp_path: Path) -> Paths:
    return Paths.at(tmp_path / "tempat baharu é")


@pytest.fixture
def kept(office: Office, session: Session) -> backups.Kept:
    """A backup with two clients in it; one more comes after it."""
    counter.record(office, visit(session))
    counter.record(office, visit(session, name="Tan Kim Huat", id_number="520101-10-5123", sex="L"))
    made = backups.make_here(office)
    counter.record(office, visit(session, name="Devi a/p Raman", id_number="740202-10-5524"))
    return made


@pytest.fixture
def no_secrets() -> Secrets:
    """The keyring of another account or machine."""
    return secrets_with(MemoryRing())


@pytest.fixture
def other_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_system_id", lambda: "another machine")


def restore(kept: backups.Kept, place: Paths, way: Way, secrets: Secrets, clock: Clock) -> Restored:
    return restoring.restore(kept.path, place, way, secrets, clock)


def carried(kept: backups.Kept, tmp_path: Path) -> backups.Kept:
    """The file alone, away from the folder it was made in."""
    (tmp_path / "usb").mkdir()
    return replace(kept, path=Path(shutil.copy(kept.path, tmp_path / "usb")))


def sat_down(done: Restored, clock: Clock) -> Office:
    return Office.of(done.opened, clock)


def visits_in(vault: Vault) -> set[str]:
    with vault.read() as conn:
        return set(conn.exec_driver_sql("SELECT id FROM visits").scalars())


def own_chain(vault: Vault) -> tuple[str, bytes]:
    with vault.read() as conn:
        own = journal.own_device(conn)
    return own.chain, own.secret


def files(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob("*")) if root.exists() else []


# --- the same machine


def test_a_password_of_the_same_account_restores_what_was_backed_up(
    office: Office, kept: backups.Kept, place: Paths, founded: Founded, clock: Clock
) -> None:
    done = restore(kept, place, BY_PASSWORD, founded.secrets, clock)
    assert len(visits_in(done.opened.vault)) == 2
    assert verify(done.opened.vault).ok
    assert (done.elsewhere, done.new_key, done.needs_new_passwords) == (False, True, False)
    assert own_chain(done.opened.vault)[1] != own_chain(office.vault)[1]
    assert own_chain(done.opened.vault)[0] != own_chain(office.vault)[0]
    with done.opened.vault.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM acts WHERE what = 'restore.done'").scalar_one() == 1
    done.opened.close()


def test_what_came_after_the_backup_is_named_by_number(
    office: Office, kept: backups.Kept, place: Paths, founded: Founded, clock: Clock
) -> None:
    held = parcel.look(kept.path).manifest
    chain = own_chain(office.vault)[0]
    (reached,) = held.heads[chain].values()
    with office.vault.read() as conn:
        last = journal.tip(conn, chain)
    assert last is not None
    done = restore(kept, place, BY_PASSWORD, founded.secrets, clock)
    (gap,) = done.missing
    assert (gap.first, gap.last) == (reached + 1, last.header.seq)
    assert gap.laptop
    done.opened.close()


def test_it_opens_through_the_front_door_and_leaves_the_old_folder_alone(
    office: Office, kept: backups.Kept, place: Paths, founded: Founded, clock: Clock
) -> None:
    restore(kept, place, BY_PASSWORD, founded.secrets, clock).opened.close()
    again = replace(founded, paths=place).unlock()
    assert again.standing is Standing.AGREES
    again.close()
    office.opened.close()
    old = founded.unlock()
    assert old.standing is Standing.AGREES
    assert len(visits_in(old.vault)) == 3
    old.close()


def test_only_one_vault_and_no_leftover_is_there_afterwards(
    kept: backups.Kept, place: Paths, founded: Founded, clock: Clock
) -> None:
    restore(kept, place, BY_PASSWORD, founded.secrets, clock).opened.close()
    names = [path.name for path in place.root.iterdir()]
    assert [name for name in names if name.startswith("vault-")] == [keyslots.read(place.keyslots).vault]
    assert not [name for name in names if name.startswith((restored.STAGED, pending.NOTE))]


# --- another machine


@pytest.mark.usefixtures("other_machine")
def test_a_password_does_not_open_it_elsewhere_and_says_what_does(
    kept: backups.Kept, place: Paths, no_secrets: Secrets, clock: Clock
) -> None:
    with pytest.raises(Locked, match="backup_needs_code"):
        restore(kept, place, BY_PASSWORD, no_secrets, clock)
    assert files(place.root) == []


def test_the_code_restores_elsewhere_under_a_device_key_of_its_own(
    office: Office,
    kept: backups.Kept,
    place: Paths,
    founded: Founded,
    no_secrets: Secrets,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    chain, secret = own_chain(office.vault)
    monkeypatch.setattr(machine, "_system_id", lambda: "another machine")
    done = restore(carried(kept, tmp_path), place, Way(code=founded.code), no_secrets, clock)
    assert (done.elsewhere, done.new_key, done.needs_new_passwords) == (True, True, True)
    assert own_chain(done.opened.vault)[1] != secret
    assert verify(done.opened.vault).ok
    (gap,) = done.missing
    assert gap.last == 0  # this machine remembers nothing of the other one
    with done.opened.vault.read() as conn:
        assert journal.own_device(conn).admitted
        before = {row.chain: row.before for row in conn.exec_driver_sql("SELECT chain, before FROM chains")}
    assert before[before[own_chain(done.opened.vault)[0]]] == chain
    done.opened.close()


# --- nothing is lost that any other machine holds


def give(giver: Vault, taker: Vault) -> int:
    with taker.read() as conn:
        have = exchange.vector(conn)
    with giver.write() as conn:
        offered = exchange.ranges(conn, have)
    with taker.write() as conn:
        taken = exchange.take_in(conn, offered)
    assert not taken.refused
    return len(taken.new)


def exchange_all(*vaults: Vault) -> None:
    while sum(give(one, other) for one in vaults for other in vaults if one is not other):
        pass


@pytest.fixture
def colleagues(office: Office, tmp_path: Path) -> Iterator[list[Laptop]]:
    """Two more laptops of the office."""
    found = [Laptop(tmp_path / f"{n}.db", f"o{n}") for n in (1, 2)]
    for laptop in found:
        with laptop.vault.write() as conn:
            device = join_office(conn, OFFICE, office.opened.founding, laptop.officer, laptop.now)
        with office.writing() as doing:
            admission.admit(doing, device, f"meja {laptop.officer}", office.opened.keys.signing)
    exchange_all(office.vault, *(laptop.vault for laptop in found))
    yield found
    for laptop in found:
        laptop.vault.close()


@pytest.mark.parametrize("elsewhere", [False, True])
def test_an_old_backup_goes_on_and_loses_nothing_that_others_hold(
    office: Office,
    session: Session,
    colleagues: list[Laptop],
    place: Paths,
    founded: Founded,
    no_secrets: Secrets,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    elsewhere: bool,
) -> None:
    first, second = colleagues
    references = [counter.record(office, visit(session)).ref]
    kept = backups.make_here(office)
    references += [
        counter.record(office, visit(session, name=name)).ref for name in ("Encik Tan", "Pn. Devi")
    ]
    exchange_all(office.vault, first.vault)
    references.append(counter.record(office, visit(session, name="Encik Din")).ref)  # nobody else has it
    exchange_all(first.vault, second.vault)
    held_elsewhere = visits_in(second.vault)
    assert len(held_elsewhere) == 3

    if elsewhere:
        monkeypatch.setattr(machine, "_system_id", lambda: "another machine")
        kept = carried(kept, tmp_path)
    way, secrets = (Way(code=founded.code), no_secrets) if elsewhere else (BY_PASSWORD, founded.secrets)
    done = restore(kept, place, way, secrets, clock)
    again = sat_down(done, clock)
    with again.vault.read() as conn:
        listed = [gap.first for gap in gaps.gaps(conn)]
    assert listed
    if not elsewhere:
        references.append(counter.record(again, visit(session, name="Pn. Faridah")).ref)
    else:
        with again.writing() as doing:
            doing.create("visit", "b" * 32, {"session": session.id, "name": "Pn. Faridah"})
    before = restoring.missing(again)
    exchange_all(again.vault, second.vault, first.vault)

    assert held_elsewhere <= visits_in(again.vault)
    assert visits_in(again.vault) == visits_in(first.vault) == visits_in(second.vault)
    assert len(visits_in(again.vault)) == 4
    after = restoring.missing(again)
    assert sum(gap.last - gap.first + 1 for gap in after if gap.last) < sum(
        gap.last - gap.first + 1 for gap in before if gap.last
    ) or (elsewhere and not after)
    assert len(set(references)) == len(references)
    for vault in (again.vault, first.vault, second.vault):
        assert verify(vault).ok
        with vault.read() as conn:
            assert all(len(tops) == 1 for tops in exchange.vector(conn).values())  # no fork
    done.opened.close()


def test_the_list_is_empty_once_everything_came_back(
    office: Office,
    session: Session,
    colleagues: list[Laptop],
    place: Paths,
    founded: Founded,
    clock: Clock,
) -> None:
    kept = backups.make_here(office)
    counter.record(office, visit(session))
    exchange_all(office.vault, colleagues[0].vault)
    done = restore(kept, place, BY_PASSWORD, founded.secrets, clock)
    again = sat_down(done, clock)
    assert restoring.missing(again) != ()
    exchange_all(again.vault, colleagues[0].vault)
    assert restoring.missing(again) == ()
    done.opened.close()


# --- copied by hand


def test_an_old_vault_put_back_by_hand_is_noticed_and_its_gap_named(
    office: Office, session: Session, founded: Founded, tmp_path: Path, clock: Clock
) -> None:
    office.opened.close()
    shutil.copytree(founded.paths.root, tmp_path / "lama")
    opened = founded.unlock()
    later = Office.of(opened, clock)
    counter.record(later, visit(session))
    with later.vault.read() as conn:
        last = journal.tip(conn, journal.own_device(conn).chain)
    opened.close()
    name = keyslots.read(founded.paths.keyslots).vault
    shutil.copyfile(tmp_path / "lama" / name, founded.paths.vault(name))
    opened = founded.unlock()
    assert opened.standing is Standing.OLDER
    (gap,) = restoring.missing(Office.of(opened, clock))
    assert last is not None
    assert gap.last >= last.header.seq
    opened.close()
    opened = founded.unlock()
    assert (opened.standing, restoring.missing(Office.of(opened, clock))) == (Standing.AGREES, (gap,))
    opened.close()


# --- what is refused, and what is left then


def refused(kept: Path, place: Paths, way: Way, secrets: Secrets, clock: Clock) -> str:
    with pytest.raises(HbpError) as told:
        restoring.restore(kept, place, way, secrets, clock)
    return told.value.code


def test_wrong_ways_in_are_told_and_write_nothing(
    kept: backups.Kept, place: Paths, founded: Founded, clock: Clock
) -> None:
    from hbp_desktop.usecases.setup import new_recovery_code

    ways = [
        (Way(officer=OFFICER, password="salah sekali ini"), "wrong_password"),
        (Way(officer="Cik Nurul", password=PASSWORD), "officer_unknown"),
        (Way(code=new_recovery_code()), "recovery_other"),
        (Way(code="abc"), "invalid"),
    ]
    for way, code in ways:
        assert refused(kept.path, place, way, founded.secrets, clock) == code
        assert not place.root.exists()


def test_damaged_and_foreign_files_write_nothing(
    kept: backups.Kept, place: Paths, founded: Founded, clock: Clock, tmp_path: Path
) -> None:
    data, spoilt = kept.path.read_bytes(), tmp_path / "rosak.hbpbackup"
    flipped = data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :]
    trials = [
        (b"", "backup_not_one"),
        (b"Kepada Tuan", "backup_not_one"),
        (data[: len(data) // 2], "backup_damaged"),
        (flipped, "backup_damaged"),
    ]
    for content, code in trials:
        spoilt.write_bytes(content)
        assert refused(spoilt, place, BY_PASSWORD, founded.secrets, clock) == code
        assert not place.root.exists()


def test_a_place_with_an_office_or_an_orphaned_vault_is_never_touched(
    kept: backups.Kept, place: Paths, founded: Founded, clock: Clock
) -> None:
    before = files(founded.paths.root)
    assert refused(kept.path, founded.paths, BY_PASSWORD, founded.secrets, clock) == "restore_place_taken"
    assert files(founded.paths.root) == before
    place.root.mkdir()
    orphan = place.root / "vault-0123456789abcdef.db"
    orphan.write_bytes(b"slots were lost, records were not")
    assert refused(kept.path, place, BY_PASSWORD, founded.secrets, clock) == "restore_place_taken"
    assert files(place.root) == [orphan.name]


@pytest.mark.parametrize("counter_stays", [True, False])
def test_whoever_has_a_role_in_the_backup_may_restore_it(
    office: Office, place: Paths, founded: Founded, clock: Clock, counter_stays: bool
) -> None:
    who, own = office.officer_id, office.opened.keys.signing_public
    gone = [role for role in ROLES if role != "counter" or not counter_stays]
    fields: dict[str, Value] = {f"officer.{who}.role.{role}": False for role in gone}
    fields[f"admin.{own}"] = {"on": False, "officer": who}
    root = PersonKeys.from_recovery(recovery.read(founded.code))
    with office.writing() as w:
        w.enact(fields, root.signing, action="role")
    kept = backups.daily(office)
    assert kept is not None
    if counter_stays:
        restore(kept, place, BY_PASSWORD, founded.secrets, clock).opened.close()
        assert place.keyslots.exists()
    else:
        assert refused(kept.path, place, BY_PASSWORD, founded.secrets, clock) == "restore_not_allowed"
        assert not place.root.exists()


def test_a_full_disk_leaves_nothing(
    kept: backups.Kept, place: Paths, founded: Founded, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(parcel, "unpack", full)
    with pytest.raises(NoRoom, match="restore_no_room"):
        restore(kept, place, BY_PASSWORD, founded.secrets, clock)
    assert not place.root.exists()


def test_a_journal_that_does_not_agree_is_not_restored(
    office: Office, session: Session, place: Paths, founded: Founded, clock: Clock
) -> None:
    counter.record(office, visit(session))
    with office.vault.write() as conn:
        conn.exec_driver_sql("UPDATE visits SET queue = 'Z-999'")
    kept = backups.make_here(office)
    with pytest.raises(Damaged, match="backup_unsound"):
        restore(kept, place, BY_PASSWORD, founded.secrets, clock)
    assert not place.root.exists()


@pytest.mark.parametrize("at", ["keyslots", "name", "begin"])
def test_one_that_died_on_the_way_is_swept_by_the_next(
    kept: backups.Kept,
    place: Paths,
    founded: Founded,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    at: str,
) -> None:
    """Death is played by taking the cleaning-up away; every step is killed for real in the faults."""

    class Died(BaseException):
        pass

    def die(*_: object, **__: object) -> None:
        raise Died

    with monkeypatch.context() as dying:
        dying.setattr(pending, "remove", lambda _path: None)
        dying.setattr(pending, "end", lambda _root: None)
        places = {
            "keyslots": (keyslots, "write"),
            "name": (restored, "fsync_folder"),
            "begin": (restored, "begin_anew"),
        }
        dying.setattr(*places[at], die)
        with pytest.raises(Died):
            restore(kept, place, BY_PASSWORD, founded.secrets, clock)
    assert files(place.root)
    restore(kept, place, BY_PASSWORD, founded.secrets, clock).opened.close()
    vaults = [name for name in files(place.root) if name.startswith("vault-")]
    assert vaults == [keyslots.read(place.keyslots).vault]
    assert not [name for name in files(place.root) if name.startswith((restored.STAGED, pending.NOTE))]
