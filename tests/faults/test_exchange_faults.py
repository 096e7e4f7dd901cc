"""A push cut anywhere, either way, is neither lost nor doubled, and nothing is claimed before its receipt."""

from pathlib import Path

from tests.faults.test_kills import report_of


def test_a_push_cut_at_bytes_all_over_it_is_held_once_in_the_end(tmp_path: Path) -> None:
    report = report_of("cuts", tmp_path, "--cuts", "40")
    assert report["wrong"] == []
    assert report["cuts"] == 40
    assert report["struck"] > 30


def test_a_client_that_takes_sent_for_received_is_found_out(tmp_path: Path) -> None:
    assert report_of("cuts", tmp_path, "--cuts", "10", "--control")["wrong"]
