"""Entries lost behind the program's back, at either end, are noticed after a round and brought again."""

import pytest

from hbp_desktop.domain.session import Session
from hbp_desktop.state_office.mending import mend
from hbp_desktop.store import ends, outgoing
from hbp_desktop.store import exchange as store_exchange
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases import counter, exchange
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.sync.state_house import StateHouse, go
from tests.usecases.drafts import visit

LOST = [(3, 5), (6, 6), (9, 12)]


@pytest.fixture
def sent(office: Office, session: Session, house: StateHouse) -> StateHouse:
    """A state office that has everything of an office, which knows it."""
    for n in range(6):
        counter.record(office, visit(session, name=f"Klien {n}"))
    house.welcome(office)
    go(office)
    house.project()
    assert go(office).problem is None
    return house


def everything(office: Office) -> set[bytes]:
    with office.vault.read() as conn:
        return {row[0] for row in conn.exec_driver_sql("SELECT hash FROM entries")}


@pytest.mark.parametrize(("first", "last"), LOST)
def test_what_the_state_office_lost_is_sent_again(
    office: Office, sent: StateHouse, first: int, last: int
) -> None:
    with sent.stand.database.write() as conn:
        conn.exec_driver_sql(f"DELETE FROM entries WHERE seq BETWEEN {first} AND {last}")
    assert mend(sent.stand.database)
    assert set(sent.held) < everything(office)
    assert go(office).problem is None
    assert set(sent.held) == everything(office)
    assert set(sent.held.values()) == {1}
    assert mend(sent.stand.database) == ()
    assert exchange.standing(office).waiting == 0


@pytest.mark.parametrize(("first", "last"), LOST)
def test_what_the_laptop_lost_is_taken_again(
    office: Office, sent: StateHouse, clock: Clock, first: int, last: int
) -> None:
    whole = everything(office)
    with office.vault.write() as conn:
        conn.exec_driver_sql(f"DELETE FROM entries WHERE seq BETWEEN {first} AND {last}")
    assert everything(office) < whole
    clock.move(days=2)  # every entry is read once a day
    assert go(office).problem is None
    assert everything(office) == whole == set(sent.held)
    with office.vault.read() as conn:
        assert outgoing.added_up(conn) == store_exchange.sums(conn)
        assert all(len(tops) == 1 for tops in store_exchange.vector(conn).values())
    counter_after = exchange.standing(office)
    assert (counter_after.waiting, counter_after.last_error) == (0, None)
    assert verify(office.vault).ok


def test_what_differs_and_cannot_be_mended_is_told(office: Office, sent: StateHouse, clock: Clock) -> None:
    with sent.stand.database.write() as conn:
        conn.exec_driver_sql("UPDATE chains SET entries = entries + 1")
    problem = go(office).problem
    assert problem is not None
    assert problem.code == "sync_differs"
    assert exchange.standing(office).phase == "look"


def test_what_is_remembered_of_chains_is_not_believed_for_ever(
    office: Office, sent: StateHouse, clock: Clock
) -> None:
    with office.vault.write() as conn:
        conn.exec_driver_sql("UPDATE sums SET entries = entries + 1")
    clock.move(days=2)
    assert go(office).problem is None
    with office.vault.read() as conn:
        assert ends.ends(conn).keys() == store_exchange.vector(conn).keys()
        assert outgoing.added_up(conn) == store_exchange.sums(conn)
