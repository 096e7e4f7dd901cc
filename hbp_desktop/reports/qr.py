"""QR codes as filled squares; the quiet zone of four modules is kept inside the given size."""

from functools import lru_cache

import segno

from hbp_desktop.reports.canvas import Pen

QUIET = 4  # modules


def draw_qr(pen: Pen, x: float, y: float, size: float, content: str) -> None:
    """Draw a code with its quiet zone in a square of `size` points."""
    rows = _modules(content)
    module = size / (len(rows) + 2 * QUIET)
    inset = QUIET * module
    pen.squares(
        [
            (x + inset + start * module, y + inset + at * module, length * module, module)
            for at, row in enumerate(rows)
            for start, length in _dark_runs(row)
        ]
    )


def modules_across(content: str) -> int:
    """Count the modules of one side with the quiet zone."""
    return len(_modules(content)) + 2 * QUIET


@lru_cache(maxsize=64)
def _modules(content: str) -> tuple[bytes, ...]:
    return tuple(bytes(row) for row in segno.make(content, error="m", micro=False, boost_error=False).matrix)


def _dark_runs(row: bytes) -> list[tuple[int, int]]:
    """Join dark neighbours, so that no hairline shows between them."""
    runs: list[tuple[int, int]] = []
    for index, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == index:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((index, 1))
    return runs
