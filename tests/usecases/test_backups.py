"""Backups made by themselves and when asked: what is kept, what is entered, what a failure leaves."""

from dataclasses import replace
from pathlib import Path

import pytest

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import Damaged, NoRoom, Unreachable
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.staff import BY_CODE
from hbp_desktop.store import keyslots, parcel, slots
from hbp_desktop.store.durable import claimed
from hbp_desktop.store.keyslots import Slot
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.usecases import backups, counter, restoring
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.conftest import Office as Founded
from tests.usecases.drafts import visit


def acts(office: Office) -> list[str]:
    with office.vault.read() as conn:
        return list(conn.exec_driver_sql("SELECT what FROM acts WHERE what LIKE 'backup%'").scalars())


def names(office: Office) -> list[str]:
    return sorted(path.name for path in office.opened.paths.backups.iterdir())


def test_one_that_is_asked_for_is_entered_with_no_word_of_the_folder(office: Office, tmp_path: Path) -> None:
    usb = tmp_path / "USB Rohani"
    usb.mkdir()
    kept = backups.make_to(office, usb)
    assert kept.path.parent == usb
    assert acts(office) == ["backup.made"]
    with office.vault.read() as conn:
        state = conn.exec_driver_sql("SELECT state FROM acts WHERE what = 'backup.made'").scalar_one()
    assert "USB" not in state
    assert parcel.look(kept.path).manifest.id in state


def test_a_hand_in_the_slots_file_keeps_the_code_out_of_no_copy_and_lets_no_stranger_in(
    office: Office, founded: Founded, tmp_path: Path, clock: Clock
) -> None:
    paths, stranger = office.opened.paths, PersonKeys.new()
    held = keyslots.read(paths.keyslots)
    theirs = Slot("f" * 32, "recovery", stranger.age, stranger.signing_public)
    keyslots.write(paths.keyslots, replace(held, slots=(*held.of_kind("officer"), theirs)))
    kept = backups.make_here(office)
    found = parcel.look(kept.path).slots
    assert {(one.id, one.kind) for one in found.slots} == {(one.id, one.kind) for one in held.slots}
    with pytest.raises(Damaged, match="slots_damaged"):
        slots.unseal(found, stranger)
    place = Paths(tmp_path / "lain")
    done = restoring.restore(kept.path, place, restoring.Way(code=founded.code), founded.secrets, clock)
    assert done.opened.officer_id == BY_CODE
    done.opened.close()


def test_the_first_opening_of_a_day_makes_one_and_the_second_none(office: Office, clock: Clock) -> None:
    assert backups.daily(office) is not None
    assert backups.daily(office) is None
    clock.move(days=1)
    assert backups.daily(office) is not None
    assert acts(office) == []


def test_closing_makes_one_only_when_something_was_recorded(
    office: Office, session: Session, clock: Clock
) -> None:
    backups.daily(office)
    assert backups.at_close(office) is None
    counter.record(office, visit(session))
    clock.move(hours=8)
    assert backups.at_close(office) is not None
    assert backups.at_close(office) is None


def test_days_of_openings_leave_what_was_promised(office: Office, clock: Clock) -> None:
    asked = backups.make_here(office)
    for _ in range(10):
        clock.move(days=1)
        assert backups.daily(office) is not None
    kept = backups.copies(office).kept
    automatic = [one for one in kept if one.kind == backups.AUTO]
    assert asked.path in {one.path for one in kept}
    assert 7 <= len(automatic) <= 8
    assert backups.copies(office).last == kept[0].when


def test_a_failure_is_remembered_until_one_works_and_takes_nothing_away(
    office: Office, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.daily(office)
    before = names(office)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    clock.move(days=5)
    with monkeypatch.context() as full_disk:
        full_disk.setattr(parcel, "pack", full)
        assert backups.daily(office) is None
    assert [name for name in names(office) if name != "failed.json"] == before
    assert (backups.last_failure(office), backups.days_without(office)) == ("backup_no_room", 5)
    assert backups.copies(office).failed_at == clock()
    assert backups.daily(office) is not None
    assert (backups.last_failure(office), backups.days_without(office)) == ("", 0)


def test_one_that_is_asked_for_says_why_it_could_not(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Unreachable, match="backup_folder_gone"):
        backups.make_to(office, tmp_path / "dicabut")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(parcel, "pack", full)
    with pytest.raises(NoRoom, match="backup_no_room"):
        backups.make_to(office, tmp_path)
    assert acts(office) == []


def test_one_already_under_way_is_no_failure(office: Office) -> None:
    with claimed(office.opened.paths.backup_lock):
        assert backups.daily(office) is None
    assert backups.last_failure(office) == ""


def test_a_file_that_cannot_be_read_is_shown_and_never_removed(office: Office, clock: Clock) -> None:
    backups.daily(office)
    (office.opened.paths.backups / "hbp-SGR06-20200101-000000-auto-00.hbpbackup").write_bytes(b"PK\3\4")
    for _ in range(10):
        clock.move(days=1)
        backups.daily(office)
    assert len(backups.copies(office).unreadable) == 1


def test_a_fresh_office_says_there_is_none(office: Office) -> None:
    assert backups.days_without(office) is None
    assert backups.copies(office) == backups.Copies((), ())


def test_what_a_backup_holds_can_be_told_without_opening_it(
    office: Office, session: Session, founded: Founded, opened: Opened
) -> None:
    counter.record(office, visit(session))
    kept = backups.make_here(office)
    said = restoring.look(kept.path)
    assert (said.office, said.visits, said.entries) == ("SGR06", 1, kept.entries)
    assert said.here
    assert said.officers == ("Rohani binti Salleh",)
