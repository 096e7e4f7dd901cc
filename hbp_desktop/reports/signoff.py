"""The last page: what was checked, three boxes to sign in, and how to check a printed page."""

from dataclasses import dataclass

from hbp_desktop.domain.report import ReportData
from hbp_desktop.reports.blocks import (
    HEADING,
    NOTE,
    NOTE_LEADING,
    TABLE,
    TABLE_LEADING,
    TEXT,
    TITLE,
    Block,
    facts,
    heading,
    note,
    paragraph,
    stack,
)
from hbp_desktop.reports.canvas import A4, INK2, MM, RULE, Pen
from hbp_desktop.reports.fonts import BOLD, MONO, REGULAR
from hbp_desktop.reports.qr import draw_qr
from hbp_desktop.reports.tables import by_kind, headline, rows
from hbp_desktop.reports.words import UNKNOWN, Words
from hbp_desktop.reports.wrap import Line, wrap

_WIDTH = A4.room
_GAP = 12.0
_BOX = (_WIDTH - 2 * _GAP) / 3
_SIGNATURE = 19 * MM
_STAMP = 36.0
_LABEL = 42.0
_QR = 24 * MM


@dataclass(frozen=True)
class Signer:
    """Who signs in one box."""

    role: str
    name: str
    post: str


def signoff_blocks(data: ReportData, words: Words) -> list[Block]:
    """Lay out the last page; boxes and code stay together with the heading above them."""
    return [
        heading(words("signoff.heading"), "", _WIDTH, size=TITLE, gap=0.0),
        heading(words("signoff.summary_heading"), words("signoff.summary_note"), _WIDTH, gap=4.0),
        *paragraph(((REGULAR, _summary(data, words)),), _WIDTH, gap=0.0),
        heading(words("signoff.checked_heading"), "", _WIDTH),
        *facts(_checks(data, words), 222, _WIDTH),
        *_missing(data, words),
        stack(
            [heading(words("signoff.boxes_heading"), "", _WIDTH), _boxes(data, words), _proof(data, words)],
            gap=17.0,
        ),
    ]


def _summary(data: ReportData, words: Words) -> str:
    """Say in a sentence or two what people came for (D.4)."""
    matters = headline(data.figures, "matters")
    if not matters:
        return words("signoff.nothing")
    said = []
    services = [row for row in rows(data.figures, "service") if any(row.keys)]
    if services:
        top = max(services, key=lambda row: row.count)
        said.append(
            words("signoff.most", service=data.service_name(top.keys[0]), count=top.count, matters=matters)
        )
    complaints = next((row for row in by_kind(data.figures) if row.kind == "aduan"), None)
    if complaints and complaints.total:
        ongoing = complaints.total - complaints.settled
        last = max((day for day in data.deadlines.values()), default=None)
        code = "signoff.complaints_due" if ongoing and last else "signoff.complaints"
        said.append(words(code, count=complaints.total, ongoing=ongoing, date=words.date(last)))
    return " ".join(said)


def _checks(data: ReportData, words: Words) -> list[tuple[str, str]]:
    issued, served, left = (data.queue.get(name, 0) for name in ("issued", "served", "left"))
    sent, due = data.session.submitted, words.date(data.session.due)
    counted = headline(data.figures, "matters")
    listed = sum(1 for v in data.visits if not v.withdrawn for m in v.matters if not m.withdrawn)
    same = "check.same" if counted == listed else "check.not_same"
    checks = [
        (words("check.missing"), str(len(data.missing))),
        (words("check.figures"), words(same, count=counted, listed=listed)),
        (words("check.due"), due),
        (words("check.sent"), _sent(data, words) if sent else words("check.not_sent")),
    ]
    if issued:
        checks.insert(0, (words("check.queue"), _queue_sum(issued, served, left)))
    return checks


def _queue_sum(issued: int, served: int, left: int) -> str:
    return f"{issued} {'=' if issued == served + left else '≠'} {served} + {left}"


def _sent(data: ReportData, words: Words) -> str:
    sent = data.session.submitted
    when = words.date(sent.date) if sent else UNKNOWN
    if data.late_days:
        return words("check.late", date=when, days=data.late_days)
    return words("check.in_time", date=when)


def _missing(data: ReportData, words: Words) -> list[Block]:
    """List what is still missing, each on its own lines."""
    if not data.missing:
        return []
    blocks: list[Block] = [heading(words("signoff.missing_heading"), words("draft.word"), _WIDTH)]
    for number, problem in enumerate(data.missing, 1):
        blocks += note(f"{number}. {words.problem(problem)}", _WIDTH, gap=2.0)
    return blocks


def _signers(data: ReportData, words: Words) -> tuple[Signer, ...]:
    office, session = data.office, data.session
    leader = session.leader or next((duty.officer for duty in session.duties if duty.lead), "")
    post = next((duty.post for duty in session.duties if duty.officer == leader), "")
    return (
        Signer("prepared", leader, post),
        Signer("reviewed", office.reviewer_name, office.reviewer_post),
        Signer("approved", office.head_name, _head_post(data, words)),
    )


def _head_post(data: ReportData, words: Words) -> str:
    """Give the head's post; of one who acts, with the letter that says so."""
    office = data.office
    if not office.head_letter:
        return office.head_post
    return f"{office.head_post} ({words('signoff.acting_letter', letter=office.head_letter)})"


def _boxes(data: ReportData, words: Words) -> Block:
    signers = _signers(data, words)
    wrapped = [_signer_rows(signer, words) for signer in signers]
    tallest = max(sum(len(lines) for _, lines in rows_of) * TABLE_LEADING + 9 for rows_of in wrapped)
    high = 22 + _SIGNATURE + tallest + _STAMP + 18

    def draw(pen: Pen, x: float, y: float) -> None:
        for index, (signer, rows_of) in enumerate(zip(signers, wrapped, strict=True)):
            _box(pen, x + index * (_BOX + _GAP), y, high, words(f"signoff.{signer.role}"), rows_of, words)

    return Block(high, draw)


def _signer_rows(signer: Signer, words: Words) -> list[tuple[str, tuple[Line, ...]]]:
    room = _BOX - 20 - _LABEL
    return [
        (words("signoff.name"), wrap(signer.name or UNKNOWN, BOLD, TABLE, room)),
        (words("signoff.post"), wrap(signer.post or UNKNOWN, REGULAR, TABLE, room)),
        (words("signoff.date"), wrap("", REGULAR, TABLE, room)),
    ]


def _box(
    pen: Pen,
    x: float,
    y: float,
    high: float,
    title: str,
    rows_of: list[tuple[str, tuple[Line, ...]]],
    words: Words,
) -> None:
    pen.box(x, y, _BOX, high, RULE)
    pen.text(x + 10, y + 18, title, BOLD, TEXT)
    at = y + 22 + _SIGNATURE
    pen.rule(x + 10, at, x + _BOX - 10, 0.4)
    for label, lines in rows_of:
        pen.text(x + 10, at + TABLE + 6, label, REGULAR, TABLE, INK2)
        at = pen.lines(x + 10 + _LABEL, at + TABLE + 6, lines, TABLE, TABLE_LEADING) - TABLE - 3
    pen.box(x + 10, y + high - _STAMP - 9, _BOX - 20, _STAMP, 0.6, 0x66, dashed=True)
    pen.centre(x + _BOX / 2, y + high - 9 - _STAMP / 2 + 2.5, words("signoff.stamp"), REGULAR, 7.2, INK2)


def _proof(data: ReportData, words: Words) -> Block:
    """Make the QR and the words on how to check a printed page against the version kept."""
    content = f"HBP {data.office.code} {data.number} V{data.version} {data.code}"
    told = words("signoff.proof", check=data.code, version=data.version)
    lines = wrap(told, REGULAR, NOTE, _WIDTH - _QR - 24)

    def draw(pen: Pen, x: float, y: float) -> None:
        draw_qr(pen, x - 8, y, _QR, content)
        pen.text(x + _QR + 6, y + 22, words("signoff.proof_heading"), BOLD, TEXT)
        pen.lines(x + _QR + 6, y + 22 + 13, lines, NOTE, NOTE_LEADING, INK2)
        pen.text(x + _QR + 6, y + 42 + NOTE_LEADING * len(lines), data.code, MONO, HEADING)

    return Block(_QR, draw, gap=12.0)
