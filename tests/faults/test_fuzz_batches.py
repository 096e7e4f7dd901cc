"""Hostile bytes against what reads batches and messages; three readers with a mistake must be caught."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def fuzz(*options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.faults.fuzz_batches", "nowhere", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_hostile_bytes_are_refused_or_read_and_nothing_else() -> None:
    report = fuzz("--cases", "500")
    assert report["cases"] == 500
    assert report["came_of_it"]["refused"] > 400
    assert report["wrong"] == []


@pytest.mark.parametrize("mistake", ["sizes", "caps", "signature"])
def test_a_reader_with_a_mistake_is_caught(mistake: str) -> None:
    if mistake == "caps" and sys.platform != "linux":
        pytest.skip("how much memory there is left is not told here")
    assert fuzz("--cases", "60", "--control", mistake)["wrong"]
