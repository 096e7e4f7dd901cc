"""Asks, answers, receipts, enrolments, signed requests made to do harm: Damaged or Refused, nothing else."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.signing import public_key, sign
from hbp_desktop.sync.enrolling import Enrol, Enrolled, read_enrol, read_enrolled, write_enrolled
from hbp_desktop.sync.heard_message import LONGEST_HEARD, read_heard, write_heard
from hbp_desktop.sync.messages import (
    Answer,
    Receipt,
    Verdict,
    read_answer,
    read_ask,
    read_receipt,
    read_signed_request,
    sign_request,
    split,
    write_answer,
    write_receipt,
)
from hbp_desktop.sync.told import HeardList, LaptopHeard
from tests.sync.hostile import altered, changed, code_of
from tests.sync.memory import AT, CODE, DEVICE, MARK, OFFICE, SERVER, ask, enrolment

THE_SERVER, THE_DEVICE = public_key(SERVER).hex(), public_key(DEVICE).hex()
TOP = b"\x05" * 32
ASKED = Enrol(CODE, THE_DEVICE, "Kaunter 2", OFFICE, "0" * 64, MARK, AT)
RECEIPT = Receipt(THE_SERVER, MARK, THE_DEVICE, 3, AT, (TOP,), {MARK: (4, TOP)}, "0" * 64)
ANSWER = Answer(
    *(THE_SERVER, MARK, THE_DEVICE, 7, AT, "own", "2026-12-31", {MARK: {TOP: 4}}, {MARK: (4, TOP)}),
    Verdict({MARK: 4}, ((MARK, 2, TOP, "device_revoked"),)),
    *(RECEIPT, write_receipt(RECEIPT, SERVER)[1], ((MARK, "stale", 1),), (MARK,), {OFFICE: TOP}, True),
)
SAID = {"version": "2.0.0", "waiting": 9, "colour": "a newer program's word"}
LAPTOP = LaptopHeard(OFFICE, THE_DEVICE, "Kaunter 2", AT, 0, AT, -90, SAID)
HEARD = HeardList(THE_SERVER, THE_DEVICE, MARK, AT, (LAPTOP, replace(LAPTOP, revoked=AT, stated={})), 3)
BOUNDED = settings(max_examples=120, derandomize=True, database=None, deadline=None)


@dataclass(frozen=True)
class Message:
    """One kind: a good one's bytes and signature, who signs it, and what reads it."""

    good: tuple[bytes, bytes]
    read: Callable[[bytes, bytes], object]
    secret: bytes

    def signed(self, what: str, said: Any) -> tuple[bytes, bytes]:
        data = dump(said)
        return data, sign(what, self.secret, data)


ASK = ask(1, base={MARK: [TOP]}, have={MARK: {TOP: 3}}, seen=(MARK, 2), stated={"version": "1.0", "free": 9})
KINDS = {
    "ask": Message(split(ASK)[:2], read_ask, DEVICE),
    "answer": Message(split(write_answer(ANSWER, SERVER))[:2], read_answer, SERVER),
    "receipt": Message(write_receipt(RECEIPT, SERVER), read_receipt, SERVER),
    "heard": Message(split(write_heard(HEARD, SERVER))[:2], read_heard, SERVER),
}
SAME = "Pejabat negeri"
ENROLLED = write_enrolled(Enrolled(THE_SERVER, MARK, THE_DEVICE, MARK, SAME, "0" * 64, AT), SERVER)


def test_good_ones_are_read() -> None:
    for kind in KINDS.values():
        kind.read(*kind.good)
    assert read_answer(*KINDS["answer"].good) == ANSWER
    assert read_heard(*KINDS["heard"].good) == HEARD
    assert read_enrol(enrolment()) == ASKED
    assert read_enrolled(ENROLLED, ASKED).name == SAME


@pytest.mark.parametrize("what", KINDS)
@given(noise=st.binary(max_size=300), signature=st.binary(max_size=70))
@BOUNDED
def test_noise_is_refused(what: str, noise: bytes, signature: bytes) -> None:
    with pytest.raises((Damaged, Refused)):
        KINDS[what].read(noise, signature)


@pytest.mark.parametrize("what", KINDS)
@given(seed=st.integers(0, 2**64))
@BOUNDED
def test_a_changed_message_is_refused(what: str, seed: int) -> None:
    data, signature = KINDS[what].good
    bad = changed(data, Random(seed))
    if bad != data:
        with pytest.raises((Damaged, Refused)):
            KINDS[what].read(bad, signature)


@pytest.mark.parametrize("what", KINDS)
@given(seed=st.integers(0, 2**64))
@settings(BOUNDED, max_examples=400)
def test_whatever_is_signed_is_read_or_refused(what: str, seed: int) -> None:
    kind = KINDS[what]
    said = altered(load(kind.good[0], 10**6), Random(seed))
    code = code_of(kind.read, *kind.signed(what, said))
    assert code.rpartition("_")[2] in ("", "damaged", "newer", "unsigned")


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("v", [2, 0, True, "1", None, -1, 2**53 - 1])
def test_only_this_version_is_read(what: str, v: object) -> None:
    kind = KINDS[what]
    with pytest.raises((Damaged, Refused)) as told:
        kind.read(*kind.signed(what, {**load(kind.good[0], 10**6), "v": v}))
    newer = type(v) is int and v > 1
    assert told.value.code == f"{what}_{'newer' if newer else 'damaged'}"


@pytest.mark.parametrize(
    "changes",
    [
        {"at": 2**53 - 1},
        {"at": -1},
        {"stated": {f"a{'b' * n}": 1 for n in range(33)}},
        {"stated": {"note": ["x"]}},
        {"stated": {"note": "x" * 400}},
        {"stated": {"Note!": 1}},
        {"base": {MARK: "0" * 64}},
        {"base": {MARK: {"0" * 64: 1}}},
        {"base": {"../etc": []}},
        {"have": [[MARK]]},
        {"have": {MARK: {"0" * 64: True}}},
        {"seen": ["x", 1]},
        {"seen": "ab"},
        {"room": -1},
        {"server": "0" * 63},
    ],
)
def test_an_ask_of_another_shape_is_refused(changes: dict[str, Any]) -> None:
    data = dump({**load(KINDS["ask"].good[0], 10**6), **changes})
    assert code_of(read_ask, data, sign("ask", DEVICE, data)) == "ask_damaged"


@pytest.mark.parametrize(
    "changes",
    [
        {"heard": -1},
        {"heard": 2**53 - 1},
        {"clock_off": True},
        {"clock_off": 2**53 - 1},
        {"office": "../etc"},
        {"device": "0" * 63},
        {"name": "x" * 400},
        {"name": "one\ntwo"},
        {"stated": []},
        {"stated": {"waiting": None}},
        {"stated": {f"a{'b' * n}": 1 for n in range(33)}},
        {"colour": "red"},
    ],
)
def test_a_list_with_a_laptop_of_another_shape_is_refused(changes: dict[str, Any]) -> None:
    said = load(KINDS["heard"].good[0], 10**6)
    said["laptops"][1] |= changes
    assert code_of(read_heard, *KINDS["heard"].signed("heard", said)) == "heard_damaged"


def test_a_list_is_read_up_to_its_size_and_not_for_another_purpose() -> None:
    many = replace(HEARD, laptops=(LAPTOP,) * (LONGEST_HEARD // 200))
    data, signature, _ = split(write_heard(many, SERVER))
    assert len(data) > LONGEST_HEARD
    assert code_of(read_heard, data, signature) == "heard_damaged"
    said = load(KINDS["heard"].good[0], 10**6)
    assert code_of(read_heard, *KINDS["heard"].signed("answer", said)) == "heard_unsigned"


@pytest.mark.parametrize("number", [b"1.0", b"1e0", b"NaN", b"-Infinity", b"01", b"9" * 5_000])
def test_a_number_spelled_another_way_is_refused(number: bytes) -> None:
    data = KINDS["ask"].good[0].replace(b'"n":1', b'"n":' + number)
    assert code_of(read_ask, data, sign("ask", DEVICE, data)) == "ask_damaged"


def test_what_a_device_says_of_itself_is_cleaned() -> None:
    data, signature, _ = split(ask(1, stated={"name": "Kaunter\x1b[2J", "free": 12}))
    assert read_ask(data, signature).stated == {"name": "Kaunter␛[2J", "free": 12}


def _enrolment(said: Any) -> bytes:
    inside = dump(said)
    return dump({"says": said, "sig": b64encode(sign("enrol", DEVICE, inside)).decode(), "v": 1})


@given(seed=st.integers(0, 2**64))
@settings(BOUNDED, max_examples=400)
def test_any_enrolment_is_read_or_refused(seed: int) -> None:
    luck, good = Random(seed), load(enrolment(), 10**5)
    for data in (
        changed(enrolment(), luck),
        _enrolment(altered(good["says"], luck)),
        dump(altered(good, luck)),
    ):
        assert code_of(read_enrol, data) in ("", "enrol_damaged", "enrol_unsigned")
    bad = changed(ENROLLED, luck)
    assert (code_of(read_enrolled, bad, ASKED) == "") == (bad == ENROLLED)


@pytest.mark.parametrize("code", ["", " ", "kod é", "A" * 65, "A\nB", "\x1b[2J", 7])
def test_a_code_is_plain_and_short(code: object) -> None:
    with pytest.raises(Damaged, match="enrol_damaged"):
        read_enrol(_enrolment({**load(enrolment(), 10**5)["says"], "code": code}))


@given(seed=st.integers(0, 2**64), noise=st.text(max_size=200))
@settings(BOUNDED, max_examples=300)
def test_a_changed_signature_of_a_request_is_refused(seed: int, noise: str) -> None:
    good = sign_request(DEVICE, THE_SERVER, 5, "PUT", "/v1/attachments/a?offset=0", b"abc")
    bad = changed(good.encode("ascii"), Random(seed)).decode("latin-1")
    for header in (bad, noise, f"{THE_DEVICE} {noise} x", good.replace(" 5 ", f" {'9' * 5_000} ")):
        given = (header, THE_SERVER, "PUT", "/v1/attachments/a?offset=0", b"abc")
        assert code_of(read_signed_request, *given) == ("" if header == good else "request_unsigned")


@pytest.mark.parametrize(
    "receipt", [[], [""], ["{}", "x"], {}, {"0": 1, "1": 2}, "ab", 1, [[], []], ["", "", ""]]
)
def test_an_answer_with_anything_for_a_receipt_is_damaged(receipt: object) -> None:
    said = {**load(KINDS["answer"].good[0], 10**6), "receipt": receipt}
    assert code_of(read_answer, *KINDS["answer"].signed("answer", said)) == "answer_damaged"
