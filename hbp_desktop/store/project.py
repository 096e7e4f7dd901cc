"""From the folded state of a subject to the rows that lists, filters and figures read."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update

from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.guarded import Guard, veiled
from hbp_desktop.domain.history import Folded, fold
from hbp_desktop.domain.person import Identity, person_key
from hbp_desktop.domain.search_words import words_of
from hbp_desktop.store.direct import insert_into, run_many
from hbp_desktop.store.journal import Held, held
from hbp_desktop.store.tables import PROJECTED, matters, visits

State = Mapping[str, Any]
Line = dict[str, Any]

_ADD_WORDS = text("INSERT INTO words(rowid, text) VALUES(:n, :text)")
_ADD_NEW_WORDS = "INSERT INTO words(rowid, text) SELECT n, :text FROM visits WHERE id = :id"
_DROP_WORDS = text("DELETE FROM words WHERE rowid = :n")
_VISIT = select(visits.c.n, visits.c.state).where(visits.c.id == bindparam("visit"))
_MATTER = select(matters.c.visit).where(matters.c.id == bindparam("matter"))
_MATTERS = select(matters.c.state).where(matters.c.visit == bindparam("visit")).order_by(matters.c.n)
_INSERTS = {kind: insert_into(table) for kind, table in PROJECTED.items()}


def project(conn: Connection, kind: str, subject: str, of: Iterable[Held] | None = None) -> Folded:
    """Fold one subject again and write its row; a subject nothing of which counts has no row."""
    items = held(conn, subject, kind) if of is None else list(of)
    folded = fold(item.fact() for item in items)
    if kind in PROJECTED:
        _replace(conn, kind, subject, folded, any(item.newer for item in items))
    return folded


def reproject(conn: Connection, subjects: Iterable[tuple[str, str]]) -> None:
    """Project subjects again, and the full text of the visits they belong or belonged to."""
    touched: list[tuple[str, str, State]] = []
    for kind, subject in sorted(set(subjects)):
        if kind == "matter":
            touched += [
                (kind, subject, {"visit": row.visit}) for row in conn.execute(_MATTER, {"matter": subject})
            ]
        touched.append((kind, subject, project(conn, kind, subject).state))
    index_words(conn, visits_behind(touched))


def project_new(conn: Connection, kind: str, lines: list[Line]) -> None:
    """Write the rows of subjects that had none."""
    if kind in PROJECTED:
        run_many(conn, _INSERTS[kind], lines)


def line(kind: str, subject: str, folded: Folded, newer: bool = False) -> Line:
    """Give the row of a folded subject."""
    state = folded.state
    return {
        "id": subject,
        "state": dump(dict(state)).decode("utf-8"),
        "withdrawn": int(state.get("withdrawn") is True),
        "conflicts": len(folded.conflicts),
        "newer": int(newer),
        **_COLUMNS[kind](subject, veiled(kind, state)),
    }


def index_new_words(conn: Connection, visit_states: Mapping[str, State], parts: Iterable[State]) -> None:
    """Write the full text of visits that had none, given with all the matters they have."""
    of: dict[str, list[State]] = {visit_id: [] for visit_id in visit_states}
    for part in parts:
        of.get(_text(part, "visit"), []).append(part)
    if of:
        texts = [
            {"id": visit_id, "text": words_of(visit_states[visit_id], found)}
            for visit_id, found in of.items()
        ]
        run_many(conn, _ADD_NEW_WORDS, texts)


def index_words(conn: Connection, visit_ids: Iterable[str]) -> None:
    """Write the full text of visits anew."""
    for visit_id in visit_ids:
        row = conn.execute(_VISIT, {"visit": visit_id}).one_or_none()
        if row is None:
            continue
        conn.execute(_DROP_WORDS, {"n": row.n})
        parts = [json.loads(found.state) for found in conn.execute(_MATTERS, {"visit": visit_id})]
        conn.execute(_ADD_WORDS, {"n": row.n, "text": words_of(json.loads(row.state), parts)})


def visits_behind(touched: Iterable[tuple[str, str, State]]) -> list[str]:
    """List the visits whose full text the touched subjects are part of, once each."""
    found = {
        subject if kind == "visit" else _text(state, "visit"): None
        for kind, subject, state in touched
        if kind in ("visit", "matter")
    }
    return [visit_id for visit_id in found if visit_id]


def _replace(conn: Connection, kind: str, subject: str, folded: Folded, newer: bool) -> None:
    table = PROJECTED[kind]
    if not folded.heads:
        _remove(conn, kind, subject)
        return
    values = line(kind, subject, folded, newer)
    if conn.execute(update(table).where(table.c.id == subject).values(values)).rowcount == 0:
        conn.execute(insert(table), values)


def _remove(conn: Connection, kind: str, subject: str) -> None:
    table = PROJECTED[kind]
    if kind == "visit":
        row = conn.execute(_VISIT, {"visit": subject}).one_or_none()
        if row is not None:
            conn.execute(_DROP_WORDS, {"n": row.n})
    conn.execute(delete(table).where(table.c.id == subject))


def _text(state: State, name: str) -> str:
    value = state.get(name)
    return value if isinstance(value, str) else ""


def _whole(state: State, name: str) -> int:
    value = state.get(name)
    return value if isinstance(value, int) else 0


def _part(state: State, name: str, part: str) -> Any:
    value = state.get(name)
    return value.get(part) if isinstance(value, Mapping) else None


def _part_text(state: State, name: str, part: str) -> str:
    value = _part(state, name, part)
    return value if isinstance(value, str) else ""


def _part_whole(state: State, name: str, part: str) -> int:
    value = _part(state, name, part)
    return value if isinstance(value, int) else 0


def _session(_: str, state: State) -> Line:
    return {
        "office": _text(state, "office"),
        "year": _part_whole(state, "number", "year"),
        "number": _part_whole(state, "number", "n"),
        "status": _text(state, "status"),
    }


def _visit(subject: str, state: State) -> Line:
    groups = sorted(name[6:] for name, on in state.items() if name.startswith("group.") and on is True)
    oku = state.get("oku")
    return {
        "session": _text(state, "session"),
        "day": _text(state, "day"),
        "date": _text(state, "date"),
        "counter": _text(state, "counter"),
        "queue": _text(state, "queue"),
        "channel": _text(state, "channel"),
        "anonymous": int(state.get("anonymous") is True),
        "id_kind": _part_text(state, "identity", "kind"),
        "person": "" if state.get("anonymous") is True else _person(subject, state),
        "sex": _text(state, "sex"),
        "born": _part_text(state, "born", "date"),
        "nationality": _text(state, "nationality"),
        "groups": "".join(f",{name}" for name in groups) + "," if groups else "",
        "oku": "" if oku is None else "yes" if oku else "no",
        "proxied": int(bool(_part_text(state, "proxy", "name"))),
        "tail": "" if Guard.of(state) else _text(state, "ref")[-5:],
    }


def _person(subject: str, state: State) -> str:
    kind, number, country = (_part_text(state, "identity", part) for part in ("kind", "number", "country"))
    return person_key(Identity(kind, number, country) if kind else None, _text(state, "sex"), subject)


def _matter(_: str, state: State) -> Line:
    return {
        "session": _text(state, "session"),
        "visit": _text(state, "visit"),
        "kind": _text(state, "kind"),
        "service": _part_text(state, "service", "code") or _part_text(state, "service", "text"),
        "status": _part_text(state, "outcome", "status") or "new",
        "urgent": _text(state, "urgent"),
    }


def _tally(_: str, state: State) -> Line:
    service = _part_text(state, "service", "code") or _part_text(state, "service", "text")
    return {
        **{name: _text(state, name) for name in ("session", "day", "counter", "kind")},
        "service": service or _text(state, "service"),
        "amount": _whole(state, "n"),
    }


def _texts(*names: str) -> Callable[[str, State], Line]:
    return lambda _, state: {name: _text(state, name) for name in names}


def _queue(_: str, state: State) -> Line:
    return {**_texts("session", "day")("", state), "is": _part_text(state, "state", "is")}


def _report(_: str, state: State) -> Line:
    return {"session": _text(state, "session"), "version": _whole(state, "version")}


_COLUMNS: dict[str, Callable[[str, State], Line]] = {
    "session": _session,
    "day": _texts("session", "date"),
    "duty": _texts("session"),
    "queue": _queue,
    "visit": _visit,
    "matter": _matter,
    "tally": _tally,
    "link": _texts("type", "a", "b", "is"),
    "report": _report,
    "act": _texts("what", "about"),
    "calendar": _texts("date"),
    "office": _texts("code"),
    "attachment": _texts("session", "about", "name"),
    "catalogue": _texts("what", "code"),
}
