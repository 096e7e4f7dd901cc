"""`record import` and `search`: bring a register in, find what was recorded."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hbp_desktop.cli.desk import REFUSED, Desk, complain, desk_of
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words
from hbp_desktop.domain.visit import Visit

if TYPE_CHECKING:
    from hbp_desktop.domain.register.preview import Preview
    from hbp_desktop.domain.register.sheet import Finding
    from hbp_desktop.usecases.importing import Imported


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the group and the command."""
    group = typer.Typer(no_args_is_help=True)
    _add_import(group, words, Options(words))
    _add_search(app, words, Options(words))
    app.add_typer(group, name="record", help=words("help_record"))


def _add_import(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("import", help=words("help_record_import"))
    def bring_in(
        context: typer.Context,
        ref: str,
        file: Path,
        skip_bad: bool = typer.Option(False, "--skip-bad", help=words("help_skip_bad")),
        dry_run: bool = typer.Option(False, "--dry-run", help=words("help_dry_run")),
        password_file: Path = options.password,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import importing, planning

        desk = desk_of(context)
        with desk.office(password_file, officer) as office:
            session = planning.session(office, ref)
            sheet = importing.read(file)
            shown = importing.preview(office, session, sheet, importing.guess(sheet))
            kept_out = bool(shown.invalid) and not skip_bad
            done = None if dry_run or kept_out else importing.accept(office, shown, skip_bad)
        _report(desk, file, shown, done, as_json)
        if kept_out and not dry_run:
            complain(words("import_refused", count=len(shown.bad_lines)))
            raise typer.Exit(REFUSED)


def _add_search(app: typer.Typer, words: Words, options: Options) -> None:
    @app.command("search", help=words("help_search"))
    def search(
        context: typer.Context,
        text: str,
        limit: int = typer.Option(50, "--limit", min=1, max=500, help=words("help_limit")),
        password_file: Path = options.password,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import records

        desk = desk_of(context)
        with desk.office(password_file, officer) as office:
            found = records.find(office, text, limit=limit).visits
        if as_json:
            desk.show([visit_json(one) for one in found])
        for one in () if as_json else found:
            typer.echo(visit_line(one))
        if not found and not as_json:
            desk.say("search_nothing")


def visit_line(visit: Visit) -> str:
    """Write a visit on one line, its document masked."""
    from hbp_desktop.domain.person import masked_number
    from hbp_desktop.domain.text import visible_bidi

    kinds = ", ".join(matter.kind for matter in visit.matters)
    name = visible_bidi(visit.name) or "–"
    return f"{visit.ref:22} {visit.date or '–'}  {name}  {masked_number(visit.identity)}  {kinds}"


def visit_json(visit: Visit) -> dict[str, Any]:
    """Write a visit for other programs, its document masked."""
    from hbp_desktop.domain.person import masked_number

    return {
        "id": visit.id,
        "ref": visit.ref,
        "date": visit.date.isoformat() if visit.date else None,
        "name": visit.name,
        "identity": masked_number(visit.identity),
        "queue": visit.queue,
        "matters": [{"kind": m.kind, "service": m.service, "status": m.status} for m in visit.matters],
    }


def _report(desk: Desk, file: Path, shown: "Preview", done: "Imported | None", as_json: bool) -> None:
    """Say what a register holds and what became of it."""
    if as_json:
        desk.show(preview_json(shown, done))
        return
    say_findings(desk, shown)
    totals = {name: shown.count(name) for name in ("new", "unchanged", "changed")}
    counts = {"visits": shown.totals.visits, "matters": shown.totals.matters, "bad": len(shown.bad_lines)}
    desk.say("import_summary", file=file.name, **counts, **totals)
    if done is None:
        desk.say("import_not_written")
    elif done.visits + done.matters == 0:
        desk.say("import_nothing")
    else:
        desk.say("import_done", visits=done.visits, matters=done.matters)


def say_findings(desk: Desk, shown: "Preview") -> None:
    """List every doubtful cell by line and column, and what stands differently from what is held."""
    from hbp_desktop.usecases.wording import say

    for problem in (*shown.problems, *(finding.problem for finding in shown.findings)):
        typer.echo(f"  {say(problem, desk.words.language)}", err=problem.level == "error")
    changed = [line for line in shown.lines if shown.standing.get(line.record) == "changed"]
    for line in changed:
        desk.say("import_changed", line=line.line)


def preview_json(shown: "Preview", done: "Imported | None") -> dict[str, Any]:
    """Write a preview for other programs: totals, and every finding with its line and column."""
    return {
        "totals": {
            name: dict(value) if isinstance(value, Mapping) else value
            for name, value in vars(shown.totals).items()
        },
        "columns": dict(shown.mapping.columns),
        "findings": [_finding_json(finding) for finding in shown.findings],
        "problems": [{"code": problem.code, **problem.values} for problem in shown.problems],
        "ignored": [asdict(one) for one in shown.ignored],
        "standing": {name: shown.count(name) for name in ("new", "unchanged", "changed")},
        "imported": None if done is None else asdict(done),
    }


def _finding_json(finding: "Finding") -> dict[str, Any]:
    where = {"record": finding.record, "line": finding.line, "column": finding.column}
    return {"reason": finding.code, "level": finding.level, **where, "seen": finding.seen}
