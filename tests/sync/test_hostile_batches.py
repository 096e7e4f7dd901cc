"""Batches made to do harm: refused as damaged, quickly and in little memory, and never held."""

import tracemalloc
from collections.abc import Callable
from random import Random

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.sync.batch import LARGEST_BATCH, MOST_ENTRIES, MOST_RANGES, read_batch
from hbp_desktop.sync.limits import Limits
from tests.sync import hostile
from tests.sync.hostile import MIB, altered, changed, code_of, forged, manifest, payload, squeezed
from tests.sync.memory import Memory, batch, pushed
from tests.sync.served import served

ENOUGH = 64 * MIB  # bytes that reading one bad batch may take for a moment
GOOD = batch(1)
RANGE = manifest(0)["ranges"][0]
BOUNDED = settings(max_examples=150, derandomize=True, database=None, deadline=None)


def refused(data: bytes) -> str:
    with pytest.raises((Damaged, Refused)) as told:
        read_batch(data)
    return told.value.code


@pytest.mark.parametrize("made", [hostile.frames, hostile.payloads])
def test_bombs_are_refused_before_they_go_off(made: Callable[[], dict[str, bytes]]) -> None:
    bombs, seen = made(), {}
    for name, data in bombs.items():
        tracemalloc.start()
        try:
            assert refused(data) == "batch_damaged", name
            seen[name] = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert not {name: size for name, size in seen.items() if size > ENOUGH}


@given(st.binary(max_size=400) | st.binary(max_size=300).map(lambda noise: b"hbp-batch/1\n" + noise))
@BOUNDED
def test_noise_is_refused(noise: bytes) -> None:
    assert refused(noise) in ("batch_damaged", "batch_newer")


@given(st.integers(0, 2**64))
@BOUNDED
def test_a_good_batch_that_was_changed_is_refused(seed: int) -> None:
    bad = changed(GOOD, Random(seed))
    if bad != GOOD:
        assert refused(bad) in ("batch_damaged", "batch_newer")


@given(st.integers(0, 2**64))
@settings(BOUNDED, max_examples=300)
def test_a_good_signature_makes_no_manifest_good(seed: int) -> None:
    luck = Random(seed)
    good = payload()
    said = manifest(len(good))
    told = altered(said, luck)
    packed = squeezed(good if luck.random() < 0.7 else changed(good, luck))
    assert code_of(read_batch, forged(packed, dump(told))) in ("", "batch_damaged")


@pytest.mark.parametrize(
    "said",
    [
        b'{"coding":NaN}',
        b"[" * 200_000,
        b'[[[[[[[[["' + b'\\"' * 100_000,
        dump(manifest(9)).replace(b'"v":1', b'"v":1.0'),
        dump(manifest(9)).replace(b'"v":1', b'"v":1,"v":1'),
        dump(manifest(9)).replace(b'"v":1', b'"v":' + b"9" * 5_000),
        dump(manifest(9)).replace(b'"v":1', b'"v":true'),
        dump(manifest(9)) + b" ",
        dump(manifest(9, extra=1)),
        dump(manifest(-1)),
        dump(manifest(2**53 - 1)),
        dump(manifest(9, ranges=[])),
        dump(manifest(9, ranges={})),
        dump(manifest(9, ranges=[[]])),
        dump(manifest(9, ranges=["ab"])),
        dump(manifest(9, ranges=[[*RANGE, 1]])),
        dump(manifest(9, ranges=[RANGE] * (MOST_RANGES + 1))),
        dump(manifest(9, count=0)),
        dump(manifest(9, count=-1)),
        dump(manifest(9, count=MOST_ENTRIES + 1)),
        dump(manifest(9, count=2**53 - 1)),
        dump(manifest(9, ranges=[[*RANGE[:2], MOST_ENTRIES, RANGE[3]]] * 2)),
        b"\xff" * 100,
        b"a" * (256 * 1024 + 1),
    ],
)
def test_each_of_these_manifests_is_refused(said: bytes) -> None:
    assert refused(forged(squeezed(bytes(9)), said)) == "batch_damaged"


def test_a_signature_that_is_not_the_senders_is_refused() -> None:
    good = payload()
    assert refused(forged(squeezed(good), manifest(len(good)), secret=b"\x09" * 32)) == "batch_damaged"


@pytest.mark.parametrize(
    ("first", "code"),
    [
        (b"hbp-batch/2\n", "batch_newer"),
        (b"hbp-batch/01\n", "batch_damaged"),
        (b"hbp-batch/\n", "batch_damaged"),
        (b"hbp-batch/1234567\n", "batch_damaged"),
        (b"hbp-batch/\xb2\n", "batch_damaged"),
    ],
)
def test_the_first_line_says_the_version_in_one_way(first: bytes, code: str) -> None:
    assert refused(first + GOOD.partition(b"\n")[2]) == code


def test_what_is_too_long_is_refused_unread() -> None:
    assert refused(bytes(LARGEST_BATCH + 1)) == "batch_too_large"


def test_none_of_it_is_held_when_it_comes_over_the_line() -> None:
    memory = Memory()
    bad = [*hostile.frames().values(), *hostile.payloads().values(), changed(GOOD, Random(1)), b"", b"x"]
    with served(memory, Limits(draining=0.2)) as service, httpx.Client(base_url=service.url) as line:
        for n, data in enumerate(bad, 1):
            said = line.post("/v1/round", content=pushed(n, [data]))
            assert (said.status_code, said.json()["code"]) in ((400, "batch_damaged"), (426, "batch_newer"))
        assert service.traffic.held == 0
    assert not memory.taken
    assert memory.answered == 0
