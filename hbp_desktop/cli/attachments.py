"""`attach`: put pictures and letters to a visit or a session, list them, fetch those that lie elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hbp_desktop.cli.desk import REFUSED, Desk, complain, desk_of
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words

if TYPE_CHECKING:
    from hbp_desktop.usecases.attaching import Added, Brought, Shown
    from hbp_desktop.usecases.office import Office

LIST, FETCH = "list", "fetch"


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the command."""
    options = Options(words)

    @app.command("attach", help=words("help_attach"))
    def attach(
        context: typer.Context,
        ref: str = typer.Argument(..., help=words("help_attach_ref")),
        files: list[str] = typer.Argument(None, help=words("help_attach_files")),
        pages: str = typer.Option("", "--pages", help=words("help_attach_pages")),
        password_file: Path = options.password,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        desk = desk_of(context)
        if not files:
            raise typer.BadParameter(desk.words("attach_nothing"), param_hint="FILES")
        with desk.office(password_file, officer) as office:
            if ref == LIST:
                _list(desk, office, files, as_json)
            elif ref == FETCH:
                _fetch(desk, office, files)
            else:
                _attach(desk, office, ref, [Path(name) for name in files], pages, as_json)


def _list(desk: Desk, office: "Office", refs: list[str], as_json: bool) -> None:
    from hbp_desktop.usecases import attaching

    shown = [one for ref in refs for one in attaching.attached(office, attaching.found(office, ref))]
    if as_json:
        desk.show([_json(one) for one in shown])
        return
    for one in shown:
        typer.echo(_line(desk, one))
    if not shown:
        desk.say("attach_none")


def _fetch(desk: Desk, office: "Office", refs: list[str]) -> None:
    """Fetch what lies elsewhere, one after another; what the state office has not yet is told."""
    from hbp_desktop.usecases import attaching, fetching

    shown = [one for ref in refs for one in attaching.attached(office, attaching.found(office, ref))]
    away = [one for one in shown if one.where == "laptop"]
    came = sum(fetching.fetch(office, one.id) for one in away)
    desk.say("attach_fetched", came=came, of=len(away))
    if came < len(away):
        raise typer.Exit(REFUSED)


def _attach(desk: Desk, office: "Office", ref: str, files: list[Path], pages: str, as_json: bool) -> None:
    from hbp_desktop.usecases import attaching

    about = attaching.found(office, ref)[0]
    done = attaching.add(office, about, [_brought(path, pages) for path in files])
    if as_json:
        refused = [{"file": name, "code": error.code} for name, error in done.refused]
        desk.show({"added": list(done.ids), "refused": refused})
    else:
        desk.say("attach_done", count=len(done.ids), ref=ref)
    _complain(desk, done)


def _brought(path: Path, pages: str) -> "Brought":
    from hbp_desktop.domain.attachment import read_pages
    from hbp_desktop.usecases.attaching import brought

    return brought(path, read_pages(pages))


def _complain(desk: Desk, done: "Added") -> None:
    from hbp_desktop.usecases.wording import say_all

    for name, error in done.refused:
        for why in say_all(error, desk.words.language):
            complain(desk.words("attach_refused", file=name, why=why))
    if done.refused:
        raise typer.Exit(REFUSED)


def _line(desk: Desk, one: "Shown") -> str:
    where = desk.words(f"attach_{one.where}", laptop=one.laptop or "?")
    page = f" {one.attachment.page}/{one.attachment.of}" if one.attachment.of else ""
    return f"{one.id}  {one.attachment.title or '–'}{page}  {one.attachment.size // 1000} kB  {where}"


def _json(one: "Shown") -> dict[str, Any]:
    found = one.attachment
    return {
        "id": one.id,
        "about": found.about,
        "title": found.title,
        "page": found.page,
        "of": found.of,
        "pixels": [found.width, found.height],
        "bytes": found.size,
        "where": one.where,
        "laptop": one.laptop,
        "by": one.by,
        "at": one.at,
    }
