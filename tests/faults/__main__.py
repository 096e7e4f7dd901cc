"""Run every fault harness at length, each with its negative control, and print one table.

`python -m tests.faults [--quick] [--only NAME …]`; ends with 1 when anything is wrong. Two run side by side.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.tracing import can_trace

ROOT = Path(__file__).parents[2]
MOST_HOURS = 3
CONTROL_RUNS = 60


@dataclass(frozen=True)
class Harness:
    """One harness: its module, how often it is to run (long, quick), and the option for that number."""

    name: str
    module: str
    option: str
    long: int
    quick: int
    counted: str
    more: tuple[str, ...] = ()
    control: tuple[str, ...] = ("--control",)
    bad: tuple[str, ...] = ("wrong",)
    traced: bool = True


def _at_every_call(act: str) -> Harness:
    return Harness(f"kill at every call: {act}", "syscall_kills", "--kills", 0, 6, "kills", ("--act", act))


def _joining(act: str) -> Harness:
    name, acting = f"kill at steps of joining: {act}", ("--act", act)
    wrongly = ("--act", "finish", "--control")
    return Harness(
        name, "killing_joining", "--kills", 300, 10, "whole+nothing", acting, wrongly, traced=False
    )


def _hostile(mistake: str) -> Harness:
    """Give the fuzzer of batches and messages, a seed for each of the mistakes its controls make."""
    name, more = f"hostile batches; control: {mistake}", ("--seed", str(len(mistake)))
    wrongly = ("--control", mistake)
    return Harness(
        name, "fuzz_batches", "--cases", 100_000, 2_000, "cases", more, control=wrongly, traced=False
    )


HARNESSES = (
    Harness(
        "kill while saving",
        "killing",
        "--rounds",
        1_000,
        60,
        "kills",
        control=("--control", "early"),
        bad=("lost", "half", "wrong"),
        traced=False,
    ),
    Harness("kill at steps of set-up", "killing_setup", "--kills", 600, 20, "whole+nothing", traced=False),
    _joining("ask"),
    _joining("finish"),
    _joining("take"),
    Harness(
        "kill at steps of rotation",
        "killing_rotation",
        "--kills",
        600,
        20,
        "before+between+after",
        traced=False,
    ),
    *(_at_every_call(act) for act in ("save", "migrate", "backup", "restore", "rotate", "attach", "receive")),
    Harness("ENOSPC, EIO at every call of a save", "refusals", "--calls", 0, 6, "refused"),
    Harness("power cut while saving", "power_cuts", "--cuts", 2_000, 40, "cuts", ("--saves", "120")),
    Harness("push cut at every byte, both ways", "cuts", "--cuts", 0, 20, "cuts", traced=False),
    Harness("flipped bits", "flips", "--flips", 10_000, 200, "flips", traced=False),
    Harness(
        "changed journal rows, no key", "changed_rows", "--changes", 10_000, 200, "changes", traced=False
    ),
    *(_hostile(mistake) for mistake in ("sizes", "caps", "signature")),
)


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    runs: str
    result: str
    control: str
    seconds: float

    @property
    def ok(self) -> bool:
        """Tell whether all was well and the control was caught."""
        return self.result.startswith("nothing lost") and self.control.startswith("caught")


def run(harness: Harness, quick: bool) -> Row:
    """Run a harness and its control."""
    began = time.monotonic()
    if harness.traced and not can_trace():
        return Row(harness.name, "0", "NOT SEEN HERE: no tracing", "–", 0.0)
    times = harness.quick if quick else harness.long
    report, trouble = _report(harness, times, ())
    seconds = time.monotonic() - began
    seeded, broke = _report(harness, CONTROL_RUNS, harness.control)
    control = "caught" + _first(harness, seeded) if _wrong(harness, seeded) else f"NOT CAUGHT {broke}"
    if trouble:
        return Row(harness.name, "–", f"DID NOT RUN: {trouble}", control, seconds)
    wrong = _wrong(harness, report)
    return Row(
        harness.name,
        _runs(harness, report),
        "nothing lost" if not wrong else f"WRONG: {wrong[0]}",
        control,
        seconds,
    )


def _report(harness: Harness, times: int, control: tuple[str, ...]) -> tuple[dict[str, Any], str]:
    with tempfile.TemporaryDirectory(prefix="hbp-faults-") as folder:
        command = [sys.executable, "-m", f"tests.faults.{harness.module}", folder + "/f", *harness.more]
        command += [harness.option, str(times)] if times or harness.module != "syscall_kills" else []
        (Path(folder) / "f").mkdir()
        try:
            done = subprocess.run(
                [*command, *control],
                capture_output=True,
                text=True,
                check=False,
                cwd=ROOT,
                timeout=MOST_HOURS * 3600,
            )
        except subprocess.TimeoutExpired:
            return {}, "took too long"
        if done.returncode != 0 or not done.stdout.strip():
            return {}, (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found, ""


def _wrong(harness: Harness, report: dict[str, Any]) -> list[Any]:
    return [one for name in harness.bad for one in report.get(name, [])]


def _first(harness: Harness, report: dict[str, Any]) -> str:
    return f": {str(_wrong(harness, report)[0])[:46]}"


def _runs(harness: Harness, report: dict[str, Any]) -> str:
    return f"{sum(int(report.get(name, 0)) for name in harness.counted.split('+')):,}"


def table(rows: list[Row]) -> str:
    """Lay the rows out under one another."""
    head = Row("harness", "runs", "result", "negative control", 0.0)
    cells = [(row.name, row.runs, row.result, row.control, f"{row.seconds:.0f} s") for row in rows]
    cells = [(head.name, head.runs, head.result, head.control, "time"), *cells]
    widths = [max(len(line[at]) for line in cells) for at in range(5)]
    lines = [
        "  ".join(
            text.rjust(width) if at in (1, 4) else text.ljust(width)
            for at, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small numbers")
    parser.add_argument("--only", nargs="*", default=[], help="harnesses whose name holds one of these")
    asked = parser.parse_args()
    chosen = [one for one in HARNESSES if not asked.only or any(word in one.name for word in asked.only)]

    def finished(harness: Harness) -> Row:
        row = run(harness, asked.quick)
        print(f"{row.name}: {row.runs}, {row.result}; control {row.control}", file=sys.stderr, flush=True)
        return row

    with ThreadPoolExecutor(2) as pool:
        rows = list(pool.map(finished, chosen))
    print(table(rows))
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
