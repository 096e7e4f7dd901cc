"""The data key changed: a new file under a new key, all ways in kept, and nothing between old and new."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import insert, select

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import Damaged, HbpError, Locked, NoRoom, Refused
from hbp_desktop.store import durable, keyslots, rotation, schema, slots, unlockers
from hbp_desktop.store.anchor import Standing
from hbp_desktop.store.following import Following
from hbp_desktop.store.keyslots import Slot
from hbp_desktop.store.local_tables import drafts
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.setup import unlock_with_code
from tests.conftest import Office

DRAFT = {"slot": "satu", "kind": "visit", "body": "{}", "kept_at": 1}


def rotate(opened: Opened, change: rotation.Change | None = None) -> keyslots.Keyslots:
    return rotation.rotate(opened.vault, opened.paths.keyslots, opened.paths.claim, change)


def vault_files(paths: Paths) -> list[str]:
    return sorted(path.name for path in paths.root.iterdir() if keyslots.is_vault_name(path.name))


def write_draft(vault: Vault, slot: str = "satu") -> None:
    with vault.write() as conn:
        conn.execute(insert(drafts), DRAFT | {"slot": slot})


def drafts_in(vault: Vault) -> list[str]:
    with vault.read() as conn:
        return list(conn.execute(select(drafts.c.slot).order_by(drafts.c.slot)).scalars())


def test_the_window_goes_on_in_the_new_file_without_a_password(opened: Opened) -> None:
    before = opened.vault.path
    write_draft(opened.vault)
    held = rotate(opened)
    assert opened.vault.path.name == held.vault != before.name
    assert vault_files(opened.paths) == [held.vault]
    write_draft(opened.vault, "dua")
    assert drafts_in(opened.vault) == ["dua", "satu"]
    assert verify(opened.vault).ok


def test_every_way_in_opens_the_new_file_and_the_anchor_knows_it(founded: Office) -> None:
    opened = founded.unlock()
    rotate(opened)
    opened.close()
    for again in (
        founded.unlock(),
        unlock_with_code(founded.paths, founded.code, founded.secrets, founded.clock),
    ):
        assert again.standing is Standing.AGREES
        again.close()


def test_the_old_key_does_not_open_the_new_file(opened: Opened) -> None:
    held = keyslots.read(opened.paths.keyslots)
    old = slots.unseal(held, opened.keys)
    named = rotate(opened)
    assert slots.unseal(named, opened.keys) != old
    with pytest.raises(Locked) as told:
        Vault.open(opened.paths.vault(named.vault), old)
    assert told.value.code == "vault_wrong_key"


def test_what_the_copy_has_is_what_the_file_had_settings_and_all(opened: Opened) -> None:
    write_draft(opened.vault)
    with opened.vault.read() as conn:
        before = schema.counts(conn)
    rotate(opened)
    with opened.vault.read() as conn:
        assert schema.counts(conn) == before
        assert conn.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert conn.exec_driver_sql("PRAGMA user_version").scalar_one() == schema.CURRENT
    opened.vault.check()


def test_a_slot_gone_from_the_vault_opens_nothing_new(opened: Opened) -> None:
    held = keyslots.read(opened.paths.keyslots)
    (officer,) = held.of_kind("officer")

    def change(twin: Vault) -> Sequence[Slot]:
        with twin.write() as conn:
            unlockers.dismiss(conn, [officer.id])
        return ()

    named = rotate(opened, change)
    assert named.of_kind("officer") == ()
    with pytest.raises(Damaged):
        slots.unseal(named, opened.keys)
    write_draft(opened.vault)  # who sits here goes on until the office is locked
    assert drafts_in(opened.vault) == ["satu"]


def test_the_data_key_is_sealed_to_the_vaults_own_list_not_to_a_stranger_in_the_file(opened: Opened) -> None:
    held = keyslots.read(opened.paths.keyslots)
    thief = PersonKeys.new()
    stranger = slots.escrow_slot(thief.age)
    keyslots.write(opened.paths.keyslots, keyslots.Keyslots(
        held.vault, held.office, held.ring, (*held.of_kind("officer"), stranger), held.sealed
    ))  # fmt: skip
    named = rotate(opened)
    assert stranger not in named.slots
    with pytest.raises(Damaged):
        slots.unseal(named, thief)
    assert [slot.kind for slot in named.slots] == ["officer", "recovery"]  # the code's came back


def test_what_fails_before_the_slots_are_replaced_has_not_happened(opened: Opened) -> None:
    before, name = opened.paths.keyslots.read_bytes(), opened.vault.path.name

    def full(twin: Vault) -> Sequence[Slot]:
        raise NoRoom("disk_full")

    for failing in (full, _without_anybody, _with_too_many):
        with pytest.raises(HbpError):
            rotate(opened, failing)
        assert opened.paths.keyslots.read_bytes() == before
        assert vault_files(opened.paths) == [name]
        write_draft(opened.vault, failing.__name__)
    assert len(drafts_in(opened.vault)) == 3


def _without_anybody(twin: Vault) -> Sequence[Slot]:
    with twin.write() as conn:
        unlockers.dismiss(conn, [one.slot for one in unlockers.known(conn)])
    return ()


def _with_too_many(twin: Vault) -> Sequence[Slot]:
    made = [slots.escrow_slot(PersonKeys.new().age) for _ in range(keyslots.MOST_SLOTS)]
    with twin.write() as conn:
        for slot in made:
            unlockers.admit(conn, slot)
    return made


def test_a_rename_that_may_not_outlast_a_power_cut_keeps_both_files_until_the_next_start(
    founded: Office,
) -> None:
    opened = founded.unlock()
    old = opened.vault.path.name
    real = durable.fsync_folder

    def failing(folder: Path) -> None:
        real(folder)
        if keyslots.read(founded.paths.keyslots).vault != old:
            raise OSError("EIO")

    with patch.object(durable, "fsync_folder", failing):
        named = rotate(opened)
    assert opened.vault.path.name == named.vault
    assert vault_files(founded.paths) == sorted([old, named.vault])
    opened.close()
    founded.unlock().close()
    assert vault_files(founded.paths) == [named.vault]


def test_another_rotation_or_setup_at_work_is_told(opened: Opened) -> None:
    with durable.claimed(opened.paths.claim), pytest.raises(Locked) as told:
        rotate(opened)
    assert told.value.code == "another_setup_running"


def test_a_window_follows_where_another_program_moved_the_office(founded: Office) -> None:
    window, command = founded.unlock(), founded.unlock()
    write_draft(window.vault)
    named = rotate(command)
    write_draft(window.vault, "dua")  # nothing may go into the old file, which nobody will open again
    assert window.vault.path.name == named.vault
    assert drafts_in(command.vault) == ["dua", "satu"]
    window.close()
    command.close()


def test_a_window_whose_way_in_was_taken_away_elsewhere_is_told_and_writes_nowhere(founded: Office) -> None:
    window, command = founded.unlock(), founded.unlock()
    write_draft(window.vault)

    def change(twin: Vault) -> Sequence[Slot]:
        with twin.write() as conn:
            unlockers.dismiss(conn, [window.slot.id])
        return ()

    rotate(command, change)
    with pytest.raises(Locked) as told:
        write_draft(window.vault, "dua")
    assert told.value.code == "vault_moved"
    assert drafts_in(command.vault) == ["satu"]
    window.vault.close()
    command.close()


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_text("{")])
def test_a_slots_file_spoilt_while_the_office_is_open_stops_nobody_from_saving(
    opened: Opened, spoil: object
) -> None:
    kept = opened.paths.keyslots.read_bytes()
    spoil(opened.paths.keyslots)  # type: ignore[operator]
    write_draft(opened.vault)
    assert drafts_in(opened.vault) == ["satu"]
    opened.paths.keyslots.write_bytes(kept)


def test_without_following_what_is_written_after_a_rotation_would_be_lost(founded: Office) -> None:
    """The control of the two above: a vault that does not look writes into the old file."""
    window, command = founded.unlock(), founded.unlock()
    window.vault.follow = None
    write_draft(window.vault)
    rotate(command)
    write_draft(window.vault, "dua")
    assert drafts_in(command.vault) == ["satu"]
    window.vault.follow = Following(founded.paths.keyslots, window.keys)
    window.close()
    command.close()


def test_a_copy_made_before_opens_with_the_slots_it_was_made_with(founded: Office, tmp_path: Path) -> None:
    copy = tmp_path / "salinan"
    shutil.copytree(founded.paths.root, copy)
    opened = founded.unlock()
    (officer,) = keyslots.read(founded.paths.keyslots).of_kind("officer")

    def change(twin: Vault) -> Sequence[Slot]:
        with twin.write() as conn:
            unlockers.dismiss(conn, [officer.id])
        return ()

    rotate(opened, change)
    opened.close()
    with pytest.raises(Refused) as told:
        founded.unlock()
    assert told.value.code == "officer_unknown"
    older = Office(Paths.at(copy), founded.code, founded.ring, founded.secrets, founded.clock)
    older.unlock().close()
