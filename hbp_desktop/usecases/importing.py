"""Import a register: read a file, guess its columns, show what would happen, then all of it or nothing."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hbp_desktop.domain.errors import Damaged, Invalid
from hbp_desktop.domain.matter import URGENT
from hbp_desktop.domain.reference import imported_reference
from hbp_desktop.domain.register.headings import FIELDS, REQUIRED, ColumnMapping, guess_mapping
from hbp_desktop.domain.register.lines import Line
from hbp_desktop.domain.register.preview import Preview, examine
from hbp_desktop.domain.register.records import PlannedVisit
from hbp_desktop.domain.register.setting import Setting
from hbp_desktop.domain.register.sheet import Finding, Ignored, Row, Sheet
from hbp_desktop.domain.register.standing import CHANGED, NEW, UNCHANGED, NewSubject, plan_import, stand
from hbp_desktop.domain.register.vocabulary import Vocabulary
from hbp_desktop.domain.session import Session
from hbp_desktop.resources import resource
from hbp_desktop.store import shelf
from hbp_desktop.usecases import guarding
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.register_files import read_bytes, read_file

__all__ = [
    "CHANGED",
    "FIELDS",
    "NEW",
    "REQUIRED",
    "UNCHANGED",
    "ColumnMapping",
    "Finding",
    "Ignored",
    "Imported",
    "Line",
    "PlannedVisit",
    "Preview",
    "Row",
    "Sheet",
    "accept",
    "guess",
    "preview",
    "read",
    "read_bytes",
    "setting_of",
    "vocabulary",
]


@dataclass(frozen=True)
class Imported:
    """What an import did: subjects created, lines that were there already, changed and left out."""

    visits: int
    matters: int
    unchanged: int
    changed: int
    left_out: int


@cache
def vocabulary() -> Vocabulary:
    """Give the words of registers that came with the program; raises Damaged."""
    path = resource("catalogues", "register_headers.json")
    try:
        return Vocabulary.of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Damaged("catalogue_unreadable", file=path.name) from error


def read(path: Path, page: str = "") -> Sheet:
    """Read a register's file; raises Refused, Damaged or Unreachable with the file's name.

    page: the worksheet to read, when a workbook holds several registers.
    """
    return read_file(path, vocabulary(), page)


def guess(sheet: Sheet) -> ColumnMapping:
    """Guess the header row and the columns; a person may correct the answer with `with_column`."""
    return guess_mapping(sheet, vocabulary())


def setting_of(office: Office, session: Session) -> Setting:
    """Give what a session says about its registers: days, counters, services."""
    office.ask("session.see")
    names = frozenset(duty.counter for duty in session.duties if duty.counter)
    ruling = guarding.guards(office)
    guarded = frozenset(urgent for urgent in URGENT if ruling.over(urgent))
    return Setting(session.id, session.days, session.counters, names, office.catalogues.services, guarded)


def preview(office: Office, session: Session, sheet: Sheet, mapping: ColumnMapping) -> Preview:
    """Show what an import would do: every doubtful cell, and what is new, unchanged or changed."""
    office.ask("register.import")
    examined = examine(sheet, mapping, vocabulary(), setting_of(office, session))
    with office.vault.read() as conn:
        held, visits = _held(conn, examined), shelf.session_visits(conn, session.id)
    return stand(examined, held, visits)


def accept(office: Office, shown: Preview, skip_bad: bool = False, also: Collection[int] = ()) -> Imported:
    """Import what a preview showed, in one transaction; bad lines are left out only by choice.

    Changed lines are never imported by themselves; `also` names the records of those a person wants added
    beside what is there. Importing twice changes nothing. Raises Invalid with the bad lines.
    """
    office.ask("register.import")
    if shown.unreadable or (shown.invalid and not skip_bad):
        raise Invalid((*shown.unreadable, *(finding.problem for finding in shown.invalid)))
    with office.writing() as w:
        held = _held(w.conn, shown)
        fresh = stand(shown, held, shelf.session_visits(w.conn, shown.setting.session))
        planned = plan_import(fresh, held, also)
        for subject in planned:
            w.create(subject.kind, subject.id, _referred(office, subject), action="imported")
    return _imported(fresh, planned, also)


def _referred(office: Office, subject: NewSubject) -> dict[str, object]:
    """Give a visit its reference number, the same on every laptop."""
    ref = {"ref": imported_reference(office.code, subject.id)} if subject.kind == "visit" else {}
    return {**subject.fields, **ref}


def _held(conn: Any, shown: Preview) -> frozenset[str]:
    """List which of a preview's visits and matters the office holds, withdrawn ones too."""
    visits = [visit.id for visit in shown.visits]
    matters = [matter.id for visit in shown.visits for matter in visit.matters]
    return frozenset(shelf.existing(conn, "visit", visits)) | frozenset(
        shelf.existing(conn, "matter", matters)
    )


def _imported(fresh: Preview, planned: tuple[NewSubject, ...], also: Collection[int]) -> Imported:
    kinds = [subject.kind for subject in planned]
    changed = [record for record, one in fresh.standing.items() if one == CHANGED and record not in also]
    return Imported(
        kinds.count("visit"),
        kinds.count("matter"),
        fresh.count(UNCHANGED),
        len(changed),
        len(fresh.bad_lines),
    )
