"""The catalogues that come with the program: complete, consistent, easy to search."""

import csv
import datetime as dt
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.matter import KINDS, URGENT
from hbp_desktop.domain.reference import make_reference, read_reference
from hbp_desktop.domain.services import Services, match_services
from hbp_desktop.domain.session_checks import PROGRAMMES
from hbp_desktop.domain.workdays import STATES
from hbp_desktop.resources import resource
from hbp_desktop.usecases.catalogues import catalogues, load_catalogues

TODAY = dt.date(2026, 11, 24)
CHAIN = "9f86d081884c7d659a2feaa0c55ad015"


@pytest.fixture(scope="module")
def lists():
    return catalogues()


def codes(services):
    return [service.code for service in services]


def test_all_sixteen_states_are_there_in_the_order_of_their_codes(lists):
    assert tuple(lists.offices.states) == STATES
    assert [state.code for state in lists.offices.states.values()] == [f"{n:02d}" for n in range(1, 17)]


@pytest.mark.parametrize(
    ("code", "short_name", "level"),
    [
        ("SGR06", "PKMD Hulu Langat", "district"),
        ("SGR00", "JKM Negeri Selangor", "state"),
        ("NSN00", "JKM Negeri Sembilan", "state"),
        ("KTN02", "PKMJ Kota Bharu", "district"),
        ("SWK07", "PKMB Kapit", "district"),
        ("SWK21", "PKMD Bau", "district"),
        ("SBH00", "JPKA Sabah", "state"),
        ("SBH01", "JPKA Kota Kinabalu", "district"),
        ("KUL00", "JKM WP Kuala Lumpur", "state"),
        ("SWK-RSK1", "Rumah Seri Kenangan Kuching", "institution"),
        ("SGR-RSK1", "Rumah Seri Kenangan 1, Selangor", "institution"),
    ],
)
def test_an_office_is_named_as_its_state_names_it(lists, code, short_name, level):
    office = lists.offices.find(code.lower())
    assert (office.code, office.short_name, office.level) == (code, short_name, level)


def test_perlis_and_the_federal_territories_have_no_districts(lists):
    for alias in ("PLS", "KUL", "LBN", "PJY"):
        assert not [office for office in lists.offices.of_state(alias) if office.level == "district"]


def test_a_district_reports_through_its_state_and_putrajaya_through_kuala_lumpur(lists):
    offices = lists.offices
    assert offices.coordinator(offices.find("SGR06")).code == "SGR00"
    assert offices.coordinator(offices.find("PJY00")).code == "KUL00"


def test_an_unknown_code_is_refused_with_the_nearest(lists):
    with pytest.raises(Refused, match="office_unknown") as caught:
        lists.offices.find("Hulu Langatt")
    assert str(caught.value.values["near"]).startswith("SGR06 PKMD Hulu Langat")


def test_children_are_safe_at_the_institutions_for_children(lists):
    assert lists.offices.find("SGR-RKK1").child_place
    assert not lists.offices.find("SGR-RSK1").child_place


def test_every_office_can_hand_out_reference_numbers(lists):
    for office in lists.offices.offices.values():
        reference = make_reference(office.code, CHAIN, 7)
        assert read_reference(reference.lower()) == reference


@given(st.text())
def test_any_text_is_an_office_or_refused(text):
    with suppress(Refused):
        assert catalogues().offices.find(text).name


def test_services_are_found_by_code_then_name_then_any_part(lists):
    match = lists.services.match
    assert codes(match("oku", "pertanyaan", TODAY))[0] == "OKU"
    assert codes(match("warga", "aduan", TODAY))[0] == "BWE"
    assert codes(match("TASKA", "aduan", TODAY))[0] == "308"
    assert "OKU" in codes(match("kad kurang", "permohonan", TODAY))
    assert match("zzzz", "aduan", TODAY) == ()


def test_what_is_usual_for_the_kind_comes_first(lists):
    assert codes(match_services(lists.services, "perkhidmatan", "aduan", TODAY))[0] == "PKT"
    empty = match_services(lists.services, "", "aduan", TODAY, most=100)
    assert all("aduan" in service.kinds for service in empty[:5])


def test_a_service_is_offered_only_in_its_time():
    rows = [
        {"code": "X", "name": "Lama", "until": "2025-12-31"},
        {"code": "Y", "name": "Lama baharu", "since": "2026-01-01"},
    ]
    services = Services({"services": rows})
    assert codes(services.match("lama", "", dt.date(2025, 6, 1))) == ["X"]
    assert codes(services.match("lama", "", TODAY)) == ["Y"]


def test_a_rate_is_that_of_the_day(lists):
    older = lists.services.find("BWE")
    assert older.rate_on(dt.date(2024, 12, 31)) == "RM500 sebulan"
    assert older.rate_on(TODAY) == "RM600 sebulan"
    assert older.rate_on(dt.date(2010, 1, 1)) == ""


def test_children_and_violence_are_urgent_by_their_acts(lists):
    assert lists.services.find("611").urgent == "child"
    assert lists.services.find("521").urgent == "violence"
    for service in lists.services.by_code.values():
        assert service.kinds <= set(KINDS)
        assert service.urgent in ("", *URGENT)


def test_the_subjects_of_the_sample_register_are_all_in_the_catalogue(lists):
    path = resource("samples", "register-hulu-langat-2026-11-24.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        subjects = {row["Perkhidmatan / Kategori"] for row in csv.DictReader(file)}
    assert {text for text in subjects if not lists.services.named(text)} == set()
    assert lists.services.named(" bwe ").code == "BWE"
    assert lists.services.named("AKTA 308 (TASKA)").code == "308"


def test_groups_are_named_in_both_languages_and_as_registers_do(lists):
    assert list(lists.groups) == (
        "warga_emas oku keluarga ibu_tunggal kanak_kanak mangsa_bencana orang_papa pertubuhan".split()
    )
    assert lists.group_named("WARGA EMAS").code == "warga_emas"
    assert lists.group_named("Pertubuhan Sukarela").code == "pertubuhan"
    assert lists.group_named("esok") is None
    assert lists.groups["oku"].label("en") == "Persons with disabilities"


def test_the_programmes_are_those_a_session_may_have(lists):
    assert tuple(lists.programmes) == PROGRAMMES


def test_codes_stand_once_in_each_list():
    for name, key in (("services", "services"), ("groups", "groups"), ("programmes", "programmes")):
        rows = json.loads(resource("catalogues", f"{name}.json").read_text(encoding="utf-8"))[key]
        assert len({row["code"] for row in rows}) == len(rows)


def test_a_catalogue_spoilt_by_an_edit_is_named(tmp_path):
    for path in resource("catalogues").glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "services.json").write_text('{"services": [{"code": "X"}]}', encoding="utf-8")
    with pytest.raises(Damaged, match="catalogue_unreadable") as caught:
        load_catalogues(tmp_path)
    assert caught.value.values["file"] == "services.json"
