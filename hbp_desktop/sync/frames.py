"""Length-prefixed parts, one after another: how batches, asks and answers lie in bytes."""

from hbp_desktop.domain.errors import Damaged

LENGTH = 4
SIGNATURE = 64


def framed(part: bytes) -> bytes:
    """Lead a part by its length as 4 bytes."""
    return len(part).to_bytes(LENGTH, "big") + part


class Reading:
    """Reads parts of bytes that are all there; raises Damaged(`code`) where one is not whole or too long."""

    def __init__(self, data: bytes, code: str) -> None:
        self._data, self._at, self._code = memoryview(data), 0, code

    @property
    def at_end(self) -> bool:
        """Tell whether everything was read."""
        return self._at == len(self._data)

    def part(self, most: int) -> bytes:
        """Give the next part."""
        length = int.from_bytes(self.exactly(LENGTH), "big")
        if length > most:
            raise Damaged(self._code)
        return self.exactly(length)

    def exactly(self, length: int) -> bytes:
        """Give so many bytes."""
        found = bytes(self._data[self._at : self._at + length])
        if len(found) != length:
            raise Damaged(self._code)
        self._at += length
        return found

    def rest(self) -> bytes:
        """Give everything that follows."""
        return self.exactly(len(self._data) - self._at)
