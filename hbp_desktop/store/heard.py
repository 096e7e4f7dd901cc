"""What the state office said of the state's laptops: one list, its bytes as it signed them."""

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from hbp_desktop.store.local_tables import heard


def keep(conn: Connection, peer: str, data: bytes, signature: bytes) -> None:
    """Keep a list in place of the one before."""
    values = {"bytes": data, "signature": signature}
    statement = insert(heard).values(peer=peer, **values)
    conn.execute(statement.on_conflict_do_update(index_elements=["peer"], set_=values))


def kept(conn: Connection, peer: str) -> tuple[bytes, bytes] | None:
    """Give the list's bytes and their signature, None before there was any."""
    row = conn.execute(select(heard.c.bytes, heard.c.signature).where(heard.c.peer == peer)).one_or_none()
    return None if row is None else (row.bytes, row.signature)


def forget(conn: Connection, peer: str) -> None:
    """Drop the list: who may no longer look at the state keeps nothing of it."""
    conn.execute(delete(heard).where(heard.c.peer == peer))
