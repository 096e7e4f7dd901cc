"""The offices the circular binds: state offices, districts and divisions, institutions (clause 5, F.4.3).

The list itself is an editable catalogue; this module gives each line its code and its names.
"""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.text import clean, fold, shortened

_STATE_NUMBER = "00"
_INSTITUTION = re.compile(r"(?P<state>[A-Z]{3})-(?P<kind>[A-Z]{2,4})(?P<number>[1-9][0-9]?)")
_MOST_SUGGESTIONS = 3


@dataclass(frozen=True)
class State:
    """A state: two-digit code, alias, the office that coordinates its reports (F.4.3)."""

    code: str
    alias: str
    name: str
    coordinator: str
    coordinator_short: str
    office_word: str
    coordinated_by: str


@dataclass(frozen=True)
class InstitutionKind:
    """A kind of institution; at a child place no child's name or face is taken (Akta 611)."""

    code: str
    name: str
    group: str
    child_place: bool = False


@dataclass(frozen=True)
class Office:
    """An office that may hold a client day; state is the alias, kind that of an institution or ""."""

    code: str
    name: str
    short_name: str
    state: str
    level: str
    kind: str = ""
    child_place: bool = False
    to_confirm: bool = False


class Offices:
    """The catalogue of offices.

    Attributes: states, kinds (of institutions) and offices, each by its code, in the catalogue's order.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.states = {row["alias"]: _state(row) for row in data["states"]}
        self.kinds = {row["code"]: InstitutionKind(**row) for row in data["institution_kinds"]}
        self._named = {row["code"]: row["name"] for row in data["institutions"]}
        found = [office for row in data["states"] for office in _offices_of(row)]
        found += [self._institution(code) for code in self._named]
        self.offices = {office.code: office for office in found}

    def find(self, text: str) -> Office:
        """Give the office of a code, in any case; raise Refused(`office_unknown`) with the nearest ones.

        An institution need not stand in the catalogue: any number of a known kind and state is one.
        """
        code = clean(text[:100]).strip().upper()
        if code in self.offices:
            return self.offices[code]
        match = _INSTITUTION.fullmatch(code)
        if match and match["state"] in self.states and match["kind"] in self.kinds:
            return self._institution(code)
        near = "; ".join(f"{office.code} {office.short_name}" for office in self.near(text))
        raise Refused("office_unknown", text=shortened(text), near=near or "SGR06, SGR00, SGR-RSK1")

    def near(self, text: str) -> tuple[Office, ...]:
        """Give the offices whose code or name is nearest to what was typed, at most three."""
        word = fold(text[:100])
        keys = {fold(key): office for office in self.offices.values() for key in _keys(office)}
        inside = [office for key, office in keys.items() if word and word in key]
        close = [keys[key] for key in difflib.get_close_matches(word, keys, n=6, cutoff=0.5)]
        return tuple(dict.fromkeys(inside + close))[:_MOST_SUGGESTIONS]

    def of_state(self, alias: str) -> tuple[Office, ...]:
        """List a state's offices: its own first, then districts, then institutions."""
        return tuple(office for office in self.offices.values() if office.state == alias)

    def coordinator(self, office: Office) -> Office:
        """Give the state office that gathers an office's reports (F.4.3)."""
        state = self.states[office.state]
        return self.offices[(state.coordinated_by or state.alias) + _STATE_NUMBER]

    def _institution(self, code: str) -> Office:
        alias, rest = code.split("-")
        kind = self.kinds[rest.rstrip("0123456789")]
        number = rest.removeprefix(kind.code)
        name = self._named.get(code) or f"{kind.name} {number}, {self.states[alias].name}"
        to_confirm = code not in self._named
        return Office(code, name, name, alias, "institution", kind.code, kind.child_place, to_confirm)


def _state(row: Mapping[str, Any]) -> State:
    coordinator = row["coordinator"]
    return State(
        code=row["code"],
        alias=row["alias"],
        name=row["name"],
        coordinator=coordinator["name"],
        coordinator_short=coordinator["short"],
        office_word=row["office_word"],
        coordinated_by=row.get("coordinated_by", ""),
    )


def _offices_of(row: Mapping[str, Any]) -> Iterator[Office]:
    alias, head = row["alias"], row["coordinator"]
    own = alias + _STATE_NUMBER
    yield Office(own, head["name"], head["short"], alias, "state", to_confirm=row.get("confirm", False))
    for district in row["districts"]:
        wording = row | district
        yield Office(
            code=alias + district["number"],
            name=f"{wording['office_name']} {district['name']}",
            short_name=f"{wording['office_short']} {district['name']}",
            state=alias,
            level="district",
            to_confirm=district.get("confirm", False),
        )


def _keys(office: Office) -> Iterator[str]:
    yield office.code
    yield office.short_name
    yield office.short_name.partition(" ")[2] or office.name
