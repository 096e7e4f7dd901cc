"""Several devices' rounds with the journeys of one: read, held in one transaction, answered from one look.

Only what is simply well is done here. Anything else is left untouched for the road of a single round, which
knows every case and says what is wrong.
"""

from collections.abc import Sequence
from dataclasses import replace

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.state_office import guests
from hbp_desktop.state_office.engine import Database
from hbp_desktop.state_office.holding import hold_several
from hbp_desktop.sync.batch import Batch, read_batch
from hbp_desktop.sync.messages import Ask, read_ask
from hbp_desktop.sync.receiver import Guest, Whole


def take(database: Database, key: str, rounds: Sequence[Whole], at: int) -> list[Guest | None]:
    """Hold what these rounds bring, durably; gives who each is from, None where nothing was done."""
    read = [_read(one, key) for one in rounds]
    asks = list({one[0].device: one[0] for one in read if one is not None}.values())
    if not asks:
        return [None] * len(rounds)
    with database.glance() as conn:
        known = guests.welcome_several(conn, asks)
    came = [
        (n, known[one[0].device], one[1])
        for n, one in enumerate(read)
        if one is not None and one[0].device in known and known[one[0].device].ask is one[0]
    ]
    held = hold_several(database, [(guest, batches) for _, guest, batches in came], at) if came else []
    done = {n: guest for (n, guest, _), is_held in zip(came, held, strict=True) if is_held}
    return [done.get(n) for n in range(len(rounds))]


def _read(one: Whole, key: str) -> tuple[Ask, list[Batch]] | None:
    """Read a round's ask and batches; None where anything is wrong with them."""
    try:
        ask = read_ask(one.message, one.signature)
        batches = [read_batch(data) for data in one.batches]
    except HbpError:
        return None
    sender = bytes.fromhex(ask.device)
    if ask.server != key or any(batch.sender != sender for batch in batches):
        return None
    return replace(ask, room=min(ask.room, one.room)), batches
