"""Visits: what a counter needs, what it may keep with a reason, what goes to the journal."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.errors import Invalid, errors_in
from hbp_desktop.domain.fields import MOST_BYTES, changes
from hbp_desktop.domain.matter import KINDS, Matter, MatterDraft
from hbp_desktop.domain.person import Identity, Proxy
from hbp_desktop.domain.rules import Rules
from hbp_desktop.domain.session import Day
from hbp_desktop.domain.text import clean
from hbp_desktop.domain.visit import Visit, VisitDraft

TODAY = dt.date(2026, 11, 24)
DAY = Day("d" * 32, TODAY, "09:00", "12:00", "Dewan", order=1)
RULES = Rules(today=TODAY, days=(DAY,))
ADUAN = MatterDraft(id="m" * 32, kind="aduan", details="Bayaran BWE lewat tiga bulan")
ROHANI = VisitDraft(
    id="a" * 32,
    session="s" * 32,
    day=DAY.id,
    time="9.05 pagi",
    id_kind="mykad",
    id_number="610415030000",
    name="Salmah  binti Samad",
    phone="012-000 4118",
    address="No. 35\nDusun Tua",
    postcode="43100",
    nationality="M'sia",
    sex="P",
    groups=frozenset({"warga_emas"}),
    matters=(ADUAN,),
)


def codes(draft, level=None, rules=RULES):
    return {problem.code for problem in draft.problems(rules) if level in (None, problem.level)}


def recorded(draft):
    """Read a draft back from its own journal fields."""
    (_, visit_id, fields), *matters = draft.subjects()
    return Visit.of(visit_id, fields, DAY, [Matter.of(key, state) for _, key, state in matters])


def test_an_ordinary_visit_has_no_problem():
    assert ROHANI.problems(RULES) == ()


def test_the_journal_gets_canonical_fields_and_no_empty_ones():
    assert ROHANI.fields() == {
        "session": "s" * 32,
        "day": "d" * 32,
        "time": "09:05",
        "channel": "counter",
        "language": "ms",
        "name": "Salmah binti Samad",
        "identity": {"kind": "mykad", "number": "610415-03-0000"},
        "phone": "0120004118",
        "address": {"text": "No. 35\nDusun Tua", "postcode": "43100"},
        "nationality": "MYS",
        "sex": "P",
        "group.warga_emas": True,
    }


def test_a_visit_brings_several_matters_in_their_order():
    draft = replace(ROHANI, matters=(ADUAN, replace(ADUAN, id="n" * 32, kind="pertanyaan")))
    kinds = [(kind, fields.get("order")) for kind, _, fields in draft.subjects()]
    assert kinds == [("visit", None), ("matter", 1), ("matter", 2)]
    assert [matter.kind for matter in recorded(draft).matters] == ["aduan", "pertanyaan"]


def test_without_name_and_document_the_client_is_missing():
    nobody = replace(ROHANI, name=" \u200b", id_number="")
    assert "client_missing" in codes(nobody, "error")
    with pytest.raises(Invalid):
        nobody.fields()


def test_a_name_or_a_document_is_enough():
    assert codes(replace(ROHANI, name=""), "error") == set()
    assert codes(replace(ROHANI, id_kind="none", id_number=""), "error") == set()


def test_an_anonymous_client_leaves_no_trace_of_name_or_document():
    draft = replace(ROHANI, anonymous=True, born="15/4/1961")
    assert codes(draft) == {"anonymous_with_client"}
    fields = draft.fields()
    assert fields["anonymous"] is True
    assert not {"name", "identity", "born"} & fields.keys()
    assert recorded(draft).person == ""


def test_an_anonymous_complaint_needs_place_and_facts_but_no_telephone():
    taska = replace(ROHANI, anonymous=True, name="", id_kind="", id_number="", phone="")
    assert codes(taska) == set()
    silent = replace(taska, matters=(replace(ADUAN, details=" \n"),))
    assert codes(silent, "error") == {"facts_missing"}


def test_a_visit_needs_a_matter_and_a_matter_its_kind_and_details():
    assert codes(replace(ROHANI, matters=()), "error") == {"matter_missing"}
    bare = replace(ROHANI, matters=(ADUAN, MatterDraft()))
    assert {(p.code, p.place) for p in bare.problems(RULES)} == {
        ("kind_missing", "matters.1.kind"),
        ("details_missing", "matters.1.details"),
    }


def test_a_doubtful_document_is_kept_with_a_reason():
    doubtful = replace(ROHANI, id_number="619931030000")
    assert codes(doubtful, "warning") == {"id_impossible"}
    kept = replace(doubtful, kept={"id_impossible": "Kad rosak"})
    assert kept.problems(RULES) == ()
    assert kept.fields()["kept.id_impossible"] == "Kad rosak"
    assert codes(replace(doubtful, kept={"id_impossible": "  "})) == {"id_impossible"}


def test_a_reason_never_silences_an_error():
    kept = replace(ROHANI, matters=(), kept={"matter_missing": "tiada"})
    assert codes(kept) == {"matter_missing"}


def test_a_foreigner_is_known_by_passport_and_country():
    siti = replace(
        ROHANI, id_kind="passport", id_number="c1234567", id_country="Indonesia", nationality="Indonesia"
    )
    assert siti.fields()["identity"] == {"kind": "passport", "number": "C1234567", "country": "IDN"}
    assert siti.fields()["nationality"] == "IDN"
    assert codes(siti, "error") == set()


def test_a_country_nobody_knows_is_a_warning_at_its_place():
    draft = replace(ROHANI, nationality="Zembla")
    assert [(p.code, p.place) for p in draft.problems(RULES)] == [("country_unknown", "nationality")]


def test_client_and_proxy_are_two_persons():
    ravi = replace(
        ROHANI,
        oku=True,
        proxy_name="Kavitha",
        proxy_relation="anak",
        proxy_consent=True,
        proxy_phone="0120004119",
    )
    assert ravi.problems(RULES) == ()
    assert recorded(ravi).proxy == Proxy("Kavitha", "anak", True, "0120004119")
    assert recorded(ravi).oku is True


def test_a_proxy_needs_name_and_relation_and_consent_or_a_reason():
    assert codes(replace(ROHANI, proxy_phone="0120004119"), "error") == {
        "proxy_name_missing",
        "proxy_relation_missing",
    }
    unasked = replace(ROHANI, proxy_name="Kavitha", proxy_relation="anak")
    assert codes(unasked) == {"proxy_consent_missing"}
    assert unasked.fields()["proxy"]["consent"] is False


def test_a_day_of_another_session_is_refused():
    assert codes(replace(ROHANI, day="x"), "error") == {"day_unknown"}


def test_a_date_of_its_own_is_kept_only_when_given():
    other = replace(ROHANI, date="25/11/2026", kept={"date_in_future": "x"})
    assert codes(other) == {"date_not_the_day"}
    assert recorded(other).date == dt.date(2026, 11, 25)
    assert recorded(ROHANI).date == TODAY
    assert recorded(ROHANI).own_date is None


def test_a_visit_follows_its_day_when_the_days_date_is_corrected():
    fields = ROHANI.fields()
    moved = Visit.of(ROHANI.id, fields, replace(DAY, date=dt.date(2026, 10, 24)), ())
    assert moved.date == dt.date(2026, 10, 24)
    assert (
        "date"
        not in VisitDraft.of(replace(moved, matters=(Matter.of("m", ADUAN.fields("", "", 1)),))).fields()
    )


@pytest.mark.parametrize(
    ("time", "odd"), [("08:05", False), ("12:55", False), ("13:05", True), ("03:00", True)]
)
def test_a_time_far_outside_the_sessions_hours_raises_a_warning(time, odd):
    assert ("time_outside_hours" in codes(replace(ROHANI, time=time), "warning")) == odd


def test_unreadable_dates_and_times_are_errors_at_their_place():
    draft = replace(ROHANI, date="semalam", time="25:00", born="31/2/1950")
    assert {(p.code, p.place) for p in draft.problems(RULES)} == {
        ("date_unreadable", "date"),
        ("time_impossible", "time"),
        ("date_impossible", "born"),
    }


def test_nobody_is_born_tomorrow():
    assert codes(replace(ROHANI, born="25/11/2026"), "error") == {"born_impossible"}


def test_a_childs_name_at_a_child_place_asks_for_a_reason():
    child = replace(ROHANI, groups=frozenset({"kanak_kanak"}))
    assert "child_name" in codes(child, "warning", replace(RULES, child_place=True))
    assert "child_name" not in codes(child)


def test_absurd_lengths_are_refused_at_their_place():
    long = replace(ROHANI, name="N" * 301, matters=(replace(ADUAN, details="x" * 20_001),))
    assert {p.place for p in long.problems(RULES) if p.code == "text_too_long"} == {
        "name",
        "matters.0.details",
    }


def test_text_beyond_an_entrys_body_is_refused_in_bytes():
    heavy = replace(ADUAN, details="字" * 20_000, wanted="字" * 2_000)
    assert codes(replace(ROHANI, matters=(heavy,)), "error") == {"text_too_much"}
    assert codes(replace(ROHANI, matters=(replace(ADUAN, details="字" * 19_000),)), "error") == set()


def test_opening_a_record_and_saving_it_changes_nothing():
    draft = replace(
        ROHANI,
        oku=False,
        born="1961-04-15",
        born_how="derived",
        queue="A-021",
        officer="Pn. Rohani",
        note="x",
        proxy_name="Kavitha",
        proxy_relation="anak",
        kept={"proxy_consent_missing": "telefon"},
    )
    opened = VisitDraft.of(recorded(draft))
    assert opened.inherited == frozenset()
    assert opened.subjects() == draft.subjects()
    assert changes(draft.fields(), opened.fields(), VisitDraft.known) == {}


def test_what_a_record_lacked_when_opened_does_not_stop_a_correction_elsewhere():
    old = replace(ADUAN, status="referred").fields("s", "a" * 32, 1)
    visit = Visit.of(ROHANI.id, ROHANI.fields() | {"proxy": {"name": "Ali"}}, DAY, [Matter.of("m", old)])
    corrected = replace(VisitDraft.of(visit), name="Salmah binti Said")
    assert codes(corrected, "error") == set()
    assert {"agency_missing", "proxy_relation_missing"} <= codes(corrected, "warning")
    assert corrected.fields()["name"] == "Salmah binti Said"
    assert codes(replace(corrected, time="25:00"), "error") == {"time_impossible"}


def test_a_matter_keeps_its_place_when_another_is_withdrawn():
    second = Matter.of("n", ADUAN.fields("s", "v", 2))
    first = replace(Matter.of("m", ADUAN.fields("s", "v", 1)), withdrawn=True)
    opened = VisitDraft.of(Visit.of(ROHANI.id, ROHANI.fields(), DAY, [first, second]))
    added = replace(opened, matters=(*opened.matters, replace(ADUAN, id="o")))
    assert [fields["order"] for kind, _, fields in added.subjects() if kind == "matter"] == [2, 3]


def test_a_correction_writes_only_what_differs_and_null_for_what_is_gone():
    before = ROHANI.fields() | {"colour": "of a newer program", "ref": "SGR06-K7MA-222D4"}
    after = replace(ROHANI, name="Salmah binti Said", phone="", groups=frozenset({"oku"})).fields()
    assert changes(before, after, VisitDraft.known) == {
        "name": "Salmah binti Said",
        "phone": None,
        "group.warga_emas": None,
        "group.oku": True,
    }


def test_a_record_of_a_newer_program_is_still_read():
    state = {"name": 7, "identity": [], "born": {"date": "soon"}, "group.x": 1, "oku": "ya", "time": None}
    visit = Visit.of("v", state, None, ())
    assert (visit.name, visit.identity, visit.born, visit.groups, visit.oku) == (
        "",
        None,
        None,
        frozenset(),
        None,
    )


def test_two_visits_with_the_same_card_are_one_person():
    first, second = recorded(ROHANI), recorded(replace(ROHANI, id="b" * 32, name="Salma"))
    assert first.person == second.person
    assert first.identity == Identity("mykad", "610415-03-0000")


def test_a_kept_draft_reopens_and_one_of_another_program_as_far_as_it_goes():
    assert VisitDraft.from_json(json.loads(json.dumps(ROHANI.as_json()))) == ROHANI
    odd = ROHANI.as_json() | {
        "name": 3,
        "future": {},
        "groups": ["oku", 5],
        "matters": [{"kind": "aduan"}, 4],
    }
    reopened = VisitDraft.from_json(odd)
    assert (reopened.name, reopened.groups) == ("", frozenset({"oku"}))
    assert [matter.kind for matter in reopened.matters] == ["aduan"]
    assert reopened.phone == ROHANI.phone
    assert len(VisitDraft.from_json("not a draft").id) == 32


ODD = st.sampled_from(["610415030000", "24/11/2026", "9.05", "=1+1", "\x00", "\ud800", "\u202e", "<b>"])
TEXT = st.text(max_size=7) | ODD  # a cleaned control takes eight characters
SEEN = TEXT.map(lambda text: f"x{text}")
NOTHING = st.just("")


def drafts(choice, date, time, seen):
    """Draw visits: `choice(*allowed)` for chosen values, `date` and `time` for those, `seen` where needed."""
    matter = st.builds(
        MatterDraft,
        kind=choice(*KINDS),
        service=TEXT,
        details=seen,
        action=seen,
        status=choice("new", "in_progress", "referred", "settled"),
        agency=seen,
        status_date=date,
        follow_date=date,
        urgent=choice("", "child"),
    )
    return st.builds(
        VisitDraft,
        day=choice(DAY.id),
        date=date,
        time=time,
        queue=TEXT,
        channel=choice("counter", "online"),
        language=choice("ms", "iban"),
        anonymous=st.booleans(),
        id_kind=choice("mykad", "mypr", "passport", "unhcr", "ic_old", "none", ""),
        id_number=TEXT,
        id_country=TEXT,
        name=seen,
        phone=TEXT,
        address=TEXT,
        postcode=TEXT,
        nationality=TEXT,
        born=date,
        sex=choice("", "L", "P"),
        groups=st.frozensets(TEXT, max_size=2),
        oku=st.sampled_from([None, True, False]),
        proxy_name=seen,
        proxy_relation=seen,
        proxy_consent=st.booleans(),
        proxy_phone=TEXT,
        kept=st.dictionaries(TEXT, TEXT, max_size=2),
        matters=st.lists(matter, min_size=1, max_size=2, unique_by=lambda one: one.id).map(tuple),
    )


WILD = drafts(lambda *allowed: st.sampled_from(allowed) | TEXT, TEXT, TEXT, TEXT)
TAME = drafts(
    lambda *allowed: st.sampled_from(allowed),
    NOTHING | st.just("1/2/1990"),
    NOTHING | st.just("9.05 pagi"),
    SEEN,
)


@settings(max_examples=80, deadline=None)
@given(WILD)
def test_a_draft_of_any_text_is_judged_and_refused_or_written(draft):
    problems = draft.problems(RULES)
    assert errors_in(problems) or draft.subjects()
    assert VisitDraft.from_json(draft.as_json()) == draft


@settings(max_examples=80, deadline=None)
@given(TAME)
def test_what_is_accepted_fits_an_entry_and_reads_back_the_same(draft):
    assert errors_in(draft.problems(RULES)) == ()
    written = draft.subjects()
    assert all(len(dump(fields)) <= MOST_BYTES for _, _, fields in written)
    assert VisitDraft.of(recorded(draft)).subjects() == written


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_details_are_recorded_exactly_but_for_the_cleaner(text):
    draft = replace(ROHANI, matters=(replace(ADUAN, details="x" + text + "x"),))
    assert recorded(draft).matters[0].details == clean("x" + text + "x")
