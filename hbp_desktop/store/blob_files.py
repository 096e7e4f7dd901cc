"""A folder of encrypted files, each named by a keyed hash of its bytes and there whole or as a `.part`.

A file is `hbpblob1`, 24 random bytes, and XChaCha20-Poly1305 over the picture with those first 8 bytes as
associated data. Its key is BLAKE2b keyed by the 32 bytes in the journal, person `hbp-blob-key-1`; its name is
BLAKE2b of the whole file under the same 32 bytes, person `hbp-blob-name-1`: who holds the entry can tell
whether the bytes are whole without opening them, and nobody else can tell what is in them.
"""

import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt
from nacl.exceptions import CryptoError

from hbp_desktop.domain.attachment import KEY_BYTES, MOST_FILE
from hbp_desktop.domain.errors import Damaged, Locked, Refused, Unreachable
from hbp_desktop.store.durable import TEMPORARY, claimed, fsync_folder, make_folder, no_room, replace_file

FOLDER = "attachments"  # beside the vault, and beside backups
MAGIC = b"hbpblob1"
NONCE = 24
DAY = 86_400
PART_KEPT, ORPHAN_KEPT = 30 * DAY, 90 * DAY  # seconds; an entry may come back after its file

_NAME = re.compile(r"[0-9a-f]{64}")
_PART, _LOCK = ".part", ".receiving-"


@dataclass(frozen=True)
class Sealed:
    """An encrypted picture, what it is called, and the key that opens it."""

    name: str
    key: bytes = field(repr=False)
    data: bytes = field(repr=False)


def seal(plain: bytes) -> Sealed:
    """Encrypt a picture under a key of its own."""
    key, nonce = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(NONCE)
    data = MAGIC + nonce + encrypt(plain, MAGIC, nonce, _inner_key(key))
    return Sealed(name_of(data, key), key, data)


def unseal(data: bytes, key: bytes) -> bytes:
    """Decrypt a file; raises Damaged (attachment_damaged)."""
    start = len(MAGIC) + NONCE
    if not data.startswith(MAGIC) or len(data) < start:
        raise Damaged("attachment_damaged")
    try:
        return bytes(decrypt(data[start:], MAGIC, data[len(MAGIC) : start], _inner_key(key)))
    except (CryptoError, ValueError):
        raise Damaged("attachment_damaged") from None


def name_of(data: bytes, key: bytes) -> str:
    """Give the name that these bytes have under a key."""
    return blake2b(data, digest_size=32, key=key, person=b"hbp-blob-name-1").hexdigest()


def _inner_key(key: bytes) -> bytes:
    return blake2b(b"", digest_size=32, key=key, person=b"hbp-blob-key-1").digest()


class BlobFolder:
    """One folder; it is made when the first file comes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Give where a file lies; raises Refused for what is no name of ours."""
        if _NAME.fullmatch(name) is None:
            raise Refused("attachment_unknown")
        return self.folder / name

    def held(self, name: str, size: int) -> int:
        """Tell how many bytes are here: `size` of a whole file, less of one that is still coming.

        Less too where a kill came between the last byte and the name: that byte comes once more.
        """
        whole, part = _size(self.path(name)), _size(self._part(name))
        return size if whole == size else min(part, size - 1)

    def is_whole(self, name: str, size: int) -> bool:
        """Tell whether the file is here whole, by its name and size."""
        return _size(self.path(name)) == size

    def put(self, name: str, data: bytes) -> None:
        """Write a whole file for good; raises NoRoom."""
        make_folder(self.folder)
        replace_file(self.path(name), data)

    def read(self, name: str, key: bytes) -> bytes:
        """Give a file's bytes as they lie; raises Unreachable (attachment_missing), Damaged."""
        try:
            with self.path(name).open("rb") as file:
                data = file.read(MOST_FILE + 1)
        except FileNotFoundError:
            raise Unreachable("attachment_missing") from None
        except OSError:
            raise Damaged("attachment_damaged") from None
        if name_of(data, key) != name:
            raise Damaged("attachment_damaged")
        return data

    def part(self, name: str, offset: int, most: int) -> bytes:
        """Give some bytes of a whole file; raises Refused (attachment_missing)."""
        try:
            with self.path(name).open("rb") as file:
                file.seek(max(0, offset))
                return file.read(max(0, most))
        except OSError:
            raise Refused("attachment_missing") from None

    def add(self, name: str, key: bytes, offset: int, of: int, data: bytes) -> int:
        """Add bytes where `offset` is what is held; they are durable when it returns what is held now.

        The file counts once it is whole and its name fits its bytes; else what came is thrown away. Raises
        Refused (attachment_offset with `held`, attachment_too_large), Damaged (attachment_damaged), NoRoom,
        Locked (attachment_busy) while another process adds to it.
        """
        if not 0 < of <= MOST_FILE or offset < 0 or offset + len(data) > of:
            raise Refused("attachment_too_large", most=MOST_FILE)
        make_folder(self.folder)
        lock = self.folder / f"{_LOCK}{self.path(name).name}"
        with _alone(lock):
            held = self.held(name, of)
            if held == of:
                return of
            if held != offset:
                raise Refused("attachment_offset", held=held)
            held = self._append(name, held, data)
            if held == of:
                self._finish(name, key)
        if held == of:
            _remove(lock)
        return held

    def names(self) -> frozenset[str]:
        """Name the whole files here."""
        return frozenset(path.name for path in self._files() if _NAME.fullmatch(path.name))

    def sweep(self, known: frozenset[str]) -> None:
        """Remove what was left half written, and much later what no entry tells of."""
        now = time.time()
        for path in self._files():
            if (kept := _kept(path.name, known)) is not None and _age(path, now) > kept:
                _remove(path)

    def _append(self, name: str, held: int, data: bytes) -> int:
        part = self._part(name)
        try:
            with open(part, "ab", opener=lambda at, flags: os.open(at, flags, 0o600)) as file:
                if _size(part) > held:
                    file.truncate(held)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if not held:
                fsync_folder(self.folder)
        except OSError as error:
            with suppress(OSError):
                os.truncate(part, held)
            raise no_room(error) from None
        return held + len(data)

    def _finish(self, name: str, key: bytes) -> None:
        part = self._part(name)
        if name_of(part.read_bytes(), key) != name:
            _remove(part)
            raise Damaged("attachment_damaged")
        try:
            os.replace(part, self.path(name))
            fsync_folder(self.folder)
        except OSError as error:
            raise no_room(error) from None

    def _part(self, name: str) -> Path:
        path = self.path(name)
        return path.with_name(path.name + _PART)

    def _files(self) -> list[Path]:
        try:
            return [path for path in self.folder.iterdir() if path.is_file()]
        except OSError:
            return []


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    try:
        with claimed(lock):
            yield
    except Locked:
        raise Locked("attachment_busy") from None


def _kept(name: str, known: frozenset[str]) -> int | None:
    """Tell how long a file in the folder is kept, in seconds; None for good."""
    if name.startswith((TEMPORARY, _LOCK)):
        return DAY
    bare = name.removesuffix(_PART)
    if _NAME.fullmatch(bare) is None:
        return None  # not ours
    if name != bare:
        return PART_KEPT
    return None if name in known else ORPHAN_KEPT


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _age(path: Path, now: float) -> float:
    try:
        return now - path.stat().st_mtime
    except OSError:
        return 0


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
