"""Matters kept from most eyes: which they are, and what of them stays in the open.

A guarded visit holds guarded matters only. With the state's key at hand its client, texts and names are
sealed; before that they stand in the office's file and only roles keep them from view. Either way a row that
can be counted stays in the open, and everything that lists, prints or searches sees no more than that row.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hbp_desktop.domain.fields import Fields, flag_of, part_of, text_of
from hbp_desktop.domain.policy import CHILD_SAFETY, INTEGRITY

SEALED, BY_ROLE = "sealed", "role"

_OPEN = {
    "visit": ("session", "day", "date", "channel", "ref", "guarded", "withdrawn"),
    "matter": ("session visit order kind urgent outcome acted ack_done reply_done guarded withdrawn".split()),
}


@dataclass(frozen=True, slots=True)
class Guard:
    """Why something is kept from most eyes ("" when it is not), and how: SEALED or BY_ROLE."""

    why: str = ""
    how: str = ""

    def __bool__(self) -> bool:
        return bool(self.why)

    @classmethod
    def of(cls, state: Mapping[str, object]) -> "Guard":
        """Read it from folded fields."""
        part = part_of(state, "guarded")
        return cls(text_of(part, "why"), text_of(part, "how"))

    def fields(self) -> Fields:
        """Write it."""
        return {"guarded": {"why": self.why, "how": self.how}}


OPEN = Guard()


@dataclass(frozen=True, slots=True)
class Guards:
    """What an office guards: `key` is the state's age recipient, "" until installed."""

    key: str = ""
    child: bool = False

    def over(self, urgent: str) -> Guard:
        """Tell how a matter of this urgency is guarded."""
        if urgent == INTEGRITY or (urgent == CHILD_SAFETY and self.child):
            return Guard(urgent, SEALED if self.key else BY_ROLE)
        return OPEN


def veiled(kind: str, state: Mapping[str, object]) -> Mapping[str, object]:
    """Give what may be listed, counted, printed and searched: all of it, or the countable row."""
    return open_part(kind, state) if kind in _OPEN and Guard.of(state) else state


def open_part(kind: str, state: Mapping[str, object]) -> dict[str, object]:
    """Give the countable row of a visit or matter, without what was said and by whom."""
    found = {name: state[name] for name in _OPEN[kind] if name in state}
    if kind == "visit":
        return found | {"anonymous": True}
    outcome = part_of(state, "outcome")
    if outcome:
        found["outcome"] = {name: outcome[name] for name in ("status", "date") if name in outcome}
    if text_of(state, "action").strip() or flag_of(state, "acted"):
        found["acted"] = True
    return found


def divided(kind: str, fields: Fields, guard: Guard) -> tuple[Fields, Fields]:
    """Give the fields that stay in the open and those that are sealed."""
    in_the_open: Fields = open_part(kind, fields | guard.fields())
    inner = {name: value for name, value in fields.items() if in_the_open.get(name) != value}
    if kind == "visit":
        inner["anonymous"] = flag_of(fields, "anonymous")
    return in_the_open, inner


def joined(kind: str, state: Mapping[str, object], inner: Mapping[str, object]) -> dict[str, object]:
    """Give the whole fields to someone who opened the inner ones, without the mark of the guard."""
    whole = {name: value for name, value in {**state, **inner}.items() if name != "guarded"}
    outcome, sealed = part_of(state, "outcome"), part_of(inner, "outcome")
    if kind == "matter" and outcome:
        same = sealed.get("status") == outcome.get("status")
        whole["outcome"] = {**(sealed if same else {}), **outcome}
    return whole
