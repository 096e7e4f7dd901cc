"""Lists, days and replies that the state office writes in an office's journal count at its laptops."""

from datetime import date
from typing import Any

import pytest

from hbp_desktop.domain.session import Session
from hbp_desktop.domain.staff import BY_STATE
from hbp_desktop.store import journal
from hbp_desktop.store.work import Writer, work
from hbp_desktop.usecases import counter, planning, records
from hbp_desktop.usecases.catalogues import catalogues
from hbp_desktop.usecases.office import Office
from tests.usecases.drafts import matter, visit
from tests.usecases.test_asking import _as


def said(office: Office, kind: str, subject: str, fields: dict[str, Any], action: str = "set") -> None:
    """Write as the state office does, once its entries were taken in."""
    with work(office.vault, Writer(BY_STATE, office.now)) as doing:
        if journal.held(doing.conn, subject):
            doing.change(kind, subject, doing.seen(subject), fields, action=action)
        else:
            doing.create(kind, subject, fields, action=action)


def line(office: Office, what: str, code: str, values: object, of: str = "") -> None:
    subject = f"catalogue:{of or office.code}:{what}:{code}"
    fields = {"what": what, "code": code, "withdrawn": values is None}
    said(office, "catalogue", subject, fields | ({"values": values} if values is not None else {}))


def matches(office: Office, text: str) -> list[str]:
    office.ask("visit.record")
    return [one.code for one in office.catalogues.services.match(text, "permohonan", office.today)]


def test_a_new_service_is_offered_without_a_restart_and_one_taken_away_is_not(office: Office) -> None:
    lists = office.catalogues
    gone = next(iter(lists.services.by_code))
    assert matches(office, "rintis") == []
    line(office, "services", "RINTIS", {"name": "Bantuan rintis", "en": "Pilot aid", "kinds": ["permohonan"]})
    line(office, "services", gone, None)
    assert matches(office, "rintis") == ["RINTIS"]
    assert gone not in matches(office, gone)
    assert lists.services.find(gone) is not None  # where it was used it keeps its name
    assert lists is office.catalogues
    line(office, "services", "RINTIS", {"name": "Bantuan rintis", "until": "2026-11-23"})
    assert matches(office, "rintis") == []
    assert catalogues().services.find("RINTIS") is None


def test_values_change_a_line_and_leave_the_rest_of_it(office: Office) -> None:
    first = next(one for one in office.catalogues.services.by_code.values() if one.words)
    line(office, "services", first.code, {"name": "Nama baharu"})
    office.ask("visit.record")
    changed = office.catalogues.services.find(first.code)
    assert changed is not None
    assert (changed.name, changed.words) == ("Nama baharu", first.words)
    line(office, "services", first.code, {"name": 7})
    office.ask("visit.record")
    assert office.catalogues.services.find(first.code) == first


@pytest.mark.parametrize(
    "values", [7, {"name": None}, {"name": "x", "until": "soon"}, {"name": "x", "rates": 3}]
)
def test_a_line_that_makes_no_sense_changes_nothing(office: Office, values: object) -> None:
    before = dict(office.catalogues.services.by_code)
    line(office, "services", "RINTIS", values)
    line(office, "nonsense", "RINTIS", {"name": "x"})
    line(office, "groups", "baharu", {"en": "only English"})
    office.ask("visit.record")
    assert office.catalogues.services.by_code == before
    assert dict(office.catalogues.groups) == dict(catalogues().groups)


def test_groups_change_too_and_lines_for_other_offices_do_not_matter_here(office: Office) -> None:
    line(office, "groups", "pelajar", {"ms": "Pelajar", "en": "Students"})
    line(office, "groups", "keluarga", None)
    line(office, "groups", "oku", {"ms": "Lain"}, of="JHR01")
    office.ask("visit.record")
    groups = office.catalogues.groups
    assert groups["pelajar"].label("en") == "Students"
    assert "keluarga" not in groups
    assert groups["oku"] == catalogues().groups["oku"]


def test_a_day_the_state_set_moves_the_offices_deadlines(office: Office) -> None:
    received = office.today
    before = counter.complaint_clocks(office, received)
    subject = f"calendar:{office.code}:2026-11-25"
    said(office, "calendar", subject, {"date": "2026-11-25", "working": False, "note": "Cuti negeri"})
    said(office, "calendar", "calendar:JHR01:2026-11-26", {"date": "2026-11-26", "working": False})
    assert planning.calendar(office) == {date(2026, 11, 25): (False, "Cuti negeri")}
    assert counter.complaint_clocks(office, received)[0] > before[0]


def test_a_reply_stands_in_the_history_with_who_gave_it(office: Office, session: Session) -> None:
    recorded = counter.record(office, visit(session, matter()))
    one = recorded.matters[0]
    text = "Permohonan Salmah binti Osman diluluskan."
    fields = {"state_reply": {"date": "2026-11-26", "text": text}, "outcome": {"status": "settled"}}
    with work(office.vault, Writer(BY_STATE, office.now + 60)) as doing:
        doing.change("matter", one.id, doing.seen(one.id), fields, action="replied", reason=text)
    change = records.open_record(office, recorded.id).history[0]
    assert (change.officer, change.action) == ("Pejabat negeri", "replied")
    assert records.open_record(office, recorded.id).visit.matters[0].status == "settled"
    masked = records.open_record(_as(office, "coordinator"), recorded.id)
    assert "Salmah" not in repr(masked)
    assert "diluluskan" in repr(masked.history[0])
