"""The content of a plan file: one shape, checked as a whole before anything is read from it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from hbp_desktop.domain.canonical import GREATEST_INTEGER
from hbp_desktop.domain.day import DayDraft
from hbp_desktop.domain.errors import Invalid, Problem
from hbp_desktop.domain.fields import filled, filled_part, line
from hbp_desktop.domain.officer import DutyDraft
from hbp_desktop.domain.text import shortened

if TYPE_CHECKING:
    from hbp_desktop.domain.session import SessionDraft

Shape = Any  # a type, {key: shape}, [shape] for a list, {str: str} for free keys
_WORDS = {str: "json_not_text", int: "json_not_number", bool: "json_not_yes_no"}
_DAY: Shape = {
    "date": str,
    "hours": {"from": str, "to": str},
    "place": {"name": str, "address": str, "postcode": str},
}
_OFFICER: Shape = {"name": str, "post": str, "counter": str, "lead": bool}
SHAPE: Shape = {
    "office": str,
    "style": str,
    "method": {"kind": str, "programme": str, "other": str},
    "title": str,
    "number": {"n": int, "year": int},
    "platform": {"name": str, "link": str},
    "days": [_DAY],
    "counters": int,
    "officers": [_OFFICER],
    "leader": str,
    "agencies": [str],
    "groups": [str],
    "mark": str,
    "acks": {str: str},
}


def read(data: object) -> dict[str, Any]:
    """Give a session draft's values; raise Invalid with every misshapen place of the file."""
    if wrong := tuple(misshapen(SHAPE, data)):
        raise Invalid(wrong)
    assert isinstance(data, Mapping)
    method, number, platform = (data.get(key, {}) for key in ("method", "number", "platform"))
    same = {key: data[key] for key in ("office", "style", "title", "leader", "mark", "acks") if key in data}
    return same | {
        "method": method.get("kind", "existing"),
        "programme": method.get("programme", ""),
        "programme_name": method.get("other", ""),
        "number": str(number.get("n", "")),
        "year": str(number.get("year", "")),
        "platform": platform.get("name", ""),
        "link": platform.get("link", ""),
        "counters": str(data.get("counters", "")),
        "agencies": tuple(data.get("agencies", ())),
        "groups": frozenset(data.get("groups", ())),
        "days": tuple(map(_day, data.get("days", ()))),
        "duties": tuple(map(_duty, data.get("officers", ()))),
    }


def write(draft: "SessionDraft") -> dict[str, Any]:
    """Give the content of a plan file; a draft with errors is written as far as it can be read."""
    fields = draft.written()
    kept = {key: fields[key] for key in SHAPE if key in fields}
    return kept | filled(
        {
            "days": [_day_part(day) for day in draft.days],
            "officers": [_officer_part(duty) for duty in draft.duties],
            "agencies": [key.removeprefix("agency.") for key in fields if key.startswith("agency.")],
            "groups": sorted(draft.groups),
            "acks": dict(draft.acks),
        }
    )


def misshapen(shape: Shape, value: object, path: str = "") -> Iterator[Problem]:
    """Point at each value of another type than the shape's, and at each key it does not know."""
    if isinstance(shape, list):
        yield from _list(shape[0], value, path)
    elif isinstance(shape, dict):
        yield from _object(shape, value, path)
    elif type(value) is not shape:
        yield Problem(_WORDS[shape], path)
    elif isinstance(value, int) and abs(value) > GREATEST_INTEGER:
        yield Problem("json_number_too_great", path)


def _list(shape: Shape, value: object, path: str) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield Problem("json_not_list", path)
        return
    for n, item in enumerate(value):
        yield from misshapen(shape, item, f"{path}.{n}")


def _object(shape: Shape, value: object, path: str) -> Iterator[Problem]:
    if not isinstance(value, Mapping):
        yield Problem("json_not_object", path)
        return
    for key, item in value.items():
        place = f"{path}.{shortened(str(key))}".removeprefix(".")
        inner = shape.get(key, shape.get(str))
        if inner is None:
            yield Problem("json_key_unknown", place, "error", {"key": shortened(str(key))})
        else:
            yield from misshapen(inner, item, place)


def _day(part: Mapping[str, Any]) -> DayDraft:
    hours, place = part.get("hours"), part.get("place", {})
    times = {"start": hours.get("from", ""), "end": hours.get("to", "")} if hours is not None else {}
    return DayDraft(
        date=part.get("date", ""),
        place=place.get("name", ""),
        address=place.get("address", ""),
        postcode=place.get("postcode", ""),
        **times,
    )


def _duty(part: Mapping[str, Any]) -> DutyDraft:
    return DutyDraft(
        officer=part.get("name", ""),
        post=part.get("post", ""),
        counter=part.get("counter", ""),
        lead=part.get("lead", False),
    )


def _day_part(day: DayDraft) -> dict[str, Any]:
    value = day.value(0)
    return filled_part(
        date=value.date.isoformat() if value.date else line(day.date),
        hours={"from": value.start, "to": value.end},
        place=filled_part(name=value.place, address=line(day.address), postcode=line(day.postcode)),
    )


def _officer_part(duty: DutyDraft) -> dict[str, Any]:
    return filled_part(
        name=line(duty.officer), post=line(duty.post), counter=line(duty.counter), lead=duty.lead or None
    )
