"""`demo`: one whole client day on the sample register, through the real parts."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

import typer

from hbp_desktop.cli.answer_key import disagreeing, read_key
from hbp_desktop.cli.demo_exchange import to_the_state_office
from hbp_desktop.cli.desk import Desk, desk_of
from hbp_desktop.cli.words import Words
from hbp_desktop.config import Paths
from hbp_desktop.domain.clock import MALAYSIA
from hbp_desktop.domain.dates import long_date
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.session import Session, SessionDraft
from hbp_desktop.resources import resource

if TYPE_CHECKING:
    from hbp_desktop.usecases.office import Office
    from hbp_desktop.usecases.opening import Opened

OFFICE, OFFICER, POST = "SGR06", "Pn. Rohani binti Salleh", "Penolong Pegawai Kebajikan"
PASSWORD = "hari bertemu pelanggan contoh"
AFTERNOON = datetime(2026, 11, 24, 12, 20, tzinfo=MALAYSIA)  # the day of the sample register
SAMPLE = "register-hulu-langat-2026-11-24.csv"
_MARKER = ".hbp-demo"


@dataclass(frozen=True)
class Places:
    """Where the demonstration puts things."""

    out: Path

    @property
    def data(self) -> Paths:
        """The office's own folder."""
        return Paths.at(self.out / "data")

    @property
    def package(self) -> Path:
        """The report package."""
        return self.out / "laporan"

    @property
    def state(self) -> Path:
        """The state office's database and key."""
        return self.out / "negeri"

    @property
    def pictures(self) -> Path:
        """Screenshots of the real pages."""
        return self.out / "gambar"


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the command."""

    @app.command("demo", help=words("help_demo"))
    def run(
        context: typer.Context,
        headless: bool = typer.Option(False, "--headless", help=words("help_headless")),
        out: Path = typer.Option(Path("build/demo"), "--out", help=words("help_demo_out")),
    ) -> None:
        desk = desk_of(context)
        places = Places(out.absolute())
        _clear(places.out)
        with founded_office(desk, places) as opened:
            from hbp_desktop.usecases.office import Office

            office = Office.of(opened, afternoon, words.language)
            session = client_day(desk, office)
            _package(desk, office, session, places)
            _verify(desk, office)
            to_the_state_office(desk, office, places.state)
            if headless or not has_screen():
                _pictures(desk, office, places)
            else:
                _window(desk, opened, places)


def has_screen() -> bool:
    """Tell whether a window could be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def afternoon() -> datetime:
    return AFTERNOON


def _clear(out: Path) -> None:
    """Begin afresh, but only in a folder that an earlier demonstration made."""
    try:
        if out.exists() and any(out.iterdir()) and not (out / _MARKER).exists():
            raise Refused("demo_folder_taken", folder=str(out))
        if out.exists():
            rmtree(out)
        out.mkdir(parents=True)
        (out / _MARKER).touch()
    except OSError:
        raise Refused("demo_folder_unusable", folder=str(out)) from None


@contextmanager
def founded_office(desk: Desk, places: Places) -> Iterator["Opened"]:
    from hbp_desktop.store.secrets import Secrets
    from hbp_desktop.usecases import setup

    draft = setup.SetupDraft(OFFICE, OFFICER, POST, PASSWORD)
    founded = setup.found(places.data, draft, Secrets(), afternoon)
    desk.say("demo_step", n=1, what=desk.words("demo_office"))
    try:
        yield founded.opened
    finally:
        founded.opened.close()


def client_day(desk: Desk, office: "Office") -> Session:
    """Plan the session and bring in the register the counters kept; the figures must be the answer key's."""
    from hbp_desktop.cli.sessions import read_plan
    from hbp_desktop.usecases import importing, planning

    draft: SessionDraft = read_plan(resource("samples", "session.json"))
    session = planning.plan(office, draft)
    date = long_date(session.first_day, desk.words.language) if session.first_day else "–"
    desk.say("demo_step", n=2, what=desk.words("demo_planned", title=session.title, date=date))
    sheet = importing.read(resource("samples", SAMPLE))
    done = importing.accept(office, importing.preview(office, session, sheet, importing.guess(sheet)))
    what = desk.words("demo_imported", visits=done.visits, matters=done.matters)
    desk.say("demo_step", n=3, what=what)
    return session


def _package(desk: Desk, office: "Office", session: Session, places: Places) -> None:
    """Make the report package and hold the figures written in it against the answer key."""
    from hbp_desktop.usecases import reporting

    package = reporting.make_package(office, session.id, places.package)
    key = read_key(resource("samples", f"{SAMPLE}.key.json"))
    wrong = disagreeing(key, package.folder)
    if wrong:
        raise Damaged("demo_figures_wrong", names=", ".join(wrong))
    desk.say("demo_step", n=4, what=desk.words("demo_figures", count=len(key)))
    desk.say("demo_step", n=5, what=desk.words("demo_package", folder=package.folder))


def _verify(desk: Desk, office: "Office") -> None:
    from hbp_desktop.store.verify import verify

    verdict = verify(office.vault)
    if not verdict.ok:
        raise Damaged("demo_not_verified", count=len(verdict.problems))
    desk.say("demo_step", n=6, what=desk.words("demo_verified", entries=verdict.entries))


def _pictures(desk: Desk, office: "Office", places: Places) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from hbp_desktop.app import make_application
    from hbp_desktop.ui.shots import Sitting, screenshots

    screenshots(make_application(), office, places.pictures, [Sitting(desk.words.language)])
    desk.say("demo_step", n=10, what=desk.words("demo_pictures", folder=places.pictures))


def _window(desk: Desk, opened: "Opened", places: Places) -> None:
    from hbp_desktop.app import show_open_office

    desk.say("demo_step", n=10, what=desk.words("demo_window", password=PASSWORD))
    show_open_office(places.data, opened, afternoon)
