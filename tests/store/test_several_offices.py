"""Journals of several offices in one vault: each is judged by its own roster, and none touches another's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import counting, exchange, journal
from hbp_desktop.store.incarnation import begin_anew
from hbp_desktop.store.local_tables import peers
from hbp_desktop.store.verify import verify
from hbp_desktop.store.work import Writer
from tests.store.laptops import ADMIN, OFFICE, ROOT, Laptop, founded
from tests.store.test_ends import compare
from tests.store.test_replicas import visit_id

STATE = "SGR00"
VISIT = {"name": "Salmah binti Osman", "session": "s"}


@pytest.fixture
def coordinator(tmp_path: Path) -> Iterator[Laptop]:
    """A laptop of another office, whose administrator happens to have the same key."""
    laptop = founded(tmp_path / "coordinator.db", STATE)
    yield laptop
    compare(laptop)
    verdict = verify(laptop.vault)
    assert verdict.ok, verdict.problems
    laptop.vault.close()


def founding_of(laptop: Laptop) -> bytes:
    with laptop.vault.read() as conn:
        return journal.own_device(conn).founding


def pin(laptop: Laptop, office: str, founding: bytes) -> None:
    with laptop.vault.write() as conn:
        exchange.pin(conn, {office: founding})


def names(laptop: Laptop) -> list[str]:
    return [row[0] for row in laptop.rows()["visit"]]


def test_entries_of_an_office_that_is_not_pinned_are_held_and_not_counted(
    coordinator: Laptop, laptop: Laptop
) -> None:
    laptop.create("visit", visit_id(0), VISIT)
    coordinator.receive_from(laptop)
    assert laptop.entries() <= coordinator.entries()
    assert laptop.entries() == coordinator.uncounted()
    assert names(coordinator) == []


@pytest.mark.parametrize("pinned_first", [True, False])
def test_a_pinned_office_counts_by_its_own_roster_whenever_the_pin_came(
    coordinator: Laptop, three: list[Laptop], pinned_first: bool
) -> None:
    first, second, _ = three
    first.create("visit", visit_id(0), VISIT)
    second.create("visit", visit_id(1), VISIT)
    stranger = founded(first.path.parent / "stranger.db", root=b"x" * 32, admin=b"y" * 32)
    stranger.create("visit", visit_id(2), VISIT)
    if pinned_first:
        pin(coordinator, OFFICE, founding_of(first))
    for one in (stranger, first, second):
        coordinator.receive_from(one)
    pin(coordinator, OFFICE, founding_of(first))
    assert names(coordinator) == [visit_id(0), visit_id(1)]
    assert stranger.entries() <= coordinator.uncounted()
    stranger.vault.close()


def test_the_pieces_of_an_office_in_any_order_end_in_the_same(
    coordinator: Laptop, three: list[Laptop]
) -> None:
    first, second, _ = three
    for n in range(40):
        second.create("visit", visit_id(n), VISIT)
    first.receive_from(second)
    first.revoke(second.device)
    with first.vault.write() as conn:
        exchange.sign_own_heads(conn)
        pieces = list(exchange.pieces(conn, {}))
    pin(coordinator, OFFICE, founding_of(first))
    roster = [one for one in pieces if b'"kind":"roster"' in one.entries[0][0]]
    for one in [*(one for one in pieces if one not in roster), *roster]:
        coordinator.take_in([one])
        compare(coordinator)
    coordinator.take_in(pieces)
    assert coordinator.rows()["visit"] == first.rows()["visit"]
    assert len(names(coordinator)) == 40


def test_a_revocation_in_an_office_reaches_a_copy_of_the_whole_state(
    coordinator: Laptop, three: list[Laptop]
) -> None:
    first, second, _ = three
    pin(coordinator, OFFICE, founding_of(first))
    second.create("visit", visit_id(0), VISIT)
    first.receive_from(second)
    second.create("visit", visit_id(1), VISIT)
    coordinator.receive_from(second)
    coordinator.receive_from(first)
    assert names(coordinator) == [visit_id(0), visit_id(1)]
    first.revoke(second.device)
    coordinator.receive_from(first)
    assert names(coordinator) == [visit_id(0)]


def test_another_offices_pin_never_moves_ones_own(coordinator: Laptop, laptop: Laptop) -> None:
    coordinator.create("visit", visit_id(0), VISIT)
    pin(coordinator, STATE, founding_of(laptop))
    assert names(coordinator) == [visit_id(0)]
    with coordinator.vault.read() as conn:
        assert counting.pinned_offices(conn) == frozenset()


def test_what_an_office_writes_about_anothers_roster_counts_nowhere(
    coordinator: Laptop, laptop: Laptop
) -> None:
    """Its administrator even holds a key that is an administrator's there."""
    pin(coordinator, OFFICE, founding_of(laptop))
    intruder = public_key(b"i" * 32).hex()
    with coordinator.vault.read() as conn:
        theirs, heads = journal.roster_subject(conn), journal.roster_heads(conn)
        seen = journal.seen(journal.held(conn, theirs), heads)
    with laptop.writing() as doing:
        fields = {f"device.{intruder}": {"state": "admitted", "name": "?"}}
        header = doing._header(journal.KIND, theirs, seen, "admitted")
        doing._append(header, fields, "", ADMIN)
    coordinator.receive_from(laptop)
    with coordinator.vault.read() as conn:
        assert intruder not in journal.read_own_roster(conn).devices
        assert journal.roster_heads(conn) == heads


def test_a_founding_pinned_for_the_wrong_office_lets_nothing_count(
    coordinator: Laptop, laptop: Laptop
) -> None:
    laptop.create("visit", visit_id(0), VISIT)
    coordinator.receive_from(laptop)
    pin(coordinator, "JHR01", founding_of(laptop))
    assert names(coordinator) == []


def test_nothing_is_written_on_what_another_office_recorded(coordinator: Laptop, laptop: Laptop) -> None:
    laptop.create("session", "s", {"office": OFFICE, "status": "planned"})
    laptop.create("visit", visit_id(0), VISIT)
    pin(coordinator, OFFICE, founding_of(laptop))
    coordinator.receive_from(laptop)
    before = coordinator.entries()
    with pytest.raises(Refused, match="subject_other_office"):
        coordinator.change("visit", visit_id(0), {"name": "Salma"})
    with pytest.raises(Refused, match="subject_other_office"):
        coordinator.create("visit", visit_id(1), VISIT)
    with pytest.raises(Refused, match="subject_other_office"):
        coordinator.create("matter", visit_id(2), {"visit": visit_id(0)})
    assert coordinator.entries() == before
    coordinator.create("visit", visit_id(1), {"name": "Ali", "session": "own"})


def test_what_one_office_writes_under_an_id_of_anothers_changes_nothing_of_it(
    coordinator: Laptop, three: list[Laptop], tmp_path: Path
) -> None:
    first = three[0]
    other = founded(tmp_path / "other.db", "SGR01", root=b"x" * 32, admin=b"y" * 32)
    coordinator.create("visit", visit_id(0), VISIT)
    first.create("visit", visit_id(1), VISIT)
    for n in (0, 1):
        other.create("visit", visit_id(n), {"name": "?", "session": "t"})
        other.change("visit", visit_id(n), {"name": "??"})
    before = coordinator.rows()
    pin(coordinator, OFFICE, founding_of(first))
    pin(coordinator, "SGR01", founding_of(other))
    coordinator.receive_from(other)
    assert coordinator.rows()["visit"][0] == before["visit"][0]
    coordinator.receive_from(first)
    shown = coordinator.rows()["visit"]
    again = founded(tmp_path / "again.db", STATE, root=b"v" * 32)
    for office, laptop in ((OFFICE, first), ("SGR01", other)):
        pin(again, office, founding_of(laptop))
    again.receive_from(first)
    again.receive_from(other)
    assert again.rows()["visit"][1] == shown[1]  # whatever came first
    again.vault.close()
    other.vault.close()


def test_a_restored_laptop_takes_before_it_sends_and_follows_its_chains_anew(laptop: Laptop) -> None:
    known = {column.name: "" for column in peers.columns} | {"peer": "p", "kind": "state", "ca": ""}
    numbers = ("n", "unsure", "attempts", "next_at", "contact_at", "speed", "clock_off", "enrolled_at")
    with laptop.vault.write() as conn:
        conn.execute(insert(peers), known | dict.fromkeys(numbers, 0))
        begin_anew(conn, Writer("o0", laptop.now), "laptop", ROOT)
    with laptop.vault.read() as conn:
        assert conn.execute(select(peers.c.unsure)).scalars().all() == [1]
    compare(laptop)
