"""`setup`: found an office on this machine, or join one: ask with `--join`, finish with `--admission`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hbp_desktop.cli.desk import Desk, desk_of, first_line, write_new
from hbp_desktop.cli.joining import finish, join
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words
from hbp_desktop.domain.errors import Refused
from hbp_desktop.usecases.clock import malaysia_now

if TYPE_CHECKING:
    from hbp_desktop.usecases.setup import SetupDraft


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the command."""
    options = Options(words)

    @app.command("setup", help=words("help_setup"))
    def run(
        context: typer.Context,
        office: str = typer.Option("", "--office", help=words("help_office_or_join")),
        officer: str = typer.Option("", "--officer", help=words("help_officer")),
        password_file: Path | None = typer.Option(None, "--password-file", help=words("help_new_password")),
        recovery_out: Path | None = typer.Option(None, "--recovery-out", help=words("help_recovery")),
        post: str = typer.Option("", "--post", help=words("help_post")),
        place_reason: str = typer.Option("", "--place-reason", help=words("help_place_reason")),
        request_out: Path | None = typer.Option(None, "--join", help=words("help_join")),
        admission: Path | None = typer.Option(None, "--admission", help=words("help_admission")),
        code_file: Path | None = options.code,
    ) -> None:
        from hbp_desktop.usecases.setup import SetupDraft, is_set_up

        desk = desk_of(context)
        if request_out and admission:
            raise typer.BadParameter(words("setup_either"), param_hint="--join/--admission")
        if admission:
            finish(desk, admission, officer, password_file, code_file)
        elif request_out and is_set_up(desk.paths):
            join(desk, request_out, officer, password_file, code_file)
        else:
            _need(
                desk, request_out, office=office, officer=officer, password=password_file, code=recovery_out
            )
            code_file = recovery_out or Path()
            draft = SetupDraft(office, officer, post, first_line(password_file or Path()), place_reason)
            _begin(desk, draft, code_file, request_out)


def _need(desk: Desk, request_out: Path | None, **given: object) -> None:
    """Say which options are missing, as wrong usage."""
    names = {"officer": "--officer", "password": "--password-file", "code": "--recovery-out"}
    needed = names if request_out else {"office": "--office", **names}
    if missing := [option for name, option in needed.items() if not given[name]]:
        raise typer.BadParameter(desk.words("setup_needs", options=", ".join(missing)))


def _begin(desk: Desk, draft: "SetupDraft", recovery_out: Path, request_out: Path | None) -> None:
    """Set up what was not set up: found an office, or ask to join one."""
    from dataclasses import replace

    from hbp_desktop.store.secrets import Ring, Secrets
    from hbp_desktop.usecases import joining, setup
    from hbp_desktop.usecases.catalogues import catalogues
    from hbp_desktop.usecases.places import hold_reserve, permit
    from hbp_desktop.usecases.wording import say

    place = catalogues().offices.find(draft.office_code) if draft.office_code else None
    draft = replace(draft, office_code=place.code if place else "")
    if setup.is_set_up(desk.paths):
        raise Refused("already_set_up")
    if request_out and request_out.exists():
        raise Refused("file_exists", file=request_out.name)
    permit(desk.paths.root, draft.place_reason)  # before a code is written
    secrets = Secrets()
    with _code_written(desk, recovery_out) as code:
        if request_out is None:
            setup.found(desk.paths, draft, secrets, malaysia_now, recovery_code=code).opened.close()
        else:
            asked = joining.ask(desk.paths, draft, secrets, malaysia_now, code)
    hold_reserve(desk.paths)
    if request_out is not None:
        write_new(request_out, asked.data)
        desk.say("join_asked", file=request_out, words=asked.words)
        desk.say("join_code", file=recovery_out)
    elif place is not None:
        desk.say("setup_done", office=place.name, place=place.code, file=recovery_out)
    if secrets.ring is not Ring.USABLE:
        typer.echo(say(Refused(secrets.ring.value), desk.words.language), err=True)


@contextmanager
def _code_written(desk: Desk, recovery_out: Path) -> Iterator[str]:
    """Write a new code first: what nobody holds the code of must not come to be."""
    from hbp_desktop.usecases import setup

    code = setup.new_recovery_code()
    write_new(recovery_out, code + "\n")
    try:
        yield code
    except BaseException:
        if not setup.is_set_up(desk.paths):
            recovery_out.unlink(missing_ok=True)
        raise
