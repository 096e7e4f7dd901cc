"""Slots: opened by what they were made with and nothing else; the file is read strictly."""

import json
import secrets as randomness
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from argon2 import low_level
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nacl.bindings import crypto_scalarmult_base

from hbp_desktop.domain import recovery
from hbp_desktop.domain.bech32 import encode
from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.errors import Damaged, HbpError, Invalid, Locked, NoRoom, Refused
from hbp_desktop.domain.signing import is_signed, sign
from hbp_desktop.store import keyslots, slots
from hbp_desktop.store.keyslots import Keyslots, Slot
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.wrap import CAP, HEAVY, STANDARD, KdfCost

CHEAP = KdfCost(memory=64, passes=1, lanes=1)
LAPTOP = bytes(range(32))
BITS = bytes(range(20))
PASSWORD = "payung biru di tepi sungai"
NAME = "Rohani binti Salleh"
PERSON = PersonKeys(bytes(range(1, 33)))
ROOT = PersonKeys.from_recovery(BITS)


def officer(laptop: bytes | None = LAPTOP, password: str = PASSWORD) -> Slot:
    return slots.officer_slot(NAME, password, PERSON, laptop, CHEAP)


def keyslots_of(*made: Slot, key: bytes = bytes(32)) -> Keyslots:
    return Keyslots(f"vault-{0:016x}.db", "SGR06", "0" * 32, made, slots.seal(key, made))


@pytest.fixture
def held() -> Keyslots:
    return keyslots_of(officer(), slots.recovery_slot(ROOT), slots.escrow_slot(PersonKeys.new().age))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keyslots.json"


def test_a_password_opens_its_slot_to_the_data_key() -> None:
    key = randomness.token_bytes(32)
    held = keyslots_of(officer(), slots.recovery_slot(ROOT), key=key)
    keys = slots.keys_by_password(held.officer(NAME), PASSWORD, LAPTOP)
    assert slots.unseal(held, keys) == key


def test_the_printed_code_opens_without_any_keyring() -> None:
    key = randomness.token_bytes(32)
    held = keyslots_of(officer(), slots.recovery_slot(ROOT), key=key)
    slot, keys = slots.keys_by_code(held, recovery.write(BITS).lower())
    assert slot.kind == "recovery"
    assert slots.unseal(held, keys) == key


def test_escrow_opens_with_the_states_key_alone() -> None:
    state, key = PersonKeys.new(), randomness.token_bytes(32)
    held = keyslots_of(officer(), slots.escrow_slot(state.age), key=key)
    assert slots.unseal(held, state) == key


@pytest.mark.parametrize(
    ("password", "laptop", "code"),
    [
        ("payung merah", LAPTOP, "wrong_password"),
        ("", LAPTOP, "wrong_password"),
        (PASSWORD + " ", LAPTOP, "wrong_password"),
        (PASSWORD, bytes(32), "laptop_secret_other"),
        (PASSWORD, None, "laptop_secret_missing"),
        ("payung merah", None, "laptop_secret_missing"),
    ],
)
def test_what_does_not_fit_is_told_apart(password: str, laptop: bytes | None, code: str) -> None:
    with pytest.raises(Locked) as told:
        slots.keys_by_password(officer(), password, laptop)
    assert told.value.code == code


def test_a_slot_made_without_a_keyring_needs_none_and_minds_none() -> None:
    slot = officer(laptop=None)
    assert slots.keys_by_password(slot, PASSWORD, None) == PERSON
    assert slots.keys_by_password(slot, PASSWORD, LAPTOP) == PERSON


def test_without_a_keyring_a_guess_costs_eight_times_as_much() -> None:
    assert (HEAVY.memory, HEAVY.lanes) == (STANDARD.memory, STANDARD.lanes) == (128 * 1024, 4)
    assert HEAVY.passes == 8 * STANDARD.passes == 24
    assert HEAVY.within(CAP)


@pytest.mark.parametrize(("laptop", "cost"), [(LAPTOP, STANDARD), (None, HEAVY)])
def test_what_is_written_without_being_asked_are_the_constants(
    monkeypatch: pytest.MonkeyPatch, laptop: bytes | None, cost: KdfCost
) -> None:
    asked = []

    def stretch(**cost: Any) -> bytes:
        asked.append(KdfCost(cost["memory_cost"], cost["time_cost"], cost["parallelism"]))
        return bytes(32)

    monkeypatch.setattr(low_level, "hash_secret_raw", stretch)  # the real one takes a second and more
    slot = slots.officer_slot(NAME, PASSWORD, PERSON, laptop)
    assert slot.wrapped is not None
    assert asked == [cost]
    assert slot.wrapped.cost == cost


@pytest.mark.parametrize("typed", ["e\u0301kor", "\u00e9kor"])
def test_a_password_is_the_same_however_its_accents_are_typed(typed: str) -> None:
    slot = officer(password="\u00e9kor panjang")
    assert slots.keys_by_password(slot, f"{typed} panjang", LAPTOP) == PERSON


@pytest.mark.parametrize("password", ["\0nol", "密码很长很长", "🌂" * 10, "\ud800", "x" * 100_000])
def test_any_text_can_be_a_password(password: str) -> None:
    assert slots.keys_by_password(officer(password=password), password, LAPTOP) == PERSON


def test_one_seed_gives_two_unrelated_keys() -> None:
    assert PERSON.signing != PERSON.seed
    assert is_signed("head", bytes.fromhex(PERSON.signing_public), b"x", sign("head", PERSON.signing, b"x"))
    scalar = blake2b(key=PERSON.seed, digest_size=32, person=b"hbp-age-1").digest()
    assert PERSON.age == encode("age", crypto_scalarmult_base(scalar))


def test_the_keys_of_a_seed_never_change() -> None:
    assert PERSON.age == "age1leez9u9rpeu9ca43xdvlmau642y0vrjsyclgqkgjs24wvlalm3yquvcfgx"
    assert PERSON.signing_public == ("c08e1d60fb26ac0f1fd60811c05302ab250ddf7dcdaac301310b4afa7d821c5b")


def test_keys_are_never_shown() -> None:
    shown = repr((PERSON, officer(), ROOT))
    for secret in (PERSON.seed, PERSON.signing, ROOT.seed):
        assert repr(secret) not in shown
        assert secret.hex() not in shown


def test_another_offices_code_is_told() -> None:
    with pytest.raises(Locked) as told:
        slots.keys_by_code(keyslots_of(officer(), slots.recovery_slot(ROOT)), recovery.write(bytes(20)))
    assert told.value.code == "recovery_other"


def test_a_misread_code_is_told_before_any_key_is_tried(held: Keyslots) -> None:
    with pytest.raises(Invalid):
        slots.keys_by_code(held, "K4WD")


def test_a_slots_parts_cannot_be_exchanged() -> None:
    other = slots.officer_slot(NAME, PASSWORD, PersonKeys.new(), LAPTOP, CHEAP)
    mixed = Slot(other.id, "officer", other.age, other.signing, NAME, officer().wrapped)
    with pytest.raises(Locked) as told:
        slots.keys_by_password(mixed, PASSWORD, LAPTOP)
    assert told.value.code == "wrong_password"


def test_a_key_not_sealed_to_this_person_is_not_given(held: Keyslots) -> None:
    with pytest.raises(Damaged):
        slots.unseal(held, PersonKeys.new())


def test_the_file_is_read_back_as_written(path: Path, held: Keyslots) -> None:
    keyslots.write(path, held)
    assert keyslots.read(path) == held


def test_the_file_holds_no_secret(path: Path, held: Keyslots) -> None:
    keyslots.write(path, held)
    data = path.read_bytes()
    for secret in (PERSON.seed, PERSON.signing, ROOT.seed, LAPTOP, BITS):
        assert secret.hex().encode() not in data
        assert secret not in data
    assert PASSWORD.encode() not in data


def test_writing_replaces_whole_and_leaves_no_temporary_file(path: Path, held: Keyslots) -> None:
    keyslots.write(path, held)
    keyslots.write(path, keyslots_of(officer()))
    assert len(keyslots.read(path).slots) == 1
    assert [file.name for file in path.parent.iterdir()] == ["keyslots.json"]


def test_a_failed_write_keeps_the_old_file(tmp_path: Path, held: Keyslots) -> None:
    folder = tmp_path / "a-folder-stands-here"
    folder.mkdir()
    with pytest.raises(NoRoom) as told:
        keyslots.write(folder, held)
    assert told.value.code == "folder_not_writable"
    assert list(tmp_path.iterdir()) == [folder]


def changed(held: Keyslots, change: Callable[[dict[str, Any]], object]) -> bytes:
    fields = json.loads(dump(keyslots._as_json(held)))
    change(fields)
    return dump(fields)


@pytest.mark.parametrize(
    "change",
    [
        lambda f: f.pop("vault"),
        lambda f: f.update(vault="../../etc/passwd"),
        lambda f: f.update(vault="vault-0.db"),
        lambda f: f.update(vault=7),
        lambda f: f.update(more=1),
        lambda f: f.update(v="1"),
        lambda f: f.update(v=True),
        lambda f: f.update(v=0),
        lambda f: f.update(office="a/b"),
        lambda f: f.update(slots=[]),
        lambda f: f.update(slots={}),
        lambda f: f.update(slots=f["slots"] * 100),
        lambda f: f.update(slots=f["slots"] + [None]),
        lambda f: f.update(slots=f["slots"] + [{}]),
        lambda f: f.update(sealed=""),
        lambda f: f.update(sealed="%%%"),
        lambda f: f.update(sealed=None),
        lambda f: f["slots"][0].update(kind="king"),
        lambda f: f["slots"][0].update(kind=["officer"]),
        lambda f: f["slots"][0].update(name=""),
        lambda f: f["slots"][0].update(name=["x"]),
        lambda f: f["slots"][0].update(age="age1x"),
        lambda f: f["slots"][0].update(sign="G" * 64),
        lambda f: f["slots"][0].pop("wrap"),
        lambda f: f["slots"][1].update(wrap=f["slots"][0]["wrap"]),
        lambda f: f["slots"][0]["wrap"].update(kdf="scrypt"),
        lambda f: f["slots"][0]["wrap"].update(memory=2**30),
        lambda f: f["slots"][0]["wrap"].update(memory=1),
        lambda f: f["slots"][0]["wrap"].update(passes=10**6),
        lambda f: f["slots"][0]["wrap"].update(lanes=0),
        lambda f: f["slots"][0]["wrap"].update(salt="00"),
        lambda f: f["slots"][0]["wrap"].update(laptop="zz"),
    ],
)
def test_a_malformed_file_is_called_damaged(path: Path, held: Keyslots, change: Any) -> None:
    path.write_bytes(changed(held, change))
    with pytest.raises(Damaged) as told:
        keyslots.read(path)
    assert told.value.code == "slots_damaged"


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"null", b"[]", b"\xff\xfe", b"{" * 10_000, b" " * 300_000, b'{"v":1,"v":1}', b"9" * 5_000],
)
def test_what_is_no_slots_file_is_called_damaged(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(Damaged) as told:
        keyslots.read(path)
    assert told.value.code == "slots_damaged"


def test_a_newer_file_and_a_missing_one_are_told_apart(path: Path, held: Keyslots) -> None:
    with pytest.raises(Refused) as told:
        keyslots.read(path)
    assert told.value.code == "not_set_up"
    path.write_bytes(changed(held, lambda f: f.update(v=2)))
    with pytest.raises(Refused) as told:
        keyslots.read(path)
    assert told.value.code == "slots_newer"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 10**6), bit=st.integers(0, 7))
def test_any_flipped_bit_is_refused_or_gives_the_same_seed(path: Path, place: int, bit: int) -> None:
    made = keyslots_of(FIXED_OFFICER, FIXED_ROOT)
    data = bytearray(dump(keyslots._as_json(made)) + b"\n")
    data[place % len(data)] ^= 1 << bit
    path.write_bytes(data)
    try:
        found = keyslots.read(path)
        keys = slots.keys_by_password(found.of_kind("officer")[0], PASSWORD, LAPTOP)
    except (HbpError, IndexError):
        return
    assert keys == PERSON


FIXED_OFFICER = officer()
FIXED_ROOT = slots.recovery_slot(ROOT)
