"""`seal show | key | children`: the state's integrity key, and what this office seals."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hbp_desktop.cli.desk import Desk, desk_of, read_text
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words

if TYPE_CHECKING:
    from hbp_desktop.usecases.office import Office

_MOST_READ = 8_000  # bytes; the key's own limit is smaller


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the group."""
    group = typer.Typer(no_args_is_help=True)
    for add in (_add_show, _add_key, _add_children):
        add(group, words, Options(words))
    app.add_typer(group, name="seal", help=words("help_seal"))


def _add_show(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("show", help=words("help_seal_show"))
    def show(
        context: typer.Context,
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        desk = desk_of(context)
        with desk.office(password_file, officer, code_file) as office:
            _tell(desk, office, as_json)


def _add_key(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("key", help=words("help_seal_key"))
    def key(
        context: typer.Context,
        file: Path | None = typer.Argument(None, help=words("help_seal_file")),
        remove: bool = typer.Option(False, "--remove", help=words("help_seal_remove")),
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import integrity

        if (file is None) != remove:
            raise typer.BadParameter(words("seal_file_or_remove"))
        desk = desk_of(context)
        text = read_text(file, _MOST_READ) if file else ""
        with desk.office(password_file, officer, code_file) as office:
            if remove:
                integrity.remove(office)
            else:
                integrity.install(office, text)
            _tell(desk, office, as_json)


def _add_children(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("children", help=words("help_seal_children"))
    def children(
        context: typer.Context,
        on: bool = typer.Option(..., "--on/--off", help=words("help_seal_on")),
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import integrity

        desk = desk_of(context)
        with desk.office(password_file, officer, code_file) as office:
            integrity.seal_children(office, on)
            _tell(desk, office, as_json)


def _tell(desk: Desk, office: "Office", as_json: bool) -> None:
    """Say which key is installed, what is sealed, and what that is worth."""
    from hbp_desktop.usecases import guarding, integrity

    key, ruling = integrity.installed(office), guarding.guards(office)
    if as_json:
        shown = {"age": key.age, "name": key.name} if key else None
        desk.show({"key": shown, "children": ruling.child})
        return
    if key:
        desk.say("seal_key", name=key.name or "–", short=key.short)
    else:
        desk.say("seal_no_key")
    desk.say("seal_children_on" if ruling.child else "seal_children_off")
