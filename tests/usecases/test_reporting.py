"""The report from the vault to the package: versions, what is missing, and when the form was sent."""

import datetime as dt
import json
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import Invalid, Refused
from hbp_desktop.domain.matter import MatterDraft
from hbp_desktop.domain.officer import DutyDraft
from hbp_desktop.domain.report import days_late, days_left
from hbp_desktop.domain.session import DayDraft, Session, SessionDraft
from hbp_desktop.resources import resource
from hbp_desktop.store import shelf
from hbp_desktop.usecases import counter, importing, planning, records, reporting
from hbp_desktop.usecases.office import Office
from tests.conftest import OFFICER, Clock
from tests.usecases.drafts import matter, visit

DUE = dt.date(2026, 12, 1)


@pytest.fixture(autouse=True)
def after_the_session(clock: Clock) -> None:
    """Five in the afternoon."""
    clock.move(hours=8.5)


def settled(**more: str) -> MatterDraft:
    return matter("pertanyaan", status="settled", **more)


def codes(office: Office, session: Session) -> list[str]:
    return [problem.code for problem in reporting.missing(office, session.id)]


def acts(office: Office) -> list[str]:
    with office.vault.read() as conn:
        done = [str(state["what"]) for _, state in shelf.every(conn, "act")]
    return [what for what in done if not what.startswith("unlock.")]


def test_an_empty_session_is_a_draft_that_says_why(office: Office, session: Session) -> None:
    assert codes(office, session) == ["report_no_visits"]
    assert reporting.data(office, session.id).stage == "draft"


def test_a_complete_session_is_final(office: Office, session: Session) -> None:
    counter.record(office, visit(session, settled()))
    report = reporting.data(office, session.id)
    assert (report.stage, report.version, report.missing) == ("final", 1, ())
    assert report.figures.headline("matters") == 1
    assert report.office.to == "Pengarah, Jabatan Kebajikan Masyarakat Negeri Selangor"


def test_the_report_is_a_draft_while_the_session_is_held(
    office: Office, session: Session, clock: Clock
) -> None:
    counter.record(office, visit(session, settled()))
    clock.move(hours=-6)
    assert codes(office, session) == ["report_not_ended"]


def test_what_is_missing_is_named_by_reference_number(office: Office, session: Session) -> None:
    urgent = counter.record(office, visit(session, matter("aduan", urgent="violence", status="in_progress")))
    fresh = counter.record(office, visit(session, matter("aduan"), name="Siti", id_number="", id_kind="none"))
    counter.keep_draft(office, visit(session, name="Ravi"), "2")
    counter.issue_queue(office, session.id, session.days[0].id)
    found = {problem.code: problem.values for problem in reporting.missing(office, session.id)}
    assert found["report_urgent_without_action"]["refs"] == urgent.ref
    assert found["report_without_outcome"]["refs"] == fresh.ref
    assert found["report_drafts_kept"]["count"] == 1
    assert found["report_queue_waiting"]["count"] == 1


def test_a_visit_on_another_day_and_a_session_without_officers_are_pointed_out(office: Office) -> None:
    day = DayDraft(date="2026-11-24", place="Dewan")
    alone = planning.plan(office, SessionDraft(number="5", year="2026", days=(day,)))
    counter.record(office, visit(alone, settled(), date="2026-11-20"))
    assert set(codes(office, alone)) >= {"report_no_officers", "report_outside_days"}


def test_a_package_is_journaled_with_its_version(office: Office, session: Session, tmp_path: Path) -> None:
    counter.record(office, visit(session, settled()))
    made = reporting.make_package(office, session.id, tmp_path)
    (version,) = reporting.versions(office, session.id)
    assert (version.number, version.stage, version.code) == (1, "final", made.code)
    assert version.counts["matters"] == 1
    assert acts(office) == ["export.masked"]
    assert json.loads((made.folder / "laporan.json").read_bytes())["code"] == made.code


def test_the_same_records_are_the_same_version_and_the_same_bytes(
    office: Office, session: Session, tmp_path: Path, clock: Clock
) -> None:
    counter.record(office, visit(session, settled()))
    first = reporting.make_package(office, session.id, tmp_path / "a")
    clock.move(days=2)
    again = reporting.make_package(office, session.id, tmp_path / "b")
    assert again.version == 1
    assert again.zip.read_bytes() == first.zip.read_bytes()
    assert len(reporting.versions(office, session.id)) == 1


def test_new_records_are_a_new_version_that_says_what_changed(
    office: Office, session: Session, tmp_path: Path
) -> None:
    counter.record(office, visit(session, settled()))
    reporting.make_package(office, session.id, tmp_path)
    counter.record(
        office, visit(session, settled(), settled(), id_number="620101-10-0005", name="Ravi", sex="L")
    )
    report = reporting.data(office, session.id)
    assert report.version == 2
    assert {change.name: (change.before, change.after) for change in report.changes} == {
        "clients": (1, 2),
        "visits": (1, 2),
        "matters": (1, 3),
        "settled": (1, 3),
    }


def test_a_correction_after_the_form_was_sent_is_an_amendment(
    office: Office, session: Session, tmp_path: Path, clock: Clock
) -> None:
    taken = counter.record(office, visit(session, settled()))
    reporting.make_package(office, session.id, tmp_path)
    clock.move(days=1)
    reporting.submit(office, session.id, dt.date(2026, 11, 25), "E-mel 25 Nov.")
    assert reporting.data(office, session.id).version == 1
    records.withdraw(office, "visit", taken.id, "Direkod dua kali")
    counter.record(office, visit(session, settled(), name="Ravi", id_number="620101-10-0005", sex="L"))
    report = reporting.data(office, session.id)
    assert (report.version, report.stage) == (2, "amended")


def test_names_are_journaled_and_stay_out_otherwise(office: Office, session: Session, tmp_path: Path) -> None:
    counter.record(office, visit(session, settled()))
    masked = reporting.make_package(office, session.id, tmp_path)
    named = reporting.make_package(office, session.id, tmp_path, names=True)
    assert acts(office) == ["export.masked", "export.named"]
    assert "Salmah" not in (masked.folder / "daftar.csv").read_text(encoding="utf-8")
    assert "Salmah binti Osman" in (named.folder / "daftar.csv").read_text(encoding="utf-8")
    assert named.code == masked.code
    assert len(reporting.versions(office, session.id)) == 1


def test_a_cancelled_package_is_not_journaled(office: Office, session: Session, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        reporting.make_package(office, session.id, tmp_path / "out", cancelled=lambda: True)
    assert acts(office) == []
    assert list((tmp_path / "out").iterdir()) == []


def test_the_form_sent_in_time_stops_the_countdown(office: Office, session: Session, clock: Clock) -> None:
    assert days_left(session, dt.date(2026, 11, 28)) == 3
    clock.move(days=7)
    sent = reporting.submit(office, session.id, DUE, "Pengesahan borang 0001")
    assert sent.submitted is not None
    assert days_late(sent, dt.date(2027, 1, 1)) == 0
    assert days_left(sent, DUE) is None


def test_a_late_form_needs_its_reason_and_is_marked(office: Office, session: Session, clock: Clock) -> None:
    clock.move(days=14)
    late = DUE + dt.timedelta(days=5)
    assert days_late(session, late) == 5
    with pytest.raises(Invalid) as invalid:
        reporting.submit(office, session.id, late, "E-mel")
    assert [problem.code for problem in invalid.value.problems] == ["submit_late_reason_missing"]
    reporting.submit(office, session.id, late, "E-mel", "Banjir di Kajang")
    assert reporting.data(office, session.id).late_days == 5


def test_the_first_sending_date_is_never_reset(office: Office, session: Session, clock: Clock) -> None:
    clock.move(days=2)
    reporting.submit(office, session.id, dt.date(2026, 11, 25), "E-mel")
    with pytest.raises(Refused) as refused:
        reporting.submit(office, session.id, dt.date(2026, 11, 26), "E-mel")
    assert refused.value.code == "submit_already"


@pytest.mark.parametrize(
    ("day", "proof", "code"),
    [
        (dt.date(2026, 11, 23), "E-mel", "submit_before_session"),
        (dt.date(2026, 11, 30), "E-mel", "submit_in_future"),
        (dt.date(2026, 11, 24), " \u200b", "submit_proof_missing"),
    ],
)
def test_a_doubtful_sending_is_refused_in_words(
    office: Office, session: Session, day: dt.date, proof: str, code: str
) -> None:
    with pytest.raises(Invalid) as invalid:
        reporting.submit(office, session.id, day, proof)
    assert code in [problem.code for problem in invalid.value.problems]


def test_a_cancelled_session_is_not_late_and_not_sent(office: Office) -> None:
    day = DayDraft(date="2026-11-11", place="Dewan")
    duty = DutyDraft(officer=OFFICER)
    draft = SessionDraft(
        number="6", year="2026", days=(day,), duties=(duty,), status="cancelled", cancel_reason="Banjir"
    )
    off = planning.plan(office, draft)
    assert days_late(off, dt.date(2026, 12, 24)) == 0
    with pytest.raises(Refused):
        reporting.submit(office, off.id, dt.date(2026, 11, 24), "E-mel")


def test_an_unknown_session_is_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        reporting.make_package(office, "9/2026", tmp_path)


def test_the_sample_day_is_reported_as_its_answer_key_counts(
    office: Office, session: Session, tmp_path: Path
) -> None:
    register = resource("samples", "register-hulu-langat-2026-11-24.csv")
    sheet = importing.read(register)
    importing.accept(office, importing.preview(office, session, sheet, importing.guess(sheet)))
    made = reporting.make_package(office, session.id, tmp_path / "out")
    written = json.loads((made.folder / "laporan.json").read_bytes())
    key = json.loads(register.with_name(f"{register.name}.key.json").read_text(encoding="utf-8"))["totals"]
    headline = {row["keys"][0]: row["count"] for row in written["figures"]["headline"]["rows"]}
    kinds = {row["keys"][0]: row["count"] for row in written["figures"]["kind"]["rows"]}
    assert (headline["clients"], headline["visits"]) == (key["unique_clients"], key["visits"])
    assert kinds == {kind: count for kind, count in key["matters_by_kind"].items() if count}
    assert sum(len(visit["matters"]) for visit in written["visits"]) == key["matters"]
    assert written["stage"] == "final"
