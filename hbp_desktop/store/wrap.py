"""A seed wrapped in a password: argon2id, mixed with the laptop's secret, then XChaCha20-Poly1305."""

import secrets
from dataclasses import dataclass
from hashlib import blake2b
from unicodedata import normalize

from hbp_desktop.domain.errors import Damaged, Locked

SALT_BYTES = 16
NONCE_BYTES = 24
WRAPPED_BYTES = 32 + 16
CHECK_BYTES = 8


@dataclass(frozen=True)
class KdfCost:
    """What one guess costs: memory in KiB, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int

    def within(self, cap: "KdfCost") -> bool:
        """Tell whether these are parameters argon2id takes and no more than `cap`."""
        return (
            1 <= self.lanes <= cap.lanes
            and 8 * self.lanes <= self.memory <= cap.memory
            and 1 <= self.passes <= cap.passes
        )


STANDARD = KdfCost(memory=128 * 1024, passes=3, lanes=4)  # about 0.2 s
HEAVY = KdfCost(memory=128 * 1024, passes=24, lanes=4)  # no keyring: the password stands alone, about 2 s
CAP = KdfCost(memory=1024 * 1024, passes=64, lanes=16)  # a file from elsewhere may ask for no more


@dataclass(frozen=True)
class Wrapped:
    """A wrapped seed and what is needed, beside the secrets, to open it."""

    cost: KdfCost
    salt: bytes
    laptop: bytes  # 8 bytes that recognise the laptop's secret; empty without one
    nonce: bytes
    sealed: bytes


def wrap(seed: bytes, password: str, laptop_secret: bytes | None, cost: KdfCost, about: bytes) -> Wrapped:
    """Wrap a seed; `about` is bound to it and must be given again to open it."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    laptop = b"" if laptop_secret is None else recognise(laptop_secret)
    bare = Wrapped(cost, salt, laptop, nonce, b"")
    key = _key(password, laptop_secret, bare)
    return Wrapped(cost, salt, laptop, nonce, encrypt(seed, _bound(about, bare), nonce, key))


def unwrap(wrapped: Wrapped, password: str, laptop_secret: bytes | None, about: bytes) -> bytes:
    """Give the seed; raises Locked: laptop_secret_missing, laptop_secret_other or wrong_password."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
    from nacl.exceptions import CryptoError

    if not wrapped.cost.within(CAP):
        raise Damaged("slots_damaged")
    secret = _the_secret(wrapped, laptop_secret)
    try:
        return decrypt(wrapped.sealed, _bound(about, wrapped), wrapped.nonce, _key(password, secret, wrapped))
    except CryptoError:
        raise Locked("wrong_password") from None


def needs_other(wrapped: Wrapped, laptop_secret: bytes | None) -> bool:
    """Tell whether it was wrapped with a secret of another account, or one that is lost."""
    return bool(wrapped.laptop) and (laptop_secret is None or recognise(laptop_secret) != wrapped.laptop)


def recognise(laptop_secret: bytes) -> bytes:
    """Give the eight bytes by which a slot knows the laptop's secret again."""
    return blake2b(laptop_secret, digest_size=CHECK_BYTES, person=b"hbp-laptop-1").digest()


def _the_secret(wrapped: Wrapped, laptop_secret: bytes | None) -> bytes | None:
    if not wrapped.laptop:
        return None
    if laptop_secret is None:
        raise Locked("laptop_secret_missing")
    if recognise(laptop_secret) != wrapped.laptop:
        raise Locked("laptop_secret_other")
    return laptop_secret


def _key(password: str, laptop_secret: bytes | None, wrapped: Wrapped) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    cost = wrapped.cost
    stretched = hash_secret_raw(
        secret=normalize("NFC", password).encode("utf-8", "surrogatepass"),
        salt=wrapped.salt,
        time_cost=cost.passes,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )
    return blake2b(stretched, key=laptop_secret or b"", digest_size=32, person=b"hbp-wrap-1").digest()


def _bound(about: bytes, wrapped: Wrapped) -> bytes:
    cost = wrapped.cost
    figures = (
        f"|argon2id|{cost.memory}|{cost.passes}|{cost.lanes}|{wrapped.salt.hex()}|{wrapped.laptop.hex()}"
    )
    return about + figures.encode("ascii")
