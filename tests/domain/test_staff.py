"""The officers as the roster tells them."""

from datetime import date
from typing import Any

from hbp_desktop.domain.policy import CODE
from hbp_desktop.domain.staff import BY_CODE, Acting, Staff

TODAY = date(2026, 11, 24)


def officer(which: str, name: str, *roles: str, **more: Any) -> dict[str, Any]:
    """Roster fields of an officer; `more` are further parts below the officer."""
    fields: dict[str, Any] = {f"officer.{which}": {"name": name, "post": "PPK"}}
    fields |= {f"officer.{which}.role.{role}": True for role in roles}
    return fields | {f"officer.{which}.{part.replace('__', '.')}": value for part, value in more.items()}


def acting(role: str = "head", **more: Any) -> dict[str, Any]:
    said = {"on": True, "role": role, "from": "2026-11-20", "to": "2026-11-30", "letter": "JKM 600-1/2"}
    return said | more


def test_an_officer_has_the_roles_that_are_on() -> None:
    staff = Staff.of(officer("a", "Aisyah", "head", role__counter=False, role__king=True))
    assert staff.members["a"].own_roles == {"head"}
    assert staff.asking("a", TODAY).roles == {"head"}
    assert staff.asking("a", TODAY).name == "Aisyah"


def test_a_stranger_has_no_role_and_the_code_its_own() -> None:
    staff = Staff.of(officer("a", "Aisyah", "head"))
    assert staff.asking("b", TODAY).roles == frozenset()
    assert staff.asking(BY_CODE, TODAY).roles == {CODE}


def test_acting_runs_on_both_its_days_and_not_beside_them() -> None:
    member = Staff.of(officer("a", "Devi", "leader", acting__x=acting())).members["a"]
    for day, acts in ((19, False), (20, True), (30, True)):
        assert ("head" in member.roles(date(2026, 11, day))) is acts
    assert "head" not in member.roles(date(2026, 12, 1))
    assert member.acts_in("head", TODAY) == Acting(
        "x", "head", date(2026, 11, 20), date(2026, 11, 30), "JKM 600-1/2"
    )


def test_who_holds_a_role_does_not_act_in_it() -> None:
    member = Staff.of(officer("a", "Devi", "head", acting__x=acting())).members["a"]
    assert member.acts_in("head", TODAY) is None


def test_an_odd_appointment_is_none() -> None:
    odd = (
        acting(on=False),
        acting(to="soon"),
        acting(role="king"),
        {"on": True},
        7,
    )
    for value in odd:
        assert Staff.of(officer("a", "Devi", "leader", acting__x=value)).members["a"].acting == ()


def test_who_acts_stands_before_who_holds_the_post() -> None:
    staff = Staff.of(officer("a", "Aisyah", "head") | officer("d", "Devi", acting__x=acting()))
    assert [one.name for one in staff.holding("head", TODAY)] == ["Devi", "Aisyah"]
    assert [one.name for one in staff.holding("head", date(2026, 12, 1))] == ["Aisyah"]


def test_the_last_one_with_a_role_is_known() -> None:
    alone = officer("a", "Aisyah", "head") | officer("d", "Devi", "counter")
    assert Staff.of(alone).last_with("head", "a", TODAY)
    assert not Staff.of(alone).last_with("head", "d", TODAY)
    assert not Staff.of(alone | officer("t", "Tan", "head")).last_with("head", "a", TODAY)


def test_who_is_retired_has_no_role_and_is_not_listed() -> None:
    staff = Staff.of(officer("a", "Aisyah", "head", retired={"on": True}, acting__x=acting("leader")))
    assert staff.members["a"].retired
    assert staff.asking("a", TODAY).roles == frozenset()
    assert staff.current() == ()
    assert staff.named("Aisyah") == ()
    assert staff.holding("head", TODAY) == ()


def test_a_peer_does_not_retire_an_administrator() -> None:
    key = {"on": True, "age": "age1a"}
    fields = officer("a", "Aisyah", "administrator", key__aa=key, retired={"on": True})
    assert not Staff.of(fields | {"admin.aa": {"on": True, "officer": "a"}}).members["a"].retired
    assert Staff.of(fields | {"admin.aa": {"on": False}}).members["a"].retired


def test_a_peer_who_takes_an_administrators_keys_off_the_list_changes_nothing_about_them() -> None:
    made = {"admin.aa": {"on": True, "officer": "a"}}
    fields = officer("a", "Aisyah", "administrator", key__aa={"on": False}, retired={"on": True})
    found = Staff.of(fields | made).members["a"]
    assert (found.retired, found.administers, found.roles(TODAY)) == (False, {"aa"}, {"administrator"})


def test_a_peer_does_not_make_an_administrator_somebody_else() -> None:
    made = {"admin.aa": {"on": True, "officer": "a"}}
    fields = officer("a", "Aisyah", "administrator", key__aa={"on": True, "age": "age1a"}, same="b")
    fields |= officer("b", "Tan", "counter", key__aa={"on": True, "age": "age1a"})
    staff = Staff.of(fields | made)
    assert staff.asking("a", TODAY).roles == {"administrator"}
    assert (staff.members["a"].administers, staff.members["b"].administers) == ({"aa"}, frozenset())
    assert Staff.of(fields).asking("a", TODAY).roles == {"counter"}


def test_a_record_linked_to_an_administrators_brings_no_right_of_theirs() -> None:
    made = {"admin.aa": {"on": True, "officer": "a"}}
    fields = officer("a", "Aisyah", "administrator", "head", key__aa={"on": True, "age": "age1a"})
    fields |= officer("b", "Tan", "counter", key__bb={"on": True, "age": "age1b"}, same="a")
    staff = Staff.of(fields | made)
    for way_in, roles in (("aa", {"administrator", "head"}), ("bb", {"head"}), ("", {"head"})):
        for record in ("a", "b"):
            assert staff.asking(record, TODAY, way_in).roles == roles
    alone = Staff.of(fields | made | {"officer.b.same": ""})
    assert alone.asking("a", TODAY).roles == {"administrator", "head"}


def test_nobody_acts_as_an_administrator() -> None:
    staff = Staff.of(officer("a", "Tan", "counter", acting__x=acting("administrator")))
    assert staff.asking("a", TODAY).roles == {"counter"}


def test_who_is_meant_by_an_id_is_meant_by_the_record_that_stands_for_it() -> None:
    staff = Staff.of(officer("a", "Aisyah", "head", same="b") | officer("b", "Aisyah", "head"))
    assert staff.standing({"a"}) == {"a", "b"}
    assert staff.standing({"stranger"}) == {"stranger"}


def test_an_administrator_is_one_by_the_keys_a_root_made() -> None:
    fields = officer("a", "Aisyah", "administrator", key__aa={"on": True, "age": "age1a"})
    assert Staff.of(fields).members["a"].administers == frozenset()
    assert Staff.of(fields | {"admin.aa": {"on": True, "officer": "a"}}).members["a"].administers == {"aa"}
    other = {"admin.aa": {"on": True, "officer": "b"}}
    assert Staff.of(fields | other).members["a"].administers == frozenset()


def test_linked_records_are_one_officer_with_all_the_keys() -> None:
    first = officer("a", "Aisyah", "head", key__aa={"on": True, "age": "age1a"})
    second = officer("b", "Aisyah M. N.", "counter", key__bb={"on": True, "age": "age1b"}, same="a")
    staff = Staff.of(first | second | {"admin.bb": {"on": True, "officer": "a"}})
    assert [one.id for one in staff.current()] == ["a"]
    found = staff.find("b")
    assert found is not None
    assert (found.id, set(found.keys), found.administers) == ("a", {"aa", "bb"}, {"bb"})
    assert staff.asking("b", TODAY).roles == {"head"}


def test_records_linked_in_a_circle_end_somewhere() -> None:
    staff = Staff.of(officer("a", "A", same="b") | officer("b", "B", same="a"))
    assert staff.find("a") is not None


def test_a_name_is_found_in_any_case_and_spacing() -> None:
    staff = Staff.of(officer("a", "Aisyah Mohd Nor"))
    assert [one.id for one in staff.named("  AISYAH mohd  nor")] == ["a"]
    assert staff.named("Aisyah") == ()
