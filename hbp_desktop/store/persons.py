"""A person's keys: all of them come from one 32-byte seed, each for its own purpose."""

import secrets
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Any

from hbp_desktop.domain.bech32 import encode
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import age_header

SEED_BYTES = 32


@dataclass(frozen=True)
class PersonKeys:
    """Opens what is sealed to a person and signs in their name; never shown, never logged."""

    seed: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "PersonKeys":
        """Make the keys of a new person."""
        return cls(secrets.token_bytes(SEED_BYTES))

    @classmethod
    def from_recovery(cls, bits: bytes) -> "PersonKeys":
        """Give the keys of the printed code's 160 bits."""
        return cls(blake2b(bits, digest_size=SEED_BYTES, person=b"hbp-recovery-1").digest())

    @property
    def signing(self) -> bytes:
        """The secret half of the Ed25519 key."""
        return self._derived(b"hbp-sign-1")

    @cached_property
    def signing_public(self) -> str:
        """The public half, as 64 hex characters."""
        return public_key(self.signing).hex()

    @property
    def age(self) -> str:
        """The public age recipient."""
        return str(self._identity().to_public())

    def unseal(self, sealed: bytes) -> bytes:
        """Open what was sealed to this person; raises pyrage's DecryptError, Damaged (age_header)."""
        import pyrage  # slow to load, not needed before a password is typed

        age_header.check(sealed)
        return bytes(pyrage.decrypt(sealed, [self._identity()]))

    def _identity(self) -> Any:
        import pyrage

        return pyrage.x25519.Identity.from_str(encode("age-secret-key-", self._derived(b"hbp-age-1")).upper())

    def _derived(self, person: bytes) -> bytes:
        return blake2b(key=self.seed, digest_size=32, person=person).digest()
