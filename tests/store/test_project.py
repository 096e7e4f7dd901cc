"""Rows of folded states, whatever a program of any age wrote into them."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.canonical import GREATEST_INTEGER
from hbp_desktop.domain.history import Folded
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.search_words import words_of
from hbp_desktop.store import journal
from hbp_desktop.store.project import line, reproject
from hbp_desktop.store.tables import PROJECTED
from hbp_desktop.store.verify import verify
from hbp_desktop.store.work import Work, Writer
from tests.store.laptops import Laptop

TEXTS = st.text(max_size=12) | st.sampled_from(
    ["\0", "\u202e", "'; DROP", "7", "中文", "🙂", "610415100004", "P"]
)
PARTS = st.sampled_from("kind number country name date status code text is n year".split(" "))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-GREATEST_INTEGER, GREATEST_INTEGER) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PARTS, inner, max_size=4),
    max_leaves=6,
)
NAMES = st.sampled_from(
    "session day date time counter queue channel identity name phone address born sex group.oku group.\0 oku"
    " proxy note ref visit order kind service details outcome follow urgent n number state type a b is status"
    " withdrawn disposed version anonymous person".split(" ")
)
STATES = st.dictionaries(NAMES | TEXTS, VALUES, max_size=8)


@given(st.sampled_from(sorted(PROJECTED)), STATES)
def test_any_state_makes_a_row_of_the_tables_own_columns(kind: str, state: dict[str, Any]) -> None:
    row = line(kind, "5" * 32, Folded(state))
    assert set(row) == {column.name for column in PROJECTED[kind].columns if column.name != "n"}


@given(STATES, st.lists(STATES, max_size=2))
def test_any_state_makes_words(visit: dict[str, Any], matters: list[dict[str, Any]]) -> None:
    assert isinstance(words_of(visit, matters), str)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_state_is_saved_corrected_and_verified(laptop: Laptop, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(PROJECTED)))
    subject = new_id()
    laptop.create(kind, subject, data.draw(STATES))
    laptop.change(kind, subject, data.draw(STATES))
    verdict = verify(laptop.vault)
    assert verdict.ok, verdict.problems


def test_two_offline_counters_may_both_hold_one_queue_number(laptop: Laptop) -> None:
    for _ in range(2):
        laptop.create("queue", new_id(), {"session": "s", "day": "d", "number": "A-014"})
    assert len(laptop.rows()["queue"]) == 2


def test_a_kind_without_a_table_is_kept_and_shown_nowhere(laptop: Laptop) -> None:
    before = laptop.rows()
    laptop.create("parcel", new_id(), {"weight": 7})
    assert laptop.rows() == before
    assert verify(laptop.vault).ok


@pytest.mark.parametrize("kind", ["visit", "tally"])
def test_one_id_of_two_kinds_is_two_subjects(laptop: Laptop, kind: str) -> None:
    subject = new_id()
    laptop.create("matter", subject, {"details": "x"})
    with laptop.vault.write() as conn:
        doing = Work(conn, Writer("o", laptop.now))
        doing.change(kind, subject, journal.Seen(), {"n": 2, "note": "y"})
        doing.settle()
        reproject(conn, [("matter", subject)])
    assert [row[0] for row in laptop.rows()["matter"]] == [subject]
    assert '"note"' not in laptop.rows()["matter"][0][1]
    assert verify(laptop.vault).ok
