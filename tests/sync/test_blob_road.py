"""Attachments on their way: after the records, resumed where they were cut, proven before they count."""

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from hbp_desktop.domain.errors import HbpError, Refused, Unreachable
from hbp_desktop.domain.session import Session
from hbp_desktop.pictures.preparing import Picture
from hbp_desktop.store import journal, peers
from hbp_desktop.store.blob_files import BlobFolder
from hbp_desktop.sync import blob_road
from hbp_desktop.usecases import attaching, fetching
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import OFFICE, Clock
from tests.link import Cut, Duplicate, LoseAnswer, Pass, Replace
from tests.pictures import samples
from tests.sync.roads import Road, picture, road_of
from tests.ui.office_desk import plan_sample_day
from tests.usecases.test_asking import _as


@pytest.fixture
def office(opened: Opened, clock: Clock) -> Office:
    return Office.of(opened, clock)


@pytest.fixture
def session(office: Office) -> Session:
    return plan_sample_day(office)


@pytest.fixture
def road(office: Office, session: Session, tmp_path: Path) -> Iterator[Road]:
    with road_of(office, tmp_path) as found:
        yield found


def test_attachments_follow_the_records_and_are_whole_there(road: Road, session: Session) -> None:
    ids = [attaching.attach(road.office, session.id, str(n), picture()) for n in range(2)]
    done = road.round()
    assert done.problem is None
    for subject in ids:
        assert road.held(subject) == road.own(subject)
    assert [one.where for one in attaching.attached(road.office, [session.id])] == ["there", "there"]
    told = [step for step in road.steps if step[2] == "attachments"]
    assert told[-1][0] == told[-1][1] == sum(len(road.own(one)) for one in ids)
    assert [step[0] for step in told] == sorted(step[0] for step in told)


def test_nothing_new_costs_no_request_more(road: Road, session: Session) -> None:
    attaching.attach(road.office, session.id, "", picture())
    road.round()
    road.link.forget()
    assert road.round().problem is None
    assert road.link.requests == 1


PIECE = blob_road.MOST_PIECE + 4096  # with headers


def until_there(road: Road, subject: str) -> None:
    """Try until the state office has it; only a cut makes a round fail."""
    failed = 0
    while road.there(subject) < len(road.own(subject)):
        failed += road.round().problem is not None
        assert failed <= len(road.link.struck)
    assert road.held(subject) == road.own(subject)


def most(road: Road, subject: str) -> int:
    """How many bytes may go up: the file, a piece for each cut, and what is said around."""
    return len(road.own(subject)) + len(road.link.struck) * PIECE + 40_000


@pytest.mark.parametrize("way", ["up", "down"])
@pytest.mark.parametrize("seed", range(8))
def test_a_cut_costs_at_most_a_piece_and_loses_nothing(
    road: Road, session: Session, seed: int, way: Literal["up", "down"]
) -> None:
    chance = random.Random(seed)
    subject = attaching.attach(road.office, session.id, "", picture(300_000))
    before = [Pass() for _ in range(chance.randrange(2, 7))]
    road.link.order(
        *before, Cut(chance.randrange(0, 60_000 if way == "up" else 200), way, chance.random() < 0.5)
    )
    until_there(road, subject)
    assert road.link.up < most(road, subject)


def test_a_receiver_that_forgets_unfinished_ones_would_be_found(
    road: Road, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = BlobFolder.held
    resumed = {"on": False}

    def held(folder: BlobFolder, name: str, size: int) -> int:
        found = whole(folder, name, size)
        return found if found == size or not resumed["on"] else 0

    subject = attaching.attach(road.office, session.id, "", picture(500_000))
    road.round_with(*[Pass()] * 8, Cut(100))
    resumed["on"] = road.part(subject) > 200_000
    monkeypatch.setattr(BlobFolder, "held", held)
    road.link.order(Pass(), Pass(), Pass())
    road.round()
    resumed["on"] = False
    until_there(road, subject)
    assert road.link.up > most(road, subject)


def test_a_lost_answer_is_asked_for_and_nothing_is_sent_twice(road: Road, session: Session) -> None:
    subject = attaching.attach(road.office, session.id, "", picture(300_000))
    road.round_with(Pass(), Pass(), Pass(), LoseAnswer())
    assert 0 < road.part(subject) < 300_000
    assert road.there(subject) < road.part(subject)
    assert road.round().problem is None
    assert road.held(subject) == road.own(subject)
    assert road.link.up < 300_000 + 20_000


def test_a_request_that_arrives_twice_adds_nothing(road: Road, session: Session) -> None:
    subject = attaching.attach(road.office, session.id, "", picture(300_000))
    road.link.order(Pass(), Pass(), Duplicate(0), Duplicate(1), Duplicate(0, together=True))
    for _ in range(4):
        road.round()
    assert road.held(subject) == road.own(subject)


def test_a_stop_is_heard_between_two_pieces_and_goes_on_from_there(road: Road, session: Session) -> None:
    subject = attaching.attach(road.office, session.id, "", picture(400_000))
    road.stop = lambda: bool(road.steps) and road.steps[-1][2] == "attachments" and road.steps[-1][0] > 50_000
    done = road.round()
    assert (done.stopped, done.problem) == (True, None)
    held = road.part(subject)
    assert 50_000 < held < 400_000
    road.stop, before = lambda: False, road.link.up
    assert road.round().problem is None
    assert road.held(subject) == road.own(subject)
    assert road.link.up - before < 400_000 - held + 20_000


def test_records_go_before_any_attachment(road: Road, session: Session) -> None:
    attaching.attach(road.office, session.id, "", picture(300_000))
    road.link.order(Pass(), Pass(), Cut(100))
    assert road.round().problem is not None
    with road.office.vault.read() as conn:
        own = journal.own_device(conn)
        last = journal.tip(conn, own.chain)
    assert last is not None
    assert last.hash in road.stand.held()


def test_a_withdrawn_one_is_not_sent(road: Road, session: Session) -> None:
    subject = attaching.attach(road.office, session.id, "", picture())
    attaching.withdraw(road.office, subject, "gambar silap")
    assert road.round().problem is None
    assert road.held(subject) == b""


def test_a_damaged_file_here_stops_no_other_and_is_not_sent(road: Road, session: Session) -> None:
    bad, good = (attaching.attach(road.office, session.id, str(n), picture()) for n in range(2))
    path = road.office.opened.paths.attachments / road.wanted(bad).name
    path.write_bytes(bytes(path.stat().st_size))
    assert road.round().problem is None
    assert (road.held(bad), road.held(good)) == (b"", road.own(good))


def test_a_state_office_that_lost_its_files_is_told_again_once_it_began_anew(
    road: Road, session: Session
) -> None:
    subject = attaching.attach(road.office, session.id, "", picture())
    road.round()
    (road.folder / OFFICE / road.wanted(subject).name).unlink()
    assert road.round().problem is None
    assert road.held(subject) == b""  # nothing says that it is gone
    with road.office.vault.write() as conn:
        peers.note_granted(conn, road.stand.receiver.key, carried="0" * 32)
    assert road.round().problem is None
    assert road.held(subject) == road.own(subject)


def test_one_that_lies_elsewhere_is_fetched_and_opened(road: Road, session: Session) -> None:
    made = picture(300_000)
    subject = attaching.attach(road.office, session.id, "", made)
    road.round()
    wanted, files = road.wanted(subject), BlobFolder(road.office.opened.paths.attachments)
    files.path(wanted.name).unlink()
    (shown,) = attaching.attached(road.office, [session.id])
    assert shown.where == "laptop"
    road.link.order(Cut(100_000, "down"))
    with pytest.raises(Unreachable):
        road.fetch(wanted)
    held = files.held(wanted.name, wanted.size)
    assert 50_000 < held < wanted.size
    before = road.link.down
    assert road.fetch(wanted)
    assert road.link.down - before < wanted.size - held + 2_000
    assert attaching.open_picture(road.office, subject) == made.jpeg


def test_one_that_nobody_sent_yet_is_told_as_not_there(road: Road, session: Session) -> None:
    subject = attaching.attach(road.office, session.id, "", picture())
    wanted = road.wanted(subject)
    (road.office.opened.paths.attachments / wanted.name).unlink()
    assert not road.fetch(wanted)
    assert not road.fetch(replace(wanted, name="0" * 64))


@pytest.mark.parametrize("garbage", [b"<html>", bytes(250_000)])
def test_what_is_not_the_file_never_counts(road: Road, session: Session, garbage: bytes) -> None:
    subject = attaching.attach(road.office, session.id, "", picture())
    road.round()
    wanted, files = road.wanted(subject), BlobFolder(road.office.opened.paths.attachments)
    whole = files.path(wanted.name).read_bytes()
    files.path(wanted.name).unlink()
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: {len(garbage)}\r\n\r\n"
    )
    road.link.order(Replace(head.encode("ascii") + garbage))
    with suppress(HbpError):
        road.fetch(wanted)
    with suppress(HbpError):
        road.fetch(wanted)
    assert not files.is_whole(wanted.name, wanted.size) or files.path(wanted.name).read_bytes() == whole
    assert road.fetch(wanted)
    assert files.path(wanted.name).read_bytes() == whole


def test_the_pieces_suit_the_line() -> None:
    assert [blob_road.pieces(speed) for speed in (0, 100, 8_000, 10**9)] == [
        blob_road.PIECE,
        blob_road.LEAST_PIECE,
        32_000,
        blob_road.MOST_PIECE,
    ]


def test_a_person_fetches_one_with_a_click(road: Road, session: Session) -> None:
    data = samples.photo(500, 400)
    subject = attaching.attach(road.office, session.id, "", Picture(data, b"", 500, 400))
    path = road.office.opened.paths.attachments / road.wanted(subject).name
    whole = path.read_bytes()
    path.unlink()
    assert not fetching.fetch(road.office, subject)
    path.write_bytes(whole)
    road.round()
    path.unlink()
    heard: list[int] = []
    assert fetching.fetch(road.office, subject, lambda done, _of, _code: heard.append(done))
    assert path.read_bytes() == whole
    assert heard[0] == 0
    (shown,) = attaching.attached(road.office, [session.id])
    assert shown.where == "there"
    assert shown.thumb.startswith(b"\xff\xd8\xff")


def test_nobody_fetches_without_a_state_office_or_a_role(office: Office, session: Session) -> None:
    subject = attaching.attach(office, session.id, "", picture())
    with pytest.raises(Refused, match="sync_not_enrolled"):
        fetching.fetch(office, subject)
    with pytest.raises(Refused, match="record_unknown"):
        fetching.fetch(office, "f" * 32)
    with pytest.raises(Refused, match="not_allowed"):
        fetching.fetch(_as(office, "coordinator"), subject)
