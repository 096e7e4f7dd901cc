"""A disk that refuses a call of a save is told in words, and saving goes on afterwards."""

from pathlib import Path

import pytest

from tests.faults.test_kills import report_of
from tests.faults.tracing import can_trace

pytestmark = pytest.mark.skipif(
    not can_trace(), reason="NOT SEEN HERE: system calls cannot be traced (Linux on x86_64 only)"
)


def test_refused_calls_of_a_save_are_told_and_saving_goes_on(tmp_path: Path) -> None:
    report = report_of("refusals", tmp_path, "--calls", "3")
    assert report["wrong"] == []
    assert report["refused"] >= 12
    assert set(report["told"]) <= {"disk_full", "disk_refuses"}
    assert sum(report["told"].values()) >= 4


def test_saying_saved_all_the_same_is_found_out(tmp_path: Path) -> None:
    assert report_of("refusals", tmp_path, "--calls", "1", "--control")["wrong"]
