"""After a round both ends count and add up each chain; where that differs, ranges are exchanged."""

import json
from collections.abc import Mapping

from hbp_desktop.domain.chain import Range
from hbp_desktop.domain.errors import Refused
from hbp_desktop.store import ends, exchange, outgoing, peers
from hbp_desktop.sync import trouble
from hbp_desktop.sync.round import Round, Sending

_PAGE = 1_000
_MOST_PAGES = 1_000
_DAY = 24 * 3600

Links = dict[bytes, int]


def compare(going: Round) -> None:
    """Mend what differs although the heads are the same; raises Refused (sync_differs) where it stays."""
    _fill_there(going)
    differing = _differing(going)
    for chain in differing:
        _mend(going, chain)
    if differing and (left := _differing(going)):
        raise Refused("sync_differs", chains=len(left))


def _fill_there(going: Round) -> None:
    """Send once a round what another machine handed on without its body."""
    with going.vault.read() as conn:
        withheld = outgoing.withheld(conn, going.key, going.act.office)
        here = {chain: outgoing.links(conn, chain) for chain in withheld}
    for chain, lost in withheld.items():
        _send_again(going, chain, here[chain], lost)


def _differing(going: Round) -> list[str]:
    """Name the chains whose heads are the same at both ends and whose sums are not."""
    answer = going.answer
    if answer is None:
        return []
    _add_up_anew(going)
    with going.vault.read() as conn:
        here, sums = exchange.vector(conn), exchange.sums(conn)
    return [
        chain
        for chain, said in answer.sums.items()
        if chain in sums and sums[chain] != said and _ends_alike(here[chain], answer.vector.get(chain, {}))
    ]


def _add_up_anew(going: Round) -> None:
    """Once a day read every entry instead of what is remembered of them: a page of the file may be gone."""
    peer = going.peer()
    now = going.act.clock()
    if 0 <= now - peer.granted.added_up < _DAY:
        return
    with going.vault.read() as conn:
        sound = outgoing.added_up(conn) == exchange.sums(conn)
    with going.vault.write() as conn:
        if not sound:
            ends.forget(conn)
            ends.keep(conn)
        peers.note_granted(conn, going.key, added_up=now)


def _ends_alike(here: Mapping[bytes, int], there: Mapping[bytes, int]) -> bool:
    return bool(here.keys() & there.keys()) or not there


def _mend(going: Round, chain: str) -> None:
    """Find by links what either end lacks of a chain; take it, and send it."""
    there = _links_there(going, chain)
    with going.vault.read() as conn:
        here = outgoing.links(conn, chain)
    lost_here, lost_there = there.keys() - here.keys(), here.keys() - there.keys()
    if lost_here:
        _take_again(going, chain, here, min(there[one] for one in lost_here))
    if lost_there:
        _send_again(going, chain, here, {here[one] for one in lost_there})


def _links_there(going: Round, chain: str) -> Links:
    found: Links = {}
    after = 0
    for _ in range(_MOST_PAGES):
        body = json.dumps({"after": after, "chain": chain, "most": _PAGE}, separators=(",", ":")).encode()
        heard = going.signed("POST", "/v1/links", body, most=_PAGE * 128)
        try:
            page = [(int(seq), bytes.fromhex(text)) for seq, text in json.loads(heard.data)["links"]]
        except (ValueError, KeyError, TypeError):
            raise trouble.answer_strange() from None
        found |= {entry_hash: seq for seq, entry_hash in page}
        if len(page) < _PAGE or page[-1][0] <= after:
            break
        after = page[-1][0] - 1  # a fork has two of one place
    return found


def _take_again(going: Round, chain: str, here: Links, first: int) -> None:
    """Ask with the link before the first hole as all that is held of the chain."""
    with going.vault.read() as conn:
        have = dict(exchange.vector(conn))
    have[chain] = _before(here, first)
    going.ask(Sending(have))
    with going.vault.write() as conn:
        ends.forget(conn)
        ends.keep(conn)


def _send_again(going: Round, chain: str, here: Links, lost: set[int]) -> None:
    """Send the pieces in which the holes lie."""
    beyond = {chain: _before(here, min(lost))}

    def needed(one: Range) -> bool:
        return any(one.head.seq - len(one.entries) < seq <= one.head.seq for seq in lost)

    with going.vault.read() as conn:
        have = exchange.vector(conn)
    going.ask(Sending(have, going.peer().vector, beyond, only=needed))


def _before(here: Links, first: int) -> dict[bytes, int]:
    return {one: seq for one, seq in here.items() if seq == first - 1}
