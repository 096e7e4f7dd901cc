"""What two ends say to each other beside batches: the ask, the answer with its receipt, signed requests.

Each is canonical JSON, signed for its own purpose (*what*: `ask`, `answer`, `receipt`, `request-bytes`). A
message on the wire is its length as 4 bytes, itself, and 64 bytes of signature; batches follow it, each led
by its length.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from hbp_desktop.domain import strict
from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.chain import Vector
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.signing import is_signed, public_key, sign
from hbp_desktop.domain.strict import KEY, MARK, exactly, match, match_or_none, moment, number, single_line
from hbp_desktop.domain.strict import signature as signature_in
from hbp_desktop.domain.text import clean
from hbp_desktop.sync.frames import LENGTH, SIGNATURE, framed
from hbp_desktop.sync.told import Answer, Ask, Receipt, Verdict

VERSION = 1
LONGEST_MESSAGE = 8 * 1024 * 1024  # bytes: a whole state's vector fits
MOST_BATCHES = 10_000
MOST_STATED = 32

__all__ = ["Answer", "Ask", "Receipt", "Verdict"]

_STATED = re.compile(r"[a-z_]{1,32}")


def write_ask(ask: Ask, secret: bytes) -> bytes:
    """Give an ask's bytes, signed by the device; batches may follow."""
    said = {
        "at": ask.at,
        "base": {chain: sorted(top.hex() for top in tops) for chain, tops in ask.base.items()},
        "device": ask.device,
        "have": _vector_out(ask.have),
        "n": ask.n,
        "room": ask.room,
        "seen": list(ask.seen),
        "server": ask.server,
        "stated": dict(ask.stated),
        "v": VERSION,
    }
    return signed_message("ask", said, ask.device, secret)


def read_ask(data: bytes, signature: bytes) -> Ask:
    """Read an ask (without its length); raises Damaged (ask_damaged), Refused (ask_newer, ask_unsigned)."""
    names = {"at", "base", "device", "have", "n", "room", "seen", "server", "stated", "v"}
    said = checked("ask", data, signature, names, "device")
    try:
        incarnation, seen = said["seen"]
        return Ask(
            device=said["device"],
            server=match(KEY, said["server"]),
            n=number(said["n"]),
            at=moment(said["at"]),
            have=_vector_in(said["have"]),
            base={match(MARK, chain): _hashes(tops) for chain, tops in said["base"].items()},
            seen=(match_or_none(MARK, incarnation), number(seen)),
            room=number(said["room"]),
            stated=stated_in(said["stated"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Damaged("ask_damaged") from None


def write_receipt(receipt: Receipt, secret: bytes) -> tuple[bytes, bytes]:
    """Give a receipt's bytes and its signature."""
    data = receipt_bytes(receipt)
    return data, sign("receipt", secret, data)


def receipt_bytes(receipt: Receipt) -> bytes:
    """Give the bytes of a receipt that its signature covers; the same as were read."""
    said = {
        "at": receipt.at,
        "batches": [one.hex() for one in receipt.batches],
        "device": receipt.device,
        "held": {chain: [seq, top.hex()] for chain, (seq, top) in receipt.held.items()},
        "incarnation": receipt.incarnation,
        "n": receipt.n,
        "server": receipt.server,
        "v": VERSION,
        "vector": receipt.vector,
    }
    return dump(said)


def read_receipt(data: bytes, signature: bytes) -> Receipt:
    """Read a receipt; raises Damaged (receipt_damaged), Refused (receipt_newer, receipt_unsigned)."""
    names = {"at", "batches", "device", "held", "incarnation", "n", "server", "v", "vector"}
    said = checked("receipt", data, signature, names, "server")
    try:
        return Receipt(
            server=said["server"],
            incarnation=match(MARK, said["incarnation"]),
            device=match(KEY, said["device"]),
            n=number(said["n"]),
            at=moment(said["at"]),
            batches=tuple(_hashes(said["batches"])),
            held={match(MARK, c): (number(seq), _hash(top)) for c, (seq, top) in said["held"].items()},
            vector=match(KEY, said["vector"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Damaged("receipt_damaged") from None


def write_answer(answer: Answer, secret: bytes) -> bytes:
    """Give an answer's bytes, signed by the server; batches may follow."""
    receipt = None
    if answer.receipt is not None:
        receipt = [receipt_bytes(answer.receipt).decode("utf-8"), _text(answer.receipt_signature)]
    verdict = answer.verdict
    said = {
        "at": answer.at,
        "device": answer.device,
        "forked": list(answer.forked),
        "grant": answer.grant,
        "incarnation": answer.incarnation,
        "more": answer.more,
        "n": answer.n,
        "names_until": answer.names_until,
        "pins": {office: top.hex() for office, top in answer.pins.items()},
        "receipt": receipt,
        "refused": [list(one) for one in answer.refused],
        "server": answer.server,
        "sums": {chain: [count, total.hex()] for chain, (count, total) in answer.sums.items()},
        "v": VERSION,
        "vector": _vector_out(answer.vector),
        "verdict": {
            "not_counted": [[chain, seq, top.hex(), why] for chain, seq, top, why in verdict.not_counted],
            "upto": dict(verdict.upto),
        },
    }
    return signed_message("answer", said, answer.server, secret)


def read_answer(data: bytes, signature: bytes) -> Answer:
    """Read an answer (without its length); raises Damaged (answer_damaged), Refused (…_newer, …_unsigned)."""
    names = {"at", "device", "forked", "grant", "incarnation", "more", "n", "names_until", "pins", "receipt"}
    names |= {"refused", "server", "sums", "v", "vector", "verdict"}
    said = checked("answer", data, signature, names, "server")
    try:
        receipt, proof = None, b""
        if said["receipt"] is not None:
            text, signed = said["receipt"]
            proof = signature_in(signed)
            receipt = read_receipt(text.encode("utf-8"), proof)
            if (receipt.server, receipt.device) != (said["server"], said["device"]):
                raise ValueError("receipt")
        verdict = exactly(said["verdict"], {"not_counted", "upto"})
        return Answer(
            server=said["server"],
            incarnation=match(MARK, said["incarnation"]),
            device=match(KEY, said["device"]),
            n=number(said["n"]),
            at=moment(said["at"]),
            grant=match(strict.GRANT, said["grant"]),
            names_until=strict.day_or_none(said["names_until"]),
            vector=_vector_in(said["vector"]),
            sums={
                match(MARK, c): (number(count), _hash(total)) for c, (count, total) in said["sums"].items()
            },
            verdict=Verdict(
                {match(MARK, chain): number(seq) for chain, seq in verdict["upto"].items()},
                tuple(
                    (match(MARK, c), number(seq), _hash(top), str(why))
                    for c, seq, top, why in verdict["not_counted"]
                ),
            ),
            receipt=receipt,
            receipt_signature=proof,
            refused=tuple((match(MARK, c), str(code), number(seq)) for c, code, seq in said["refused"]),
            forked=tuple(match(MARK, chain) for chain in said["forked"]),
            pins={match(strict.OFFICE, office): _hash(top) for office, top in said["pins"].items()},
            more=said["more"] is True,
        )
    except (Damaged, KeyError, TypeError, ValueError, AttributeError):
        raise Damaged("answer_damaged") from None


def sign_request(secret: bytes, server: str, n: int, method: str, path: str, body: bytes) -> str:
    """Give the value of the header `Hbp-Signed` for a request that is no round: device, n and signature."""
    device = public_key(secret).hex()
    signature = sign("request-bytes", secret, _request(device, server, n, method, path, body))
    return f"{device} {n} {_text(signature)}"


def read_signed_request(header: str, server: str, method: str, path: str, body: bytes) -> tuple[str, int]:
    """Give the device and n that signed a request; raises Refused (request_unsigned)."""
    try:
        device, said, signature = header.split(" ")
        n = number(int(said)) if said.isascii() and said.isdigit() else -1
        data = _request(match(KEY, device), server, n, method, path, body)
        if n >= 0 and is_signed("request-bytes", bytes.fromhex(device), data, signature_in(signature)):
            return device, n
    except (ValueError, TypeError):
        pass
    raise Refused("request_unsigned")


def vector_digest(vector: Vector) -> str:
    """Name what a vector says, in 64 hex digits."""
    return blake2b(dump(_vector_out(vector)), digest_size=32).hexdigest()


def fingerprint(server: str, device: str) -> bytes:
    """Give the 32 bytes whose six words both ends show while a device enrols: the same on either side."""
    return blake2b(
        bytes.fromhex(server) + bytes.fromhex(device), digest_size=32, person=b"hbp-enrol-1"
    ).digest()


def _request(device: str, server: str, n: int, method: str, path: str, body: bytes) -> bytes:
    digest = blake2b(body, digest_size=32).hexdigest()
    return dump({"body": digest, "device": device, "method": method, "n": n, "path": path, "server": server})


def signed_message(what: str, said: Mapping[str, Any], signer: str, secret: bytes) -> bytes:
    """Give a message's bytes, signed for one purpose; raises ValueError for another key's secret."""
    if public_key(secret).hex() != signer:
        raise ValueError("another key's secret")
    data = dump(said)
    return framed(data) + sign(what, secret, data)


def checked(
    what: str, data: bytes, signature: bytes, names: set[str], signer: str, longest: int = LONGEST_MESSAGE
) -> Mapping[str, Any]:
    """Give what a message says, once its names, version and signature hold; raises Damaged, Refused."""
    try:
        said = load(data, longest)
        if type(said) is dict and type(said.get("v")) is int and said["v"] > VERSION:
            raise Refused(f"{what}_newer")
        found = exactly(said, names)
        if type(found["v"]) is not int or found["v"] != VERSION:
            raise ValueError("version")
        by = bytes.fromhex(match(KEY, found[signer]))
    except (Damaged, KeyError, TypeError, ValueError):
        raise Damaged(f"{what}_damaged") from None
    if not is_signed(what, by, data, signature):
        raise Refused(f"{what}_unsigned")
    return found


def _vector_out(vector: Vector) -> dict[str, dict[str, int]]:
    return {chain: {top.hex(): seq for top, seq in tops.items()} for chain, tops in vector.items()}


def _vector_in(found: Any) -> Vector:
    return {
        match(MARK, chain): {_hash(top): number(seq) for top, seq in tops.items()}
        for chain, tops in found.items()
    }


def stated_in(found: Any) -> dict[str, int | str]:
    """Read what a device says of itself: a few numbers and lines, cleaned, for they are shown to people."""
    if type(found) is not dict or len(found) > MOST_STATED:
        raise ValueError("stated")
    return {match(_STATED, name): _line_or_number(value) for name, value in found.items()}


def _line_or_number(value: Any) -> int | str:
    return value if type(value) is int else clean(single_line(value))


def _hashes(found: Any) -> list[bytes]:
    if type(found) is not list:
        raise ValueError("hashes")
    return [_hash(one) for one in found]


def _hash(text: Any) -> bytes:
    return bytes.fromhex(match(KEY, text))


def _text(signature: bytes) -> str:
    return b64encode(signature).decode("ascii")


def split(data: bytes) -> tuple[bytes, bytes, bytes]:
    """Part bytes into message, signature and what follows; raises Damaged (answer_damaged)."""
    length = int.from_bytes(data[:LENGTH], "big")
    end = LENGTH + length + SIGNATURE
    if length > LONGEST_MESSAGE or len(data) < end:
        raise Damaged("answer_damaged")
    return data[LENGTH : LENGTH + length], data[LENGTH + length : end], data[end:]
