"""What a person is planning and has not set yet: kept on this laptop, offered back, dropped once set."""

from dataclasses import dataclass, replace
from datetime import datetime

from hbp_desktop.domain.clock import MALAYSIA
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.plain import as_plain, from_plain
from hbp_desktop.domain.session import DayDraft, DutyDraft, Session, SessionDraft
from hbp_desktop.store import local
from hbp_desktop.store.local import KeptDraft
from hbp_desktop.usecases import planning
from hbp_desktop.usecases.office import Office

SESSION_DRAFT = "session"


@dataclass(frozen=True)
class KeptPlan:
    """A plan as kept: the draft, and when (local time). Its id may be that of a session set before."""

    draft: SessionDraft
    kept_at: datetime


def keep(office: Office, draft: SessionDraft) -> None:
    """Keep a plan as typed so far, on this laptop only."""
    office.ask("session.plan")
    with office.vault.write() as conn:
        local.keep_draft(conn, KeptDraft(_slot(draft.id), SESSION_DRAFT, as_plain(draft), office.now))


def drop(office: Office, session_id: str) -> None:
    """Forget a kept plan."""
    office.ask("session.plan")
    with office.vault.write() as conn:
        local.drop_draft(conn, _slot(session_id))


def kept(office: Office) -> list[KeptPlan]:
    """Give the plans kept, the oldest first; those who do not plan are told of none."""
    if not office.may("session.plan"):
        return []
    with office.vault.read() as conn:
        found = local.kept_drafts(conn, SESSION_DRAFT)
    return [
        KeptPlan(from_plain(SessionDraft, one.body), datetime.fromtimestamp(one.kept_at, MALAYSIA))
        for one in found
    ]


def blank(office: Office, year: int) -> SessionDraft:
    """Begin a plan: the year's next number, one day without a date, the officer at counter 1."""
    office.ask("session.see")
    me = DutyDraft(officer=office.officer.name, post=office.officer.post, counter="1", lead=True)
    return SessionDraft(
        office=office.code,
        number=str(_next_number(office, year)),
        year=str(year),
        days=(DayDraft(),),
        duties=(me,),
    )


def copied(office: Office, session: Session, year: int) -> SessionDraft:
    """Begin a plan with the places, hours, team and groups of an earlier session, without its dates."""
    office.ask("session.plan")
    before = SessionDraft.of(session)
    return replace(
        before,
        id=new_id(),
        number=str(_next_number(office, year)),
        year=str(year),
        title="",
        link="",
        status="planned",
        cancel_reason="",
        acks={},
        days=tuple(replace(day, id=new_id(), date="") for day in before.days),
        duties=tuple(replace(duty, id=new_id()) for duty in before.duties),
    )


def cancel(office: Office, session_id: str, reason: str) -> Session:
    """Call a session off, with the reason; its records stay, and its report is no longer due."""
    office.ask("session.plan")
    opened = planning.open_session(office, session_id)
    draft = replace(SessionDraft.of(opened.session), status="cancelled", cancel_reason=reason)
    return planning.amend(office, opened, draft, reason)


def _slot(session_id: str) -> str:
    return f"{SESSION_DRAFT}:{session_id}"


def _next_number(office: Office, year: int) -> int:
    return 1 + max((one.n for one in planning.sessions(office, year)), default=0)
