"""The state office's one secret: a seed in a key file or the keyring, and every key that comes from it."""

import os
import secrets as random
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from hbp_desktop.domain.errors import Damaged, NoRoom, Refused
from hbp_desktop.domain.signing import public_key
from hbp_desktop.state_office.place import Place
from hbp_desktop.store.durable import fsync_folder, read_file
from hbp_desktop.store.secrets import Ring, Secrets

SEED_BYTES = 32
_LONGEST = 128  # bytes of a key file


@dataclass(frozen=True)
class Keys:
    """Opens the database, signs answers and receipts, writes in the offices' journals; never shown."""

    seed: bytes = field(repr=False)

    @property
    def database(self) -> bytes:
        """The raw key of the SQLCipher file."""
        return self._derived(b"hbp-state-db-1")

    @cached_property
    def identity(self) -> bytes:
        """The secret half of the Ed25519 key that signs answers and receipts."""
        return self._derived(b"hbp-state-id-1")

    @cached_property
    def key(self) -> str:
        """The public half of `identity`, as 64 hex characters."""
        return public_key(self.identity).hex()

    @property
    def writer(self) -> bytes:
        """The secret of the device key under which the state writes in the offices' journals."""
        return self._derived(b"hbp-state-wr-1")

    @property
    def writer_key(self) -> str:
        """The public half of `writer`, as 64 hex characters."""
        return public_key(self.writer).hex()

    def _derived(self, person: bytes) -> bytes:
        return blake2b(key=self.seed, digest_size=32, person=person).digest()


class Kept(NamedTuple):
    """Keys, where their seed lies (None: in the keyring), and whether it was made just now."""

    keys: Keys
    file: Path | None
    made: bool


def find_keys(place: Place, key_file: Path | None, secrets: Secrets) -> Keys:
    """Give the keys of a database: of the file given, else the one beside it, else of the keyring.

    Raises Refused (state_key_missing), Damaged (state_key_damaged).
    """
    found = _find(place, key_file, secrets)
    if found is None:
        raise Refused("state_key_missing", file=str(key_file or place.key_file))
    return found.keys


def make_keys(place: Place, key_file: Path | None, secrets: Secrets) -> Kept:
    """Give the keys as `find_keys` does; where there are none, make them: in the file given, else in the
    keyring, else in a file beside the database that this account alone may read.

    Raises Damaged (state_key_damaged), NoRoom.
    """
    found = _find(place, key_file, secrets)
    if found is not None:
        return found
    keys = Keys(random.token_bytes(SEED_BYTES))
    if key_file is None and secrets.ring is Ring.USABLE:
        secrets.put(place.keyring_name, keys.seed)
        return Kept(keys, None, True)
    _write(key_file or place.key_file, keys.seed)
    return Kept(keys, key_file or place.key_file, True)


def _find(place: Place, key_file: Path | None, secrets: Secrets) -> Kept | None:
    path = key_file or place.key_file
    if path.exists():
        return Kept(Keys(_read(path)), path, False)
    if key_file is None and secrets.ring is Ring.USABLE:
        seed = secrets.get(place.keyring_name)
        return None if seed is None else Kept(Keys(seed), None, False)
    return None


def _read(path: Path) -> bytes:
    """Read a seed: 32 bytes, or their 64 hex characters on a line."""
    data = read_file(path, _LONGEST, "state_key_damaged")
    if len(data) == SEED_BYTES:
        return data
    try:
        seed = bytes.fromhex(data.decode("ascii").strip())
    except ValueError:
        seed = b""
    if len(seed) != SEED_BYTES:
        raise Damaged("state_key_damaged", file=str(path))
    return seed


def _write(path: Path, seed: bytes) -> None:
    # Never over another: a key lost is a database lost.
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with open(handle, "wb") as file:
            file.write(seed.hex().encode("ascii") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        fsync_folder(path.parent)
    except OSError:
        raise NoRoom("folder_not_writable") from None
