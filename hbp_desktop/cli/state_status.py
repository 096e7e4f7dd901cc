"""`state-office status`: what the state has of its offices, and what waits."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hbp_desktop.cli.desk import desk_of
from hbp_desktop.cli.state_open import StateOptions, state_office
from hbp_desktop.cli.words import Words
from hbp_desktop.usecases.clock import malaysia_now

if TYPE_CHECKING:
    from hbp_desktop.state_office.consolidation import OfficeHeld, Whole


def add_to(group: typer.Typer, words: Words, options: StateOptions) -> None:
    """Add the command."""

    @group.command("status", help=words("help_state_status"))
    def status(
        context: typer.Context,
        database: str = options.database,
        key_file: Path | None = options.key_file,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.state_office import consolidation, status_json
        from hbp_desktop.usecases.catalogues import catalogues

        today = malaysia_now().date()
        with state_office(database, key_file) as found:
            whole = consolidation.whole(found.database, found.keys, catalogues().offices, today)
        if as_json:
            desk_of(context).show(status_json.whole_json(whole))
            return
        for line in _lines(words, whole):
            typer.echo(line)


def _lines(words: Words, whole: "Whole") -> Iterator[str]:
    yield words(
        "state_status_head", name=whole.identity.name, kind=whole.storage.kind, size=_size(whole.storage.size)
    )
    if whole.identity.restored:
        yield words("state_status_restored", count=whole.identity.restored)
    if whole.waiting:
        yield words("state_status_waiting", count=whole.waiting)
    for office in whole.offices:
        yield from _office(words, office)
    never = sum(not one.enrolled for one in whole.offices)
    if never:
        yield words("state_status_never", count=never)


def _office(words: Words, office: "OfficeHeld") -> Iterator[str]:
    from hbp_desktop.state_office.status_json import moment

    if not office.enrolled:
        return
    yield f"\n{office.code}  {office.name}"
    for device in office.devices:
        said, heard = device.stated, moment(device.heard)
        told = words("state_status_said", at=heard, waiting=said.get("waiting", 0)) if heard else ""
        yield f"  {device.name}  {words(f'state_is_{device.state}')}  {told}".rstrip()
    for one in office.sessions:
        yield words(
            "state_status_session",
            title=one.session.title,
            date=one.session.first_day or "–",
            visits=one.counts.get("visit", 0),
            matters=one.counts.get("matter", 0),
            reports=len(one.reports),
        )
        if one.late:
            yield words("state_status_late", days=one.late, due=one.session.due)
    for why, count in office.look.items():
        yield words("state_status_look", count=count, why=words(f"state_why_{why}"))


def _size(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
