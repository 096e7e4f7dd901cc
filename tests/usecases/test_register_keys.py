"""Every figure of every answer key, for every register handed over."""

from pathlib import Path
from typing import Any

import pytest

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.register.lines import Line
from hbp_desktop.domain.register.records import PlannedVisit
from hbp_desktop.domain.register.sheet import Finding
from hbp_desktop.domain.register.totals import is_foreign
from hbp_desktop.domain.text import clean
from hbp_desktop.usecases import importing
from tests.usecases.register_keys import ALL, KUCHING, WILD, Case, case, setting_on

STATUSES = {
    "Baharu": "new",
    "Dalam tindakan": "in_progress",
    "Menunggu pengadu": "waiting",
    "Dirujuk agensi lain": "referred",
    "Selesai": "settled",
}
DOCUMENTS = {
    "MyKad": "mykad",
    "MyPR": "mypr",
    "IC Lama": "ic_old",
    "Pasport": "passport",
    "UNHCR": "unhcr",
    "Tiada dokumen": "none",
}
GROUPS = {
    "Warga Emas": "warga_emas",
    "OKU": "oku",
    "Keluarga": "keluarga",
    "Ibu Tunggal": "ibu_tunggal",
    "Kanak-Kanak": "kanak_kanak",
    "Mangsa Bencana": "mangsa_bencana",
    "Orang Papa": "orang_papa",
    "Pertubuhan Sukarela": "pertubuhan",
}


@pytest.fixture(params=ALL, ids=lambda path: path.name)
def register(request: pytest.FixtureRequest) -> Case:
    """Each register in turn."""
    return case(request.param)


def test_the_file_is_recognised(register: Case) -> None:
    key, sheet = register.key, register.sheet
    assert sheet.format == key["format"]
    assert sheet.encoding == key.get("encoding", "")
    assert sheet.delimiter == key.get("delimiter", "")
    assert sheet.name == key.get("sheet", "")
    assert len(sheet.rows) == key["records"]["all"]


def test_the_columns_are_guessed(register: Case) -> None:
    mapping = register.preview.mapping
    assert mapping.header + 1 == register.key["header_record"]
    assert {name: mapping.title(at) for name, at in mapping.columns.items()} == register.key["columns"]


def test_lines_are_counted_accepted_and_ignored(register: Case) -> None:
    records, shown = register.key["records"], register.preview
    assert len(shown.lines) == records["matters"]
    assert sum(line.accepted for line in shown.lines) == records["accepted"]
    assert len(shown.bad_lines) == records["invalid"]
    assert [{"record": row.record, "line": row.line, "what": row.what} for row in shown.ignored] == records[
        "ignored"
    ]


@pytest.mark.parametrize(("level", "part"), [("error", "invalid"), ("warning", "warnings")])
def test_every_doubtful_cell_is_named_and_no_other(register: Case, level: str, part: str) -> None:
    found = [place(one) for one in register.preview.findings if one.level == level]
    wanted = [(one["record"], one["line"], one["reason"], one["column"]) for one in register.key[part]]
    assert sorted(found) == sorted(wanted)


def test_urgent_lines_are_told(register: Case) -> None:
    found = [(line.record, line.line) for line in register.preview.lines if line.said.get("urgent")]
    assert found == [(one["record"], one["line"]) for one in register.key["urgent"]]
    services = {line.record: line.said.get("service") for line in register.preview.lines}
    assert all(services[one["record"]] == one["why"] for one in register.key["urgent"])


def test_the_totals_are_the_keys(register: Case) -> None:
    totals = register.preview.totals
    wanted = register.key.get("totals") or register.key["totals_of_lines_without_error"]
    counted: dict[str, Any] = {
        "matters": totals.matters,
        "matters_by_kind": dict(totals.by_kind),
        "visits": totals.visits,
        "unique_clients": totals.clients,
        "anonymous_visits": totals.anonymous,
        "visits_through_proxy": totals.through_proxy,
        "clients_not_citizens": totals.not_citizens,
        "clients_by_sex": dict(totals.by_sex),
        "clients_oku": totals.oku,
        "visits_by_counter": dict(totals.by_counter),
        "matters_by_status": {
            word: totals.by_status[code] for word, code in STATUSES.items() if totals.by_status[code]
        },
    }
    assert {name: counted[name] for name in wanted} == wanted


def test_every_accepted_line_reads_as_the_key_says(register: Case) -> None:
    lines = {line.record: line for line in register.preview.lines}
    for wanted in register.key.get("expected", []):
        assert as_key(lines[wanted["record"]]) == {
            name: value for name, value in wanted.items() if name != "client"
        }


def test_clients_of_the_key_are_the_same_persons(register: Case) -> None:
    people: dict[str, set[str]] = {}
    visits = {matter.record: visit for visit in register.preview.visits for matter in visit.matters}
    for wanted in register.key.get("expected", []):
        if wanted["client"]:
            people.setdefault(wanted["client"], set()).add(visits[wanted["record"]].person)
    assert all(len(keys) == 1 for keys in people.values())
    assert len(set.union(set(), *people.values())) == len(people)


def test_hazards_are_recorded_exactly_as_text() -> None:
    wild = case(WILD)
    rows = {row.record: row for row in wild.sheet.rows}
    lines = {line.record: line for line in wild.preview.lines}
    fields = {title: name for name, title in wild.key["columns"].items() if title}
    for hazard in wild.key["hazards"]:
        line, field = lines[hazard["record"]], fields[hazard["column"]]
        typed = rows[hazard["record"]].cell(wild.preview.mapping.columns[field])
        assert line.accepted
        if field != "id":
            assert line.said[field].split() == clean(typed).split()


def test_a_hidden_sign_does_not_spoil_a_card_number() -> None:
    lines = {line.record: line for line in case(WILD).preview.lines}
    assert lines[11].said["id"] == "860823-43-0007"


def test_what_is_odd_about_the_wild_files_columns_is_said() -> None:
    wild = case(WILD)
    assert [as_file_problem(one) for one in wild.preview.problems] == wild.key["file_problems"]


def test_one_register_in_three_formats_is_one_set_of_records() -> None:
    first, *others = [journal(case(path).preview.visits) for path in KUCHING]
    assert first == others[0]
    assert first == others[1]
    assert len(first) == 120 + 154


def test_another_session_gives_other_ids() -> None:
    sheet = importing.read(KUCHING[0])
    setting = setting_on("2026-11-10", session="6" * 32)
    other = importing.examine(sheet, importing.guess(sheet), importing.vocabulary(), setting)
    assert not journal(other.visits).keys() & journal(case(KUCHING[0]).preview.visits).keys()


def journal(visits: tuple[PlannedVisit, ...]) -> dict[str, Any]:
    """Give id to fields of everything accepted."""
    held = [visit for visit in visits if visit.accepted]
    subjects = {visit.id: visit.fields for visit in held}
    return subjects | {matter.id: matter.fields for visit in held for matter in visit.accepted}


def place(finding: Finding) -> tuple[int, int, str, str]:
    return finding.record, finding.line, finding.code, finding.column or "(whole line)"


def as_file_problem(problem: Problem) -> str:
    """Write a file problem in the key's words."""
    values, code = problem.values, problem.code.removeprefix("register.")
    if code == "header_blank":
        return f"header_blank: column {values['column']} (holds {values['field']}s)"
    if code == "header_twice":
        return f"header_twice: {values['title']} (columns {values['first']} and {values['column']})"
    return f"{code}: {values['title'] or 'column {} without a name'.format(values['column'])}"


def as_key(line: Line) -> dict[str, Any]:
    """Write a line as a key's `expected` does."""
    said = line.said
    kind, country = said.get("id_type"), said.get("country")
    named = not said.get("anonymous")
    documents = {code: word for word, code in DOCUMENTS.items()}
    groups = {code: word for word, code in GROUPS.items()}
    statuses = {code: word for word, code in STATUSES.items()}
    return {
        "record": line.record,
        "line": line.line,
        "queue": int(said["queue"]),
        "counter": int(said["counter"]),
        "date": said["date"],
        "time": said["time"],
        "name": said.get("name"),
        "id_type": documents.get(kind or ""),
        "id": said.get("id"),
        "country": None if country == "XXX" else country,
        "citizen": not is_foreign(country or "", kind or "") if named else None,
        "sex": said.get("sex"),
        "phone": said.get("phone"),
        "postcode": said.get("postcode"),
        "group": groups[said["groups"][0]] if said.get("groups") else None,
        "oku": said.get("oku"),
        "proxy": said.get("proxy"),
        "kind": said["kind"],
        "service": said["service"],
        "details": said["details"],
        "status": statuses[said["status"]],
        "officer": said["officer"],
    }


def test_the_keys_are_all_there() -> None:
    assert all(Path(f"{path}.key.json").is_file() for path in ALL)
