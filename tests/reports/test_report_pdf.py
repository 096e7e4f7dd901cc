"""`laporan.pdf`: what is printed is what was counted, whatever people typed, and always the same bytes."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hbp_desktop.domain.day import Day
from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.report import Change
from hbp_desktop.domain.session import Submitted
from hbp_desktop.domain.tally import Tally
from hbp_desktop.reports.figures_pages import label_of
from hbp_desktop.reports.memo import title_of
from hbp_desktop.reports.register_annex import annex_rows, register_leaves
from hbp_desktop.reports.report_pdf import report_leaves, report_pdf
from hbp_desktop.reports.view import View
from hbp_desktop.reports.words import Words
from hbp_desktop.resources import resource
from tests.reports import samples
from tests.reports.paper import complaints, needs_tools, renders, squeezed, text_of

WORDS = Words()
ROOT = Path(__file__).parents[2]


def pages(pdf: bytes, folder: Path) -> list[str]:
    return text_of(pdf, folder).split("\f")[:-1]


@needs_tools
def test_the_four_figures_stand_on_page_one(tmp_path: Path) -> None:
    first = squeezed(pages(report_pdf(samples.data(), WORDS), tmp_path)[0])
    assert "31 orang pelanggan yang membawa 40 urusan; 23 urusan telah selesai" in first
    assert "31 40 23 31" in first
    assert "Jumlah 40 23 16 1" in first
    assert "Pekeliling Ketua Pengarah JKM Bil. 3 Tahun 2021, perenggan F.4.1 dan F.4.2" in first


@needs_tools
@pytest.mark.parametrize(
    "table",
    ["service", "group", "age_group", "sex", "place", "counter", "day", "channel", "nationality", "oku"],
)
def test_every_figure_printed_is_the_figure_counted(table: str, tmp_path: Path) -> None:
    data = samples.data()
    printed = "\n".join(pages(report_pdf(data, WORDS), tmp_path)[1:3])
    for row in data.figures[table].rows:
        label = re.escape(label_of(data, table, row, WORDS)[:22])
        assert re.search(rf"{label}[^\n]*?\s{row.count}(\s|$)", printed), (table, row)


@needs_tools
def test_kinds_and_statuses_are_printed_as_counted(tmp_path: Path) -> None:
    data = samples.data()
    printed = squeezed(pages(report_pdf(data, WORDS), tmp_path)[1])
    counts = {row.keys: row.count for row in data.figures["kind_status"].rows}
    order = ("new", "in_progress", "waiting", "referred", "settled", "closed")
    for kind, name in (("aduan", "Aduan"), ("pertanyaan", "Pertanyaan"), ("penghargaan", "Penghargaan")):
        numbers = [counts.get((kind, status), 0) for status in order]
        assert " ".join(map(str, [name, *numbers, sum(numbers)])) in printed


@needs_tools
def test_the_register_has_every_matter_once(tmp_path: Path) -> None:
    data = samples.data()
    printed = text_of(report_pdf(data, WORDS), tmp_path, "-f", "4")
    for visit in data.visits:
        assert len(re.findall(rf"{re.escape(visit.ref)}\b", printed)) == 1
    rows = list(annex_rows(View(data, WORDS), WORDS))
    assert len(rows) == 40


@needs_tools
def test_nobody_is_named_unless_names_were_chosen(tmp_path: Path) -> None:
    data = samples.data()
    masked = squeezed(text_of(report_pdf(data, WORDS), tmp_path))
    named = squeezed(text_of(report_pdf(samples.data(names=True, mark=""), WORDS), tmp_path))
    for visit in data.visits:
        assert visit.name not in masked
        assert visit.identity is not None
        assert visit.identity.number not in masked
        assert visit.identity.number in named
    assert "770610-03-****" in masked
    assert "TERHAD" in named


@needs_tools
def test_a_draft_says_so_and_lists_what_is_missing(tmp_path: Path) -> None:
    gap = Problem("report_drafts_kept", "", "warning", {"count": 2})
    text = squeezed(text_of(report_pdf(samples.data(stage="draft", missing=(gap,)), WORDS), tmp_path))
    assert "DERAF 2 deraf kaunter belum disimpan · angka belum muktamad" in text
    assert text.count("Deraf, versi 2") == text.count("Muka surat")
    assert "Apa yang kurang" in text
    assert "DERAF" not in text_of(report_pdf(samples.data(), WORDS), tmp_path)


@needs_tools
def test_what_changed_since_the_last_version_is_told(tmp_path: Path) -> None:
    changes = (Change("clients", 25, 31), Change("settled", 24, 23))
    text = squeezed(text_of(report_pdf(samples.data(changes=changes), WORDS), tmp_path))
    assert "Perubahan sejak versi 1: pelanggan 25 kepada 31 (+6), selesai 24 kepada 23 (−1)." in text


@needs_tools
def test_a_late_report_is_marked_with_days_and_reason(tmp_path: Path) -> None:
    sent = Submitted(samples.DAY.replace(day=30), "E-mel 12", "Banjir")
    held = samples.session(submitted=sent)
    text = squeezed(text_of(report_pdf(samples.data(session=held, late_days=5), WORDS), tmp_path))
    assert "LEWAT 5 hari" in text
    assert "Sebab: Banjir" in text


@needs_tools
@pytest.mark.parametrize("count", [0, 1, 2000])
def test_no_one_one_and_thousands_print(count: int, tmp_path: Path) -> None:
    pdf = report_pdf(samples.data(samples.many_visits(count)), WORDS)
    assert complaints(pdf, tmp_path) == ""
    last = pages(pdf, tmp_path)[-1]
    assert "Disediakan oleh" in last
    assert re.search(r"Muka surat (\d+)/\1\b", last)


@needs_tools
def test_the_hostile_register_never_breaks_a_page(tmp_path: Path) -> None:
    pdf = report_pdf(samples.data(samples.wild_visits(), names=True), WORDS)
    assert complaints(pdf, tmp_path) == ""
    assert renders(pdf, tmp_path) == ""
    text = text_of(pdf, tmp_path)
    for sign in ("<para", "HYPERLINK(", "<img", "RLO", "கவிதா"):
        assert sign in text, sign


@needs_tools
def test_an_absurd_session_still_prints(tmp_path: Path) -> None:
    days = [Day(f"d{n}", samples.DAY, "09:00", "12:00", f"{'Rh. Nyawai ' * 30}{n}") for n in range(30)]
    held = samples.session(days, title="T" * 300, agencies=frozenset({"<b>JPN", "(((", "陈"}))
    pdf = report_pdf(samples.data(session=held), WORDS)
    assert complaints(pdf, tmp_path) == ""


def test_a_row_taller_than_a_page_is_split_and_loses_nothing() -> None:
    words = " ".join(f"kata{n}" for n in range(3000))
    one = samples.visit(1, (Matter(id="m", order=1, kind="aduan", details=words),), name="Salmah")
    data = samples.data([one])
    leaves = register_leaves(data, View(data, WORDS), WORDS)
    assert len(leaves) > 5


@needs_tools
def test_twenty_kilobytes_of_details_are_printed_whole(tmp_path: Path) -> None:
    words = " ".join(f"kata{n}" for n in range(2500))
    one = samples.visit(
        1, (Matter(id="m", order=1, kind="aduan", details=words + " " + "x" * 5000),), name="Salmah"
    )
    text = text_of(report_pdf(samples.data([one]), WORDS), tmp_path)
    assert all(f"kata{n}" in text for n in range(2500))
    assert text.count("x") >= 5000


def test_a_row_is_never_split_when_a_page_can_hold_it() -> None:
    data = samples.data(samples.many_visits(300))
    rows = list(annex_rows(View(data, WORDS), WORDS))
    assert len(rows) == 300
    assert max(row.height for row in rows) < 300


@needs_tools
def test_several_places_are_named_in_the_register(tmp_path: Path) -> None:
    days = [
        Day("d1", samples.DAY, place="Rh. Nyawai"),
        Day("d2", samples.DAY.replace(day=25), place="Rh. Ganda"),
    ]
    matters = (Matter(id="m", order=1, kind="aduan", details="Lambat"),)
    seen = [
        samples.visit(1, matters, place="Rh. Nyawai"),
        samples.visit(2, matters, place="Rh. Ganda", day="d2", date=days[1].date),
    ]
    text = squeezed(text_of(report_pdf(samples.data(seen, session=samples.session(days)), WORDS), tmp_path))
    assert "Selasa, 24 November 2026 · Rh. Nyawai" in text
    assert "Rabu, 25 November 2026 · Rh. Ganda" in text
    assert "pelanggan di sini boleh berjumlah lebih" in text


@needs_tools
def test_tallies_stand_apart(tmp_path: Path) -> None:
    tally = Tally("t", "s" * 32, "d1", "1", "pertanyaan", service="BWE", n=214)
    text = squeezed(text_of(report_pdf(samples.data(tallies=(tally,)), WORDS), tmp_path))
    assert "Tanpa butiran: 214 kiraan" in text
    assert "Pertanyaan BWE 214" in text


def test_the_sign_off_page_has_its_three_boxes_together() -> None:
    gaps = tuple(Problem("report_conflicts", "", "warning", {"count": n}) for n in range(1, 60))
    leaves = report_leaves(samples.data(stage="draft", missing=gaps), WORDS)
    assert len(leaves) > len(report_leaves(samples.data(), WORDS))


_PRINT = """
import hashlib
from hbp_desktop.reports.report_pdf import report_pdf
from hbp_desktop.reports.words import Words
from tests.reports import samples
before = samples.data(samples.wild_visits(), names=True) if {warm} else None
if before: report_pdf(before, Words())
print(hashlib.sha256(report_pdf(samples.data(), Words())).hexdigest())
"""


def test_the_same_records_give_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    digests = {hashlib.sha256(report_pdf(samples.data(), WORDS)).hexdigest()}
    for seed, warm in (("1", False), ("77", True)):
        done = subprocess.run(
            [sys.executable, "-c", _PRINT.format(warm=warm)],
            cwd=tmp_path,
            env={
                "PYTHONPATH": str(ROOT),
                "PYTHONHASHSEED": seed,
                "TZ": "America/New_York",
                "PATH": "/usr/bin:/bin",
            },
            capture_output=True,
            check=True,
        )
        digests.add(done.stdout.decode().strip())
    assert len(digests) == 1


def test_every_word_on_paper_is_in_both_languages() -> None:
    for words in Words("ms")._texts.values():
        assert words["ms"]
        assert words["en"]
    assert resource("texts", "reports.json").is_file()


@needs_tools
def test_the_report_prints_in_english_too(tmp_path: Path) -> None:
    text = squeezed(text_of(report_pdf(samples.data(), Words("en")), tmp_path))
    assert "Annex A: Register of matters" in text
    assert "31 clients who brought 40 matters" in text


@pytest.mark.parametrize(
    ("style", "title", "named"),
    [
        ("bertemu", "", "Hari Bertemu Pelanggan Bil. 4/2026"),
        ("bertemu", "Hari Bertemu Pelanggan", "Hari Bertemu Pelanggan Bil. 4/2026"),
        ("bertemu", "HARI BERTEMU  PELANGGAN BIL. 4/2026", "HARI BERTEMU PELANGGAN BIL. 4/2026"),
        ("bersama", "Turun padang", "Hari Bersama Pelanggan Bil. 4/2026: Turun padang"),
    ],
)
def test_the_memo_names_the_session_once(style: str, title: str, named: str) -> None:
    data = samples.data(session=samples.session(style=style, title=title))
    assert title_of(data, WORDS) == named
