"""`report`: the report package of a session; `report sign`: its signatures."""

from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from hbp_desktop.cli.desk import desk_of
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words

_PACKAGE = "package"


class _OrPackage(TyperGroup):
    """Takes `report REF …` as the package of that session."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the usual command before a reference, and leave its options to it."""
        known = bool(args) and (args[0] in self.commands or args[0] == "--help")
        return super().parse_args(ctx, args if known or not args else [_PACKAGE, *args])


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the commands."""
    group = typer.Typer(cls=_OrPackage, help=words("help_report"), no_args_is_help=False)
    _add_package(group, words)
    _add_sign(group, words)
    app.add_typer(group, name="report")


def _add_sign(group: typer.Typer, words: Words) -> None:
    options = Options(words)

    @group.command("sign", help=words("help_report_sign"))
    def sign(
        context: typer.Context,
        ref: str,
        step: str = typer.Option(..., "--step", help=words("help_step")),
        password_file: Path = options.password,
        officer: str = options.officer,
        signer: str = typer.Option("", "--signer", help=words("help_signer")),
        signer_password: Path | None = typer.Option(
            None, "--signer-password-file", help=words("help_signer_password")
        ),
    ) -> None:
        from hbp_desktop.cli.desk import first_line
        from hbp_desktop.usecases import planning, reporting, signing_off
        from hbp_desktop.usecases.wording import text

        desk = desk_of(context)
        with desk.office(password_file, officer) as office:
            session = planning.session(office, ref)
            who = signer or office.officer_id
            report = reporting.data(office, session.id)
            doubts = signing_off.doubts(office, report, step, who)
            password = first_line(signer_password or password_file)
            made = signing_off.sign(office, session.id, step, who, password)
        desk.warn(doubts)
        said = text(f"step.{step}", words.language)
        desk.say("report_signed", step=said, name=made.name, version=made.of.version, sign=made.code)


def _add_package(group: typer.Typer, words: Words) -> None:
    options = Options(words)

    @group.command(_PACKAGE, help=words("help_report"), hidden=True)
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
