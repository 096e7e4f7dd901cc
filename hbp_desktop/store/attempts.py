"""Wrong passwords slow the next try down; nothing is ever wiped, and losing this file costs nothing."""

from pathlib import Path

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.errors import Damaged, NoRoom
from hbp_desktop.store.durable import read_file, replace_file

FREE_TRIES = 2
LONGEST_S = 300
_MOST_BYTES = 16 * 1024
_MOST_SLOTS = 200


class Attempts:
    """How often a slot's password was typed wrong in a row, and when last (seconds since 1970)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def wait_s(self, slot: str, now: int) -> int:
        """Tell how many seconds are left before the next try."""
        times, last = self._read().get(slot, (0, 0))
        gone = now - last
        # A clock set back must not lock anybody out for long, so a time to come counts as past.
        return max(0, pause_s(times) - gone) if gone >= 0 else 0

    def count(self, slot: str) -> int:
        """Tell how many wrong passwords stand since the last right one."""
        return self._read().get(slot, (0, 0))[0]

    def failed(self, slot: str, now: int) -> int:
        """Note a wrong password; gives the seconds to wait."""
        found = self._read()
        times = found.get(slot, (0, 0))[0] + 1
        self._write({**found, slot: (times, now)})
        return pause_s(times)

    def succeeded(self, slot: str) -> None:
        """Forget the wrong ones."""
        found = self._read()
        if found.pop(slot, None) is not None:
            self._write(found)

    def _read(self) -> dict[str, tuple[int, int]]:
        try:
            found = load(read_file(self._path, _MOST_BYTES, "attempts_damaged"), _MOST_BYTES)
            return {str(slot): (int(times), int(last)) for slot, (times, last) in found.items()}
        except (FileNotFoundError, Damaged, AttributeError, TypeError, ValueError):
            return {}

    def _write(self, found: dict[str, tuple[int, int]]) -> None:
        newest = sorted(found.items(), key=lambda item: item[1][1])[-_MOST_SLOTS:]
        try:
            replace_file(self._path, dump({slot: list(pair) for slot, pair in newest}))
        except NoRoom:
            return  # a full disk must not keep anybody from opening


def pause_s(times: int) -> int:
    """Give the pause after so many wrong passwords in a row: none, none, 2, 4, 8 … 300 seconds."""
    if times <= FREE_TRIES:
        return 0
    return int(min(2 ** (times - FREE_TRIES), LONGEST_S)) if times < 20 else LONGEST_S
