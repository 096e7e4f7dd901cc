"""What needs a look: each thing with the one place where it is settled, bad before warn."""

from dataclasses import dataclass, replace

from hbp_desktop.domain.clock import in_doubt
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.store import journal, overview, whole_state
from hbp_desktop.store.anchor import Standing
from hbp_desktop.usecases import backups, counter, devices, place_notes, restoring
from hbp_desktop.usecases.due import REPORT, Deadline
from hbp_desktop.usecases.office import Office

_GAPS = {Standing.OLDER: "copy_put_back", Standing.ELSEWHERE: "copy_moved"}
SINGLY = 3  # urgent matters named one by one


@dataclass(frozen=True)
class Need:
    """Something to look at. code: urgent_unattended, report_late, conflicts, draft_open, drafts_parked,
    clock_doubt, entries_missing, copy_put_back, copy_moved, backup_late, records_held,
    disk_low, disk_spent, place_now_cloud, place_now_removable; `level` is bad or warn; `page` and
    `visit`, `session` (there a section of the settings) or `asked` say where it is settled."""

    code: str
    level: str
    page: str
    names: tuple[str, ...] = ()
    count: int = 1
    visit: str = ""
    session: str = ""
    asked: Filter | None = None


def needs_of(office: Office, deadlines: tuple[Deadline, ...]) -> tuple[Need, ...]:
    """Give what needs a look, worst first."""
    office.ask("session.see")
    with office.vault.read() as conn:
        theirs = whole_state.elsewhere(conn)
        unattended = overview.unattended(conn, theirs) if office.may("urgent.see") else []
        torn = overview.in_conflict(conn, theirs) if office.may("record.see") else []
        newest = journal.tip(conn, journal.own_device(conn).chain)
    found = [
        Need("urgent_unattended", "bad", "records", (one.queue, one.urgent), visit=one.visit)
        for one in unattended[:SINGLY]
    ]
    if more := len(unattended) - len(found):
        found.append(Need("urgent_more", "bad", "records", count=more, asked=Filter(urgent=True)))
    late = [one for one in deadlines if one.what == REPORT and one.due.late]
    if late:
        names = tuple(_number(one.session) for one in late)
        found.append(Need("report_late", "bad", "report", names, len(late), session=late[0].session.id))
    found += _disk(office)
    if torn:
        found.append(Need("conflicts", "warn", "records", count=len(torn), visit=torn[0]))
    found += _held(office)
    found += _copies(office)
    found += _drafts(counter.kept_drafts(office))
    if in_doubt(office.now, newest.header.at if newest else None):
        found.append(Need("clock_doubt", "warn", "help"))
    return tuple(sorted(found, key=lambda need: need.level != "bad"))


def _held(office: Office) -> list[Need]:
    """Say whose records are here and do not count, to who may admit that laptop."""
    if not office.may("device.admit"):
        return []
    held = devices.offered(office)
    return [
        Need("records_held", "warn", "settings", (one.name,), one.held, session="laptops") for one in held
    ]


def _copies(office: Office) -> list[Need]:
    """Say what this computer's file may lack, and that no copy of it was made for days."""
    found = []
    if gaps := restoring.missing(office):
        known = sum(gap.last - gap.first + 1 for gap in gaps if gap.last)
        found.append(
            Need(_GAPS.get(office.opened.standing, "entries_missing"), "bad", "settings", count=known)
        )
    days, failed = backups.days_without(office), backups.last_failure(office)
    if failed or (days or 0) >= backups.LATE_DAYS:
        found.append(Need("backup_late", "warn", "settings", count=days or 0))
    return [replace(one, session="copies") for one in found]


def _disk(office: Office) -> list[Need]:
    """Say that there is little room, or that the folder has come to lie where it may be harmed."""
    return [
        Need(
            notice.code,
            "bad" if notice.code == "disk_spent" else "warn",
            "settings",
            (str(notice.values.get("name", "")),),
            int(notice.values.get("free", 1)),
            session="copies",
        )
        for notice in place_notes.notices(office)
    ]


def _drafts(kept: list[tuple[str, VisitDraft, int]]) -> list[Need]:
    parked = [(slot, draft) for slot, draft, _ in kept if slot.isdecimal()]
    found = []
    if any(slot == counter.CURRENT_SLOT and (draft.name or draft.matters) for slot, draft, _ in kept):
        found.append(Need("draft_open", "warn", "counter"))
    if parked:
        names = tuple(draft.queue or slot for slot, draft in parked)
        found.append(Need("drafts_parked", "warn", "counter", names, len(parked)))
    return found


def _number(session: Session) -> str:
    return f"{session.n}/{session.year}" if session.n else session.title
