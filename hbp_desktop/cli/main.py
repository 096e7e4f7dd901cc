"""Puts the commands together in one language and turns errors into sentences and exit codes."""

from pathlib import Path
from typing import Any

import typer

from hbp_desktop import __version__
from hbp_desktop.cli import (
    attachments,
    audit,
    backups,
    demo,
    devices,
    officers,
    records,
    recover,
    reports,
    sealing,
    sessions,
    setup,
    state_office,
    sync,
    verify,
)
from hbp_desktop.cli.desk import REFUSED, Desk, complain
from hbp_desktop.cli.words import LANGUAGES, Words, language_of
from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.domain.text import shortened
from hbp_desktop.usecases.wording import say_all


def run_commands(arguments: list[str]) -> int:
    """Run one command; 0 done, 1 refused, 2 wrong usage."""
    words = Words(language_of(arguments))
    try:
        typer.main.get_command(commands(words)).main(arguments, prog_name="hbp-desktop")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    except HbpError as error:
        for sentence in say_all(error, words.language):
            complain(sentence)
        return REFUSED
    except OSError as error:  # a name too long, a folder that is closed to this account
        complain(words("path_refused", file=shortened(str(error.filename or "?"), 160)))
        return REFUSED
    return 0


def commands(words: Words) -> typer.Typer:
    """Make the command tree with help in one language."""
    app = typer.Typer(
        help=words("help"), add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False
    )
    app.callback(invoke_without_command=False)(_before(words))
    for room in (
        setup,
        recover,
        officers,
        devices,
        sessions,
        records,
        attachments,
        reports,
        sealing,
        verify,
        audit,
        backups,
        sync,
        state_office,
        demo,
    ):
        room.add_to(app, words)
    return app


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hbp-desktop {__version__}")
        raise typer.Exit


def _before(words: Words) -> Any:
    def before(
        context: typer.Context,
        root: Path | None = typer.Option(None, "--root", help=words("help_root")),
        language: str = typer.Option(words.language, "--language", help=words("help_language")),
        version: bool = typer.Option(  # noqa: ARG001
            False, "--version", help=words("help_version"), is_eager=True, callback=_tell_version
        ),
    ) -> None:
        if language not in LANGUAGES:
            raise typer.BadParameter(words("language_unknown", language=language), param_hint="--language")
        context.obj = Desk(Paths.at(root), words)

    return before
