"""Devices and strangers that mean harm, before a state office on each database: what may not give way."""

import secrets
from pathlib import Path

import pytest

from hbp_desktop.domain.chain import Range
from hbp_desktop.domain.entry import Gone, chain_of
from hbp_desktop.domain.errors import Refused
from hbp_desktop.state_office import enrolment, grants
from hbp_desktop.state_office.holding import MOST_OF_ANYBODY
from hbp_desktop.state_office.keys import Keys
from hbp_desktop.state_office.place import Place
from hbp_desktop.state_office.projector import Projecting
from hbp_desktop.state_office.statements import rows
from hbp_desktop.state_office.upgrade import open_database
from hbp_desktop.sync.enrolling import Enrol, write_enrol
from tests.state_office.offices import FoundedOffice
from tests.state_office.stands import KEYS, OFFICE, START, Stand, Writer, stand_on


def gone(writer: Writer, first: int = 1) -> Range:
    """Give a writer's range with its bodies withheld: the links hold, the head is the writer's own."""
    whole = writer.range(first)
    pairs = tuple((one.header_bytes, Gone(one.digest)) for one in writer.entries[first - 1 :])
    return Range(whole.chain, whole.prev, pairs, whole.head)


def enrolling(writer: Writer, code: str, office: str = OFFICE) -> bytes:
    asked = Enrol(
        code=code,
        device=writer.device,
        name="komputer riba",
        office=office,
        founding="ab" * 32,
        nonce=secrets.token_hex(16),
        at=START,
    )
    return write_enrol(asked, writer.secret)


def test_a_body_withheld_by_a_relay_is_filled_in_by_who_has_it(stand: Stand) -> None:
    office = FoundedOffice(stand)
    victim, relay = office.device(), office.device()
    victim.write(3)
    stand.push(office.founder)
    stand.round(relay, [relay.batch(gone(victim))])
    projecting = Projecting(stand.database, lambda: START)
    projecting.all()
    told, _ = stand.round(victim)
    assert [(seq, why) for _, seq, _, why in told.verdict.not_counted] == [
        (n, "body_gone") for n in (1, 2, 3)
    ]
    stand.round(victim, [victim.batch(victim.range())], base={victim.chain: [victim.entries[-1].hash]})
    projecting.all()
    told, _ = stand.round(victim)
    assert told.verdict.not_counted == ()
    with stand.database.read() as conn:
        found = dict(rows(conn, "SELECT hash, body FROM entries WHERE chain = ?", (victim.chain,)))
        assert {one: bytes(body) for one, body in found.items()} == {
            one.hash: one.body_bytes for one in victim.entries
        }


def test_a_roster_withheld_by_a_relay_counts_once_it_is_filled_in(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    laptop.write(2)
    stand.round(laptop, [laptop.batch(gone(office.founder), laptop.range())])
    projecting = Projecting(stand.database, lambda: START)
    projecting.all()
    told, _ = stand.round(office.founder)
    assert {why for _, _, _, why in told.verdict.not_counted} == {"body_gone"}
    ends = [office.founder.entries[-1].hash]
    stand.round(office.founder, [office.founder.batch()], base={office.founder.chain: ends})
    projecting.all()
    told, _ = stand.round(laptop)
    assert told.verdict.not_counted == ()


def test_a_receipt_is_not_given_for_bodies_that_are_not_here(stand: Stand) -> None:
    office = FoundedOffice(stand)
    victim, relay = office.device(), office.device()
    victim.write(2)
    stand.round(relay, [relay.batch(gone(victim))])
    answer, _ = stand.round(victim)
    assert answer.receipt is None or victim.chain not in answer.receipt.held


def test_a_text_that_a_database_cannot_hold_stops_no_projector(stand: Stand) -> None:
    evil, good = FoundedOffice(stand, "AAA01"), FoundedOffice(stand, "ZZZ01")
    for kind in ("visit", "matter", "session", "day", "report", "tally"):
        evil.founder.write(1, kind=kind, session="a\x00b", name="\x00", version="\x00")
    good.founder.write(2)
    stand.push(evil.founder)
    stand.push(good.founder)
    Projecting(stand.database, lambda: START).all()
    with stand.database.read() as conn:
        assert rows(conn, "SELECT count(*) FROM entries WHERE counted = 2") == [(0,)]


def test_a_revoked_device_does_not_come_back_with_the_code_it_used(stand: Stand) -> None:
    laptop = Writer(stand.receiver.key)
    with stand.database.write() as conn:
        code = enrolment.make_code(conn, OFFICE, START)
    first = enrolling(laptop, code)
    stand.receiver.enrol(first)
    with stand.database.write() as conn:
        (known,) = grants.devices(conn, stand.receiver.key)
        grants.confirm(conn, known, START)
        grants.revoke(conn, grants.devices(conn, stand.receiver.key)[0], START)
    with pytest.raises(Refused, match="enrol_code_used"):
        stand.receiver.enrol(enrolling(laptop, code))
    stand.receiver.enrol(first)  # the old answer again, and nothing with it
    with stand.database.read() as conn:
        assert grants.devices(conn, stand.receiver.key)[0].state == "revoked"


def test_a_chain_belongs_to_the_office_that_opened_it_whatever_a_second_opening_says(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(1)
    stand.push(laptop)
    other = Writer(laptop.server, "JHR01", laptop.secret)
    other.write(1)
    assert other.chain == laptop.chain
    with pytest.raises(Refused, match="office_other"):
        stand.round(laptop, [laptop.batch(other.range())])
    assert stand.held().keys() == {laptop.entries[0].hash}


def test_a_device_that_may_pull_nothing_gets_no_attachment(stand: Stand) -> None:
    laptop = stand.writer(grant="none")
    with pytest.raises(Refused, match="office_other"):
        stand.receiver.attachment_part(laptop.device, "a" * 64, 0, 100)


def test_a_vector_of_fifty_thousand_chains_finds_no_server_error(stand: Stand) -> None:
    laptop = stand.writer()
    have = {f"{n:032x}": {} for n in range(50_000)}
    answer, _ = stand.round(laptop, have=have)
    assert answer.verdict.upto == {}


def test_what_one_device_sends_never_makes_the_answers_to_others_too_long(stand: Stand) -> None:
    evil, laptop = stand.writer(), stand.writer()
    ranges = [opened_by(evil) for _ in range(1_000)]
    for at in range(0, 1_000, 250):
        last, _ = stand.round(evil, [evil.batch(*ranges[at : at + 250])])
    answer, _ = stand.round(laptop)
    assert len(answer.vector) == MOST_OF_ANYBODY
    assert {code for _, code, _ in last.refused} == {"chains_too_many"}


def opened_by(writer: Writer) -> Range:
    """Give one more chain of a device's key, of one entry."""
    new = Writer(writer.server, writer.office, writer.secret)
    new.nonce = secrets.token_bytes(16)
    new.chain = chain_of(bytes.fromhex(new.device), new.nonce)
    new.write(1)
    return new.range()


def test_a_database_opens_with_no_other_key_than_its_own(office_db: str, tmp_path: Path) -> None:
    stand_on(office_db, tmp_path).close()
    open_database(Place.of(office_db), KEYS).close()
    other = Keys(b"benih pejabat negeri orang lain.")
    for make in (True, False):
        with pytest.raises(Refused, match="state_key_other"):
            open_database(Place.of(office_db), other, make=make)
    stand_on(office_db, tmp_path).close()
