"""`state-office reply | calendar | catalogue`: what the state says to its offices, through their journals."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hbp_desktop.cli.desk import REFUSED, Desk, complain, desk_of, read_text
from hbp_desktop.cli.state_open import StateOptions, office_code, state_office
from hbp_desktop.cli.words import Words
from hbp_desktop.domain.dates import read_date
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.usecases.clock import malaysia_now
from hbp_desktop.usecases.wording import say_all

if TYPE_CHECKING:
    from hbp_desktop.state_office.deployment import Deployment
    from hbp_desktop.state_office.pen import Pen

MOST_TEXT = 64 * 1024  # bytes
MOST_ROWS = 256 * 1024


def add_to(group: typer.Typer, words: Words, options: StateOptions) -> None:
    """Add the commands."""
    for add in (_add_reply, _add_calendar, _add_catalogue):
        add(group, words, options)


def _add_reply(group: typer.Typer, words: Words, options: StateOptions) -> None:
    @group.command("reply", help=words("help_state_reply"))
    def reply(
        context: typer.Context,
        office: str = typer.Argument(..., metavar="OFFICE"),
        ref: str = typer.Argument(..., metavar="REF"),
        number: int = typer.Option(0, "--matter", min=0, show_default=False, help=words("help_state_matter")),
        status: str = typer.Option("", "--status", help=words("help_state_status_to")),
        agency: str = typer.Option("", "--agency", help=words("help_state_agency")),
        text_file: Path | None = typer.Option(None, "--text-file", help=words("help_state_text")),
        database: str = options.database,
        key_file: Path | None = options.key_file,
    ) -> None:
        from hbp_desktop.state_office import saying

        desk, of = desk_of(context), office_code(office)
        text, today = read_text(text_file, MOST_TEXT) if text_file else "", malaysia_now().date()
        with state_office(database, key_file) as found, _pen(found, of) as pen:
            saying.reply(pen, ref, today, number=number, status=status, agency=agency, text=text)
        desk.say("state_replied", office=of, ref=ref)


def _add_calendar(group: typer.Typer, words: Words, options: StateOptions) -> None:
    @group.command("calendar", help=words("help_state_calendar"))
    def calendar(
        context: typer.Context,
        day: str = typer.Argument(..., metavar="DATE"),
        working: bool | None = typer.Option(None, "--working/--free", help=words("help_state_working")),
        note: str = typer.Option(..., "--note", help=words("help_state_note")),
        office: list[str] = options.office,
        everyone: bool = options.all,
        database: str = options.database,
        key_file: Path | None = options.key_file,
    ) -> None:
        from hbp_desktop.state_office import saying

        if working is None:
            raise typer.BadParameter(words("state_working_or_free"), param_hint="--working/--free")
        desk, on, is_working = desk_of(context), read_date(day), working
        _to_each(
            desk,
            (database, key_file),
            office,
            everyone,
            lambda pen: saying.set_day(pen, on, is_working, note),
        )


def _add_catalogue(group: typer.Typer, words: Words, options: StateOptions) -> None:
    @group.command("catalogue", help=words("help_state_catalogue"))
    def catalogue(
        context: typer.Context,
        file: Path = typer.Argument(..., metavar="FILE.json"),
        office: list[str] = options.office,
        everyone: bool = options.all,
        database: str = options.database,
        key_file: Path | None = options.key_file,
    ) -> None:
        from hbp_desktop.state_office import saying

        changed = saying.read_rows(read_text(file, MOST_ROWS))

        def write(pen: "Pen") -> None:
            for row in changed:
                saying.set_row(pen, row)

        _to_each(desk_of(context), (database, key_file), office, everyone, write)


def _to_each(
    desk: Desk,
    where: tuple[str, Path | None],
    offices: list[str],
    everyone: bool,
    write: Callable[["Pen"], None],
) -> None:
    """Write to each office named, or to all that the state knows; who cannot be written to is told."""
    from hbp_desktop.state_office.statements import rows

    if bool(offices) == everyone:
        raise typer.BadParameter(desk.words("state_office_or_all"), param_hint="--office/--all")
    named, refused = [office_code(one) for one in offices], False
    with state_office(*where) as found:
        if everyone:
            with found.database.read() as conn:
                named = [row[0] for row in rows(conn, "SELECT office FROM offices ORDER BY office")]
        for of in named:
            try:
                with _pen(found, of) as pen:
                    write(pen)
            except HbpError as error:
                refused = True
                for sentence in say_all(error, desk.words.language):
                    complain(f"{of}: {sentence}")
            else:
                desk.say("state_written", office=of)
    if not named:
        desk.say("state_no_offices")
    if refused:
        raise typer.Exit(REFUSED)


@contextmanager
def _pen(found: "Deployment", office: str) -> Iterator["Pen"]:
    """Lend what writes in an office's journal, in one transaction."""
    from hbp_desktop.state_office.pen import Pen
    from hbp_desktop.usecases.clock import utc_now

    with found.database.write() as conn:
        pen = Pen.take_up(conn, found.keys, office, utc_now())
        yield pen
        pen.settle()
