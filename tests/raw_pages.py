"""Every byte of a vault as somebody sees it who holds the data key and nothing else.

Pages are decrypted by hand (SQLCipher 4: AES-256-CBC, 80 bytes reserved, the first 16 of the file are salt),
in the file and in its write-ahead log, so that free pages and what lies between cells are read as well.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
WAL_HEAD, FRAME_HEAD = 32, 24


def pages(vault: Path, key: bytes) -> Iterator[bytes]:
    """Decrypt every page of the file, then every frame of the log beside it."""
    data = vault.read_bytes()
    for at in range(0, len(data), PAGE):
        yield _decrypted(data[at : at + PAGE], key, SALT if at == 0 else 0)
    log = vault.with_name(f"{vault.name}-wal")
    frames = log.read_bytes() if log.exists() else b""
    for at in range(WAL_HEAD, len(frames), FRAME_HEAD + PAGE):
        page = frames[at + FRAME_HEAD : at + FRAME_HEAD + PAGE]
        yield _decrypted(page, key, SALT if frames[at : at + 4] == b"\0\0\0\1" else 0)


def found_in(vault: Path, key: bytes, canaries: Iterable[str]) -> set[str]:
    """Name the canaries that stand anywhere in a vault, whatever their spelling."""
    return found_among(pages(vault, key), canaries)


def found_among(pieces: Iterable[bytes], canaries: Iterable[str]) -> set[str]:
    """Name the canaries in some bytes: UTF-8 and UTF-16 of any case, base64 in its three positions, hex."""
    wanted, found = list(canaries), set()
    for piece in pieces:
        lower = piece.lower()
        for canary in wanted:
            exact, folded = spellings(canary)
            if any(one in piece for one in exact) or any(one in lower for one in folded):
                found.add(canary)
    return found


def spellings(canary: str) -> tuple[list[bytes], list[bytes]]:
    """Give the ways a canary may be written: those to be met exactly, and those met in any case."""
    exact, folded = [], []
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        raw = canary.encode(encoding)
        folded += [canary.lower().encode(encoding), raw.hex().encode()]
        for shift in range(3):
            whole = b64encode(b"\0" * shift + raw)
            exact.append(whole[shift + 1 if shift else 0 : (shift + len(raw)) * 8 // 6])
    return exact, folded


def _decrypted(page: bytes, key: bytes, skipped: int) -> bytes:
    end = PAGE - RESERVED
    iv = page[end : end + IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(page[skipped:end]) + decryptor.finalize()
