"""Lists of visits: filters, full text, pages by key (never by offset), newest first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    exists,
    func,
    literal_column,
    select,
    text,
)

from hbp_desktop.domain.listing import PAGE, URGENT, Filter
from hbp_desktop.domain.matter import COMPLAINT
from hbp_desktop.domain.reference import tail
from hbp_desktop.domain.search_words import query_of
from hbp_desktop.domain.visit import Visit
from hbp_desktop.store import marked
from hbp_desktop.store.listed import Listed
from hbp_desktop.store.tables import TIME_TOLD, days, matters, visits

_ROWID = literal_column("words.rowid", Integer)


@dataclass(frozen=True)
class Page:
    """Some visits of a list, newest first; `after` asks for the next ones, None at the end."""

    visits: Sequence[Visit]
    after: int | None


def page(conn: Connection, asked: Filter, after: int | None = None, limit: int = PAGE) -> Page:
    """Give the next `limit` visits of a list."""
    query = query_of(asked.text)
    if asked.text.strip() and not query:
        return Page((), None)
    statement, values = _statement(conn, asked, query, after)
    rows = conn.execute(statement.limit(limit + 1), values).all()
    found = Listed(conn, [row[1:] for row in rows[:limit]])
    return Page(found, rows[limit - 1][0] if len(rows) > limit else None)


def amounts(conn: Connection, asked: Filter) -> tuple[int, int]:
    """Count the visits of a list, and their standing matters."""
    query = query_of(asked.text)
    if asked.text.strip() and not query:
        return 0, 0
    statement, values = _statement(conn, asked, query, None)
    chosen = statement.order_by(None).with_only_columns(visits.c.id).subquery()
    visit_count = conn.execute(select(func.count()).select_from(chosen), values).scalar_one()
    of_them = select(func.count()).where(matters.c.visit.in_(select(chosen.c.id)), matters.c.withdrawn == 0)
    return visit_count, conn.execute(of_them, values).scalar_one()


def by_tail(conn: Connection, typed: str) -> list[str]:
    """Give the ids of visits whose reference number ends with these five characters, newest first."""
    rows = conn.execute(select(visits.c.id).where(visits.c.tail == tail(typed)).order_by(visits.c.n.desc()))
    return [row.id for row in rows]


def of_person(
    conn: Connection, person: str, limit: int = 5, without: Collection[str] = ()
) -> Sequence[Visit]:
    """Give the newest standing visits of the same person, none of the sessions in `without`."""
    rows = conn.execute(
        select(visits.c.id, visits.c.day, visits.c.state)
        .where(visits.c.person == person, visits.c.withdrawn == 0, visits.c.session.not_in(sorted(without)))
        .order_by(visits.c.n.desc())
        .limit(limit)
    )
    return Listed(conn, rows.all())


def _statement(
    conn: Connection, asked: Filter, query: str, after: int | None
) -> tuple[Select[Any], Mapping[str, Any]]:
    statement = select(visits.c.n, visits.c.id, visits.c.day, visits.c.state).where(*_conditions(asked))
    if asked.mark:
        statement = statement.where(marked.lie(conn, asked.mark))
    if not query:
        statement = statement.order_by(visits.c.n.desc())
        return (statement.where(visits.c.n < after) if after is not None else statement), {}
    # Order by row id, not rank: common words would have to be scored one and all.
    statement = statement.select_from(visits.join(text("words"), visits.c.n == _ROWID))
    statement = statement.where(text("words MATCH :query")).order_by(_ROWID.desc())
    return (statement.where(after > _ROWID) if after is not None else statement), {"query": query}


def _conditions(asked: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [visits.c.withdrawn == int(asked.withdrawn)]
    for name in ("session", "day", "counter", "channel"):
        if wanted := getattr(asked, name):
            found.append(visits.c[name] == wanted)
    if asked.anonymous:
        found.append(visits.c.anonymous == 1)
    found += _times(asked) + _shown(asked)
    of_matter = [
        matters.c[name] == getattr(asked, name)
        for name in ("kind", "status", "service")
        if getattr(asked, name)
    ]
    if asked.urgent:
        of_matter.append(matters.c.urgent != "")
    if asked.clock:
        of_matter += _running(asked.clock)
    if of_matter:
        found.append(exists().where(matters.c.visit == visits.c.id, matters.c.withdrawn == 0, *of_matter))
    return found


def _shown(asked: Filter) -> list[ColumnElement[bool]]:
    """Leave out the visits with a matter that the asker is not shown, and whole sessions."""
    found: list[ColumnElement[bool]] = []
    urgent = exists().where(matters.c.visit == visits.c.id, matters.c.urgent != "")
    if URGENT in asked.hides:
        found.append(~urgent)
    elif asked.quiet:
        found.append(~(urgent & visits.c.session.in_(sorted(asked.quiet))))
    if asked.without:
        found.append(visits.c.session.not_in(sorted(asked.without)))
    return found


def _times(asked: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.date:
        planned = select(days.c.date).where(days.c.id == visits.c.day).scalar_subquery()
        found.append(func.coalesce(func.nullif(visits.c.date, ""), planned) == asked.date)
    time = literal_column(TIME_TOLD, Text)
    if asked.since:
        found.append(time >= asked.since)
    if asked.until:
        found.append(time < asked.until)
    return found


def _running(clock: str) -> list[ColumnElement[bool]]:
    """Ask for open complaints whose clock was not stopped, as domain.deadlines does."""
    found: list[ColumnElement[bool]] = [
        matters.c.kind == COMPLAINT,
        matters.c.withdrawn == 0,
        matters.c.status.not_in(("settled", "closed")),
    ]
    replied, acked = (func.json_extract(matters.c.state, f"$.{name}") for name in ("reply_done", "ack_done"))
    if clock in ("ack", "reply"):
        found.append(replied.is_(None))
    if clock == "ack":
        found += [acked.is_(None), visits.c.anonymous == 0]
    return found
