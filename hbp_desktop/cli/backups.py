"""`backup` and `restore`: a proven copy in a folder, and an office made of one in a new place."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hbp_desktop.cli.desk import Desk, complain, desk_of, first_line, one_of
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words
from hbp_desktop.config import Paths
from hbp_desktop.domain.dates import plain_date
from hbp_desktop.domain.errors import Refused
from hbp_desktop.usecases.clock import malaysia_now

if TYPE_CHECKING:
    from hbp_desktop.usecases.restoring import Missing, Restored, Way


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the commands."""
    _add_backup(app, words)
    _add_restore(app, words)


def _add_backup(app: typer.Typer, words: Words) -> None:
    options = Options(words)

    @app.command("backup", help=words("help_backup"))
    def run(
        context: typer.Context,
        to: Path = typer.Option(..., "--to", help=words("help_backup_to")),
        password_file: Path = options.password,
        officer: str = options.officer,
    ) -> None:
        from hbp_desktop.usecases import backups

        desk = desk_of(context)
        with desk.office(password_file, officer) as office:
            made = backups.make_to(office, _folder(to.expanduser().absolute()))
        if made.left_out:
            complain(desk.words("backup_attachments_left", count=made.left_out))
        desk.say("backup_file", file=made.path)


def _folder(to: Path) -> Path:
    """Make the folder in one that is there; what stands on a drive that was pulled out is not."""
    with suppress(OSError):  # the backup says what is wrong with the folder
        to.mkdir(exist_ok=True)
    return to


def _add_restore(app: typer.Typer, words: Words) -> None:
    @app.command("restore", help=words("help_restore"))
    def run(
        context: typer.Context,
        file: Path = typer.Argument(..., help=words("help_restore_file")),
        root: Path | None = typer.Option(None, "--root", help=words("help_restore_root")),
        code_file: Path | None = typer.Option(None, "--code-file", help=words("help_restore_code")),
        officer: str = typer.Option("", "--officer", help=words("help_restore_officer")),
        password_file: Path | None = typer.Option(
            None, "--password-file", help=words("help_restore_password")
        ),
        place_reason: str = typer.Option("", "--place-reason", help=words("help_place_reason")),
    ) -> None:
        from hbp_desktop.store.secrets import Secrets
        from hbp_desktop.usecases import restoring

        desk = desk_of(context)
        paths = Paths.at(root) if root is not None else desk.paths
        way = _way(file, code_file, officer, password_file)
        done = restoring.restore(file, paths, way, Secrets(), malaysia_now, place_reason=place_reason)
        done.opened.close()
        _tell(desk, done)


def _way(file: Path, code_file: Path | None, officer: str, password_file: Path | None) -> "Way":
    from hbp_desktop.usecases import restoring

    if code_file is not None:
        return restoring.Way(code=first_line(code_file))
    if password_file is None:
        raise Refused("restore_unspoken")
    named = one_of(restoring.look(file).officers, officer)
    return restoring.Way(officer=named, password=first_line(password_file))


def _tell(desk: Desk, done: "Restored") -> None:
    said = done.manifest
    until = plain_date(datetime.fromtimestamp(said.until, malaysia_now().tzinfo).date(), desk.words.language)
    desk.say("restore_done", office=said.office, entries=said.entries, until=until)
    desk.say("restore_new_chain")
    desk.say("restore_new_key" if done.new_key else "restore_kept_key")
    if done.needs_new_passwords:
        desk.say("restore_passwords")
    if done.attachments_missing:
        desk.say("restore_attachments_missing", count=done.attachments_missing)
    desk.say("restore_removed")
    for gap in done.missing:
        _tell_gap(desk, gap)
    desk.say("restore_fetch" if done.missing else "restore_missing_none")


def _tell_gap(desk: Desk, gap: "Missing") -> None:
    laptop = gap.laptop or desk.words("restore_this_laptop")
    if not gap.last:
        desk.say("restore_missing_open", laptop=laptop, first=gap.first)
    elif gap.last == gap.first:
        desk.say("restore_missing_one", laptop=laptop, first=gap.first)
    else:
        desk.say("restore_missing", laptop=laptop, first=gap.first, last=gap.last)
