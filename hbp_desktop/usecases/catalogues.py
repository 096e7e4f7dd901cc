"""The editable catalogues of `resources/catalogues/`, read once and checked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
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
