"""What the counter does through use cases: sit, record, tally, queue, keep drafts, undo. Knows no widget."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.matter import MatterDraft
from hbp_desktop.domain.rules import Rules
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.tally import TallyDraft
from hbp_desktop.domain.visit import Visit, VisitDraft
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.guard_panel import Told
from hbp_desktop.ui.matter_column import is_empty
from hbp_desktop.ui.parts.typeahead import Suggestion
from hbp_desktop.ui.queue_button import Waiting
from hbp_desktop.ui.seat import Seat
from hbp_desktop.ui.slip_sheet import PAPER_DPI, SCREEN_DPI
from hbp_desktop.usecases import counter, guarding, planning, records, slips

UNDO_REASON = "buat asal"
_FEWEST = 4  # letters before earlier visits are looked for


@dataclass(frozen=True)
class Act:
    """The last thing done, while it can be undone: a visit or a tally; `words` name it."""

    kind: str
    id: str
    words: str
    draft: VisitDraft | None = None


class CounterWork:
    """Holds where the officer sits and what was done last."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.office = desk, desk.office
        self.seat: Seat | None = None
        self.last: Act | None = None
        self.last_visit = ""
        self._rules = Rules()
        self._clocks: tuple[date, ...] = ()

    @property
    def today(self) -> date:
        """The office's date."""
        return self.office.today

    def sit_down(self, wanted: str = "") -> None:
        """Sit at a session by its id, else at the one held today."""
        found = planning.session(self.office, wanted) if wanted else None
        found = found or planning.session_on(self.office, self.today)
        if found is not None:
            self.sit(Seat.at(found, self.today, self.office.officer.name))

    def sit(self, seat: Seat | None) -> None:
        """Sit there."""
        self.seat = seat
        if seat is not None:
            self._rules = planning.rules(self.office, seat.session.id)
            self._clocks = counter.complaint_clocks(self.office, seat.day.date or self.today)

    def look_again(self) -> counter.Today | None:
        """Read the session and the day again."""
        if self.seat is None:
            return None
        self.sit(self.seat.refreshed(planning.session(self.office, self.seat.session.id)))
        return counter.today(self.office, self.seat.session.id, self.seat.day.id)

    def sessions(self) -> list[Session]:
        """Give the sessions one may sit at."""
        return [one for one in planning.sessions(self.office) if not one.cancelled]

    def begin(self) -> VisitDraft:
        """Give an empty draft at this seat."""
        return self.seated(VisitDraft(id_kind="mykad"))

    def seated(self, draft: VisitDraft) -> VisitDraft:
        """Give a draft the session, day, counter and officer of this seat."""
        if self.seat is None:
            return draft
        return replace(
            draft,
            session=self.seat.session.id,
            day=self.seat.day.id,
            counter=self.seat.counter,
            officer=self.office.officer.name,
        )

    def timed(self, draft: VisitDraft) -> VisitDraft:
        """Note when a client sat down, on the day itself."""
        if draft.time or self.seat is None or self.seat.day.date != self.today:
            return draft
        return replace(draft, time=f"{self.desk.now():%H:%M}")

    def problems(self, draft: VisitDraft) -> tuple[Problem, ...]:
        """Judge a draft."""
        return draft.problems(replace(self._rules, today=self.today))

    def clocks(self) -> tuple[date, ...]:
        """Give the deadlines of a complaint received on this seat's day."""
        return self._clocks

    def record(self, draft: VisitDraft) -> Visit:
        """Record a visit; raises Invalid, NoRoom and their like."""
        dated = replace(draft, matters=tuple(self._dated(matter) for matter in draft.matters))
        visit = counter.record(self.office, dated)
        kept = None if visit.guarded else draft  # what is sealed does not come back onto the screen
        done = Act("visit", visit.id, visit.queue or visit.ref, kept)
        self.last, self.last_visit = None if visit.beside else done, visit.id
        return visit

    def tally(self, asked: TallyDraft) -> None:
        """Count one more."""
        if self.seat is None:
            return
        seat = self.seat
        draft = replace(asked, session=seat.session.id, day=seat.day.id, counter=seat.counter)
        self.last = Act("tally", counter.tally(self.office, draft), "+1")

    def undo(self) -> Act | None:
        """Withdraw what was done last."""
        act, self.last = self.last, None
        if act is not None:
            records.withdraw(self.office, act.kind, act.id, UNDO_REASON)
        return act

    def earlier(self, draft: VisitDraft) -> list[counter.Earlier]:
        """Look for earlier visits once enough was typed."""
        enough = len(draft.id_number.strip()) >= _FEWEST or len(draft.name.strip()) >= _FEWEST
        return counter.earlier(self.office, draft) if enough and not draft.anonymous else []

    def issue(self) -> counter.QueueNumber | None:
        """Issue the next queue number."""
        seat = self.seat
        return counter.issue_queue(self.office, seat.session.id, seat.day.id) if seat else None

    def waiting(self, numbers: Sequence[counter.QueueNumber], but: str = "") -> list[Waiting]:
        """Give who waits, with minutes, without the number being served here."""
        others = [one for one in numbers if one.number != but]
        return [Waiting(one.id, one.number, self.minutes_since(one.issued)) for one in others]

    def minutes_since(self, issued: str) -> int:
        """Count minutes since `HH:MM` today, -1 when unknown."""
        hour, _, minute = issued.partition(":")
        if not (hour.isdecimal() and minute.isdecimal()):
            return -1
        now = self.desk.now()
        return max(0, now.hour * 60 + now.minute - int(hour) * 60 - int(minute))

    def note_slip(self, visit_id: str, act: str) -> None:
        """Enter that a visit's slip was printed or saved."""
        slips.note_taken(self.office, visit_id, act)

    def slip(self, visit_id: str) -> tuple[str, bytes, slips.Picture, slips.Picture]:
        """Give a visit's slip: reference number, PDF, and its pictures for the glass and for the printer."""
        ref, pdf = counter.visit(self.office, visit_id).ref, slips.slip(self.office, visit_id)
        return ref, pdf, slips.picture(pdf, SCREEN_DPI), slips.picture(pdf, PAPER_DPI)

    def find_services(self, text: str, kind: str) -> list[Suggestion]:
        """Find services for the type-ahead."""
        language = self.desk.language
        found = self.office.catalogues.services.match(text, kind, self.today)
        return [Suggestion(one.code, one.code, one.label(language), one.act) for one in found]

    def tell_guard(self, urgent: str, against: str) -> Told:
        """Say how a matter of this urgency will be guarded, and who will be able to open it."""
        guard = guarding.guards(self.office).over(urgent)
        if not guard:
            return Told(guard)
        named = guarding.named_against(self.office.staff(), against)
        return Told(guard, tuple(one.name for one in guarding.readers(self.office, guard.why, named)))

    def find_officers(self, text: str) -> list[Suggestion]:
        """Find officers of this office by any part of their name."""
        wanted = text.casefold().split()
        here = [one for one in self.office.staff().current() if all(w in one.name.casefold() for w in wanted)]
        return [Suggestion(one.name, "", one.name, one.post) for one in here] if wanted else []

    def _dated(self, matter: MatterDraft) -> MatterDraft:
        known = matter.status == "new" or matter.status_date
        return matter if known else replace(matter, status_date=self.today.isoformat())


def has_content(draft: VisitDraft) -> bool:
    """Tell whether anything about a client or a matter was typed."""
    texts = (draft.id_number, draft.name, draft.phone, draft.address, draft.postcode, draft.proxy_name)
    asked = draft.anonymous or draft.groups or draft.id_kind == "none"
    return bool(asked) or any(text.strip() for text in texts) or not all(map(is_empty, draft.matters))


def as_new(draft: VisitDraft) -> VisitDraft:
    """Give a draft with ids of its own: what was withdrawn is recorded afresh."""
    matters = tuple(replace(matter, id=new_id()) for matter in draft.matters)
    return replace(draft, id=new_id(), matters=matters)
