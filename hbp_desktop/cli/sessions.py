"""`session plan | list | show`: the sessions of the office."""

import json
from pathlib import Path
from typing import Any

import typer

from hbp_desktop.cli.desk import Desk, desk_of, read_text
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words
from hbp_desktop.domain.dates import clock, long_date
from hbp_desktop.domain.errors import Invalid, Problem
from hbp_desktop.domain.session import Session, SessionDraft

MOST_PLAN = 256 * 1024  # bytes


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the group."""
    group = typer.Typer(no_args_is_help=True)
    for add in (_add_plan, _add_list, _add_show):
        add(group, words, Options(words))
    app.add_typer(group, name="session", help=words("help_session"))


def _add_plan(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("plan", help=words("help_session_plan"))
    def plan(
        context: typer.Context,
        file: Path,
        password_file: Path = options.password,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import planning

        desk = desk_of(context)
        draft = read_plan(file)
        with desk.office(password_file, officer) as office:
            planned = planning.plan(office, draft)
            hints = planning.hints(office, SessionDraft.of(planned))
            doubts = planning.doubts(office, SessionDraft.of(planned))
            ref = planning.reference(office, planned)
        desk.warn(doubts)
        if as_json:
            desk.show(session_json(planned, ref))
        else:
            desk.say("session_planned", title=planned.title, ref=ref)
            _say_hints(desk, hints)


def _add_list(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("list", help=words("help_session_list"))
    def every(
        context: typer.Context,
        year: int | None = typer.Option(None, "--year", help=words("help_year")),
        password_file: Path = options.password,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import planning

        desk = desk_of(context)
        with desk.office(password_file, officer) as office:
            found = [(planning.reference(office, one), one) for one in planning.sessions(office, year)]
        if as_json:
            desk.show([session_json(one, ref) for ref, one in found])
        for ref, one in () if as_json else found:
            typer.echo(f"{ref:10} {one.first_day or '–'}  {one.title}")
        if not found and not as_json:
            desk.say("session_none")


def _add_show(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("show", help=words("help_session_show"))
    def show(
        context: typer.Context,
        ref: str,
        password_file: Path = options.password,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import planning

        desk = desk_of(context)
        with desk.office(password_file, officer) as office:
            found = planning.session(office, ref)
            hints = planning.hints(office, SessionDraft.of(found))
            known_as = planning.reference(office, found)
        if as_json:
            desk.show(session_json(found, known_as))
        else:
            _print(desk, found)
            _say_hints(desk, hints)


def read_plan(file: Path) -> SessionDraft:
    """Read a plan file; raises Refused or Invalid with the places."""
    text = read_text(file, MOST_PLAN)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise Invalid((Problem("plan_not_json", f"{file.name}:{line}"),)) from None
    return SessionDraft.from_json(data)


def session_json(session: Session, ref: str) -> dict[str, Any]:
    """Write a session for other programs: the plan file's shape, with its id, number and due date."""
    plan = SessionDraft.of(session).as_json()
    due = session.due.isoformat() if session.due else None
    return {"id": session.id, "ref": ref, "due": due, **plan}


def _print(desk: Desk, session: Session) -> None:
    language = desk.words.language
    typer.echo(session.title)
    for day in session.days:
        when = long_date(day.date, language) if day.date else "–"
        hours = f"{clock(day.start, language)} – {clock(day.end, language)}" if day.start else ""
        typer.echo(f"  {when}, {hours}  {day.place}")
    for duty in session.duties:
        typer.echo(f"  {duty.counter or '–':3} {duty.officer}  {duty.post}")
    if session.due:
        desk.say("session_due", date=long_date(session.due, language))


def _say_hints(desk: Desk, hints: tuple[Problem, ...]) -> None:
    from hbp_desktop.usecases.wording import say

    for hint in hints:
        clause = hint.values.get("clause", "")
        typer.echo(
            f"  {clause}: {say(hint, desk.words.language)}"
            if clause
            else f"  {say(hint, desk.words.language)}"
        )
