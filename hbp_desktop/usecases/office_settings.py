"""The office's own settings and calendar: read, changed, and kept with whoever changed them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hbp_desktop.domain.errors import Invalid, Problem, errors_in
from hbp_desktop.domain.fields import LINE, changes, date_of, filled, line, text_of, too_long
from hbp_desktop.domain.office_settings import KIND, OfficeDraft
from hbp_desktop.domain.plain import as_plain, from_plain
from hbp_desktop.store import local, shelf
from hbp_desktop.store.journal import Seen
from hbp_desktop.store.local import KeptDraft
from hbp_desktop.store.work import Work
from hbp_desktop.usecases.office import Office

CALENDAR = "calendar"


@dataclass(frozen=True)
class OpenedSettings:
    """The settings as a form was opened on them."""

    draft: OfficeDraft
    state: Mapping[str, Any]
    seen: Seen


@dataclass(frozen=True)
class OwnDay:
    """A day the office keeps otherwise than its state: a working day, or a free one."""

    date: date
    working: bool
    note: str = ""


def settings(office: Office) -> Mapping[str, Any]:
    """Give the folded settings of this office, empty when none are written."""
    office.ask("session.see")
    with office.vault.read() as conn:
        return shelf.state(conn, KIND, _subject(office)) or {}


def open_settings(office: Office) -> OpenedSettings:
    """Open the settings for a change."""
    office.ask("session.see")
    subject = _subject(office)
    with office.vault.read() as conn:
        state = shelf.state(conn, KIND, subject) or {}
        return OpenedSettings(OfficeDraft.of(state), state, Work.stand(conn, subject))


def change(office: Office, opened: OpenedSettings, draft: OfficeDraft) -> OpenedSettings:
    """Write what a draft changes; raises Invalid, Refused (not_allowed, nothing_changed)."""
    office.ask("office.set")
    if wrong := errors_in(draft.problems()):
        raise Invalid(wrong)
    changed = changes(opened.state, draft.fields(office.code), OfficeDraft.known)
    if changed:
        with office.writing() as w:
            w.change(KIND, _subject(office), opened.seen, changed, action="set")
            local.drop_draft(w.conn, KIND)
    return open_settings(office)


def keep_typed(office: Office, draft: OfficeDraft) -> None:
    """Keep the settings as typed so far, on this laptop only."""
    with office.vault.write() as conn:
        local.keep_draft(conn, KeptDraft(KIND, KIND, as_plain(draft), office.now))


def typed(office: Office) -> OfficeDraft | None:
    """Give what was typed and not set yet."""
    with office.vault.read() as conn:
        found = local.kept_drafts(conn, KIND)
    return from_plain(OfficeDraft, found[-1].body) if found else None


def drop_typed(office: Office) -> None:
    """Forget what was typed and not set."""
    with office.vault.write() as conn:
        local.drop_draft(conn, KIND)


def own_days(office: Office) -> tuple[OwnDay, ...]:
    """List the days of the office's own calendar, the newest first."""
    office.ask("session.see")
    with office.vault.read() as conn:
        every = shelf.every(conn, CALENDAR)
    found = [
        OwnDay(day, state.get("working") is True, text_of(state, "note"))
        for subject, state in every
        if subject.startswith(_days_of(office)) and (day := date_of(state, "date")) is not None
    ]
    return tuple(sorted(found, key=lambda one: one.date, reverse=True))


def keep_day(office: Office, day: OwnDay) -> None:
    """Make a day a working one or a free one at this office; raises Invalid without a note."""
    office.ask("calendar.set")
    note = line(day.note)
    wrong = [] if note else [Problem("day_note_missing", "note")]
    if wrong := wrong + too_long({"note": LINE}, {"note": note}):
        raise Invalid(tuple(wrong))
    fields = filled({"date": day.date.isoformat(), "working": day.working, "note": note, "withdrawn": False})
    _write_day(office, day.date, fields, "set")


def drop_day(office: Office, day: date) -> None:
    """Let a day be again what the state makes it."""
    office.ask("calendar.set")
    _write_day(office, day, {"withdrawn": True}, "withdrawn")


def _write_day(office: Office, day: date, fields: Mapping[str, Any], action: str) -> None:
    subject = f"{_days_of(office)}{day.isoformat()}"
    with office.writing() as w:
        w.change(CALENDAR, subject, w.seen(subject), fields, action=action)


def _days_of(office: Office) -> str:
    return f"{CALENDAR}:{office.code}:"


def _subject(office: Office) -> str:
    return f"{KIND}:{office.code}"
