"""`setup`: found an office on this machine."""

from pathlib import Path

import typer

from hbp_desktop.cli.desk import desk_of, first_line, write_new
from hbp_desktop.cli.words import Words
from hbp_desktop.domain.errors import Refused
from hbp_desktop.usecases.clock import malaysia_now


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the command."""

    @app.command("setup", help=words("help_setup"))
    def run(
        context: typer.Context,
        office: str = typer.Option(..., "--office", help=words("help_office")),
        officer: str = typer.Option(..., "--officer", help=words("help_officer")),
        password_file: Path = typer.Option(..., "--password-file", help=words("help_new_password")),
        recovery_out: Path = typer.Option(..., "--recovery-out", help=words("help_recovery")),
        post: str = typer.Option("", "--post", help=words("help_post")),
        place_reason: str = typer.Option("", "--place-reason", help=words("help_place_reason")),
    ) -> None:
        from hbp_desktop.store.secrets import Ring, Secrets
        from hbp_desktop.usecases import setup
        from hbp_desktop.usecases.catalogues import catalogues
        from hbp_desktop.usecases.places import hold_reserve, permit
        from hbp_desktop.usecases.wording import say

        desk = desk_of(context)
        place = catalogues().offices.find(office)
        draft = setup.SetupDraft(place.code, officer, post, first_line(password_file), place_reason)
        if setup.is_set_up(desk.paths):
            raise Refused("already_set_up")
        permit(desk.paths.root, place_reason)  # before a code is written
        code = setup.new_recovery_code()
        # Written first: an office whose code nobody holds must not come to be.
        write_new(recovery_out, code + "\n")
        try:
            founded = setup.found(desk.paths, draft, Secrets(), malaysia_now, recovery_code=code)
        except BaseException:
            if not setup.is_set_up(desk.paths):
                recovery_out.unlink(missing_ok=True)
            raise
        founded.opened.close()
        hold_reserve(desk.paths)
        desk.say("setup_done", office=place.name, place=place.code, file=recovery_out)
        if founded.ring is not Ring.USABLE:
            typer.echo(say(Refused(founded.ring.value), words.language), err=True)
