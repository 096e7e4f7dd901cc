"""The sign-off page: who signed, as what, when and with which code; or empty boxes to sign by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from hbp_desktop.domain.proof import ChainCode, SignedHead, heads_as_json
from hbp_desktop.domain.report import ReportData
from hbp_desktop.domain.signoff import Signature, Subject, signed
from hbp_desktop.reports.json_file import check_code, content, content_digest
from hbp_desktop.reports.report_pdf import report_pdf
from hbp_desktop.reports.signoff_boxes import signers_of
from hbp_desktop.reports.words import Words
from tests.reports import samples
from tests.reports.paper import needs_tools, squeezed, text_of

WORDS = Words()
NAMES = ("Rohani binti Salleh", "Hafiz Ismail", "Tuan Haji Zulkifli Hassan")
AT = 1795521600 + 60 * 58  # 24 November 2026, 4.58 in the afternoon where the office is


@pytest.fixture
def report() -> ReportData:
    return replace(samples.data(), stage="final", version=2)


def signatures(report: ReportData, version: int = 2) -> tuple[Signature, ...]:
    of = Subject(report.session.id, version, content_digest(report, WORDS))
    steps = zip(("prepare", "check", "approve"), NAMES, strict=True)
    made = [Signature(of, step, name, name, "Pegawai Kebajikan", AT) for step, name in steps]
    made[2] = replace(made[2], role="head", letter="JKM.SEL.100-4/2 (7)")
    return tuple(signed(one, bytes([number]) * 32) for number, one in enumerate(made, 1))


def last_page(report: ReportData, folder: Path) -> str:
    return squeezed(text_of(report_pdf(report, WORDS), folder).split("\f")[-2])


@needs_tools
def test_boxes_name_who_signed_with_date_time_and_code(report: ReportData, tmp_path: Path) -> None:
    given = signatures(report)
    page = last_page(replace(report, signatures=given), tmp_path)
    for one in given:
        assert one.code in page
    assert page.count("Ditandatangani") == 3
    assert "Hafiz Ismail" in page
    assert "2026" in page


@needs_tools
def test_who_acts_prints_as_such_with_the_letter(report: ReportData, tmp_path: Path) -> None:
    page = last_page(replace(report, signatures=signatures(report)), tmp_path)
    assert "Pemangku" in page
    assert "JKM.SEL.100-4/2" in page


@needs_tools
def test_unsigned_boxes_stay_empty_to_sign_by_hand(report: ReportData, tmp_path: Path) -> None:
    page = last_page(report, tmp_path)
    assert "Ditandatangani" not in page
    assert page.count("Cop rasmi") == 3


@needs_tools
def test_signatures_of_an_older_version_are_told_and_not_put_in_the_boxes(
    report: ReportData, tmp_path: Path
) -> None:
    page = last_page(replace(report, signed_before=signatures(report, version=1)), tmp_path)
    assert "Versi 1 telah ditandatangani" in page
    assert "versi 2 ini belum" in page
    assert "Ditandatangani 4" not in page


@needs_tools
def test_the_chain_code_stands_on_the_last_page(report: ReportData, tmp_path: Path) -> None:
    code = ChainCode.of("ab" * 16, 77, bytes(32)).text()
    assert code in last_page(replace(report, chain_code=code), tmp_path)


def test_one_box_may_be_signed_and_the_others_wait(report: ReportData) -> None:
    one = signatures(report)[0]
    found = signers_of(replace(report, signatures=(one,)), WORDS)
    assert [bool(signer.code) for signer in found] == [True, False, False]


def test_signing_and_heads_change_neither_check_code_nor_digest(report: ReportData) -> None:
    from hbp_desktop.domain.chain import Head

    head = SignedHead(Head("ab" * 16, 7, bytes(32), bytes(64)), bytes(32), bytes(16))
    after = replace(report, signatures=signatures(report), heads=(head,), chain_code="X")
    assert check_code(after, WORDS) == check_code(report, WORDS)
    assert content_digest(after, WORDS) == content_digest(report, WORDS)
    assert content(after, WORDS)["heads"] == heads_as_json([head])


def test_another_record_changes_the_digest(report: ReportData) -> None:
    other = replace(report, version=3)
    assert content_digest(other, WORDS) != content_digest(report, WORDS)
