"""A disk that may lose power: what was written since the last fsync may be kept, lost, torn or reordered.

A file's content is kept in sectors of 512 bytes; of each write that no fsync of that file followed, any
sectors may be there and any not. Names (made, renamed, removed) last from the fsync of their folder on;
those since may be lost from some point on, in the order they were given.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

SECTOR = 512

Kind = Literal["write", "truncate", "create", "rename", "unlink", "fsync", "said"]


@dataclass(frozen=True)
class Event:
    """One thing done to the disk, or one thing said: `path` (a folder's for its fsync), offset, data."""

    kind: Kind
    path: str
    offset: int = 0
    data: bytes = b""
    other: str = ""


@dataclass
class File:
    """What is certainly on the disk, and the writes and truncations that may be."""

    sure: bytearray
    open_to_loss: list[Event] = field(default_factory=list)

    def settle(self) -> None:
        for event in self.open_to_loss:
            _apply(self.sure, event)
        self.open_to_loss.clear()

    def after_a_cut(self, chance: random.Random, kept: float) -> bytes:
        found = bytearray(self.sure)
        for event in self.open_to_loss:
            for part in _sectors(event):
                if chance.random() < kept:
                    _apply(found, part)
        return bytes(found)


class Disk:
    """The files below one folder, as they were when recording began, and then event after event."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = {number: File(bytearray(data)) for number, data in enumerate(files.values())}
        self._sure_names = {name: number for number, name in enumerate(files)}
        self._names = dict(self._sure_names)
        self._name_events: list[Event] = []
        self._made: dict[int, int] = {}

    def take(self, event: Event) -> None:
        """Have one event happen."""
        if event.kind in ("create", "rename", "unlink"):
            self._rename(event)
        elif event.kind in ("write", "truncate") and event.path in self._names:
            self._files[self._names[event.path]].open_to_loss.append(event)
        elif event.kind == "fsync":
            self._settle(event.path)

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """Give what may be there once the power is back; the disk itself goes on."""
        kept = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        names = dict(self._sure_names)
        for event in self._name_events[: chance.randint(0, len(self._name_events))]:
            self._name(names, event)
        return {name: self._files[number].after_a_cut(chance, kept) for name, number in names.items()}

    def _rename(self, event: Event) -> None:
        if event.kind == "create" and event.path in self._names:
            return
        if event.kind == "create":
            self._files[len(self._files)] = File(bytearray())
            self._made[id(event)] = len(self._files) - 1
        self._name_events.append(event)
        self._name(self._names, event)

    def _name(self, names: dict[str, int], event: Event) -> None:
        if event.kind == "create":
            names[event.path] = self._made[id(event)]
        elif event.kind == "rename" and event.path in names:
            names[event.other] = names.pop(event.path)
        else:
            names.pop(event.path, None)

    def _settle(self, path: str) -> None:
        if path in self._names:
            self._files[self._names[path]].settle()
            return
        # Names are lost from the end only, so those before one that is settled are settled too.
        last = max((n for n, e in enumerate(self._name_events) if _folder(e.path) == path), default=-1)
        for event in self._name_events[: last + 1]:
            self._name(self._sure_names, event)
        del self._name_events[: last + 1]


def files_below(folder: Path) -> dict[str, bytes]:
    """Read every file there is, but the memory shared between programs."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in found if not path.name.endswith("-shm")}


def write_files(files: dict[str, bytes], recorded: Path, fresh: Path) -> None:
    """Lay what a cut left into a fresh folder."""
    for name, data in files.items():
        path = fresh / Path(name).relative_to(recorded)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _folder(path: str) -> str:
    return str(Path(path).parent)


def _sectors(event: Event) -> Iterable[Event]:
    if event.kind == "truncate":
        yield event
        return
    at = event.offset
    end = at + len(event.data)
    while at < end:
        following = min(end, (at // SECTOR + 1) * SECTOR)
        data = event.data[at - event.offset : following - event.offset]
        yield Event("write", event.path, at, data)
        at = following


def _apply(content: bytearray, event: Event) -> None:
    if event.kind == "truncate":
        del content[event.offset :]
        content.extend(bytes(event.offset - len(content)))
        return
    if len(content) < event.offset:
        content.extend(bytes(event.offset - len(content)))
    content[event.offset : event.offset + len(event.data)] = event.data
