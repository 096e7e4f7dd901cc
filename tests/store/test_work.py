"""One transaction: entries and their projection, or nothing at all."""

from typing import Any

import pytest

from hbp_desktop.domain.canonical import GREATEST_INTEGER
from hbp_desktop.domain.chain import SIGN_EVERY
from hbp_desktop.domain.entry import NOTHING, Header, Opening, make
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.ids import new_id
from hbp_desktop.store import journal, project
from hbp_desktop.store import work as work_module
from hbp_desktop.store.journal import Held, seen
from hbp_desktop.store.verify import verify
from tests.store.laptops import Laptop

SESSION = "5" * 32
VISIT = {"session": SESSION, "name": "Salmah binti Osman", "sex": "P", "ref": "SGR06-K7MQ-22223"}
MATTER = {"session": SESSION, "order": 1, "kind": "aduan", "details": "Bayaran Oktober belum masuk"}


class Stop(Exception):
    """What stops a save half-way."""


def record(laptop: Laptop) -> tuple[str, str]:
    visit, matter = new_id(), new_id()
    with laptop.writing() as doing:
        doing.create("visit", visit, VISIT)
        doing.create("matter", matter, {**MATTER, "visit": visit})
    return visit, matter


def test_a_save_is_one_entry_a_subject_and_the_rows_that_go_with_them(laptop: Laptop) -> None:
    before = laptop.entries()
    visit, matter = record(laptop)
    assert len(laptop.entries() - before) == 2
    assert [row[0] for row in laptop.rows()["visit"]] == [visit]
    assert [row[0] for row in laptop.rows()["matter"]] == [matter]
    assert laptop.words("oktober") == 1
    assert verify(laptop.vault).ok


def test_an_exception_inside_leaves_nothing(laptop: Laptop) -> None:
    entries, rows = laptop.entries(), laptop.rows()

    def stopped() -> None:
        with laptop.writing() as doing:
            doing.create("visit", new_id(), VISIT)
            raise Stop

    with pytest.raises(Stop):
        stopped()
    assert (laptop.entries(), laptop.rows()) == (entries, rows)


@pytest.mark.parametrize(
    ("where", "step"),
    [
        (journal, "append"),
        (journal, "keep_head"),
        (work_module, "project_new"),
        (work_module, "line"),
        (work_module, "index_new_words"),
        (work_module, "reproject"),
        (project, "words_of"),
    ],
)
def test_a_failure_at_any_step_leaves_nothing(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch, where: Any, step: str
) -> None:
    visit, _ = record(laptop)
    entries, rows, words = laptop.entries(), laptop.rows(), laptop.words("salmah")

    def fail(*_: object, **__: object) -> None:
        raise Stop

    def write_much() -> None:
        with laptop.writing() as doing:
            for _ in range(SIGN_EVERY):
                doing.create("visit", new_id(), VISIT)
            doing.change("visit", visit, doing.seen(visit), {"name": "Salma"})

    with monkeypatch.context() as broken:
        broken.setattr(where, step, fail)
        with pytest.raises(Stop):
            write_much()
    assert (laptop.entries(), laptop.rows(), laptop.words("salmah")) == (entries, rows, words)
    assert verify(laptop.vault).ok


def test_what_is_not_json_of_ours_is_refused_whole(laptop: Laptop) -> None:
    entries = laptop.entries()
    for value in (1.5, 2**53, float("nan"), "\ud800", [[[[[[[[1]]]]]]]], "x" * 70_000):
        with pytest.raises((Damaged, ValueError)), laptop.writing() as doing:
            doing.create("visit", new_id(), {"name": value})
    assert laptop.entries() == entries


def test_a_second_first_entry_is_refused_in_the_same_save_and_later(laptop: Laptop) -> None:
    visit, _ = record(laptop)
    entries = laptop.entries()
    with pytest.raises(Refused, match="subject_exists"), laptop.writing() as doing:
        doing.create("visit", visit, VISIT)

    def create_twice(twice: str) -> None:
        with laptop.writing() as doing:
            doing.create("visit", twice, VISIT)
            doing.create("visit", twice, VISIT)

    with pytest.raises(Refused, match="subject_exists"):
        create_twice(new_id())
    assert laptop.entries() == entries


def test_created_and_changed_in_one_save_is_two_entries_and_one_row(laptop: Laptop) -> None:
    visit = new_id()
    with laptop.writing() as doing:
        doing.create("visit", visit, VISIT)
        doing.change("visit", visit, doing.seen(visit), {"name": "Salma"})
    assert [row[0] for row in laptop.rows()["visit"]] == [visit]
    assert laptop.words("salma") == 1
    assert verify(laptop.vault).ok


def test_the_mark_is_where_the_chain_ends(laptop: Laptop) -> None:
    with laptop.writing() as doing:
        doing.create("visit", new_id(), VISIT)
    last = laptop.all_entries()[-1]
    assert (doing.mark.chain, doing.mark.seq, doing.mark.hash) == (
        last.header.chain,
        last.header.seq,
        last.hash,
    )


def test_full_text_follows_corrections_of_visit_and_matter(laptop: Laptop) -> None:
    visit, matter = record(laptop)
    laptop.change("visit", visit, {"name": "Norliza"})
    laptop.change("matter", matter, {"details": "kerusi roda"})
    assert (laptop.words("salmah"), laptop.words("oktober")) == (0, 0)
    assert (laptop.words("norliza"), laptop.words('"kerusi roda"')) == (1, 1)


def test_full_text_follows_a_matter_to_another_visit(laptop: Laptop) -> None:
    (visit, matter), (other, _) = record(laptop), record(laptop)
    laptop.change("matter", matter, {"visit": other, "details": "kerusi roda"})
    assert laptop.words("oktober") == 1
    assert laptop.words("kerusi") == 1
    assert visit != other
    assert verify(laptop.vault).ok


def test_a_matter_added_later_is_found_with_its_visit(laptop: Laptop) -> None:
    visit, _ = record(laptop)
    laptop.create("matter", new_id(), {**MATTER, "visit": visit, "details": "kerusi roda"})
    assert laptop.words("kerusi AND salmah") == 1
    assert verify(laptop.vault).ok


def test_words_that_were_corrected_leave_no_trace_in_the_index(laptop: Laptop) -> None:
    with laptop.vault.read() as conn:
        kept = conn.exec_driver_sql("SELECT v FROM words_config WHERE k = 'secure-delete'").scalar_one()
    assert kept == 1
    visit, _ = record(laptop)
    laptop.change("visit", visit, {"name": "Norliza"})
    with laptop.vault.read() as conn:
        blocks = conn.exec_driver_sql("SELECT block FROM words_data").scalars().all()
        texts = conn.exec_driver_sql("SELECT c0 FROM words_content").scalars().all()
    assert not any(b"almah" in block for block in blocks)
    assert not any("salmah" in text for text in texts)


def test_a_head_is_signed_every_thirty_two_entries(laptop: Laptop) -> None:
    for many in (1, 40, 30, 2, 100):
        with laptop.writing() as doing:
            for _ in range(many):
                doing.create("tally", new_id(), {"n": 1})
    with laptop.vault.read() as conn:
        seqs = conn.exec_driver_sql("SELECT seq FROM heads WHERE chain = ?", (doing.device.chain,)).scalars()
        signed = sorted(set(seqs))
    reached = doing.mark.seq
    assert [seq for seq in signed if seq % SIGN_EVERY == 0] == list(
        range(SIGN_EVERY, reached + 1, SIGN_EVERY)
    )
    assert verify(laptop.vault).ok


def test_parents_are_what_the_form_was_opened_on_not_what_came_in_meanwhile(three: list[Laptop]) -> None:
    first, second, _ = three
    visit, _ = record(first)
    second.receive_from(first)
    with first.vault.read() as conn:
        opened_on = work_module.Work.stand(conn, visit)
    second.change("visit", visit, {"name": "Norliza"})
    first.receive_from(second)
    with first.writing() as doing:
        doing.change("visit", visit, opened_on, {"name": "Salma"})
    (row,) = first.rows()["visit"]
    assert row[3] == 1  # a conflict, not an overwrite
    laptop_rows = [row for row in first.rows()["matter"] if row[3]]
    assert laptop_rows == []


def test_a_subject_with_more_heads_than_fit_a_header_can_still_be_settled(laptop: Laptop) -> None:
    visit, _ = record(laptop)
    with laptop.writing() as doing:
        opened_on = doing.seen(visit)
        for n in range(journal.MOST_PARENTS + 20):
            doing.change("visit", visit, opened_on, {"name": f"nama {n}"})
    for _ in range(2):
        laptop.change("visit", visit, {"name": "Salmah"})
    (row,) = laptop.rows()["visit"]
    assert row[3] == 0


def test_a_lamport_at_its_end_does_not_lock_a_subject() -> None:
    opens = Opening("0" * 64, "0" * 32, "SGR06", None)
    header = Header("c" * 32, 1, "visit", "v", (), GREATEST_INTEGER, "x", "o", 0, opens=opens)
    entry = make(NOTHING, header, {}, bytes(12))
    assert seen([Held(entry, True)], [entry.hash]).lamport == GREATEST_INTEGER
