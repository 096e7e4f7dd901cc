"""Who this laptop exchanges with, and how far it got: kept across restarts, never exchanged."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from hbp_desktop.domain.chain import Vector
from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store.local_tables import device, peers

STATE = "state"
Conn = Connection  # for rooms that may not know the database by its library
_ASKING = ""  # the row of an enrolment whose answer has not come yet
_UNTOLD_COST = 180  # bytes an entry takes on the wire, until a push has shown it


@dataclass(frozen=True)
class Granted:
    """What the peer said of this device, and what is remembered beside.

    standing: waiting, confirmed, revoked or unknown. device: the key that enrolled, writer: the key under
    which the peer writes in this office's journal. cost: bytes an entry took on the wire. refused: (chain,
    code, seq) of what it could not hold. most: the largest batch it takes, 0 for the usual. added_up: when
    every entry was last read to count and add them up. carried: the incarnation that what is noted of
    attachments is about. listed: when it was last asked for what it heard of the state's laptops.
    """

    standing: str = "waiting"
    grant: str = "none"
    names_until: str = ""
    device: str = ""
    writer: str = ""
    cost: int = _UNTOLD_COST
    refused: tuple[tuple[str, str, int], ...] = ()
    most: int = 0
    added_up: int = 0
    carried: str = ""
    listed: int = 0


@dataclass(frozen=True)
class Peer:
    """A peer as kept; times are seconds since 1970, UTC, by this laptop's clock."""

    key: str
    url: str
    ca: str = ""
    name: str = ""
    n: int = 0
    incarnation: str = ""
    granted: Granted = field(default_factory=Granted)
    vector: Vector = field(default_factory=dict)
    unsure: bool = False
    attempts: int = 0
    next_at: int = 0
    contact_at: int = 0
    error: Problem | None = None
    error_at: int = 0
    speed: int = 0
    clock_off: int = 0
    enrolled_at: int = 0


def state_office(conn: Connection) -> Peer | None:
    """Give the state office this laptop is enrolled with, None without one."""
    query = select(peers).where(peers.c.kind == STATE, peers.c.peer != _ASKING)
    row = conn.execute(query.order_by(peers.c.enrolled_at.desc()).limit(1)).one_or_none()
    return None if row is None else _peer(row)


def named(conn: Connection, key: str) -> Peer | None:
    """Give what is kept of a peer, None of a stranger."""
    row = conn.execute(select(peers).where(peers.c.peer == key)).one_or_none()
    return None if row is None else _peer(row)


def keep(conn: Connection, peer: Peer) -> None:
    """Keep a peer in place of what was known of it."""
    values = _values(peer)
    statement = insert(peers).values(peer=peer.key, **values)
    conn.execute(statement.on_conflict_do_update(index_elements=["peer"], set_=values))


def ask_once(conn: Connection, peer: str, unsure: bool) -> int:
    """Count an ask before it is sent, and note whether something goes with it; gives its number."""
    moved = (
        update(peers).where(peers.c.peer == peer).values(n=peers.c.n + 1, **({"unsure": 1} if unsure else {}))
    )
    return int(conn.execute(moved.returning(peers.c.n)).scalar_one())


def jump(conn: Connection, peer: str, n: int) -> None:
    """Go on beyond the last number the peer has seen of this device."""
    conn.execute(update(peers).where(peers.c.peer == peer, peers.c.n < n).values(n=n))


def note_failure(conn: Connection, peer: Peer, problem: Problem, now: int, next_at: int) -> None:
    """Keep why a try failed and when to try again; nothing else changes by it."""
    said = json.dumps({"code": problem.code, "values": dict(problem.values), "at": now})
    values: dict[str, object] = {"error": said, "attempts": peer.attempts + 1, "next_at": next_at}
    conn.execute(update(peers).where(peers.c.peer == peer.key).values(**values))


def note_success(conn: Connection, peer: str, next_at: int) -> None:
    """Keep that a round went well, and when to look in again."""
    conn.execute(update(peers).where(peers.c.peer == peer).values(attempts=0, error="", next_at=next_at))


def note_granted(conn: Connection, peer: str, **changes: Any) -> None:
    """Change a part of what is remembered beside."""
    row = conn.execute(select(peers.c.granted).where(peers.c.peer == peer)).one()
    granted = json.dumps(asdict(replace(_granted(row.granted), **changes)))
    conn.execute(update(peers).where(peers.c.peer == peer).values(granted=granted))


def secret_of(conn: Connection, key: str) -> bytes | None:
    """Give the secret of a device key this laptop has or had, None when it is another's."""
    secrets = conn.execute(select(device.c.secret).distinct()).scalars()
    return next((secret for secret in secrets if public_key(secret).hex() == key), None)


def keep_asking(conn: Connection, url: str, code: str, request: bytes) -> None:
    """Keep an enrolment until it is answered: asked again, it must be the very same request."""
    drop_asking(conn)
    asking = Peer(_ASKING, url)
    values = _values(asking) | {"granted": json.dumps({"code": code, "request": request.decode("utf-8")})}
    conn.execute(insert(peers).values(peer=_ASKING, **values))


def asking(conn: Connection, url: str, code: str) -> bytes | None:
    """Give the request that was sent to this address with this code and not answered."""
    row = conn.execute(select(peers.c.url, peers.c.granted).where(peers.c.peer == _ASKING)).one_or_none()
    said = json.loads(row.granted) if row is not None and row.url == url else {}
    return said["request"].encode("utf-8") if said.get("code") == code else None


def drop_asking(conn: Connection) -> None:
    """Forget the enrolment that was asked for."""
    conn.execute(delete(peers).where(peers.c.peer == _ASKING))


def _peer(row: Any) -> Peer:
    error = json.loads(row.error) if row.error else None
    return Peer(
        key=row.peer,
        url=row.url,
        ca=row.ca,
        name=row.name,
        n=row.n,
        incarnation=row.incarnation,
        granted=_granted(row.granted),
        vector=_vector(json.loads(row.vector)),
        unsure=bool(row.unsure),
        attempts=row.attempts,
        next_at=row.next_at,
        contact_at=row.contact_at,
        error=Problem(error["code"], values=error["values"]) if error else None,
        error_at=error["at"] if error else 0,
        speed=row.speed,
        clock_off=row.clock_off,
        enrolled_at=row.enrolled_at,
    )


def _values(peer: Peer) -> dict[str, object]:
    error = peer.error
    said = {"code": error.code, "values": dict(error.values), "at": peer.error_at} if error else None
    return {
        "kind": STATE,
        "url": peer.url,
        "ca": peer.ca,
        "name": peer.name,
        "n": peer.n,
        "incarnation": peer.incarnation,
        "granted": json.dumps(asdict(peer.granted)),
        "vector": json.dumps(
            {chain: {top.hex(): seq for top, seq in tops.items()} for chain, tops in peer.vector.items()}
        ),
        "unsure": int(peer.unsure),
        "attempts": peer.attempts,
        "next_at": peer.next_at,
        "contact_at": peer.contact_at,
        "error": json.dumps(said) if said else "",
        "speed": peer.speed,
        "clock_off": peer.clock_off,
        "enrolled_at": peer.enrolled_at,
    }


def _granted(text: str) -> Granted:
    said = json.loads(text)
    known = {one.name for one in fields(Granted)}
    found = {name: value for name, value in said.items() if name in known}
    refused = tuple((str(chain), str(code), int(seq)) for chain, code, seq in found.pop("refused", ()))
    return Granted(**found, refused=refused)


def _vector(said: Mapping[str, Mapping[str, int]]) -> Vector:
    return {chain: {bytes.fromhex(top): seq for top, seq in tops.items()} for chain, tops in said.items()}
