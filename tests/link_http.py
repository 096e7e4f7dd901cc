"""Where requests and answers begin and end in a stream of bytes; no more of HTTP than that."""

import h11

_TLS = b"\x16"


class Requests:
    """Follows what a client sends over one connection; clients that send ahead of answers are not followed.

    Attributes: whole (the request now going on has come to its end), method.
    """

    def __init__(self) -> None:
        self.whole, self.method = True, b""
        self._reading: h11.Connection | None = None
        self._lost = False  # no HTTP, so the connection counts as one request

    def begins(self, data: bytes) -> bool:
        """Take up bytes; tell whether they begin a request."""
        if self._lost:
            return False
        first = self.whole
        if first:
            self._reading, self.whole = h11.Connection(h11.SERVER), False
            self._lost = data.startswith(_TLS)
        if not self._lost:
            self._add(data)
        return first

    def _add(self, data: bytes) -> None:
        try:
            self._reading.receive_data(data)
            while (event := self._reading.next_event()) not in (h11.NEED_DATA, h11.PAUSED):
                if isinstance(event, h11.Request):
                    self.method = event.method
                if isinstance(event, h11.EndOfMessage):
                    self.whole = True
        except h11.RemoteProtocolError:
            self._lost = True


class Answering:
    """Follows a server's answer to a request of this method; `whole` once it has come to its end."""

    def __init__(self, method: bytes) -> None:
        self.whole = False
        self._reading = h11.Connection(h11.CLIENT)
        self._reading.send(h11.Request(method=method, target="/", headers=[("Host", "link")]))
        self._reading.send(h11.EndOfMessage())

    def add(self, data: bytes) -> None:
        """Take up bytes."""
        self._reading.receive_data(data)
        while (event := self._reading.next_event()) not in (h11.NEED_DATA, h11.PAUSED):
            if isinstance(event, h11.EndOfMessage):
                self.whole = True
