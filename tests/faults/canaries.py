"""Words planted to be found nowhere, and the search for them in every writing they could hide in."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_LEAST = 6  # bytes of base64 that must be left of a short canary


@dataclass(frozen=True)
class Find:
    """A canary found: where, which one, in which writing."""

    place: str
    canary: str
    writing: str


def writings(canary: str | bytes) -> dict[str, bytes]:
    """Give a canary in every writing it is looked for in."""
    if isinstance(canary, bytes):
        return {"bytes": canary, **_armoured("", canary)}
    found: dict[str, bytes] = {}
    for case, text in (("", canary), (" upper", canary.upper()), (" lower", canary.lower())):
        for name, encoding in (("utf-8", "utf-8"), ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be")):
            data = text.encode(encoding)
            found |= {f"{name}{case}": data, **_armoured(f" of {name}{case}", data)}
    return found


def search(places: Mapping[str, bytes], canaries: Mapping[str, str | bytes]) -> list[Find]:
    """Look through named bytes for every canary in every writing."""
    wanted = {
        pattern: (name, writing)
        for name, one in canaries.items()
        for writing, pattern in writings(one).items()
    }
    return [
        Find(place, *which)
        for place, data in places.items()
        for pattern, which in wanted.items()
        if len(pattern) <= len(data) and pattern in data
    ]


def places_below(folders: Iterable[Path], but: tuple[Path, ...] = ()) -> Iterator[tuple[str, bytes]]:
    """Give the content of every file below some folders, and all their names; `but` for explicit exports."""
    for folder in folders:
        names: list[str] = []
        for path in sorted(folder.rglob("*")):
            names.append(path.name)
            if path.is_file() and not any(path.is_relative_to(left_out) for left_out in but):
                yield str(path), path.read_bytes()
        yield f"names below {folder}", "\n".join(names).encode("utf-8", "surrogateescape")


def _armoured(of: str, data: bytes) -> dict[str, bytes]:
    found = {f"hex{of}": data.hex().encode(), f"HEX{of}": data.hex().upper().encode()}
    for shift in range(3):
        whole = b64encode(bytes(shift) + data).rstrip(b"=")
        inner = whole[(0, 2, 3)[shift] : (len(data) + shift) // 3 * 4]
        if len(inner) >= _LEAST:
            found[f"base64+{shift}{of}"] = inner
    return found
