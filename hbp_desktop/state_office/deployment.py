"""A state office as it is deployed: made once, opened by URL and key, and served."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hbp_desktop.domain.errors import Refused
from hbp_desktop.state_office import identity
from hbp_desktop.state_office.engine import Database
from hbp_desktop.state_office.identity import Identity
from hbp_desktop.state_office.keys import Kept, Keys, find_keys, make_keys
from hbp_desktop.state_office.mending import mend
from hbp_desktop.state_office.place import Place
from hbp_desktop.state_office.projector import Projector
from hbp_desktop.state_office.receiver import StateReceiver
from hbp_desktop.state_office.upgrade import open_database
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.sync.service import create_app
from hbp_desktop.sync.serving import Address, Serving, log_lines
from hbp_desktop.usecases.clock import utc_now

NAME = "Pejabat negeri"  # where nobody gave it another


@dataclass(frozen=True)
class Deployment:
    """An open state office."""

    database: Database
    keys: Keys


def initialise(url: str, key_file: Path | None, secrets: Secrets, name: str) -> tuple[Identity, Kept]:
    """Make database and key where they are not yet; what is there stays as it is.

    Raises Refused (database_url_…, state_key_missing: a database without its key gets no new one) and
    what opening raises.
    """
    place = Place.of(url)
    try:
        find_keys(place, key_file, secrets)
    except Refused:
        if _is_made(place):
            raise
    kept = make_keys(place, key_file, secrets)
    database = open_database(place, kept.keys, make=True)
    try:
        with database.write() as conn:
            begun = identity.begin(conn, name, utc_now())
            identity.own(conn, kept.keys.key)
            return begun, kept
    finally:
        database.close()


@contextmanager
def opened(url: str, key_file: Path | None, secrets: Secrets) -> Iterator[Deployment]:
    """Open a state office that was made; raises Refused (state_office_missing) where none was."""
    place = Place.of(url)
    if not _is_made(place):
        raise Refused("state_office_missing")
    keys = find_keys(place, key_file, secrets)
    database = open_database(place, keys)
    try:
        with database.read() as conn:
            identity.read(conn)
        yield Deployment(database, keys)
    finally:
        database.close()


def serve(deployment: Deployment, address: Address, told: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT, with the projector beside; `told` is given where.

    Raises Refused (serve_plain, serve_port, serve_tls).
    """
    mend(deployment.database)
    projector = Projector(deployment.database, utc_now)
    receiver = StateReceiver(deployment.database, deployment.keys, pushed=projector.nudge)
    serving = Serving(create_app(receiver), address)
    end_log = log_lines()
    projector.start()
    try:
        told(serving.url)
        serving.run()
    finally:
        projector.stop()
        end_log()


def _is_made(place: Place) -> bool:
    """Tell whether a state office is there, without its key."""
    if place.file is not None:
        return place.file.exists() and place.file.stat().st_size > 0
    database = Database(place, Keys(bytes(32)))
    try:
        with database.read() as conn:
            return conn.dialect.has_table(conn, "identity")
    finally:
        database.close()
