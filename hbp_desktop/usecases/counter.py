"""The counter: record a visit, keep its draft, issue queue numbers, tally, and show the day so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hbp_desktop.domain.day import Day
from hbp_desktop.domain.errors import Invalid, Problem, Refused, errors_in
from hbp_desktop.domain.figures import Figures
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.parting import Part, parted
from hbp_desktop.domain.person import person_key
from hbp_desktop.domain.reference import make_reference
from hbp_desktop.domain.tally import TallyDraft
from hbp_desktop.domain.text import fold
from hbp_desktop.domain.visit import Visit, VisitDraft
from hbp_desktop.store import local, shelf
from hbp_desktop.store.count import figures
from hbp_desktop.store.search import of_person, page
from hbp_desktop.store.work import Work
from hbp_desktop.usecases import draft_box, guarding, seeing
from hbp_desktop.usecases.due import almanac
from hbp_desktop.usecases.office import Office

VISIT_DRAFT = draft_box.KIND
SLOTS = 9  # parked drafts at most, beside the one being typed
CURRENT_SLOT = "current"
TODAY_ROWS = 200


@dataclass(frozen=True)
class QueueNumber:
    """A queue number of a day: waiting, served or left; times are `HH:MM`."""

    id: str
    number: str
    issued: str
    state: str
    at: str = ""


@dataclass(frozen=True)
class Today:
    """The newest visits of a session's day, and the session's figures."""

    rows: Sequence[Visit]
    figures: Figures
    waiting: tuple[QueueNumber, ...]
    left: int


@dataclass(frozen=True)
class Earlier:
    """A visit that may be of the person being typed; `sure` when the document is the same."""

    visit: Visit
    sure: bool


def record(office: Office, draft: VisitDraft, slot: str = CURRENT_SLOT) -> Visit:
    """Record a visit with its matters and give it its reference number; its draft slot is emptied.

    Saving the same draft twice is one record. Raises Invalid with every error found.
    """
    office.ask("visit.record")
    try:
        with office.writing() as w:
            days = shelf.days(w.conn, draft.session)
            _refuse(draft.problems(office.rules(days)))
            recorded = _write_visit(office, w, draft, days)
            local.drop_draft(w.conn, slot)
        draft_box.sweep(office, draft)
    except Refused as refused:
        if refused.code != "subject_exists":
            raise
        drop_draft(office, slot)
        return visit(office, draft.id)
    return recorded


def visit(office: Office, visit_id: str) -> Visit:
    """Give a recorded visit; raises Refused when there is none."""
    office.ask("record.see")
    with office.vault.read() as conn:
        found = shelf.visit(conn, visit_id)
    if found is None:
        raise Refused("visit_unknown")
    seeing.ask_for(office, found)
    return seeing.as_seen(office, [found], seeing.elsewhere(office))[0]


def problems_of(office: Office, draft: VisitDraft) -> tuple[Problem, ...]:
    """Judge a visit against its session's days and the office's date."""
    office.ask("visit.record")
    with office.vault.read() as conn:
        days = shelf.days(conn, draft.session)
    return draft.problems(office.rules(days))


def complaint_clocks(office: Office, received: date) -> tuple[date, ...]:
    """Give the working days by which a complaint is acknowledged, answered and investigated."""
    office.ask("session.see")
    return almanac(office).complaint_dates(received)


def tally(office: Office, draft: TallyDraft) -> str:
    """Add people or inquiries taken without details; gives the tally's id, for undoing."""
    office.ask("tally.record")
    if wrong := errors_in(draft.problems()):
        raise Invalid(wrong)
    with office.writing() as w:
        if shelf.state(w.conn, "tally", draft.id) is None:
            w.create("tally", draft.id, draft.fields())
    return draft.id


def issue_queue(office: Office, session_id: str, day_id: str, letter: str = "A") -> QueueNumber:
    """Issue the next queue number of a day."""
    office.ask("queue.issue")
    with office.writing() as w:
        taken = [str(state.get("number", "")) for _, state in _queue_states(w.conn, session_id, day_id)]
        number = f"{letter}-{_next_number(taken, letter):03d}"
        queue_id = new_id()
        now = office.clock().strftime("%H:%M")
        fields = {"session": session_id, "day": day_id, "number": number, "issued": now}
        w.create("queue", queue_id, fields | {"state": {"is": "waiting", "at": now}}, action="issued")
    return QueueNumber(queue_id, number, now, "waiting", now)


def queue_left(office: Office, queue_id: str) -> None:
    """Note that a person left without being served."""
    office.ask("queue.issue")
    with office.writing() as w:
        _settle_queue(office, w, queue_id, {"is": "left"}, "")


def queue(office: Office, session_id: str, day_id: str) -> list[QueueNumber]:
    """Give a day's queue numbers in the order of issue."""
    office.ask("session.see")
    with office.vault.read() as conn:
        found = _queue_states(conn, session_id, day_id)
    return [_queue_number(queue_id, state) for queue_id, state in found]


def today(office: Office, session_id: str, day_id: str = "", rows: int = TODAY_ROWS) -> Today:
    """Show a session so far: its newest visits (of one day, or all), figures and queue."""
    office.ask("record.see")
    with office.vault.read() as conn:
        session = shelf.session(conn, session_id)
        if session is None:
            raise Refused("session_unknown", ref=session_id)
        asked = seeing.asked_by(office, Filter(session=session_id, day=day_id))
        newest = page(conn, asked, limit=rows).visits
        counted = figures(conn, session)
        waiting = [_queue_number(*found) for found in _queue_states(conn, session_id, day_id)]
    return Today(
        seeing.as_seen(office, newest, asked.quiet),
        counted,
        tuple(number for number in waiting if number.state == "waiting"),
        sum(number.state == "left" for number in waiting),
    )


def earlier(office: Office, draft: VisitDraft, limit: int = 5) -> list[Earlier]:
    """Give earlier visits of the same document, then of the same name and telephone, newest first."""
    office.ask("visit.record")
    identity = draft.identity()
    key, theirs = person_key(identity, draft.sex, ""), frozenset(seeing.elsewhere(office))
    with office.vault.read() as conn:
        same = of_person(conn, key, limit, theirs) if key else []
        alike = _alike(conn, draft, limit, theirs) if len(same) < limit else []
    known = {found.id for found in same} | {draft.id}
    found = [Earlier(one, True) for one in same if one.id != draft.id]
    return [*found, *(Earlier(one, False) for one in alike if one.id not in known)][:limit]


def keep_draft(office: Office, draft: VisitDraft, slot: str = CURRENT_SLOT) -> None:
    """Keep a visit as typed so far, on this laptop only."""
    office.ask("visit.record")
    with office.vault.write() as conn:
        draft_box.put(office, conn, slot, draft)
    draft_box.sweep(office, draft)


def drop_draft(office: Office, slot: str) -> None:
    """Forget a kept draft."""
    office.ask("visit.record")
    with office.vault.write() as conn:
        local.drop_draft(conn, slot)


def kept_drafts(office: Office) -> list[tuple[str, VisitDraft, int]]:
    """Give the kept drafts: slot, draft, and when it was kept (seconds since 1970, UTC).

    Those who do not record are told of none; one sealed to another officer is left where it is.
    """
    if not office.may("visit.record"):
        return []
    with office.vault.read() as conn:
        kept = local.kept_drafts(conn, VISIT_DRAFT)
    opened = [(one.slot, draft_box.unboxed(office, one.body), one.kept_at) for one in kept]
    return [(slot, draft, at) for slot, draft, at in opened if draft is not None]


def park(office: Office, draft: VisitDraft) -> str:
    """Keep a draft in the first free numbered slot; raises Refused when all are taken."""
    office.ask("visit.record")
    with office.vault.write() as conn:
        taken = {one.slot for one in local.kept_drafts(conn, VISIT_DRAFT)}
        free = next((str(n) for n in range(1, SLOTS + 1) if str(n) not in taken), None)
        if free is None:
            raise Refused("slots_full", most=SLOTS)
        draft_box.put(office, conn, free, draft)
        local.drop_draft(conn, CURRENT_SLOT)
    draft_box.sweep(office, draft)
    return free


def _write_visit(office: Office, w: Work, draft: VisitDraft, days: tuple[Day, ...]) -> Visit:
    """Write a visit; what is guarded of it is written as a visit of its own."""
    parts = parted(draft, guarding.guards(office))
    first, *others = [_write_part(office, w, part, days) for part in parts]
    if draft.queue:
        _serve(office, w, draft, "" if first.guarded else first.id)
    return replace(first, beside=tuple(one.ref for one in others))


def _write_part(office: Office, w: Work, part: Part, days: tuple[Day, ...]) -> Visit:
    """Write the visit first, so that its reference number names its own place in the chain."""
    (_, visit_id, fields), *matters = part.draft.judged_subjects()
    fields = fields | {"ref": make_reference(office.code, w.device.chain, w.next_seq)}
    pairs = zip(part.draft.matters, matters, strict=True)
    found = [(matter_id, guarding.with_officers(office, one, said)) for one, (_, matter_id, said) in pairs]
    if part.guard:
        fields, found = guarding.create_visit(office, w, part.guard, (visit_id, fields), found)
    else:
        w.create("visit", visit_id, fields)
        for matter_id, said in found:
            w.create("matter", matter_id, said)
    day = next((one for one in days if one.id == part.draft.day), None)
    return Visit.of(visit_id, fields, day, [Matter.of(matter_id, said) for matter_id, said in found])


def _serve(office: Office, w: Work, draft: VisitDraft, visit_id: str) -> None:
    """Settle the queue number a visit was called by, where this office issued it.

    A guarded visit is not named: the number would tell when, and so who, it was.
    """
    for queue_id, state in _queue_states(w.conn, draft.session, draft.day):
        if state.get("number") == draft.queue:
            _settle_queue(office, w, queue_id, {"is": "served"}, visit_id)


def _refuse(problems: tuple[Problem, ...]) -> None:
    if wrong := errors_in(problems):
        raise Invalid(wrong)


def _settle_queue(office: Office, w: Work, queue_id: str, state: Mapping[str, str], visit_id: str) -> None:
    fields: dict[str, object] = {"state": {**state, "at": office.clock().strftime("%H:%M")}}
    if visit_id:
        fields["visit"] = visit_id
    w.change("queue", queue_id, w.seen(queue_id), fields, action=str(state["is"]))


def _queue_states(conn: Any, session_id: str, day_id: str) -> list[tuple[str, Mapping[str, object]]]:
    found = shelf.states_of(conn, "queue", session_id)
    return [(queue_id, state) for queue_id, state in found if not day_id or state.get("day") == day_id]


def _queue_number(queue_id: str, state: Mapping[str, object]) -> QueueNumber:
    now = state.get("state")
    part = now if isinstance(now, Mapping) else {}
    number, issued = str(state.get("number", "")), str(state.get("issued", ""))
    return QueueNumber(queue_id, number, issued, str(part.get("is", "waiting")), str(part.get("at", "")))


def _next_number(taken: list[str], letter: str) -> int:
    ends = [number.partition("-")[2] for number in taken if number.startswith(f"{letter}-")]
    return 1 + max((int(end) for end in ends if end.isdecimal()), default=0)


def _alike(conn: Any, draft: VisitDraft, limit: int, theirs: frozenset[str]) -> list[Visit]:
    """Find visits whose words hold the whole folded name."""
    if len(fold(draft.name)) < 4:
        return []
    return list(page(conn, Filter(text=draft.name, without=theirs), limit=limit).visits)
