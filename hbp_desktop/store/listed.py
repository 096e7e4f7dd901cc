"""Visits as a list holds them: their rows are read at once, each becomes a value when it is looked at."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, overload

from sqlalchemy import Connection

from hbp_desktop.domain.day import Day
from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.visit import Visit
from hbp_desktop.store.direct import fetch

_MATTERS = (
    "SELECT m.id, m.visit, m.state FROM json_each(:ids) i JOIN matters m ON m.visit = i.value "
    "WHERE m.withdrawn <= :withdrawn"
)
_DAYS = "SELECT d.id, d.state FROM json_each(:ids) i JOIN days d ON d.id = i.value"


class Listed(Sequence[Visit]):
    """A page or session of visits, with their matters; `standing` leaves withdrawn matters out.

    A table shows fifteen of fifty rows: making a visit out of its JSON costs more than reading it.
    """

    def __init__(
        self, conn: Connection, rows: Sequence[tuple[str, str, str]], standing: bool = False
    ) -> None:
        """Take rows of (visit id, day id, state)."""
        self._rows = rows
        self._made: dict[int, Visit] = {}
        ids = json.dumps([visit_id for visit_id, _, _ in rows])
        self._matters: dict[str, list[Any]] = {}
        for row in fetch(conn, _MATTERS, {"ids": ids, "withdrawn": int(not standing)}):
            self._matters.setdefault(row[1], []).append(row)
        self._days = _days(conn, {day for _, day, _ in rows})

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Visit: ...
    @overload
    def __getitem__(self, at: slice) -> "Sequence[Visit]": ...
    def __getitem__(self, at: int | slice) -> "Visit | Sequence[Visit]":
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        if place not in self._made:
            self._made[place] = self._make(*self._rows[place])
        return self._made[place]

    def _make(self, visit_id: str, day: str, state: str) -> Visit:
        matters = [Matter.of(row[0], json.loads(row[2])) for row in self._matters.get(visit_id, ())]
        return Visit.of(visit_id, json.loads(state), self._days.get(day), matters)


def _days(conn: Connection, ids: Iterable[str]) -> dict[str, Day]:
    rows = fetch(conn, _DAYS, {"ids": json.dumps(sorted(ids))})
    return {row[0]: Day.of(row[0], json.loads(row[1])) for row in rows}
