"""Every number a report or screen shows, defined once as data: what it counts, by what, in which groups.

Visits are counted as recorded and standing. Clients are distinct persons of a session: visits with the same
sound document are one, and so are persons linked as the same; anonymous visits are shown beside them and
proxies are never counted. Matters linked as the same are one. A client described differently in two visits
counts once, under the known value that sorts last, and in the target groups of both. Tallies are people or
inquiries without details and never clients.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from hbp_desktop.domain.person import age_on
from hbp_desktop.domain.session import Session

Unit = Literal["visits", "clients", "matters", "tallies"]
Keys = tuple[str, ...]

UNKNOWN = ""
SEALED = "sealed"  # the figure of guarded matters: they are in the totals of every other one
FEWEST = 5  # of guarded matters: a smaller number, but none at all, is told outside the office as below it
AGE_GROUPS = (("under_18", 0), ("18_39", 18), ("40_59", 40), ("60_up", 60))


@dataclass(frozen=True)
class Row:
    """One group's count."""

    keys: Keys
    count: int


@dataclass(frozen=True)
class Table:
    """A counted figure; `total` counts each thing once, so overlapping groups may add up to more."""

    name: str
    unit: Unit
    rows: tuple[Row, ...]
    total: int

    def count(self, *keys: str) -> int:
        """Give one group's count, 0 when nothing fell into it."""
        return sum(row.count for row in self.rows if row.keys[: len(keys)] == keys)


@dataclass(frozen=True)
class Figures:
    """All figures of a session, by name."""

    tables: Mapping[str, Table] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Table:
        return self.tables[name]

    def headline(self, name: str) -> int:
        """Give one of the headline numbers."""
        return self.tables["headline"].count(name)


@dataclass(frozen=True)
class Figure:
    """A figure as data: the unit counted and the columns it is grouped by.

    `of` names a part of the unit, "" counts all of it.
    `groups` turns one combination of column values into the groups it falls into (several may overlap).
    """

    name: str
    unit: Unit
    columns: tuple[str, ...]
    groups: Callable[[Session, Keys], tuple[Keys, ...]] = lambda _, values: (values,)
    of: str = ""


def _age_group(session: Session, values: Keys) -> tuple[Keys, ...]:
    first = session.first_day
    try:
        born = dt.date.fromisoformat(values[0])
    except ValueError:
        return ((UNKNOWN,),)
    if first is None or born > first:
        return ((UNKNOWN,),)
    age = age_on(born, first)
    return (([name for name, least in AGE_GROUPS if age >= least][-1],),)


def _target_groups(_: Session, values: Keys) -> tuple[Keys, ...]:
    return tuple((name,) for name in sorted(set(values[0].split(",")) - {""})) or ((UNKNOWN,),)


def _place(session: Session, values: Keys) -> tuple[Keys, ...]:
    day = session.day(values[0])
    return ((day.place if day else UNKNOWN,),)


def _date(session: Session, values: Keys) -> tuple[Keys, ...]:
    day = session.day(values[0])
    planned = day.date.isoformat() if day and day.date else UNKNOWN
    return ((values[1] or planned,),)


def _citizenship(_: Session, values: Keys) -> tuple[Keys, ...]:
    country, kind = values
    if kind == "mypr":
        return (("permanent_resident",),)
    known = {"": UNKNOWN, "MYS": "citizen", "XXX": "stateless"}
    return ((known.get(country, "foreign"),),)


FIGURES = (
    Figure("kind", "matters", ("kind",)),
    Figure("kind_status", "matters", ("kind", "status")),
    Figure("status", "matters", ("status",)),
    Figure("service", "matters", ("service",)),
    Figure("sex", "clients", ("sex",)),
    Figure("age_group", "clients", ("born",), _age_group),
    Figure("group", "clients", ("groups",), _target_groups),
    Figure("nationality", "clients", ("nationality", "id_kind"), _citizenship),
    Figure("oku", "clients", ("oku",)),
    Figure("place", "visits", ("day",), _place),
    Figure("day", "visits", ("day", "date"), _date),
    Figure("counter", "visits", ("counter",)),
    Figure("channel", "visits", ("channel",)),
    Figure("tally", "tallies", ("kind", "service")),
    Figure(SEALED, "matters", ("why",), of=SEALED),
)
HEADLINES = (
    "clients",
    "visits",
    "anonymous_visits",
    "matters",
    "settled",
    "proxied_visits",
    "tallies",
    "not_citizens",
)
SETTLED = ("settled", "closed")


def outside(count: int) -> str:
    """Write how many guarded matters there are for eyes outside the office: `0`, `<5`, or the number."""
    return f"<{FEWEST}" if 0 < count < FEWEST else str(count)


def tabulate(figure: Figure, session: Session, counted: Mapping[Keys, int]) -> Table:
    """Sort counted combinations of column values into a figure's groups."""
    rows: dict[Keys, int] = {}
    for values, count in counted.items():
        for keys in figure.groups(session, values):
            rows[keys] = rows.get(keys, 0) + count
    ordered = tuple(Row(keys, rows[keys]) for keys in sorted(rows))
    return Table(figure.name, figure.unit, ordered, sum(counted.values()))


def headlines(tables: Mapping[str, Table], visits: Mapping[str, int]) -> Table:
    """Put the numbers of a first page together; `visits` counts all, anonymous and proxied ones."""
    counts = {
        "clients": tables["sex"].total,
        "visits": visits["all"],
        "anonymous_visits": visits["anonymous"],
        "matters": tables["kind"].total,
        "settled": sum(tables["status"].count(status) for status in SETTLED),
        "proxied_visits": visits["proxied"],
        "tallies": tables["tally"].total,
        "not_citizens": sum(
            tables["nationality"].count(name) for name in ("foreign", "permanent_resident", "stateless")
        ),
    }
    return Table("headline", "visits", tuple(Row((name,), counts[name]) for name in HEADLINES), visits["all"])
