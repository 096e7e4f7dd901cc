"""The paper's own words in the language of the paper, from `resources/texts/reports.json`."""

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache

from hbp_desktop.domain.countries import country_name
from hbp_desktop.domain.dates import clock, long_date, plain_date, short_date
from hbp_desktop.domain.errors import Problem
from hbp_desktop.resources import resource

UNKNOWN = "–"  # what is not known; a zero prints as 0


class Words:
    """Gives sentences and labels by code; official papers are Malay."""

    def __init__(self, language: str = "ms") -> None:
        self.language = language
        self._texts = _texts()

    def __call__(self, code: str, /, **values: object) -> str:
        """Give the sentence of a code with its gaps filled; values are never read as a pattern."""
        sentence = self._texts[code]
        pattern = sentence.get(self.language) or sentence["ms"]
        return pattern.format(**values) if values else pattern

    def name(self, kind: str, key: str) -> str:
        """Name a key of a catalogue (`kind.aduan`): as it is when unknown, a dash when empty."""
        if f"{kind}.{key}" in self._texts:
            return self(f"{kind}.{key}")
        return key or UNKNOWN

    def problem(self, problem: Problem) -> str:
        """Say what a problem of the report is; the code itself when it is not one of ours."""
        if problem.code not in self._texts:
            return problem.code
        return self(problem.code, **problem.values)

    def in_short(self, problem: Problem) -> str:
        """Say what a problem is without what to do about it."""
        return self.problem(problem).split(". ", 1)[0].rstrip(".")

    def long_date(self, day: dt.date | None) -> str:
        """Write `Selasa, 24 November 2026`."""
        return long_date(day, self.language) if day else UNKNOWN

    def date(self, day: dt.date | None) -> str:
        """Write `24 November 2026`."""
        return plain_date(day, self.language) if day else UNKNOWN

    def short_date(self, day: dt.date | None) -> str:
        """Write `24 Nov.`."""
        return short_date(day, self.language) if day else UNKNOWN

    def iso_date(self, text: str) -> str:
        """Write the date of `2026-11-24` in words; what is no date stays as it is."""
        try:
            return self.long_date(dt.date.fromisoformat(text))
        except ValueError:
            return text or UNKNOWN

    def country(self, code: str) -> str:
        """Name a country by its ISO-3 code."""
        return country_name(code, self.language) if code else self("unknown.nationality")

    def clock(self, time: str) -> str:
        """Write `9.00 pagi`."""
        return clock(time, self.language) if time else UNKNOWN

    def hours(self, start: str, end: str) -> str:
        """Write `9.00 pagi – 12.00 tengah hari`."""
        return f"{self.clock(start)} – {self.clock(end)}" if start or end else UNKNOWN

    def listed(self, items: list[str]) -> str:
        """Join names with commas; a dash when there is none."""
        return ", ".join(items) or UNKNOWN


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    texts: Mapping[str, Mapping[str, str]] = json.loads(
        resource("texts", "reports.json").read_text(encoding="utf-8")
    )
    return texts
