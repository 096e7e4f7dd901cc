"""A kill at any moment loses nothing that was acknowledged, and leaves nothing half done."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="the harness forks; see README, Not seen on Windows"
)


def report_of(module: str, folder: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", f"tests.faults.{module}", str(folder), *options]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False, cwd=root)
    assert done.returncode == 0, done.stderr[-2_000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_two_hundred_kills_while_saving_lose_nothing_acknowledged(tmp_path: Path) -> None:
    report = report_of("killing", tmp_path, "--rounds", "200")
    assert report["kills"] == 200
    assert report["lost"] == report["half"] == report["wrong"] == []
    assert report["acknowledged"] >= 200
    assert report["kept"] >= report["acknowledged"]


def test_saying_saved_before_saving_is_found_out(tmp_path: Path) -> None:
    assert report_of("killing", tmp_path, "--control", "early")["lost"]


def test_saving_in_two_transactions_is_found_out(tmp_path: Path) -> None:
    assert report_of("killing", tmp_path, "--control", "torn")["half"]


def test_a_killed_setup_left_nothing_or_all_of_it(tmp_path: Path) -> None:
    report = report_of("killing_setup", tmp_path, "--kills", "60")
    assert report["wrong"] == []
    assert report["nothing"] + report["whole"] == 60
    assert report["nothing"] >= 10
    assert report["whole"] >= 1


def test_naming_the_vault_before_making_it_is_found_out(tmp_path: Path) -> None:
    assert report_of("killing_setup", tmp_path, "--control")["wrong"]


@pytest.mark.parametrize(("act", "kills"), [("ask", "8"), ("finish", "24"), ("take", "12")])
def test_a_killed_joining_left_nothing_or_all_of_it(tmp_path: Path, act: str, kills: str) -> None:
    report = report_of("killing_joining", tmp_path, "--act", act, "--kills", kills)
    assert report["wrong"] == []
    assert report["nothing"] + report["whole"] == int(kills)


def test_naming_the_office_before_the_vault_has_it_is_found_out(tmp_path: Path) -> None:
    assert report_of("killing_joining", tmp_path, "--control")["wrong"]
