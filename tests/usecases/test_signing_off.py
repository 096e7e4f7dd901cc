"""Signing the report: own passwords, in order, by whom the roster knows, for one version."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hbp_desktop.domain.appointment import ActingDraft
from hbp_desktop.domain.errors import HbpError, Invalid, Locked, Refused
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.signoff import Signature, signatures_in, standing
from hbp_desktop.reports.json_file import check_code
from hbp_desktop.reports.words import Words
from hbp_desktop.store import reporting as stored
from hbp_desktop.usecases import counter, keys, officers, proving, reporting, signing_off
from hbp_desktop.usecases.office import Office
from tests.conftest import CHEAP, OFFICER, PASSWORD, Clock
from tests.usecases.drafts import matter, visit
from tests.usecases.office_staff import add, seated

HEAD, HEAD_PASSWORD = "Tuan Haji Zulkifli Hassan", "jambatan kayu lama di hulu"
SECOND, SECOND_PASSWORD = "Hafiz Ismail", "perahu merah di muara sungai"


@pytest.fixture(autouse=True)
def complete(office: Office, session: Session, clock: Clock) -> None:
    """A complete day, at five in the afternoon."""
    counter.record(office, visit(session, matter("pertanyaan", status="settled")))
    clock.move(hours=8.5)


@pytest.fixture
def staffed(office: Office) -> Office:
    """A team leader and a head with slots of their own, opened by the first officer."""
    for name, role, password in ((SECOND, "leader", SECOND_PASSWORD), (HEAD, "head", HEAD_PASSWORD)):
        member = add(office, name, role, post="Pegawai Kebajikan")
        keys.colleague_slot(office, member.id, password, CHEAP)
    return office


def sign_all(office: Office, session: Session) -> list[Signature]:
    return [
        signing_off.sign(office, session.id, step, name, password)
        for step, name, password in (
            ("prepare", OFFICER, PASSWORD),
            ("check", SECOND, SECOND_PASSWORD),
            ("approve", HEAD, HEAD_PASSWORD),
        )
    ]


def boxes(office: Office, session: Session) -> list[str]:
    found = signing_off.signoff(office, reporting.data(office, session.id))
    return [box.signature.name if box.signature else "next" if box.next else "" for box in found.boxes]


def test_three_officers_sign_in_order_each_with_their_own_password(staffed: Office, session: Session) -> None:
    assert boxes(staffed, session) == ["next", "", ""]
    signatures = sign_all(staffed, session)
    assert boxes(staffed, session) == [OFFICER, SECOND, HEAD]
    assert [how for _, how in signing_off.verify_signatures(staffed, session.id)] == ["good"] * 3
    assert [one.code[0] for one in signatures] == ["P", "S", "L"]
    report = reporting.data(staffed, session.id)
    assert (report.version, len(reporting.versions(staffed, session.id))) == (1, 1)


def test_the_head_signs_on_a_laptop_never_used_before(office: Office, session: Session) -> None:
    """The head is on the roster, has no slot here, and gets one in a minute without a network."""
    head = add(office, HEAD, "head", post="Pegawai Kebajikan Masyarakat Daerah")
    signing_off.sign(office, session.id, "prepare", OFFICER, PASSWORD)
    with pytest.raises(Refused, match="officer_unknown"):
        signing_off.sign(office, session.id, "check", HEAD, HEAD_PASSWORD)
    keys.colleague_slot(office, head.id, HEAD_PASSWORD, CHEAP)
    signing_off.sign(office, session.id, "check", HEAD, HEAD_PASSWORD)
    made = signing_off.sign(office, session.id, "approve", HEAD, HEAD_PASSWORD)
    assert made.officer == head.id
    assert [how for _, how in signing_off.verify_signatures(office, session.id)] == ["good"] * 3


def test_a_slot_nobody_could_confirm_signs_and_waits_for_an_administrator(
    staffed: Office, session: Session
) -> None:
    third = add(staffed, "Pn. Devi", "leader", post="")
    leader = seated(staffed, next(m for m in staffed.staff().current() if m.name == SECOND))
    keys.colleague_slot(leader, third.id, "tangga batu ke bukit sunyi", CHEAP)
    signing_off.sign(staffed, session.id, "prepare", "Pn. Devi", "tangga batu ke bukit sunyi")
    assert [how for _, how in signing_off.verify_signatures(staffed, session.id)] == ["waiting"]
    keys.confirm_slots(staffed)
    assert [how for _, how in signing_off.verify_signatures(staffed, session.id)] == ["good"]


@pytest.mark.parametrize(
    ("step", "name", "password", "kind", "code"),
    [
        ("check", SECOND, SECOND_PASSWORD, Refused, "sign_out_of_order"),
        ("prepare", SECOND, PASSWORD, Locked, "wrong_password"),
        ("prepare", "Encik Din", PASSWORD, Refused, "officer_unknown"),
        ("sokong", OFFICER, PASSWORD, Refused, "sign_unknown_step"),
    ],
)
def test_what_cannot_be_signed_is_refused_and_nothing_is_written(
    staffed: Office, session: Session, step: str, name: str, password: str, kind: type[HbpError], code: str
) -> None:
    with pytest.raises(kind, match=code):
        signing_off.sign(staffed, session.id, step, name, password)
    assert signing_off.verify_signatures(staffed, session.id) == ()


def test_a_leader_does_not_approve(staffed: Office, session: Session) -> None:
    signing_off.sign(staffed, session.id, "prepare", OFFICER, PASSWORD)
    signing_off.sign(staffed, session.id, "check", SECOND, SECOND_PASSWORD)
    with pytest.raises(Refused) as refused:
        signing_off.sign(staffed, session.id, "approve", SECOND, SECOND_PASSWORD)
    assert refused.value.values["roles"] == "head"


def test_wrong_passwords_at_signing_slow_down_as_at_the_door(staffed: Office, session: Session) -> None:
    for _ in range(4):
        with pytest.raises(Locked):
            signing_off.sign(staffed, session.id, "prepare", SECOND, "salah")
    with pytest.raises(Locked, match="unlock_wait"):
        signing_off.sign(staffed, session.id, "prepare", SECOND, SECOND_PASSWORD)


def test_one_person_may_sign_every_step_and_is_warned(staffed: Office, session: Session) -> None:
    head = next(m for m in staffed.staff().current() if m.name == HEAD)
    for step in ("prepare", "check", "approve"):
        doubts = signing_off.doubts(staffed, reporting.data(staffed, session.id), step, head.id)
        assert [one.code for one in doubts] == ([] if step == "prepare" else ["sign_same_person"])
        signing_off.sign(staffed, session.id, step, HEAD, HEAD_PASSWORD)
    assert boxes(staffed, session) == [HEAD] * 3


def test_who_may_sign_here_is_listed_by_step(staffed: Office) -> None:
    add(staffed, "Encik Tan", "head")  # no slot on this laptop
    found = {step: [one.name for one in signing_off.signers(staffed, step)] for step in ("check", "approve")}
    assert HEAD in found["check"]
    assert SECOND in found["check"]
    assert SECOND not in found["approve"]
    assert "Encik Tan" not in found["approve"]


def test_an_acting_head_signs_as_one_by_the_letter(staffed: Office, session: Session) -> None:
    second = next(m for m in staffed.staff().current() if m.name == SECOND)
    today = staffed.today
    draft = ActingDraft(
        "head", today.isoformat(), (today + timedelta(days=7)).isoformat(), "JKM.SEL.100-4/2 (7)"
    )
    officers.appoint(staffed, second.id, draft)
    signing_off.sign(staffed, session.id, "prepare", OFFICER, PASSWORD)
    signing_off.sign(staffed, session.id, "check", HEAD, HEAD_PASSWORD)
    made = signing_off.sign(staffed, session.id, "approve", SECOND, SECOND_PASSWORD)
    assert (made.role, made.letter) == ("head", "JKM.SEL.100-4/2 (7)")


def test_a_change_after_signing_leaves_the_signatures_with_the_older_version(
    staffed: Office, session: Session
) -> None:
    sign_all(staffed, session)
    counter.record(staffed, visit(session, matter("pertanyaan", status="settled"), name="Ravi", id_number=""))
    report = reporting.data(staffed, session.id)
    found = signing_off.signoff(staffed, report)
    assert (report.version, found.done) == (2, False)
    assert [one.of.version for one in found.before] == [1, 1, 1]
    assert [box.signature for box in found.boxes] == [None] * 3
    with pytest.raises(Refused, match="sign_version_moved"):
        signing_off.sign(staffed, session.id, "prepare", OFFICER, PASSWORD, version=1)


def test_a_signature_is_withdrawn_with_a_reason_and_takes_the_later_ones_along(
    staffed: Office, session: Session
) -> None:
    sign_all(staffed, session)
    with pytest.raises(Invalid):
        signing_off.withdraw(staffed, session.id, "check", " ")
    signing_off.withdraw(staffed, session.id, "check", "angka telefon tersilap")
    assert boxes(staffed, session) == [OFFICER, "next", ""]
    signing_off.sign(staffed, session.id, "check", HEAD, HEAD_PASSWORD)
    assert boxes(staffed, session) == [OFFICER, HEAD, "next"]


def test_a_signature_changed_in_any_part_does_not_hold(staffed: Office, session: Session) -> None:
    made = sign_all(staffed, session)[0]
    known = {made.key: made.officer}
    assert standing(made, known) == "good"
    others = [
        replace(made, of=replace(made.of, version=2)),
        replace(made, of=replace(made.of, digest="0" * 64)),
        replace(made, of=replace(made.of, session="x")),
        *(replace(made, **{part: "x"}) for part in ("step", "officer", "name", "post", "role", "letter")),
        replace(made, at=made.at + 1),
        replace(made, sig=bytes(64)),
        replace(made, key="zz"),
    ]
    assert {standing(one, known) for one in others} == {"broken"}
    assert standing(made, {made.key: "somebody else"}) == "broken"


def test_a_forged_signature_is_neither_shown_nor_printed(staffed: Office, session: Session) -> None:
    made = signing_off.sign(staffed, session.id, "prepare", OFFICER, PASSWORD)
    with staffed.writing() as w:
        subject = reporting.write_version(w, reporting.data(staffed, session.id))
        forged = made.field() | {"name": "Encik Jabu"}
        w.change("report", subject, w.seen(subject), {"signed.approve": forged})
    assert [how for _, how in signing_off.verify_signatures(staffed, session.id)] == ["good", "broken"]
    assert [one.step for one in reporting.data(staffed, session.id).signatures] == ["prepare"]


def test_other_figures_under_the_number_that_was_signed_are_not_signed(
    staffed: Office, session: Session
) -> None:
    """Another laptop may have made that version as well, or rewritten what it says of its figures."""
    signing_off.sign(staffed, session.id, "prepare", OFFICER, PASSWORD)
    before = reporting.data(staffed, session.id)
    counter.record(staffed, visit(session, matter("pertanyaan", status="settled")))
    now = replace(reporting.data(staffed, session.id), version=before.version, stage=before.stage)
    with staffed.writing() as w:
        subject = reporting.write_version(w, before)
        w.change("report", subject, w.seen(subject), {"figures": check_code(now, Words())})
    report = reporting.data(staffed, session.id)
    assert (report.version, report.signatures) == (before.version, ())
    assert [box.standing for box in signing_off.signoff(staffed, report).boxes] == ["broken", "good", "good"]
    signing_off.sign(staffed, session.id, "prepare", OFFICER, PASSWORD)
    assert len(reporting.data(staffed, session.id).signatures) == 1


def test_an_odd_key_on_the_roster_keeps_no_report_from_opening(staffed: Office, session: Session) -> None:
    sign_all(staffed, session)
    for value in (7, [], "x", None):
        with staffed.writing() as w:
            w.enact(
                {f"officer.{staffed.officer_id}.key.aa": value}, staffed.opened.keys.signing, action="odd"
            )
    assert [how for _, how in signing_off.verify_signatures(staffed, session.id)] == ["good"] * 3
    assert proving.check(staffed).ok


def test_a_signature_outlives_its_key_and_its_officer(staffed: Office, session: Session) -> None:
    sign_all(staffed, session)
    second = next(m for m in staffed.staff().current() if m.name == SECOND)
    keys.reset_password(staffed, second.id, "pokok kelapa tinggi condong", CHEAP)
    officers.retire(staffed, second.id, "bertukar ke Perak")
    assert [how for _, how in signing_off.verify_signatures(staffed, session.id)] == ["good"] * 3


def test_the_final_package_names_who_signed(staffed: Office, session: Session, tmp_path: Path) -> None:
    sign_all(staffed, session)
    made = reporting.make_package(staffed, session.id, tmp_path)
    said = json.loads((made.folder / "laporan.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in said["signatures"]] == [OFFICER, SECOND, HEAD]
    assert (said["version"], said["stage"]) == (1, "final")
    with staffed.vault.read() as conn:
        states = stored.reports_of(conn, session.id)
    assert [len(signatures_in(state)) for state in states] == [3]
