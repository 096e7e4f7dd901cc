"""Attachments at the state office: only what an entry of that office names, whole or not at all."""

import os
import threading
from pathlib import Path

import pytest

from hbp_desktop.domain.attachment import MOST_FILE, Attachment, subject_of
from hbp_desktop.domain.errors import Damaged, HbpError, Locked, Refused
from hbp_desktop.state_office.attachments import Attachments
from hbp_desktop.store.blob_files import BlobFolder, Sealed, seal
from tests.state_office.stands import OFFICE, Stand, Writer

PLAIN = b"\xff\xd8\xff" + bytes(range(256)) * 800


@pytest.fixture
def files(stand: Stand, tmp_path: Path) -> Attachments:
    return Attachments(stand.database, tmp_path / "attachments")


def told(stand: Stand, writer: Writer, sealed: Sealed, **more: object) -> Sealed:
    """Push the entry that names a file."""
    fields = Attachment(
        id=subject_of(sealed.name),
        session="s",
        about="s",
        name=sealed.name,
        size=len(sealed.data),
        key=sealed.key,
    ).fields()
    writer.write(subject=subject_of(sealed.name), kind="attachment", **(fields | more))
    stand.push(writer)
    return sealed


def test_a_file_that_an_entry_names_is_taken_piece_by_piece_and_given_back(
    stand: Stand, files: Attachments, tmp_path: Path
) -> None:
    sealed = told(stand, stand.writer(), seal(PLAIN))
    size, held = len(sealed.data), 0
    while held < size:
        assert files.size(OFFICE, sealed.name) == held
        with pytest.raises(Refused, match="attachment_missing"):
            files.part(OFFICE, sealed.name, 0, 100)
        held = files.add(OFFICE, sealed.name, held, size, sealed.data[held : held + 60_000])
    assert files.size(OFFICE, sealed.name) == size
    assert files.part(OFFICE, sealed.name, 0, size) == sealed.data
    assert files.part(OFFICE, sealed.name, 1000, 10) == sealed.data[1000:1010]
    assert files.part(OFFICE, sealed.name, size + 5, 10) == b""
    with stand.database.read() as conn:
        row = conn.exec_driver_sql("SELECT name, office, size, held FROM attachments").one()
    assert tuple(row) == (sealed.name, OFFICE, size, size)
    assert [path.name for path in (tmp_path / "attachments" / OFFICE).iterdir()] == [sealed.name]


def test_a_name_that_no_entry_tells_of_is_not_there(stand: Stand, files: Attachments, tmp_path: Path) -> None:
    sealed = seal(PLAIN)
    for act in (
        lambda: files.size(OFFICE, sealed.name),
        lambda: files.add(OFFICE, sealed.name, 0, len(sealed.data), sealed.data),
        lambda: files.part(OFFICE, sealed.name, 0, 10),
    ):
        with pytest.raises(Refused, match="attachment_missing"):
            act()
    assert not (tmp_path / "attachments").exists()


def test_another_offices_attachment_is_refused(stand: Stand, files: Attachments) -> None:
    sealed = told(stand, stand.writer(), seal(PLAIN))
    with pytest.raises(Refused, match="office_other"):
        files.add("SGR01", sealed.name, 0, len(sealed.data), sealed.data)


def test_a_stranger_who_copies_a_name_disturbs_nobody(stand: Stand, files: Attachments) -> None:
    sealed = told(stand, stand.writer(), seal(PLAIN))
    size = len(sealed.data)
    files.add(OFFICE, sealed.name, 0, size, sealed.data[:50_000])
    told(stand, stand.writer("SGR01"), Sealed(sealed.name, b"k" * 32, bytes(size)))
    with pytest.raises(Damaged, match="attachment_damaged"):
        files.add("SGR01", sealed.name, 0, size, bytes(size))
    assert files.size(OFFICE, sealed.name) == 50_000
    assert files.add(OFFICE, sealed.name, 50_000, size, sealed.data[50_000:]) == size
    assert files.part(OFFICE, sealed.name, 0, size) == sealed.data


@pytest.mark.parametrize(
    "more",
    [
        {"name": "../../etc/passwd"},
        {"key": "?"},
        {"key": ""},
        {"size": MOST_FILE + 1},
        {"size": 0},
        {"size": "9"},
    ],
)
def test_an_entry_that_names_no_possible_file_lets_nothing_in(
    stand: Stand, files: Attachments, more: dict[str, object]
) -> None:
    sealed = told(stand, stand.writer(), seal(PLAIN), **more)
    with pytest.raises(Refused, match="attachment_missing"):
        files.add(OFFICE, sealed.name, 0, len(sealed.data), sealed.data)


def test_a_subject_that_is_not_its_names_lets_nothing_in(stand: Stand, files: Attachments) -> None:
    sealed, writer = seal(PLAIN), stand.writer()
    fields = Attachment(id="", name=sealed.name, size=len(sealed.data), key=sealed.key).fields()
    writer.write(subject="f" * 32, kind="attachment", **fields)
    writer.write(subject=subject_of(sealed.name), kind="visit", **fields)
    stand.push(writer)
    with pytest.raises(Refused, match="attachment_missing"):
        files.size(OFFICE, sealed.name)


def test_wrong_offsets_and_sizes_are_answered_with_what_is_held(stand: Stand, files: Attachments) -> None:
    sealed = told(stand, stand.writer(), seal(PLAIN))
    size = len(sealed.data)
    files.add(OFFICE, sealed.name, 0, size, sealed.data[:1000])
    for offset in (0, 999, 1001, size - 1):
        with pytest.raises(Refused, match="attachment_offset") as refused:
            files.add(OFFICE, sealed.name, offset, size, b"x")
        assert refused.value.values == {"held": 1000}
    for offset, of, data in ((1000, size + 1, b"x"), (1000, size, bytes(size)), (-1, size, b"x")):
        with pytest.raises(Refused, match="attachment_too_large"):
            files.add(OFFICE, sealed.name, offset, of, data)
    assert files.size(OFFICE, sealed.name) == 1000


def test_bytes_that_are_not_the_files_are_thrown_away_at_the_end(stand: Stand, files: Attachments) -> None:
    sealed = told(stand, stand.writer(), seal(PLAIN))
    size = len(sealed.data)
    wrong = bytes([sealed.data[0] ^ 1]) + sealed.data[1:]
    with pytest.raises(Damaged, match="attachment_damaged"):
        files.add(OFFICE, sealed.name, 0, size, wrong)
    assert files.size(OFFICE, sealed.name) == 0
    assert files.add(OFFICE, sealed.name, 0, size, sealed.data) == size
    assert files.add(OFFICE, sealed.name, 0, size, b"again") == size  # asked twice: it is whole
    assert files.part(OFFICE, sealed.name, 0, size) == sealed.data


def test_two_at_once_hold_the_file_once(stand: Stand, files: Attachments) -> None:
    sealed = told(stand, stand.writer(), seal(PLAIN))
    size, failed = len(sealed.data), []

    def send() -> None:
        held = 0
        while held < size:
            try:
                held = files.add(OFFICE, sealed.name, held, size, sealed.data[held : held + 9_000])
            except Refused as refused:
                held = int(refused.values["held"])
            except Locked:
                held = files.size(OFFICE, sealed.name)
            except HbpError as error:
                failed.append(error.code)
                return

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert files.part(OFFICE, sealed.name, 0, size) == sealed.data


def test_sweeping_leaves_whole_files_and_fresh_parts(
    stand: Stand, files: Attachments, tmp_path: Path
) -> None:
    whole, part = (told(stand, stand.writer(), seal(PLAIN + bytes([n]))) for n in range(2))
    files.add(OFFICE, whole.name, 0, len(whole.data), whole.data)
    files.add(OFFICE, part.name, 0, len(part.data), part.data[:10])
    folder = tmp_path / "attachments" / OFFICE
    (folder / ".writing-1").write_bytes(b"x")
    for name in (".writing-1", whole.name):
        _age(folder / name)
    files.sweep()
    assert whole.name in BlobFolder(folder).names()
    assert files.size(OFFICE, part.name) == 10
    assert not (folder / ".writing-1").exists()


def _age(path: Path) -> None:
    os.utime(path, (1, 1))
