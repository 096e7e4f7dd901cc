"""A state office, or a laptop beside, that means harm: what a laptop wrote stays, and stays true."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from hbp_desktop.domain.chain import Range
from hbp_desktop.domain.entry import Gone, digest_of
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.session import Session
from hbp_desktop.state_office.statements import rows
from hbp_desktop.store import exchange as store_exchange
from hbp_desktop.store import journal
from hbp_desktop.sync.messages import Answer, read_answer, split, write_answer
from hbp_desktop.usecases import counter, exchange
from hbp_desktop.usecases.office import Office
from tests.state_office.stands import KEYS, Writer
from tests.sync.state_house import StateHouse, go
from tests.usecases.drafts import visit


def pieces(office: Office) -> list[Range]:
    with office.vault.write() as conn:
        store_exchange.sign_own_heads(conn)
        return list(store_exchange.pieces(conn, {}))


def withheld(one: Range) -> Range:
    """Give a range without its bodies: the links hold, the head is its writer's own."""
    pairs = tuple(
        (head, body if isinstance(body, Gone) else Gone(digest_of(body))) for head, body in one.entries
    )
    return replace(one, entries=pairs)


@pytest.fixture
def lying(house: StateHouse) -> Iterator[Callable[[Callable[[Answer], Answer]], None]]:
    """Let the state office answer otherwise, as long as a test runs."""
    receiver = house.stand.receiver
    real = receiver.answer

    def let(lie: Callable[[Answer], Answer]) -> None:
        def answer(guest):  # type: ignore[no-untyped-def]
            first, *rest = real(guest)
            return [write_answer(lie(read_answer(*split(first)[:2])), KEYS.identity), *rest]

        receiver.__dict__["answer"] = answer
        receiver.__dict__["together"] = lambda rounds: [None] * len(rounds)  # each by itself

    yield let
    receiver.__dict__.pop("answer", None)
    receiver.__dict__.pop("together", None)


def test_bodies_that_another_laptop_withheld_reach_the_state_office(
    office: Office, session: Session, house: StateHouse
) -> None:
    for n in range(3):
        counter.record(office, visit(session, name=f"Klien {n}"))
    house.welcome(office)
    relay = house.stand.writer(office.code)
    house.stand.round(relay, [relay.batch(*map(withheld, pieces(office)))])
    house.project()
    for _ in range(3):
        assert go(office).problem is None
        house.project()
    with house.stand.database.read() as conn:
        assert rows(conn, "SELECT count(*) FROM entries WHERE body IS NULL") == [(0,)]
    go(office)
    found = exchange.standing(office)
    assert (found.waiting, found.not_counted, found.matters_there) == (0, 0, found.matters)


def test_bodies_that_were_withheld_here_are_filled_in_by_a_later_copy(
    office: Office, session: Session
) -> None:
    sibling = Writer("0" * 64, office.code)
    sibling.write(3)
    with office.vault.write() as conn:
        assert len(store_exchange.take_in(conn, [withheld(sibling.range())]).new) == 3
        assert len(store_exchange.take_in(conn, [sibling.range()]).new) == 3
        assert store_exchange.take_in(conn, [sibling.range()]).new == ()
        held = [journal.by_hash(conn, one.hash) for one in sibling.entries]
    assert [one.body_bytes for one in held if one] == [one.body_bytes for one in sibling.entries]


def test_a_second_opening_moves_no_chain_to_another_office(office: Office) -> None:
    first = Writer("0" * 64, office.code)
    first.write(1)
    second = Writer("0" * 64, "JHR01", first.secret)
    second.write(1)
    with office.vault.write() as conn:
        store_exchange.take_in(conn, [first.range()])
        with pytest.raises(Damaged, match="chain_name"):
            store_exchange.take(conn, second.range())


def test_at_a_state_offices_mere_word_no_chain_is_left(
    office: Office,
    session: Session,
    house: StateHouse,
    lying: Callable[[Callable[[Answer], Answer]], None],
) -> None:
    house.welcome(office)
    go(office)
    with office.vault.read() as conn:
        chain = journal.own_device(conn).chain
    lying(lambda said: replace(said, forked=(chain,)))
    counter.record(office, visit(session))
    go(office)
    with office.vault.read() as conn:
        assert journal.own_device(conn).chain == chain


@pytest.mark.parametrize(
    "lie",
    [
        lambda said: replace(said, grant="everything"),
        lambda said: replace(said, names_until="for ever"),
        lambda said: replace(said, pins={"../..": bytes(32)}),
    ],
)
def test_an_answer_with_a_word_that_is_none_changes_nothing(
    office: Office,
    session: Session,
    house: StateHouse,
    lying: Callable[[Callable[[Answer], Answer]], None],
    lie: Callable[[Answer], Answer],
) -> None:
    house.welcome(office)
    go(office)
    before = exchange.standing(office)
    lying(lie)
    counter.record(office, visit(session))
    result = go(office)
    assert result.problem is not None
    assert result.problem.code == "sync_answer_strange"
    after = exchange.standing(office)
    assert (after.grant, after.acknowledged) == (before.grant, before.acknowledged)


def test_what_a_state_office_only_claims_to_hold_is_not_marked_as_held(
    office: Office,
    session: Session,
    house: StateHouse,
    lying: Callable[[Callable[[Answer], Answer]], None],
) -> None:
    house.welcome(office)
    go(office)
    counter.record(office, visit(session))
    before = exchange.standing(office)
    with office.vault.write() as conn:
        store_exchange.sign_own_heads(conn)
        here = store_exchange.vector(conn)
    lying(lambda said: replace(said, vector=here, receipt=None, receipt_signature=b""))
    go(office)
    after = exchange.standing(office)
    assert after.acknowledged == before.acknowledged
    assert after.waiting == before.waiting
    assert after.matters_there == before.matters_there


def test_a_verdict_against_everything_hides_no_record(
    office: Office,
    session: Session,
    house: StateHouse,
    lying: Callable[[Callable[[Answer], Answer]], None],
) -> None:
    counter.record(office, visit(session))
    house.welcome(office)
    go(office)
    with office.vault.read() as conn:
        every = [
            (chain, seq, entry_hash, "device_revoked")
            for chain, seq, entry_hash in conn.exec_driver_sql("SELECT chain, seq, hash FROM entries")
        ]
        counted = conn.exec_driver_sql("SELECT sum(counted) FROM entries").scalar()
    lying(lambda said: replace(said, verdict=replace(said.verdict, not_counted=tuple(every))))
    go(office)
    with office.vault.read() as conn:
        assert conn.exec_driver_sql("SELECT sum(counted) FROM entries").scalar() == counted
    assert exchange.standing(office).matters == 1
