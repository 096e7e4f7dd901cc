"""The report of a session: what it lacks, its versions, the package, and when the form was sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from hbp_desktop import __version__
from hbp_desktop.domain.clock import MALAYSIA
from hbp_desktop.domain.dates import read_date
from hbp_desktop.domain.errors import Invalid, Problem, Refused
from hbp_desktop.domain.fields import count_of, flag_of, part_of, text_of
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.report import Change, ReportData, Stage, days_late
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.text import clean, is_blank
from hbp_desktop.domain.visit import Visit
from hbp_desktop.reports.json_file import check_code
from hbp_desktop.reports.package import Cancelled, Package, Progress, write_package
from hbp_desktop.reports.report_pdf import report_pdf
from hbp_desktop.reports.words import Words
from hbp_desktop.store import reporting, shelf
from hbp_desktop.store.count import figures
from hbp_desktop.store.work import Work
from hbp_desktop.usecases import acts, counter, planning
from hbp_desktop.usecases.due import almanac
from hbp_desktop.usecases.letterhead import letterhead
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.office_settings import settings
from hbp_desktop.usecases.report_gaps import gaps
from hbp_desktop.usecases.report_proof import proven

_HEADLINES = ("clients", "visits", "matters", "settled", "tallies")


@dataclass(frozen=True)
class Version:
    """A version that was made: its figures are told apart by the check code of its pages."""

    number: int
    stage: str
    code: str
    made: str
    counts: Mapping[str, int]


def missing(office: Office, session_id: str) -> tuple[Problem, ...]:
    """Say what the report still lacks; it is a draft until this is empty."""
    office.ask("report.see")
    return data(office, session_id).missing


def versions(office: Office, session_id: str) -> tuple[Version, ...]:
    """Give the versions made of a session's report, the oldest first."""
    office.ask("report.see")
    with office.vault.read() as conn:
        found = reporting.reports_of(conn, session_id)
    by_number = {count_of(state, "version"): _version(state) for state in found}
    return tuple(by_number[number] for number in sorted(by_number))


def _version(state: Mapping[str, object]) -> Version:
    return Version(
        count_of(state, "version"),
        text_of(state, "stage"),
        text_of(state, "figures"),
        text_of(state, "made"),
        {name: count_of(part_of(state, "counts"), name) for name in _HEADLINES},
    )


def data(office: Office, session_id: str, names: bool = False) -> ReportData:
    """Gather one session's report as it stands now; raises Refused when there is no such session."""
    session = planning.session(office, session_id)
    office.ask("report.make_named" if names else "report.see", planning.whose(office, session.id))
    if session.withdrawn:
        raise Refused("session_withdrawn")
    drafts = [draft for _, draft, _ in counter.kept_drafts(office)]
    with office.vault.read() as conn:
        visits = tuple(shelf.session_visits(conn, session.id))
        counted = figures(conn, session)
        newest = reporting.newest_at(conn, session.id)
        conflicts = reporting.conflicts_in(conn, session.id)
        queue = reporting.queue_counts(conn, session.id)
    made, home = datetime.fromtimestamp(newest or 0, MALAYSIA), planning.home_of(office, session.id)
    found = ReportData(
        session=session,
        office=letterhead(home, made.date()),
        visits=visits,
        figures=counted,
        made=made,
        missing=gaps(session, visits, drafts, conflicts, queue.get("waiting", 0), office.clock()),
        names=names,
        mark=session.mark or text_of(settings(home), "mark"),
        program=__version__,
        deadlines=_deadlines(home, visits),
        queue=queue,
        late_days=days_late(session, session.submitted.date) if session.submitted else 0,
        services=_service_names(home, visits),
    )
    return proven(office, _numbered(found, versions(office, session.id)))


def preview(office: Office, session_id: str, names: bool = False) -> bytes:
    """Give `laporan.pdf` as it would be made now; nothing is written down."""
    office.ask("report.make_named" if names else "report.see")
    return report_pdf(data(office, session_id, names), Words())


def make_package(
    office: Office,
    session_id: str,
    out: Path,
    names: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    reason: str = "",
) -> Package:
    """Make the report package under `out`; its version and the export are journaled just before it appears.

    `reason` is why names were wanted, and is journaled with the export.
    Raises Refused (`package_cancelled`, `session_unknown` …) or NoRoom(`package_no_room`).
    """
    office.ask("report.make_named" if names else "report.make", planning.whose(office, session_id))
    report = data(office, session_id, names)
    return write_package(report, out, Words(), progress, cancelled, placing=_note(office, report, reason))


def note_printed(office: Office, session_id: str, version: int) -> None:
    """Enter that a version of the report was printed."""
    office.ask("report.see")
    acts.note(office, "print.report", session_id, version=version)


def submit(office: Office, session_id: str, day: date, proof: str, late_reason: str = "") -> Session:
    """Enter when the form was sent and what shows it (F.4.1, F.4.4); the first date is never reset.

    Raises Refused(`submit_already`, `submit_cancelled`), or Invalid with what is wrong; late sending
    (F.4.2, past the due date) needs a reason.
    """
    office.ask("report.send")
    opened = planning.open_session(office, planning.session(office, session_id).id)
    session = opened.session
    if session.cancelled:
        raise Refused("submit_cancelled")
    if session.submitted:
        raise Refused("submit_already", date=session.submitted.date.isoformat())
    if wrong := _sending_problems(session, day, proof, late_reason, office.today):
        raise Invalid(wrong)
    sent = {"date": day.isoformat(), "proof": clean(proof).strip(), "late_reason": clean(late_reason).strip()}
    fields = {"submitted": {name: text for name, text in sent.items() if text}}
    with office.writing() as w:
        w.change("session", session.id, opened.seen[session.id], fields, action="submitted")
    return planning.session(office, session.id)


def submit_typed(office: Office, session_id: str, day: str, proof: str, late_reason: str = "") -> Session:
    """Enter a sending as typed; an unreadable date is told at its place as well."""
    office.ask("report.send")
    try:
        sent = read_date(day)
    except Refused as refused:
        code = refused.code if day.strip() else "date_missing"
        raise Invalid((Problem(code, "date", "error", refused.values),)) from refused
    return submit(office, session_id, sent, proof, late_reason)


def _sending_problems(
    session: Session, day: date, proof: str, late_reason: str, today: date
) -> tuple[Problem, ...]:
    found = []
    if session.last_day and day < session.last_day:
        found.append(Problem("submit_before_session", "date"))
    elif day > max(today, session.last_day or today):
        found.append(Problem("submit_in_future", "date"))
    if is_blank(proof):
        found.append(Problem("submit_proof_missing", "proof"))
    late = max(0, (day - session.due).days) if session.due else 0
    if late and is_blank(late_reason):
        found.append(Problem("submit_late_reason_missing", "late_reason", "error", {"days": late}))
    return tuple(found)


def _numbered(report: ReportData, made: tuple[Version, ...]) -> ReportData:
    """Give the report its version: the last one again while nothing changed, else the next.

    It is a draft while something is missing, an amendment once the form was sent, else final.
    """
    last = made[-1] if made else None
    stage = _stage(report, made)
    if last and (last.stage == "draft") == (stage == "draft"):
        same = replace(report, version=last.number, stage=_as_stage(last.stage))
        if check_code(same, Words()) == last.code:
            return replace(same, code=last.code, changes=_changes(same, made))
    next_one = replace(report, version=last.number + 1 if last else 1, stage=stage)
    return replace(next_one, code=check_code(next_one, Words()), changes=_changes(next_one, made))


def _stage(report: ReportData, made: tuple[Version, ...]) -> Stage:
    if report.missing:
        return "draft"
    settled = any(version.stage != "draft" for version in made)
    return "amended" if settled and report.session.submitted else "final"


def _as_stage(text: str) -> Stage:
    return "final" if text == "final" else "amended" if text == "amended" else "draft"


def _changes(report: ReportData, made: tuple[Version, ...]) -> tuple[Change, ...]:
    """Compare the headline figures with those of the version before."""
    earlier = [version for version in made if version.number < report.version]
    if not earlier:
        return ()
    before = earlier[-1].counts
    now = {name: report.figures.headline(name) for name in _HEADLINES}
    return tuple(Change(name, before[name], now[name]) for name in _HEADLINES if before[name] != now[name])


def _note(office: Office, report: ReportData, reason: str) -> Callable[[], None]:
    def write() -> None:
        with office.writing() as w:
            write_version(w, report)
            what = "export.named" if report.names else "export.masked"
            act = {"what": what, "about": report.session.id}
            w.create("act", new_id(), act, action="exported", reason=clean(reason).strip())

    return write


def write_version(w: Work, report: ReportData) -> str:
    """Write the report's version down, once for the same records; gives the id it stands under."""
    for subject, state in shelf.states_of(w.conn, "report", report.session.id):
        same = count_of(state, "version") == report.version and text_of(state, "figures") == report.code
        if same and flag_of(state, "names") == report.names:
            return subject
    fields = {
        "session": report.session.id,
        "version": report.version,
        "stage": report.stage,
        "names": report.names,
        "figures": report.code,
        "made": report.made.date().isoformat(),
        "counts": {name: report.figures.headline(name) for name in _HEADLINES},
    }
    subject = new_id()
    w.create("report", subject, fields, action="reported")
    return subject


def _deadlines(office: Office, visits: tuple[Visit, ...]) -> dict[str, date]:
    """Give the last working day of each open complaint, by the office's state."""
    dates = almanac(office)
    days = {visit.date for visit in visits if visit.date}
    last = {day: dates.complaint_dates(day)[-1] for day in days}
    return {
        matter.id: last[visit.date]
        for visit in visits
        if visit.date
        for matter in visit.matters
        if matter.kind == "aduan" and matter.is_open
    }


def _service_names(office: Office, visits: tuple[Visit, ...]) -> dict[str, str]:
    """Name the services that were asked for by their code."""
    codes = {matter.service_code for visit in visits for matter in visit.matters if matter.service_code}
    found = {code: office.catalogues.services.find(code) for code in sorted(codes)}
    return {code: service.name for code, service in found.items() if service}
