"""The three boxes of a report: empty to sign by hand, or with who signed, as what, when, and the code."""

import datetime as dt
from dataclasses import dataclass

from hbp_desktop.domain.dates import clock
from hbp_desktop.domain.report import ReportData
from hbp_desktop.domain.signoff import Signature
from hbp_desktop.reports.blocks import TABLE, TABLE_LEADING, TEXT, Block, note
from hbp_desktop.reports.canvas import A4, INK2, MM, RULE, Pen
from hbp_desktop.reports.fonts import BOLD, MONO, REGULAR
from hbp_desktop.reports.words import UNKNOWN, Words
from hbp_desktop.reports.wrap import Line, wrap

_WIDTH = A4.room
_GAP = 12.0
_BOX = (_WIDTH - 2 * _GAP) / 3
_SIGNATURE = 19 * MM
_STAMP = 36.0
_LABEL = 42.0
_ROW = 3.0  # between two rows of a box
_ROLES = {"prepare": "prepared", "check": "reviewed", "approve": "approved"}

Rows = list[tuple[str, tuple[Line, ...]]]


@dataclass(frozen=True)
class Signer:
    """Who signs in one box; `date`, `code` and `signed` only once signed."""

    role: str
    name: str
    post: str
    date: str = ""
    code: str = ""
    signed: str = ""


def boxes(data: ReportData, words: Words) -> Block:
    """Lay out the three boxes, all of one height."""
    signers = signers_of(data, words)
    wrapped = [_signer_rows(signer, words) for signer in signers]
    tallest = max(sum(len(lines) * TABLE_LEADING + _ROW for _, lines in rows_of) for rows_of in wrapped)
    high = 22 + _SIGNATURE + tallest + _STAMP + 18

    def draw(pen: Pen, x: float, y: float) -> None:
        for index, (signer, rows_of) in enumerate(zip(signers, wrapped, strict=True)):
            _box(pen, x + index * (_BOX + _GAP), y, high, signer, rows_of, words)

    return Block(high, draw)


def signed_before(data: ReportData, words: Words) -> list[Block]:
    """Say that an older version was signed and this one is not."""
    if data.signatures or not data.signed_before:
        return []
    names = "; ".join(
        f"{words(f'signoff.{_ROLES[one.step]}')} {one.name}, {words.date(_when(data, one).date())}"
        for one in data.signed_before
    )
    version = data.signed_before[0].of.version
    told = words("signoff.before", version=version, now=data.version, names=names)
    return list(note(told, _WIDTH))


def signers_of(data: ReportData, words: Words) -> tuple[Signer, ...]:
    """Give who signed each box, or who is expected to."""
    given = {_ROLES[one.step]: _signed(data, one, words) for one in data.signatures if one.step in _ROLES}
    return tuple(given.get(one.role, one) for one in _expected(data, words))


def _expected(data: ReportData, words: Words) -> tuple[Signer, ...]:
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


def _signed(data: ReportData, one: Signature, words: Words) -> Signer:
    when = _when(data, one)
    time = clock(f"{when:%H:%M}", words.language)
    signed = words("signoff.signed", time=time)
    return Signer(_ROLES[one.step], one.name, _post_of(one, words), words.date(when.date()), one.code, signed)


def _post_of(one: Signature, words: Words) -> str:
    """Give the post signed as; who acts (pemangku) says so, by the letter."""
    if not one.role:
        return one.post
    post = f"{words(f'acting.{one.role}')}, {one.post}" if one.post else words(f"acting.{one.role}")
    return f"{post} ({words('signoff.acting_letter', letter=one.letter)})" if one.letter else post


def _when(data: ReportData, one: Signature) -> dt.datetime:
    return dt.datetime.fromtimestamp(one.at, data.made.tzinfo)


def _signer_rows(signer: Signer, words: Words) -> Rows:
    room = _BOX - 20 - _LABEL
    rows: Rows = [
        (words("signoff.name"), wrap(signer.name or UNKNOWN, BOLD, TABLE, room)),
        (words("signoff.post"), wrap(signer.post or UNKNOWN, REGULAR, TABLE, room)),
        (words("signoff.date"), wrap(signer.date, REGULAR, TABLE, room)),
    ]
    if signer.code:
        rows.append((words("signoff.code"), wrap(signer.code, MONO, TABLE, room)))
    return rows


def _box(pen: Pen, x: float, y: float, high: float, signer: Signer, rows_of: Rows, words: Words) -> None:
    pen.box(x, y, _BOX, high, RULE)
    pen.text(x + 10, y + 18, words(f"signoff.{signer.role}"), BOLD, TEXT)
    at = y + 22 + _SIGNATURE
    if signer.signed:
        pen.text(x + 10, at - 5, signer.signed, REGULAR, TABLE, INK2)
    pen.rule(x + 10, at, x + _BOX - 10, 0.4)
    for label, lines in rows_of:
        pen.text(x + 10, at + TABLE + 6, label, REGULAR, TABLE, INK2)
        at = pen.lines(x + 10 + _LABEL, at + TABLE + 6, lines, TABLE, TABLE_LEADING) - TABLE - _ROW
    pen.box(x + 10, y + high - _STAMP - 9, _BOX - 20, _STAMP, 0.6, 0x66, dashed=True)
    pen.centre(x + _BOX / 2, y + high - 9 - _STAMP / 2 + 2.5, words("signoff.stamp"), REGULAR, 7.2, INK2)
