"""Ed25519 signatures (RFC 8032), each for one purpose: `hbp/<what>/1` and a zero byte before the bytes."""

from nacl.exceptions import BadSignatureError, CryptoError
from nacl.signing import SigningKey, VerifyKey


def public_key(secret: bytes) -> bytes:
    """Give the 32-byte public key of a 32-byte secret."""
    return bytes(SigningKey(secret).verify_key)


def sign(what: str, secret: bytes, data: bytes) -> bytes:
    """Sign for one purpose; 64 bytes."""
    return SigningKey(secret).sign(_for(what, data)).signature


def is_signed(what: str, public: bytes, data: bytes, signature: bytes) -> bool:
    """Tell whether this key signed these bytes for this purpose; never raises."""
    try:
        VerifyKey(public).verify(_for(what, data), signature)
    except (BadSignatureError, CryptoError, ValueError, TypeError):
        return False
    return True


def _for(what: str, data: bytes) -> bytes:
    return b"hbp/" + what.encode("ascii") + b"/1\0" + data
