"""What stays on this laptop: drafts. Losing it costs a draft, never a record."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from hbp_desktop.store.direct import run_many
from hbp_desktop.store.local_tables import drafts


@dataclass(frozen=True)
class KeptDraft:
    """A draft as kept: its slot, kind, plain JSON, and when (seconds since 1970, UTC)."""

    slot: str
    kind: str
    body: Any
    kept_at: int


def keep_draft(conn: Connection, draft: KeptDraft) -> None:
    """Keep a draft in its slot, in place of what was there."""
    values = {"kind": draft.kind, "body": json.dumps(draft.body), "kept_at": draft.kept_at}
    statement = insert(drafts).values(slot=draft.slot, **values)
    conn.execute(statement.on_conflict_do_update(index_elements=["slot"], set_=values))


def move_draft(conn: Connection, slot: str, to: str) -> None:
    """Give a draft another slot."""
    conn.execute(update(drafts).where(drafts.c.slot == slot).values(slot=to))


def kept_draft(conn: Connection, slot: str) -> KeptDraft | None:
    """Give the draft in a slot, None when there is none or it cannot be read any more."""
    row = conn.execute(select(drafts).where(drafts.c.slot == slot)).one_or_none()
    body = None if row is None else _read(row.body)
    return None if row is None or body is None else KeptDraft(row.slot, row.kind, body, row.kept_at)


def drop_draft(conn: Connection, slot: str) -> None:
    """Forget the draft of a slot."""
    run_many(conn, "DELETE FROM drafts WHERE slot = ?", [(slot,)])


def kept_drafts(conn: Connection, kind: str) -> list[KeptDraft]:
    """Give the drafts of a kind, oldest first; one that cannot be read any more is left out."""
    rows = conn.execute(select(drafts).where(drafts.c.kind == kind).order_by(drafts.c.kept_at, drafts.c.slot))
    return [
        KeptDraft(row.slot, row.kind, body, row.kept_at)
        for row in rows
        if (body := _read(row.body)) is not None
    ]


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None
