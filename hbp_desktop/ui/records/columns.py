"""The columns of the list of records: how a row becomes its cells."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hbp_desktop.domain.dates import short_date
from hbp_desktop.domain.deadlines import Due
from hbp_desktop.domain.exchange import Mark
from hbp_desktop.domain.person import masked_number
from hbp_desktop.domain.visit import Visit
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.desk import Shape
from hbp_desktop.ui.kept_words import kept_words
from hbp_desktop.ui.parts.cell import Cell, text_width
from hbp_desktop.ui.parts.table import Column
from hbp_desktop.ui.records import mark_words
from hbp_desktop.usecases.record_list import URGENT, ListRow

LONGEST_NAME = 200
REFERENCE = 17  # characters of a usual reference number
DOCUMENT = 14
_WORDS = (
    QT_TRANSLATE_NOOP("RecordColumns", "Anonymous"),
    QT_TRANSLATE_NOOP("RecordColumns", "Client"),
    QT_TRANSLATE_NOOP("RecordColumns", "Code"),
    QT_TRANSLATE_NOOP("RecordColumns", "Deadline"),
    QT_TRANSLATE_NOOP("RecordColumns", "Document"),
    QT_TRANSLATE_NOOP("RecordColumns", "Immediate route"),
    QT_TRANSLATE_NOOP("RecordColumns", "LATE %1"),
    QT_TRANSLATE_NOOP("RecordColumns", "Matters"),
    QT_TRANSLATE_NOOP("RecordColumns", "No name"),
    QT_TRANSLATE_NOOP("RecordColumns", "Queue"),
    QT_TRANSLATE_NOOP("RecordColumns", "Reference"),
    QT_TRANSLATE_NOOP("RecordColumns", "Status"),
    QT_TRANSLATE_NOOP("RecordColumns", "Waiting"),
    QT_TRANSLATE_NOOP("RecordColumns", "Withdrawn"),
    QT_TRANSLATE_NOOP("RecordColumns", "no deadline"),
    QT_TRANSLATE_NOOP("RecordColumns", "no document"),
    QT_TRANSLATE_NOOP("RecordColumns", "today"),
)


MarkOf = Callable[[str], Mark]


def _here(_visit: str) -> Mark:
    return "here"


def columns(language: str, today: date, stacked: bool, mark_of: MarkOf = _here) -> list[Column]:
    """Give the columns; `stacked` puts reference number and document below the name, for narrow windows.

    `mark_of` tells where the record of a visit lies.
    """
    if stacked:
        return [
            Column("name", _say("Client"), _two_lines),
            Column("matters", _say("Matters"), _letters, 96),
            Column("status", _say("Status"), _status, 132),
            Column(
                "due",
                _say("Deadline"),
                lambda row: _marked(_due(row.due, language, today), mark_of(row.visit.id)),
                92,
            ),
        ]
    return [
        Column(
            "ref",
            _say("Reference"),
            lambda row: Cell(row.visit.ref, mono=True),
            text_width("0" * REFERENCE, mono=True),
        ),
        Column("queue", _say("Queue"), lambda row: Cell(row.visit.queue or "–", "ink2"), 54),
        Column("name", _say("Client"), lambda row: Cell(client_name(row.visit), weight=500, tip=_tip(row))),
        Column(
            "document",
            _say("Document"),
            lambda row: Cell(document(row.visit), "ink2", mono=True),
            text_width("0" * DOCUMENT, mono=True),
        ),
        Column("matters", _say("Matters"), _letters, 62),
        Column("code", _say("Code"), _code, 60),
        Column("status", _say("Status"), _status, 126),
        Column("due", _say("Deadline"), lambda row: _due(row.due, language, today), 82),
        Column("saved", "", lambda row: _mark(mark_of(row.visit.id)), 32),
    ]


def shown_columns(shape: Shape) -> Sequence[str]:
    """Say which columns there is room for: the code goes first, then the queue number."""
    if not shape.at_least("narrow"):
        return ("name", "matters", "status", "due")
    dropped = {"wide": (), "normal": ("code", "queue"), "narrow": ("code",)}[shape.width]
    every = ("ref", "queue", "name", "document", "matters", "code", "status", "due", "saved")
    return [key for key in every if key not in dropped]


def client_name(visit: Visit) -> str:
    """Name a client for the list, on one line."""
    if visit.anonymous:
        return kept_words(visit) or _say("Anonymous")
    return " ".join(visit.name.split())[: LONGEST_NAME + 1] or _say("No name")


def document(visit: Visit) -> str:
    """Give a client's document, masked."""
    if visit.guarded and visit.anonymous:
        return "–"
    if visit.identity is None or visit.identity.kind == "none":
        return _say("no document")
    return masked_number(visit.identity)


def status_word(status: str) -> str:
    """Name the status of a whole visit."""
    short = {URGENT: _say("Immediate route"), "waiting": _say("Waiting")}
    return short.get(status) or matter_words.word(status)


def status_look(status: str) -> str:
    """Give the chip look of a whole visit's status."""
    return "bad" if status == URGENT else matter_words.look(status)


def due_words(due: Due | None, language: str, today: date) -> str:
    """Write a deadline for a narrow place."""
    if due is None:
        return "–"
    if due.late:
        return _say("LATE %1").replace("%1", str(due.late))
    return _say("today") if due.date == today else short_date(due.date, language)


def _two_lines(row: ListRow) -> Cell:
    visit = row.visit
    second = " · ".join(filter(None, (visit.ref, visit.queue)))
    return Cell(client_name(visit), weight=500, second=second, second_mono=True, tip=_tip(row))


def _letters(row: ListRow) -> Cell:
    kinds = [matter.kind for matter in row.matters]
    said = ", ".join(matter_words.word(kind) for kind in kinds)
    return Cell(letters=tuple(matter_words.letter(kind) for kind in kinds), name=said, tip=said)


def _document(row: ListRow) -> Cell:
    return Cell(document(row.visit), "ink2", mono=True)


def _mono(characters: int) -> int:
    return text_width("0" * characters, mono=True)


def _code(row: ListRow) -> Cell:
    codes = [matter.service_code for matter in row.matters if matter.service_code]
    names = ", ".join(matter.service for matter in row.matters if matter.service)
    return Cell(codes[0] if codes else "–", mono=bool(codes), tip=names)


def _status(row: ListRow) -> Cell:
    if row.visit.withdrawn:
        return Cell(_say("Withdrawn"), chip="neutral")
    return Cell(status_word(row.status), chip=status_look(row.status)) if row.status else Cell("–")


def _due(due: Due | None, language: str, today: date) -> Cell:
    words = due_words(due, language, today)
    if due is None:
        return Cell(words, "ink3", name=_say("no deadline"))
    tone = "bad" if due.late or due.date == today else "warn" if due.near else "ink"
    return Cell(words, tone, weight=600 if tone == "bad" else 0)


def _mark(mark: Mark) -> Cell:
    icon, tone = mark_words.sign(mark)
    return Cell(icon=icon, icon_tone=tone, name=mark_words.word(mark), tip=mark_words.word(mark))


def _marked(cell: Cell, mark: Mark) -> Cell:
    """Put the sign below a cell's words, where there is no column for it."""
    icon, tone = mark_words.sign(mark)
    spoken = f"{cell.spoken()}, {mark_words.word(mark)}"
    return replace(cell, second=" ", second_icon=icon, second_icon_tone=tone, name=spoken)


def _tip(row: ListRow) -> str:
    visit = row.visit
    return "\n".join(filter(None, (client_name(visit), visit.ref, visit.place)))


def _say(text: str) -> str:
    """Give one of _WORDS in the window's language."""
    return QCoreApplication.translate("RecordColumns", text)
