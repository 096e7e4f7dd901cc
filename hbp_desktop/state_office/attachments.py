"""The files of attachments at the state office: beside the database, a folder an office, resumable by offset.

Only what an attachment entry of that office names is taken, up to the size it tells: a stranger stores
nothing, and no name leads out of the folder. A file counts once it is whole and its name fits its bytes.
"""

from hashlib import blake2b
from pathlib import Path

from hbp_desktop.domain.attachment import KIND, named_file, subject_of
from hbp_desktop.domain.canonical import load
from hbp_desktop.domain.entry import LONGEST_BODY
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.strict import OFFICE
from hbp_desktop.state_office.engine import Database
from hbp_desktop.state_office.statements import rows, run
from hbp_desktop.store.blob_files import BlobFolder

FOLDER = "attachments"

_REMEMBERED = 1_000
_NAMED = """
    SELECT e.body, c.office FROM entries e JOIN chains c ON c.chain = e.chain
    WHERE e.subject = ? AND e.kind = ? AND e.body IS NOT NULL
"""
_WHOLE = """
    INSERT INTO attachments (name, office, size, held) VALUES (?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET held = excluded.held
"""


class Attachments:
    """The files of one state office; safe to share between threads and processes.

    Names are 64 hex digits. Each call is about one office's attachment and raises Refused
    (attachment_missing where no entry of that office names it, office_other where another's does).
    """

    def __init__(self, database: Database, folder: Path) -> None:
        self._database, self._folder = database, folder
        self._known: dict[tuple[str, str], tuple[bytes, int]] = {}

    def size(self, office: str, name: str) -> int:
        """Tell how many bytes are held, 0 for none."""
        _, size = self._named(office, name)
        return self._files(office).held(name, size)

    def add(self, office: str, name: str, offset: int, of: int, data: bytes) -> int:
        """Add bytes where `offset` is what is held; they are durable when it returns what is held now.

        Raises Refused (attachment_offset with `held`, attachment_too_large), Damaged (attachment_damaged),
        Locked (attachment_busy), NoRoom.
        """
        key, size = self._named(office, name)
        if of != size:
            raise Refused("attachment_too_large", most=size)
        held = self._files(office).add(name, key, offset, of, data)
        if held == size:
            with self._database.write() as conn:
                run(conn, _WHOLE, (name, office, size, held))
        return held

    def part(self, office: str, name: str, offset: int, most: int) -> bytes:
        """Give bytes of a whole file; raises Refused (attachment_missing) where it is not here yet."""
        _, size = self._named(office, name)
        files = self._files(office)
        if not files.is_whole(name, size):
            raise Refused("attachment_missing")
        return files.part(name, offset, most)

    def sweep(self) -> None:
        """Remove what was left half written; a whole file stays, whatever the database knows of it."""
        for folder in self._folder.iterdir() if self._folder.is_dir() else ():
            if folder.is_dir() and OFFICE.fullmatch(folder.name):
                files = BlobFolder(folder)
                files.sweep(files.names())

    def _named(self, office: str, name: str) -> tuple[bytes, int]:
        """Give key and size as an entry of this office tells them."""
        if (known := self._known.get((office, name))) is not None:
            return known
        with self._database.read() as conn:
            found = rows(conn, _NAMED, (subject_of(name), KIND))
        told = [(owner, said) for body, owner in found if (said := _said(bytes(body)))[0] == name]
        own = next((said for owner, said in told if owner == office), None)
        if own is None:
            raise Refused("office_other" if told else "attachment_missing")
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[(office, name)] = own[1], own[2]
        return own[1], own[2]

    def _files(self, office: str) -> BlobFolder:
        """Give an office's folder; an office whose code is no name of a folder has one by its digest."""
        plain = OFFICE.fullmatch(office) is not None
        digest = blake2b(office.encode("utf-8"), digest_size=8).hexdigest().upper()
        return BlobFolder(self._folder / (office if plain else digest))


def _said(body: bytes) -> tuple[str, bytes, int]:
    try:
        return named_file(load(body, LONGEST_BODY)["fields"])
    except (Damaged, KeyError, TypeError, AttributeError):
        return "", b"", 0
