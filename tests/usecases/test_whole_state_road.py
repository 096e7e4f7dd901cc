"""A coordinator's laptop and an office meet at a real state office: what one records, the other looks at."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.session import Session
from hbp_desktop.state_office import grants, saying
from hbp_desktop.state_office.pen import Pen
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases import counter, exchange, planning, records, state_view
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.sync.state_house import StateHouse, go
from tests.usecases.drafts import visit
from tests.usecases.office_staff import DEVI, add, seated
from tests.usecases.whole_state import OTHER, Elsewhere, elsewhere

TODAY = date(2026, 11, 24)


@pytest.fixture
def there(tmp_path: Path, clock: Clock) -> Iterator[Elsewhere]:
    found = elsewhere(tmp_path, clock)
    yield found
    found.office.opened.close()


def granted(house: StateHouse, office: Office, to: str, until: date | None = None) -> None:
    with house.stand.database.write() as conn:
        for one in grants.devices(conn, house.stand.receiver.key):
            if one.office == office.code:
                grants.grant(conn, one, to, until, TODAY)


def exchanged(house: StateHouse, *offices: Office) -> None:
    for office in offices:
        result = go(office)
        assert result.problem is None, result.problem
    house.project()


def test_what_an_office_sends_is_looked_at_by_who_was_granted_the_whole_state_and_by_nobody_else(
    office: Office, session: Session, there: Elsewhere, house: StateHouse, clock: Clock
) -> None:
    held = there.plan("2026-11-24")
    theirs = counter.record(there.office, visit(held, name="Devi a/p Raman"))
    house.welcome(office)
    house.welcome(there.office)
    exchanged(house, there.office, office, there.office, office)
    with office.vault.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM chains WHERE office = ?", (OTHER,)).scalar() == 0
    granted(house, office, "state", date(2026, 12, 31))
    exchanged(house, office, office)
    clock.move(minutes=1)
    looking = seated(office, add(office, DEVI, "coordinator"))
    assert state_view.is_offered(looking)
    shown = state_view.view(looking, 2026)
    assert {one.code for one in shown.held} == {OTHER, office.code}
    assert shown.names_until == "2026-12-31"
    (seen,) = records.page(looking, Filter(session=held.id)).visits
    assert (seen.id, seen.name) == (theirs.id, "D. a/p R.")
    assert records.uncover(looking, seen.id).visit.name == "Devi a/p Raman"
    assert [one.id for one in planning.sessions(looking)] == [session.id]
    assert verify(office.vault).ok
    exchanged(house, there.office)
    with there.office.vault.read() as conn:
        assert (
            conn.exec_driver_sql("SELECT count(*) FROM chains WHERE office = ?", (office.code,)).scalar() == 0
        )


def test_the_states_reply_reaches_the_office_and_the_copy_and_says_who_gave_it(
    office: Office, session: Session, there: Elsewhere, house: StateHouse, clock: Clock
) -> None:
    held = there.plan("2026-11-24")
    theirs = counter.record(there.office, visit(held))
    house.welcome(there.office)
    house.welcome(office)
    granted(house, office, "state")
    exchanged(house, there.office)
    with house.stand.database.write() as conn:
        pen = Pen.take_up(conn, house.stand.keys, OTHER, house.stand.clock())
        saying.reply(pen, theirs.ref, TODAY, status="in_progress", text="Sedang disemak oleh ibu pejabat.")
        saying.set_day(pen, date(2026, 11, 25), False, "Cuti negeri")
        pen.settle()
    exchanged(house, there.office, office, office)
    for sitting in (there.office, seated(office, add(office, DEVI, "coordinator"))):
        record = records.open_record(sitting, theirs.id)
        assert record.history[0].officer == "Pejabat negeri"
        assert "Sedang disemak" in repr(record.history[0])
        assert record.visit.matters[0].status == "in_progress"
    assert planning.calendar(there.office) == {date(2026, 11, 25): (False, "Cuti negeri")}
    assert planning.calendar(office) == {}
    assert exchange.standing(office).waiting == 1  # the coordinator, just added here
