"""Planning sessions: write them down, amend them, find them, and say what the circular suggests."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from hbp_desktop.domain import guideline
from hbp_desktop.domain.errors import Invalid, Problem, Refused, errors_in
from hbp_desktop.domain.fields import changes
from hbp_desktop.domain.guideline import YearSoFar
from hbp_desktop.domain.policy import Subject
from hbp_desktop.domain.rules import Rules
from hbp_desktop.domain.session import Session, SessionDraft
from hbp_desktop.store import shelf, whole_state
from hbp_desktop.store.journal import Seen
from hbp_desktop.store.work import Work
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.office_settings import own_days

SHORTEST_REF = 4
REF_LENGTH = 8


@dataclass(frozen=True)
class OpenedSession:
    """A session as a form was opened on it."""

    session: Session
    seen: Mapping[str, Seen]
    states: Mapping[str, Mapping[str, object]]


def plan(office: Office, draft: SessionDraft) -> Session:
    """Write a planned session; planning the same draft again gives the session that is there."""
    office.ask("session.plan")
    draft = replace(draft, office=draft.office or office.code)
    _refuse(draft.problems(rules(office, draft.id)))
    with office.writing() as w:
        if shelf.state(w.conn, "session", draft.id) is None:
            for kind, subject, fields in draft.subjects():
                w.create(kind, subject, fields, action="planned")
    return session(office, draft.id)


def open_session(office: Office, session_id: str) -> OpenedSession:
    """Open a session for amendment; raises Refused when there is none."""
    office.ask("session.see", whose(office, session_id))
    with office.vault.read() as conn:
        found = shelf.session(conn, session_id)
        if found is None:
            raise Refused("session_unknown", ref=session_id)
        states: dict[str, Mapping[str, object]] = {session_id: shelf.state(conn, "session", session_id) or {}}
        for kind in ("day", "duty"):
            states.update(dict(shelf.states_of(conn, kind, session_id)))
        seen = {subject: Work.stand(conn, subject) for subject in states}
    return OpenedSession(found, seen, states)


def amend(office: Office, opened: OpenedSession, draft: SessionDraft, reason: str) -> Session:
    """Write what a draft changes; days and duties no longer in it are withdrawn. Numbers stay."""
    office.ask("session.plan")
    if not reason.strip():
        raise Invalid((Problem("reason_missing", "reason"),))
    _refuse(draft.problems(rules(office, draft.id)))
    wanted = {subject: (kind, fields) for kind, subject, fields in draft.subjects()}
    with office.writing() as w:
        for subject, (kind, fields) in wanted.items():
            if subject not in opened.states:
                w.create(kind, subject, fields, reason=reason)
            elif written := _changed(kind, opened.states[subject], fields):
                w.change(kind, subject, opened.seen[subject], written, reason=reason)
        for subject in opened.states.keys() - wanted.keys():
            kind = "day" if "date" in opened.states[subject] else "duty"
            w.change(
                kind, subject, opened.seen[subject], {"withdrawn": True}, action="withdrawn", reason=reason
            )
    return session(office, draft.id)


def mark(office: Office, session_id: str, mark: str, reason: str) -> Session:
    """Change a session's security mark, which stands on every page of its report."""
    office.ask("session.plan")
    opened = open_session(office, session_id)
    return amend(office, opened, replace(SessionDraft.of(opened.session), mark=mark), reason)


def sessions(office: Office, year: int | None = None) -> list[Session]:
    """Give the office's own sessions, oldest first."""
    office.ask("session.see")
    with office.vault.read() as conn:
        theirs = whole_state.elsewhere(conn)
        return [one for one in shelf.all_sessions(conn, year) if one.id not in theirs]


def sessions_seen(office: Office, year: int | None = None) -> list[Session]:
    """Give every session that may be looked at here: of a copy of the whole state, other offices' as well."""
    office.ask("session.see")
    if not office.may("session.see", Subject(elsewhere=True)):
        return sessions(office, year)
    with office.vault.read() as conn:
        return shelf.all_sessions(conn, year)


def home_of(office: Office, session_id: str) -> Office:
    """Give the office by whose lists, days and settings a session is read: its own."""
    office.ask("session.see")
    with office.vault.read() as conn:
        return office.visited(whole_state.elsewhere(conn).get(session_id, office.code))


def whose(office: Office, session_id: str) -> Subject:
    """Give what the policy is to know of a session: whether it is another office's."""
    office.ask("session.see")
    with office.vault.read() as conn:
        return Subject(elsewhere=session_id in whole_state.elsewhere(conn))


def session(office: Office, ref: str) -> Session:
    """Find a session by id, a unique beginning of the id, or its number as `4/2026`; raises Refused."""
    office.ask("session.see")
    wanted = ref.strip()
    with office.vault.read() as conn:
        found = shelf.session(conn, wanted)
    if found is not None:
        office.ask("session.see", whose(office, found.id))
        return found
    fitting = [one for one in sessions(office) if _fits(one, wanted)]
    if len(fitting) > 1:
        raise Refused(
            "session_several", ref=wanted, refs=", ".join(one.id[:REF_LENGTH] for one in fitting[:5])
        )
    if not fitting:
        raise Refused("session_unknown", ref=wanted)
    return fitting[0]


def session_on(office: Office, day: date) -> Session | None:
    """Give the session held on a date, the first planned when there are several."""
    office.ask("session.see")
    return next(
        (one for one in sessions(office) if any(d.date == day for d in one.days) and not one.cancelled), None
    )


def doubts(office: Office, draft: SessionDraft) -> tuple[Problem, ...]:
    """Say what is doubtful about a plan that can be written all the same, as a number used twice."""
    office.ask("session.see")
    return tuple(one for one in draft.problems(rules(office, draft.id)) if one.level == "warning")


def reference(office: Office, wanted: Session) -> str:
    """Give the shortest text that `session` finds it by: its number in the year, else the start of its id."""
    office.ask("session.see")
    shared = (wanted.n, wanted.year) in rules(office, wanted.id).taken
    return f"{wanted.n}/{wanted.year}" if wanted.n and not shared else wanted.id[:REF_LENGTH]


def hints(office: Office, draft: SessionDraft) -> tuple[Problem, ...]:
    """Say what the circular suggests about this plan, each with its clause; nothing here blocks."""
    office.ask("session.see")
    others = [one for one in sessions(office, draft.the_year) if one.id != draft.id and not one.cancelled]
    year = YearSoFar(state=len(others), office=len(others))
    plan = replace(draft, office=draft.office or office.code)
    return guideline.hints(plan, office.today, calendar(office), year)


def calendar(office: Office) -> dict[date, tuple[bool, str]]:
    """Give the office's own working days and holidays, which override the state's."""
    office.ask("session.see")
    return {day.date: (day.working, day.note) for day in own_days(office)}


def rules(office: Office, session_id: str = "") -> Rules:
    """Give what drafts of this office are judged against."""
    office.ask("session.see")
    others = sessions(office)
    own = next((one for one in others if one.id == session_id), None)
    taken = frozenset((one.n, one.year) for one in others if one.id != session_id and one.n)
    return replace(office.rules(own.days if own else ()), taken=taken)


def _fits(one: Session, wanted: str) -> bool:
    if "/" in wanted:
        return wanted == f"{one.n}/{one.year}"
    return len(wanted) >= SHORTEST_REF and one.id.startswith(wanted.lower())


def _changed(kind: str, before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, object]:
    known = SessionDraft.known if kind == "session" else lambda name: name != "withdrawn"
    return changes(before, dict(after), known)


def _refuse(problems: tuple[Problem, ...]) -> None:
    if wrong := errors_in(problems):
        raise Invalid(wrong)
