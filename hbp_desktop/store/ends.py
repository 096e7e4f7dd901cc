"""Where each chain ends and what it adds up to, followed as entries arrive, so that no round reads them all.

Two local tables remember it up to a row of `entries`; what came later is followed from there. An entry is
held only after the one it hangs on, so in the order of rows nothing follows the newest yet; only one that was
lost and came again can have followers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete

from hbp_desktop.domain.entry import NOTHING
from hbp_desktop.store.direct import fetch, insert_into, run_many
from hbp_desktop.store.local_tables import sums, tips

_NEXT = "SELECT 1 FROM entries WHERE chain = ? AND seq = ? AND prev = ?"
_LATER = "SELECT chain, prev, hash, seq, n FROM entries WHERE n > ? ORDER BY n"


@dataclass
class End:
    """A chain's ends (hash -> seq), how many entries lead there, and the XOR of all their hashes."""

    tips: dict[bytes, int] = field(default_factory=dict)
    entries: int = 0
    xor: int = 0
    upto: int = 0


def ends(conn: Connection) -> Mapping[str, End]:
    """Give every chain's end as held now."""
    return _followed(conn)[0]


def keep(conn: Connection) -> Mapping[str, End]:
    """Give every chain's end, and remember it for the next time."""
    found, moved = _followed(conn)
    if moved:
        run_many(conn, "DELETE FROM tips WHERE chain = ?", [(chain,) for chain in moved])
        run_many(conn, "DELETE FROM sums WHERE chain = ?", [(chain,) for chain in moved])
        run_many(conn, insert_into(tips), [row for chain in moved for row in _tip_rows(chain, found[chain])])
        run_many(conn, insert_into(sums), [_sum_row(chain, found[chain]) for chain in moved])
    return found


def forget(conn: Connection) -> None:
    """Forget what is remembered: it is followed anew from the first entry."""
    conn.execute(delete(tips))
    conn.execute(delete(sums))


def follow(end: End, prev: bytes, entry_hash: bytes, seq: int) -> None:
    """Go one entry further."""
    end.tips.pop(prev, None)
    end.tips[entry_hash] = seq
    end.entries += 1
    end.xor ^= int.from_bytes(entry_hash, "big")


def _followed(conn: Connection) -> tuple[dict[str, End], set[str]]:
    """Give every chain's end, and which chains have moved since it was remembered."""
    found = _remembered(conn)
    moved: set[str] = set()
    upto = max((end.upto for end in found.values()), default=0)
    for chain, prev, entry_hash, seq, n in fetch(conn, _LATER, (upto,)):
        end = found.setdefault(chain, End())
        follow(end, prev, entry_hash, seq)
        end.upto = n
        moved.add(chain)
    for chain in moved:
        _drop_followed(conn, chain, found[chain])
    return found, moved


def _drop_followed(conn: Connection, chain: str, end: End) -> None:
    """Take out of several ends what an entry follows that was held before: a hole was filled."""
    if len(end.tips) > 1:
        followed = [top for top, seq in end.tips.items() if fetch(conn, _NEXT, (chain, seq + 1, top))]
        for top in followed:
            del end.tips[top]


def _remembered(conn: Connection) -> dict[str, End]:
    found = {
        chain: End({}, count, int.from_bytes(xor, "big"), upto)
        for chain, count, xor, upto in fetch(conn, "SELECT chain, entries, xor, upto FROM sums")
    }
    for chain, entry_hash, seq in fetch(conn, "SELECT chain, hash, seq FROM tips"):
        found[chain].tips[entry_hash] = seq
    return found


def _tip_rows(chain: str, end: End) -> Iterable[Mapping[str, object]]:
    return ({"chain": chain, "hash": top, "seq": seq} for top, seq in end.tips.items())


def _sum_row(chain: str, end: End) -> Mapping[str, object]:
    xor = end.xor.to_bytes(len(NOTHING), "big")
    return {"chain": chain, "entries": end.entries, "xor": xor, "upto": end.upto}
