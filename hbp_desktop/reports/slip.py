"""The slip a client takes home, A6 or on an 80 mm roll: reference, matters, dates; no name, no identity."""

import datetime as dt
from dataclasses import dataclass

from hbp_desktop.domain.report import Letterhead
from hbp_desktop.reports.blocks import ASCENT, Block, stack
from hbp_desktop.reports.canvas import GREY, HAIR, INK, INK2, MM, RULE, Leaf, Pen, Sheet, bind
from hbp_desktop.reports.fonts import BOLD, MONO_BOLD, REGULAR
from hbp_desktop.reports.qr import draw_qr
from hbp_desktop.reports.words import Words
from hbp_desktop.reports.wrap import Part, clip, wrap, wrap_parts

A6 = Sheet(105 * MM, 148 * MM, 9 * MM, 9 * MM, 6.5 * MM, 6.5 * MM)
_ROLL = (80 * MM, 4 * MM)  # width and margin of the paper roll
_REFERENCE = 17.0
_QR = 28.5 * MM  # with its quiet zone; the code itself is 20 mm or more
_BODY, _LEADING, _SMALL = 9.5, 15.0, 8.0
_MOST_MATTERS = 5
_BOX = 38.0


@dataclass(frozen=True)
class SlipMatter:
    """A matter without its details: kind code, service name, whether it is settled."""

    kind: str
    service: str = ""
    settled: bool = False


@dataclass(frozen=True)
class Slip:
    """What a slip says; dates are None where nothing is due."""

    office: Letterhead
    number: str
    ref: str
    made: dt.datetime
    matters: tuple[SlipMatter, ...]
    queue: str = ""
    counter: str = ""
    date: dt.date | None = None
    time: str = ""
    ack: dt.date | None = None
    reply: dt.date | None = None
    investigate: dt.date | None = None
    follow: dt.date | None = None
    unit: str = ""
    copy: int = 1


def slip_a6(slip: Slip, words: Words) -> bytes:
    """Print the slip on A6."""
    return bind([Leaf(A6, lambda pen: _a6(pen, slip, words))], _no_frame, _title(slip, words), slip.made)


def slip_roll(slip: Slip, words: Words) -> bytes:
    """Print the slip on an 80 mm roll: the same blocks in one column, the code last."""
    wide, margin = _ROLL
    room = wide - 2 * margin
    blocks = [
        _head(slip, room, words, 0.0),
        _reference(slip, room, words),
        *_matters(slip, room, words),
        *_next(slip, room, words),
        _ring(slip, room, words),
        _qr_block(slip, room),
        _foot(slip, room, words),
    ]
    whole = stack(blocks)
    sheet = Sheet(wide, whole.height + 4 * margin, margin, margin, 2 * margin, 2 * margin)
    leaf = Leaf(sheet, lambda pen: whole.draw(pen, margin, 2 * margin))
    return bind([leaf], _no_frame, _title(slip, words), slip.made)


def _no_frame(pen: Pen, page: int, pages: int) -> None:
    """Draw nothing around a slip."""


def _title(slip: Slip, words: Words) -> str:
    return f"{words('slip.title')} {slip.ref}"


def _a6(pen: Pen, slip: Slip, words: Words) -> None:
    room, x = A6.room, A6.left
    left = _reference(slip, room - _QR - 4, words)
    y = A6.top + 14
    head = _head(slip, room, words, 34.0)
    head.draw(pen, x, y)
    y += head.height
    left.draw(pen, x, y)
    draw_qr(pen, x + room - _QR + 8, y + 2, _QR, slip.ref)
    y += max(left.height, _QR) + 4
    pen.rule(x, y, x + room, RULE, GREY)
    bottom = A6.height - A6.bottom
    for block in _fitting(slip, room, words, bottom - 16 - _BOX - 4 - y):
        block.draw(pen, x, y + block.gap)
        y += block.gap + block.height
    _ring(slip, room, words).draw(pen, x, bottom - 16 - _BOX)
    _foot(slip, room, words).draw(pen, x, bottom - 13)


def _fitting(slip: Slip, room: float, words: Words, high: float) -> list[Block]:
    """Give the middle of the slip with as many matters as there is room for, at least one."""
    for most in range(_MOST_MATTERS, 0, -1):
        blocks = [*_matters(slip, room, words, most), _line(room), *_next(slip, room, words)]
        if sum(block.gap + block.height for block in blocks) <= high:
            break
    return blocks


def _head(slip: Slip, room: float, words: Words, crest: float) -> Block:
    office = words(
        "slip.office" if slip.number else "slip.office_only", office=slip.office.short, number=slip.number
    )
    at = crest + 10 if crest else 0.0
    high = crest or 24.0

    def draw(pen: Pen, x: float, y: float) -> None:
        if crest and slip.office.crest:
            pen.picture(x, y, crest, crest, slip.office.crest)
        elif crest:
            _empty_crest(pen, x, y, crest, words)
        pen.text(x + at, y + high / 2 - 3, words("slip.title"), BOLD, 10.5)
        pen.text(x + at, y + high / 2 + 9, clip(office, REGULAR, _SMALL, room - at), REGULAR, _SMALL, INK2)
        pen.rule(x, y + high + 9, x + room, RULE)

    return Block(high + 13, draw)


def _empty_crest(pen: Pen, x: float, y: float, size: float, words: Words) -> None:
    pen.box(x, y, size, size, 0.7, 0x66, dashed=True)
    for index, line in enumerate(words("letter.crest").split("\n")):
        pen.centre(x + size / 2, y + size / 2 - 1 + 7 * index, line, REGULAR, 5.6, INK2)


def _reference(slip: Slip, room: float, words: Words) -> Block:
    first, second = reference_lines(slip.ref)
    size = min(_REFERENCE, room / (0.6 * max(len(first), len(second), 1)))
    where = [words("slip.queue", queue=slip.queue)] if slip.queue else []
    where += [words("slip.counter", counter=slip.counter)] if slip.counter else []
    when = words.long_date(slip.date)
    when = words("slip.when", date=when, time=words.clock(slip.time)) if slip.time else when
    lines = [*wrap(" · ".join(where), REGULAR, _SMALL, room), *wrap(when, REGULAR, _SMALL, room)]

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.text(x, y + 12, words("slip.reference"), REGULAR, _SMALL, INK2)
        pen.text(x, y + 32, first, MONO_BOLD, size)
        pen.text(x, y + 53, second, MONO_BOLD, size)
        pen.lines(x, y + 69, lines, _SMALL, 11.4, INK2)

    return Block(62 + 11.4 * len(lines), draw)


def reference_lines(ref: str) -> tuple[str, str]:
    """Break a reference number in two after the office and device, so that it can be read aloud."""
    office, dash, number = ref.rpartition("-")
    return (f"{office}{dash}", number) if office else (ref, "")


def _matters(slip: Slip, room: float, words: Words, most: int = _MOST_MATTERS) -> list[Block]:
    blocks = [_small_head(words("slip.matters"), room)]
    for number, matter in enumerate(slip.matters[:most], 1):
        text = " · ".join(part for part in (words.name("kind", matter.kind), matter.service) if part)
        parts: list[Part] = [(REGULAR, clip(text, REGULAR, _BODY, room * 1.6))]
        if matter.settled:
            parts.append((REGULAR, f" {words('slip.settled')}"))
        blocks.append(_item(f"{number}.", tuple(parts), room))
    if len(slip.matters) > most:
        more = words("slip.more", count=len(slip.matters) - most)
        blocks.append(_item("", ((REGULAR, more),), room))
    return blocks


def _next(slip: Slip, room: float, words: Words) -> list[Block]:
    """Say what comes next, dates in words."""
    steps = [
        ("ack", slip.ack),
        ("reply", slip.reply),
        ("investigate", slip.investigate),
        ("follow", slip.follow),
    ]
    due = [(words(f"slip.{name}") + " ", _whole(words.long_date(day))) for name, day in steps if day]
    blocks = [_small_head(words("slip.next"), room)]
    if not due:
        settled = all(matter.settled for matter in slip.matters)
        text = words("slip.nothing_next" if settled else "slip.wait_for_office")
        return [*blocks, _item("", ((REGULAR, text),), room, indent=0.0)]
    return blocks + [_item("□", ((REGULAR, text), (BOLD, day)), room) for text, day in due]


def _whole(text: str) -> str:
    """Keep a date on one line."""
    return text.replace(" ", "\u00a0")


def _small_head(text: str, room: float) -> Block:
    return Block(
        17, lambda pen, x, y: _ignore(pen.text(x, y + 11, clip(text, BOLD, 10.0, room), BOLD, 10.0)), gap=5
    )


def _ignore(_: float) -> None:
    """Turn a drawing that gives where it ended into one that gives nothing."""


def _item(sign: str, parts: tuple[Part, ...], room: float, indent: float = 17.0) -> Block:
    lines = wrap_parts(parts, _BODY, room - indent)

    def draw(pen: Pen, x: float, y: float) -> None:
        if sign == "□":
            pen.box(x, y + 4.6, 6, 6, 0.6, INK)
        elif sign:
            pen.text(x, y + _BODY * ASCENT + 3, sign, REGULAR, _BODY)
        pen.lines(x + indent, y + _BODY * ASCENT + 3, lines, _BODY, 13.0)

    return Block(_LEADING + 13.0 * (len(lines) - 1) + 0.5, draw)


def _line(room: float) -> Block:
    return Block(1, lambda pen, x, y: pen.rule(x, y, x + room, HAIR, GREY), gap=4)


def _ring(slip: Slip, room: float, words: Words) -> Block:
    phone = words("slip.ring", phone=slip.office.phone) if slip.office.phone else words("slip.no_phone")
    parts: tuple[Part, ...] = ((BOLD, phone), *(((REGULAR, f", {slip.unit}"),) if slip.unit else ()))

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.box(x, y, room, _BOX, RULE)
        pen.lines(x + 9, y + 16, wrap_parts(parts, _BODY, room - 18)[:1], _BODY, 13)
        pen.text(x + 9, y + 29, clip(words("slip.keep"), REGULAR, _SMALL, room - 18), REGULAR, _SMALL, INK2)

    return Block(_BOX, draw, gap=8)


def _qr_block(slip: Slip, room: float) -> Block:
    return Block(_QR, lambda pen, x, y: draw_qr(pen, x + (room - _QR) / 2, y, _QR, slip.ref), gap=6)


def _foot(slip: Slip, room: float, words: Words) -> Block:
    def draw(pen: Pen, x: float, y: float) -> None:
        pen.text(x, y + 10, words("slip.emergency"), REGULAR, _SMALL, INK2)
        pen.right(x + room, y + 10, words("slip.copy", copy=slip.copy), REGULAR, _SMALL, INK2)

    return Block(13, draw)
