"""Who may do what, written out by hand: every verb by every role."""

import pytest

from hbp_desktop.domain.policy import CODE, ELSEWHERE, NAMED, VERBS, Asking, Subject, may, needed

ROLES = ("counter", "leader", "head", "coordinator", "auditor", "administrator", CODE, NAMED)

# Columns: counter, leader, head, coordinator, auditor, administrator, the printed code, names granted.
# `x` may, `.` may not.
TABLE = """
session.see             x  x  x  x  x  x  x  .
session.plan            .  x  x  .  .  .  .  .
session.close           .  x  x  .  .  .  .  .
queue.issue             x  x  x  .  .  .  .  .
visit.record            x  x  x  .  .  .  .  .
visit.correct           x  x  x  .  .  .  .  .
visit.withdraw          x  x  x  .  .  .  .  .
matter.move             x  x  x  .  .  .  .  .
tally.record            x  x  x  .  .  .  .  .
register.import         .  x  x  .  .  .  .  .
slip.print              x  x  x  .  .  .  .  .
record.see              x  x  x  x  x  .  .  .
record.plain            x  x  x  .  .  .  .  .
record.reveal           x  x  x  .  .  .  .  x
record.link             x  x  x  .  .  .  .  .
urgent.see              x  x  x  .  .  .  .  .
sealed.see              .  x  x  .  .  .  .  .
sealed.reseal           .  x  x  .  .  .  .  .
report.see              x  x  x  x  x  .  .  .
report.make             x  x  x  .  .  .  .  .
report.make_named       .  x  x  .  .  .  .  .
report.prepare          x  x  x  .  .  .  .  .
report.check            .  x  x  .  .  .  .  .
report.approve          .  .  x  .  .  .  .  .
report.send             .  x  x  .  .  .  .  .
office.set              .  x  x  .  .  x  .  .
calendar.set            .  x  x  .  .  x  .  .
seal.set                .  .  .  .  .  x  x  .
officer.see             x  x  x  x  x  x  x  .
officer.add             .  .  .  .  .  x  x  .
officer.retire          .  .  .  .  .  x  x  .
officer.role            .  .  .  .  .  x  x  .
officer.reset           .  .  .  .  .  x  x  .
officer.link            .  .  .  .  .  x  x  .
slot.make               .  x  x  .  .  x  x  .
key.rotate              .  x  x  .  .  x  x  .
code.replace            .  x  x  .  .  x  x  .
escrow.set              .  .  .  .  .  x  x  .
administrator.make      .  .  .  .  .  .  x  .
administrator.unmake    .  .  .  .  .  .  x  .
device.see              x  x  x  x  x  x  x  .
device.admit            .  .  .  .  .  x  x  .
device.revoke           .  .  .  .  .  x  x  .
sync.see                x  x  x  x  x  x  x  .
sync.enrol              .  .  .  .  .  x  x  .
sync.run                x  x  x  x  x  x  x  .
state.see               .  .  .  x  x  .  .  .
attachment.add          x  x  x  .  .  .  .  .
attachment.see          x  x  x  .  .  .  .  .
backup.make             x  x  x  x  x  x  x  .
backup.restore          x  x  x  x  x  x  x  .
place.keep              .  x  x  .  .  x  x  .
verify.run              x  x  x  x  x  x  x  .
audit.read              .  .  x  .  x  x  .  .
"""
ROWS = {verb: tuple(marks) for verb, *marks in (line.split() for line in TABLE.strip().splitlines())}
CASES = [(verb, role, mark) for verb, marks in ROWS.items() for role, mark in zip(ROLES, marks, strict=True)]


@pytest.mark.parametrize(("verb", "role", "mark"), CASES)
def test_a_role_may_what_the_table_says(verb: str, role: str, mark: str) -> None:
    assert mark in "x."
    assert may(Asking("o", frozenset({role})), verb) == (mark == "x")
    assert (role in needed(verb)) == (mark == "x")


def test_the_table_knows_every_verb_and_no_other() -> None:
    assert list(ROWS) == list(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_who_has_no_role_may_nothing(verb: str) -> None:
    assert not may(Asking("o", frozenset()), verb)
    assert not may(Asking("o", frozenset({"king", ""})), verb)


def test_several_roles_add_up() -> None:
    both = Asking("o", frozenset({"auditor", "counter"}))
    assert may(both, "audit.read")
    assert may(both, "visit.record")
    assert not may(both, "report.approve")


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_handles_what_is_said_about_themselves(verb: str) -> None:
    everything = frozenset(ROLES)
    assert not may(Asking("o", everything), verb, Subject("integrity", frozenset({"o", "p"})))
    assert may(Asking("q", everything), verb, Subject("integrity", frozenset({"o", "p"})))


# What the same roles may of other offices' sessions; nothing that is not here.
OTHERS = """
session.see             .  .  .  x  x  .  .  .
record.see              .  .  .  x  x  .  .  .
record.reveal           .  .  .  .  .  .  .  x
report.see              .  .  .  x  x  .  .  .
state.see               .  .  .  x  x  .  .  .
"""
OTHER_ROWS = {verb: tuple(marks) for verb, *marks in (line.split() for line in OTHERS.strip().splitlines())}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("verb", VERBS)
def test_of_other_offices_roles_at_home_give_nothing(verb: str, role: str) -> None:
    marks = OTHER_ROWS.get(verb, ("." for _ in ROLES))
    expected = dict(zip(ROLES, marks, strict=True))[role] == "x"
    assert may(Asking("o", frozenset({role})), verb, Subject(elsewhere=True)) == expected
    assert OTHER_ROWS.keys() == ELSEWHERE.keys()


def test_what_other_offices_sealed_is_for_nobody_here() -> None:
    everything = Asking("o", frozenset(ROLES))
    for verb in ("record.see", "record.reveal", "sealed.see"):
        assert not may(everything, verb, Subject("child", elsewhere=True))


@pytest.mark.parametrize("verb", ["record.see", "record.plain", "record.reveal"])
def test_a_sealed_matter_is_for_leaders_and_heads(verb: str) -> None:
    sealed = Subject("child")
    allowed = {role for role in ROLES if may(Asking("o", frozenset({role})), verb, sealed)}
    assert allowed == {"leader", "head"}


def test_a_verb_that_is_not_in_the_table_is_a_bug() -> None:
    with pytest.raises(KeyError):
        may(Asking("o", frozenset({"head"})), "report.burn")


def test_an_administrator_sees_no_client() -> None:
    minder = Asking("o", frozenset({"administrator"}))
    for verb in ("record.see", "record.reveal", "urgent.see", "sealed.see", "report.see", "slip.print"):
        assert not may(minder, verb)
