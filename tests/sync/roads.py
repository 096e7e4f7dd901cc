"""A laptop enrolled with a state office that takes attachments, and a link between them."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hbp_desktop.domain.attachment import Attachment
from hbp_desktop.domain.signing import public_key
from hbp_desktop.pictures.preparing import Picture
from hbp_desktop.state_office.attachments import FOLDER
from hbp_desktop.store import blobs, journal, peers
from hbp_desktop.store.peers import Granted, Peer
from hbp_desktop.sync import blob_road, outbox
from hbp_desktop.sync.client import Line, Patience
from hbp_desktop.sync.round import Act, Outcome, Round
from hbp_desktop.usecases.office import Office
from tests.conftest import OFFICE
from tests.link import Link
from tests.link_orders import Order
from tests.state_office.stands import Stand, stand_on
from tests.sync.served import served


@dataclass
class Road:
    """A laptop enrolled with a state office, and the link between them."""

    office: Office
    stand: Stand
    link: Link
    folder: Path
    steps: list[tuple[int, int, str]] = field(default_factory=list)
    stop: Callable[[], bool] = lambda: False

    def act(self) -> Act:
        def step(done: int, of: int, code: str) -> None:
            self.steps.append((done, of, code))

        patience = Patience(connect=5, silence=5)
        return Act(
            OFFICE,
            self.office.officer_id,
            lambda: self.office.now,
            step,
            lambda: self.stop(),
            patience=patience,
        )

    def round(self) -> Outcome:
        return outbox.run(self.office.vault, self.act(), blob_road.carry)

    def round_with(self, *orders: Order) -> Outcome:
        self.link.order(*orders)
        return self.round()

    def fetch(self, wanted: Attachment) -> bool:
        with self.office.vault.read() as conn:
            peer = peers.state_office(conn)
            assert peer is not None
            secret = peers.secret_of(conn, peer.granted.device)
        assert secret is not None
        with Line(peer.url, "", Patience(connect=5, silence=5)) as line:
            return blob_road.fetch(
                line, Round(self.office.vault, self.act(), line, peer.key, secret, Outcome()), wanted
            )

    def there(self, subject: str) -> int:
        """How much of an attachment the laptop believes the state has."""
        with self.office.vault.read() as conn:
            found = blobs.one(conn, subject)
        assert found is not None
        return found.there

    def wanted(self, subject: str) -> Attachment:
        with self.office.vault.read() as conn:
            found = blobs.one(conn, subject)
        assert found is not None
        return found.attachment

    def held(self, subject: str) -> bytes:
        """The bytes that the state office holds whole."""
        path = self.folder / OFFICE / self.wanted(subject).name
        return path.read_bytes() if path.exists() else b""

    def part(self, subject: str) -> int:
        """How many bytes of an unfinished one lie there."""
        path = self.folder / OFFICE / f"{self.wanted(subject).name}.part"
        return path.stat().st_size if path.exists() else 0

    def own(self, subject: str) -> bytes:
        return (self.office.opened.paths.attachments / self.wanted(subject).name).read_bytes()


@contextmanager
def road_of(office: Office, tmp_path: Path) -> Iterator[Road]:
    """Stand a road for as long as a test needs it."""
    folder = tmp_path / "state" / FOLDER
    folder.parent.mkdir()
    stand = stand_on(f"sqlite:///{folder.parent}/state.db", folder)
    with office.vault.read() as conn:
        own = journal.own_device(conn)
    device = public_key(own.secret).hex()
    stand.admit(device, OFFICE, own.founding)
    with served(stand.receiver) as service, Link(service.port) as link:
        with office.vault.write() as conn:
            peers.keep(
                conn, Peer(stand.receiver.key, link.url, granted=Granted("confirmed", "own", device=device))
            )
        yield Road(office, stand, link, folder)
    stand.close()


def picture(size: int = 200_000) -> Picture:
    return Picture(b"\xff\xd8\xff" + secrets.token_bytes(size), b"\xff\xd8\xff", 40, 30)
