"""Verify: silent on a sound file, and never silent on one where anything was changed."""

import random
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from hbp_desktop.domain.entry import NOTHING, Entry
from hbp_desktop.domain.link import link_fields, link_id
from hbp_desktop.store import journal
from hbp_desktop.store.tables import PROJECTED, entries, heads
from hbp_desktop.store.verify import Verdict, verify
from hbp_desktop.store.work import Mark
from tests.store.laptops import Laptop, exchange_fully, reopened

CHANGES = 100
V, W, M, N = (f"{n:032x}" for n in range(4))


@pytest.fixture(scope="module")
def full(three_files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a row of every kind, entries of three laptops, conflicts and uncounted entries."""
    laptops = reopened(three_files, tmp_path_factory.mktemp("full"))
    first, second, third = laptops
    for kind in PROJECTED:
        if kind not in ("visit", "matter", "link"):
            first.create(kind, f"{kind}-1", {"session": "s", "date": "2026-11-24", "n": 1, "code": "SGR06"})
    for visit, name in ((V, "Salmah binti Osman"), (W, "Lim Ah Kow")):
        first.create("visit", visit, {"session": "s", "name": name, "sex": "P", "ref": "SGR06-K7MQ-22223"})
    first.create("matter", M, {"visit": V, "session": "s", "kind": "aduan", "details": "Bayaran"})
    exchange_fully(laptops)
    first.create("link", link_id("same_person", V, W), link_fields("same_person", V, W))
    first.change("visit", V, {"name": "Salma"})
    second.change("visit", V, {"name": "Salmah", "withdrawn": True})
    for _ in range(16):
        second.change("matter", M, {"outcome": {"status": "in_progress"}})
        second.change("matter", M, {"outcome": {"status": "waiting"}})
    third.create("visit", N, {"name": "beyond the cut"})
    first.revoke(third.device)
    exchange_fully(laptops)
    for laptop in laptops:
        laptop.vault.close()
    return first.path


@pytest.fixture
def file(full: Path, tmp_path: Path) -> Laptop:
    return reopened([full], tmp_path)[0]


def test_a_sound_file_is_found_sound(file: Laptop) -> None:
    verdict = verify(file.vault)
    assert verdict == Verdict(len(file.entries()), ())
    assert verdict.ok
    assert verdict.entries > 50


def listed(file: Laptop) -> list[tuple[str, str]]:
    """Give every (table, column) whose content means something; `n` is a local row number."""
    tables = [entries, heads, *PROJECTED.values()]
    return [(table.name, column.name) for table in tables for column in table.columns if column.name != "n"]


def changed(value: Any, chance: random.Random) -> Any:
    """Give another value of the same or another type."""
    others: list[Any] = [0, 7, -1, "", "x", b"", bytes(32), chance.randbytes(8)]
    if isinstance(value, bytes) and value:
        at = chance.randrange(len(value))
        others += [value[:at] + bytes([value[at] ^ 1 << chance.randrange(8)]) + value[at + 1 :]] * 8
    if isinstance(value, str) and value:
        at = chance.randrange(len(value))
        others += [value[:at] + chance.choice("abc0 {") + value[at + 1 :], value[:-1], value + " "] * 4
    if isinstance(value, int):
        others += [value + 1, value + 2, 1 - value]
    return chance.choice([other for other in others if other != value or type(other) is not type(value)])


def test_every_one_of_many_random_changes_is_found(file: Laptop) -> None:
    chance = random.Random(20261124)
    columns = listed(file)
    missed, found = [], 0
    for n in range(CHANGES):
        table, column = columns[n % len(columns)]
        with file.vault.write() as conn:
            raw = conn.connection.driver_connection
            rows = raw.execute(f'SELECT rowid, "{column}" FROM "{table}"').fetchall()
            rowid, value = chance.choice(rows)
            with suppress(dbapi2.IntegrityError):  # the tables themselves refuse it
                raw.execute(
                    f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (changed(value, chance), rowid)
                )
            now = raw.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (rowid,)).fetchone()[0]
        found += now != value
        if now != value and verify(file.vault).ok:
            missed.append((table, column, value, now))
        with file.vault.write() as conn:
            raw = conn.connection.driver_connection
            raw.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (value, rowid))
    assert missed == []
    assert found > CHANGES * 0.8
    assert verify(file.vault).ok


def run(file: Laptop, statement: str, *values: Any) -> None:
    with file.vault.write() as conn:
        assert conn.exec_driver_sql(statement, values).rowcount > 0


@pytest.mark.parametrize("table", ["entries", "chains", "words", *(t.name for t in PROJECTED.values())])
def test_a_row_that_is_gone_is_missed(file: Laptop, table: str) -> None:
    run(file, f'DELETE FROM "{table}" WHERE rowid = (SELECT min(rowid) FROM "{table}")')
    assert not verify(file.vault).ok


def test_a_wrong_entry_is_named_by_chain_and_seq(file: Laptop) -> None:
    row = next(x for x in file.all_entries() if x.header.kind == "visit" and x.header.subject == W)
    run(file, "UPDATE entries SET body = CAST(replace(body, 'Lim', 'Tan') AS BLOB) WHERE hash = ?", row.hash)
    (problem,) = verify(file.vault).problems
    assert (problem.code, problem.place) == ("body_changed", f"{row.header.chain}:{row.header.seq}")


def test_a_wrong_row_is_named_by_kind_and_id(file: Laptop) -> None:
    run(file, "UPDATE matters SET kind = 'cadangan' WHERE id = ?", M)
    (problem,) = verify(file.vault).problems
    assert (problem.code, problem.place) == ("subject_differs", f"matter:{M}")


def test_a_row_that_no_entry_stands_behind_is_named(file: Laptop) -> None:
    run(
        file,
        "INSERT INTO tallies SELECT 99, 'made up', state, withdrawn, conflicts, newer, session, day,"
        " counter, kind, service, amount FROM tallies",
    )
    (problem,) = verify(file.vault).problems
    assert (problem.code, problem.place) == ("subject_unfounded", "tally:made up")


def test_full_text_of_another_visit_is_found(file: Laptop) -> None:
    run(file, "UPDATE words SET text = 'tan' WHERE rowid = (SELECT n FROM visits WHERE id = ?)", W)
    (problem,) = verify(file.vault).problems
    assert (problem.code, problem.place) == ("words_differ", f"visit:{W}")


def test_a_body_that_is_gone_without_a_disposal_is_a_problem(file: Laptop) -> None:
    run(file, "UPDATE entries SET body = NULL WHERE subject = ?", W)
    assert [p.place for p in verify(file.vault).problems] == [f"visit:{W}"]


def test_bodies_covered_by_a_disposal_may_be_gone_and_still_travel(file: Laptop, tmp_path: Path) -> None:
    file.change("visit", W, {"disposed": True, "session": "s"})
    rows = file.rows()
    run(file, "UPDATE entries SET body = NULL WHERE subject = ? AND body NOT LIKE '%disposed%'", W)
    assert verify(file.vault).ok
    assert file.rows() == rows


def own_entries(file: Laptop) -> list[Entry]:
    with file.vault.read() as conn:
        chain = journal.own_device(conn).chain
    return [entry for entry in file.all_entries() if entry.header.chain == chain]


def mark_of(entry: Entry) -> Mark:
    return Mark(entry.header.chain, entry.header.seq, entry.hash)


def test_a_mark_held_elsewhere_says_how_far_the_file_is_vouched_for(file: Laptop) -> None:
    last = own_entries(file)[-1]
    assert verify(file.vault, [mark_of(last)]).anchored_until == last.header.at
    assert verify(file.vault).anchored_until is None


def test_a_mark_of_another_laptop_vouches_for_that_laptop_alone(file: Laptop) -> None:
    other = next(x for x in file.all_entries() if x.header.chain != own_entries(file)[0].header.chain)
    verdict = verify(file.vault, [mark_of(other)])
    assert verdict.anchored_until is None
    assert [one.standing for one in verdict.placed] == ["held"]


def test_an_end_cut_off_is_found_by_a_mark_held_elsewhere(file: Laptop) -> None:
    gone = Mark("a" * 32, 9, NOTHING)
    assert [p.code for p in verify(file.vault, [gone]).problems] == ["head_missing"]


def test_pages_that_were_overwritten_are_found(file: Laptop) -> None:
    file.vault.close()
    data = bytearray(file.path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 64] = bytes(64)
    file.path.write_bytes(data)
    again = Laptop(file.path, "o0")
    assert [p.code for p in verify(again.vault).problems] == ["vault_damaged"]
    again.vault.close()
