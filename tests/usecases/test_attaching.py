"""Photos and letters: added, opened in memory, withdrawn, kept from who may not see them."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import Damaged, Invalid, Refused, Unreachable
from hbp_desktop.domain.session import Session
from hbp_desktop.store import blobs
from hbp_desktop.store.blob_files import BlobFolder
from hbp_desktop.usecases import attaching, counter, records
from hbp_desktop.usecases.attaching import Brought
from hbp_desktop.usecases.office import Office
from tests.pictures import samples
from tests.usecases.drafts import matter, visit
from tests.usecases.office_staff import AISYAH, add, seated
from tests.usecases.test_asking import _as
from tests.usecases.test_every_verb import PICTURE


def files(office: Office) -> Path:
    return office.opened.paths.attachments


def test_a_photo_of_the_day_is_listed_and_opened(office: Office, session: Session) -> None:
    done = attaching.add(office, session.id, [Brought("Kaunter pagi", samples.with_exif(6))])
    assert done.refused == ()
    (shown,) = attaching.attached(office, [session.id])
    assert (shown.id,) == done.ids
    assert shown.where == "here"
    assert shown.by == office.officer.name
    told = shown.attachment
    assert (told.title, told.session, told.about) == ("Kaunter pagi", session.id, session.id)
    assert (told.width, told.height) == (300, 400)
    opened = attaching.open_picture(office, shown.id)
    assert opened.startswith(b"\xff\xd8\xff")
    assert samples.SECRET not in opened
    assert shown.thumb.startswith(b"\xff\xd8\xff")


def test_a_letter_is_one_attachment_a_page(office: Office, session: Session) -> None:
    recorded = counter.record(office, visit(session))
    brought = Brought("Surat", samples.letter(3), (3, 1))
    done = attaching.add(office, recorded.matters[0].id, [brought])
    shown = attaching.attached(office, [recorded.id, recorded.matters[0].id])
    assert [(one.attachment.page, one.attachment.of) for one in shown] == [(3, 3), (1, 3)]
    assert [one.attachment.session for one in shown] == [session.id] * 2
    assert tuple(one.id for one in shown) == done.ids


def test_a_file_that_cannot_be_read_stops_no_other(office: Office, session: Session) -> None:
    brought = [Brought("a", samples.heic()), Brought("b", samples.photo()), Brought("c", b"teks")]
    done = attaching.add(office, session.id, brought)
    assert len(done.ids) == 1
    assert [(title, error.code) for title, error in done.refused] == [
        ("a", "picture_heic"),
        ("c", "picture_kind"),
    ]


def test_no_plain_picture_and_no_name_of_it_lies_on_the_disk(office: Office, session: Session) -> None:
    attaching.add(office, session.id, [Brought("RahsiaSalmah", samples.photo())])
    (shown,) = attaching.attached(office, [session.id])
    plain = attaching.open_picture(office, shown.id)
    folder = office.opened.paths.root
    lying = [path for path in folder.rglob("*") if path.is_file()]
    assert [path.name for path in lying if path.parent.name == "attachments"] == [shown.attachment.name]
    for path in lying:
        data = path.read_bytes()
        assert plain[200:264] not in data
        assert b"RahsiaSalmah" not in data
        assert shown.attachment.key not in data
    kept = files(office) / shown.attachment.name
    if os.name == "posix":
        assert kept.stat().st_mode & 0o077 == 0
        assert kept.parent.stat().st_mode & 0o077 == 0


def test_a_changed_byte_is_told_and_nothing_is_shown(office: Office, session: Session) -> None:
    subject = attaching.attach(office, session.id, "", PICTURE)
    (path,) = files(office).iterdir()
    data = bytearray(path.read_bytes())
    for at in (0, 10, 40, len(data) - 1):
        data[at] ^= 1
        path.write_bytes(data)
        with pytest.raises(Damaged, match="attachment_damaged"):
            attaching.open_picture(office, subject)
        data[at] ^= 1
    path.write_bytes(data)
    assert attaching.open_picture(office, subject) == PICTURE.jpeg


def test_a_file_that_is_gone_is_said_to_be_elsewhere(office: Office, session: Session) -> None:
    subject = attaching.attach(office, session.id, "", PICTURE)
    shutil.rmtree(files(office))
    (shown,) = attaching.attached(office, [session.id])
    assert shown.where == "laptop"
    assert shown.laptop
    with pytest.raises(Unreachable, match="attachment_elsewhere") as told:
        attaching.open_picture(office, subject)
    assert told.value.values == {"laptop": shown.laptop}


def test_withdrawn_attachments_leave_the_list_and_come_back(office: Office, session: Session) -> None:
    subject = attaching.attach(office, session.id, "", PICTURE)
    with pytest.raises(Invalid):
        attaching.withdraw(office, subject, "  ")
    attaching.withdraw(office, subject, "gambar orang lain")
    assert attaching.attached(office, [session.id]) == ()
    with office.vault.read() as conn:
        assert blobs.amounts(conn) == (0, 0)
    attaching.restore(office, subject, "silap")
    assert len(attaching.attached(office, [session.id])) == 1
    with office.vault.read() as conn:
        count, size = blobs.amounts(conn)
    assert (count, size > 2000) == (1, True)


@pytest.mark.parametrize("child", [False, True])
def test_nothing_is_attached_to_what_is_guarded(office: Office, session: Session, child: bool) -> None:
    urgent = matter(urgent="integrity", action="dimaklumkan", against="Pn. Devi")
    recorded = counter.record(office, visit(session, urgent))
    about = recorded.matters[0].id if child else recorded.id
    assert not attaching.may_attach(office, about)
    for act in (
        lambda: attaching.add(office, about, [Brought("x", samples.photo())]),
        lambda: attaching.attach(office, about, "x", PICTURE),
    ):
        with pytest.raises(Refused, match="attachment_guarded"):
            act()
    assert not files(office).exists() or list(files(office).iterdir()) == []
    assert attaching.attached(office, [about]) == ()


def test_what_another_program_attached_to_a_guarded_matter_is_not_shown(
    office: Office, session: Session
) -> None:
    urgent = matter(urgent="integrity", action="dimaklumkan", against="Pn. Devi")
    recorded = counter.record(office, visit(session, urgent))
    subject = attaching.attach(office, session.id, "", PICTURE)
    with office.writing() as w:
        w.change("attachment", subject, w.seen(subject), {"about": recorded.id})
    assert attaching.attached(office, [recorded.id]) == ()
    with pytest.raises(Refused, match="attachment_guarded"):
        attaching.open_picture(office, subject)


@pytest.mark.parametrize("role", ["auditor", "coordinator", "administrator"])
def test_roles_that_see_no_client_see_no_picture(office: Office, session: Session, role: str) -> None:
    subject = attaching.attach(office, session.id, "", PICTURE)
    looking = _as(office, role)
    assert not attaching.may_attach(looking, session.id)
    for act in (
        lambda: attaching.attached(looking, [session.id]),
        lambda: attaching.open_picture(looking, subject),
        lambda: attaching.found(looking, session.id),
        lambda: attaching.add(looking, session.id, [Brought("x", b"x")]),
        lambda: attaching.withdraw(looking, subject, "x"),
    ):
        with pytest.raises(Refused, match="not_allowed"):
            act()


def test_a_counter_officer_attaches(office: Office, session: Session) -> None:
    sitting = seated(office, add(office, AISYAH, "counter"))
    assert attaching.attach(sitting, session.id, "", PICTURE)
    (shown,) = attaching.attached(sitting, [session.id])
    assert shown.by == AISYAH


def test_a_reference_leads_to_a_visit_with_its_matters(office: Office, session: Session) -> None:
    recorded = counter.record(office, visit(session, matter(), matter("cadangan")))
    ids = (recorded.id, *(one.id for one in recorded.matters))
    assert attaching.found(office, recorded.ref) == ids
    assert attaching.found(office, recorded.ref.lower()) == ids
    assert attaching.found(office, "4/2026") == (session.id,)
    with pytest.raises(Refused):
        attaching.found(office, "9/2031")


def test_what_is_attached_to_must_be_there(office: Office, session: Session) -> None:
    with pytest.raises(Refused, match="record_unknown"):
        attaching.add(office, "f" * 32, [Brought("x", samples.photo())])


def test_a_stop_keeps_what_was_attached_before(office: Office, session: Session) -> None:
    class Enough(Exception):
        pass

    def step(done: int, of: int, title: str) -> None:
        if done == 1:
            raise Enough

    brought = [Brought("a", samples.photo()), Brought("b", samples.photo())]
    with pytest.raises(Enough):
        attaching.add(office, session.id, brought, step)
    assert [one.attachment.title for one in attaching.attached(office, [session.id])] == ["a"]


def test_the_table_is_put_right_by_the_files(office: Office, session: Session) -> None:
    subject = attaching.attach(office, session.id, "", PICTURE)
    folder = BlobFolder(files(office))
    (name,) = folder.names()
    os.rename(folder.path(name), files(office) / "away")
    blobs.settle(office.vault, files(office))
    with office.vault.read() as conn:
        assert blobs.amounts(conn) == (0, 0)
    os.rename(files(office) / "away", folder.path(name))
    blobs.settle(office.vault, files(office))
    with office.vault.read() as conn:
        assert blobs.amounts(conn)[0] == 1
        found = blobs.one(conn, subject)
    assert found is not None
    assert found.is_here
    assert found.thumb == PICTURE.thumb


def test_records_are_found_as_before(office: Office, session: Session) -> None:
    recorded = counter.record(office, visit(session))
    attaching.attach(office, recorded.id, "Surat", PICTURE)
    record = records.open_record(office, recorded.id)
    assert records.correct(office, record, _renamed(record), "ejaan").name == "Salmah binti Othman"


def _renamed(record: records.Record):  # type: ignore[no-untyped-def]
    from hbp_desktop.domain.visit import VisitDraft

    return replace(VisitDraft.of(record.visit), name="Salmah binti Othman")
