"""The roster's three tiers, one rule at a time."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbp_desktop.domain import roster
from hbp_desktop.domain.entry import Entry, make
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.roster import Roster, Signed, author_of, read_roster, sign_body
from tests.data.make_journal_v1 import Journal, Pen, fact, key, roster_id, secret


class Office:
    """A founded office whose roster grows entry by entry."""

    def __init__(self) -> None:
        self.journal = Journal()
        self.pen = Pen(self.journal, "a")
        self.founding = self.write(
            {f"root.{key('root')}": {"on": True}, **on("admin1"), **on("admin2")}, by="root"
        )

    def write(self, fields: dict[str, Any], *parents: Entry, by: str = "admin1", **more: Any) -> Entry:
        return self.pen.write("roster", roster_id(self.pen), fields, *parents, by=by, **more)

    def read(self, *but: Entry) -> Roster:
        of = [entry for entry in self.journal.entries if entry not in but]
        return read_roster([Signed(fact(entry, True), author_of(entry)) for entry in of], self.founding.hash)

    def counts(self, entry: Entry, *but: Entry) -> bool:
        return entry.hash in self.read(*but).counted


def on(label: str, tier: str = "admin") -> dict[str, Any]:
    return {f"{tier}.{key(label)}": {"on": True}}


def off(label: str) -> dict[str, Any]:
    return {f"admin.{key(label)}": {"on": False}}


ADMITTED = {f"device.{key('x')}": {"state": "admitted"}}


@pytest.fixture
def office() -> Office:
    return Office()


def test_administrators_admit_and_others_do_not(office: Office) -> None:
    assert office.counts(office.write(ADMITTED, office.founding))
    assert not office.counts(office.write(ADMITTED, office.founding, by="nobody"))


def test_an_entry_that_has_not_seen_its_author_made_does_not_count(office: Office) -> None:
    assert not office.counts(office.write(ADMITTED))


def test_administrators_neither_make_nor_unmake_one_another(office: Office) -> None:
    role = {"officer.b.role.administrator": True}
    for fields in (on("admin3"), off("admin2"), on("root2", "root"), ADMITTED | off("admin2"), role):
        assert not office.counts(office.write(fields, office.founding))


def test_an_administrator_gives_every_other_role_and_a_root_that_one_too(office: Office) -> None:
    assert office.counts(office.write({"officer.b.role.head": True}, office.founding))
    assert office.counts(office.write({"officer.b.role.administrator": True}, office.founding, by="root"))


def test_two_administrators_who_remove_each_other_both_stay(office: Office) -> None:
    office.write(off("admin2"), office.founding, by="admin1")
    office.write(off("admin1"), office.founding, by="admin2")
    for by in ("admin1", "admin2"):
        assert office.counts(office.write(ADMITTED, office.founding, by=by))


def test_a_removed_administrator_cannot_write_into_the_past(office: Office) -> None:
    seen = office.write(ADMITTED, office.founding, by="admin2")
    removed = office.write(off("admin2"), seen, by="root")
    backdated = office.write(ADMITTED, office.founding, by="admin2")
    afterwards = office.write(ADMITTED, removed, by="admin2")
    assert office.counts(seen)
    assert not office.counts(backdated)
    assert not office.counts(afterwards)


def test_an_unmade_key_never_returns(office: Office) -> None:
    removed = office.write(off("admin2"), office.founding, by="root")
    again = office.write(on("admin2"), removed, by="root")
    assert office.counts(again)
    assert not office.counts(office.write(ADMITTED, again, by="admin2"))


def test_a_new_root_makes_administrators(office: Office) -> None:
    enrolled = office.write(on("state", "root"), office.founding, by="root")
    made = office.write(on("admin3"), enrolled, by="state")
    assert office.counts(office.write(ADMITTED, made, by="admin3"))
    assert not office.counts(office.write(on("admin4"), office.founding, by="state"))


def test_an_entry_with_a_hole_in_its_past_waits(office: Office) -> None:
    missing = office.write({"officer.x": {"name": "X"}}, office.founding)
    entry = office.write(ADMITTED, missing)
    assert office.counts(entry)
    assert not office.counts(entry, missing)


def test_what_a_newer_program_wrote_does_not_count_here(office: Office) -> None:
    assert not office.counts(office.write(ADMITTED, office.founding, v=2))


def test_without_its_founding_a_roster_is_empty(office: Office) -> None:
    assert office.read(office.founding) == Roster()


def test_revocation_beats_a_concurrent_admission_and_cuts_are_a_union(office: Office) -> None:
    device = f"device.{key('x')}"
    base = office.write(ADMITTED, office.founding)
    for cut in ("11" * 32, "22" * 32):
        office.write({device: {"state": "revoked", "heads": {"c" * 32: [cut]}}}, base)
    office.write(ADMITTED, base)
    accepted = office.read().accepted(key("x"), "c" * 32)
    assert accepted == {b"\x11" * 32, b"\x22" * 32}
    assert office.read().accepted(key("x"), "d" * 32) == frozenset()
    office.write(ADMITTED, *office.journal.entries[1:])
    assert office.read().accepted(key("x"), "c" * 32) is None


@pytest.mark.parametrize(
    "value",
    [
        None,
        "admitted",
        [],
        {"state": "perhaps"},
        {"state": "revoked"},
        {"state": "revoked", "heads": 7},
        {"state": "revoked", "heads": {"c": 7}},
        {"state": "revoked", "heads": {"c": ["zz"]}},
    ],
)
def test_a_device_described_oddly_is_not_admitted(office: Office, value: Any) -> None:
    office.write({f"device.{key('x')}": value}, office.founding)
    assert office.read().accepted(key("x"), "c" * 32) == frozenset()


def test_a_signature_is_of_one_header_and_one_body(office: Office) -> None:
    entry = office.write(ADMITTED, office.founding)
    signed = entry.body()["signed"]
    assert author_of(entry) == key("admin1")
    moved = make(entry.prev, entry.header, {**ADMITTED, "more": 1}, bytes(12), signed=signed)
    assert author_of(moved) == ""
    for odd in (7, {}, {"by": key("admin1")}, {"by": "zz", "sig": signed["sig"]}, {**signed, "sig": "!"}):
        assert author_of(make(entry.prev, entry.header, ADMITTED, bytes(12), signed=odd)) == ""


def test_only_roster_entries_are_signed_as_such(office: Office) -> None:
    entry = office.pen.write("visit", "v", {})
    with pytest.raises(Damaged, match="roster_kind"):
        sign_body(entry.header, entry.header_bytes, entry.body(), secret("root"))


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_leaving_out_who_cannot_count_changes_nothing(random: Random) -> None:
    office = Office()
    written = [office.founding]
    for _ in range(14):
        by = random.choice(["root", "admin1", "admin2", "stranger", "friend"])
        what = random.choice([ADMITTED, on("stranger"), on("friend"), off("admin2"), on("friend", "root")])
        parents = random.sample(written, random.randint(0, min(2, len(written))))
        action = random.choice(["changed", "imported"])
        written.append(office.write(what, *parents, by=by, action=action))
    left_out = office.read()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(roster, "_that_matter", lambda signed, _: signed)
        assert office.read() == left_out


def test_a_strangers_thousands_are_left_out_unless_what_counts_descends_from_them(office: Office) -> None:
    noise = [office.write(ADMITTED, office.founding, by="stranger") for _ in range(50)]
    after = office.write(ADMITTED, noise[0])
    every = {entry.hash: Signed(fact(entry, True), author_of(entry)) for entry in office.journal.entries}
    kept = roster._that_matter(every, office.founding.hash)
    assert kept.keys() == {office.founding.hash, noise[0].hash, after.hash}
