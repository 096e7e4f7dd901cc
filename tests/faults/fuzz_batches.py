"""Hand hostile bytes to whatever reads batches and messages: refused or read, never anything else.

Run as `python -m tests.faults.fuzz_batches FOLDER [--cases N] [--seed N] [--control [WHICH]]`; prints one
line of JSON. It is wrong when a reader raises what is no refusal, needs more memory or time than a bad
message is worth, or believes bytes that were changed. The controls are readers with a seeded mistake: `sizes`
unpacks without looking at sizes, `caps` joins values without summing them up, `signature` believes any.
"""

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from unittest.mock import patch

import zstandard

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.signing import public_key, sign
from hbp_desktop.sync import batch as batches
from hbp_desktop.sync import decoding
from hbp_desktop.sync.batch import read_batch
from hbp_desktop.sync.enrolling import read_enrol
from hbp_desktop.sync.messages import read_ask, read_signed_request, sign_request, split
from tests.sync import hostile
from tests.sync.memory import DEVICE, MARK, SERVER, ask, batch, enrolment

ROOM = 512 * hostile.MIB  # bytes that reading may need beyond what was there before
LONGEST = 10.0  # seconds; the largest good batch takes a fraction of one
KINDS = ("changed batch", "forged batch", "changed ask", "forged ask", "enrolment", "signed request", "noise")

Case = tuple[str, bool, Callable[[], object]]  # what it is, whether it must be refused, and the reading


@dataclass
class Report:
    """How many cases, what came of them, the longest in seconds, and what was wrong."""

    cases: int = 0
    came_of_it: dict[str, int] = field(default_factory=dict)
    longest: float = 0.0
    wrong: list[str] = field(default_factory=list)


def cases(seed: int, bombs: Mapping[str, bytes]) -> Iterator[Case]:
    """Give every bomb once, then random cases without end."""
    for name, data in bombs.items():
        yield name, True, lambda data=data: read_batch(data)  # type: ignore[misc]
    luck = random.Random(seed)
    while True:
        for kind in KINDS:
            yield kind, *_case(kind, luck)


def _case(kind: str, luck: random.Random) -> tuple[bool, Callable[[], object]]:
    if kind.endswith("batch"):
        data, must = _batch(kind, luck)
        return must, lambda: read_batch(data)
    if kind.endswith("ask"):
        message, signature, must = _ask(kind, luck)
        return must, lambda: read_ask(message, signature)
    if kind == "enrolment":
        good = enrolment()
        data = hostile.changed(good, luck)
        return data != good, lambda: read_enrol(data)
    if kind == "signed request":
        asked = (public_key(SERVER).hex(), "POST", "/v1/links", b"{}")
        good_header = sign_request(DEVICE, asked[0], 3, *asked[1:])
        header = hostile.changed(good_header.encode("ascii"), luck).decode("latin-1")
        return header != good_header, lambda: read_signed_request(header, *asked)
    noise = luck.randbytes(luck.randrange(2_000))
    return True, lambda: read_batch(b"hbp-batch/1\n" + noise)


def _batch(kind: str, luck: random.Random) -> tuple[bytes, bool]:
    if kind == "changed batch":
        good = batch(1, luck.randrange(1, 40))
        data = hostile.changed(good, luck)
        return data, data != good
    payload = hostile.payload()
    said = hostile.altered(hostile.manifest(len(payload)), luck)
    if luck.random() < 0.5:
        payload = hostile.changed(payload, luck)
        said = hostile.manifest(len(payload))
    return hostile.forged(hostile.squeezed(payload), dump(said)), False


def _ask(kind: str, luck: random.Random) -> tuple[bytes, bytes, bool]:
    good, signature, _ = split(ask(1, base={MARK: [bytes(32)]}, stated={"free": 9}))
    if kind == "changed ask":
        data = hostile.changed(good, luck)
        return data, signature, data != good
    data = dump(hostile.altered(load(good, len(good)), luck))
    return data, sign("ask", DEVICE, data), False


def fuzz(many: int, seed: int) -> Report:
    """Try so many cases, with little more memory than there is before the first."""
    bombs = hostile.frames() | hostile.payloads()
    hold_memory()
    report, came = Report(), Counter[str]()
    for number, (name, must, read) in enumerate(cases(seed, bombs)):
        if number == many:
            break
        began = time.monotonic()
        outcome = _outcome(must, read)
        took = time.monotonic() - began
        report.cases += 1
        report.longest = max(report.longest, round(took, 3))
        came["refused" if outcome == "" else outcome] += 1
        if outcome not in ("", "read") or took > LONGEST:
            report.wrong.append(f"{name} (case {number}): {outcome or 'refused'} in {took:.1f} s")
    report.came_of_it = dict(came)
    return report


def _outcome(must: bool, read: Callable[[], object]) -> str:
    """Read; "" where it was refused."""
    try:
        read()
    except (Damaged, Refused):
        return ""
    except (Exception, MemoryError) as error:  # noqa: BLE001 - each of them is what is looked for
        return type(error).__name__
    return "believed" if must else "read"


def _unpacked_blindly(packed: bytes, *_: int) -> bytes:
    try:
        return zstandard.ZstdDecompressor().decompressobj().decompress(packed)
    except zstandard.ZstdError as error:
        raise ValueError("frame") from error


def _filled_blindly(fill: decoding.Fill, _most: int) -> bytes:
    pattern, values = fill
    return pattern % tuple(value() for value in values)


def _believing(*_: object) -> bool:
    return True


CONTROLS = {
    "sizes": (batches, "unpacked", _unpacked_blindly),
    "caps": (decoding, "_filled", _filled_blindly),
    "signature": (batches, "is_signed", _believing),
}


def hold_memory() -> None:
    """Let this process have no more memory than it has now and some room; where the system tells."""
    if sys.platform != "linux":
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", help="not used: nothing is written")
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--control", nargs="?", const="sizes", choices=CONTROLS)
    asked = parser.parse_args()
    if asked.control is None:
        report = fuzz(asked.cases, asked.seed)
    else:
        where, name, wrongly = CONTROLS[asked.control]
        with patch.object(where, name, wrongly):
            report = fuzz(asked.cases, asked.seed)
    print(json.dumps(asdict(report)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
