"""What the page Laporan says about a report: its countdown, versions, gaps and sending."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from hbp_desktop.domain.dates import clock, long_date, plain_date, short_date
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.report import ReportData, days_late, days_left
from hbp_desktop.domain.session import Session
from hbp_desktop.ui.report.versions_panel import VersionLine
from hbp_desktop.usecases.reporting import Version
from hbp_desktop.usecases.wording import text

_NEAR = 7
_LOOKS = {"draft": "warn", "final": "ok", "amended": "accent"}
_TO_SESSIONS = ("report_no_officers", "report_not_ended")
_TO_COUNTER = ("report_drafts_kept", "report_queue_waiting", "report_no_visits")


def countdown(session: Session, today: date, language: str, brief: bool) -> tuple[str, str]:
    """Give the chip of the due date (F.4.2): words and look; brief without the date."""
    translate = QCoreApplication.translate
    if session.cancelled:
        return translate("ReportWords", "Called off: no report is due"), "neutral"
    if session.submitted:
        sent = translate("ReportWords", "Sent %1")
        return sent.replace("%1", plain_date(session.submitted.date, language)), "ok"
    if session.due is None:
        return "", "neutral"
    late, left = days_late(session, today), days_left(session, today)
    if late:
        first, look = translate("ReportWords", "LATE %n days", "", late), "bad"
    elif left:
        first, look = (
            translate("ReportWords", "%n days left", "", left),
            "warn" if left <= _NEAR else "neutral",
        )
    else:
        first, look = translate("ReportWords", "Due today"), "warn"
    return (first if brief else f"{first} · {long_date(session.due, language)} · F.4.2"), look


def stage_words(stage: str, language: str) -> tuple[str, str]:
    """Give the word of a stage and the look of its chip."""
    return text(f"stage.{stage}", language) or stage, _LOOKS.get(stage, "neutral")


def version_lines(report: ReportData, made: tuple[Version, ...], language: str) -> list[VersionLine]:
    """List what would be made now, then the versions made, the newest first."""
    translate = QCoreApplication.translate
    numbered = translate("ReportWords", "Version %1")
    stage, look = stage_words(report.stage, language)
    when = f"{plain_date(report.made.date(), language)}, {clock(f'{report.made:%H:%M}', language)}"
    now = VersionLine(
        translate("ReportWords", "Now"),
        stage,
        look,
        when,
        _figures(report.figures.headline("clients"), report.figures.headline("matters")),
        current=True,
    )
    lines = [now]
    for one in reversed(made):
        stage, look = stage_words(one.stage, language)
        named = numbered.replace("%1", str(one.number))
        code = translate("ReportWords", "check code %1").replace("%1", one.code)
        figures = _figures(one.counts.get("clients", 0), one.counts.get("matters", 0))
        lines.append(VersionLine(named, stage, look, _day(one.made, language), figures, code))
    return lines


def jump_words(code: str) -> str:
    """Give the word of the button that jumps to where something is settled."""
    translate = QCoreApplication.translate
    if code in _TO_SESSIONS:
        return translate("ReportWords", "Plan")
    if code == "report_no_visits":
        return translate("ReportWords", "Record")
    return translate("ReportWords", "Open") if code in _TO_COUNTER else translate("ReportWords", "Check")


def jump_target(code: str, session: str) -> tuple[str, object]:
    """Give the page where something is settled, and what it is asked for."""
    if code in _TO_SESSIONS:
        return "sessions", session
    if code in _TO_COUNTER:
        return "counter", None
    asked = {
        "report_urgent_without_action": Filter(session=session, urgent=True),
        "report_without_outcome": Filter(session=session, status="new"),
    }
    return "records", asked.get(code, Filter(session=session))


def sending(session: Session, today: date, language: str) -> tuple[str, str, str]:
    """Say when the report is due or was sent: sentence, more, tone."""
    translate = QCoreApplication.translate
    if session.cancelled:
        why = translate("ReportWords", "Reason: %1").replace("%1", session.cancel_reason)
        return translate("ReportWords", "The session was called off; no report is due."), why, "ink2"
    if session.submitted:
        return _sent(session, language)
    if session.due is None:
        return translate("ReportWords", "The session has no date yet."), "", "ink2"
    due = long_date(session.due, language)
    if late := days_late(session, today):
        said = translate("ReportWords", "Not sent yet: LATE %n days. It was due on %1.", "", late)
        return said.replace("%1", due), "", "bad"
    said = translate("ReportWords", "Not sent yet. Due on %1, 7 calendar days after the last day.")
    return said.replace("%1", due), "", "ink2"


def _sent(session: Session, language: str) -> tuple[str, str, str]:
    translate, sent = QCoreApplication.translate, session.submitted
    assert sent is not None
    late = days_late(session, sent.date)
    said = translate("ReportWords", "Sent on %1, in time.")
    if late:
        said = translate("ReportWords", "Sent on %1, LATE %n days.", "", late)
    more = translate("ReportWords", "Proof: %1").replace("%1", sent.proof)
    if sent.late_reason:
        more += "\n" + translate("ReportWords", "Reason: %1").replace("%1", sent.late_reason)
    return said.replace("%1", long_date(sent.date, language)), more, "bad" if late else "ok"


def _figures(clients: int, matters: int) -> str:
    said = QCoreApplication.translate("ReportWords", "%1 clients · %2 matters")
    return said.replace("%1", str(clients)).replace("%2", str(matters))


def _day(made: str, language: str) -> str:
    try:
        day = date.fromisoformat(made)
    except ValueError:
        return made
    return f"{short_date(day, language)} {day.year}"
