"""The slip in the client's hand, and the recovery sheet in the envelope."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from hbp_desktop.reports.qr import modules_across
from hbp_desktop.reports.slip import _QR, Slip, SlipMatter, reference_lines, slip_a6, slip_roll
from hbp_desktop.reports.words import Words
from tests.reports import samples
from tests.reports.paper import complaints, needs_tools, squeezed, text_of

WORDS = Words()
SLIP = Slip(
    office=samples.OFFICE,
    number="4/2026",
    ref="SGR06-K7MP-12C",
    made=samples.MADE,
    matters=(
        SlipMatter("aduan", "Bantuan Warga Emas"),
        SlipMatter("pertanyaan", "Bantuan Penjagaan OKU", True),
    ),
    queue="A-021",
    counter="1",
    date=samples.DAY,
    time="10:49",
    ack=dt.date(2026, 11, 25),
    reply=dt.date(2026, 11, 27),
    investigate=dt.date(2026, 12, 16),
    unit="Unit Warga Emas",
)


@needs_tools
@pytest.mark.parametrize("printed", [slip_a6, slip_roll])
def test_a_slip_says_the_number_the_matters_and_the_dates(printed: object, tmp_path: Path) -> None:
    assert callable(printed)
    pdf = printed(SLIP, WORDS)
    text = squeezed(text_of(pdf, tmp_path))
    assert complaints(pdf, tmp_path) == ""
    for said in (
        "SGR06-K7MP-",
        "12C",
        "Giliran A-021 · Kaunter 1",
        "Selasa, 24 November 2026, 10.49 pagi",
        "Aduan · Bantuan Warga Emas",
        "(selesai)",
        "Rabu, 25 November 2026",
        "Telefon 03-0000 0000, Unit Warga Emas",
        "Talian Kasih 15999",
    ):
        assert said in text


@needs_tools
@pytest.mark.parametrize("printed", [slip_a6, slip_roll])
def test_a_slip_is_one_page_whatever_is_on_it(printed: object, tmp_path: Path) -> None:
    assert callable(printed)
    long = SlipMatter("perkhidmatan", "Khidmat bantu di rumah <b>=1+1 \u202e" * 9)
    crowded = replace(SLIP, matters=(long,) * 40, ref="SGR-RSK12-ABCD-99999X", unit="U" * 200, queue="A" * 60)
    for slip in (
        crowded,
        replace(SLIP, matters=(), ack=None, reply=None, investigate=None, number="", date=None),
    ):
        pdf = printed(slip, WORDS)
        assert complaints(pdf, tmp_path) == ""
        assert text_of(pdf, tmp_path).count("\f") == 1


def test_the_code_on_a_slip_is_twenty_millimetres_or_more() -> None:
    for ref in ("SGR06-K7MP-12C", "SGR-RSK12-ABCD-99999X"):
        across = modules_across(ref)
        assert _QR * (across - 8) / across >= 20 * 72 / 25.4


def test_a_reference_breaks_before_its_running_number() -> None:
    assert reference_lines("SGR06-K7MP-12C") == ("SGR06-K7MP-", "12C")
    assert reference_lines("") == ("", "")
