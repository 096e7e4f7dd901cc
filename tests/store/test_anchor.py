"""The anchor: small, checked, silent about hashes, and the worst answer counts."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbp_desktop.store.anchor import Anchor, Anchors, Standing
from hbp_desktop.store.machine import machine_id
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.usecases.opening import Opened
from tests.rings import LockedRing, MemoryRing, secrets_with

FOUNDING, HASH = bytes(range(32)), bytes(range(32, 64))
RING, MACHINE = "0" * 32, "a" * 32
NONE = Secrets(lambda: None)


def anchor(seq: int = 7) -> Anchor:
    return Anchor.of("SGR06", FOUNDING, "c" * 32, seq, HASH, MACHINE)


def anchors(path: Path, secrets: Secrets = NONE) -> Anchors:
    return Anchors(path, secrets, RING, MACHINE)


def test_an_anchor_is_read_back_and_fits_one_sector() -> None:
    assert Anchor.from_bytes(anchor(2**53 - 1).to_bytes()) == anchor(2**53 - 1)
    assert len(anchor(2**53 - 1).to_bytes()) <= 512


def test_it_gives_no_hash_away_to_build_a_lookalike_with() -> None:
    data = anchor().to_bytes()
    for secret in (FOUNDING, HASH):
        assert secret.hex().encode() not in data
        assert secret[:8].hex().encode() not in data


@given(st.binary(max_size=600))
def test_anything_else_is_no_anchor(data: bytes) -> None:
    assert Anchor.from_bytes(data) is None


@given(place=st.integers(0, 600), bit=st.integers(0, 7))
def test_a_flipped_bit_is_noticed(place: int, bit: int) -> None:
    data = bytearray(anchor().to_bytes())
    data[place % len(data)] ^= 1 << bit
    assert Anchor.from_bytes(bytes(data)) in (None, anchor())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 2**53 - 1), min_size=1, max_size=5))
def test_the_file_holds_the_last_one_kept_and_never_grows(tmp_path: Path, seqs: list[int]) -> None:
    kept = anchors(tmp_path / "anchor")
    for seq in seqs:
        kept.keep("SGR06", FOUNDING, "c" * 32, seq, HASH)
    assert kept.held() == (anchor(seqs[-1]),)
    assert (tmp_path / "anchor").stat().st_size == 512


def test_settling_puts_it_into_the_keyring_as_well(tmp_path: Path) -> None:
    secrets = secrets_with(MemoryRing())
    kept = anchors(tmp_path / "anchor", secrets)
    kept.keep("SGR06", FOUNDING, "c" * 32, 3, HASH)
    assert len(kept.held()) == 1
    kept.settle()
    (tmp_path / "anchor").unlink()
    assert kept.held() == (anchor(3),)


def test_a_place_that_cannot_be_written_never_stops_a_save(tmp_path: Path) -> None:
    kept = anchors(tmp_path / "nowhere" / "anchor", secrets_with(LockedRing()))
    kept.keep("SGR06", FOUNDING, "c" * 32, 3, HASH)
    kept.settle()
    assert kept.held() == ()


@pytest.mark.parametrize(
    ("changed", "standing"),
    [
        ({}, Standing.AGREES),
        ({"machine": "b" * 32}, Standing.ELSEWHERE),
        ({"seq": 99}, Standing.OLDER),
        ({"mark": "0" * 32}, Standing.OLDER),
        ({"chain": "0" * 32}, Standing.OLDER),
        ({"office": "SGR07", "machine": "b" * 32}, Standing.STRANGER),
        ({"founding": "0" * 32, "seq": 99}, Standing.STRANGER),
    ],
)
def test_an_opened_vault_is_compared_with_it(
    opened: Opened, changed: dict[str, str | int], standing: Standing
) -> None:
    [held] = opened.anchors.held()[:1]
    fields = {name: getattr(held, name) for name in held.__dataclass_fields__} | changed
    with opened.vault.read() as conn:
        assert Anchor(**fields).standing(conn, opened.anchors.machine) is standing


def test_one_older_anchor_among_good_ones_is_no_alarm_but_a_newer_one_is(opened: Opened) -> None:
    opened.anchors.settle()
    assert len(opened.anchors.held()) == 2
    with opened.vault.read() as conn:
        assert opened.anchors.standing(conn) is Standing.AGREES
        opened.anchors.keep("SGR06", opened.founding, "f" * 32, 5, HASH)
        assert opened.anchors.standing(conn) is Standing.OLDER


def test_a_machine_is_the_same_each_time_and_another_for_another_office() -> None:
    assert machine_id(RING) == machine_id(RING)
    assert machine_id(RING) != machine_id("1" * 32)
    assert len(machine_id(RING)) == 32
