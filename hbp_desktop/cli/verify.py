"""`verify`: does everything agree with the journal?"""

from pathlib import Path

import typer

from hbp_desktop.cli.desk import REFUSED, desk_of
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the command."""
    options = Options(words)

    @app.command("verify", help=words("help_verify"))
    def run(
        context: typer.Context,
        password_file: Path = options.password,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.store.verify import verify
        from hbp_desktop.usecases.wording import located

        desk = desk_of(context)
        with desk.office(password_file, officer) as office:
            verdict = verify(office.vault)
        sentences = [located(problem, words.language) for problem in verdict.problems]
        if as_json:
            anchored = verdict.anchored_until
            desk.show(
                {
                    "ok": verdict.ok,
                    "entries": verdict.entries,
                    "problems": sentences,
                    "anchored_until": anchored,
                }
            )
        elif verdict.ok:
            desk.say("verify_ok", entries=verdict.entries)
        else:
            desk.say("verify_bad", count=len(sentences))
            for sentence in sentences:
                typer.echo(f"  {sentence}")
        if not verdict.ok:
            raise typer.Exit(REFUSED)
