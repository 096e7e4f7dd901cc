"""`sync enrol | now | status`: this laptop and the state office."""

import time
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hbp_desktop.cli.desk import Desk, complain, desk_of, first_line
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words
from hbp_desktop.domain.clock import MALAYSIA
from hbp_desktop.domain.dates import clock, plain_date
from hbp_desktop.domain.errors import Problem
from hbp_desktop.usecases.small_files import read_small

if TYPE_CHECKING:
    from hbp_desktop.domain.exchange import RoundResult, Standing
    from hbp_desktop.usecases.office import Office

_JUDGED_S = (0.5, 1.0, 2.0, 2.0)  # pauses in which the state office judges what it was just given


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the group."""
    group = typer.Typer(no_args_is_help=True)
    for add in (_add_enrol, _add_now, _add_status):
        add(group, words, Options(words))
    app.add_typer(group, name="sync", help=words("help_sync"))


def _add_enrol(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("enrol", help=words("help_sync_enrol"))
    def enrol(
        context: typer.Context,
        url: str = typer.Argument(..., metavar="URL"),
        code_file: Path = typer.Option(..., "--code-file", help=words("help_sync_code")),
        ca: Path | None = typer.Option(None, "--ca", help=words("help_sync_ca")),
        password_file: Path | None = options.either_password,
        recovery_file: Path | None = typer.Option(None, "--recovery-file", help=words("help_code")),
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import exchange
        from hbp_desktop.usecases.enrolling import MOST_CA

        desk = desk_of(context)
        code, trusted = first_line(code_file), read_small(ca, MOST_CA) if ca else None
        with desk.office(password_file, officer, recovery_file) as office:
            done = exchange.enrol(office, url, code, trusted)
        if as_json:
            desk.show({"name": done.name, "url": done.url, "six_words": " ".join(done.words)})
            return
        desk.say("sync_enrolled", name=done.name, words=" ".join(done.words))


def _add_now(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("now", help=words("help_sync_now"))
    def now(
        context: typer.Context,
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import exchange

        desk = desk_of(context)
        with desk.office(password_file, officer, code_file) as office:
            result = rounds(office)
            standing = exchange.standing(office)
        if as_json:
            desk.show(_round_json(result, standing))
        else:
            tell_round(desk, result, standing)
        if result.problem is not None:
            _refuse(desk, result.problem)


def _add_status(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("status", help=words("help_sync_status"))
    def status(
        context: typer.Context,
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import exchange

        desk = desk_of(context)
        with desk.office(password_file, officer, code_file) as office:
            standing = exchange.standing(office)
            given, look = exchange.receipts(office, 3), exchange.look_list(office)
        if as_json:
            said = standing_json(standing)
            said["receipts"] = [asdict(one) for one in given]
            said["look"] = [asdict(one) for one in look]
            desk.show(said)
            return
        _tell_standing(desk, standing)
        for one in given:
            desk.say("sync_receipt", name=one.name, matters=one.matters, entries=one.entries)
        for line in look:
            _say_problem(desk, Problem(line.why))


def rounds(office: "Office") -> "RoundResult":
    """Carry a round, and look in again until the state office has said what counts of what it was given."""
    from hbp_desktop.usecases import exchange

    exchange.listen(office)
    result = first = exchange.round(office, office.vault, lambda *_: None, lambda: False)
    for pause in _JUDGED_S:
        standing = exchange.standing(office)
        judged = standing.matters_there + standing.matters_waiting + standing.matters_look
        if result.problem is not None or not first.sent or judged >= standing.matters:
            break
        time.sleep(pause)
        result = exchange.round(office, office.vault, lambda *_: None, lambda: False)
    return first if result.problem is None else result


def tell_round(desk: Desk, result: "RoundResult", standing: "Standing") -> None:
    """Print how far the matters got, and the receipt."""
    if result.problem is None or standing.acknowledged:
        desk.say("sync_matters", there=standing.matters_there, matters=standing.matters)
    if result.receipt is not None:
        one = result.receipt
        desk.say("sync_receipt", name=one.name, matters=one.matters, entries=one.entries)
    if standing.waiting:
        desk.say("sync_waits", entries=standing.waiting, matters=standing.matters_waiting)
    if standing.not_counted:
        desk.say("sync_looks", entries=standing.not_counted)


def standing_json(standing: "Standing") -> dict[str, Any]:
    """Write a standing for other programs; times are seconds since 1970, UTC, or null."""
    error = standing.last_error
    return {
        "waiting": standing.waiting,
        "acknowledged": standing.acknowledged,
        "not_counted": standing.not_counted,
        "last_contact": standing.last_contact or None,
        "last_error": {"code": error.code, "values": dict(error.values)} if error else None,
        "phase": standing.phase,
        "matters": {
            "waiting": standing.matters_waiting,
            "there": standing.matters_there,
            "look": standing.matters_look,
            "all": standing.matters,
        },
        "attachments": {"waiting": standing.attachments_waiting, "bytes": standing.attachments_bytes},
        "bytes_waiting": standing.bytes_waiting,
        "seconds_left": standing.seconds_left,
        "next_try": standing.next_try or None,
        "clock_off": standing.clock_off,
        "peer": {"name": standing.peer_name, "url": standing.url} if standing.enrolled else None,
        "grant": {"pull": standing.grant, "names_until": standing.names_until or None},
        "six_words": " ".join(standing.words) or None,
    }


def _round_json(result: "RoundResult", standing: "Standing") -> dict[str, Any]:
    receipt = asdict(result.receipt) if result.receipt else None
    return {"sent": result.sent, "taken": result.taken, "receipt": receipt} | standing_json(standing)


def _tell_standing(desk: Desk, standing: "Standing") -> None:
    if not standing.enrolled:
        _say_problem(desk, Problem("sync_not_enrolled"))
        desk.say("sync_waits", entries=standing.waiting, matters=standing.matters_waiting)
        return
    desk.say("sync_peer", name=standing.peer_name, url=standing.url)
    if standing.words:
        desk.say("sync_words", words=" ".join(standing.words))
    desk.say("sync_matters", there=standing.matters_there, matters=standing.matters)
    desk.say("sync_entries", acknowledged=standing.acknowledged, waiting=standing.waiting)
    if standing.not_counted:
        desk.say("sync_looks", entries=standing.not_counted)
    if standing.last_contact:
        desk.say("sync_contact", when=_when(standing.last_contact, desk.words.language))
    if standing.last_error is not None:
        _say_problem(desk, standing.last_error)


def _when(at: int, language: str) -> str:
    local = datetime.fromtimestamp(at, MALAYSIA)
    return f"{plain_date(local.date(), language)}, {clock(f'{local:%H:%M}', language)}"


def _say_problem(desk: Desk, problem: Problem) -> None:
    from hbp_desktop.usecases.wording import say

    typer.echo(say(problem, desk.words.language))


def _refuse(desk: Desk, problem: Problem) -> None:
    from hbp_desktop.usecases.wording import say

    complain(say(problem, desk.words.language))
    raise typer.Exit(1)
