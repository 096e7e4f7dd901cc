"""What became of a record, entry by entry, and where two wrote without knowing of each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from hbp_desktop.domain.fields import Fields
from hbp_desktop.domain.history import fold
from hbp_desktop.domain.visit import Visit
from hbp_desktop.store.journal import Held
from hbp_desktop.usecases import seeing

_Place = tuple[int, int, int]  # claimed time, lamport, place in its chain


@dataclass(frozen=True)
class FieldChange:
    """One field as it was and as it became; None where there was or is nothing."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """One entry of a record's history; `at` in seconds since 1970 as claimed, `doubt` of the clock."""

    kind: str
    subject: str
    action: str
    officer: str
    at: int
    doubt: bool
    reason: str
    fields: tuple[FieldChange, ...]
    newer: bool = False


@dataclass(frozen=True)
class Version:
    """One of several values of a field that were written without knowing of each other."""

    value: Any
    officer: str
    at: int


@dataclass(frozen=True)
class Clash:
    """A field with several versions; the last one shows meanwhile, all are kept."""

    kind: str
    subject: str
    name: str
    versions: tuple[Version, ...]


def history(
    subjects: Iterable[list[Held]], names: Mapping[str, str], inner: Mapping[bytes, Fields] | None = None
) -> tuple[Change, ...]:
    """Tell a record's history, newest first; `inner` are the sealed fields of entries that were opened."""
    placed = [change for items in subjects for change in _history(items, names, inner or {})]
    return tuple(change for _, change in sorted(placed, key=lambda one: one[0], reverse=True))


def clashes(subjects: Iterable[list[Held]], names: Mapping[str, str]) -> tuple[Clash, ...]:
    """List the fields of a record that have several versions."""
    return tuple(clash for items in subjects for clash in _clashes(items, names))


def masked(change: Change, visit: Visit) -> Change:
    """Give a change with nothing in it that names the client of its visit."""
    fields = tuple(
        replace(
            one,
            before=seeing.masked_value(one.name, one.before, visit),
            after=seeing.masked_value(one.name, one.after, visit),
        )
        for one in change.fields
    )
    return replace(change, fields=fields, reason=seeing.masked_value("reason", change.reason, visit))


def masked_clash(clash: Clash, visit: Visit) -> Clash:
    """Give a clash with nothing in it that names the client of its visit."""
    return replace(clash, versions=tuple(_masked_version(clash.name, one, visit) for one in clash.versions))


def _masked_version(name: str, version: Version, visit: Visit) -> Version:
    return replace(version, value=seeing.masked_value(name, version.value, visit))


def _clashes(items: list[Held], names: Mapping[str, str]) -> list[Clash]:
    by_hash = {item.entry.hash: item for item in items}
    return [
        Clash(
            items[0].entry.header.kind,
            items[0].entry.header.subject,
            conflict.field,
            tuple(_version(by_hash[written], conflict.field, names) for written in conflict.writes),
        )
        for conflict in fold(item.fact() for item in items).conflicts
    ]


def _version(item: Held, field: str, names: Mapping[str, str]) -> Version:
    header = item.entry.header
    return Version(item.fact().fields.get(field), names.get(header.actor, header.actor), header.at)


def _history(
    items: list[Held], names: Mapping[str, str], inner: Mapping[bytes, Fields]
) -> list[tuple[_Place, Change]]:
    """Tell what each entry changed; an entry's `before` is what stood then, by the order of the tie.

    Each comes with its place among all entries of a record: many fall into one second.
    """
    known: dict[str, Any] = {}
    found = []
    for item in sorted(items, key=lambda one: (one.entry.header.lamport, one.entry.hash)):
        header, fact = item.entry.header, item.fact()
        body = {} if item.newer else item.entry.body()
        fields = {**fact.fields, **inner.get(item.entry.hash, {})}
        reason = fields.pop("reason", "") or body.get("reason", "")
        written = tuple(FieldChange(name, known.get(name), value) for name, value in sorted(fields.items()))
        known.update(fields)
        change = Change(
            kind=header.kind,
            subject=header.subject,
            action=header.action,
            officer=names.get(header.actor, header.actor),
            at=header.at,
            doubt=header.doubt,
            reason=str(reason),
            fields=written,
            newer=item.newer,
        )
        found.append(((header.at, header.lamport, header.seq), change))
    return found
