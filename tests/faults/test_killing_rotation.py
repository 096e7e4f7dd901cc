"""A kill while the data key or the slots change leaves the old or the new, and either opens."""

import os
from pathlib import Path

import pytest

from tests.faults.test_kills import report_of

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="the harness forks; see README, Not seen on Windows"
)


def test_a_killed_rotation_leaves_the_old_ways_in_or_the_new(tmp_path: Path) -> None:
    report = report_of("killing_rotation", tmp_path, "--kills", "24")
    assert report["wrong"] == []
    assert report["before"] + report["between"] + report["after"] == 24
    assert min(report["before"], report["between"], report["after"]) >= 1


def test_removing_the_old_file_before_naming_the_new_is_found_out(tmp_path: Path) -> None:
    assert report_of("killing_rotation", tmp_path, "--control", "--kills", "24")["wrong"]
