"""The audit trail: every act of the issue is in it, by officer and laptop, with no client's data."""

import csv
import json
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import Locked, NoRoom, Refused
from hbp_desktop.domain.proof import heads_in
from hbp_desktop.domain.session import Session
from hbp_desktop.usecases import (
    audit,
    counter,
    keys,
    office_settings,
    officers,
    records,
    reporting,
    signing_off,
    slips,
)
from hbp_desktop.usecases.audit import Audit
from hbp_desktop.usecases.office import Office
from tests import conftest
from tests.conftest import CHEAP, OFFICER, PASSWORD, Clock
from tests.usecases.drafts import matter, visit
from tests.usecases.office_staff import AISYAH, DEVI, add, by_code, seated


def today(office: Office) -> Audit:
    return audit.read(office, office.today, office.today)


def whats(office: Office) -> list[str]:
    return [one.told.what for one in today(office).lines]


def test_an_opening_is_entered_with_the_wrong_passwords_before_it(founded: conftest.Office) -> None:
    for _ in range(2):
        with pytest.raises(Locked):
            founded.unlock("bukan ini")
    founded.clock.move(minutes=5)
    opened = founded.unlock()
    office = Office.of(opened, founded.clock)
    line = today(office).lines[-1]
    assert (line.told.what, line.told.detail, line.officer) == ("unlock.password", "failed=2", OFFICER)
    opened.close()
    opened = founded.unlock()
    assert today(Office.of(opened, founded.clock)).lines[-1].told.detail == ""
    opened.close()


def test_opening_with_the_code_is_entered_as_such(founded: conftest.Office) -> None:
    opened = by_code(founded)
    opened.close()
    again = founded.unlock()
    found = today(Office.of(again, founded.clock)).lines
    assert [one.officer for one in found if one.told.what == "unlock.code"] == ["Kod pemulihan"]
    again.close()


def test_every_kind_of_act_is_in_the_trail(
    office: Office, session: Session, clock: Clock, tmp_path: Path
) -> None:
    taken = counter.record(office, visit(session, matter("pertanyaan", status="settled")))
    clock.move(hours=8.5)
    records.reveal(office, taken.id, "identity")
    reporting.make_package(office, session.id, tmp_path, names=True, reason="untuk Salmah")
    reporting.note_printed(office, session.id, 1)
    slips.note_taken(office, taken.id)
    member = add(office, AISYAH, "counter")
    keys.colleague_slot(office, member.id, "perahu merah di muara sungai", CHEAP)
    signing_off.sign(office, session.id, "prepare", OFFICER, PASSWORD)
    opened = office_settings.open_settings(office)
    office_settings.change(office, opened, _with_phone(opened.draft))
    officers.retire(office, member.id, "bertukar")
    found = set(whats(office))
    assert found >= {
        "unlock.password", "reveal.identity", "export.named", "print.report", "print.slip", "role.given",
        "officer.named", "slot.made", "key.given", "report.signed", "setting.changed", "officer.retired",
        "slot.gone", "device.admitted", "chain.opened",
    }  # fmt: skip
    lines = {one.told.what: one for one in today(office).lines}
    assert lines["reveal.identity"].about == taken.ref
    assert lines["export.named"].about == "4/2026"
    assert lines["export.named"].reasoned
    assert lines["report.signed"].about == "4/2026 v1"
    assert lines["officer.retired"].about == AISYAH


def _with_phone(draft: office_settings.OfficeDraft) -> office_settings.OfficeDraft:
    from dataclasses import fields, replace

    name = next(one.name for one in fields(draft) if "phone" in one.name)
    return replace(draft, **{name: "03-0000 0000"})


def test_no_word_of_a_client_and_no_reason_is_in_the_file(
    office: Office, session: Session, clock: Clock, tmp_path: Path
) -> None:
    taken = counter.record(office, visit(session, matter("aduan", details="Jiran saya Kamal memukul anak")))
    records.reveal(office, taken.id, "identity")
    clock.move(hours=8.5)
    reporting.make_package(office, session.id, tmp_path, names=True, reason="diminta Salmah binti Osman")
    records.withdraw(office, "visit", taken.id, "Salmah tersilap")
    for name in ("jejak.csv", "jejak.json"):
        audit.export(office, office.today, office.today, tmp_path / name)
        said = (tmp_path / name).read_text(encoding="utf-8")
        for word in ("Salmah", "Kamal", "memukul", "tersilap", "diminta"):
            assert word not in said
        assert taken.ref in said


def test_days_are_local_and_both_included(office: Office, clock: Clock) -> None:
    first = office.today
    clock.move(hours=15.4)  # 23:54
    keys.change_password(office, PASSWORD, "payung hijau di tepi sungai", CHEAP)
    clock.move(hours=1)  # the day after
    keys.change_password(office, "payung hijau di tepi sungai", PASSWORD, CHEAP)
    second = office.today
    assert (second - first).days == 1

    def count(one: object, other: object) -> int:
        found = audit.read(office, one, other).lines  # type: ignore[arg-type]
        return [line.told.what for line in found].count("password.changed")

    assert [count(first, first), count(second, second), count(first, second)] == [1, 1, 2]
    with pytest.raises(Refused, match="audit_days"):
        audit.read(office, second, first)


def test_the_file_carries_heads_that_prove_themselves_and_cover_the_export(
    office: Office, tmp_path: Path
) -> None:
    made = audit.export(office, office.today, office.today, tmp_path / "jejak.json")
    said = json.loads((tmp_path / "jejak.json").read_text(encoding="utf-8"))
    (head,) = heads_in(said["heads"])
    assert made.lines[-1].told.what == "export.audit"
    assert head.head.seq >= made.lines[-1].seq


def test_a_formula_in_a_laptops_name_stays_text(office: Office, tmp_path: Path) -> None:
    add(office, "=HYPERLINK(1)", "counter")
    audit.export(office, office.today, office.today, tmp_path / "jejak.csv")
    rows = list(csv.reader((tmp_path / "jejak.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)
    assert not any(cell.startswith("=") for row in rows for cell in row)


@pytest.mark.parametrize("name", ["jejak.txt", "ada.csv", "tiada/jejak.csv"])
def test_a_file_that_cannot_be_written_is_refused_before_anything_is_entered(
    office: Office, tmp_path: Path, name: str
) -> None:
    (tmp_path / "ada.csv").write_text("tetap", encoding="utf-8")
    before = len(today(office).lines)
    with pytest.raises((Refused, NoRoom)):
        audit.export(office, office.today, office.today, tmp_path / name)
    assert len(today(office).lines) == before
    assert (tmp_path / "ada.csv").read_text(encoding="utf-8") == "tetap"


def test_only_auditor_head_and_administrator_read_it(office: Office) -> None:
    auditor = seated(office, add(office, DEVI, "auditor"))
    assert audit.read(auditor, office.today, office.today).lines
    with pytest.raises(Refused, match="not_allowed"):
        audit.read(seated(office, add(office, AISYAH, "counter")), office.today, office.today)


def test_a_doubtful_clock_is_marked(office: Office, clock: Clock) -> None:
    clock.move(days=-2)
    slot = keys.slots_here(office)
    assert slot
    keys.change_password(office, PASSWORD, "payung hijau di tepi sungai", CHEAP)
    found = audit.read(office, office.today, office.today).lines
    assert [one.doubt for one in found if one.told.what == "password.changed"] == [True]
