"""The catalogue of services and subjects: what people ask for, by date; it decides no eligibility."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hbp_desktop.domain.text import fold

_EXACT, _CODE, _NAME, _WORD, _OTHER_NAME, _INSIDE, _NONE = range(7)


@dataclass(frozen=True)
class Rate:
    """What a service paid from a date on, as last published."""

    since: dt.date
    text: str


@dataclass(frozen=True)
class Service:
    """A service or subject.

    kinds: of matters it is usual for, empty for all. citizens_only and urgent are hints for the counter.
    """

    code: str
    name: str
    en: str = ""
    group: str = ""
    words: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    act: str = ""
    citizens_only: bool = False
    urgent: str = ""
    rates: tuple[Rate, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    own_code: bool = False
    keys: tuple[str, ...] = field(default=(), compare=False, repr=False)

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether it is offered on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def rate_on(self, day: dt.date) -> str:
        """Give the rate of a day, "" when none is known."""
        return max(((rate.since, rate.text) for rate in self.rates if rate.since <= day), default=("", ""))[1]

    def label(self, language: str = "ms") -> str:
        """Name it in Malay or English."""
        return self.en or self.name if language == "en" else self.name


class Services:
    """The catalogue. Attributes: by_code, in the catalogue's order."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._rows: Mapping[str, Mapping[str, Any]] = {row["code"]: row for row in data["services"]}
        self.by_code = {code: _service(row) for code, row in self._rows.items()}
        self._named = _by_name(self.by_code.values())

    def change(self, said: Mapping[str, Mapping[str, Any] | None]) -> None:
        """Be the catalogue as it came with the program, with other values of some codes, or new codes.

        None takes a code away: it is offered no more, and keeps its name where it was used. A line that
        makes no sense changes nothing.
        """
        found = {code: _service(row) for code, row in self._rows.items()}
        for code, values in said.items():
            if one := _changed(code, self._rows.get(code, {}), values):
                found[code] = one
        self.by_code, self._named = found, _by_name(found.values())

    def find(self, code: str) -> Service | None:
        """Give the service of a code."""
        return self.by_code.get(code)

    def named(self, text: str) -> Service | None:
        """Give the service somebody named by code, name or a usual word, None when it is no such name."""
        return self._named.get(fold(text))

    def match(self, text: str, kind: str, today: dt.date, most: int = 8) -> tuple[Service, ...]:
        """Give what a few typed letters may mean, for a matter of this kind today, likeliest first.

        Order: the code itself, its beginning, the name's, a word's, another name's, any part; among
        equals those usual for the kind first, then the catalogue's own order. Nothing typed gives what
        is usual for the kind.
        """
        typed = fold(text)
        ranked = []
        for place, service in enumerate(self.by_code.values()):
            rank = _rank(service, typed)
            if service.holds_on(today) and rank < _NONE:
                ranked.append((rank, _strangeness(service, kind), place, service))
        return tuple(row[3] for row in sorted(ranked, key=lambda row: row[:3])[:most])


def match_services(
    services: Services, text: str, kind: str, today: dt.date, most: int = 8
) -> tuple[Service, ...]:
    """Give what a few typed letters may mean; see `Services.match`."""
    return services.match(text, kind, today, most)


def _rank(service: Service, typed: str) -> int:
    code, name, *others = service.keys
    if typed == code:
        return _EXACT
    if code.startswith(typed):
        return _CODE
    if name.startswith(typed):
        return _NAME
    if f" {typed}" in name:
        return _WORD
    if any(other.startswith(typed) for other in others):
        return _OTHER_NAME
    return _INSIDE if any(typed in key for key in service.keys) else _NONE


def _strangeness(service: Service, kind: str) -> int:
    """Give 0 for a subject listed for the kind, 1 for one of every kind, 2 for one of other kinds."""
    return 0 if kind in service.kinds else (2 if service.kinds else 1)


def _by_name(services: Iterable[Service]) -> dict[str, Service]:
    """Map names to services; a code goes before a name, a name before a usual word."""
    found: dict[str, Service] = {}
    rows = list(services)
    for column in range(max(len(row.keys) for row in rows)):
        for row in rows:
            if column < len(row.keys):
                found.setdefault(row.keys[column], row)
    return found


def _service(row: Mapping[str, Any]) -> Service:
    words, english = tuple(row.get("words", ())), row.get("en", "")
    return Service(
        code=row["code"],
        name=row["name"],
        en=english,
        group=row.get("group", ""),
        words=words,
        kinds=frozenset(row.get("kinds", ())),
        act=row.get("act", ""),
        citizens_only=row.get("citizens_only", False),
        urgent=row.get("urgent", ""),
        rates=tuple(map(_rate, row.get("rates", ()))),
        since=_date(row.get("since")),
        until=_date(row.get("until")),
        own_code=row.get("own_code", False),
        keys=tuple(map(fold, (row["code"], row["name"], english or row["name"], *words))),
    )


def _changed(code: str, row: Mapping[str, Any], values: Mapping[str, Any] | None) -> Service | None:
    try:
        if values is None:
            return _service({**row, "code": code, "until": dt.date.min.isoformat()})
        return _service({**row, **values, "code": code})
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _rate(row: Mapping[str, str]) -> Rate:
    return Rate(dt.date.fromisoformat(row["since"]), row["text"])


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
