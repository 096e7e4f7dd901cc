"""`report`: the report package of a session."""

from pathlib import Path

import typer

from hbp_desktop.cli.desk import desk_of
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the command."""
    options = Options(words)

    @app.command("report", help=words("help_report"))
    def run(
        context: typer.Context,
        ref: str,
        out: Path = typer.Option(..., "--out", help=words("help_out")),
        names: bool = typer.Option(False, "--names", help=words("help_names")),
        password_file: Path = options.password,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import planning, reporting
        from hbp_desktop.usecases.wording import say

        desk = desk_of(context)
        with desk.office(password_file, officer) as office:
            session = planning.session(office, ref)
            package = reporting.make_package(office, session.id, out, names=names)
            missing = reporting.missing(office, session.id)
        if as_json:
            desk.show(
                {"folder": str(package.folder), "zip": str(package.zip), "missing": [p.code for p in missing]}
            )
            return
        desk.say("report_done", folder=package.folder)
        if missing:
            desk.say("report_draft")
        for problem in missing:
            typer.echo(f"  {say(problem, words.language)}")
