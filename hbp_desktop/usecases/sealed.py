"""Opening what is guarded, sealing it to new readers, and noting what was done at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from hbp_desktop.domain.errors import Invalid, Problem, Refused
from hbp_desktop.domain.fields import Fields, block
from hbp_desktop.domain.guarded import BY_ROLE, SEALED, Guard, joined
from hbp_desktop.domain.history import Folded
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.policy import INTEGRITY, Subject
from hbp_desktop.domain.visit import Visit
from hbp_desktop.store import journal, shelf
from hbp_desktop.store.journal import Held
from hbp_desktop.store.sealing import unseal
from hbp_desktop.store.work import Work
from hbp_desktop.usecases import guarding, record_history
from hbp_desktop.usecases.guarding import Reader
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.records import Record


@dataclass(frozen=True)
class _Guarded:
    """A guarded visit as held: its guard, what is in the open and what could be opened, by subject."""

    guard: Guard
    visit: Visit
    held: Mapping[str, list[Held]]
    states: Mapping[str, Mapping[str, Any]]
    inner: Mapping[str, Folded]

    @property
    def against(self) -> frozenset[str]:
        whole = [{**self.states[one.id], **self.inner[one.id].state} for one in self.visit.matters]
        return frozenset[str]().union(*map(guarding.officers_in, whole))

    @property
    def is_open(self) -> bool:
        return self.guard.how == BY_ROLE or bool(self.inner[self.visit.id].state)


def open_record(office: Office, visit_id: str) -> Record:
    """Open a guarded visit for somebody who may read it; that it was opened is written down.

    Raises Refused (not_allowed, sealed_by_state_only, sealed_not_yours).
    """
    office.ask("record.see")
    with office.vault.read() as conn:
        found = _gathered(office, conn, visit_id)
        seen = {subject: Work.stand(conn, subject) for subject in found.held}
    _ask(office, found)
    with office.writing() as w:
        w.create("act", new_id(), {"what": "seal.opened", "about": visit_id}, action="opened")
    whole = {
        subject: joined(_kind(found, subject), state, found.inner[subject].state)
        for subject, state in found.states.items()
    }
    inner = {item.entry.hash: _inner(office, item) for items in found.held.values() for item in items}
    history = record_history.history(found.held.values(), office.actor_names(), inner)
    return Record(_visit(found, whole), history, seen, whole)


def readers(office: Office, visit_id: str) -> tuple[Reader, ...]:
    """List to whom a guarded visit would be sealed now, the state first."""
    office.ask("sealed.reseal")
    with office.vault.read() as conn:
        found = _gathered(office, conn, visit_id)
    return guarding.readers(office, found.guard.why, found.against)


def reseal(office: Office, visit_id: str) -> tuple[Reader, ...]:
    """Seal a visit anew to those who may read it today; gives them. Older entries stay as they are.

    Raises Refused (not_allowed, sealed_by_state_only, sealed_not_yours, sealed_nothing).
    """
    office.ask("sealed.reseal")
    with office.writing() as w:
        found = _gathered(office, w.conn, visit_id)
        if found.guard.how != SEALED:
            raise Refused("sealed_nothing")
        _ask(office, found)
        for subject, folded in found.inner.items():
            place = (_kind(found, subject), subject, w.seen(subject))
            fields = {name: value for name, value in folded.state.items() if name != "reason"}
            guarding.change(office, w, place, found.guard, {}, fields, "resealed", found.against)
    return guarding.readers(office, found.guard.why, found.against)


def note_action(office: Office, matter_id: str, text: str) -> None:
    """Enter what was done at once about a guarded matter (who was informed, when); without it none is closed.

    Raises Invalid when nothing is said, Refused (not_allowed, sealed_not_yours, sealed_nothing).
    """
    office.ask("matter.move")
    if not (said := block(text)):
        raise Invalid((Problem("urgent_action_missing", "action"),))
    with office.writing() as w:
        state = shelf.state(w.conn, "matter", matter_id) or {}
        if not (guard := Guard.of(state)):
            raise Refused("sealed_nothing")
        against = guarding.ask_for(office, w.conn, matter_id, state)
        done: Fields = {"acted": True}
        place = ("matter", matter_id, w.seen(matter_id))
        guarding.change(office, w, place, guard, done, {"action": said}, "acted", against)


def _gathered(office: Office, conn: Any, visit_id: str) -> _Guarded:
    visit = shelf.visit(conn, visit_id)
    if visit is None:
        raise Refused("visit_unknown")
    if not visit.guarded:
        raise Refused("sealed_nothing")
    ids = [visit_id, *(matter.id for matter in visit.matters)]
    states = {visit_id: shelf.state(conn, "visit", visit_id) or {}} | dict(
        shelf.existing(conn, "matter", ids[1:])
    )
    held = {subject: journal.held(conn, subject) for subject in ids}
    inner = {subject: guarding.inner_of(office, conn, subject) for subject in ids}
    return _Guarded(visit.guarded, visit, held, states, inner)


def _ask(office: Office, found: _Guarded) -> None:
    office.ask("sealed.see", Subject(found.guard.why, found.against))
    if found.is_open:
        return
    raise Refused("sealed_by_state_only" if found.guard.why == INTEGRITY else "sealed_not_yours")


def _visit(found: _Guarded, whole: Mapping[str, Mapping[str, Any]]) -> Visit:
    matters = [replace(Matter.of(one.id, whole[one.id]), guarded=found.guard) for one in found.visit.matters]
    visit = Visit.of(found.visit.id, whole[found.visit.id], None, matters)
    return replace(visit, guarded=found.guard, place=found.visit.place, date=found.visit.date)


def _kind(found: _Guarded, subject: str) -> str:
    return "visit" if subject == found.visit.id else "matter"


def _inner(office: Office, item: Held) -> Fields:
    return dict(unseal(item.entry, office.opened.keys) or {})
