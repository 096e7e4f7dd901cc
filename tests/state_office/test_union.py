"""However pushes are cut, repeated, reordered, relayed and forked: the union is held, each entry once."""

import multiprocessing
import random
import secrets
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.chain import Range, heads_of
from hbp_desktop.domain.entry import Entry
from hbp_desktop.domain.errors import Refused
from hbp_desktop.state_office.chain_rows import Line
from hbp_desktop.state_office.mending import mend
from hbp_desktop.state_office.statements import rows
from hbp_desktop.sync.messages import Answer, split
from tests.state_office.stands import Stand, Writer, new_database, stand_on

_DEVICES = 3
_ADD = Line.add


@pytest.fixture(scope="module", params=["sqlcipher", "postgresql"])
def one_stand(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    """A state office that all examples push to, each with devices of its own."""
    folder = tmp_path_factory.mktemp("union")
    with new_database(request.param, folder, tmp_path_factory) as url:
        stand = stand_on(url, folder / "attachments")
        yield stand
        stand.close()


def entries_of(*writers: Writer) -> set[bytes]:
    return {one.hash for writer in writers for one in writer.entries}


def held_of(stand: Stand, chains: set[str]) -> list[bytes]:
    with stand.database.read() as conn:
        return [one for one, chain in rows(conn, "SELECT hash, chain FROM entries") if chain in chains]


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_union_is_held_once_whatever_the_pushes(one_stand: Stand, dice: random.Random) -> None:
    stand, office = one_stand, f"X{secrets.token_hex(4).upper()}"
    writers = [stand.writer(office) for _ in range(_DEVICES)]
    for writer in writers:
        writer.write(dice.randint(1, 12))
    twin = forked(writers[0], dice)
    branches = [*writers, twin]
    for _ in range(dice.randint(3, 15)):
        some = dice.choice(branches)
        carrier = dice.choice(writers)
        ranges = [cut(dice.choice(branches), dice) for _ in range(dice.randint(1, 3))]
        push(stand, carrier, [*ranges, cut(some, dice)])
    for branch in branches:
        push(stand, writers[1], [branch.range()])
    check(stand, writers[2], branches)


def check(stand: Stand, asking: Writer, branches: list[Writer]) -> None:
    """Hold what is there, and what is told of it, against the union of these branches."""
    held = held_of(stand, {one.chain for one in branches})
    assert sorted(held) == sorted(entries_of(*branches))
    assert stand.round(asking)[0].vector == told(branches)
    assert mend(stand.database) == ()


def _drop(line: Line, new: Sequence[Entry]) -> None:
    _ADD(line, new[:-1])


def _forget_what_follows(line: Line, new: Sequence[Entry]) -> None:
    line.followed.clear()
    ends = line.tips
    _ADD(line, new)
    line.tips |= ends


@pytest.mark.parametrize("bug", [_drop, _forget_what_follows])
def test_the_check_sees_an_entry_dropped_and_an_end_that_is_none(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, bug: Callable[[Line, Sequence[Entry]], None]
) -> None:
    monkeypatch.setattr(Line, "add", bug)
    laptop = stand.writer()
    for last in (3, 6):
        laptop.write(3)
        push(stand, laptop, [laptop.range(1, last)])
    with pytest.raises(AssertionError):
        check(stand, laptop, [laptop])


def forked(writer: Writer, dice: random.Random) -> Writer:
    """Give a twin of a device that wrote other entries after some place."""
    common = writer.entries[: dice.randint(1, len(writer.entries))]
    twin = Writer(writer.server, writer.office, writer.secret, common)
    twin.write(dice.randint(1, 4))
    return twin


def cut(writer: Writer, dice: random.Random) -> Range:
    first = dice.randint(1, len(writer.entries))
    return writer.range(first, dice.randint(first, len(writer.entries)))


def push(stand: Stand, carrier: Writer, ranges: list[Range]) -> Answer:
    """Push ranges after taking, as a device does; what hangs on nothing held is refused alone."""
    stand.round(carrier)
    answer, _ = stand.round(carrier, [carrier.batch(*ranges)])
    assert {code for _, code, _ in answer.refused} <= {"link_lost"}
    return answer


def told(branches: list[Writer]) -> dict[str, dict[bytes, int]]:
    """Give the vector of all these branches' entries."""
    union: dict[bytes, Entry] = {one.hash: one for branch in branches for one in branch.entries}
    links = [(one.header.chain, one.prev, one.hash, one.header.seq) for one in union.values()]
    return {chain: dict(tops) for chain, tops in heads_of(links).items()}


def test_threads_that_push_one_chain_and_their_own_lose_and_double_nothing(stand: Stand) -> None:
    shared = Writer(stand.receiver.key)
    shared.write(40)
    carriers = [stand.writer() for _ in range(4)]

    def carry(carrier: Writer) -> None:
        for step in range(1, 9):
            carrier.write(3)
            push_until_taken(stand, carrier, [carrier.range(), shared.range(1, step * 5)])

    with ThreadPoolExecutor(len(carriers)) as pool:
        list(pool.map(carry, carriers))
    assert stand.held() == dict.fromkeys(entries_of(shared, *carriers), 1)
    assert mend(stand.database) == ()


def push_until_taken(stand: Stand, carrier: Writer, ranges: list[Range]) -> None:
    """Push as a device does: another may have moved a chain since it took."""
    while True:
        stand.round(carrier)
        answer, _ = stand.round(carrier, [carrier.batch(*ranges)])
        if not answer.refused:
            return
        assert {code for _, code, _ in answer.refused} == {"stale"}


def _carry(url: str, folder: Path, shared: Writer, carrier: Writer) -> None:
    stand = stand_on(url, folder)
    for step in range(1, 9):
        carrier.write(3)
        push_until_taken(stand, carrier, [carrier.range(), shared.range(1, step * 5)])
    stand.close()


def test_two_processes_on_one_database_lose_and_double_nothing(stand: Stand, tmp_path: Path) -> None:
    shared = Writer(stand.receiver.key)
    shared.write(40)
    carriers = [stand.writer() for _ in range(2)]
    context = multiprocessing.get_context("spawn")
    carrying = [
        context.Process(target=_carry, args=(stand.url, tmp_path, shared, carrier)) for carrier in carriers
    ]
    for one in carrying:
        one.start()
    for one in carrying:
        one.join()
    assert [one.exitcode for one in carrying] == [0, 0]
    answer, _ = stand.round(stand.writer())
    ends = {chain: dict(tops) for chain, tops in answer.vector.items()}
    assert {chain: list(tops.values()) for chain, tops in ends.items()} == {
        shared.chain: [40],
        **{one.chain: [24] for one in carriers},
    }
    assert len(stand.held()) == 40 + 2 * 24
    assert set(stand.held().values()) == {1}
    assert mend(stand.database) == ()


def test_one_round_at_a_time_takes_effect_for_a_device(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(20)
    batches = [laptop.batch(laptop.range(1, last)) for last in range(1, 21)]
    asks = [laptop.ask(base={}) for _ in batches]

    def hold(ask: bytes, batch: bytes) -> str:
        try:
            guest = stand.receiver.greet(*split(ask)[:2])
            stand.receiver.take(guest, [batch])
            stand.receiver.answer(guest)
        except Refused as error:
            return error.code
        return "held" if not guest.refused else guest.refused[0][1]

    with ThreadPoolExecutor(6) as pool:
        ends = list(pool.map(hold, asks, batches))
    assert set(ends) <= {"held", "stale", "ask_replayed"}
    assert ends.count("held") == 1
    assert set(stand.held().values()) == {1}
