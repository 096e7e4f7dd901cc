"""The editable catalogues of `resources/catalogues/`, read once and checked."""

import json
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.offices import Offices
from hbp_desktop.domain.services import Services
from hbp_desktop.domain.text import fold
from hbp_desktop.resources import resource


@dataclass(frozen=True)
class Choice:
    """A line of a short list: what the journal keeps, and how people call it."""

    code: str
    ms: str
    en: str
    short: str = ""
    words: tuple[str, ...] = ()

    def label(self, language: str = "ms") -> str:
        """Name it in Malay or English."""
        return self.en if language == "en" else self.ms


@dataclass(frozen=True)
class Catalogues:
    """All lists an office may edit; groups and programmes by code."""

    offices: Offices
    services: Services
    groups: Mapping[str, Choice]
    programmes: Mapping[str, Choice]

    def group_named(self, text: str) -> Choice | None:
        """Give the target group somebody named in either language, None when it is no such name."""
        return next((group for group in self.groups.values() if fold(text) in _names(group)), None)


def load_catalogues(folder: Path) -> Catalogues:
    """Read the catalogues of a folder; raise Damaged(`catalogue_unreadable`) naming the file."""
    return Catalogues(
        offices=_read(folder / "offices.json", Offices),
        services=_read(folder / "services.json", Services),
        groups=_read(folder / "groups.json", lambda data: _choices(data["groups"])),
        programmes=_read(folder / "programmes.json", lambda data: _choices(data["programmes"])),
    )


def own_lists() -> Catalogues:
    """Give the lists of one office, to be changed by what its state office writes."""
    known = catalogues()
    return replace(
        known,
        services=copy(known.services),
        groups=dict(known.groups),
        programmes=dict(known.programmes),
    )


def change(lists: Catalogues, said: Iterable[Mapping[str, Any]]) -> None:
    """Let an office's lists be what came with the program, changed by the folded lines of its state office.

    Of each line counts: `what` (services, groups, programmes), `code`, `values`, `withdrawn`. The lists stay
    the same objects, so that who holds them sees the change; a line that makes no sense changes nothing.
    """
    found: dict[str, dict[str, Any]] = {"services": {}, "groups": {}, "programmes": {}}
    for line in said:
        what, code, values = line.get("what"), line.get("code"), line.get("values")
        gone = line.get("withdrawn") is True
        if what in found and isinstance(code, str) and code and (gone or isinstance(values, Mapping)):
            found[what][code] = None if gone else values
    lists.services.change(found["services"])
    _change_choices(lists.groups, catalogues().groups, found["groups"])
    _change_choices(lists.programmes, catalogues().programmes, found["programmes"])


def _change_choices(
    choices: Mapping[str, Choice], known: Mapping[str, Choice], said: Mapping[str, Mapping[str, Any] | None]
) -> None:
    now = dict(known)
    for code, values in said.items():
        if values is None:
            now.pop(code, None)
        elif one := _changed_choice(code, known.get(code), values):
            now[code] = one
    assert isinstance(choices, dict)
    choices.update(now)
    for code in choices.keys() - now.keys():
        del choices[code]


def _changed_choice(code: str, known: Choice | None, values: Mapping[str, Any]) -> Choice | None:
    row = {**(known.__dict__ if known else {}), **values, "code": code}
    texts = [row.get(name, "") for name in ("ms", "en", "short")]
    words = row.get("words", ())
    if not (row.get("ms") and all(isinstance(one, str) for one in [*texts, *words])):
        return None
    ms, en, short = texts
    return Choice(code, ms, en or ms, short, tuple(words))


@cache
def catalogues() -> Catalogues:
    """Give the catalogues that came with the program."""
    return load_catalogues(resource("catalogues"))


def _read(path: Path, build: Any) -> Any:
    try:
        return build(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Damaged("catalogue_unreadable", file=path.name) from error


def _choices(rows: list[dict[str, Any]]) -> dict[str, Choice]:
    return {row["code"]: Choice(**row | {"words": tuple(row.get("words", ()))}) for row in rows}


def _names(choice: Choice) -> set[str]:
    return {fold(name) for name in (choice.code, choice.ms, choice.en, choice.short, *choice.words) if name}
