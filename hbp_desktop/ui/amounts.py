"""Amounts of bytes as people read them."""

_KB, _MB, _GB = 1_000, 1_000_000, 1_000_000_000


def amount(size: int) -> str:
    """Write bytes as people read them: `900 B`, `14 kB`, `1.2 MB`."""
    if size < _KB:
        return f"{size} B"
    for unit, step in (("GB", _GB), ("MB", _MB)):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{round(size / _KB)} kB"
