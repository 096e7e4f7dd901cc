"""The roster between real laptops: after a full exchange all agree on who belongs and who may."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from hbp_desktop.domain.signing import public_key
from hbp_desktop.domain.staff import Staff
from hbp_desktop.store import journal
from tests.store.laptops import ADMIN, ROOT, Laptop, exchange_fully, founded, joined

SECOND = b"s" * 32  # the key of a second administrator


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[list[Laptop]]:
    """Three laptops of one office with two administrators, all of one mind."""
    first = founded(tmp_path / "0.db")
    found = [first, *(joined(tmp_path / f"{n}.db", first, f"o{n}") for n in (1, 2))]
    _enact(first, _officer("o1", "Pn. Devi", SECOND) | _made(SECOND, "o1"), ROOT)
    exchange_fully(found)
    yield found
    for one in found:
        one.vault.close()


def _officer(which: str, name: str, secret: bytes) -> dict[str, Any]:
    key = public_key(secret).hex()
    return {
        f"officer.{which}": {"name": name, "post": ""},
        f"officer.{which}.role.administrator": True,
        f"officer.{which}.key.{key}": {"on": True, "age": f"age1{which}"},
    }


def _made(secret: bytes, officer: str) -> dict[str, Any]:
    return {f"admin.{public_key(secret).hex()}": {"on": True, "officer": officer}}


def _unmade(secret: bytes) -> dict[str, Any]:
    return {f"admin.{public_key(secret).hex()}": {"on": False}}


def _enact(laptop: Laptop, fields: Mapping[str, Any], secret: bytes) -> None:
    with laptop.writing() as doing:
        doing.enact(dict(fields), secret, action="test")


def _state(laptop: Laptop) -> Mapping[str, Any]:
    with laptop.vault.read() as conn:
        return dict(journal.read_own_roster(conn).folded.state)


def _staff(laptop: Laptop) -> Staff:
    return Staff.of(_state(laptop))


def _agree(laptops: list[Laptop]) -> None:
    exchange_fully(laptops)
    states = [_state(one) for one in laptops]
    assert states[1:] == states[:-1]
    uncounted = [one.uncounted() for one in laptops]
    assert uncounted[1:] == uncounted[:-1]


def test_what_each_laptop_enacts_apart_holds_everywhere(laptops: list[Laptop]) -> None:
    _enact(laptops[0], {"officer.x": {"name": "Encik Din", "post": ""}}, ADMIN)
    _enact(laptops[1], {"officer.o1.role.head": True}, SECOND)
    _enact(laptops[2], {"officer.x.role.counter": True}, ADMIN)
    _agree(laptops)
    staff = _staff(laptops[2])
    assert staff.members["x"].own_roles == {"counter"}
    assert staff.members["o1"].own_roles == {"administrator", "head"}


def test_administrators_who_remove_each_other_both_stay(laptops: list[Laptop]) -> None:
    _enact(laptops[0], _unmade(SECOND), ADMIN)
    _enact(laptops[0], {"officer.o1.retired": {"on": True}}, ADMIN)
    _enact(laptops[1], _unmade(ADMIN), SECOND)
    _enact(laptops[1], {"officer.o0.retired": {"on": True}}, SECOND)
    _agree(laptops)
    for laptop in laptops:
        staff = _staff(laptop)
        assert staff.members["o0"].administers
        assert staff.members["o1"].administers
        assert not any(member.retired for member in staff.members.values())
    _enact(laptops[2], {"officer.x": {"name": "Encik Tan", "post": ""}}, SECOND)
    _agree(laptops)
    assert "x" in _staff(laptops[0]).members


def test_a_removed_administrator_changes_nothing_any_more(laptops: list[Laptop]) -> None:
    _enact(laptops[1], {"officer.x": {"name": "Encik Din", "post": ""}}, SECOND)
    exchange_fully(laptops)
    _enact(laptops[0], _unmade(SECOND), ROOT)
    # Meanwhile, offline and on what stood before the removal: it would be backdating all the same.
    _enact(laptops[1], {"officer.y": {"name": "Encik Tan", "post": ""}}, SECOND)
    assert "y" in _staff(laptops[1]).members
    _agree(laptops)
    _enact(laptops[1], {"officer.z": {"name": "Encik Jabu", "post": ""}}, SECOND)
    _enact(laptops[0], _made(SECOND, "o1"), ROOT)
    exchange_fully(laptops)
    _enact(laptops[1], {"officer.w": {"name": "Cik Nurul", "post": ""}}, SECOND)
    _agree(laptops)
    for laptop in laptops:
        members = _staff(laptop).members
        assert "x" in members
        assert not {"y", "z", "w"} & set(members)


def test_another_founding_is_held_and_counts_for_nothing(laptops: list[Laptop], tmp_path: Path) -> None:
    stranger = founded(tmp_path / "other.db")
    _enact(stranger, {"officer.evil": {"name": "X", "post": ""}, "officer.evil.role.head": True}, ADMIN)
    stranger.create("visit", "v" * 32, {"session": "s", "name": {"given": "X"}})
    everyone = [*laptops, stranger]
    exchange_fully(everyone)
    _agree(laptops)
    for laptop in laptops:
        assert laptop.entries() == stranger.entries()
        assert "evil" not in _staff(laptop).members
        assert laptop.rows()["visit"] == []
    assert "evil" in _staff(stranger).members
    assert "o1" not in _staff(stranger).members
    stranger.vault.close()


def test_acting_and_links_come_to_the_same_everywhere(laptops: list[Laptop]) -> None:
    acting = {"on": True, "role": "head", "from": "2026-11-24", "to": "2026-11-30", "letter": "JKM 1"}
    _enact(laptops[0], {"officer.o1.acting.a": acting}, ADMIN)
    _enact(laptops[1], {"officer.o1.acting.b": acting | {"letter": "JKM 2"}}, SECOND)
    _enact(laptops[2], {"officer.o2": {"name": "Devi", "post": ""}, "officer.o2.same": "o1"}, ADMIN)
    _agree(laptops)
    (found,) = {_staff(one).find("o2") and _staff(one).find("o2").id for one in laptops}  # type: ignore[union-attr]
    assert found == "o1"
    assert [one.letter for one in _staff(laptops[0]).members["o1"].acting] == ["JKM 1", "JKM 2"]


def test_two_who_end_and_extend_an_appointment_unseen_leave_one_standing(laptops: list[Laptop]) -> None:
    acting = {"on": True, "role": "head", "from": "2026-11-24", "to": "2026-11-30", "letter": "JKM 1"}
    _enact(laptops[0], {"officer.o1.acting.a": acting}, ADMIN)
    exchange_fully(laptops)
    _enact(laptops[0], {"officer.o1.acting.a": acting | {"to": "2026-11-24"}}, ADMIN)
    _enact(laptops[1], {"officer.o1.acting.a": acting | {"to": "2026-12-31"}}, SECOND)
    _agree(laptops)
    ends = {_staff(one).members["o1"].acting[0].end.isoformat() for one in laptops}
    assert len(ends) == 1


def test_the_harness_would_notice_laptops_that_disagree(laptops: list[Laptop]) -> None:
    _enact(laptops[0], {"officer.x": {"name": "Encik Din", "post": ""}}, ADMIN)
    assert _state(laptops[0]) != _state(laptops[1])
    _agree(laptops)
