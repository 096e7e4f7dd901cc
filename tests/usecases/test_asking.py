"""Every use case asks the policy: those that write, and those that show."""

import ast
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from hbp_desktop import usecases
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.person import masked_number
from hbp_desktop.domain.session import Session
from hbp_desktop.usecases import attention, counter, due, record_list, records, reporting, slips, today
from hbp_desktop.usecases.office import Office
from tests.usecases.drafts import matter, visit
from tests.usecases.office_staff import AISYAH, DEVI, add, seated, stranger
from tests.usecases.test_every_verb import VERBS, Verb, _everything

ROOM = Path(next(iter(usecases.__path__)))


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_verb_asked_by_a_stranger_writes_nothing(office: Office, session: Session, verb: Verb) -> None:
    standing = verb.prepare(office, session)
    before = _everything(office)
    with pytest.raises(Refused, match="not_allowed"):
        verb.act(stranger(office), session, standing)
    assert _everything(office) == before


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_an_auditor_changes_nothing(office: Office, session: Session, verb: Verb) -> None:
    auditor = seated(office, add(office, DEVI, "auditor"))
    standing = verb.prepare(office, session)
    before = _everything(office)
    with pytest.raises(Refused, match="not_allowed"):
        verb.act(auditor, session, standing)
    assert _everything(office) == before


def test_an_administrator_is_shown_no_client(office: Office, session: Session) -> None:
    recorded = counter.record(office, visit(session, matter(urgent="child", action="dihantar ke hospital")))
    minder = _as(office, "administrator")
    for act in (
        lambda: records.page(minder, Filter()),
        lambda: records.find(minder, "Salmah"),
        lambda: records.open_record(minder, recorded.id),
        lambda: counter.visit(minder, recorded.id),
        lambda: counter.today(minder, session.id),
        lambda: record_list.list_page(minder, Filter()),
        lambda: slips.slip(minder, recorded.id),
        lambda: reporting.preview(minder, session.id),
        lambda: reporting.data(minder, session.id),
    ):
        with pytest.raises(Refused, match="not_allowed"):
            act()
    counter.keep_draft(office, visit(session))
    shown = today.overview_of(minder)
    assert shown.needs == ()
    assert "Salmah" not in repr(shown)
    assert "Salmah" not in repr(due.deadlines_of(minder, [session]))


def _as(office: Office, role: str) -> Office:
    """Seat somebody who has one role, by the roster as it would be."""
    from dataclasses import replace

    from hbp_desktop.domain.staff import Member, Staff

    member = Member("m" * 32, "Encik Din", own_roles=frozenset({role}))
    sitting = Office.of(replace(office.opened, officer_id=member.id), office.clock)
    sitting.__dict__["staff"] = lambda: Staff({**office.staff().members, member.id: member})
    return sitting


@pytest.mark.parametrize("role", ["auditor", "coordinator"])
def test_who_may_not_uncover_sees_masked_records(office: Office, session: Session, role: str) -> None:
    said = "Salmah binti Osman (610415-10-0004) kata anaknya ditipu."
    recorded = counter.record(office, visit(session, matter(details=said), phone="019-000 0022", note=said))
    record = records.open_record(office, recorded.id)
    records.correct(office, record, _renamed(record), "salah taip")
    looking = _as(office, role)
    seen = [
        *records.page(looking, Filter()).visits,
        *records.find(looking, "Salmah").visits,
        *records.find(looking, recorded.ref).visits,
        counter.visit(looking, recorded.id),
        *counter.today(looking, session.id).rows,
        *(row.visit for row in record_list.list_page(looking, Filter()).rows),
    ]
    opened = records.open_record(looking, recorded.id)
    assert len(seen) == 6
    for text in (repr(seen), repr(opened)):
        for secret in ("Salmah", "Osman", "0004", "0000022", "019-000 0022"):
            assert secret not in text
    assert seen[0].name == "S. bt. O."
    assert masked_number(seen[0].identity) == "610415-10-****"
    assert "kata anaknya ditipu" in seen[0].matters[0].details
    assert opened.states == {}
    with pytest.raises(Refused, match="not_allowed"):
        records.reveal(looking, recorded.id, "identity")


def _renamed(record: records.Record):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    from hbp_desktop.domain.visit import VisitDraft

    return replace(VisitDraft.of(record.visit), name="Salmah binti Osman", phone="019-000 0023")


@pytest.mark.parametrize("role", ["auditor", "coordinator"])
def test_the_immediate_route_is_counted_and_not_listed(office: Office, session: Session, role: str) -> None:
    plain = counter.record(office, visit(session))
    urgent = counter.record(office, visit(session, matter(urgent="violence"), name="Devi", id_number=""))
    looking = _as(office, role)
    assert [one.id for one in records.page(looking, Filter()).visits] == [plain.id]
    assert list(records.find(looking, urgent.ref).visits) == []
    assert list(records.find(looking, "Devi").visits) == []
    assert records.amounts(looking, Filter()) == (2, 2)
    assert records.hidden(looking, Filter()) == 1
    assert records.hidden(office, Filter()) == 0
    for text in ("Devi", urgent.ref[-5:]):  # a search must not tell that somebody is among the hidden
        assert records.amounts(looking, Filter(text=text)) == (0, 0)
        assert records.hidden(looking, Filter(text=text)) == 0
    assert records.amounts(office, Filter(text="Devi")) == (1, 1)
    assert [one.code for one in attention.needs_of(looking, ())] == []
    for act in (counter.visit, records.open_record):
        with pytest.raises(Refused, match="not_allowed"):
            act(looking, urgent.id)
    assert [one.code for one in attention.needs_of(office, ())] == ["urgent_unattended"]


def test_a_counter_officer_does_not_plan_import_or_name(office: Office, session: Session) -> None:
    sitting = seated(office, add(office, AISYAH, "counter"))
    assert counter.record(sitting, visit(session)).ref
    for verb in ("session.plan", "register.import", "report.make_named", "report.send", "officer.add"):
        assert not sitting.may(verb)
    for verb in ("visit.record", "record.see", "record.reveal", "urgent.see", "report.make"):
        assert sitting.may(verb)


# What takes an office and asks nobody, with why.
SILENT = {
    "attaching.settle": "puts a note right by the files that lie here",
    "backups.at_close": "makes the automatic copy, whoever closes",
    "backups.copies": "names the copies beside the vault",
    "backups.daily": "makes the automatic copy, whoever opens",
    "backups.days_without": "counts days",
    "backups.last_failure": "says why no copy could be made",
    "draft_box.*": "stands below the counter, which asks",
    "guarding.*": "stands below the counter and the records, which ask",
    "integrity.installed": "says whether the state's public key is here",
    "keys.bind_account": "is for everybody's own way in",
    "keys.change_password": "is for everybody's own password",
    "keys.member_of": "finds a name",
    "keys.signs_as": "says what one's own key is worth",
    "keys.slots_here": "names whom the unlock page names",
    "keys.slots_waiting": "stands below confirm_slots, which asks",
    "office_settings.drop_typed": "drops a draft",
    "office_settings.keep_typed": "keeps a draft on this laptop",
    "office_settings.typed": "gives a draft back",
    "officer_list.stands_for": "finds the first of a person's records",
    "officers.may_sign": "says what one's own key is worth",
    "officers.unsigned": "says what one's own key is worth",
    "place_notes.*": "tells everybody where the office lies",
    "restoring.missing": "counts gaps and names laptops",
    "seeing.*": "is how the others decide what to show",
}


def test_every_use_case_that_takes_an_office_asks() -> None:
    rooms = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOM.glob("*.py"))}
    told = {name for name in _silent(rooms) if name in SILENT or f"{name.partition('.')[0]}.*" in SILENT}
    assert _silent(rooms) - told == set()


def test_a_use_case_that_does_not_ask_would_be_found() -> None:
    seeded = (
        "def shown(office: Office) -> int:\n    return 1\n\ndef told(office: Office) -> int:\n    return "
    )
    assert _silent({"seeded": ast.parse(seeded + "shown(office)")}) == {"seeded.shown", "seeded.told"}
    asking = "def asks(office: Office) -> None:\n    office.ask('x')\n" + seeded + "other.asks(office)"
    assert _silent({"other": ast.parse(asking)}) == {"other.shown"}


def _silent(rooms: Mapping[str, ast.Module]) -> set[str]:
    """Name what takes an office and neither asks nor calls what does."""
    found = {
        f"{room}.{one.name}": (room, one)
        for room, module in rooms.items()
        for one in module.body
        if isinstance(one, ast.FunctionDef)
    }
    asking = {name for name, (_, one) in found.items() if _asks(one)}
    while more := {
        name for name, (room, one) in found.items() if name not in asking and _calls(room, one) & asking
    }:
        asking |= more
    return {name for name, (_, one) in found.items() if _takes_an_office(one)} - asking


def _takes_an_office(function: ast.FunctionDef) -> bool:
    first = function.args.args[:1]
    named = [one.annotation.id for one in first if isinstance(one.annotation, ast.Name)]
    return not function.name.startswith("_") and named == ["Office"]


def _asks(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Attribute) and node.attr in ("ask", "may") and isinstance(node.value, ast.Name)
        for node in ast.walk(function)
    )


def _calls(room: str, function: ast.FunctionDef) -> set[str]:
    called = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    here = {f"{room}.{one.id}" for one in called if isinstance(one, ast.Name)}
    there = {
        f"{one.value.id}.{one.attr}"
        for one in called
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name)
    }
    return here | there


def test_asking_reads_the_roster_only_when_it_moved(
    office: Office, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hbp_desktop.store import journal

    read: list[object] = []
    real = journal.read_own_roster
    monkeypatch.setattr(journal, "read_own_roster", lambda conn: read.append(conn) or real(conn))
    office.ask("visit.record")
    read.clear()
    for _ in range(3):
        counter.record(office, visit(session))
    assert read == []
    add(office, AISYAH, "counter")
    read.clear()
    office.ask("visit.record")
    assert len(read) <= 1
    assert date(2026, 11, 24) == office.today
