"""The last page: what was checked, three boxes to sign in, and how to check a printed page."""

from hbp_desktop.domain.report import ReportData
from hbp_desktop.reports.blocks import (
    HEADING,
    NOTE,
    NOTE_LEADING,
    TABLE,
    TEXT,
    TITLE,
    Block,
    facts,
    heading,
    note,
    paragraph,
    stack,
)
from hbp_desktop.reports.canvas import A4, INK2, MM, Pen
from hbp_desktop.reports.fonts import BOLD, MONO, REGULAR
from hbp_desktop.reports.qr import draw_qr
from hbp_desktop.reports.signoff_boxes import boxes, signed_before
from hbp_desktop.reports.tables import by_kind, headline, rows
from hbp_desktop.reports.words import UNKNOWN, Words
from hbp_desktop.reports.wrap import wrap

_WIDTH = A4.room
_QR = 24 * MM


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
            [
                heading(words("signoff.boxes_heading"), "", _WIDTH),
                *signed_before(data, words),
                boxes(data, words),
                _proof(data, words),
            ],
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


def _proof(data: ReportData, words: Words) -> Block:
    """Make the QR and the words on how to check a printed page against the version and the chain kept."""
    content = f"HBP {data.office.code} {data.number} V{data.version} {data.code} {data.chain_code}".strip()
    told = words("signoff.proof", check=data.code, version=data.version)
    lines = wrap(told, REGULAR, NOTE, _WIDTH - _QR - 24)
    x_text, high = _QR + 6, 42 + NOTE_LEADING * len(lines)

    def draw(pen: Pen, x: float, y: float) -> None:
        draw_qr(pen, x - 8, y, _QR, content)
        pen.text(x + x_text, y + 22, words("signoff.proof_heading"), BOLD, TEXT)
        pen.lines(x + x_text, y + 22 + 13, lines, NOTE, NOTE_LEADING, INK2)
        pen.text(x + x_text, y + high, data.code, MONO, HEADING)
        if data.chain_code:
            pen.text(x + x_text, y + high + 17, words("signoff.chain_code"), REGULAR, NOTE, INK2)
            pen.text(x + x_text, y + high + 30, data.chain_code, MONO, TABLE)

    return Block(max(_QR, high + 32), draw, gap=12.0)
