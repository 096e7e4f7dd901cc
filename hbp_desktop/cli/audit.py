"""`audit export`: who did what between two days."""

from pathlib import Path

import typer

from hbp_desktop.cli.desk import desk_of
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the commands."""
    group = typer.Typer(help=words("help_audit"), no_args_is_help=True)
    _add_export(group, words)
    app.add_typer(group, name="audit")


def _add_export(group: typer.Typer, words: Words) -> None:
    options = Options(words)

    @group.command("export", help=words("help_audit_export"))
    def export(
        context: typer.Context,
        first: str = typer.Option(..., "--from", help=words("help_audit_from")),
        last: str = typer.Option(..., "--to", help=words("help_audit_to")),
        out: Path | None = typer.Option(None, "--out", help=words("help_audit_out")),
        password_file: Path = options.password,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.domain.dates import read_date
        from hbp_desktop.usecases import audit

        desk, days = desk_of(context), (read_date(first), read_date(last))
        with desk.office(password_file, officer) as office:
            if out is not None:
                made = audit.export(office, *days, out, words.language)
                desk.say("audit_done", count=len(made.lines), file=out)
                return
            made, heads = audit.taken_out(office, *days)
            if as_json:
                typer.echo(audit.to_json(office.code, made, heads).decode("utf-8"), nl=False)
            else:
                typer.echo(audit.to_csv(made, heads, words.language).decode("utf-8-sig"), nl=False)
