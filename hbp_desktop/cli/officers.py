"""`officer list | add | role | retire | reset | link`: who belongs to the office, and who may do what."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hbp_desktop.cli.desk import Desk, desk_of, first_line
from hbp_desktop.cli.options import Options
from hbp_desktop.cli.words import Words
from hbp_desktop.domain.appointment import ActingDraft
from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.domain.staff import Acting

if TYPE_CHECKING:
    from hbp_desktop.usecases.office import Office
    from hbp_desktop.usecases.officer_list import Listed


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the group."""
    group = typer.Typer(no_args_is_help=True)
    for add in (_add_list, _add_add, _add_role, _add_retire, _add_reset, _add_link):
        add(group, words, Options(words))
    app.add_typer(group, name="officer", help=words("help_officers"))


def _add_list(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("list", help=words("help_officer_list"))
    def every(
        context: typer.Context,
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import officer_list

        desk = desk_of(context)
        with desk.office(password_file, officer, code_file) as office:
            found = officer_list.listed(office)
        if as_json:
            desk.show([officer_json(one) for one in found])
        for one in () if as_json else found:
            typer.echo(_line(one, words))


def _add_add(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("add", help=words("help_officer_add"))
    def add(
        context: typer.Context,
        name: str,
        post: str = typer.Option("", "--post", help=words("help_post")),
        role: list[str] = typer.Option([], "--role", help=words("help_role")),
        also: bool = typer.Option(False, "--also", help=words("help_also")),
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import officers

        desk = desk_of(context)
        with desk.office(password_file, officer, code_file) as office:
            added = officers.add(office, OfficerDraft(name, post), role, also=also)
            shown = _shown(office, added.id)
        _tell(desk, shown, as_json, "officer_added", name=added.name)


def _add_role(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("role", help=words("help_officer_role"))
    def role(
        context: typer.Context,
        name: str,
        add: str = typer.Option("", "--add", help=words("help_role_add")),
        remove: str = typer.Option("", "--remove", help=words("help_role_remove")),
        act: str = typer.Option("", "--act", help=words("help_role_act")),
        start: str = typer.Option("", "--from", help=words("help_act_from")),
        to: str = typer.Option("", "--to", help=words("help_act_to")),
        letter: str = typer.Option("", "--letter", help=words("help_act_letter")),
        end: str = typer.Option("", "--end", help=words("help_act_end")),
        reason: str = typer.Option("", "--reason", help=words("help_reason")),
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import officer_list, officers

        desk = desk_of(context)
        if sum(map(bool, (add, remove, act, end))) != 1:
            raise typer.BadParameter(words("role_one_change"), param_hint="--add/--remove/--act/--end")
        with desk.office(password_file, officer, code_file) as office:
            who = officer_list.find(office, name).id
            with _warning(desk, office, who, (remove,) if remove else ()):
                if add:
                    officers.give_role(office, who, add)
                elif remove:
                    officers.take_role(office, who, remove, reason)
                elif act:
                    officers.appoint(office, who, ActingDraft(act, start, to, letter))
                else:
                    officers.end_acting(office, end, who)
            shown = _shown(office, who)
        _tell(desk, shown, as_json, "officer_changed", name=shown.member.name, what=_roles(shown, words))


def _add_retire(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("retire", help=words("help_officer_retire"))
    def retire(
        context: typer.Context,
        name: str,
        reason: str = typer.Option(..., "--reason", help=words("help_reason")),
        undo: bool = typer.Option(False, "--undo", help=words("help_retire_undo")),
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import officer_list, officers

        desk = desk_of(context)
        with desk.office(password_file, officer, code_file) as office:
            who = officer_list.find(office, name)
            if undo:
                officers.bring_back(office, who.id, reason)
            else:
                with _warning(desk, office, who.id, tuple(who.own_roles)):
                    officers.retire(office, who.id, reason)
            shown = _shown(office, who.id)
        _tell(desk, shown, as_json, "officer_back" if undo else "officer_retired_now", name=who.name)


def _add_reset(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("reset", help=words("help_officer_reset"))
    def reset(
        context: typer.Context,
        name: str,
        new_password_file: Path = typer.Option(..., "--new-password-file", help=words("help_new_password")),
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import keys, officer_list

        desk = desk_of(context)
        new = first_line(new_password_file)
        with desk.office(password_file, officer, code_file) as office:
            who = officer_list.find(office, name)
            keys.reset_password(office, who.id, new)
            shown = _shown(office, who.id)
        _tell(desk, shown, as_json, "officer_reset", name=who.name)


def _add_link(group: typer.Typer, words: Words, options: Options) -> None:
    @group.command("link", help=words("help_officer_link"))
    def link(
        context: typer.Context,
        record: str = typer.Argument(..., help=words("help_link_record")),
        to: str = typer.Option("", "--to", help=words("help_link_to")),
        undo: bool = typer.Option(False, "--undo", help=words("help_link_undo")),
        password_file: Path | None = options.either_password,
        code_file: Path | None = options.code,
        officer: str = options.officer,
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.usecases import officer_list, officers

        desk = desk_of(context)
        if bool(to) == undo:
            raise typer.BadParameter(words("link_to_or_undo"), param_hint="--to/--undo")
        with desk.office(password_file, officer, code_file) as office:
            if undo:
                first = officers.unlink(office, officer_list.second(office, record).id)
            else:
                first = officers.link(
                    office, officer_list.find(office, record).id, officer_list.find(office, to).id
                )
            shown = _shown(office, first.id)
        _tell(desk, shown, as_json, "officer_parted" if undo else "officer_linked", name=first.name)


def officer_json(one: "Listed") -> dict[str, Any]:
    """Write an officer for other programs."""
    member = one.member
    return {
        "id": member.id,
        "name": member.name,
        "post": member.post,
        "roles": sorted(one.roles),
        "acting": [_acting_json(acting) for acting in one.acting],
        "retired": member.retired,
        "has_slot_here": one.slot_here,
        "keys": [{"key": key, "administrator": key in member.administers} for key in sorted(member.keys)],
        "records": [{"id": other.id, "name": other.name} for other in one.others],
    }


def _acting_json(acting: Acting) -> dict[str, str]:
    return {
        "id": acting.id,
        "role": acting.role,
        "from": acting.start.isoformat(),
        "to": acting.end.isoformat(),
        "letter": acting.letter,
    }


@contextmanager
def _warning(desk: Desk, office: "Office", who: str, losing: tuple[str, ...]) -> Iterator[None]:
    """Say after a change what the office is without now: its last head or administrator."""
    from hbp_desktop.usecases import officer_list

    doubts: tuple[Problem, ...] = officer_list.doubts(office, who, losing) if losing else ()
    yield
    desk.warn(doubts)


def _shown(office: "Office", officer_id: str) -> "Listed":
    from hbp_desktop.usecases import officer_list

    found = office.staff().find(officer_id)
    return next(one for one in officer_list.listed(office) if found and one.member.id == found.id)


def _tell(desk: Desk, shown: "Listed", as_json: bool, code: str, **values: object) -> None:
    if as_json:
        desk.show(officer_json(shown))
        return
    desk.say(code, **values)
    if shown.key_missing:
        desk.say("officer_key_missing", name=shown.member.name)


def _line(one: "Listed", words: Words) -> str:
    parts = (
        f"{one.member.id[:8]}  {one.member.name}",
        one.member.post,
        _roles(one, words),
        words("officer_slot_here") if one.slot_here else "",
        words("officer_is_retired_word") if one.member.retired else "",
    )
    return " · ".join(filter(None, parts))


def _roles(one: "Listed", words: Words) -> str:
    from hbp_desktop.domain.dates import plain_date
    from hbp_desktop.usecases import wording

    language = words.language
    own = [wording.text(f"role_{role}", language) for role in sorted(one.member.own_roles)]
    acting = [
        words(
            "officer_acting_until",
            role=wording.text(f"role_{each.role}", language),
            date=plain_date(each.end, language),
        )
        for each in one.acting
    ]
    return ", ".join((*own, *acting)) or "–"
