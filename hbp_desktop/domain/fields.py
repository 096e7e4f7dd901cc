"""Journal fields: read whatever a program of any age wrote, write only what was decided.

Readers never raise: a value of another type than ours counts as absent, so that one odd field
of a newer program cannot hide a record.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from hbp_desktop.domain.canonical import Value, dump
from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.text import clean, is_blank

Fields = dict[str, Value]
Subject = tuple[str, str, Fields]  # kind, id, journal fields

LONG, LINE, SHORT = 20_000, 300, 60
MOST_BYTES = 60_000  # of one subject's fields: an entry's body holds 64 kB with reason and salt
_SURELY_FITS = MOST_BYTES // 8  # characters of text: none takes more than six bytes


def text_of(state: Mapping[str, object], key: str) -> str:
    """Read a text, "" when absent."""
    value = state.get(key)
    return value if isinstance(value, str) else ""


def count_of(state: Mapping[str, object], key: str) -> int:
    """Read a whole number, 0 when absent."""
    value = state.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def flag_of(state: Mapping[str, object], key: str) -> bool:
    """Read whether something was said to be so."""
    return state.get(key) is True


def answer_of(state: Mapping[str, object], key: str) -> bool | None:
    """Read a yes or no, None when it was not asked."""
    value = state.get(key)
    return value if isinstance(value, bool) else None


def date_of(state: Mapping[str, object], key: str) -> date | None:
    """Read a date `YYYY-MM-DD`, None when absent."""
    try:
        return date.fromisoformat(text_of(state, key))
    except ValueError:
        return None


def part_of(state: Mapping[str, object], key: str) -> Mapping[str, object]:
    """Read what was decided at once under one name, empty when absent."""
    value = state.get(key)
    return value if isinstance(value, Mapping) else {}


def elements(state: Mapping[str, object], prefix: str) -> frozenset[str]:
    """Read a set kept as one boolean field per element, such as `group.oku`."""
    return frozenset(key[len(prefix) :] for key in state if key.startswith(prefix) and state[key] is True)


def texts_under(state: Mapping[str, object], prefix: str) -> dict[str, str]:
    """Read texts kept as one field each, such as `kept.id_impossible`."""
    return {key[len(prefix) :]: text_of(state, key) for key in state if key.startswith(prefix)}


def filled(fields: Mapping[str, Value]) -> Fields:
    """Drop what is empty: an unknown field is absent. False and 0 are answers and stay."""
    return {key: value for key, value in fields.items() if value not in ("", None, {}, [])}


def filled_part(**parts: Value) -> Fields:
    """Write one decision's parts, without the empty ones."""
    return filled(parts)


def marks(prefix: str, names: Iterable[str]) -> Fields:
    """Write a set as one true field per element."""
    return {prefix + name: True for name in sorted(map(line, names)) if name}


def changes(before: Mapping[str, object], after: Fields, known: Callable[[str], bool]) -> Fields:
    """Give the fields that a correction writes: what differs, and null for what was taken away.

    Fields that `known` does not name are left alone: they are a newer program's, or another verb's.
    """
    gone: Fields = {
        key: None for key in before if known(key) and key not in after and before[key] is not None
    }
    return gone | {key: value for key, value in after.items() if before.get(key) != value}


def line(text: str) -> str:
    """Clean a text of one line: every run of white space is one space."""
    if not text:
        return text
    return " ".join(clean(text).split())


def block(text: str) -> str:
    """Clean a text of several lines, without blank edges."""
    if not text:
        return text
    return clean(text).strip()


def whole(text: str) -> int:
    """Read a whole number of at most six digits, -1 when it is none."""
    typed = text.strip()
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 6 else -1


def too_long(limits: Mapping[str, int], texts: Mapping[str, str]) -> list[Problem]:
    """Point at each text beyond its limit, counted in characters after cleaning."""
    return [
        Problem("text_too_long", place, "error", {"length": len(text), "limit": limits[place]})
        for place, text in texts.items()
        if len(text) > limits[place]
    ]


def too_much(place: str, texts: Mapping[str, str], fields: Callable[[], Fields]) -> list[Problem]:
    """Point at a subject whose fields would not fit into one entry, counted in bytes of UTF-8 JSON."""
    if sum(map(len, texts.values())) < _SURELY_FITS:
        return []
    size = len(dump(fields()))
    return [Problem("text_too_much", place, "error", {"bytes": size, "limit": MOST_BYTES})] * (
        size > MOST_BYTES
    )


def placed(prefix: str, problems: Iterable[Problem]) -> list[Problem]:
    """Put problems of a part under its place in the whole: `details` becomes `matters.0.details`."""
    return [
        Problem(problem.code, f"{prefix}.{problem.place}".rstrip("."), problem.level, problem.values)
        for problem in problems
    ]


def unsettled(found: Iterable[Problem], kept: Mapping[str, str]) -> tuple[Problem, ...]:
    """Leave out the warnings whose code is kept with a reason."""
    return tuple(
        problem for problem in found if problem.level != "warning" or is_blank(kept.get(problem.code, ""))
    )
