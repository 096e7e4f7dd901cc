"""keyslots.json opened from its description alone: hashlib, argon2, libsodium and age, nothing of ours."""

import json
from base64 import b64decode
from hashlib import blake2b
from unicodedata import normalize

import pyrage
from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt, crypto_scalarmult_base
from nacl.signing import SigningKey
from sqlcipher3 import dbapi2

from tests.conftest import PASSWORD, Office

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def blake(data: bytes = b"", key: bytes = b"", person: bytes = b"", size: int = 32) -> bytes:
    return blake2b(data, key=key, person=person, digest_size=size).digest()


def seed_behind(password: str, slot: dict[str, str], wrap: dict[str, str], laptop: bytes) -> bytes:
    assert wrap["laptop"] == blake(laptop, person=b"hbp-laptop-1", size=8).hex()
    stretched = hash_secret_raw(
        normalize("NFC", password).encode(),
        bytes.fromhex(wrap["salt"]),
        time_cost=int(wrap["passes"]),
        memory_cost=int(wrap["memory"]),
        parallelism=int(wrap["lanes"]),
        hash_len=32,
        type=Type.ID,
    )
    parts = ["hbp-slot-1", *(slot[name] for name in ("id", "kind", "age", "sign"))]
    parts += [str(wrap[name]) for name in ("kdf", "memory", "passes", "lanes", "salt", "laptop")]
    return crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes.fromhex(wrap["seed"]),
        "|".join(parts).encode(),
        bytes.fromhex(wrap["nonce"]),
        blake(stretched, key=laptop, person=b"hbp-wrap-1"),
    )


def bech32(prefix: str, data: bytes) -> str:
    bits = "".join(f"{byte:08b}" for byte in data)
    values = [int(bits[at : at + 5].ljust(5, "0"), 2) for at in range(0, len(bits), 5)]
    spread = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    check = 1
    for value in spread + values + [0] * 6:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= term if top >> bit & 1 else 0
    check ^= 1
    values += [check >> 5 * (5 - place) & 31 for place in range(6)]
    return prefix + "1" + "".join(_BECH32[value] for value in values)


def opens_the_vault(seed: bytes, slot: dict[str, str], held: dict[str, str], office: Office) -> bool:
    scalar = blake(key=seed, person=b"hbp-age-1")
    assert bytes(SigningKey(blake(key=seed, person=b"hbp-sign-1")).verify_key).hex() == slot["sign"]
    assert bech32("age", crypto_scalarmult_base(scalar)) == slot["age"]
    identity = pyrage.x25519.Identity.from_str(bech32("age-secret-key-", scalar).upper())
    key = pyrage.decrypt(b64decode(held["sealed"]), [identity])
    raw = dbapi2.connect(str(office.paths.root / held["vault"]))
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    found: int = raw.execute("SELECT count(*) FROM entries WHERE seq = 1").fetchone()[0]
    raw.close()
    return found == 1


def test_a_password_and_the_keyring_open_it(founded: Office) -> None:
    held = json.loads(founded.paths.keyslots.read_bytes())
    slot = next(slot for slot in held["slots"] if slot["kind"] == "officer")
    item = f"{held['ring']}/laptop"
    laptop = bytes.fromhex(founded.ring.kept[f"hbp-desktop/{item}", item])
    assert opens_the_vault(seed_behind(PASSWORD, slot, slot["wrap"], laptop), slot, held, founded)


def test_the_printed_code_opens_it(founded: Office) -> None:
    held = json.loads(founded.paths.keyslots.read_bytes())
    slot = next(slot for slot in held["slots"] if slot["kind"] == "recovery")
    number = 0
    for letter in founded.code.replace("-", "")[:32]:
        number = number * 32 + _CROCKFORD.index(letter)
    seed = blake(number.to_bytes(20, "big"), person=b"hbp-recovery-1")
    assert opens_the_vault(seed, slot, held, founded)
