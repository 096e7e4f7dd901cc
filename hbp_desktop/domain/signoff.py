"""The three signatures of a report: who stands for which step of which version, provable by their key.

A signature is Ed25519 over `hbp/report/1`, a zero byte, and the canonical JSON of what is signed: session,
version, the digest of its figures and register, step, and who signs as what and when.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal

from hbp_desktop.domain.canonical import Value, dump
from hbp_desktop.domain.fields import count_of, part_of, text_of
from hbp_desktop.domain.recovery import ALPHABET
from hbp_desktop.domain.signing import is_signed, public_key, sign

STEPS = ("prepare", "check", "approve")
FIELD = "signed."

Standing = Literal["good", "waiting", "broken"]

_LETTERS = {"prepare": "P", "check": "S", "approve": "L"}
_CODE_SIGNS = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """What is signed: a session's report, its version, and the digest (hex) of what that version says."""

    session: str
    version: int
    digest: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A step signed. `role` and `letter` only of one who acts (pemangku); `at` in seconds since 1970, UTC."""

    of: Subject
    step: str
    officer: str
    name: str
    post: str
    at: int
    role: str = ""
    letter: str = ""
    key: str = ""
    sig: bytes = b""

    @property
    def code(self) -> str:
        """Give the few signs that stand in the box, `P-4H7M`."""
        number = int.from_bytes(blake2b(self.sig, digest_size=8).digest(), "big")
        signs = "".join(ALPHABET[number >> 5 * at & 31] for at in range(_CODE_SIGNS))
        return f"{_LETTERS.get(self.step, 'X')}-{signs}"

    @property
    def holds(self) -> bool:
        """Tell whether this key signed exactly this; whose key it is, the roster says."""
        try:
            public = bytes.fromhex(self.key)
        except ValueError:
            return False
        return is_signed("report", public, _bytes(self), self.sig)

    def field(self) -> dict[str, Value]:
        """Give the value of the field `signed.<step>` of the report."""
        said: dict[str, Value] = {
            "on": True,
            "digest": self.of.digest,
            "officer": self.officer,
            "name": self.name,
            "post": self.post,
            "at": self.at,
            "key": self.key,
            "sig": b64encode(self.sig).decode("ascii"),
        }
        return said | ({"role": self.role, "letter": self.letter} if self.role else {})


def signed(draft: Signature, secret: bytes) -> Signature:
    """Sign a draft with a person's key."""
    parts = {name: getattr(draft, name) for name in Signature.__slots__} | {"key": public_key(secret).hex()}
    made = Signature(**parts)
    return Signature(**(parts | {"sig": sign("report", secret, _bytes(made))}))


def signatures_in(state: Mapping[str, Any]) -> tuple[Signature, ...]:
    """Read the signatures on a report, in the order of the steps; what is withdrawn is none."""
    found = (_signature(state, step) for step in STEPS)
    return tuple(one for one in found if one is not None)


def standing(signature: Signature, keys: Mapping[str, str]) -> Standing:
    """Judge a signature by the roster: `keys` maps every key it ever held to its officer.

    *waiting*: signed as said, by a key no administrator has confirmed. *broken*: not signed as said.
    """
    if not signature.holds:
        return "broken"
    owner = keys.get(signature.key)
    if owner is None:
        return "waiting"
    return "good" if owner == signature.officer else "broken"


def next_step(done: Iterable[str]) -> str:
    """Name the first step not signed, "" when all are."""
    known = set(done)
    return next((step for step in STEPS if step not in known), "")


def _signature(state: Mapping[str, Any], step: str) -> Signature | None:
    said = part_of(state, FIELD + step)
    if said.get("on") is not True:
        return None
    of = Subject(text_of(state, "session"), count_of(state, "version"), text_of(said, "digest"))
    return Signature(
        of,
        step,
        text_of(said, "officer"),
        text_of(said, "name"),
        text_of(said, "post"),
        count_of(said, "at"),
        text_of(said, "role"),
        text_of(said, "letter"),
        text_of(said, "key"),
        _bytes_in(text_of(said, "sig")),
    )


def _bytes_in(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        return b""


def _bytes(of: Signature) -> bytes:
    return dump(
        {
            "session": of.of.session,
            "version": of.of.version,
            "digest": of.of.digest,
            "step": of.step,
            "officer": of.officer,
            "name": of.name,
            "post": of.post,
            "at": of.at,
            "role": of.role,
            "letter": of.letter,
        }
    )
