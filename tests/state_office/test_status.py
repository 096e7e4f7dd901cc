"""What the state office tells of its offices: sessions, reports, late ones, who was last heard; no client."""

import json
from datetime import date
from typing import Any

from hbp_desktop.state_office import consolidation, status_json
from hbp_desktop.state_office.consolidation import Whole
from hbp_desktop.state_office.projector import Projecting
from hbp_desktop.usecases.catalogues import catalogues
from tests.state_office.offices import FoundedOffice, write_on
from tests.state_office.stands import OFFICE, START, Stand, Writer

CLIENT = "Aminah binti Ahmad"


def record(laptop: Writer, session: str, day: str, **more: Any) -> None:
    """Write a session of one day with two visits, three matters and a tally."""
    fields = {"office": OFFICE, "title": f"Hari Bertemu Pelanggan {session}", "status": "closed", **more}
    write_on(laptop, "session", session, [], **fields)
    write_on(laptop, "day", f"{session}-hari", [], session=session, date=day, order=1)
    for n in (1, 2):
        write_on(laptop, "visit", f"{session}-k{n}", [], session=session, name=CLIENT)
    for n in (1, 2, 3):
        write_on(laptop, "matter", f"{session}-u{n}", [], session=session, details=CLIENT)
    write_on(laptop, "tally", f"{session}-kiraan", [], session=session, n=40)


def told(stand: Stand, today: date = date(2026, 11, 24)) -> dict[str, Any]:
    """Give the status as other programs read it."""
    Projecting(stand.database, stand.clock).all()
    found = json.loads(json.dumps(status_json.whole_json(whole(stand, today))))
    assert isinstance(found, dict)
    return found


def whole(stand: Stand, today: date) -> Whole:
    return consolidation.whole(stand.database, stand.keys, catalogues().offices, today)


def office_of(said: dict[str, Any], code: str = OFFICE) -> dict[str, Any]:
    return next(one for one in said["offices"] if one["code"] == code)


def test_an_empty_state_office_says_so(stand: Stand) -> None:
    said = told(stand)
    assert (said["offices"], said["late"], said["waiting_to_be_projected"]) == ([], [], 0)
    assert said["storage"]["kind"] == ("postgresql" if stand.database.is_postgres else "sqlcipher")
    assert said["storage"]["database_bytes"] > 0
    assert (said["server"], said["restored"]) == (stand.receiver.key, 0)


def test_sessions_are_told_with_what_the_state_has_of_them(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    record(laptop, "sesi-1", "2026-11-10", number={"n": 4, "year": 2026})
    stand.push(laptop)
    (session,) = office_of(told(stand))["sessions"]
    assert session["title"] == "Hari Bertemu Pelanggan sesi-1"
    assert (session["number"], session["status"]) == ("4/2026", "closed")
    assert (session["from"], session["to"], session["report_due"]) == (
        "2026-11-10",
        "2026-11-10",
        "2026-11-17",
    )
    assert [session[kind] for kind in ("visits", "matters", "tallies")] == [2, 3, 1]
    assert session["days_late"] == 7


def test_the_clause_decides_who_is_late(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    record(laptop, "dalam-masa", "2026-11-10", submitted={"date": "2026-11-17", "proof": "e-mel"})
    record(laptop, "lewat", "2026-11-02", submitted={"date": "2026-11-11", "proof": "e-mel"})
    record(laptop, "belum", "2026-11-16")
    record(laptop, "batal", "2026-01-05", status="cancelled")
    stand.push(laptop)
    assert [(one["session"], one["days_late"]) for one in told(stand)["late"]] == [("lewat", 2), ("belum", 1)]
    assert [one["session"] for one in told(stand, date(2026, 11, 23))["late"]] == ["lewat"]


def test_reports_are_told_by_version_with_the_day_the_state_had_them(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    record(laptop, "sesi-1", "2026-11-10")
    for names in (False, True):
        said = {"session": "sesi-1", "version": 1, "stage": "final", "names": names, "made": "2026-11-12"}
        write_on(laptop, "report", f"laporan-{names}", [], **said)
    stand.push(laptop)
    (session,) = office_of(told(stand))["sessions"]
    assert session["reports"] == [
        {
            "version": 1,
            "stage": "final",
            "made": "2026-11-12",
            "signed": [],
            "state_has_it": status_json.moment(START),
        }
    ]


def test_what_was_withdrawn_is_not_counted(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    record(laptop, "sesi-1", "2026-11-10")
    first = next(one for one in laptop.entries if one.header.subject == "sesi-1-k1")
    write_on(laptop, "visit", "sesi-1-k1", [first], withdrawn=True)
    stand.push(laptop)
    (session,) = office_of(told(stand))["sessions"]
    assert session["visits"] == 1


def test_offices_of_the_state_that_never_enrolled_are_told(stand: Stand) -> None:
    FoundedOffice(stand)
    said = told(stand)
    never = {one["code"] for one in said["offices"] if not one["enrolled"]}
    assert OFFICE not in never
    assert {"SGR00", "SGR01"} <= never
    assert not any(code.startswith("JHR") for code in never)


def test_what_a_device_said_of_itself_is_told_as_said_then(stand: Stand) -> None:
    office = FoundedOffice(stand)
    silent = office.device()
    stated = {
        "version": "2.0.0",
        "newest": START - 60,
        "held": 40,
        "waiting": 12,
        "backup": START - 3600,
        "free": 5 * 10**9,
    }
    stand.push(office.founder, stated=stated, at=START + 7_200)
    devices = {one["key"]: one for one in office_of(told(stand))["devices"]}
    heard = devices[office.founder.device]
    assert heard["last_heard"] == status_json.moment(START)
    assert heard["said_then"] == {
        "version": "2.0.0",
        "newest_entry": status_json.moment(START - 60),
        "entries_held": 40,
        "waiting": 12,
        "last_backup": status_json.moment(START - 3600),
        "free_bytes": 5 * 10**9,
        "clock_off_seconds": 7_200,
    }
    assert (devices[silent.device]["last_heard"], devices[silent.device]["said_then"]) == (None, None)


def test_what_waits_and_what_needs_a_look_is_counted(stand: Stand) -> None:
    office = FoundedOffice(stand)
    stranger = office.device(admitted=False)
    stranger.write(3)
    stand.push(office.founder)
    stand.push(stranger)
    assert status_json.whole_json(whole(stand, date(2026, 11, 24)))["waiting_to_be_projected"] == 4
    assert office_of(told(stand))["not_counted"] == {"device_not_admitted": 3}


def test_the_quarters_say_where_a_session_is_lacking(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    for session, day in (("a", "2026-02-03"), ("b", "2026-03-31"), ("c", "2026-10-01"), ("d", "2025-05-01")):
        record(laptop, session, day)
    record(laptop, "e", "2026-07-07", status="cancelled")
    stand.push(laptop)
    assert office_of(told(stand))["quarters"] == {"year": 2026, "sessions": [2, 0, 0, 1]}


def test_no_client_is_named(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    record(laptop, "sesi-1", "2026-11-10")
    stand.push(laptop)
    text = json.dumps(told(stand), ensure_ascii=False)
    assert "sesi-1" in text
    assert "Aminah" not in text
