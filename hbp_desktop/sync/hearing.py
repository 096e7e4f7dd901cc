"""Asking the state office, after a round, when each laptop of the state was last heard and what it said."""

from hbp_desktop.domain.errors import Damaged, HbpError, Refused
from hbp_desktop.domain.ids import new_id
from hbp_desktop.store import heard, peers
from hbp_desktop.sync import trouble
from hbp_desktop.sync.frames import LENGTH, SIGNATURE
from hbp_desktop.sync.heard_message import LONGEST_HEARD, read_heard
from hbp_desktop.sync.messages import split
from hbp_desktop.sync.round import Round

HOUR = 3600  # seconds between two times that it is asked unless somebody wants to know

_WHOLE = "state"


def ask_if_due(going: Round) -> None:
    """Ask once an hour with the whole state's grant, and never without it.

    A list that is refused or proves nothing leaves the one before as it is, dated as it was: records went
    well. Raises Unreachable, Stopped.
    """
    if going.answer is None or going.answer.grant != _WHOLE:
        _forget(going)
        return
    now = going.act.clock()
    if 0 <= now - going.peer().granted.listed < HOUR:
        return
    try:
        data, signature = _ask(going)
    except (Refused, Damaged):
        data, signature = b"", b""
    with going.vault.write() as conn:
        if data:
            heard.keep(conn, going.key, data, signature)
        peers.note_granted(conn, going.key, listed=now)


def _ask(going: Round) -> tuple[bytes, bytes]:
    """Give a list that answers just this question, and its signature."""
    mark = new_id()
    most = LENGTH + LONGEST_HEARD + SIGNATURE
    answer = going.signed("GET", f"/v1/heard?mark={mark}", most=most)
    try:
        data, signature, more = split(answer.data)
        told = read_heard(data, signature)
    except HbpError as error:
        raise trouble.of_message(error) from None
    if (told.server, told.device, told.mark) != (going.key, going.peer().granted.device, mark) or more:
        raise trouble.answer_strange()
    return data, signature


def _forget(going: Round) -> None:
    with going.vault.read() as conn:
        if heard.kept(conn, going.key) is None:
            return
    with going.vault.write() as conn:
        heard.forget(conn, going.key)
        peers.note_granted(conn, going.key, listed=0)
