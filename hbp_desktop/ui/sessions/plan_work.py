"""The plan in work: what was recorded, what is typed, and whether that was kept; no widgets."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from hbp_desktop.domain.errors import Problem, errors_in
from hbp_desktop.domain.officer import Officer
from hbp_desktop.domain.session import Session, SessionDraft
from hbp_desktop.usecases import plan_drafts, planning
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.plan_drafts import KeptPlan
from hbp_desktop.usecases.planning import OpenedSession


@dataclass
class PlanWork:
    """One session at a time: a plan not set yet (`opened` is None) or a recorded one being amended."""

    office: Office
    opened: OpenedSession | None = None
    base: SessionDraft = field(default_factory=SessionDraft)
    draft: SessionDraft = field(default_factory=SessionDraft)
    kept_at: datetime | None = None
    kept: SessionDraft | None = None

    def __post_init__(self) -> None:
        self.draft = self.base

    @property
    def planned(self) -> bool:
        """Tell whether the session was set before."""
        return self.opened is not None

    @property
    def changed(self) -> bool:
        """Tell whether something typed is not set yet."""
        return self.draft != self.base

    @property
    def session(self) -> Session | None:
        """Give the session as recorded."""
        return self.opened.session if self.opened else None

    def begin(self, draft: SessionDraft) -> None:
        """Begin a new plan."""
        self.opened, self.base, self.draft = None, draft, draft
        self.kept_at, self.kept = None, None

    def open(self, session_id: str) -> None:
        """Open a recorded session or a kept plan; what was kept of it comes back."""
        kept = next((one for one in plan_drafts.kept(self.office) if one.draft.id == session_id), None)
        known = {one.id for one in planning.sessions_seen(self.office)}
        self.opened = planning.open_session(self.office, session_id) if session_id in known else None
        if self.opened is not None:
            self.base = SessionDraft.of(self.opened.session)
        else:
            self.base = SessionDraft(id=session_id)
        self.draft = kept.draft if kept else self.base
        self.kept_at, self.kept = (kept.kept_at, kept.draft) if kept else (None, None)

    def keep(self) -> bool:
        """Keep what is typed, where it changed; tell whether it was written."""
        if not self.changed or self.draft == self.kept or not self.office.may("session.plan"):
            return False
        plan_drafts.keep(self.office, self.draft)
        self.kept, self.kept_at = self.draft, self.office.clock()
        return True

    def discard(self) -> None:
        """Forget what was typed."""
        plan_drafts.drop(self.office, self.draft.id)
        self.draft, self.kept, self.kept_at = self.base, None, None

    def errors(self) -> tuple[Problem, ...]:
        """Say what keeps the plan from being set."""
        return errors_in(self.problems())

    def problems(self) -> tuple[Problem, ...]:
        """Say what is wrong or doubtful at a field."""
        return self.draft.problems(planning.rules(self.office, self.draft.id))

    def set(self, reason: str = "") -> Session:
        """Write the plan down: a new one is planned, a recorded one amended with its reason."""
        if self.opened is None:
            done = planning.plan(self.office, self.draft)
        else:
            done = planning.amend(self.office, self.opened, self.draft, reason)
        plan_drafts.drop(self.office, done.id)
        self.open(done.id)
        return done

    def acknowledge(self, code: str, reason: str) -> None:
        """Keep a warning as understood; an empty reason takes that back."""
        acks = {other: words for other, words in self.draft.acks.items() if other != code}
        self.draft = replace(self.draft, acks=acks | ({code: reason} if reason else {}))


def kept_new(office: Office) -> list[KeptPlan]:
    """Give the kept plans of sessions that were never set."""
    known = {one.id for one in planning.sessions(office)}
    return [one for one in plan_drafts.kept(office) if one.draft.id not in known]


def officers_known(office: Office) -> tuple[Officer, ...]:
    """Give the officers of the roster and of earlier sessions, to offer while typing."""
    found = {office.officer.name: office.officer}
    for one in planning.sessions(office):
        for duty in one.duties:
            found.setdefault(duty.officer, Officer(duty.officer, duty.post))
    for name in office.officer_names().values():
        found.setdefault(name, Officer(name, ""))
    return tuple(found.values())
