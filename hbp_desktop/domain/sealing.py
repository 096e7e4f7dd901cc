"""Sealed fields: what lies inside the `sealed` part of a body, and how those who can open it fold it.

The shared fold never looks at `sealed`. Padding hides how much was written; the subject stands inside, so
that a sealed part moved to another subject is not believed.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from hbp_desktop.domain.canonical import Value, dump, load
from hbp_desktop.domain.entry import LONGEST_BODY, Entry
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.history import Conflict, Fact, Folded, fold

RECIPIENTS = 4  # always so many stanzas: the count would tell who may read
BLOCK = 256
LONGEST_SEALED = 45_000  # of plaintext: as base64, with the rest of the body, it stays under LONGEST_BODY

_LENGTH = 4
_NOT_INSIDE = ("withdrawn", "disposed")


@dataclass(frozen=True, slots=True)
class Unsealed:
    """A fact of the shared fold with its inner fields; None where this reader cannot open them."""

    fact: Fact
    inner: Mapping[str, Value] | None


def pack(kind: str, subject: str, fields: Mapping[str, Value]) -> bytes:
    """Give the plaintext to encrypt: its length, canonical JSON, and zeros up to a whole block."""
    text = dump({"fields": dict(fields), "id": subject, "kind": kind})
    whole = len(text).to_bytes(_LENGTH, "big") + text
    if len(whole) > LONGEST_SEALED:
        raise Refused("sealed_too_long", bytes=len(whole), most=LONGEST_SEALED)
    return whole + bytes(-len(whole) % BLOCK)


def unpack(kind: str, subject: str, plain: bytes) -> Mapping[str, Value]:
    """Read the inner fields back; raises Damaged for other padding or another subject."""
    length = int.from_bytes(plain[:_LENGTH], "big")
    text, rest = plain[_LENGTH : _LENGTH + length], plain[_LENGTH + length :]
    if len(plain) % BLOCK or len(text) != length or len(rest) >= BLOCK or any(rest):
        raise Damaged("sealed_unreadable")
    inner = load(text, LONGEST_BODY)
    if not isinstance(inner, dict) or not isinstance(inner.get("fields"), dict):
        raise Damaged("sealed_unreadable")
    if (inner.get("kind"), inner.get("id")) != (kind, subject):
        raise Damaged("sealed_elsewhere")
    fields: Mapping[str, Value] = inner["fields"]
    return fields


def as_text(ciphertext: bytes) -> str:
    """Write a ciphertext as the `sealed` part of a body."""
    return b64encode(ciphertext).decode("ascii")


def sealed_in(entry: Entry) -> bytes | None:
    """Give the ciphertext an entry carries, None when it carries none that can be read."""
    try:
        text = entry.body().get("sealed")
        return b64decode(text, validate=True) if isinstance(text, str) else None
    except (Damaged, ValueError):
        return None


def fold_sealed(items: Iterable[Unsealed]) -> Folded:
    """Fold the inner fields over the ancestry of the shared entries; disposals cover them as well."""
    folded = fold(replace(item.fact, fields=_inner(item)) for item in items)
    shown = {name: value for name, value in folded.state.items() if name not in _NOT_INSIDE}
    return replace(
        folded, state=shown, writes={name: folded.writes[name] for name in shown}, conflicts=_inside(folded)
    )


def _inner(item: Unsealed) -> dict[str, Value]:
    inner = {name: value for name, value in (item.inner or {}).items() if name not in _NOT_INSIDE}
    if item.fact.fields.get("disposed") is True:
        inner["disposed"] = True
    return inner


def _inside(folded: Folded) -> tuple[Conflict, ...]:
    return tuple(conflict for conflict in folded.conflicts if conflict.field not in _NOT_INSIDE)
