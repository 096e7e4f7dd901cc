"""What the state has to say to its offices, put into journal fields as laptops write and read them."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.errors import Invalid, Problem, Refused
from hbp_desktop.domain.fields import LINE, Fields, block, filled, flag_of, line, text_of, too_long
from hbp_desktop.domain.guarded import SEALED, Guard
from hbp_desktop.domain.matter import Matter, step_problems
from hbp_desktop.domain.reference import read_reference
from hbp_desktop.domain.text import shortened
from hbp_desktop.state_office.pen import Pen
from hbp_desktop.state_office.statements import rows

LONGEST_REPLY = 4_000  # characters
LISTS = ("services", "groups", "programmes")
REPLY = "state_reply"  # a matter's field: {"date", "text"}

_CODE = re.compile(r"[A-Za-z0-9._-]{1,60}")
_OF_KIND = "SELECT subject, state FROM subjects WHERE office = ? AND kind = ?"


@dataclass(frozen=True)
class Row:
    """A line of a list as it is from now on; `values` None takes it away."""

    what: str
    code: str
    values: Mapping[str, Value] | None


def reply(
    pen: Pen, ref: str, today: date, *, number: int = 0, status: str = "", agency: str = "", text: str = ""
) -> str:
    """Answer about a matter and move it; gives the matter's id.

    `ref` is the visit's reference number; `number` the matter's place in it, where it has several. Raises
    Invalid for a step that is not one, Refused (reference_…, state_matter_unknown, state_matter_several,
    state_reply_empty, state_reply_sealed).
    """
    matter_id = _matter(pen.conn, pen.office, ref, number)
    state = pen.stand("matter", matter_id).state
    said = block(text)
    if wrong := too_long({"text": LONGEST_REPLY}, {"text": said}):
        raise Invalid(tuple(wrong))
    if not (status or said):
        raise Refused("state_reply_empty")
    if said and Guard.of(state).how == SEALED:
        raise Refused("state_reply_sealed")
    fields: Fields = {}
    if status:
        if wrong := list(step_problems(Matter.of(matter_id, state), status, agency)):
            raise Invalid(tuple(wrong))
        fields["outcome"] = filled({"status": status, "date": today.isoformat(), "agency": line(agency)})
    if said:
        fields[REPLY] = {"date": today.isoformat(), "text": said}
    action = "moved" if status else "replied"
    pen.write("matter", matter_id, fields, action=action, reason=shortened(line(said), LINE))
    return matter_id


def set_day(pen: Pen, day: date, working: bool, note: str) -> None:
    """Make a day a working or a free one at this office, as the office itself may; needs a note."""
    said = line(note)
    wrong = [] if said else [Problem("day_note_missing", "note")]
    if wrong := wrong + too_long({"note": LINE}, {"note": said}):
        raise Invalid(tuple(wrong))
    fields: Fields = {"date": day.isoformat(), "working": working, "note": said, "withdrawn": False}
    pen.write("calendar", f"calendar:{pen.office}:{day.isoformat()}", fields, action="set")


def read_rows(text: str) -> tuple[Row, ...]:
    """Read `[{"what": "services", "code": "BWE", "values": {…} or null}, …]`.

    Raises Refused (state_catalogue_unreadable) with the number of the line at fault, 0 for the file.
    """
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, list) or not found:
        raise Refused("state_catalogue_unreadable", line=0, lists=", ".join(LISTS))
    return tuple(_row(one, number) for number, one in enumerate(found, 1))


def set_row(pen: Pen, row: Row) -> None:
    """Change, add or take away a line of a list at this office."""
    subject = f"catalogue:{pen.office}:{row.what}:{row.code}"
    fields: Fields = {"what": row.what, "code": row.code, "withdrawn": row.values is None}
    if row.values is not None:
        fields["values"] = dict(row.values)
    pen.write("catalogue", subject, fields, action="set")


def _row(found: Any, number: int) -> Row:
    good = isinstance(found, dict) and found.keys() == {"what", "code", "values"}
    if good and found["what"] in LISTS and isinstance(found["code"], str) and _CODE.fullmatch(found["code"]):
        values = found["values"]
        if values is None or (isinstance(values, dict) and _is_plain(values)):
            return Row(found["what"], found["code"], values)
    raise Refused("state_catalogue_unreadable", line=number, lists=", ".join(LISTS))


def _is_plain(values: Any) -> bool:
    """Tell whether it can stand in a journal: no fractions."""
    if isinstance(values, dict):
        return all(map(_is_plain, values.values()))
    if isinstance(values, list):
        return all(map(_is_plain, values))
    return values is None or isinstance(values, str | bool | int)


def _matter(conn: Connection, office: str, ref: str, number: int) -> str:
    """Find a matter by its visit's reference number and its place there."""
    wanted = read_reference(ref)
    visits = {
        subject for subject, state in _states(conn, office, "visit", wanted) if state.get("ref") == wanted
    }
    found = [
        Matter.of(subject, state)
        for visit in visits
        for subject, state in _states(conn, office, "matter", visit)
        if text_of(state, "visit") == visit and not flag_of(state, "withdrawn")
    ]
    fitting = [one for one in found if number in (0, one.order)]
    if not fitting:
        raise Refused("state_matter_unknown", ref=wanted)
    if len(fitting) > 1:
        numbers = ", ".join(str(one.order) for one in sorted(fitting, key=lambda one: one.order))
        raise Refused("state_matter_several", ref=wanted, numbers=numbers)
    return fitting[0].id


def _states(conn: Connection, office: str, kind: str, naming: str) -> Sequence[tuple[str, dict[str, Any]]]:
    """Give the subjects of a kind whose state has this text somewhere."""
    query = f"{_OF_KIND} AND state LIKE ?"
    return [
        (subject, json.loads(state)) for subject, state in rows(conn, query, (office, kind, f"%{naming}%"))
    ]
