"""Every code has a sentence in both languages, and every sentence can be said."""

import ast
import json
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hbp_desktop
from hbp_desktop.domain.errors import Invalid, Problem, Refused
from hbp_desktop.resources import resource
from hbp_desktop.usecases import wording
from hbp_desktop.usecases.wording import located, say, say_all, where

FACTS = json.loads(resource("texts", "facts.json").read_text(encoding="utf-8"))
SOURCES = Path(hbp_desktop.__file__).parent
ROOMS = (
    "dates day fields guideline matter officer offices plan_file reference services session session_checks "
    "tally visit visit_checks workdays"
).split()


def gaps(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def codes_in(path):
    """Collect the code of each Problem and error made in a file, through either branch of a condition."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for call in ast.walk(tree):
        name = getattr(getattr(call, "func", None), "id", "")
        if name in {"Problem", "Refused", "Damaged"} and call.args:
            yield from literals(call.args[0])


def literals(node):
    if isinstance(node, ast.Constant):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def raised():
    files = [SOURCES / "domain" / f"{room}.py" for room in ROOMS] + [SOURCES / "usecases" / "catalogues.py"]
    computed = {f"json_not_{kind}" for kind in ("text", "number", "yes_no")}
    computed |= {"day_weekend", "day_holiday", "proxy_name_missing", "proxy_relation_missing"}
    return sorted({code for path in files for code in codes_in(path)} | computed)


RAISED = raised()


@pytest.mark.parametrize("code", RAISED)
def test_every_code_raised_has_a_sentence_in_both_languages(code):
    assert FACTS[code]["ms"].strip()
    assert FACTS[code]["en"].strip()


@pytest.mark.parametrize("code", sorted(FACTS))
def test_both_languages_fill_the_same_gaps(code):
    assert gaps(FACTS[code]["ms"]) == gaps(FACTS[code]["en"])
    assert set(FACTS[code]) == {"ms", "en"}


@pytest.mark.parametrize("code", sorted(code for code in FACTS if code in RAISED))
def test_a_sentence_ends_and_names_no_bare_failure(code):
    for sentence in FACTS[code].values():
        assert sentence.endswith((".", "…"))
    assert not set(FACTS[code]["ms"].lower().split()) & {"gagal", "ralat"}


def test_a_code_that_stands_in_two_files_fills_the_same_gaps():
    seen = {}
    for path in sorted(resource("texts").glob("*.json")):
        for code, row in json.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(row, dict) and isinstance(row.get("ms"), str):
                assert seen.setdefault(code, gaps(row["ms"])) == gaps(row["ms"]), (path.name, code)


def test_dates_times_and_words_are_written_as_people_do():
    problem = Problem(
        "hours_beyond", values={"from": "09:00", "to": "12:00", "start": "08:30", "end": "15:30"}
    )
    assert "9.00 pagi hingga 12.00 tengah hari; pelan ini 8.30 pagi hingga 3.30 petang" in say(problem)
    assert "9.00 am to 12.00 noon" in say(problem, "en")
    assert "1 Disember 2026" in say(Problem("report_due", values={"due": "2026-12-01"}))
    step = Problem("step_not_allowed", values={"from": "new", "to": "closed"})
    assert '"baharu" tidak boleh terus menjadi "ditutup"' in say(step)


def test_a_place_is_named_and_counted_from_one():
    assert where("matters.0.details") == "urusan 1, butiran"
    assert where("days.2.date", "en") == "day 3, date"
    assert located(Problem("details_missing", "matters.0.details")).startswith("urusan 1, butiran: Butiran")


def test_an_invalid_draft_is_said_line_by_line():
    wrong = Invalid((Problem("client_missing", "name"), Problem("matter_missing", "matters")))
    assert [line.split(":")[0] for line in say_all(wrong)] == ["nama", "urusan"]
    assert len(say_all(Refused("office_unknown", text="X", near="Y"))) == 1


def test_an_unknown_code_still_gives_a_sentence_with_the_code():
    assert "kod no_such_code" in say(Problem("no_such_code"))
    assert "code no_such_code" in say(Refused("no_such_code"), "en")


def test_a_missing_gap_shows_a_dash():
    assert 'Pejabat "–" tiada dalam senarai' in say(Refused("office_unknown"))


def test_text_that_turns_around_is_shown_by_its_marks():
    assert "\u202e" not in say(Refused("office_unknown", text="a\u202eb", near=""))


@given(
    st.text(),
    st.dictionaries(st.text(), st.one_of(st.text(), st.integers())),
    st.sampled_from(["ms", "en", "xx"]),
)
def test_saying_never_raises(code, values, language):
    for known in (code, "office_unknown"):
        assert say(Problem(known, code, "error", values), language)
        assert located(Problem(known, code, "error", values), language)


def test_a_broken_template_is_said_as_it_stands():
    assert say(Problem("x"), texts={"x": {"ms": "Ini {0.a} {"}}) == "Ini {0.a} {"


def test_every_place_of_a_draft_has_a_name():
    for place in ("days", "duties", "officers", "matters", "id_number", "proxy_relation", "hours", "counter"):
        assert wording.text(f"place_{place}", "ms")


def test_a_time_that_is_none_is_shown_as_typed():
    assert "“25:00”" in say(Refused("time_impossible", text="25:00")).replace('"25:00"', "“25:00”")
    assert "9.75" not in say(Refused("time_impossible", text="09:75"))
