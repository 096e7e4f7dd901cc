"""What of a guarded visit stays in the open, and how a visit is parted for it."""

from dataclasses import replace

import pytest

from hbp_desktop.domain.guarded import BY_ROLE, OPEN, SEALED, Guard, Guards, divided, joined, veiled
from hbp_desktop.domain.matter import Matter, MatterDraft
from hbp_desktop.domain.parting import parted
from hbp_desktop.domain.search_words import words_of
from hbp_desktop.domain.visit import Visit, VisitDraft

KEY = "age1x"
VISIT = {
    "session": "s",
    "day": "d",
    "name": "Salmah",
    "phone": "60190000022",
    "channel": "online",
    "counter": "1",
}
MATTER = {
    "session": "s",
    "visit": "v",
    "order": 1,
    "kind": "aduan",
    "urgent": "child",
    "details": "Dikurung",
    "action": "Pelindung dimaklumkan",
    "service": {"code": "611", "text": "Kanak-kanak"},
    "outcome": {"status": "referred", "agency": "PDRM", "date": "2026-11-24"},
}


@pytest.mark.parametrize(
    ("guards", "urgent", "how"),
    [
        (Guards(), "integrity", BY_ROLE),
        (Guards(KEY), "integrity", SEALED),
        (Guards(KEY), "child", ""),
        (Guards(KEY, child=True), "child", SEALED),
        (Guards("", child=True), "child", BY_ROLE),
        (Guards(KEY, child=True), "violence", ""),
        (Guards(KEY, child=True), "", ""),
    ],
)
def test_what_is_guarded_and_how(guards: Guards, urgent: str, how: str) -> None:
    assert guards.over(urgent).how == how


@pytest.mark.parametrize(("kind", "fields"), [("visit", VISIT), ("matter", MATTER)])
def test_what_is_divided_is_whole_again_when_joined(kind: str, fields: dict[str, object]) -> None:
    in_the_open, inner = divided(kind, dict(fields), Guard("child", SEALED))
    whole = joined(kind, in_the_open, inner)
    assert {name: whole[name] for name in fields} == fields
    assert not {"name", "phone", "details", "service", "action"} & in_the_open.keys()
    assert "PDRM" not in str(in_the_open)


def test_a_later_status_leaves_the_sealed_agency_of_the_earlier_one_behind() -> None:
    in_the_open, inner = divided("matter", dict(MATTER), Guard("child", SEALED))
    moved = in_the_open | {"outcome": {"status": "settled", "date": "2026-11-25"}}
    assert joined("matter", moved, inner)["outcome"] == {"status": "settled", "date": "2026-11-25"}


def test_what_is_kept_by_role_is_veiled_in_every_value_and_word() -> None:
    guard = Guard("integrity", BY_ROLE)
    state, said = VISIT | guard.fields(), MATTER | guard.fields()
    visit = Visit.of("v", state, None, [Matter.of("m", said)])
    assert (visit.name, visit.phone, visit.counter, visit.anonymous, visit.person) == ("", "", "", True, "")
    assert (visit.matters[0].details, visit.matters[0].action, visit.matters[0].acted) == ("", "", True)
    assert words_of(state, [said]) == ""
    assert veiled("visit", VISIT) == VISIT


def test_a_visit_is_parted_by_reason_and_nothing_links_the_parts() -> None:
    urgencies = ("", "integrity", "child", "integrity", "violence")
    matters = tuple(MatterDraft(id=f"{n:032x}", kind="aduan", urgent=u) for n, u in enumerate(urgencies))
    parts = parted(VisitDraft(id="a" * 32, queue="A-014", matters=matters), Guards(KEY, child=True))
    assert [part.guard.why for part in parts] == ["", "child", "integrity"]
    assert [[one.urgent for one in part.draft.matters] for part in parts] == [
        ["", "violence"],
        ["child"],
        ["integrity", "integrity"],
    ]
    assert parts[0].draft.id == "a" * 32
    assert len({part.draft.id for part in parts}) == 3
    assert [part.draft.queue for part in parts] == ["A-014", "", ""]
    again = parted(VisitDraft(id="b" * 32, matters=matters), Guards(KEY, child=True))
    assert [part.draft.id for part in again[1:]] == [part.draft.id for part in parts[1:]]


def test_an_ordinary_visit_is_left_as_it_is() -> None:
    for draft in (VisitDraft(), VisitDraft(matters=(MatterDraft(kind="aduan", urgent="child"),))):
        (part,) = parted(draft, Guards(KEY))
        assert (part.draft, part.guard) == (draft, OPEN)
    whole = VisitDraft(matters=(MatterDraft(urgent="integrity"),))
    (part,) = parted(whole, Guards(KEY))
    assert part.draft == replace(whole, matters=part.draft.matters)
