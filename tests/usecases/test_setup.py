"""Founding an office and opening it again, with everything that can be in the way."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from hbp_desktop.config import Paths
from hbp_desktop.domain import recovery
from hbp_desktop.domain.errors import Damaged, Invalid, Locked, NoRoom, Refused, Unreachable
from hbp_desktop.domain.fields import elements
from hbp_desktop.store import journal, keyslots
from hbp_desktop.store.anchor import Standing
from hbp_desktop.store.durable import claimed
from hbp_desktop.store.secrets import Ring, Secrets
from hbp_desktop.store.tables import chains
from hbp_desktop.store.work import Writer, work
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.setup import (
    SetupDraft,
    found,
    is_set_up,
    new_recovery_code,
    office_here,
    officers_here,
    unlock,
    unlock_with_code,
)
from tests.conftest import CHEAP, DRAFT, OFFICE, OFFICER, PASSWORD, POST, Clock, Office
from tests.rings import ForgetfulRing, HangingRing, LockedRing, MemoryRing, secrets_with

NO_KEYRING = Secrets(lambda: None, ("builtins.object",))


def visits_written(opened: Opened, count: int) -> None:
    for number in range(count):
        with work(opened.vault, Writer(opened.officer_id, 1_800_000_000)) as doing:
            doing.create("visit", f"{number:032x}", {"session": "0" * 32})
        opened.note(doing.mark)


def chains_in(opened: Opened) -> list[str]:
    with opened.vault.read() as conn:
        return list(conn.execute(select(chains.c.chain)).scalars())


def test_an_office_is_founded_open_and_whole(paths: Paths, secrets: Secrets, clock: Clock) -> None:
    assert not is_set_up(paths)
    founded = found(paths, DRAFT, secrets, clock, cost=CHEAP)
    opened = founded.opened
    assert is_set_up(paths)
    assert (founded.office, office_here(paths), opened.office) == (OFFICE, OFFICE, OFFICE)
    assert officers_here(paths) == [OFFICER]
    assert (opened.officer.name, opened.officer.post) == (OFFICER, POST)
    assert opened.standing is Standing.AGREES
    assert len(chains_in(opened)) == 1
    assert [slot.kind for slot in keyslots.read(paths.keyslots).slots] == ["officer", "recovery"]
    opened.close()


def test_the_first_officer_administers_and_the_code_is_the_root(opened: Opened) -> None:
    with opened.vault.read() as conn:
        roster = journal.read_own_roster(conn)
    state = roster.folded.state
    assert state[f"admin.{opened.keys.signing_public}"]["officer"] == opened.officer_id
    assert "administrator" in elements(state, f"officer.{opened.officer_id}.role.")
    assert sum(name.startswith("root.") for name in state) == 1
    assert len(roster.counted) == 1


def test_password_and_code_open_the_same_records(founded: Office) -> None:
    with_password = founded.unlock()
    visits_written(with_password, 3)
    with_password.close()
    with_code = unlock_with_code(founded.paths, founded.code.lower(), NO_KEYRING, founded.clock)
    with with_code.vault.read() as conn:
        assert len(journal.held(conn, f"{2:032x}")) == 1
    assert with_code.officer_id == "recovery"
    with_code.close()


def test_a_code_shown_before_founding_is_the_one_that_opens(
    paths: Paths, secrets: Secrets, clock: Clock
) -> None:
    code = new_recovery_code()
    founded = found(paths, DRAFT, secrets, clock, recovery_code=code.lower(), cost=CHEAP)
    founded.opened.close()
    opened = unlock_with_code(paths, code, secrets, clock)
    assert opened.office == DRAFT.office_code
    opened.close()


def test_without_a_keyring_it_says_so_and_works(paths: Paths, clock: Clock) -> None:
    founded = found(paths, DRAFT, NO_KEYRING, clock, cost=CHEAP)
    founded.opened.close()
    assert founded.ring is Ring.NONE
    unlock(paths, OFFICER, PASSWORD, NO_KEYRING, clock).close()


def test_a_keyring_that_drops_secrets_counts_as_none(paths: Paths, clock: Clock) -> None:
    founded = found(paths, DRAFT, secrets_with(ForgetfulRing()), clock, cost=CHEAP)
    founded.opened.close()
    assert founded.ring is Ring.REFUSED
    unlock(paths, OFFICER, PASSWORD, NO_KEYRING, clock).close()


@pytest.mark.parametrize(
    ("draft", "places"),
    [
        (SetupDraft(), ["office_code", "officer_name", "password"]),
        (replace(DRAFT, office_code="Hulu Langat"), ["office_code"]),
        (replace(DRAFT, office_code="SGR6"), ["office_code"]),
        (replace(DRAFT, officer_name=" \u200b\n"), ["officer_name"]),
        (replace(DRAFT, officer_name="x" * 10_000), ["officer_name"]),
        (replace(DRAFT, post="x" * 10_000), ["post"]),
        (replace(DRAFT, password="pendek"), ["password"]),
    ],
)
def test_a_draft_that_cannot_stand_names_its_places(
    paths: Paths, secrets: Secrets, clock: Clock, draft: SetupDraft, places: list[str]
) -> None:
    assert [problem.place for problem in draft.problems()] == places
    with pytest.raises(Invalid):
        found(paths, draft, secrets, clock, cost=CHEAP)
    assert not paths.root.exists()


@pytest.mark.parametrize("code", ["SGR06", "sgr00", " SGR-RSK1 ", "SBH-DBD12"])
def test_offices_and_institutions_are_taken_as_typed(code: str) -> None:
    assert replace(DRAFT, office_code=code).problems() == ()


@pytest.mark.parametrize(
    "name", ["陈美玲", "ரோகினி", "روحاني", "<b>R</b>", "=cmd()", "R 🌂", "A\u202eB", "a\0b"]
)
def test_names_in_any_script_are_kept(paths: Paths, secrets: Secrets, clock: Clock, name: str) -> None:
    founded = found(paths, replace(DRAFT, officer_name=name), secrets, clock, cost=CHEAP)
    founded.opened.close()
    [shown] = officers_here(paths)
    opened = unlock(paths, shown, PASSWORD, secrets, clock)
    assert opened.officer.name == shown == name.replace("\0", "\u2400")
    opened.close()


def test_the_password_stands_in_no_repr(paths: Paths, secrets: Secrets, clock: Clock) -> None:
    founded = found(paths, DRAFT, secrets, clock, cost=CHEAP)
    shown = repr((DRAFT, founded))
    founded.opened.close()
    assert PASSWORD not in shown
    assert founded.recovery_code not in shown


def test_a_second_setup_changes_nothing(founded: Office) -> None:
    before = {path.name: path.read_bytes() for path in founded.paths.root.iterdir()}
    with pytest.raises(Refused) as told:
        found(founded.paths, DRAFT, founded.secrets, founded.clock, cost=CHEAP)
    assert told.value.code == "already_set_up"
    assert {path.name: path.read_bytes() for path in founded.paths.root.iterdir()} == before


def test_two_setups_at_once_take_turns(paths: Paths, secrets: Secrets, clock: Clock) -> None:
    paths.root.mkdir()
    with claimed(paths.claim), pytest.raises(Locked) as told:
        found(paths, DRAFT, secrets, clock, cost=CHEAP)
    assert told.value.code == "another_setup_running"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, secrets: Secrets, clock: Clock) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NoRoom) as told:
        found(Paths.at(tmp_path / "file"), DRAFT, secrets, clock, cost=CHEAP)
    assert told.value.code == "folder_not_writable"


def test_wrong_passwords_make_the_next_try_wait_and_never_wipe(founded: Office) -> None:
    for seconds in (0, 0, 2):
        with pytest.raises(Locked) as told:
            founded.unlock("payung merah di tepi laut")
        assert (told.value.code, told.value.values["seconds"]) == ("wrong_password", seconds)
    with pytest.raises(Locked) as told:
        founded.unlock()
    assert (told.value.code, told.value.values["seconds"]) == ("unlock_wait", 2)
    founded.clock.move(seconds=2)
    founded.unlock().close()
    assert not founded.paths.attempts.read_bytes().count(b'":[')


def test_an_unknown_officer_is_told(founded: Office) -> None:
    with pytest.raises(Refused) as told:
        unlock(founded.paths, "Tiada Siapa", PASSWORD, founded.secrets, founded.clock)
    assert told.value.code == "officer_unknown"


@pytest.mark.parametrize(
    ("ring", "kind", "code"),
    [
        (MemoryRing(), Locked, "laptop_secret_missing"),
        (LockedRing(), Unreachable, "keyring_locked"),
        (None, Unreachable, "keyring_none"),
    ],
)
def test_a_keyring_in_the_way_has_its_own_word_and_the_code_still_opens(
    founded: Office, ring: Any, kind: type[Exception], code: str
) -> None:
    secrets = NO_KEYRING if ring is None else secrets_with(ring)
    with pytest.raises(kind) as told:
        unlock(founded.paths, OFFICER, PASSWORD, secrets, founded.clock)
    assert str(told.value) == code
    unlock_with_code(founded.paths, founded.code, secrets, founded.clock).close()


def test_a_hanging_keyring_does_not_hang_the_program(founded: Office) -> None:
    ring = HangingRing()
    secrets = secrets_with(ring, time_limit_s=0.05)
    with pytest.raises(Unreachable) as told:
        unlock(founded.paths, OFFICER, PASSWORD, secrets, founded.clock)
    assert told.value.code == "keyring_hanging"
    ring.let_go.set()


def test_another_laptops_secret_is_told_apart_from_a_wrong_password(founded: Office) -> None:
    for place in founded.ring.kept:
        founded.ring.kept[place] = bytes(32).hex()
    with pytest.raises(Locked) as told:
        founded.unlock()
    assert told.value.code == "laptop_secret_other"


def test_an_old_copy_put_back_is_noticed_and_begins_a_new_chain(founded: Office, tmp_path: Path) -> None:
    shutil.copytree(founded.paths.root, tmp_path / "old")
    opened = founded.unlock()
    visits_written(opened, 3)
    opened.close()
    vault = keyslots.read(founded.paths.keyslots).vault
    shutil.copy(tmp_path / "old" / vault, founded.paths.vault(vault))
    again = founded.unlock()
    assert again.standing is Standing.OLDER
    assert len(chains_in(again)) == 2
    again.close()
    once_more = founded.unlock()
    assert once_more.standing is Standing.AGREES
    once_more.close()


def test_an_old_folder_put_back_whole_is_noticed_by_the_keyring(founded: Office, tmp_path: Path) -> None:
    shutil.copytree(founded.paths.root, tmp_path / "old")
    opened = founded.unlock()
    visits_written(opened, 1)
    opened.close()
    shutil.rmtree(founded.paths.root)
    shutil.copytree(tmp_path / "old", founded.paths.root)
    again = founded.unlock()
    assert again.standing is Standing.OLDER
    again.close()


def test_after_a_kill_the_anchor_file_alone_knows_the_last_entry(founded: Office) -> None:
    opened = founded.unlock()
    visits_written(opened, 2)
    opened.vault.close()
    again = founded.unlock()
    assert again.standing is Standing.AGREES
    again.close()


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"\xff" * 512)])
def test_a_lost_anchor_costs_a_new_chain_and_nothing_else(paths: Paths, clock: Clock, spoil: Any) -> None:
    found(paths, DRAFT, NO_KEYRING, clock, cost=CHEAP).opened.close()
    spoil(paths.anchor)
    opened = unlock(paths, OFFICER, PASSWORD, NO_KEYRING, clock)
    assert opened.standing is Standing.UNKNOWN
    assert len(chains_in(opened)) == 2
    opened.close()


def test_a_folder_copied_to_another_machine_begins_a_new_chain_under_a_key_of_its_own(
    founded: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hbp_desktop.usecases.opening.machine_id", lambda _ring: "f" * 32)
    opened = founded.unlock()
    assert opened.standing is Standing.ELSEWHERE
    with opened.vault.read() as conn:
        keys = conn.exec_driver_sql("SELECT DISTINCT device FROM chains").scalars().all()
    assert (len(chains_in(opened)), len(keys)) == (3, 2)  # one of the old key admits the new one
    opened.close()


def test_a_stranger_vault_slipped_under_the_slots_is_not_trusted(
    founded: Office, tmp_path: Path, clock: Clock
) -> None:
    other = Paths.at(tmp_path / "other")
    other_ring = secrets_with(MemoryRing())
    forged = found(other, DRAFT, other_ring, clock, cost=CHEAP)
    forged.opened.close()
    anchor = founded.paths.anchor.read_bytes()
    shutil.rmtree(founded.paths.root)
    shutil.copytree(other.root, founded.paths.root)
    founded.paths.anchor.write_bytes(anchor)
    with pytest.raises(Refused) as told:
        unlock(founded.paths, OFFICER, PASSWORD, other_ring, clock)
    assert told.value.code == "vault_stranger"
    unlock_with_code(founded.paths, forged.recovery_code, other_ring, clock).close()
    unlock(founded.paths, OFFICER, PASSWORD, other_ring, clock).close()


def test_a_slot_the_vault_does_not_know_opens_nothing(founded: Office) -> None:
    held = keyslots.read(founded.paths.keyslots)
    officer, root = held.slots
    keyslots.write(founded.paths.keyslots, replace(held, slots=(officer, replace(root, id="f" * 32))))
    with pytest.raises(Refused) as told:
        unlock_with_code(founded.paths, founded.code, founded.secrets, founded.clock)
    assert told.value.code == "slot_unknown"
    founded.unlock().close()


def test_leftovers_go_only_after_the_named_vault_opened(founded: Office) -> None:
    root = founded.paths.root
    (root / f"vault-{7:016x}.db").write_bytes(b"half a vault")
    (root / f"vault-{7:016x}.db-wal").write_bytes(b"x")
    with pytest.raises(Locked):
        founded.unlock("salah sama sekali")
    assert (root / f"vault-{7:016x}.db").exists()
    founded.unlock().close()
    assert [path.name for path in root.glob("vault-*")] == [keyslots.read(founded.paths.keyslots).vault]


def test_a_named_vault_that_is_gone_is_told_and_nothing_is_made_or_swept(founded: Office) -> None:
    named = founded.paths.vault(keyslots.read(founded.paths.keyslots).vault)
    kept = named.with_name(f"vault-{7:016x}.db")
    named.rename(kept)
    for attempt in (founded.unlock, lambda: found(founded.paths, DRAFT, founded.secrets, founded.clock)):
        with pytest.raises((Damaged, Refused)) as told:
            attempt()
        assert told.value.code in ("vault_missing", "already_set_up")
    assert kept.exists()
    assert not named.exists()


def test_nothing_personal_lies_outside_the_vault_but_the_officers_name(founded: Office) -> None:
    opened = founded.unlock()
    opened.close()
    for path in founded.paths.root.iterdir():
        data = path.read_bytes()
        assert PASSWORD.encode() not in data
        assert recovery.tidy(founded.code).encode() not in data
        assert (OFFICER.encode() in data) == (path == founded.paths.keyslots)


def test_the_unlock_page_needs_no_engine() -> None:
    import subprocess
    import sys

    heavy = "{'sqlalchemy', 'sqlcipher3', 'alembic', 'keyring', 'pyrage', 'argon2'}"
    script = f"import sys, hbp_desktop.usecases.setup; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_vault_whose_slots_were_lost_is_never_set_up_over(founded: Office, secrets: Secrets) -> None:
    name = keyslots.read(founded.paths.keyslots).vault
    kept = founded.paths.keyslots.read_bytes()
    founded.paths.keyslots.unlink()
    before = founded.paths.vault(name).read_bytes()
    with pytest.raises(Refused) as told:
        found(founded.paths, DRAFT, secrets, founded.clock, cost=CHEAP)
    assert told.value.code == "vault_without_slots"
    assert founded.paths.vault(name).read_bytes() == before
    assert not founded.paths.keyslots.exists()
    founded.paths.keyslots.write_bytes(kept)
    founded.unlock().close()
