"""`verify`: does everything agree with the journal, and with what is held elsewhere?"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hbp_desktop.cli.desk import REFUSED, Desk, desk_of
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words

if TYPE_CHECKING:
    from hbp_desktop.usecases.office import Office
    from hbp_desktop.usecases.proving import Proof


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the command."""
    options = Options(words)

    @app.command("verify", help=words("help_verify"))
    def run(
        context: typer.Context,
        password_file: Path = options.password,
        officer: str = options.officer,
        against: str = typer.Option("", "--against", help=words("help_against")),
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import proving

        desk = desk_of(context)
        with desk.office(password_file, officer) as office:
            proof = proving.check(office, against)
            if as_json:
                desk.show(_plain(proof, words.language))
            else:
                _tell(desk, office, proof)
        if not proof.ok:
            raise typer.Exit(REFUSED)


def _plain(proof: "Proof", language: str) -> dict[str, Any]:
    from hbp_desktop.usecases.wording import located

    verdict = proof.verdict
    return {
        "ok": verdict.ok,
        "entries": verdict.entries,
        "problems": [located(problem, language) for problem in verdict.problems],
        "anchored_until": verdict.anchored_until,
        "same_laptop_until": proof.here_until,
        "compared": [
            {"standing": one.standing, "chain": one.chain, "seq": one.seq, "source": one.claim.source}
            for one in proof.compared
        ],
    }


def _tell(desk: Desk, office: "Office", proof: "Proof") -> None:
    from hbp_desktop.usecases.wording import located

    verdict = proof.verdict
    if verdict.ok:
        desk.say("verify_ok", entries=verdict.entries)
    else:
        desk.say("verify_bad", count=len(verdict.problems))
        for problem in verdict.problems:
            typer.echo(f"  {located(problem, desk.words.language)}")
    for one in proof.compared:
        if one.standing in ("held", "ahead", "unknown"):
            desk.say(f"verify_{one.standing}", chain=one.chain[:8] or "?", seq=one.seq)
    if verdict.anchored_until is None:
        desk.say("verify_alone")
    else:
        desk.say("verify_until", time=_when(office, desk, verdict.anchored_until))


def _when(office: "Office", desk: Desk, seconds: int) -> str:
    from hbp_desktop.domain.dates import clock, plain_date

    when = datetime.fromtimestamp(seconds, office.clock().tzinfo)
    return f"{plain_date(when.date(), desk.words.language)} {clock(f'{when:%H:%M}', desk.words.language)}"
