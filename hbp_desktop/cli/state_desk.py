"""`state-office enrol-code | devices | confirm | grant | revoke`: who may exchange, and may pull what."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hbp_desktop.cli.desk import REFUSED, Desk, complain, desk_of
from hbp_desktop.cli.state_open import StateOptions, office_code, state_office
from hbp_desktop.cli.words import Words
from hbp_desktop.domain.dates import read_date
from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.usecases.wording import say

if TYPE_CHECKING:
    from hbp_desktop.state_office.deployment import Deployment
    from hbp_desktop.state_office.grants import Known


def add_to(group: typer.Typer, words: Words, options: StateOptions) -> None:
    """Add the commands."""
    for add in (_add_code, _add_devices, _add_confirm, _add_grant, _add_revoke):
        add(group, words, options)


def _add_code(group: typer.Typer, words: Words, options: StateOptions) -> None:
    @group.command("enrol-code", help=words("help_state_code"))
    def enrol_code(
        context: typer.Context,
        office: str = typer.Option(..., "--office", metavar="CODE", help=words("help_state_code_office")),
        database: str = options.database,
        key_file: Path | None = options.key_file,
    ) -> None:
        from hbp_desktop.state_office.enrolment import make_code
        from hbp_desktop.usecases.clock import utc_now

        desk, of = desk_of(context), office_code(office)
        with state_office(database, key_file) as found, found.database.write() as conn:
            code = make_code(conn, of, utc_now())
        desk.say("state_code", office=of)
        typer.echo(code)


def _add_devices(group: typer.Typer, words: Words, options: StateOptions) -> None:
    @group.command("devices", help=words("help_state_devices"))
    def devices(
        context: typer.Context,
        database: str = options.database,
        key_file: Path | None = options.key_file,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.state_office import grants, status_json

        desk = desk_of(context)
        with state_office(database, key_file) as found, found.database.read() as conn:
            known = grants.devices(conn, found.keys.key)
        if as_json:
            desk.show([status_json.device_json(one) for one in known])
            return
        for one in known:
            typer.echo(_line(one, words))
        if not known:
            desk.say("state_no_devices")


def _add_confirm(group: typer.Typer, words: Words, options: StateOptions) -> None:
    @group.command("confirm", help=words("help_state_confirm"))
    def confirm(
        context: typer.Context,
        device: str = typer.Argument("", metavar="DEVICE"),
        everyone: bool = typer.Option(False, "--all", help=words("help_state_confirm_all")),
        said: str = typer.Option("", "--words", help=words("help_state_words")),
        accept: bool = typer.Option(False, "--accept-founding", help=words("help_state_founding")),
        database: str = options.database,
        key_file: Path | None = options.key_file,
    ) -> None:
        from hbp_desktop.state_office import grants

        if bool(device) == everyone:
            raise typer.BadParameter(words("state_one_or_all"), param_hint="DEVICE/--all")
        desk = desk_of(context)
        with state_office(database, key_file) as found:
            with found.database.read() as conn:
                server = found.keys.key
                chosen = (
                    [one for one in grants.devices(conn, server) if one.state == "waiting"]
                    if everyone
                    else [grants.find(conn, server, device)]
                )
            if not chosen:
                desk.say("state_nobody_waits")
            refused = [one for one in chosen if not _confirm(desk, found, one, said, accept)]
        if refused:
            raise typer.Exit(REFUSED)


def _confirm(desk: Desk, found: "Deployment", one: "Known", said: str, accept: bool) -> bool:
    """Confirm a device in a transaction of its own, telling what came of it."""
    from hbp_desktop.state_office import grants
    from hbp_desktop.usecases.clock import utc_now

    try:
        if said and " ".join(said.split()).casefold() != one.words:
            raise Refused("state_words_differ", name=one.name)
        with found.database.write() as conn:
            grants.confirm(conn, one, utc_now(), accept)
    except HbpError as error:
        complain(say(error, desk.words.language))
        return False
    desk.say("state_confirmed", name=one.name, office=one.office, key=one.key[:8], words=one.words)
    return True


def _add_grant(group: typer.Typer, words: Words, options: StateOptions) -> None:
    @group.command("grant", help=words("help_state_grant"))
    def grant(
        context: typer.Context,
        device: str = typer.Argument(..., metavar="DEVICE"),
        to: str = typer.Argument(..., metavar="own|state|none"),
        names_until: str = typer.Option("", "--names-until", metavar="DATE", help=words("help_state_names")),
        database: str = options.database,
        key_file: Path | None = options.key_file,
    ) -> None:
        from hbp_desktop.state_office import grants
        from hbp_desktop.usecases.clock import malaysia_now

        desk, until = desk_of(context), read_date(names_until) if names_until else None
        with state_office(database, key_file) as found, found.database.write() as conn:
            one = grants.find(conn, found.keys.key, device)
            grants.grant(conn, one, to, until, malaysia_now().date())
        desk.say(f"state_granted_{to}", name=one.name, office=one.office)
        if until:
            desk.say("state_granted_names", date=until.isoformat())


def _add_revoke(group: typer.Typer, words: Words, options: StateOptions) -> None:
    @group.command("revoke", help=words("help_state_revoke"))
    def revoke(
        context: typer.Context,
        device: str = typer.Argument(..., metavar="DEVICE"),
        database: str = options.database,
        key_file: Path | None = options.key_file,
    ) -> None:
        from hbp_desktop.state_office import grants
        from hbp_desktop.usecases.clock import utc_now

        desk = desk_of(context)
        with state_office(database, key_file) as found, found.database.write() as conn:
            one = grants.find(conn, found.keys.key, device)
            grants.revoke(conn, one, utc_now())
        desk.say("state_revoked", name=one.name, office=one.office)


def _line(one: "Known", words: Words) -> str:
    """Tell of a device on one line, and what to look at before confirming it on another."""
    from hbp_desktop.state_office.status_json import moment

    granted = "" if one.state != "confirmed" else f"  {words(f'state_grant_{one.grant}')}"
    heard = f"  {words('state_heard', at=moment(one.heard))}" if one.heard else ""
    line = f"{one.key[:8]}  {one.office}  {one.name}  {words(f'state_is_{one.state}')}{granted}{heard}"
    if one.state == "waiting":
        line += f"\n          {one.words}"
    return f"{line}\n          {words('state_founding_differs')}" if one.founding_differs else line
