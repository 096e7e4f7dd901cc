"""`device admit | list | revoke`: the laptops of the office."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hbp_desktop.cli.desk import Desk, desk_of, write_new
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.joining import LONGEST_REQUEST
from hbp_desktop.usecases.small_files import read_small

if TYPE_CHECKING:
    from hbp_desktop.usecases.admitting import Admitted
    from hbp_desktop.usecases.devices import Laptop


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the group."""
    group = typer.Typer(no_args_is_help=True)
    for add in (_add_admit, _add_list, _add_revoke):
        add(group, words, Options(words))
    app.add_typer(group, name="device", help=words("help_device"))


def _add_admit(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("admit", help=words("help_device_admit"))
    def admit(
        context: typer.Context,
        request: Path = typer.Argument(..., metavar="REQUEST"),
        out: Path | None = typer.Option(None, "--out", help=words("help_admission_out")),
        said: str = typer.Option("", "--words", help=words("help_words")),
        as_officer: str = typer.Option("", "--as", help=words("help_as")),
        role: list[str] = typer.Option([], "--role", help=words("help_admit_role")),
        name: str = typer.Option("", "--name", help=words("help_device_name")),
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import admitting, devices
        from hbp_desktop.usecases.fingerprints import words_of_office

        desk = desk_of(context)
        if not request.exists() and out is None:
            with desk.office(password_file, officer, code_file) as office:
                found = devices.admit_held(office, str(request), name)
            desk.show(laptop_json(found)) if as_json else desk.say(
                "device_counted", name=found.name, count=found.counted
            )
            return
        if out is None:
            raise typer.BadParameter(words("device_out_missing"), param_hint="--out")
        if out.exists():
            raise Refused("file_exists", file=out.name)
        data = read_small(request, LONGEST_REQUEST)
        with desk.office(password_file, officer, code_file) as office:
            admitted = admitting.admit(office, data, words=said, as_officer=as_officer, roles=role)
            office_words = words_of_office(office.opened)
            write_new(out, admitted.file)
        _tell(desk, admitted, office_words, out, as_json)


def _add_list(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("list", help=words("help_device_list"))
    def every(
        context: typer.Context,
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import devices

        desk = desk_of(context)
        with desk.office(password_file, officer, code_file) as office:
            found = devices.laptops(office)
        if as_json:
            desk.show([laptop_json(one) for one in found])
            return
        for one in found:
            typer.echo(_line(one, words))
            if one.held and one.state != "admitted":
                desk.say("device_offer", name=one.name, held=one.held, key=one.key[:8])


def _add_revoke(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("revoke", help=words("help_device_revoke"))
    def revoke(
        context: typer.Context,
        device: str,
        reason: str = typer.Option("", "--reason", help=words("help_revoke_reason")),
        accept_all_held: bool = typer.Option(False, "--accept-all-held", help=words("help_accept_all_held")),
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import devices

        desk = desk_of(context)
        with desk.office(password_file, officer, code_file) as office:
            found = devices.revoke(office, device, reason, accept_all_held=accept_all_held)
        if as_json:
            desk.show(laptop_json(found))
        else:
            desk.say("device_revoked_done", name=found.name, count=found.counted, held=found.held)


def laptop_json(one: "Laptop") -> dict[str, Any]:
    """Write a laptop for other programs."""
    return {
        "key": one.key,
        "six_words": one.words,
        "name": one.name,
        "state": one.state,
        "chains": list(one.chains),
        "records": {"counted": one.counted, "held": one.held},
        "this": one.here,
    }


def _tell(desk: Desk, admitted: "Admitted", office_words: str, out: Path, as_json: bool) -> None:
    if as_json:
        said = {"six_words": admitted.words, "name": admitted.name, "key": admitted.device}
        said["office_words"] = office_words
        desk.show(said | {"officers": list(admitted.officers), "linked": list(admitted.linked)})
        return
    desk.say("device_admitted", words=admitted.words, name=admitted.name, file=out)
    desk.say("office_words", words=office_words)
    if admitted.officers:
        desk.say("device_officers", officers=", ".join(admitted.officers))
    if admitted.linked:
        desk.say("device_linked", officers=", ".join(admitted.linked))


def _line(one: "Laptop", words: Words) -> str:
    here = f" ({words('device_here')})" if one.here else ""
    state = words(f"device_{one.state}_state")
    return f"{one.key[:8]}  {one.name}{here}  {state}  {one.counted}/{one.counted + one.held}  {one.words}"
