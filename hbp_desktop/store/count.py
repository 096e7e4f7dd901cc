"""Runs the domain's figures as SQL over one session."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, text

from hbp_desktop.domain.figures import FIGURES, Figure, Figures, Keys, Table, headlines, tabulate
from hbp_desktop.domain.session import Session

# What each unit selects: one line per thing counted, with every column a figure may ask about. `same` maps a
# person or matter to the one that stands for its cluster.
_SELECTS = {
    "visits": """
        SELECT v.* FROM visits v WHERE v.session = :session AND v.withdrawn = 0""",
    "clients": """
        SELECT max(v.sex) AS sex, max(v.born) AS born, group_concat(v.groups, '') AS groups,
               max(v.oku) AS oku, max(v.nationality) AS nationality, max(v.id_kind) AS id_kind
        FROM visits v LEFT JOIN json_each(:same) s ON s.key = v.person
        WHERE v.session = :session AND v.withdrawn = 0 AND v.anonymous = 0
        GROUP BY coalesce(s.value, v.person)""",
    "matters": """
        SELECT max(m.kind) AS kind, max(m.status) AS status, max(m.service) AS service
        FROM matters m JOIN visits v ON v.id = m.visit AND v.withdrawn = 0
        LEFT JOIN json_each(:same) s ON s.key = m.id
        WHERE m.session = :session AND m.withdrawn = 0
        GROUP BY coalesce(s.value, m.id)""",
    "sealed": """
        SELECT json_extract(m.state, '$.guarded.why') AS why
        FROM matters m JOIN visits v ON v.id = m.visit AND v.withdrawn = 0
        WHERE m.session = :session AND m.withdrawn = 0 AND m.urgent <> '' AND why IS NOT NULL""",
    "tallies": """
        SELECT t.* FROM tallies t WHERE t.session = :session AND t.withdrawn = 0""",
}
_AMOUNT = {"tallies": "sum(amount)"}
_VISITS = text(
    """SELECT count(*), coalesce(sum(anonymous), 0), coalesce(sum(proxied), 0)
       FROM visits WHERE session = :session AND withdrawn = 0"""
)


def figures(conn: Connection, session: Session, same: Mapping[str, str] | None = None) -> Figures:
    """Count every figure of a session; `same` maps linked persons and matters to their representative."""
    values = {"session": session.id, "same": json.dumps(dict(same or {}))}
    tables = {figure.name: _count(conn, figure, session, values) for figure in FIGURES}
    everyone, anonymous, proxied = conn.execute(_VISITS, {"session": session.id}).one()
    visits = {"all": everyone, "anonymous": anonymous, "proxied": proxied}
    return Figures({"headline": headlines(tables, visits), **tables})


def _count(conn: Connection, figure: Figure, session: Session, values: Mapping[str, str]) -> Table:
    columns = ", ".join(figure.columns)
    amount = _AMOUNT.get(figure.unit, "count(*)")
    selected = _SELECTS[figure.of or figure.unit]
    used = values if ":same" in selected else {"session": session.id}
    statement = text(f"SELECT {columns}, {amount} FROM ({selected}) GROUP BY {columns}")
    counted: dict[Keys, int] = {tuple(row[:-1]): row[-1] for row in conn.execute(statement, used)}
    return tabulate(figure, session, counted)
