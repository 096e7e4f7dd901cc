"""Attachments on their way: sent after records in pieces that suit the line, fetched when somebody asks.

Each goes on where it was cut, at either end: the receiver says how much it holds, and a file counts only once
all of it is there and its name fits its bytes. Between two pieces the round can be stopped.
"""

import json

from hbp_desktop.domain.attachment import MOST_FILE, Attachment
from hbp_desktop.domain.errors import Damaged, HbpError, Refused, Unreachable
from hbp_desktop.store import blobs, peers
from hbp_desktop.store.blob_files import FOLDER, BlobFolder
from hbp_desktop.store.blobs import Lying
from hbp_desktop.sync import trouble
from hbp_desktop.sync.client import OCTETS, Heard, Line
from hbp_desktop.sync.messages import sign_request
from hbp_desktop.sync.round import Round

LEAST_PIECE, PIECE, MOST_PIECE = 4 * 1024, 16 * 1024, 64 * 1024  # bytes
PIECE_S = 4  # seconds a piece should take

_CODE = "attachments"
_CORRECTED = 4  # times that a receiver may say it holds something else
_OVERTAKEN = 3
_OF_ITS_OWN = frozenset(  # what is wrong with one attachment alone stops no other
    ("attachment_missing attachment_too_large attachment_damaged attachment_offset attachment_busy").split()
)


def carry(line: Line, going: Round) -> None:
    """Send what lies here and the state office has not whole; raises HbpError, Stopped."""
    files = BlobFolder(going.vault.path.parent / FOLDER)
    _doubt_another(going)
    with going.vault.read() as conn:
        waiting = blobs.waiting(conn)
    progress = _Progress(going, sum(each.attachment.size - each.there for each in waiting))
    for each in waiting:
        progress.begin(each)
        try:
            _send(line, going, files, each, progress)
        except HbpError as error:
            if error.code not in _OF_ITS_OWN:
                raise


def fetch(line: Line, going: Round, wanted: Attachment) -> bool:
    """Bring an attachment that lies elsewhere; False where the state office has it not.

    Raises HbpError, Stopped; what came before stays, and the next try goes on from there.
    """
    files = BlobFolder(going.vault.path.parent / FOLDER)
    held = files.held(wanted.name, wanted.size)
    while held < wanted.size:
        going.act.step(held, wanted.size, _CODE)
        heard = _ask(line, going, "GET", f"/v1/attachments/{wanted.name}?offset={held}")
        if heard.status == 404:
            return False
        if heard.status != 200 or heard.kind != OCTETS:
            raise heard.why or trouble.of_status(heard)
        if heard.data:
            held = files.add(wanted.name, wanted.key, held, wanted.size, heard.data[: wanted.size - held])
        if held < wanted.size and (heard.why is not None or not heard.data):
            raise heard.why or trouble.answer_strange()
    with going.vault.write() as conn:
        blobs.note_here(conn, wanted.name, wanted.size)
        blobs.note_there(conn, wanted.name, wanted.size, wanted.size)
    return True


def pieces(speed: int) -> int:
    """Give how large a piece is at a speed (bytes a second, 0 unknown)."""
    return min(max(speed * PIECE_S, LEAST_PIECE), MOST_PIECE) if speed else PIECE


class _Progress:
    """Adds up over all attachments; `done` counts what the receiver holds of the one under way."""

    def __init__(self, going: Round, of: int) -> None:
        self._going, self._of, self._before, self._at = going, of, 0, 0
        self._start = 0

    def begin(self, each: Lying) -> None:
        self._before += self._at
        self._start, self._at = each.there, 0
        self._tell()

    def reached(self, held: int) -> None:
        self._at = max(0, held - self._start)
        self._tell()

    def _tell(self) -> None:
        self._going.act.step(min(self._before + self._at, self._of), self._of, _CODE)


def _send(line: Line, going: Round, files: BlobFolder, each: Lying, progress: _Progress) -> None:
    found = each.attachment
    try:
        data = files.read(found.name, found.key)
    except (Damaged, Unreachable):
        return  # told where the attachment is shown
    path = f"/v1/attachments/{found.name}"
    heard = _ask(line, going, "HEAD", path)
    if heard.status == 404:
        return  # its entry has not come through: another round
    if heard.status != 200 or heard.why is not None:
        raise heard.why or trouble.of_status(heard)
    held = min(heard.held, found.size)
    size, corrected = min(pieces(going.peer().speed), PIECE), 0  # the line may have become poor since
    while held < found.size:
        _note(going, found, held, progress)
        place = f"{path}?offset={held}&of={found.size}"
        try:
            heard = going.signed("PUT", place, data[held : held + size])
        except Refused as error:
            corrected += 1
            if error.code != "attachment_offset" or corrected > _CORRECTED:
                raise
            held = min(int(error.values.get("held", 0)), found.size)
            continue
        held = _held(heard, held, found.size)
        size = pieces(int(heard.sent / heard.seconds)) if heard.seconds > 0 else size
    _note(going, found, found.size, progress)


def _held(heard: Heard, before: int, size: int) -> int:
    """Read how much the receiver holds now: more than before, never more than there is."""
    try:
        held = json.loads(heard.data)["held"]
    except (ValueError, KeyError, TypeError, RecursionError):
        held = None
    if type(held) is not int or not before < held <= size:
        raise trouble.answer_strange()
    return held


def _note(going: Round, found: Attachment, held: int, progress: _Progress) -> None:
    with going.vault.write() as conn:
        blobs.note_there(conn, found.name, found.size, held)
    progress.reached(held)


def _ask(line: Line, going: Round, method: str, path: str) -> Heard:
    """Ask whatever comes: bytes that were cut on their way are as good as those that were not.

    Another request of this laptop may have overtaken it with a later number: then once more.
    """
    for _ in range(_OVERTAKEN):
        header = sign_request(going.secret, going.key, going.number(), method, path, b"")
        heard = line.ask(method, path, None, MOST_FILE, Hbp_Signed=header)
        if heard.status != 409 or trouble.of_status(heard).code != "ask_replayed":
            break
    return heard


def _doubt_another(going: Round) -> None:
    """Believe nothing noted of a receiver that began anew since: it may have come back from an older copy."""
    peer = going.peer()
    if peer.granted.carried != peer.incarnation:
        with going.vault.write() as conn:
            blobs.doubt(conn)
            peers.note_granted(conn, going.key, carried=peer.incarnation)
