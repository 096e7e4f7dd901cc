"""The state office's consolidation as JSON for other programs; times with their zone, None for never."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from hbp_desktop.domain.clock import MALAYSIA
from hbp_desktop.domain.fields import count_of, text_of
from hbp_desktop.state_office.consolidation import OfficeHeld, SessionHeld, Whole
from hbp_desktop.state_office.grants import Known


def moment(at: int) -> str | None:
    """Write a time as other programs read it, None for never."""
    return datetime.fromtimestamp(at, MALAYSIA).isoformat() if at else None


def whole_json(one: Whole) -> dict[str, Any]:
    """Write everything."""
    return {
        "name": one.identity.name,
        "server": one.key,
        "incarnation": one.identity.incarnation,
        "incarnation_since": moment(one.identity.since),
        "restored": one.identity.restored,
        "today": one.today.isoformat(),
        "waiting_to_be_projected": one.waiting,
        "offices": [office_json(office, one.today.year) for office in one.offices],
        "late": late_json(one.offices),
        "storage": {
            "kind": one.storage.kind,
            "database_bytes": one.storage.size,
            "attachments": one.storage.attachments,
            "attachment_bytes": one.storage.attached,
        },
    }


def device_json(one: Known) -> dict[str, Any]:
    """Write a device, with what it said of itself when last heard."""
    said = one.stated
    return {
        "key": one.key,
        "name": one.name,
        "office": one.office,
        "state": one.state,
        "six_words": one.words,
        "grant": one.grant,
        "names_until": one.names_until or None,
        "founding_differs": one.founding_differs,
        "asked": moment(one.asked),
        "confirmed": moment(one.confirmed),
        "revoked": moment(one.revoked),
        "last_heard": moment(one.heard),
        "said_then": {
            "version": text_of(said, "version"),
            "newest_entry": moment(count_of(said, "newest")),
            "entries_held": count_of(said, "held"),
            "waiting": count_of(said, "waiting"),
            "last_backup": moment(count_of(said, "backup")),
            "free_bytes": count_of(said, "free"),
            "clock_off_seconds": one.clock_off,
        }
        if one.heard
        else None,
    }


def office_json(one: OfficeHeld, year: int) -> dict[str, Any]:
    """Write an office for other programs."""
    return {
        "code": one.code,
        "name": one.name,
        "enrolled": one.enrolled,
        "devices": [device_json(device) for device in one.devices],
        "sessions": [session_json(session) for session in one.sessions],
        "quarters": {"year": year, "sessions": list(one.quarters(year))},
        "not_counted": dict(one.look),
    }


def session_json(one: SessionHeld) -> dict[str, Any]:
    """Write a session with its reports."""
    session = one.session
    return {
        "id": session.id,
        "title": session.title,
        "number": f"{session.n}/{session.year}" if session.n else "",
        "status": session.status,
        "from": _day(session.first_day),
        "to": _day(session.last_day),
        "visits": one.counts.get("visit", 0),
        "matters": one.counts.get("matter", 0),
        "tallies": one.counts.get("tally", 0),
        "attachments": one.counts.get("attachment", 0),
        "report_due": _day(session.due),
        "form_submitted": _day(session.submitted.date if session.submitted else None),
        "days_late": one.late,
        "state_has_it": moment(one.since),
        "reports": [
            {
                "version": report.version,
                "stage": report.stage,
                "made": report.made,
                "signed": list(report.signed),
                "state_has_it": moment(report.since),
            }
            for report in one.reports
        ],
    }


def late_json(found: Iterable[OfficeHeld]) -> list[dict[str, Any]]:
    """List the sessions whose form was sent late or is overdue, the latest first."""
    late = [(one, office) for office in found for one in office.sessions if one.late]
    late.sort(key=lambda pair: (-pair[0].late, pair[1].code))
    return [
        {
            "office": office.code,
            "session": one.session.id,
            "title": one.session.title,
            "report_due": _day(one.session.due),
            "form_submitted": _day(one.session.submitted.date if one.session.submitted else None),
            "days_late": one.late,
        }
        for one, office in late
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
