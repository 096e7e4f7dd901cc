"""A backup counts only once it was read back whole; a failed one leaves the others as they were."""

import io
import os
import shutil
import stat
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.errors import Damaged, HbpError, Locked, NoRoom, Unreachable
from hbp_desktop.domain.ids import new_id
from hbp_desktop.store import backup, keyslots, parcel
from hbp_desktop.store.backup import Copy, Source, make
from hbp_desktop.store.durable import claimed
from hbp_desktop.store.keyslots import Keyslots
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.slots import recovery_slot, seal
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.verify import verify
from tests.store.laptops import KEY, Laptop

WHEN = datetime(2026, 11, 24, 0, 30, 15, tzinfo=UTC)
CANARY = "Salmah binti Osman"


def slots_of(laptop: Laptop) -> Keyslots:
    slot = recovery_slot(PersonKeys(b"c" * 32))
    return Keyslots("vault-00112233445566ff.db", "SGR06", "ab" * 16, (slot,), seal(KEY, (slot,)))


@pytest.fixture
def source(laptop: Laptop, tmp_path: Path) -> Source:
    laptop.create("visit", new_id(), {"name": {"given": CANARY}})
    return Source(laptop.vault, KEY, slots_of(laptop), tmp_path / "backup.lock")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pemacu USB é"
    made.mkdir()
    return made


@pytest.fixture
def copy(source: Source, folder: Path) -> Copy:
    return make(source, folder, "asked", WHEN)


def opened(copy: Copy, tmp_path: Path) -> Vault:
    place = tmp_path / "unpacked.db"
    parcel.unpack(parcel.look(copy.path), place, lambda _count: None)
    return Vault.open(place, KEY, older=True)


def test_a_backup_is_one_file_with_the_whole_journal_in_it(
    source: Source, copy: Copy, folder: Path, tmp_path: Path
) -> None:
    assert [path.name for path in folder.iterdir()] == [copy.path.name]
    twin = opened(copy, tmp_path)
    assert verify(twin).ok
    with twin.read() as theirs, source.vault.read() as ours:
        assert backup.heads_of(theirs) == backup.heads_of(ours) == copy.manifest.heads
    twin.close()


def test_it_brings_the_slots_that_open_it(source: Source, copy: Copy) -> None:
    assert parcel.look(copy.path).slots == source.slots


def test_neither_its_name_nor_its_bytes_tell_anything_personal(copy: Copy) -> None:
    data = copy.path.read_bytes()
    assert b"CREATE TABLE" not in data
    assert b"Salmah" not in data
    assert copy.path.name == f"hbp-SGR06-20261124-003015-asked-{copy.manifest.id}.hbpbackup"
    assert stat.S_IMODE(copy.path.stat().st_mode) == 0o600 or os.name != "posix"


def test_what_is_typed_meanwhile_waits_for_nobody_and_is_not_half_in_it(
    source: Source, folder: Path, laptop: Laptop, tmp_path: Path
) -> None:
    written: list[str] = []

    def type_on(_done: int, _of: int) -> None:
        if not written:
            written.append(new_id())
            laptop.create("visit", written[0], {"name": {"given": CANARY}})

    made = make(source, folder, "asked", WHEN, type_on)
    twin = opened(made, tmp_path)
    assert verify(twin).ok
    with twin.read() as conn:
        known = conn.exec_driver_sql("SELECT count(*) FROM visits WHERE id = ?", (written[0],)).scalar_one()
    twin.close()
    assert (known, laptop.holds(written[0])) == (0, True)


def test_progress_goes_up_to_the_end(source: Source, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    make(source, folder, "asked", WHEN, lambda done, of: told.append((done, of)))
    shares = [done / of for done, of in told]
    assert shares == sorted(shares)
    assert shares[-1] > 0.9


class Stopped(Exception):
    pass


@pytest.mark.parametrize("at", [0, 0.4, 0.9])
def test_one_that_is_stopped_leaves_the_older_ones_and_nothing_else(
    source: Source, folder: Path, copy: Copy, at: float
) -> None:
    def stop(done: int, of: int) -> None:
        if done >= at * of:
            raise Stopped

    before = copy.path.read_bytes()
    with pytest.raises(Stopped):
        make(source, folder, "asked", WHEN, stop)
    assert [path.read_bytes() for path in folder.iterdir()] == [before]


def test_a_copy_that_is_not_like_the_vault_never_gets_its_name(
    source: Source, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = parcel.pack

    def spoil(path: Path, manifest: parcel.Manifest, *rest: object) -> None:
        counts = {**manifest.counts, "entries": manifest.entries + 1}
        pack(path, parcel.Manifest(**{**vars(manifest), "counts": counts}), *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(parcel, "pack", spoil)
    with pytest.raises(Damaged, match="backup_differs"):
        make(source, folder, "asked", WHEN)
    assert list(folder.iterdir()) == []


def test_a_disk_that_writes_other_bytes_is_found_out(
    source: Source, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_disk = backup._to_disk

    def rot(path: Path) -> None:
        to_disk(path)
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 4
        path.write_bytes(data)

    monkeypatch.setattr(backup, "_to_disk", rot)
    with pytest.raises(Damaged, match="backup_damaged"):
        make(source, folder, "asked", WHEN)
    assert list(folder.iterdir()) == []


def test_a_killed_ones_leftovers_go_with_the_next(source: Source, folder: Path) -> None:
    for name in (".copying-0123456789abcdef.db", ".copying-0123456789abcdef.db-wal", "surat.txt"):
        (folder / name).write_bytes(b"x")
    copy = make(source, folder, "asked", WHEN)
    assert {path.name for path in folder.iterdir()} == {copy.path.name, "surat.txt"}


def test_a_folder_that_is_gone_is_not_made_anew(source: Source, tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="backup_folder_gone"):
        make(source, tmp_path / "pemacu yang dicabut", "asked", WHEN)
    assert not (tmp_path / "pemacu yang dicabut").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this account")
def test_a_folder_that_may_not_be_written_is_told(source: Source, folder: Path) -> None:
    folder.chmod(0o500)
    try:
        with pytest.raises(NoRoom, match="backup_folder_closed"):
            make(source, folder, "asked", WHEN)
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "code"), [(28, "backup_no_room"), (30, "backup_folder_closed"), (5, "backup_folder_gone")]
)
def test_a_full_a_closed_and_an_unplugged_disk_are_told_apart(
    source: Source, folder: Path, copy: Copy, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(parcel, "pack", refuse)
    with pytest.raises(HbpError, match=code):
        make(source, folder, "asked", WHEN)
    assert list(folder.iterdir()) == [copy.path]


def test_two_at_once_do_not_meet(source: Source, folder: Path) -> None:
    with claimed(source.lock), pytest.raises(Locked, match="backup_running"):
        make(source, folder, "asked", WHEN)


def test_a_folders_backups_are_listed_newest_first_and_the_unreadable_beside_them(
    source: Source, folder: Path, copy: Copy
) -> None:
    later = make(source, folder, "auto", datetime(2026, 11, 25, tzinfo=UTC))
    (folder / "hbp-lama.hbpbackup").write_bytes(b"PK")
    copies, unreadable = backup.listed(folder)
    assert [one.path for one in copies] == [later.path, copy.path]
    assert [path.name for path in unreadable] == ["hbp-lama.hbpbackup"]
    assert backup.listed(folder / "tiada") == ((), ())


# --- files that are not what they should be


def refused(path: Path, tmp_path: Path) -> str:
    """Read a file as a restore does; "" when it was taken."""
    place = tmp_path / "trial.db"
    try:
        backup.prove(parcel.look(path), KEY, place, lambda _count: None)
    except HbpError as error:
        return error.code
    finally:
        for leftover in tmp_path.glob("trial.db*"):
            leftover.unlink()
    return ""


def test_the_control_a_sound_one_is_taken(copy: Copy, tmp_path: Path) -> None:
    assert refused(copy.path, tmp_path) == ""


def test_flipped_bits_are_found_or_change_nothing(copy: Copy, tmp_path: Path) -> None:
    data, told = copy.path.read_bytes(), parcel.look(copy.path)
    spoilt = tmp_path / "spoilt.hbpbackup"
    step = max(1, len(data) // 60)
    ends = [*range(0, 400, 5), *range(len(data) - 300, len(data), 2)]
    taken = []
    for at in (*ends, *range(400, len(data), step)):
        spoilt.write_bytes(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :])
        code = refused(spoilt, tmp_path)
        if not code:
            taken.append(at)
            found = parcel.look(spoilt)
            assert (found.manifest, found.slots) == (told.manifest, told.slots)
    # Only what a zip says twice or nobody reads: times, versions, attributes.
    assert len(taken) < 40
    assert all(at < 400 or at > len(data) - 300 for at in taken)


def test_a_shortened_one_is_refused_wherever_it_ends(copy: Copy, tmp_path: Path) -> None:
    data, spoilt = copy.path.read_bytes(), tmp_path / "spoilt.hbpbackup"
    for length in (0, 3, 4, 30, 1000, len(data) // 2, len(data) - 100, len(data) - 22, len(data) - 1):
        spoilt.write_bytes(data[:length])
        assert refused(spoilt, tmp_path) in ("backup_damaged", "backup_not_one")
    spoilt.write_bytes(data + b"\0")
    assert refused(spoilt, tmp_path) == "backup_damaged"


def rebuilt(copy: Copy, change: Callable[[dict[str, bytes], io.BytesIO], bytes | None]) -> bytes:
    with zipfile.ZipFile(copy.path) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    target = io.BytesIO()
    done = change(parts, target)
    if done is not None:
        return done
    return target.getvalue()


def written(parts: dict[str, bytes], target: io.BytesIO, compress: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(target, "w", compress) as zipped:
        for name, data in parts.items():
            zipped.writestr(zipfile.ZipInfo(name), data, compress)


def a_bomb(parts: dict[str, bytes], target: io.BytesIO) -> None:
    written({**parts, list(parts)[2]: bytes(50_000_000)}, target, zipfile.ZIP_DEFLATED)


def a_way_out(parts: dict[str, bytes], target: io.BytesIO) -> None:
    written(
        {MEMBER: parts[MEMBER] for MEMBER in list(parts)[:2]} | {"../../vault-00112233445566ff.db": b"x"},
        target,
    )


def one_more(parts: dict[str, bytes], target: io.BytesIO) -> None:
    written({**parts, "README.txt": b"x"}, target)


def one_less(parts: dict[str, bytes], target: io.BytesIO) -> None:
    written(dict(list(parts.items())[:2]), target)


def twice_the_same(parts: dict[str, bytes], target: io.BytesIO) -> None:
    with zipfile.ZipFile(target, "w") as zipped, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in (*list(parts)[:2], "manifest.json"):
            zipped.writestr(zipfile.ZipInfo(name), parts[name])


def a_link(parts: dict[str, bytes], target: io.BytesIO) -> None:
    with zipfile.ZipFile(target, "w") as zipped:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            zipped.writestr(info, b"/etc/passwd" if name.startswith("vault") else data)


def another_vaults_name(parts: dict[str, bytes], target: io.BytesIO) -> None:
    manifest, slots, vault = parts
    written(
        {manifest: parts[manifest], slots: parts[slots], "vault-ffffffffffffffff.db": parts[vault]}, target
    )


def a_word_file(parts: dict[str, bytes], target: io.BytesIO) -> None:
    written({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>", "a": b""}, target)


def said_otherwise(**more: object) -> Callable[[dict[str, bytes], io.BytesIO], None]:
    def change(parts: dict[str, bytes], target: io.BytesIO) -> None:
        written({**parts, "manifest.json": dump(load(parts["manifest.json"], 1 << 22) | more)}, target)

    return change


HOSTILE: list[tuple[Callable[[dict[str, bytes], io.BytesIO], None], str]] = [
    (a_bomb, "backup_damaged"),
    (a_way_out, "backup_not_one"),
    (one_more, "backup_not_one"),
    (one_less, "backup_not_one"),
    (twice_the_same, "backup_not_one"),
    (a_link, "backup_damaged"),
    (another_vaults_name, "backup_damaged"),
    (a_word_file, "backup_not_one"),
    (said_otherwise(v=2), "backup_newer"),
    (said_otherwise(schema=99), "backup_newer"),
    (said_otherwise(schema=True), "backup_damaged"),
    (said_otherwise(counts=[]), "backup_damaged"),
    (said_otherwise(counts={"entries": 1}), "backup_differs"),
    (said_otherwise(heads={"x": [["z", 1]]}), "backup_damaged"),
    (said_otherwise(office="PNG01"), "backup_differs"),
    (said_otherwise(id=7), "backup_damaged"),
]


@pytest.mark.parametrize(("change", "code"), HOSTILE)
def test_what_is_not_exactly_a_backup_is_refused(
    copy: Copy, tmp_path: Path, change: Callable[[dict[str, bytes], io.BytesIO], None], code: str
) -> None:
    spoilt = tmp_path / "spoilt.hbpbackup"
    spoilt.write_bytes(rebuilt(copy, change))
    assert refused(spoilt, tmp_path) == code


def test_a_foreign_file_and_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "surat.hbpbackup").write_bytes(b"Kepada Tuan,")
    assert refused(tmp_path / "surat.hbpbackup", tmp_path) == "backup_not_one"
    assert refused(tmp_path / "tiada.hbpbackup", tmp_path) == "backup_missing"
    assert refused(tmp_path, tmp_path) == "backup_missing"


def test_another_key_does_not_open_it(copy: Copy, tmp_path: Path) -> None:
    with pytest.raises(Locked, match="vault_wrong_key"):
        backup.prove(parcel.look(copy.path), b"z" * 32, tmp_path / "trial.db", lambda _count: None)


@pytest.fixture(autouse=True)
def _no_leftovers(tmp_path: Path) -> Iterator[None]:
    yield
    assert not [path for path in tmp_path.rglob(".copying-*") if path.suffix == ".zip"]


def test_slots_in_it_that_were_changed_are_refused(copy: Copy, tmp_path: Path) -> None:
    other = recovery_slot(PersonKeys(b"d" * 32))

    def change(parts: dict[str, bytes], target: io.BytesIO) -> None:
        held = keyslots.from_bytes(parts["keyslots.json"])
        swapped = Keyslots(held.vault, held.office, held.ring, (other,), held.sealed)
        written({**parts, "keyslots.json": keyslots.to_bytes(swapped)}, target)

    spoilt = tmp_path / "spoilt.hbpbackup"
    spoilt.write_bytes(rebuilt(copy, change))
    assert refused(spoilt, tmp_path) == "backup_damaged"


def test_a_copy_of_the_file_elsewhere_is_the_same_backup(copy: Copy, tmp_path: Path) -> None:
    moved = shutil.copyfile(copy.path, tmp_path / "salinan saya.zip")
    assert parcel.look(Path(moved)).manifest == copy.manifest
