"""Rows lost behind the program's back are noticed and come again from who has them."""

import pytest

from hbp_desktop.state_office.mending import mend
from hbp_desktop.state_office.statements import run
from tests.state_office.stands import Stand


@pytest.mark.parametrize(("first", "last"), [(1, 3), (4, 6), (8, 10)], ids=["beginning", "middle", "end"])
def test_lost_rows_show_in_the_comparison_and_are_taken_again(stand: Stand, first: int, last: int) -> None:
    laptop = stand.writer()
    laptop.write(10)
    whole = stand.push(laptop)
    with stand.database.write() as conn:
        run(conn, "DELETE FROM entries WHERE seq BETWEEN ? AND ?", (first, last))
    assert mend(stand.database) == (laptop.chain,)
    answer, _ = stand.round(laptop)
    assert answer.sums[laptop.chain][0] == 7
    assert answer.sums != whole.sums
    assert answer.forked == ()
    answer, _ = stand.round(laptop, [laptop.batch(laptop.range(first, last))])
    assert answer.refused == ()
    assert answer.sums == whole.sums
    assert answer.vector == laptop.have
    assert mend(stand.database) == ()


def test_a_chain_lost_whole_is_taken_again(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(4)
    stand.push(laptop)
    with stand.database.write() as conn:
        run(conn, "DELETE FROM entries")
    assert mend(stand.database) == (laptop.chain,)
    answer, _ = stand.round(laptop, [laptop.batch(laptop.range())], base={})
    assert answer.vector == laptop.have


def test_lost_rows_about_chains_are_made_again_from_the_entries(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(4)
    before = stand.push(laptop)
    for table in ("chains", "tips"):
        with stand.database.write() as conn:
            run(conn, f"DELETE FROM {table}")
        assert mend(stand.database) == (laptop.chain,)
        answer, _ = stand.round(laptop)
        assert (answer.vector, answer.sums) == (before.vector, before.sums)


def test_nothing_is_mended_where_nothing_was_lost(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(3)
    stand.push(laptop)
    assert mend(stand.database) == ()
