"""An attachment that lies elsewhere, fetched from the state office when somebody wants to see it."""

from collections.abc import Callable
from contextlib import suppress

from hbp_desktop.domain.attachment import Attachment
from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.pictures.preparing import prepare
from hbp_desktop.store import blobs, peers
from hbp_desktop.store.blob_files import BlobFolder, unseal
from hbp_desktop.sync import blob_road
from hbp_desktop.sync.client import Line, Patience
from hbp_desktop.sync.round import Act, Outcome, Round
from hbp_desktop.usecases.office import Office


def fetch(
    office: Office,
    subject: str,
    step: Callable[[int, int, str], None] = lambda _done, _of, _code: None,
    patience: Patience | None = None,
) -> bool:
    """Fetch an attachment's file; False where the state office has it not yet. Blocking, for the lane.

    `step` may raise to stop; what came stays, and the next try goes on from there. Raises Refused
    (not_allowed, record_unknown, sync_not_enrolled, …), Unreachable, Damaged, NoRoom.
    """
    office.ask("attachment.see")
    with office.vault.read() as conn:
        wanted, peer = blobs.one(conn, subject), peers.state_office(conn)
        secret = peers.secret_of(conn, peer.granted.device) if peer else None
    if wanted is None or not wanted.attachment.has_file:
        raise Refused("record_unknown")
    if peer is None or secret is None:
        raise Refused("sync_not_enrolled")
    act = Act(office.code, office.officer_id, lambda: office.now, step, lambda: False, patience=patience)
    with Line(peer.url, peer.ca, patience) as line:
        going = Round(office.vault, act, line, peer.key, secret, Outcome())
        came = blob_road.fetch(line, going, wanted.attachment)
    if came and not wanted.thumb:
        _make_thumbnail(office, wanted.attachment)
    return came


def _make_thumbnail(office: Office, wanted: Attachment) -> None:
    """Know it by its picture from now on; another laptop's bytes are read as carefully as anybody's."""
    sealed = BlobFolder(office.opened.paths.attachments).read(wanted.name, wanted.key)
    with suppress(HbpError):  # what cannot be read has none, and is told when it is opened
        for picture in prepare(unseal(sealed, wanted.key)):
            with office.vault.write() as conn:
                blobs.keep(conn, wanted.name, wanted.size, picture.thumb)
