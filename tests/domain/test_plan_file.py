"""The plan file: the sample, its schema, and every wrong shape said in words."""

import copy
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from hbp_desktop.domain.errors import Invalid, errors_in
from hbp_desktop.domain.plan_file import SHAPE
from hbp_desktop.domain.session import Day, Session, SessionDraft
from hbp_desktop.resources import resource

SAMPLE = json.loads(resource("samples", "session.json").read_text(encoding="utf-8"))
SCHEMA = json.loads(resource("schema", "session.schema.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(sorted(SHAPE)), st.text(max_size=8)), inner, max_size=4),
    ),
    max_leaves=12,
)


def changed(path, value):
    data = copy.deepcopy(SAMPLE)
    *way, last = path.split(".")
    part = data
    for step in way:
        part = part[int(step)] if step.isdecimal() else part[step]
    part[int(last) if last.isdecimal() else last] = value
    return data


def test_the_sample_is_the_plan_of_the_fourth_client_day():
    draft = SessionDraft.from_json(SAMPLE)
    assert draft.problems() == ()
    assert (draft.office, draft.number, draft.the_year, draft.counters) == ("SGR06", "4", 2026, "3")
    assert [duty.officer for duty in draft.duties if duty.lead] == ["Pn. Rohani binti Salleh"]
    assert str(draft.value().due) == "2026-12-01"


def test_the_sample_fits_its_schema():
    Draft202012Validator.check_schema(SCHEMA)
    assert list(VALID.iter_errors(SAMPLE)) == []


def test_the_schema_knows_the_same_names_as_the_reader():
    assert set(SCHEMA["properties"]) == set(SHAPE)
    day = SCHEMA["properties"]["days"]["items"]["properties"]
    assert set(day) == set(SHAPE["days"][0])
    assert set(SCHEMA["properties"]["officers"]["items"]["properties"]) == set(SHAPE["officers"][0])


def test_a_draft_written_as_a_plan_file_reads_back_the_same():
    draft = SessionDraft.from_json(SAMPLE)
    written = draft.as_json()
    assert list(VALID.iter_errors(written)) == []
    assert SessionDraft.from_json(written).fields() == draft.fields()
    assert [day.date for day in SessionDraft.from_json(written).days] == ["2026-11-24"]


def test_a_session_of_older_rules_is_written_as_far_as_it_goes():
    old = Session.of("s", {"office": "SGR06"}, [Day("d", None)], [])
    assert SessionDraft.of(old).as_json()["office"] == "SGR06"
    assert SessionDraft.from_json(SessionDraft.of(old).as_json()).days[0].start == ""


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("office", 6, "json_not_text"),
        ("counters", "3", "json_not_number"),
        ("counters", True, "json_not_number"),
        ("counters", 2.5, "json_not_number"),
        ("counters", 2**60, "json_number_too_great"),
        ("days", {}, "json_not_list"),
        ("days.0", "2026-11-24", "json_not_object"),
        ("days.0.date", None, "json_not_text"),
        ("days.0.hours", ["09:00", "12:00"], "json_not_object"),
        ("days.0.place.postcode", 43650, "json_not_text"),
        ("officers.1.lead", "ya", "json_not_yes_no"),
        ("officers.2.grade", "S29", "json_key_unknown"),
        ("tarikh", "2026-11-24", "json_key_unknown"),
        ("groups", "oku", "json_not_list"),
        ("acks", {"hours_beyond": 1}, "json_not_text"),
    ],
)
def test_a_wrong_shape_is_named_with_its_path(path, value, code):
    with pytest.raises(Invalid) as caught:
        SessionDraft.from_json(changed(path, value))
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.place.startswith(path)


def test_every_wrong_place_is_listed_at_once():
    data = changed("office", 6) | {"counters": "3", "x": 1}
    with pytest.raises(Invalid) as caught:
        SessionDraft.from_json(data)
    assert {problem.place for problem in caught.value.problems} == {"office", "counters", "x"}


@pytest.mark.parametrize("data", [None, [], "text", 3, True])
def test_a_file_that_is_no_object_is_refused(data):
    with pytest.raises(Invalid) as caught:
        SessionDraft.from_json(data)
    assert [problem.code for problem in caught.value.problems] == ["json_not_object"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("office", ""),
        ("style", "bertiga"),
        ("method", {"kind": "online"}),
        ("method", {"kind": "programme"}),
        ("number", {"n": 0}),
        ("number", {"n": 4, "year": 12}),
        ("days", []),
        ("days.0.place", {}),
        ("mark", "RAHSIA"),
        ("counters", 0),
        ("officers.0.name", ""),
        ("title", "x" * 301),
    ],
)
def test_what_the_schema_refuses_the_draft_refuses_as_well(path, value):
    data = changed(path, value)
    assert list(VALID.iter_errors(data))
    assert errors_in(SessionDraft.from_json(data).problems())


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_any_json_is_a_draft_or_a_list_of_problems(data):
    with suppress(Invalid):
        draft = SessionDraft.from_json(data)
        assert errors_in(draft.problems()) or draft.subjects()
