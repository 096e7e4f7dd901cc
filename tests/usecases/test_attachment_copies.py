"""Attachments and copies of the office: each copied once and brought back; rotation leaves them alone."""

import os
from pathlib import Path

import pytest

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import Damaged, Unreachable
from hbp_desktop.domain.session import Session
from hbp_desktop.store import parcel
from hbp_desktop.usecases import attaching, backups, restoring, vault_keys
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.conftest import Office as Founded
from tests.usecases.test_every_verb import PICTURE


def restored(office: Office, file: Path, place: Path, founded: Founded, clock: Clock) -> restoring.Restored:
    return restoring.restore(file, Paths(place), restoring.Way(code=founded.code), founded.secrets, clock)


def attach(office: Office, session: Session, count: int) -> list[str]:
    return [attaching.attach(office, session.id, str(n), PICTURE) for n in range(count)]


def beside(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in (folder / "attachments").iterdir()}


def test_each_attachment_is_copied_once_for_all_backups(
    office: Office, session: Session, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    attach(office, session, 2)
    first = backups.make_to(office, usb)
    lying = beside(usb)
    assert len(lying) == 2
    assert sorted(parcel.look(first.path).manifest.attachments) == sorted(lying)
    attach(office, session, 1)
    second = backups.make_to(office, usb)
    assert len(beside(usb)) == 3
    assert beside(usb).items() > lying.items()
    assert (first.left_out, second.left_out) == (0, 0)
    assert len(parcel.look(first.path).manifest.attachments) == 2


def test_a_restore_brings_every_attachment_back(
    office: Office, session: Session, tmp_path: Path, founded: Founded, clock: Clock
) -> None:
    ids = attach(office, session, 3)
    kept = backups.make_here(office)
    done = restored(office, kept.path, tmp_path / "baharu", founded, clock)
    anew = Office.of(done.opened, clock)
    assert done.attachments_missing == 0
    with anew.vault.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM blobs WHERE here = size").scalar_one() == 3
    assert [(tmp_path / "baharu" / "attachments" / path).is_file() for path in beside(kept.path.parent)]
    assert len(ids) == len(beside(tmp_path / "baharu"))
    done.opened.close()


def test_a_missing_one_is_said_and_not_fatal(
    office: Office, session: Session, tmp_path: Path, founded: Founded, clock: Clock
) -> None:
    attach(office, session, 3)
    kept = backups.make_here(office)
    gone, damaged, _ = sorted(beside(kept.path.parent))
    (kept.path.parent / "attachments" / gone).unlink()
    path = kept.path.parent / "attachments" / damaged
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    done = restored(office, kept.path, tmp_path / "baharu", founded, clock)
    assert done.attachments_missing == 2
    assert len(beside(tmp_path / "baharu")) == 1
    done.opened.close()


def test_a_copy_that_was_alone_is_said_to_lack_its_attachments(
    office: Office, session: Session, tmp_path: Path, founded: Founded, clock: Clock
) -> None:
    attach(office, session, 2)
    kept = backups.make_here(office)
    alone = tmp_path / "usb" / kept.path.name
    alone.parent.mkdir()
    os.link(kept.path, alone)
    done = restored(office, alone, tmp_path / "baharu", founded, clock)
    assert done.attachments_missing == 2
    done.opened.close()


def test_one_that_lies_elsewhere_is_no_part_of_a_copy(office: Office, session: Session) -> None:
    attach(office, session, 2)
    folder = office.opened.paths.attachments
    next(folder.iterdir()).unlink()
    kept = backups.make_here(office)
    assert kept.left_out == 0
    assert len(parcel.look(kept.path).manifest.attachments) == 1


def test_a_damaged_one_is_left_out_and_told(office: Office, session: Session) -> None:
    attach(office, session, 2)
    path = next(office.opened.paths.attachments.iterdir())
    path.write_bytes(bytes(path.stat().st_size))
    kept = backups.make_here(office)
    assert kept.left_out == 1
    assert len(beside(kept.path.parent)) == 1


def test_a_failed_restore_leaves_no_attachments(
    office: Office, session: Session, tmp_path: Path, founded: Founded, clock: Clock
) -> None:
    attach(office, session, 1)
    kept = backups.make_here(office)
    data = bytearray(kept.path.read_bytes())
    data[len(data) // 2] ^= 1
    kept.path.write_bytes(data)
    with pytest.raises(Damaged):
        restored(office, kept.path, tmp_path / "baharu", founded, clock)
    assert not (tmp_path / "baharu").exists()


def test_a_new_key_of_the_vault_changes_no_attachment(office: Office, session: Session) -> None:
    (subject,) = attach(office, session, 1)
    before = beside(office.opened.paths.root)
    vault_keys.rotate(office)
    assert beside(office.opened.paths.root) == before
    assert attaching.open_picture(office, subject) == PICTURE.jpeg
    (office.opened.paths.attachments / next(iter(before))).unlink()
    with pytest.raises(Unreachable):
        attaching.open_picture(office, subject)
