"""Laptops that write apart and exchange in any order end equal; seeded bugs are seen to break that."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from hbp_desktop.domain.chain import sign_head
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.link import link_fields, link_id
from hbp_desktop.store import counting, ends, exchange, journal, project
from hbp_desktop.store.verify import verify
from tests.store.laptops import Laptop, exchange_fully, reopened
from tests.store.scripts import SCRIPTS

NORMAL = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
WHO = st.integers(0, 3)  # the fourth is the copy, once there is one
SUBJECT = st.integers(0, 4)
VALUE = st.sampled_from(["satu", "dua", "tiga"])
FIELD = st.sampled_from(["name", "note", "phone", "outcome"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("create"), WHO, SUBJECT, VALUE),
        st.tuples(st.just("bring"), WHO, SUBJECT, VALUE),
        st.tuples(st.just("edit"), WHO, SUBJECT, FIELD, VALUE),
        st.tuples(st.just("edit"), WHO, SUBJECT, FIELD, VALUE),
        st.tuples(st.just("withdraw"), WHO, SUBJECT, st.booleans()),
        st.tuples(st.just("link"), WHO, SUBJECT, SUBJECT, st.sampled_from(["on", "off", "different"])),
        st.tuples(st.just("newer"), WHO, SUBJECT),
        st.tuples(st.just("pass_on"), WHO, WHO, st.integers(0, 7)),
        st.tuples(st.just("pass_on"), WHO, WHO, st.integers(0, 7)),
        st.tuples(st.just("copy"), WHO),
        st.tuples(st.just("lose"), WHO),
        st.tuples(st.just("keep"), WHO),
        st.tuples(st.just("put_back"), WHO, st.booleans()),
        st.tuples(st.just("revoke"), WHO),
    ),
    min_size=4,
    max_size=30,
)


def visit_id(n: int) -> str:
    return f"{n:032x}"


def matter_id(n: int) -> str:
    return f"{n + 16:032x}"


@dataclass
class Play:
    """Laptops at play: what was written, whoever holds it."""

    folder: Path
    laptops: list[Laptop]
    kept: dict[int, Path] = field(default_factory=dict)

    def run(self, steps: list[tuple[Any, ...]]) -> None:
        for verb, who, *rest in steps:
            if who < len(self.laptops):
                getattr(self, verb)(who, *rest)

    def create(self, who: int, n: int, value: str) -> None:
        one = self.laptops[who]
        if one.try_writing() and not one.holds(visit_id(n)):
            one.create("visit", visit_id(n), {"name": value, "session": "s"})
        if one.try_writing() and not one.holds(matter_id(n)):
            one.create("matter", matter_id(n), {"visit": visit_id(n), "details": value, "kind": "aduan"})

    def bring(self, who: int, n: int, value: str) -> None:
        fields = {"name": value, "session": "s"}
        subject = f"{value}{n}"
        if not self.laptops[who].holds(subject) and self.laptops[who].try_writing():
            self.laptops[who].create("visit", subject, fields, action="imported")

    def edit(self, who: int, n: int, name: str, value: str) -> None:
        if name == "outcome":
            fields = {"outcome": {"status": value}, "details": value, "visit": visit_id(n + len(value) % 2)}
            self._change(who, "matter", matter_id(n), fields)
        else:
            self._change(who, "visit", visit_id(n), {name: value})
            self._change(who, "visit", f"{value}{n}", {name: value * 2})

    def withdraw(self, who: int, n: int, gone: bool) -> None:
        self._change(who, "visit", visit_id(n), {"withdrawn": gone})

    def link(self, who: int, n: int, other: int, state: str) -> None:
        if n == other or not self.laptops[who].try_writing():
            return
        one, two = visit_id(n), visit_id(other)
        subject = link_id("same_person", one, two)
        if self.laptops[who].holds(subject):
            self.laptops[who].change("link", subject, {"is": state})
        else:
            self.laptops[who].create("link", subject, link_fields("same_person", one, two, state))

    def newer(self, who: int, n: int) -> None:
        one = self.laptops[who]
        if one.holds(visit_id(n)) and one.try_writing():
            one.write_newer(visit_id(n))

    def pass_on(self, who: int, to: int, some: int) -> None:
        """Offer a part of the ranges, in an order of their own."""
        if to < len(self.laptops) and to != who:
            offered = self.laptops[who].offers(self.laptops[to].vector())
            chosen = [one for n, one in enumerate(offered) if some >> (n % 3) & 1]
            self.laptops[to].take_in(chosen[::-1] if some & 1 else chosen)

    def copy(self, who: int) -> None:
        """Copy the file once; from then on both are used."""
        if len(self.laptops) == 3 and not self.folder.joinpath("copy.db").exists():
            path = self.folder / "copy.db"
            self.laptops[who].copy_to(path)
            self.laptops.append(Laptop(path, "o9", self.laptops[who].now))

    def lose(self, who: int) -> None:
        """Let the copy be lost: what it passed on lives on elsewhere."""
        if who == 3:
            self.laptops.pop().vault.close()

    def keep(self, who: int) -> None:
        path = self.folder / f"kept-{who}.db"
        self.laptops[who].copy_to(path)
        self.kept[who] = path

    def put_back(self, who: int, noticed: bool) -> None:
        """Put an older copy back; a new chain begins when that is noticed."""
        if who in self.kept:
            self.laptops[who].put_back(self.kept[who])
            if noticed and self.laptops[who].try_writing():
                self.laptops[who].open_chain()

    def revoke(self, who: int) -> None:
        """Let the first laptop revoke another, up to what it holds of it."""
        if who and self.laptops[who].device != self.laptops[0].device and self.laptops[0].try_writing():
            self.laptops[0].revoke(self.laptops[who].device)

    def _change(self, who: int, kind: str, subject: str, fields: dict[str, Any]) -> None:
        one = self.laptops[who]
        if one.holds(subject) and one.try_writing():
            one.change(kind, subject, fields)

    def settle(self) -> None:
        """Exchange everything; all must end equal, nothing held may be lost, each must verify."""
        survived = set().union(*(one.entries() for one in self.laptops))
        exchange_fully(self.laptops)
        for one in self.laptops:
            assert survived <= one.entries()
        for one, other in pairwise(self.laptops):
            assert one.vector() == other.vector()
            assert one.entries() == other.entries()
            assert one.uncounted() == other.uncounted()
            assert one.rows() == other.rows()
        for one in self.laptops:
            verdict = verify(one.vault)
            assert verdict.ok, verdict.problems


@contextmanager
def play(files: list[Path]) -> Iterator[Play]:
    with tempfile.TemporaryDirectory() as folder:
        playing = Play(Path(folder), reopened(files, Path(folder)))
        try:
            yield playing
        finally:
            for one in playing.laptops:
                one.vault.close()


def check(files: list[Path], steps: list[tuple[Any, ...]]) -> None:
    """The property: whatever was done, full exchange makes all equal and loses nothing."""
    with play(files) as playing:
        playing.run(steps)
        playing.settle()


def test_laptops_end_equal_whatever_they_wrote_and_in_whatever_order_they_exchanged(
    three_files: list[Path],
) -> None:
    NORMAL(given(STEPS)(lambda steps: check(three_files, steps)))()


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_that_catches_a_seeded_bug_passes_without_it(three_files: list[Path], script: str) -> None:
    check(three_files, SCRIPTS[script])


def greatest_seq(end: ends.End, _prev: bytes, entry_hash: bytes, seq: int) -> None:
    """Take the last entry of each chain for its head, as if there were no forks."""
    if seq >= max(end.tips.values(), default=0):
        end.tips.clear()
        end.tips[entry_hash] = seq


def sign_tip_only(conn: Connection) -> None:
    own = journal.own_device(conn)
    last = journal.tip(conn, own.chain)
    assert last is not None
    journal.keep_head(conn, sign_head(own.chain, last.header.seq, last.hash, own.secret))


def new_only(conn: Connection, subjects: Iterable[tuple[str, str]]) -> None:
    """Project visits only, as if nothing else could change their row or words."""
    project.reproject(conn, [one for one in subjects if one[0] == "visit"])


@pytest.mark.parametrize(
    ("script", "where", "what", "bug"),
    [
        ("forked", ends, "follow", greatest_seq),
        ("restored", exchange, "sign_own_heads", sign_tip_only),
        ("restored", ends, "follow", greatest_seq),
        ("revoked", counting, "recount", lambda *_: set()),
        ("revoked", exchange, "reproject", lambda *_: None),
        ("moved", exchange, "reproject", new_only),
        (
            "moved",
            project,
            "visits_behind",
            lambda touched: [one for kind, one, _ in touched if kind == "visit"],
        ),
    ],
)
def test_a_seeded_bug_is_caught_by_the_same_property(
    three_files: list[Path], monkeypatch: pytest.MonkeyPatch, script: str, where: Any, what: str, bug: Any
) -> None:
    monkeypatch.setattr(where, what, bug)
    with pytest.raises((AssertionError, Damaged)):
        check(three_files, SCRIPTS[script])


def test_what_a_revoked_laptop_wrote_beyond_its_cut_is_held_everywhere_and_counted_nowhere(
    three: list[Laptop],
) -> None:
    first, second, third = three
    second.create("visit", visit_id(0), {"name": "before the cut"})
    first.receive_from(second)
    second.create("visit", visit_id(1), {"name": "beyond the cut"})
    first.revoke(second.device)
    exchange_fully(three)
    for one in three:
        assert [row[0] for row in one.rows()["visit"]] == [visit_id(0)]
        assert len(one.uncounted()) == 1
    assert not second.try_writing()
    assert third.try_writing()
