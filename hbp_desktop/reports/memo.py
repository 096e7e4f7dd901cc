"""The first pages of a report: letterhead, memo, session facts, four figures, kinds against outcomes."""

from collections.abc import Sequence

from hbp_desktop.domain.report import Change, ReportData
from hbp_desktop.reports.blocks import (
    ASCENT,
    FIGURE,
    NOTE,
    NOTE_LEADING,
    TABLE,
    TABLE_LEADING,
    TEXT,
    TEXT_LEADING,
    TITLE,
    Block,
    Column,
    beside,
    facts,
    heading,
    note,
    paragraph,
    stack,
    table,
)
from hbp_desktop.reports.canvas import A4, GREY, HEAVY, INK2, MM, RULE, Pen
from hbp_desktop.reports.fonts import BOLD, REGULAR
from hbp_desktop.reports.session_facts import session_facts
from hbp_desktop.reports.tables import KindRow, by_kind, headline
from hbp_desktop.reports.words import UNKNOWN, Words
from hbp_desktop.reports.wrap import Part, clip, measure, wrap

_WIDTH = A4.room
_CREST = 21 * MM
_HALF = 242.0  # points to the second column of facts
_SIGNATURE = 34.0
_CLAUSED = frozenset({"aduan", "cadangan", "pertanyaan", "permohonan", "perkhidmatan"})


def memo_blocks(data: ReportData, words: Words) -> list[Block]:
    """Lay out the memo."""
    return [
        *_draft_box(data, words),
        _letterhead(data, words),
        *_address_lines(data, words),
        *paragraph(_opening(data, words), _WIDTH, gap=9.0),
        *_facts(data, words),
        *_figures(data, words),
        *_remarks(data, words),
        stack(_closing(data, words), gap=11.0),
    ]


def _draft_box(data: ReportData, words: Words) -> list[Block]:
    """Make the boxed word DERAF with its reasons, while the report is a draft."""
    if data.stage != "draft":
        return []
    word = words("draft.word")
    room = measure(word, BOLD, TEXT) + 7 * len(word) / 4 + 20
    reasons = [words.in_short(problem) for problem in data.missing]
    lines = wrap(" · ".join([*reasons, words("draft.figures")]), REGULAR, NOTE, _WIDTH - room - 8)
    high = len(lines) * NOTE_LEADING + 7

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.box(x, y, _WIDTH, high, RULE)
        pen.spaced(x + room / 2, y + 12.5, word, BOLD, TEXT, 1.8)
        pen.lines(x + room, y + 12, lines, NOTE, NOTE_LEADING, INK2)

    return [Block(high + 9, draw)]


def _letterhead(data: ReportData, words: Words) -> Block:
    office = data.office
    x_text = _CREST + 17
    right = [words("letter.phone", number=office.phone)] if office.phone else []
    right += [words("letter.fax", number=office.fax)] if office.fax else []
    room = _WIDTH - x_text - max([0.0, *(measure(line, REGULAR, TABLE) + 12 for line in right)])
    names = wrap(office.name, BOLD, 10.0, room)
    address = wrap(office.address, REGULAR, TABLE, room)
    high = max(_CREST, 18 + 13 * len(names) + TABLE_LEADING * len(address))

    def draw(pen: Pen, x: float, y: float) -> None:
        _crest(pen, x, y, data, words)
        at = y + (high - 13 * len(names) - TABLE_LEADING * len(address) - 15) / 2 + TITLE * ASCENT
        pen.text(x + x_text, at, clip(office.department, BOLD, 12.0, room), BOLD, 12.0)
        at = pen.lines(x + x_text, at + 13.5, names, 10.0, 13)
        pen.lines(x + x_text, at - 1, address, TABLE, TABLE_LEADING, INK2)
        for index, line in enumerate(right):
            pen.right(x + _WIDTH, y + 26 + 12 * index, line, REGULAR, TABLE, INK2)
        pen.rule(x, y + high + 12.5, x + _WIDTH, HEAVY)

    return Block(high + 24, draw)


def _crest(pen: Pen, x: float, y: float, data: ReportData, words: Words) -> None:
    """Place the office's own picture, or a dashed box where one would stand."""
    if data.office.crest:
        pen.picture(x, y, _CREST, _CREST, data.office.crest)
        return
    pen.box(x, y, _CREST, _CREST, 0.8, 0x66, dashed=True)
    for index, line in enumerate(words("letter.crest").split("\n")):
        pen.centre(x + _CREST / 2, y + _CREST / 2 - 1.5 + 8.5 * index, line, REGULAR, 7.0, INK2)


def _address_lines(data: ReportData, words: Words) -> list[Block]:
    office = data.office
    width_left = 318.0
    left = [
        (words("letter.to"), office.to or UNKNOWN),
        (words("letter.from"), office.sender or office.name),
    ]
    right = [
        (words("letter.reference"), office.file_ref or UNKNOWN),
        (words("letter.date"), words.date(data.made.date())),
    ]
    first = stack(facts(left, 62, width_left - 8))
    second = stack(facts(right, 48, _WIDTH - width_left))
    subject = words("letter.subject", title=title_of(data, words))
    return [beside(first, second, width_left), _subject(words("letter.about"), subject)]


def _subject(label: str, text: str) -> Block:
    lines = wrap(text, BOLD, TABLE, _WIDTH - 62)

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.text(x, y + TABLE + 1, label, REGULAR, TABLE, INK2)
        pen.lines(x + 62, y + TABLE + 1, lines, TABLE, TABLE_LEADING)

    return Block(len(lines) * TABLE_LEADING + 2.5, draw)


def title_of(data: ReportData, words: Words) -> str:
    """Name the session: its style and number, and its own title when it has one."""
    style = words(f"style.{data.session.style if data.session.style == 'bersama' else 'bertemu'}")
    number = words("session.number", number=data.number) if data.number else ""
    named = " ".join(part for part in (style, number) if part)
    title = " ".join(data.session.title.split())
    if not title or title.casefold() == style.casefold():
        return named
    return title if title.casefold().startswith(named.casefold()) else f"{named}: {title}"


def _opening(data: ReportData, words: Words) -> tuple[Part, ...]:
    """Write the paragraph that names the circular and its clauses (F.4.1, F.4.2)."""
    figures = data.figures
    return (
        (REGULAR, words("memo.opening") + " "),
        (BOLD, words("memo.circular")),
        (REGULAR, words("memo.clauses") + " "),
        (BOLD, words("memo.clients", count=headline(figures, "clients"))),
        (REGULAR, " " + words("memo.who_brought") + " "),
        (BOLD, words("memo.matters", count=headline(figures, "matters"))),
        (REGULAR, "; " + words("memo.settled", count=headline(figures, "settled")) + " "),
        (REGULAR, _in_time(data, words)),
    )


def _in_time(data: ReportData, words: Words) -> str:
    """Say when the report is due and whether it is late, with the reason given."""
    due, sent = words.date(data.session.due), data.session.submitted
    if data.late_days:
        reason = sent.late_reason if sent else ""
        late = words("memo.late", days=data.late_days, due=due)
        return f"{late} {words('memo.late_reason', reason=reason)}" if reason else late
    if sent:
        return words("memo.sent", date=words.date(sent.date), due=due)
    return words("memo.due", due=due)


def _facts(data: ReportData, words: Words) -> list[Block]:
    left, right = session_facts(data, words)
    first = facts(left, 50, _HALF - 14)
    second = facts(right, 88, _WIDTH - _HALF)
    title = heading(words("memo.session_heading"), "F.1, F.2", _WIDTH)
    if max(len(first), len(second)) > 12:
        return [title, *first, *second]
    return [title, beside(stack(first), stack(second), _HALF)]


def _figures(data: ReportData, words: Words) -> list[Block]:
    title = heading(words("memo.figures_heading"), words("memo.figures_note"), _WIDTH)
    return [title, _four_figures(data, words), *_kinds_table(data, words)]


def _four_figures(data: ReportData, words: Words) -> Block:
    cells = _headline_cells(data, words)
    step = _WIDTH / len(cells)

    def draw(pen: Pen, x: float, y: float) -> None:
        y += 6
        for index, (label, figure, below) in enumerate(cells):
            at = x + step * index + (10 if index else 0)
            if index:
                pen.stroke(at - 10, y - 6, at - 10, y + 56, RULE, GREY)
            pen.text(at, y + 8, label, REGULAR, TABLE, INK2)
            pen.text(at, y + 34, figure, BOLD, FIGURE)
            pen.text(at, y + 48, clip(below, REGULAR, NOTE, step - 14), REGULAR, NOTE, INK2)
        pen.rule(x, y + 56, x + _WIDTH)

    return Block(62, draw)


def _headline_cells(data: ReportData, words: Words) -> list[tuple[str, str, str]]:
    clients, visits, matters, settled, anonymous, proxies = (
        headline(data.figures, name)
        for name in ("clients", "visits", "matters", "settled", "anonymous_visits", "proxied_visits")
    )
    each = f"{matters / visits:.1f}" if visits else UNKNOWN
    share = f"{100 * settled / matters:.0f}%" if matters else UNKNOWN
    return [
        (words("figure.clients"), str(clients), words("figure.clients_note")),
        (words("figure.matters"), str(matters), words("figure.matters_note", each=each)),
        (words("figure.settled"), str(settled), words("figure.settled_note", share=share)),
        (
            words("figure.visits"),
            str(visits),
            words("figure.visits_note", anonymous=anonymous, proxies=proxies),
        ),
    ]


def _kinds_table(data: ReportData, words: Words) -> list[Block]:
    heads = ("kind", "total", "settled", "ongoing", "referred", "clause")
    widths = (_WIDTH - 316, 54.0, 50.0, 84.0, 48.0, 80.0)
    columns = [
        Column(words(f"column.{head}"), width, number=head not in ("kind", "clause"))
        for head, width in zip(heads, widths, strict=True)
    ]
    found = by_kind(data.figures)
    rows = [
        [words.name("kind_long", row.kind), *_kind_counts(row), _clause(row.kind, words)] for row in found
    ]
    sums = [sum(getattr(row, name) for row in found) for name in ("total", "settled", "ongoing", "referred")]
    return table(columns, rows, [words("column.sum"), *_counts(*sums), ""], gap=12.0, top=HEAVY)


def _kind_counts(row: KindRow) -> list[str]:
    return _counts(row.total, row.settled, row.ongoing, row.referred)


def _clause(kind: str, words: Words) -> str:
    """Name the clause of the circular that asks for a kind, none for compliments."""
    return words.name("clause", kind) if kind in _CLAUSED else UNKNOWN


def _counts(*numbers: int) -> list[str]:
    return [str(number) for number in numbers]


def _remarks(data: ReportData, words: Words) -> list[Block]:
    """Say what was counted without details, what is not described, and what changed since last time."""
    said: list[str] = []
    if tallies := headline(data.figures, "tallies"):
        said.append(words("memo.tallies", count=tallies))
    if untold := _untold(data):
        said.append(words("memo.untold", count=untold))
    if data.sealed != "0":
        said.append(words("memo.sealed", count=data.sealed))
    if data.changes:
        changes = ", ".join(_change(change, words) for change in data.changes)
        said.append(words("memo.changes", version=data.version - 1, changes=changes))
    return note(" ".join(said), _WIDTH, gap=6.0) if said else []


def _change(change: Change, words: Words) -> str:
    difference = change.after - change.before
    signed = f"{'+' if difference > 0 else '−'}{abs(difference)}"
    return words(f"change.{change.name}", before=change.before, after=change.after, difference=signed)


def _untold(data: ReportData) -> int:
    hidden = ("child",) if data.names else ("child", "violence")
    return sum(
        (matter.urgent in hidden or bool(matter.guarded)) and not matter.withdrawn
        for visit in data.visits
        if not visit.withdrawn
        for matter in visit.matters
    )


def _closing(data: ReportData, words: Words) -> Sequence[Block]:
    office = data.office
    blocks = paragraph(((REGULAR, words("memo.thanks")),), _WIDTH)
    for index, slogan in enumerate(office.slogans):
        blocks += paragraph(((BOLD, f"“{slogan}”"),), _WIDTH, gap=0.0 if index else 8.0)
    blocks += paragraph(((REGULAR, words("memo.in_trust")),), _WIDTH, gap=8.0)
    name = office.head_name.upper() or words("memo.head_unknown")
    blocks += paragraph(((BOLD, f"({name})"),), _WIDTH, TEXT, TEXT_LEADING, gap=_SIGNATURE)
    blocks += paragraph(((REGULAR, office.head_post or UNKNOWN),), _WIDTH, gap=0.0)
    if not office.head_letter:
        return blocks
    letter = words("memo.acting_letter", letter=office.head_letter)
    return blocks + paragraph(((REGULAR, letter),), _WIDTH, NOTE, NOTE_LEADING, gap=0.0)
