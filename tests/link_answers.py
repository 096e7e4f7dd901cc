"""Answers that did not come from the receiver: what portals, proxies and broken servers send instead."""

import gzip

import zstandard

OCTETS = "application/octet-stream"


def answer(
    status: str, body: bytes = b"", *headers: str, kind: str = OCTETS, length: int | None = None
) -> bytes:
    """Write an answer; `length` claims another Content-Length than the body has."""
    told = len(body) if length is None else length
    said = [f"Content-Type: {kind}", f"Content-Length: {told}", "Connection: close", *headers]
    return "\r\n".join([f"HTTP/1.1 {status}", *said, "", ""]).encode("ascii") + body


PORTAL = answer(
    "200 OK", b"<!doctype html><title>WiFi Percuma</title><form>Log masuk</form>", kind="text/html"
)
MOVED = answer("302 Found", b"", "Location: http://portal.invalid/login")
TOO_LARGE = answer("413 Content Too Large", b'{"code":"too_large"}', kind="application/json")
TOO_MANY = answer("429 Too Many Requests", b'{"code":"busy"}', "Retry-After: 120", kind="application/json")
FAILED = answer("500 Internal Server Error", b"Internal Server Error", kind="text/plain")
BUSY = answer("503 Service Unavailable", b'{"code":"stopping"}', "Retry-After: 30", kind="application/json")
SHORT = answer("200 OK", b"\0" * 40, length=4_000)  # less than it claims, then the end
LONG = answer("200 OK", b"\0" * 4_000, length=40)  # more than it claims
NOISE = b"\x16\x03\x01\x02\x00" + b"\0" * 60  # no HTTP at all
EVERY = {
    "portal": PORTAL,
    "moved": MOVED,
    "too large": TOO_LARGE,
    "too many": TOO_MANY,
    "failed": FAILED,
    "busy": BUSY,
    "short": SHORT,
    "long": LONG,
    "noise": NOISE,
}


def bomb(coding: str, size: int) -> bytes:
    """Write an answer of a few bytes that unpacks to `size` zeros: coding is `gzip` or `zstd`."""
    zeros = b"\0" * size
    packed = gzip.compress(zeros) if coding == "gzip" else zstandard.compress(zeros, 19)
    return answer("200 OK", packed, f"Content-Encoding: {coding}")
