"""keyslots.json: which vault file is the one, and the slots that can unlock it; no secret bare.

Canonical JSON (as in `resources/format.md`) and a line end. `v` 1; `vault` the file's name beside it;
`office` its code; `ring` 32 hex characters naming the keyring items `<ring>/laptop` and `<ring>/anchor`
under the service `hbp-desktop/<item>`; `sealed` base64 of an age file with the 32 bytes of the raw SQLCipher
key, for every slot's `age` recipient; `slots` a list of objects: `id` (32 hex), `kind`, `age` (X25519) and

- *officer*: `sign` (Ed25519 key, hex), `name`, `wrap`;  *recovery*: `sign`;  *escrow*: nothing more.
- `wrap`: `kdf` "argon2id", `memory` (KiB), `passes`, `lanes`, `salt` (16 bytes, hex), `laptop` (BLAKE2b-64 of
  the laptop's secret, person `hbp-laptop-1`; empty without one), `nonce` (24), `seed`: XChaCha20-Poly1305 of
  32 bytes. Its key: BLAKE2b-256(argon2id(NFC of the password), key = laptop's secret or none, person
  `hbp-wrap-1`). Its associated data:
  `hbp-slot-1|<id>|<kind>|<age>|<sign>|argon2id|<memory>|<passes>|<lanes>|<salt>|<laptop>`.
- A seed's X25519 scalar and Ed25519 secret: BLAKE2b-256 of nothing, key = seed, person `hbp-age-1` and
  `hbp-sign-1`.
- The code's seed: BLAKE2b-256 of its 160 bits, person `hbp-recovery-1`; its spelling: domain/recovery.py.

At most 30 slots. Several officer slots may bear one name, one for each account of the laptop: `laptop` tells
which the account at hand can open. A changed password is the same slot wrapped anew; a new one has new keys.
"""

import re
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from hbp_desktop.domain import strict
from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.store.durable import read_file, replace_file
from hbp_desktop.store.wrap import (
    CAP,
    CHECK_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    WRAPPED_BYTES,
    KdfCost,
    Wrapped,
)

Kind = Literal["officer", "recovery", "escrow"]

VERSION = 1
NO_OFFICE = "-"  # the office's code while a laptop waits to be admitted
LONGEST_FILE = 256 * 1024
MOST_SLOTS = 30  # with the stray stanza age adds, within the 32 of store/age_header.py
LONGEST_SEALED = 32 * 1024  # base64; parsing an age header is quadratic
LONGEST_NAME = 500

_VAULT_NAME = re.compile(r"vault-[0-9a-f]{16}\.db")
_KINDS: tuple[Kind, ...] = ("officer", "recovery", "escrow")


@dataclass(frozen=True)
class Slot:
    """One way in: an officer's password, the printed code, or the state's key.

    `name` is a label for the unlock page; what a person may do follows from `signing` on the roster.
    `wrapped` is there for officers only: the code carries its own secret, the state keeps its own.
    """

    id: str
    kind: Kind
    age: str
    signing: str = ""
    name: str = field(default="", repr=False)
    wrapped: Wrapped | None = field(default=None, repr=False)

    @property
    def about(self) -> bytes:
        """Give what is bound to the wrapped seed, so that slots cannot be mixed."""
        return f"hbp-slot-1|{self.id}|{self.kind}|{self.age}|{self.signing}".encode("ascii")


@dataclass(frozen=True)
class Keyslots:
    """The whole file. `ring` names this laptop's items in the keyring; `sealed` is the data key, by age."""

    vault: str
    office: str
    ring: str
    slots: tuple[Slot, ...]
    sealed: bytes

    def of_kind(self, kind: Kind) -> tuple[Slot, ...]:
        """Give the slots of one kind, in the order they were made."""
        return tuple(slot for slot in self.slots if slot.kind == kind)

    def officer(self, name: str) -> Slot:
        """Give an officer's first slot by the name on the unlock page; raises Refused."""
        return self.named(name)[0]

    def named(self, name: str) -> tuple[Slot, ...]:
        """Give the slots under a name, one an account of this laptop; raises Refused (officer_unknown)."""
        found = tuple(slot for slot in self.of_kind("officer") if slot.name == name)
        if not found:
            raise Refused("officer_unknown", officer=name)
        return found


def read(path: Path) -> Keyslots:
    """Read the file strictly; raises Refused (not_set_up, slots_newer) or Damaged (slots_damaged)."""
    try:
        data = read_file(path, LONGEST_FILE, "slots_damaged")
    except FileNotFoundError:
        raise Refused("not_set_up") from None
    return from_bytes(data)


def from_bytes(data: bytes) -> Keyslots:
    """Read what the file, or a backup's own copy of it, holds; raises as `read`."""
    try:
        return _keyslots(load(data.removesuffix(b"\n"), LONGEST_FILE))
    except (Damaged, KeyError, TypeError, ValueError):
        raise Damaged("slots_damaged") from None


def to_bytes(keyslots: Keyslots) -> bytes:
    """Give what the file holds, read back once to be sure."""
    data = dump(_as_json(keyslots)) + b"\n"
    if _keyslots(load(data[:-1], LONGEST_FILE)) != keyslots:
        raise ValueError("these slots would not be read back")
    return data


def write(path: Path, keyslots: Keyslots) -> None:
    """Replace the file: the commit point of setup, rotation and restore; raises NoRoom."""
    replace_file(path, to_bytes(keyslots))


def is_vault_name(name: str) -> bool:
    """Tell whether a file is a vault's main file, by its name alone."""
    return _VAULT_NAME.fullmatch(name) is not None


def _as_json(keyslots: Keyslots) -> dict[str, object]:
    return {
        "v": VERSION,
        "vault": keyslots.vault,
        "office": keyslots.office,
        "ring": keyslots.ring,
        "slots": [_slot_as_json(slot) for slot in keyslots.slots],
        "sealed": b64encode(keyslots.sealed).decode("ascii"),
    }


def _slot_as_json(slot: Slot) -> dict[str, object]:
    fields: dict[str, object] = {"id": slot.id, "kind": slot.kind, "age": slot.age}
    if slot.kind != "escrow":
        fields["sign"] = slot.signing
    if slot.kind == "officer" and slot.wrapped is not None:
        fields |= {"name": slot.name, "wrap": _wrapped_as_json(slot.wrapped)}
    return fields


def _wrapped_as_json(wrapped: Wrapped) -> dict[str, object]:
    return {
        "kdf": "argon2id",
        "memory": wrapped.cost.memory,
        "passes": wrapped.cost.passes,
        "lanes": wrapped.cost.lanes,
        "salt": wrapped.salt.hex(),
        "laptop": wrapped.laptop.hex(),
        "nonce": wrapped.nonce.hex(),
        "seed": wrapped.sealed.hex(),
    }


def _keyslots(found: Any) -> Keyslots:
    if type(found) is dict and type(found.get("v")) is int and found["v"] > VERSION:
        raise Refused("slots_newer", found=found["v"], known=VERSION)
    fields = strict.exactly(found, {"v", "vault", "office", "ring", "slots", "sealed"})
    if strict.number(fields["v"]) != VERSION or type(fields["slots"]) is not list:
        raise ValueError("version or slots")
    if not 0 < len(fields["slots"]) <= MOST_SLOTS:
        raise ValueError("number of slots")
    slots = tuple(map(_slot, fields["slots"]))
    if len({slot.id for slot in slots}) != len(slots):
        raise ValueError("a slot twice")
    return Keyslots(
        vault=strict.match(_VAULT_NAME, fields["vault"]),
        office=strict.match(strict.OFFICE, fields["office"]),
        ring=strict.match(strict.MARK, fields["ring"]),
        slots=slots,
        sealed=_base64(fields["sealed"]),
    )


def _slot(found: Any) -> Slot:
    kind = found["kind"] if type(found) is dict else None
    if kind not in _KINDS:
        raise ValueError("kind")
    more = {"officer": {"sign", "name", "wrap"}, "recovery": {"sign"}, "escrow": set[str]()}[kind]
    fields = strict.exactly(found, {"id", "kind", "age"} | more)
    return Slot(
        id=strict.match(strict.MARK, fields["id"]),
        kind=kind,
        age=strict.match(strict.AGE, fields["age"]),
        signing="" if kind == "escrow" else strict.match(strict.KEY, fields["sign"]),
        name=_name(fields["name"]) if kind == "officer" else "",
        wrapped=_wrapped(fields["wrap"]) if kind == "officer" else None,
    )


def _wrapped(found: Any) -> Wrapped:
    fields = strict.exactly(found, {"kdf", "memory", "passes", "lanes", "salt", "laptop", "nonce", "seed"})
    cost = KdfCost(*(strict.number(fields[name]) for name in ("memory", "passes", "lanes")))
    if fields["kdf"] != "argon2id" or not cost.within(CAP):
        raise ValueError("derivation")
    laptop = b"" if fields["laptop"] == "" else _hex(fields["laptop"], CHECK_BYTES)
    return Wrapped(
        cost=cost,
        salt=_hex(fields["salt"], SALT_BYTES),
        laptop=laptop,
        nonce=_hex(fields["nonce"], NONCE_BYTES),
        sealed=_hex(fields["seed"], WRAPPED_BYTES),
    )


def _name(text: Any) -> str:
    if type(text) is not str or not 0 < len(text) <= LONGEST_NAME:
        raise ValueError("name")
    return text


def _hex(text: Any, length: int) -> bytes:
    return bytes.fromhex(strict.match(re.compile(rf"[0-9a-f]{{{2 * length}}}"), text))


def _base64(text: Any) -> bytes:
    if type(text) is not str or not 0 < len(text) <= LONGEST_SEALED:
        raise ValueError("sealed")
    return b64decode(text, validate=True)
