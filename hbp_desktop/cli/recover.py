"""`recover`: a forgotten password, a lost keyring; in by the printed code, with a new password after it."""

from pathlib import Path

import typer

from hbp_desktop.cli.desk import desk_of, first_line
from hbp_desktop.cli.words import Words
from hbp_desktop.usecases.clock import malaysia_now


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the command."""

    @app.command("recover", help=words("help_recover"))
    def run(
        context: typer.Context,
        code_file: Path = typer.Option(..., "--code-file", help=words("help_code_file")),
        password_file: Path = typer.Option(..., "--new-password-file", help=words("help_recover_password")),
        officer: str = typer.Option("", "--officer", help=words("help_recover_officer")),
    ) -> None:
        from hbp_desktop.store.secrets import Ring, Secrets
        from hbp_desktop.usecases.recovering import recover

        desk, secrets = desk_of(context), Secrets()
        code, password = first_line(code_file), first_line(password_file)
        opened = recover(desk.paths, code, officer, password, secrets, malaysia_now)
        name = opened.officer.name
        opened.close()
        desk.say("recover_done", officer=name)
        if secrets.ring is not Ring.USABLE:
            desk.say("recover_unbound")
