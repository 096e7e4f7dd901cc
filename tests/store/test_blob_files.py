"""Encrypted files of attachments: their bytes as the page tells them, pieces, a full disk, leftovers."""

import os
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt

from hbp_desktop.domain.errors import Damaged, NoRoom, Refused
from hbp_desktop.store.blob_files import DAY, ORPHAN_KEPT, BlobFolder, seal, unseal

PLAIN = b"\xff\xd8\xff" + bytes(range(256)) * 40


def test_the_bytes_are_as_the_page_tells() -> None:
    sealed = seal(PLAIN)
    inner = blake2b(digest_size=32, key=sealed.key, person=b"hbp-blob-key-1").digest()
    name = blake2b(sealed.data, digest_size=32, key=sealed.key, person=b"hbp-blob-name-1").hexdigest()
    assert sealed.data[:8] == b"hbpblob1"
    assert decrypt(sealed.data[32:], b"hbpblob1", sealed.data[8:32], inner) == PLAIN
    assert sealed.name == name
    assert unseal(sealed.data, sealed.key) == PLAIN


def test_the_same_picture_twice_is_two_files_that_share_nothing() -> None:
    one, two = seal(PLAIN), seal(PLAIN)
    assert one.name != two.name
    assert one.data[8:] != two.data[8:]
    with pytest.raises(Damaged):
        unseal(one.data, two.key)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(cuts=st.lists(st.integers(0, 10_284), max_size=6), again=st.booleans())
def test_any_pieces_make_the_file(tmp_path: Path, cuts: list[int], again: bool) -> None:
    files, sealed = BlobFolder(tmp_path / "files"), seal(PLAIN)
    size = len(sealed.data)
    edges = [0, *sorted(min(cut, size) for cut in cuts), size]
    for start, end in pairwise(edges):
        assert files.held(sealed.name, size) == start
        assert files.add(sealed.name, sealed.key, start, size, sealed.data[start:end]) == end
        if again and 0 < end < size:
            with pytest.raises(Refused, match="attachment_offset"):
                files.add(sealed.name, sealed.key, end + 1, size, b"")
    assert files.read(sealed.name, sealed.key) == sealed.data


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
def test_a_full_disk_is_told_and_what_was_held_stays(tmp_path: Path) -> None:
    files, sealed = BlobFolder(tmp_path), seal(PLAIN)
    part = tmp_path / f"{sealed.name}.part"
    part.symlink_to("/dev/full")
    with pytest.raises(NoRoom, match="disk_full"):
        files.add(sealed.name, sealed.key, 0, len(sealed.data), sealed.data[:5000])
    part.unlink()
    assert files.add(sealed.name, sealed.key, 0, len(sealed.data), sealed.data) == len(sealed.data)


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    files, sealed = BlobFolder(tmp_path / "file"), seal(PLAIN)
    with pytest.raises(NoRoom):
        files.put(sealed.name, sealed.data)
    assert files.names() == frozenset()


@pytest.mark.parametrize("name", ["", "x", "../" + "a" * 61, "A" * 64, "a" * 63 + "/", "a" * 65])
def test_no_other_name_leads_to_a_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="attachment_unknown"):
        BlobFolder(tmp_path).path(name)


def test_sweeping_takes_what_is_old_and_ours_alone(tmp_path: Path) -> None:
    files, known, lost = BlobFolder(tmp_path), seal(PLAIN), seal(PLAIN)
    for sealed in (known, lost):
        files.put(sealed.name, sealed.data)
    names = (".writing-1", f".receiving-{known.name}", f"{'b' * 64}.part", "catatan.txt")
    for name in names:
        (tmp_path / name).write_bytes(b"x")

    def age(seconds: int) -> None:
        for path in tmp_path.iterdir():
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - seconds))

    files.sweep(frozenset({known.name}))
    assert len(list(tmp_path.iterdir())) == 6
    age(2 * DAY)
    files.sweep(frozenset({known.name}))
    assert {path.name for path in tmp_path.iterdir()} == {known.name, lost.name, names[2], names[3]}
    age(ORPHAN_KEPT)
    files.sweep(frozenset({known.name}))
    assert {path.name for path in tmp_path.iterdir()} == {known.name, "catatan.txt"}
