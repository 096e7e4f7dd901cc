"""Officers: added, given roles, appointed to act, retired, linked; each signed by who may."""

from dataclasses import replace
from datetime import date

import pytest

from hbp_desktop.domain.appointment import ActingDraft
from hbp_desktop.domain.errors import Invalid, Refused
from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.domain.session import Session
from hbp_desktop.store import journal
from hbp_desktop.store.work import Writer, work
from hbp_desktop.usecases import counter, keys, officer_list, officers
from hbp_desktop.usecases.letterhead import letterhead
from hbp_desktop.usecases.office import Office
from tests import conftest
from tests.usecases.drafts import visit
from tests.usecases.office_staff import AISYAH, DEVI, TAN, add, seated, stranger, with_code

PEMANGKU = ActingDraft("head", "24.11.2026", "30.11.2026", "JKM.HL 600-1/2 (14)")


def refused(code: str):  # type: ignore[no-untyped-def]
    return pytest.raises(Refused, match=f"^{code}$")


def test_an_added_officer_has_the_roles_given_at_once(office: Office) -> None:
    head = add(office, AISYAH, "head", "leader", post="Pegawai Kebajikan Daerah")
    sitting = seated(office, head)
    assert sitting.asking().roles == {"head", "leader"}
    assert sitting.may("report.approve")
    assert not sitting.may("officer.add")
    assert [one.member.name for one in officer_list.listed(office)] == [AISYAH, conftest.OFFICER]


def test_a_name_that_is_there_is_refused_unless_told(office: Office) -> None:
    add(office, AISYAH, "counter")
    with refused("officer_name_taken"):
        officers.add(office, OfficerDraft("  aisyah  MOHD nor "), ["counter"])
    second = officers.add(office, OfficerDraft(AISYAH), ["counter"], also=True)
    with refused("officer_several"):
        officer_list.find(office, AISYAH)
    assert officer_list.find(office, second.id[:6]) == second


@pytest.mark.parametrize("roles", [(), ("king",)])
def test_an_officer_without_a_known_role_is_not_added(office: Office, roles: tuple[str, ...]) -> None:
    with pytest.raises(Invalid):
        officers.add(office, OfficerDraft(AISYAH), roles)
    assert len(officer_list.listed(office)) == 1


def test_a_role_is_given_and_taken(office: Office) -> None:
    one = add(office, DEVI, "counter")
    assert officers.give_role(office, one.id, "leader").own_roles == {"counter", "leader"}
    assert officers.take_role(office, one.id, "counter", "bertukar").own_roles == {"leader"}
    with refused("role_held"):
        officers.give_role(office, one.id, "leader")
    with refused("role_not_held"):
        officers.take_role(office, one.id, "head")


def test_only_the_code_makes_and_unmakes_administrators(office: Office, founded: conftest.Office) -> None:
    one = add(office, DEVI, "counter")
    for act in (
        lambda: officers.give_role(office, one.id, "administrator"),
        lambda: officers.add(office, OfficerDraft(TAN), ["administrator"]),
        lambda: officers.take_role(office, office.officer_id, "administrator"),
    ):
        with refused("not_allowed"):
            act()
    root = with_code(office, founded)
    assert "administrator" in officers.give_role(root, one.id, "administrator").own_roles
    assert "administrator" not in officers.take_role(root, office.officer_id, "administrator").own_roles
    with refused("not_allowed"):
        add(office, TAN, "counter")


def test_an_administrator_whose_key_nobody_made_is_told_so(office: Office, founded: conftest.Office) -> None:
    one = officers.add(with_code(office, founded), OfficerDraft(DEVI), ["administrator"])
    sitting = seated(office, one)
    assert not officers.may_sign(sitting)
    assert officer_list.find(office, DEVI).administers == frozenset()
    with refused("administrator_key_unmade"):
        add(sitting, TAN, "counter")
    _give_key(office, one.id, sitting)
    officers.give_role(with_code(office, founded), one.id, "administrator")
    assert officers.may_sign(sitting)
    assert add(sitting, TAN, "counter").name == TAN


def _give_key(office: Office, officer: str, sitting: Office) -> None:
    """Put a key on the roster, as making a slot does."""
    own = sitting.opened.keys
    with work(office.vault, Writer(office.officer_id, office.now)) as w:
        field = f"officer.{officer}.key.{own.signing_public}"
        w.enact({field: {"on": True, "age": own.age}}, office.opened.keys.signing, action="slot")


def test_an_unmade_administrators_key_never_signs_again(office: Office, founded: conftest.Office) -> None:
    root = with_code(office, founded)
    officers.take_role(root, office.officer_id, "administrator", "bertukar")
    again = officers.give_role(root, office.officer_id, "administrator")
    assert "administrator" in again.own_roles
    assert again.administers == frozenset()
    with refused("administrator_key_unmade"):
        add(office, TAN, "counter")


def test_acting_begins_and_ends_by_itself(office: Office, clock: conftest.Clock) -> None:
    one = add(office, DEVI, "leader")
    officers.appoint(office, one.id, replace(PEMANGKU, start="25.11.2026"))
    sitting = seated(office, one)
    assert not sitting.may("report.approve")
    clock.move(days=1)
    assert sitting.may("report.approve")
    clock.move(days=6)
    assert not sitting.may("report.approve")


def test_an_appointment_ended_early_keeps_the_days_it_ran(office: Office, clock: conftest.Clock) -> None:
    one = add(office, DEVI, "leader")
    acting = officers.appoint(office, one.id, PEMANGKU)
    clock.move(days=2)
    ended = officers.end_acting(office, acting.id[:8])
    assert ended.acting[0].end == date(2026, 11, 25)
    assert ended.acts_in("head", date(2026, 11, 24)) is not None
    assert ended.acts_in("head", date(2026, 11, 26)) is None
    with refused("acting_ended"):
        officers.end_acting(office, acting.id)


def test_an_appointment_ended_on_its_first_day_never_was(office: Office) -> None:
    one = add(office, DEVI, "leader")
    acting = officers.appoint(office, one.id, PEMANGKU)
    assert officers.end_acting(office, acting.id).acting == ()
    with refused("acting_unknown"):
        officers.end_acting(office, acting.id)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"role": "king"}, "role_unknown"),
        ({"role": "administrator"}, "acting_administrator"),
        ({"start": ""}, "date_missing"),
        ({"end": "31.2.2026"}, "date_impossible"),
        ({"end": "23.11.2026"}, "acting_backwards"),
        ({"start": "1.1.2026", "end": "2.1.2026"}, "acting_over"),
        ({"end": "30.11.2029"}, "acting_too_long"),
        ({"letter": "  "}, "letter_missing"),
    ],
)
def test_an_appointment_says_what_it_lacks(office: Office, change: dict[str, str], code: str) -> None:
    one = add(office, DEVI, "leader")
    with pytest.raises(Invalid) as raised:
        officers.appoint(office, one.id, replace(PEMANGKU, **change))
    assert [problem.code for problem in raised.value.problems] == [code]


def test_the_memo_names_the_head_of_the_day(office: Office, clock: conftest.Clock) -> None:
    assert letterhead(office).head_name == conftest.OFFICER
    assert letterhead(office).head_letter == ""
    one = add(office, DEVI, "leader")
    officers.appoint(office, one.id, PEMANGKU)
    acting = letterhead(office)
    assert (acting.head_name, acting.head_letter) == (DEVI, PEMANGKU.letter)
    assert acting.head_post.startswith("Pemangku Pegawai Kebajikan")
    clock.move(days=7)
    assert letterhead(office).head_name == conftest.OFFICER
    assert letterhead(office, date(2026, 11, 30)).head_name == DEVI


def test_an_office_without_a_head_names_none(office: Office) -> None:
    officers.take_role(office, office.officer_id, "head", "tiada ketua")
    assert letterhead(office).head_name == ""


def test_a_retired_officer_may_nothing_and_keeps_the_name(
    office: Office, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped: list[str] = []
    monkeypatch.setattr(keys, "drop_slots_of", lambda _, officer: dropped.append(officer) or 1)
    one = add(office, DEVI, "counter")
    sitting = seated(office, one)
    recorded = counter.record(sitting, visit(session))
    assert officers.retire(office, one.id, "bersara") == 1
    assert dropped == [one.id]
    with refused("not_allowed"):
        counter.record(sitting, visit(session))
    assert office.officer_names()[one.id] == DEVI
    with office.vault.read() as conn:
        (entry,) = [item.entry for item in journal.held(conn, recorded.id)]
    assert entry.header.actor == one.id
    last = officer_list.listed(office)[-1]
    assert (last.member.name, last.member.retired, last.roles) == (DEVI, True, frozenset())


def test_retiring_twice_drops_a_slot_that_was_left(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    one = add(office, DEVI, "counter")

    def full(*_: object) -> int:
        raise Refused("disk_full")

    monkeypatch.setattr(keys, "drop_slots_of", full)
    with refused("disk_full"):
        officers.retire(office, one.id, "bersara")
    monkeypatch.setattr(keys, "drop_slots_of", lambda *_: 1)
    assert officers.retire(office, one.id, "bersara") == 1


def test_a_retired_officer_is_brought_back_with_the_same_record(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "drop_slots_of", lambda *_: 0)
    one = add(office, DEVI, "counter")
    officers.retire(office, one.id, "bersara")
    with refused("officer_is_retired"):
        officers.give_role(office, one.id, "leader")
    assert officers.bring_back(office, one.id, "kembali berkhidmat").id == one.id
    assert seated(office, one).may("visit.record")
    with refused("officer_not_retired"):
        officers.bring_back(office, one.id, "sekali lagi")


def test_nobody_retires_themselves_and_an_administrator_only_by_the_code(
    office: Office, founded: conftest.Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "drop_slots_of", lambda *_: 1)
    me = office.officer_id
    with refused("not_allowed"):
        officers.retire(office, me, "bersara")
    with pytest.raises(Invalid):
        officers.retire(with_code(office, founded), me, "  ")
    officers.retire(with_code(office, founded), me, "bersara")
    assert office.asking().roles == frozenset()


def test_the_last_administrator_and_the_last_head_are_said_beforehand(office: Office) -> None:
    def codes(*roles: str) -> list[str]:
        return [one.code for one in officer_list.doubts(office, office.officer_id, roles)]

    assert codes("administrator", "head", "leader") == ["last_administrator", "last_head"]
    add(office, DEVI, "head")
    assert codes("administrator", "head") == ["last_administrator"]
    assert codes("leader") == []


def test_an_administrators_record_is_linked_by_the_code_and_the_keys_go_along(
    office: Office, founded: conftest.Office
) -> None:
    me, other = office.officer_id, add(office, AISYAH, "head")
    with refused("not_allowed"):
        officers.link(office, me, other.id)
    with office.writing() as w:  # a peer's own program asks nothing
        w.enact({f"officer.{me}.same": other.id}, office.opened.keys.signing, action="officer_linked")
    assert office.asking().id == me
    officers.link(with_code(office, founded), me, other.id)
    assert office.asking().id == other.id
    assert office.staff().members[other.id].administers == {office.opened.keys.signing_public}


def test_a_role_of_administrator_crafted_by_a_peer_is_none(office: Office) -> None:
    devi = add(office, DEVI, "counter")
    for part in ("role.administrator", "acting.x"):
        said = {"on": True, "role": "administrator", "from": "2026-11-01", "to": "2026-12-31", "letter": "x"}
        value = True if part.startswith("role") else said
        with office.writing() as w:
            w.enact({f"officer.{devi.id}.{part}": value}, office.opened.keys.signing, action="crafted")
    assert seated(office, devi).asking().roles == {"counter"}


def test_two_records_of_one_officer_are_linked_and_parted(office: Office) -> None:
    first, second = add(office, AISYAH, "head"), add(office, "Aisyah binti Mohd Nor", "counter")
    assert officers.link(office, second.id, first.id).id == first.id
    assert seated(office, second).asking().id == first.id
    assert seated(office, second).may("report.approve")
    assert office.officer_names()[second.id] == AISYAH
    (line,) = [one for one in officer_list.listed(office) if one.member.id == first.id]
    assert [one.id for one in line.others] == [second.id]
    with refused("officer_link_same"):
        officers.link(office, first.id, second.id)
    officers.unlink(office, second.id)
    assert not seated(office, second).may("report.approve")
    assert office.officer_names()[second.id] == "Aisyah binti Mohd Nor"
    with refused("officer_not_linked"):
        officers.unlink(office, second.id)


def test_a_stranger_sees_nobody_and_changes_nothing(office: Office) -> None:
    before = office.staff()
    for act in (
        lambda: officer_list.listed(stranger(office)),
        lambda: add(stranger(office), TAN, "counter"),
        lambda: officers.appoint(stranger(office), office.officer_id, PEMANGKU),
        lambda: officers.link(stranger(office), "a", "b"),
    ):
        with refused("not_allowed"):
            act()
    assert office.staff() == before
