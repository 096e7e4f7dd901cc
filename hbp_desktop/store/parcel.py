"""A backup's one file: an uncompressed zip of a manifest, the slots and the encrypted vault, in this order.

`manifest.json`, `keyslots.json`, `vault-<16 hex>.db`: stored, one after another, nothing before, between or
behind. What is not exactly that is not a backup; names and sizes inside are compared, never followed.

The manifest is canonical JSON, readable without a key and so without personal data: `v` 1, `id`, `kind`
(auto, asked, upgrade), `office`, `made_at` and `until` (seconds since 1970, UTC; until: the last own entry),
`program`, `schema`, `machine` (keyed digest), `counts` (table: rows), `heads` (chain: [[seq, hash], …]),
`signed` (heads that prove themselves, as in domain/proof.py; absent in backups of older programs),
`vault` and `slots` ([bytes, BLAKE2b-256]), `attachments` (names of the
files in the folder `attachments` beside the backup).
"""

import os
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.errors import Damaged, Refused, Unreachable
from hbp_desktop.domain.proof import SignedHead, heads_as_json, heads_in
from hbp_desktop.domain.strict import number
from hbp_desktop.store import keyslots, schema
from hbp_desktop.store.keyslots import Keyslots

VERSION = 1
MANIFEST, SLOTS = "manifest.json", "keyslots.json"
LONGEST_MANIFEST = 4 * 1024 * 1024
CHUNK = 1024 * 1024

_END = struct.Struct("<4s4H2LH")  # the zip's last 22 bytes
_LOCAL = 30  # bytes before a member's name
_LONGEST_DIRECTORY = 1024
_REQUIRED = {"v", "id", "kind", "office", "made_at", "until", "program", "schema", "machine", "counts"}
_REQUIRED |= {"heads", "vault", "slots", "attachments"}

Moved = Callable[[int], None]


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself; `heads` maps a chain to its ends (hash -> seq), `signed` proves them."""

    id: str
    kind: str
    office: str
    made_at: int
    until: int
    program: str
    schema: int
    machine: str
    counts: Mapping[str, int]
    heads: Mapping[str, Mapping[bytes, int]]
    attachments: tuple[str, ...] = field(default=())
    signed: tuple[SignedHead, ...] = ()

    @property
    def entries(self) -> int:
        """How many entries the journal in it has."""
        return self.counts.get("entries", 0)


@dataclass(frozen=True)
class Parcel:
    """An opened look at a backup: what it says, whom it lets in, how large its vault is."""

    path: Path
    manifest: Manifest
    slots: Keyslots
    vault_bytes: int


def pack(path: Path, manifest: Manifest, slots: Keyslots, vault: Path, moved: Moved) -> None:
    """Write a new file; OSError is the caller's to tell. `moved` hears of each chunk's bytes."""
    slots_bytes = keyslots.to_bytes(slots)
    said = _as_json(manifest) | {"vault": _measure(vault), "slots": [len(slots_bytes), _digest(slots_bytes)]}
    when = datetime.fromtimestamp(manifest.made_at, UTC).timetuple()[:6]
    with (
        open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as zipped,
    ):
        zipped.writestr(_member(MANIFEST, when), dump(said))
        zipped.writestr(_member(SLOTS, when), slots_bytes)
        inside = _member(slots.vault, when)
        inside.file_size = vault.stat().st_size
        with zipped.open(inside, "w") as target, vault.open("rb") as source:
            _carry(source, target, moved)


def look(path: Path) -> Parcel:
    """Read what a file says without opening its vault.

    Raises Damaged (backup_not_one, backup_damaged), Refused (backup_newer, backup_missing, slots_newer).
    """
    with _opened(path) as zipped:
        infos = _members(path, zipped)
        said = _manifest(_read(zipped, infos[0], LONGEST_MANIFEST))
        raw_slots = _read(zipped, infos[1], keyslots.LONGEST_FILE)
        if [len(raw_slots), _digest(raw_slots)] != said["slots"]:
            raise Damaged("backup_damaged")
        slots = _slots(raw_slots)
        if infos[2].filename != slots.vault or infos[2].file_size != said["vault"][0]:
            raise Damaged("backup_damaged")
        return Parcel(path, _typed(said), slots, infos[2].file_size)


def unpack(parcel: Parcel, vault: Path, moved: Moved) -> None:
    """Write the vault inside to a new file, its digest checked; raises Damaged, and OSError for the disk."""
    with _opened(parcel.path) as zipped:
        infos = _members(parcel.path, zipped)
        said = _manifest(_read(zipped, infos[0], LONGEST_MANIFEST))
        hashing = blake2b(digest_size=32)
        with open(vault, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as target:
            for piece in _pieces(zipped, infos[2]):
                target.write(piece)
                hashing.update(piece)
                moved(len(piece))
            target.flush()
            os.fsync(target.fileno())
    if hashing.hexdigest() != said["vault"][1]:
        raise Damaged("backup_damaged")


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        _check_end(path)
        with zipfile.ZipFile(path) as zipped:
            yield zipped
    except FileNotFoundError:
        raise Refused("backup_missing") from None
    except (zipfile.BadZipFile, NotImplementedError, EOFError, struct.error, UnicodeDecodeError):
        raise Damaged("backup_damaged") from None


def _check_end(path: Path) -> None:
    """See that the file ends as ours do, before anything larger is read of it."""
    if not path.is_file():
        raise Refused("backup_missing")
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begins = file.read(4)
            file.seek(max(0, size - _END.size))
            end = file.read(_END.size)
    except OSError:
        raise Unreachable("backup_unreadable") from None
    if begins != b"PK\3\4":
        raise Damaged("backup_not_one")
    if len(end) != _END.size or end[:4] != b"PK\5\6":
        raise Damaged("backup_damaged")
    _, disk, first, here, all_of_them, directory, offset, comment = _END.unpack(end)
    if (disk, first, comment) != (0, 0, 0) or directory > _LONGEST_DIRECTORY:
        raise Damaged("backup_damaged")
    if offset + directory + _END.size != size or here != all_of_them:
        raise Damaged("backup_damaged")


def _members(path: Path, zipped: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Give the three members in order, when they are all there is and nothing about them is strange."""
    infos = zipped.infolist()
    names = [info.filename for info in infos]
    if len(names) != 3 or names[:2] != [MANIFEST, SLOTS] or not keyslots.is_vault_name(names[2]):
        raise Damaged("backup_not_one")
    at = 0
    for info in infos:
        kind = stat.S_IFMT(info.external_attr >> 16)
        stored = info.compress_type == zipfile.ZIP_STORED and info.compress_size == info.file_size
        if not stored or info.flag_bits or info.extra or kind not in (0, stat.S_IFREG):
            raise Damaged("backup_damaged")
        if info.header_offset != at:
            raise Damaged("backup_damaged")
        at += _LOCAL + len(info.filename) + info.file_size
    if at != zipped.start_dir or at > path.stat().st_size:
        raise Damaged("backup_damaged")
    return infos


def _read(zipped: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if info.file_size > most:
        raise Damaged("backup_damaged")
    return b"".join(_pieces(zipped, info))


def _pieces(zipped: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with zipped.open(info) as member:
            while piece := member.read(CHUNK):
                yield piece
    except OSError:
        raise Unreachable("backup_unreadable") from None


def _carry(source: IO[bytes], target: IO[bytes], moved: Moved) -> None:
    while piece := source.read(CHUNK):
        target.write(piece)
        moved(len(piece))


def _member(name: str, when: Any) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (max(when[0], 1980), *when[1:]))
    info.external_attr = (stat.S_IFREG | 0o600) << 16
    return info


def _measure(path: Path) -> list[object]:
    hashing = blake2b(digest_size=32)
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            hashing.update(piece)
    return [path.stat().st_size, hashing.hexdigest()]


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=32).hexdigest()


def _slots(data: bytes) -> Keyslots:
    try:
        return keyslots.from_bytes(data)
    except Damaged:
        raise Damaged("backup_damaged") from None


def _as_json(manifest: Manifest) -> dict[str, Any]:
    ends = {
        chain: sorted([seq, top.hex()] for top, seq in tops.items()) for chain, tops in manifest.heads.items()
    }
    return {
        "v": VERSION,
        "id": manifest.id,
        "kind": manifest.kind,
        "office": manifest.office,
        "made_at": manifest.made_at,
        "until": manifest.until,
        "program": manifest.program,
        "schema": manifest.schema,
        "machine": manifest.machine,
        "counts": dict(manifest.counts),
        "heads": ends,
        "attachments": list(manifest.attachments),
        "signed": heads_as_json(manifest.signed),
    }


def _manifest(data: bytes) -> dict[str, Any]:
    try:
        said = load(data, LONGEST_MANIFEST)
    except (Damaged, ValueError):
        raise Damaged("backup_damaged") from None
    if type(said) is not dict or type(said.get("v")) is not int or type(said.get("schema")) is not int:
        raise Damaged("backup_damaged")
    if said["v"] > VERSION or said["schema"] > schema.CURRENT:
        raise Refused("backup_newer", program=str(said.get("program", ""))[:20])
    if not said.keys() >= _REQUIRED:
        raise Damaged("backup_damaged")
    return said


def _typed(said: dict[str, Any]) -> Manifest:
    try:
        return Manifest(
            id=_text(said["id"]),
            kind=_text(said["kind"]),
            office=_text(said["office"]),
            made_at=number(said["made_at"]),
            until=number(said["until"]),
            program=_text(said["program"]),
            schema=number(said["schema"]),
            machine=_text(said["machine"]),
            counts={_text(table): number(rows) for table, rows in said["counts"].items()},
            heads={
                _text(chain): {bytes.fromhex(top): number(seq) for seq, top in tops}
                for chain, tops in said["heads"].items()
            },
            attachments=tuple(_text(name) for name in said["attachments"]),
            signed=heads_in(said["signed"]) if said.get("signed") else (),
        )
    except (AttributeError, TypeError, ValueError):
        raise Damaged("backup_damaged") from None


def _text(found: Any) -> str:
    if type(found) is not str or len(found) > 200:
        raise ValueError("text")
    return found
