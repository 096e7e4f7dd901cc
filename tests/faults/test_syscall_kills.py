"""A kill before any system call of an act leaves the old or the new, whole."""

from pathlib import Path

import pytest

from tests.faults.copying_acts import ACTS
from tests.faults.test_kills import report_of
from tests.faults.tracing import can_trace

pytestmark = pytest.mark.skipif(
    not can_trace(), reason="NOT SEEN HERE: system calls cannot be traced (Linux on x86_64 only)"
)
KILLS = 2  # here; `make faults` kills at every call


@pytest.mark.parametrize("act", sorted(ACTS))
def test_an_act_killed_at_calls_spread_over_it_leaves_all_or_nothing(act: str, tmp_path: Path) -> None:
    report = report_of("syscall_kills", tmp_path, "--act", act, "--kills", str(KILLS))
    assert report["wrong"] == []
    assert report["kills"] >= KILLS


@pytest.mark.parametrize("act", sorted(ACTS))
def test_the_same_act_done_wrongly_is_found_out(act: str, tmp_path: Path) -> None:
    assert report_of("syscall_kills", tmp_path, "--act", act, "--kills", "16", "--control")["wrong"]
