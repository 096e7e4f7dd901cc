"""One kept connection to a receiving end: few headers, and answers that are capped before they are read."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import TracebackType

import httpx

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.sync import trouble
from hbp_desktop.sync.address import Address, read_address, trust

OCTETS = "application/octet-stream"
JSON = "application/json"
MOST_TOLD = 64 * 1024  # bytes of an answer that is no answer

_LONGEST_NUMBER = 16
_DEFAULT_HEADERS = ("accept", "accept-encoding", "connection", "user-agent")


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds: to connect, for the next byte; and the slowest answer, bytes a second."""

    connect: float = 15.0
    silence: float = 60.0
    slowest: int = 64


@dataclass(frozen=True)
class Heard:
    """What came back: `why` says what cut it short, None when whole; `held` of an attachment, in bytes."""

    status: int
    kind: str
    data: bytes = field(repr=False)
    wait: int = 0
    why: HbpError | None = None
    sent: int = 0
    seconds: float = 0.0
    held: int = 0


class Line:
    """A connection to one address; close it, or use it as a context."""

    def __init__(self, url: str, ca: str = "", patience: Patience | None = None) -> None:
        self.address: Address = read_address(url)
        self.ca = ca
        self.patience = patience or Patience()
        timeout = httpx.Timeout(self.patience.silence, connect=self.patience.connect)
        verify = trust(ca) if self.address.secure else False  # never False where there is a certificate
        self._client = httpx.Client(verify=verify, timeout=timeout, trust_env=False, follow_redirects=False)
        for name in _DEFAULT_HEADERS:
            del self._client.headers[name]

    def __enter__(self) -> "Line":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def post(self, path: str, body: Iterable[bytes] | bytes, most: int, **headers: str) -> Heard:
        """Send and hear at most `most` bytes; raises Unreachable, Damaged or Refused before any answer."""
        return self.ask("POST", path, body, most, **headers)

    def ask(
        self, method: str, path: str, body: Iterable[bytes] | bytes | None, most: int, **headers: str
    ) -> Heard:
        """Send any request; a header's name has its hyphens as underscores."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        counted = _Counted(body)
        began = time.monotonic()
        try:
            request = self._client.build_request(
                method, self.address.url + path, content=counted.content, headers=given
            )
            with_answer = self._client.send(request, stream=True)
        except (httpx.HTTPError, OSError) as error:
            raise trouble.of_line(error, self.address, self.ca) from error
        try:
            return self._hear(with_answer, most, counted.bytes, time.monotonic() - began)
        finally:
            with_answer.close()

    def _hear(self, answer: httpx.Response, most: int, sent: int, seconds: float) -> Heard:
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        encoded = answer.headers.get("content-encoding", "identity").lower() != "identity"
        asked_for = answer.status_code == 200 and kind in (OCTETS, JSON) and not encoded
        data, why = bytearray(), None
        try:
            for piece in self._pieces(answer):
                data += piece
                if len(data) > (most if asked_for else MOST_TOLD):
                    why = trouble.answer_strange()
                    break
        except (httpx.HTTPError, OSError) as error:
            why = trouble.of_line(error, self.address, self.ca)
        except HbpError as error:
            why = error
        wait = trouble.seconds_in(answer.headers.get("retry-after", ""))
        if encoded:
            kind, data = "", bytearray()  # nothing was asked to be packed, so nothing is unpacked
        held = _whole(answer.headers.get("hbp-held", ""))
        return Heard(answer.status_code, kind, bytes(data), wait, why, sent, seconds, held)

    def _pieces(self, answer: httpx.Response) -> Iterator[bytes]:
        began, came = time.monotonic(), 0
        for piece in answer.iter_raw():
            yield piece
            came += len(piece)
            if time.monotonic() - began > self.patience.silence + came / self.patience.slowest:
                raise trouble.timed_out()


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONGEST_NUMBER else 0


class _Counted:
    """A body as it goes out; a single piece is sent with its length, several as they come."""

    def __init__(self, body: Iterable[bytes] | bytes | None) -> None:
        self.bytes = 0
        self.content: bytes | Iterator[bytes] | None = None
        if isinstance(body, bytes) or body is None:
            self.content = body
            self.bytes = len(body or b"")
            return
        pieces = iter(body)
        first, second = next(pieces, b""), next(pieces, None)
        if second is None:
            self.content, self.bytes = first, len(first)
        else:
            self.content = self._flow(first, second, pieces)

    def _flow(self, first: bytes, second: bytes, more: Iterator[bytes]) -> Iterator[bytes]:
        for piece in (first, second):
            self.bytes += len(piece)
            yield piece
        for piece in more:
            self.bytes += len(piece)
            yield piece
