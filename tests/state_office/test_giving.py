"""What a device is given of what it lacks and may have."""

import secrets

import pytest

from hbp_desktop.domain.entry import NOTHING
from hbp_desktop.domain.errors import Refused
from hbp_desktop.state_office.statements import run
from tests.state_office.stands import Stand


def test_a_device_gets_what_its_office_wrote_and_nothing_of_others(stand: Stand) -> None:
    laptop, sibling, elsewhere = stand.writer(), stand.writer(), stand.writer("KDH01")
    for one in (sibling, elsewhere):
        one.write(40)
        stand.push(one)
    answer, given = stand.round(laptop, room=1_000_000)
    assert answer.vector.keys() == {sibling.chain}
    assert [part.entries for one in given for part in one.ranges] == [sibling.range().entries]
    assert not answer.more


def test_the_whole_states_grant_gets_every_office_with_its_founding(stand: Stand) -> None:
    offices = [stand.writer(code) for code in ("KDH01", "JHR01", "SGR06")]
    for one in offices:
        one.write(3)
        stand.push(one)
        with stand.database.write() as conn:
            run(
                conn,
                "INSERT INTO offices (office, founding, since) VALUES (?, ?, 1)",
                (one.office, bytes(32)),
            )
    looker = stand.writer(grant="state")
    answer, given = stand.round(looker, room=1_000_000)
    assert answer.pins == {one.office: bytes(32) for one in offices}
    assert {part.chain for one in given for part in one.ranges} == {one.chain for one in offices}


def test_a_device_that_may_pull_nothing_is_given_nothing(stand: Stand) -> None:
    sibling, laptop = stand.writer(), stand.writer(grant="none")
    sibling.write(2)
    stand.push(sibling)
    answer, given = stand.round(laptop, room=1_000_000)
    assert given == ()
    assert not answer.more


def test_little_room_is_filled_round_by_round_until_nothing_is_lacked(stand: Stand) -> None:
    sibling, laptop = stand.writer(), stand.writer()
    for _ in range(12):
        sibling.write(20, name="Klien " * 40, note=secrets.token_hex(600))
        stand.push(sibling)
    have: dict[str, dict[bytes, int]] = {}
    got: list[object] = []
    for _ in range(50):
        answer, given = stand.round(laptop, have=have, room=40_000)
        assert sum(len(part.entries) for one in given for part in one.ranges) > 0
        for one in given:
            for part in one.ranges:
                assert part.prev == (NOTHING if not got else sibling.entries[len(got) - 1].hash)
                got += part.entries
                have[part.chain] = {part.head.hash: part.head.seq}
        if not answer.more:
            break
    assert tuple(got) == sibling.range().entries


def test_what_a_device_brings_is_not_given_back(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(5)
    answer, given = stand.round(laptop, [laptop.batch()], room=1_000_000)
    assert given == ()
    assert not answer.more
    laptop.write(5)
    answer, given = stand.round(laptop, base={}, room=1_000_000)
    assert given == ()


def test_links_are_listed_for_the_office_and_refused_to_others(stand: Stand) -> None:
    laptop, elsewhere = stand.writer(), stand.writer("KDH01")
    laptop.write(5)
    stand.push(laptop)
    found = stand.receiver.links(laptop.device, laptop.chain, 2, 2)
    assert found == [(3, laptop.entries[2].hash), (4, laptop.entries[3].hash)]
    assert stand.receiver.links(laptop.device, "0" * 32, 0, 10) == []
    with pytest.raises(Refused, match="office_other"):
        stand.receiver.links(elsewhere.device, laptop.chain, 0, 10)
