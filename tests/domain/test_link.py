"""Links join and part records without touching them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.link import Link, clusters, link_fields, link_id, questions, read_link


def link(a: str, b: str, state: str = "on") -> Link:
    one, other = sorted((a, b))
    return Link("same_person", one, other, state)


def test_a_link_has_one_id_from_either_side_and_another_for_each_type() -> None:
    assert link_id("same_person", "a", "b") == link_id("same_person", "b", "a")
    assert link_id("same_person", "a", "b") != link_id("same_matter", "a", "b")
    assert len(link_id("parent", "a", "b")) == 32


def test_a_link_reads_back_from_its_fields() -> None:
    fields = link_fields("parent", "later", "earlier", origin="earlier")
    read = read_link(link_id("parent", "earlier", "later"), fields)
    assert read == Link("parent", "earlier", "later", "on", "earlier")


def test_a_link_whose_id_does_not_come_from_what_it_links_is_not_believed() -> None:
    fields = link_fields("same_person", "a", "b")
    assert read_link(link_id("same_person", "a", "c"), fields) is None
    assert read_link("x", {"type": 7}) is None


@pytest.mark.parametrize(
    ("kind", "one", "other", "state", "origin"),
    [
        ("same_shoe", "a", "b", "on", ""),
        ("same_person", "a", "a", "on", ""),
        ("same_person", "a", "b", "perhaps", ""),
        ("same_person", "a", "b", "on", "a"),
        ("parent", "a", "b", "on", ""),
        ("parent", "a", "b", "on", "c"),
    ],
)
def test_what_cannot_be_linked_is_refused(kind: str, one: str, other: str, state: str, origin: str) -> None:
    with pytest.raises(Refused, match="link_impossible"):
        link_fields(kind, one, other, state, origin)


def test_linked_records_stand_under_the_smallest_that_is_not_withdrawn() -> None:
    links = [link("a", "b"), link("b", "c"), link("d", "e", "off")]
    assert clusters(links, "abcde") == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "e"}
    assert clusters(links, "bcde") == {"b": "b", "c": "b", "d": "d", "e": "e"}


def test_a_withdrawn_record_still_holds_its_cluster_together() -> None:
    assert clusters([link("a", "b"), link("b", "c")], "ac") == {"a": "a", "c": "a"}


def test_different_inside_a_cluster_is_a_question_and_nowhere_else() -> None:
    doubtful = link("a", "c", "different")
    assert questions([link("a", "b"), link("b", "c"), doubtful, link("a", "z", "different")]) == (doubtful,)


IDS = st.sampled_from("abcdefgh")
LINKS = st.lists(
    st.tuples(IDS, IDS, st.sampled_from(["on", "off", "different"])).filter(
        lambda drawn: drawn[0] != drawn[1]
    ),
    max_size=12,
)


@given(LINKS, st.sets(IDS), st.randoms(use_true_random=False))
def test_clusters_are_the_connected_components_whatever_the_order(
    drawn: list[tuple[str, str, str]], live: set[str], chance: object
) -> None:
    links = [link(*one) for one in drawn]
    of = clusters(links, live)
    chance.shuffle(links)  # type: ignore[attr-defined]
    assert clusters(links, sorted(live, reverse=True)) == of
    for one in live:
        reached = {one}
        while (
            more := {x for k in links if k.state == "on" and {k.a, k.b} & reached for x in (k.a, k.b)}
            - reached
        ):
            reached |= more
        assert of[one] == min(reached & live)
