"""Text on paper: every script drawn or shown by its code, turned the right way, broken into lines."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hbp_desktop.reports.bidi import visual_runs
from hbp_desktop.reports.canvas import A4, Leaf, Pen, bind
from hbp_desktop.reports.fonts import BOLD, REGULAR, face_for
from hbp_desktop.reports.text_runs import line_spans, mark_name
from hbp_desktop.reports.wrap import clip, measure, wrap
from tests.reports.paper import complaints, needs_tools, squeezed, text_of

MADE = datetime(2026, 11, 25, tzinfo=UTC)


def page(*lines: str) -> bytes:
    def draw(pen: Pen) -> None:
        for index, line in enumerate(lines):
            pen.text(A4.left, 60 + 20 * index, line)

    return bind([Leaf(A4, draw)], lambda *_: None, "Cuba", MADE)


@needs_tools
def test_names_in_four_scripts_can_be_searched(tmp_path: Path) -> None:
    text = text_of(page("José D’Cruz (ﬁrdaus)", "கவிதா a/p ராமசாமி", "陈美玲", "lulus 😀"), tmp_path)
    for name in ("José D’Cruz", "கவிதா a/p ராமசாமி", "陈美玲", "😀"):
        assert name in text


@needs_tools
@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("Ahmad \u202egnatab\u202c bin Daud", "Ahmad RLO gnatab PDF bin Daud"),
        ("nul \u2400 esc \u241b", "nul NUL esc ESC"),
        ("a\u200bb \ufeffc", "a ZWSP b BOM c"),
        ("\ua997 \U00020000 \ue000", "U+A997 U+20000 U+E000"),
        ("a" + "\u0301" * 6, "U+0301 U+0301"),
        ("<img src=/etc/passwd> <b>&amp;", "<img src=/etc/passwd> <b>&amp;"),
        (r"( \) ) \\ {name} %s ]TJ ET", r"( \) ) \\ {name} %s ]TJ ET"),
    ],
)
def test_what_cannot_be_drawn_is_shown_by_its_code(hostile: str, shown: str, tmp_path: Path) -> None:
    pdf = page(hostile)
    assert complaints(pdf, tmp_path) == ""
    assert shown in squeezed(text_of(pdf, tmp_path))


def test_every_character_has_a_width_or_a_code() -> None:
    for code in (*range(0x20, 0x3000, 7), *range(0xE000, 0xF900, 97), 0x1F9FF, 0x10FFFF, 0xD800):
        character = chr(code)
        assert any(span.boxed or span.body for span in line_spans(REGULAR, f"x{character}x")), hex(code)


def test_large_fonts_are_not_opened_for_malay_text() -> None:
    assert {face_for(letter, BOLD) for letter in "Hari Bertemu Pelanggan – “siap”"} == {BOLD}


def test_jawi_reads_from_the_right_inside_a_malay_line() -> None:
    runs = visual_runs("Nama أحمد بن علي, umur 60")
    assert [right for _, right in runs] == [False, True, False]
    assert "".join(run for run, _ in runs) == "Nama أحمد بن علي, umur 60"


def test_a_number_inside_jawi_keeps_its_digits_in_order() -> None:
    assert ("123-456", False) in visual_runs("محمد 123-456 علي")


def test_lines_keep_every_word_and_never_pass_the_edge() -> None:
    text = "Permohonan dihantar pada 18 September tetapi belum ada keputusan; " * 9
    lines = wrap(text, REGULAR, 8.5, 120)
    assert " ".join(line.text for line in lines).split() == text.split()
    assert all(line.width <= 120.01 for line in lines)


def test_a_word_longer_than_a_line_is_cut_and_loses_nothing() -> None:
    lines = wrap("x" * 5000, REGULAR, 8.5, 120)
    assert "".join(line.text for line in lines) == "x" * 5000
    assert all(line.width <= 120.01 for line in lines)


def test_chinese_breaks_between_its_signs() -> None:
    lines = wrap("陈美玲要求尽快处理" * 20, REGULAR, 8.5, 100)
    assert len(lines) > 5
    assert all(line.width <= 100.01 for line in lines)


def test_line_ends_are_kept() -> None:
    assert [line.text for line in wrap("- satu\n\n- dua", REGULAR, 8.5, 200)] == ["- satu", "", "- dua"]


def test_a_clipped_line_says_so_and_fits() -> None:
    clipped = clip("Pejabat Kebajikan Masyarakat Daerah Hulu Langat " * 5, REGULAR, 8.5, 140)
    assert clipped.endswith("…")
    assert measure(clipped, REGULAR, 8.5) <= 140


def test_controls_have_their_own_names() -> None:
    assert (mark_name("\u202e"), mark_name("\U0001f9ff")) == ("RLO", "U+1F9FF")
