"""The registers handed over with the project, and their answer keys."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hbp_desktop.domain.day import Day
from hbp_desktop.domain.register.preview import Preview, examine
from hbp_desktop.domain.register.setting import Setting
from hbp_desktop.domain.register.sheet import Sheet
from hbp_desktop.resources import resource
from hbp_desktop.usecases import importing
from hbp_desktop.usecases.catalogues import catalogues

REGISTERS = Path(__file__).parents[1] / "data" / "registers"
HULU_LANGAT = resource("samples", "register-hulu-langat-2026-11-24.csv")
KUCHING = tuple(
    REGISTERS / name
    for name in (
        "register-kuching-mild.csv",
        "register-kuching-mild-semicolon.csv",
        "register-kuching-mild.xlsx",
    )
)
WILD = REGISTERS / "register-wild.csv"
ALL = (HULU_LANGAT, *KUCHING, WILD)
HEAD = "Tarikh,No. Giliran,Nama,No KP,Jenis,Butiran\n"
SESSION, DAY = "5" * 32, "d" * 32


@dataclass(frozen=True)
class Case:
    """A register as read, with its key."""

    key: dict[str, Any]
    sheet: Sheet
    preview: Preview


@cache
def case(path: Path) -> Case:
    """Read a register for a session on its key's day."""
    key = json.loads(Path(f"{path}.key.json").read_text(encoding="utf-8"))
    sheet = importing.read(path)
    setting = setting_on(key["date"], counters=key["counters"])
    return Case(key, sheet, examine(sheet, importing.guess(sheet), importing.vocabulary(), setting))


def setting_on(*dates: str, counters: int = 0, session: str = SESSION) -> Setting:
    """A session on some dates, one place."""
    days = tuple(Day(f"{n:032x}", date.fromisoformat(text), order=n) for n, text in enumerate(dates, 1))
    return Setting(session, days, counters, services=catalogues().services)


def preview_of(text: str, *dates: str, counters: int = 0) -> Preview:
    """Read a register typed in a test."""
    sheet = importing.read_bytes(text.encode("utf-8"), importing.vocabulary())
    setting = setting_on(*(dates or ("2026-11-24",)), counters=counters)
    return examine(sheet, importing.guess(sheet), importing.vocabulary(), setting)


def codes(shown: Preview) -> list[str]:
    """Give the codes of all findings."""
    return [finding.code for finding in shown.findings]


def file_codes(shown: Preview) -> list[str]:
    """Give the codes of what is said about the file."""
    return [problem.code.removeprefix("register.") for problem in shown.problems]


def said(shown: Preview, name: str) -> list[Any]:
    """Give what every line says of a field."""
    return [line.said.get(name) for line in shown.lines]
