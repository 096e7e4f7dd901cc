"""Who opened, looked, took out, printed, signed and changed what, and the head up to which that is true.

Only ids, reference numbers and officers' names: nothing that a client said, and no reason in words.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from hbp_desktop.domain.audit import Told
from hbp_desktop.domain.errors import NoRoom, Refused
from hbp_desktop.domain.proof import SignedHead, heads_as_json
from hbp_desktop.domain.staff import BY_CODE
from hbp_desktop.reports.csv_files import csv_bytes
from hbp_desktop.store import trail
from hbp_desktop.store.durable import replace_file
from hbp_desktop.store.trail import Step
from hbp_desktop.usecases import acts, proving, wording
from hbp_desktop.usecases.office import Office

FORMAT = 1
_COLUMNS = (
    "time", "clock_in_doubt", "officer", "officer_id", "device", "group", "what", "words", "about", "detail",
    "has_reason", "counts", "chain", "seq",
)  # fmt: skip


@dataclass(frozen=True)
class AuditLine:
    """One thing done, as people read it. `about` is a reference number, an officer's name or an id."""

    at: datetime
    doubt: bool
    officer: str
    officer_id: str
    device: str
    told: Told
    about: str
    chain: str
    seq: int
    reasoned: bool
    counted: bool


@dataclass(frozen=True)
class Audit:
    """What was done between two local days, both included."""

    first: date
    last: date
    lines: tuple[AuditLine, ...]


def read(office: Office, first: date, last: date) -> Audit:
    """Give what was done between two days; raises Refused (not_allowed, audit_days)."""
    office.ask("audit.read")
    if last < first:
        raise Refused("audit_days", first=first.isoformat(), last=last.isoformat())
    zone = office.clock().tzinfo
    begin = int(datetime.combine(first, time(), zone).timestamp())
    end = int(datetime.combine(last + timedelta(days=1), time(), zone).timestamp()) - 1
    names = dict(office.actor_names())
    with office.vault.read() as conn:
        found = list(trail.steps(conn, begin, end))
        devices = trail.devices(conn)
        abouts = trail.references(conn, {one.told.about for one in found})
    said = abouts | names
    lines = tuple(_line(one, names, devices, said, office) for one in found)
    return Audit(first, last, lines)


def export(office: Office, first: date, last: date, out: Path, language: str = "ms") -> Audit:
    """Write what was done to a new file, CSV or JSON by its name; the export is entered first.

    Raises Refused (not_allowed, audit_days, audit_suffix, file_exists), NoRoom (file_not_writable).
    """
    office.ask("audit.read")
    if out.suffix.lower() not in (".csv", ".json"):
        raise Refused("audit_suffix", file=out.name)
    if out.exists():
        raise Refused("file_exists", file=out.name)
    if not out.parent.is_dir():
        raise NoRoom("file_not_writable", file=out.name)
    audit, heads = taken_out(office, first, last)
    data = (
        to_csv(audit, heads, language) if out.suffix.lower() == ".csv" else to_json(office.code, audit, heads)
    )
    replace_file(out, data)
    return audit


def taken_out(office: Office, first: date, last: date) -> tuple[Audit, tuple[SignedHead, ...]]:
    """Enter that the trail is taken out, then give it with the signed heads that cover it."""
    office.ask("audit.read")
    read(office, first, last)
    acts.note(office, "export.audit", **{"from": first.isoformat(), "to": last.isoformat()})
    return read(office, first, last), proving.heads_now(office)


def to_json(code: str, audit: Audit, heads: Iterable[SignedHead]) -> bytes:
    """Write it for other programs; `heads` can be verified against later."""
    said = {
        "format": FORMAT,
        "what": "audit",
        "office": code,
        "from": audit.first.isoformat(),
        "to": audit.last.isoformat(),
        "personal_data": "none: ids, reference numbers and officers' names only",
        "lines": [dict(zip(_COLUMNS, _cells(one, "en"), strict=True)) for one in audit.lines],
        "heads": heads_as_json(heads),
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def to_csv(audit: Audit, heads: Iterable[SignedHead], language: str) -> bytes:
    """Write it for a spreadsheet; the lines of signed heads stand last."""
    told = wording.text("audit_no_personal_data", language)
    rows = [_COLUMNS, *(tuple(map(_shown, _cells(one, language))) for one in audit.lines)]
    return csv_bytes([*rows, (f"# {told}",), *proving.csv_lines(heads)])


def words_of(told: Told, language: str) -> str:
    """Say what was done, in the user's language."""
    return wording.text(f"audit.{told.what}", language) or told.what


def detail_of(told: Told, language: str) -> str:
    """Say what more is known, in the user's language: a role, a step; keys are left to the file."""
    first = told.what.partition(".")[0]
    if first == "role":
        return wording.text(f"role_{told.detail}", language) or told.detail
    if first == "report":
        return wording.text(f"step.{told.detail}", language) or told.detail
    if first == "acting":
        role, _, rest = told.detail.partition(" ")
        return f"{wording.text(f'role_{role}', language) or role} {rest}".strip()
    if told.what == "setting.changed":
        return ", ".join(wording.where(name, language) for name in told.detail.split(", ") if name)
    if told.detail.startswith("failed="):
        return wording.text("audit_failed", language).format(count=told.detail.removeprefix("failed="))
    return "" if first in ("key", "admin", "root", "chain", "slot") else told.detail


def _cells(one: AuditLine, language: str) -> tuple[object, ...]:
    return (
        one.at.isoformat(timespec="seconds"),
        one.doubt,
        one.officer,
        one.officer_id,
        one.device,
        one.told.group,
        one.told.what,
        words_of(one.told, language),
        one.about,
        one.told.detail,
        one.reasoned,
        one.counted,
        one.chain,
        one.seq,
    )


def _shown(cell: object) -> str:
    return {True: "1", False: ""}[cell] if isinstance(cell, bool) else str(cell)


def _line(
    one: Step, names: Mapping[str, str], devices: Mapping[str, str], said: Mapping[str, str], office: Office
) -> AuditLine:
    by_code = wording.text("audit_by_code", office.language)
    return AuditLine(
        at=datetime.fromtimestamp(one.at, office.clock().tzinfo),
        doubt=one.doubt,
        officer=by_code if one.actor == BY_CODE else names.get(one.actor, ""),
        officer_id=one.actor,
        device=devices.get(one.chain, one.chain[:8]),
        told=one.told,
        about=said.get(one.told.about, devices.get(one.told.about, one.told.about)),
        chain=one.chain,
        seq=one.seq,
        reasoned=one.reasoned,
        counted=one.counted,
    )
