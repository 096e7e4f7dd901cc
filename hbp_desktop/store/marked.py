"""Which visits have entries only here, held at the state office, counted there, or not: asked of a list."""

from sqlalchemy import ColumnElement, Connection, and_, exists, false, not_, or_, select

from hbp_desktop.store import outgoing, peers, receipts
from hbp_desktop.store.local_tables import not_counted
from hbp_desktop.store.tables import chains, entries, matters, visits

_LOOK, _HERE, _HELD, _THERE = "look", "here", "held", "there"


def lie(conn: Connection, mark: str) -> ColumnElement[bool]:
    """Give the condition for visits with this mark, as `whereabouts.marks` gives it; forks count as lines.

    Only what waits or is not yet judged is looked at, whatever the size of the journal.
    """
    peer = peers.state_office(conn)
    if peer is None:
        return visits.c.id.is_not(None) if mark == _HERE else false()
    reached = {chain: cover.upto for chain, cover in outgoing.covers(conn, peer).items()}
    judged = receipts.judged(conn, peer.key)
    every = conn.execute(select(chains.c.chain)).scalars().all()
    waits = [_between(chain, reached.get(chain, 0)) for chain in every]
    unjudged = [
        _between(chain, judged.get(chain, 0), upto)
        for chain, upto in reached.items()
        if judged.get(chain, 0) < upto
    ]
    aside = select(not_counted.c.hash).where(not_counted.c.peer == peer.key)
    look = _touched(entries.c.hash.in_(aside))
    here = and_(_touched(or_(false(), *waits)), not_(look))
    held = and_(_touched(or_(false(), *unjudged)), not_(look), not_(here))
    there = not_(or_(look, here, held))
    return {_LOOK: look, _HERE: here, _HELD: held, _THERE: there}[mark]


def _between(chain: str, above: int, upto: int | None = None) -> ColumnElement[bool]:
    found = and_(entries.c.chain == chain, entries.c.seq > above)
    return found if upto is None else and_(found, entries.c.seq <= upto)


def _touched(which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Ask for visits with such an entry of their own or of one of their matters."""
    subjects = select(entries.c.subject).where(which)
    of_them = exists().where(matters.c.visit == visits.c.id, matters.c.id.in_(subjects))
    return or_(visits.c.id.in_(subjects), of_them)
