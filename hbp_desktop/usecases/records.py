"""Records: list, find, open, correct, withdraw, and move a matter through its states."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from hbp_desktop.domain.errors import Invalid, Problem, Refused, errors_in
from hbp_desktop.domain.fields import changes
from hbp_desktop.domain.guarded import Guard
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.listing import PAGE, Filter
from hbp_desktop.domain.matter import Matter, MatterDraft, step_problems
from hbp_desktop.domain.policy import ANYTHING
from hbp_desktop.domain.reference import read_reference
from hbp_desktop.domain.visit import Visit, VisitDraft
from hbp_desktop.store import journal, search, shelf, whole_state
from hbp_desktop.store.journal import Seen
from hbp_desktop.store.search import Page
from hbp_desktop.store.work import Work
from hbp_desktop.usecases import counter, guarding, record_history, seeing
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.record_history import Change, Clash


@dataclass(frozen=True)
class Record:
    """A visit as a form was opened on it, with its history, newest first.

    Of a guarded one that was not opened (`closed`) there is the countable row and nothing else. `office` is
    the other office whose it is, "" for one's own; another's is looked at only.
    """

    visit: Visit
    history: tuple[Change, ...]
    seen: Mapping[str, Seen]
    states: Mapping[str, Mapping[str, Any]]
    clashes: tuple[Clash, ...] = ()
    closed: bool = False
    office: str = ""


def page(office: Office, asked: Filter, after: int | None = None, limit: int = PAGE) -> Page:
    """Give the next visits of a list, newest first."""
    office.ask("record.see")
    with office.vault.read() as conn:
        shown = seeing.asked_beside(office, asked, whole_state.elsewhere(conn))
        found = search.page(conn, shown, after, limit)
    return Page(seeing.as_seen(office, found.visits, shown.quiet), found.after)


def amounts(office: Office, asked: Filter) -> tuple[int, int]:
    """Count the visits and matters of a list, those too that this role is not shown.

    Of a search only what is shown: the count would tell that a name stands among what is not.
    """
    office.ask("record.see")
    counted = seeing.asked_by(office, asked) if asked.text.strip() else seeing.counted_for(office, asked)
    with office.vault.read() as conn:
        return search.amounts(conn, counted)


def hidden(office: Office, asked: Filter) -> int:
    """Count the visits of a list that this role is not shown; they are in its amounts. Of a search, none."""
    office.ask("record.see")
    shown, counted = seeing.asked_by(office, asked), seeing.counted_for(office, asked)
    if asked.text.strip() or shown == counted:
        return 0
    with office.vault.read() as conn:
        return search.amounts(conn, counted)[0] - search.amounts(conn, shown)[0]


def find(office: Office, text: str, after: int | None = None, limit: int = PAGE) -> Page:
    """Find visits by any words, a document's last four digits, or a reference number or its last five."""
    office.ask("record.see")
    by_reference = _by_reference(office, text) if after is None else []
    return Page(tuple(by_reference), None) if by_reference else page(office, Filter(text=text), after, limit)


def open_record(office: Office, visit_id: str) -> Record:
    """Open a visit with its matters and history; raises Refused when there is none."""
    office.ask("record.see")
    record = _opened(office, visit_id)
    if record.closed or (office.may("record.plain") and not record.office):
        return record
    return _masked(record)


def uncover(office: Office, visit_id: str) -> Record:
    """Write down that a masked record was uncovered, and give it whole, to look at only."""
    reveal(office, visit_id, "record")
    return replace(_opened(office, visit_id), seen={}, states={})


def _opened(office: Office, visit_id: str) -> Record:
    names = dict(office.actor_names())
    with office.vault.read() as conn:
        found = shelf.visit(conn, visit_id)
        if found is None:
            raise Refused("visit_unknown")
        seeing.ask_for(office, found)
        if of := whole_state.elsewhere(conn).get(found.session, ""):
            names.update(whole_state.officer_names(conn, of))
        if found.guarded:
            return Record(found, (), {}, {}, closed=True, office=of)
        ids = [visit_id, *(matter.id for matter in found.matters)]
        held = {subject: journal.held(conn, subject) for subject in ids}
        states = {visit_id: shelf.state(conn, "visit", visit_id) or {}}
        states.update(shelf.existing(conn, "matter", ids[1:]))
        seen = {subject: Work.stand(conn, subject) for subject in ids}
    history = record_history.history(held.values(), names)
    return Record(found, history, seen, states, record_history.clashes(held.values(), names), office=of)


def correct(office: Office, record: Record, draft: VisitDraft, reason: str) -> Visit:
    """Write what a draft changes of a visit and its matters; matters no longer in it are withdrawn."""
    office.ask("visit.correct")
    _ask_reason(reason)
    _refuse_guarding(office, record, draft)
    if wrong := errors_in(counter.problems_of(office, draft)):
        raise Invalid(wrong)
    (_, visit_id, fields), *parts = draft.subjects()
    with office.writing() as w:
        if changed := changes(record.states[visit_id], fields, VisitDraft.known):
            w.change("visit", visit_id, record.seen[visit_id], changed, reason=reason)
        for _, matter_id, matter_fields in parts:
            _correct_matter(w, record, matter_id, matter_fields, reason)
        gone = {m.id for m in record.visit.matters if not m.withdrawn} - {
            matter_id for _, matter_id, _ in parts
        }
        for matter_id in sorted(gone):
            _withdraw(w, "matter", matter_id, record.seen[matter_id], reason)
    return counter.visit(office, visit_id)


def withdraw(office: Office, kind: str, subject: str, reason: str) -> None:
    """Withdraw a visit, matter or tally; it stays readable and can be restored."""
    office.ask("visit.withdraw")
    _ask_reason(reason)
    with office.writing() as w:
        if guard := Guard.of(_known(w, kind, subject)):
            guarding.ask_to_withdraw(office, w.conn, subject, guard)
            fields, said = {"withdrawn": True}, {"reason": reason}
            guarding.change(office, w, (kind, subject, w.seen(subject)), guard, fields, said, "withdrawn")
        else:
            _withdraw(w, kind, subject, w.seen(subject), reason)


def restore(office: Office, kind: str, subject: str, reason: str) -> None:
    """Take a withdrawal back."""
    office.ask("visit.withdraw")
    _ask_reason(reason)
    with office.writing() as w:
        fields = {"withdrawn": False}
        if guard := Guard.of(_known(w, kind, subject)):
            guarding.ask_to_withdraw(office, w.conn, subject, guard)
            said = {"reason": reason}
            guarding.change(office, w, (kind, subject, w.seen(subject)), guard, fields, said, "restored")
        else:
            w.change(kind, subject, w.seen(subject), fields, action="restored", reason=reason)


def move(office: Office, matter_id: str, status: str, agency: str = "", reason: str = "") -> Matter:
    """Move a matter to its next state; raises Invalid for a step that is not one or lacks something."""
    office.ask("matter.move")
    with office.writing() as w:
        state = _known(w, "matter", matter_id)
        if wrong := step_problems(Matter.of(matter_id, state), status, agency):
            raise Invalid(wrong)
        if guard := Guard.of(state):
            return guarding.move(office, w, matter_id, guard, status, agency.strip(), reason.strip())
        outcome = {"status": status, "date": office.today.isoformat()}
        fields = {"outcome": outcome | ({"agency": agency.strip()} if agency.strip() else {})}
        w.change("matter", matter_id, w.seen(matter_id), fields, action="moved", reason=reason.strip())
    with office.vault.read() as conn:
        return Matter.of(matter_id, shelf.state(conn, "matter", matter_id) or {})


def stop_clock(office: Office, matter_id: str, clock: str) -> Matter:
    """Note that a complaint was acknowledged ("ack") or replied to ("reply") today."""
    office.ask("matter.move")
    field = {"ack": "ack_done", "reply": "reply_done"}.get(clock)
    if field is None:
        raise Refused("record_unknown")
    with office.writing() as w:
        guarding.ask_for(office, w.conn, matter_id, _known(w, "matter", matter_id))
        done = {field: office.today.isoformat()}
        w.change("matter", matter_id, w.seen(matter_id), done, action="clock_stopped")
    with office.vault.read() as conn:
        return Matter.of(matter_id, shelf.state(conn, "matter", matter_id) or {})


def reveal(office: Office, visit_id: str, what: str) -> None:
    """Write down that masked data was shown."""
    state = _state_of(office, visit_id)
    elsewhere = str(state.get("session")) in seeing.elsewhere(office)
    office.ask("record.reveal", seeing.ELSEWHERE if elsewhere else ANYTHING)
    with office.writing() as w:
        w.create("act", new_id(), {"what": f"reveal.{what}", "about": visit_id}, action="revealed")


def _state_of(office: Office, visit_id: str) -> Mapping[str, Any]:
    with office.vault.read() as conn:
        state = shelf.state(conn, "visit", visit_id)
    if state is None:
        raise Refused("record_unknown")
    return state


def _by_reference(office: Office, text: str) -> list[Visit]:
    """Read what was typed as a reference number, or as the last five characters of one."""
    typed = text.strip()
    with office.vault.read() as conn:
        if len(typed) == 5:
            ids = search.by_tail(conn, typed)
        else:
            try:
                ref = read_reference(typed)
            except Refused:
                return []
            ids = search.by_tail(conn, ref[-5:])
        found = [shelf.visit(conn, visit_id) for visit_id in ids]
    fitting = [one for one in found if one is not None and (len(typed) == 5 or one.ref == ref)]
    seen = [one for one in fitting if seeing.may_see(office, one)]
    return list(seeing.as_seen(office, seen, seeing.elsewhere(office)))


def _masked(record: Record) -> Record:
    """Give a record to look at only: nothing in it names the client, nothing in it can be corrected."""
    visit = record.visit
    history = tuple(record_history.masked(change, visit) for change in record.history)
    clashes = tuple(record_history.masked_clash(clash, visit) for clash in record.clashes)
    return Record(seeing.masked(visit), history, {}, {}, clashes, office=record.office)


def _refuse_guarding(office: Office, record: Record, draft: VisitDraft) -> None:
    """Refuse to correct what is guarded, and to guard what was written in the open: that stays there."""
    if record.visit.guarded:
        raise Refused("sealed_not_corrected")
    ruling, before = guarding.guards(office), {one.id: one.urgent for one in record.visit.matters}
    for number, matter in enumerate(draft.matters):
        if matter.urgent != before.get(matter.id) and ruling.over(matter.urgent):
            raise Invalid((Problem("guard_at_counter", f"matters.{number}.urgent"),))


def _correct_matter(w: Work, record: Record, matter_id: str, fields: Mapping[str, Any], reason: str) -> None:
    before = record.states.get(matter_id)
    if before is None:
        last = max((matter.order for matter in record.visit.matters), default=0)
        w.create("matter", matter_id, {**fields, "order": last + 1}, reason=reason)
        return
    same_place = {**fields, "order": before.get("order", fields.get("order"))}
    if changed := changes(before, same_place, MatterDraft.known):
        w.change("matter", matter_id, record.seen[matter_id], changed, reason=reason)


def _withdraw(w: Work, kind: str, subject: str, seen: Seen, reason: str) -> None:
    w.change(kind, subject, seen, {"withdrawn": True}, action="withdrawn", reason=reason)


def _known(w: Work, kind: str, subject: str) -> Mapping[str, Any]:
    state = shelf.state(w.conn, kind, subject)
    if state is None:
        raise Refused("record_unknown")
    return state


def _ask_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid((Problem("reason_missing", "reason"),))
