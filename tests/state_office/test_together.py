"""Pushes of several devices in one transaction: each as if it came alone, and none suffers for another."""

from hbp_desktop.sync.frames import framed
from hbp_desktop.sync.messages import read_answer, split
from hbp_desktop.sync.receiver import Whole
from tests.state_office.stands import OFFICE, Stand, Writer


def pushed(writer: Writer, *batches: bytes) -> Whole:
    """Give a push as it arrives whole."""
    message, signature, _ = split(writer.ask(base={writer.chain: []}) + b"".join(map(framed, batches)))
    return Whole(message, signature, batches, 1 << 20)


def test_each_gets_an_answer_of_its_own_and_everything_is_held_once(stand: Stand) -> None:
    writers = [stand.writer(), stand.writer(), stand.writer("SGR07")]
    for writer in writers:
        writer.write(3)
    done = stand.receiver.together([pushed(one, one.batch()) for one in writers])
    for writer, came in zip(writers, done, strict=True):
        assert came is not None
        answer = read_answer(*split(came.answer[0])[:2])
        assert (answer.device, answer.n) == (writer.device, writer.n)
        assert answer.receipt is not None
        assert answer.receipt.held == {writer.chain: (3, writer.entries[-1].hash)}
        assert set(answer.vector) == {one.chain for one in writers if one.office == writer.office}
    assert stand.held() == {entry.hash: 1 for one in writers for entry in one.entries}


def test_what_is_wrong_with_one_is_left_to_a_road_of_its_own_and_the_others_are_held(stand: Stand) -> None:
    good, damaged, stranger, foreign = (stand.writer() for _ in range(4))
    unknown = Writer(stand.receiver.key, OFFICE)
    for writer in (good, damaged, stranger, foreign, unknown):
        writer.write(2)
    rounds = [
        pushed(damaged, damaged.batch()[:-1]),
        pushed(good, good.batch()),
        pushed(stranger, foreign.batch()),
        pushed(unknown, unknown.batch()),
    ]
    done = stand.receiver.together(rounds)
    assert [one is not None for one in done] == [False, True, False, False]
    assert set(stand.held()) == {entry.hash for entry in good.entries}
    assert stand.receiver.together(rounds) == [None] * 4  # the ask that took effect is no news
