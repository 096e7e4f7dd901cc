"""A device becomes known by a one-time code, waits for a person, and is granted or turned away."""

import secrets
from datetime import date

import pytest

from hbp_desktop.domain import enrol_code
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.signing import public_key
from hbp_desktop.state_office import grants
from hbp_desktop.state_office.enrolment import LIFE_S, make_code
from hbp_desktop.state_office.grants import Known
from hbp_desktop.state_office.projector import Projecting
from hbp_desktop.state_office.statements import rows, run
from hbp_desktop.sync.enrolling import Enrol, Enrolled, read_enrolled, write_enrol
from hbp_desktop.sync.messages import fingerprint
from hbp_desktop.usecases.fingerprints import words_of
from tests.state_office.offices import FoundedOffice
from tests.state_office.stands import OFFICE, START, Stand, Writer

FOUNDING, OTHER = "ab" * 32, "cd" * 32
TODAY = date(2026, 11, 24)


class Laptop:
    """A device that asks to enrol."""

    def __init__(self, stand: Stand, founding: str = FOUNDING, name: str = "Komputer riba kaunter 1") -> None:
        self.stand, self.secret = stand, secrets.token_bytes(32)
        self.key = public_key(self.secret).hex()
        self.founding, self.name = founding, name

    def ask(self, code: str, office: str = OFFICE, nonce: str = "11" * 16) -> Enrol:
        return Enrol(code, self.key, self.name, office, self.founding, nonce, START)

    def enrol(self, code: str, office: str = OFFICE, nonce: str = "11" * 16) -> Enrolled:
        asked = self.ask(code, office, nonce)
        return read_enrolled(self.stand.receiver.enrol(write_enrol(asked, self.secret)), asked)


def code_for(stand: Stand, office: str = OFFICE) -> str:
    with stand.database.write() as conn:
        return make_code(conn, office, stand.clock())


def known(stand: Stand, of: Laptop) -> Known:
    with stand.database.read() as conn:
        return grants.find(conn, stand.receiver.key, of.key)


def confirm(stand: Stand, of: Laptop, accept: bool = False) -> None:
    one = known(stand, of)
    with stand.database.write() as conn:
        grants.confirm(conn, one, stand.clock(), accept)


def greet(stand: Stand, of: Laptop) -> str:
    """Ask as this laptop; gives the refusal's code, "" where it is let in."""
    writer = Writer(stand.receiver.key, secret=of.secret, n=stand.clock.now)
    stand.clock.now += 1
    try:
        stand.round(writer)
    except Refused as refused:
        return refused.code
    return ""


def pinned(stand: Stand) -> list[str]:
    with stand.database.read() as conn:
        return [founding.hex() for (founding,) in rows(conn, "SELECT founding FROM offices")]


def refusal(of: Laptop, code: str, office: str = OFFICE) -> str:
    with pytest.raises(Refused) as refused:
        of.enrol(code, office)
    return refused.value.code


def test_a_device_with_a_code_waits_until_it_is_confirmed(stand: Stand) -> None:
    laptop = Laptop(stand)
    answer = laptop.enrol(code_for(stand))
    assert (answer.server, answer.writer) == (stand.receiver.key, stand.keys.writer_key)
    assert known(stand, laptop).state == "waiting"
    assert greet(stand, laptop) == "device_waiting"
    confirm(stand, laptop)
    assert (known(stand, laptop).state, known(stand, laptop).grant) == ("confirmed", "own")
    assert greet(stand, laptop) == ""


def test_both_ends_show_the_same_six_words(stand: Stand) -> None:
    laptop = Laptop(stand)
    answer = laptop.enrol(code_for(stand))
    assert known(stand, laptop).words == words_of(fingerprint(answer.server, laptop.key).hex())
    assert len(set(known(stand, laptop).words.split())) == 6


def test_the_same_request_again_gets_the_very_same_answer_even_after_the_code_ran_out(stand: Stand) -> None:
    laptop, code = Laptop(stand), code_for(stand)
    data = write_enrol(laptop.ask(code), laptop.secret)
    first = stand.receiver.enrol(data)
    stand.clock.now += LIFE_S + 1
    assert stand.receiver.enrol(data) == first
    with stand.database.read() as conn:
        assert rows(conn, "SELECT count(*) FROM devices") == [(1,)]


def test_a_device_that_lost_the_answer_and_asks_anew_is_answered(stand: Stand) -> None:
    laptop, code = Laptop(stand), code_for(stand)
    laptop.enrol(code)
    assert laptop.enrol(code, nonce="22" * 16).nonce == "22" * 16


def test_a_code_is_for_one_device(stand: Stand) -> None:
    code = code_for(stand)
    Laptop(stand).enrol(code)
    assert refusal(Laptop(stand), code) == "enrol_code_used"


def test_a_code_lives_a_day(stand: Stand) -> None:
    code = code_for(stand)
    stand.clock.now += LIFE_S + 1
    assert refusal(Laptop(stand), code) == "enrol_code_old"
    stand.clock.now -= 1
    Laptop(stand).enrol(code)


def test_a_code_is_for_one_office(stand: Stand) -> None:
    assert refusal(Laptop(stand), code_for(stand, "SGR01")) == "enrol_code_other_office"


def test_a_code_nobody_made_opens_nothing(stand: Stand) -> None:
    assert refusal(Laptop(stand), enrol_code.write(12_345)) == "enrol_code_unknown"


def test_any_slip_of_one_character_is_told_as_a_slip(stand: Stand) -> None:
    code = code_for(stand)
    for place, letter in enumerate(code):
        if letter != "-":
            wrong = code[:place] + ("7" if letter != "7" else "8") + code[place + 1 :]
            assert refusal(Laptop(stand), wrong) == "enrol_code_mistyped"


def test_a_code_is_read_however_it_is_typed_and_kept_as_a_hash(stand: Stand) -> None:
    code = code_for(stand)
    typed = f"  {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    assert enrol_code.read(typed) == code
    Laptop(stand).enrol(code.replace("-", ""))
    with stand.database.read() as conn:
        (kept,) = rows(conn, "SELECT code FROM codes")[0]
    assert kept == enrol_code.kept_as(code)
    assert code.replace("-", "") not in kept.upper()


def test_a_request_that_the_device_did_not_sign_is_refused(stand: Stand) -> None:
    laptop, code = Laptop(stand), code_for(stand)
    data = write_enrol(laptop.ask(code), secrets.token_bytes(32))
    with pytest.raises(Refused, match="enrol_unsigned"):
        stand.receiver.enrol(data)


def test_the_first_confirmation_pins_the_founding_and_another_is_told(stand: Stand) -> None:
    first, other = Laptop(stand), Laptop(stand, OTHER)
    for laptop in (first, other):
        laptop.enrol(code_for(stand))
    confirm(stand, first)
    assert known(stand, other).founding_differs
    with pytest.raises(Refused, match="state_founding_other"):
        confirm(stand, other)
    assert (pinned(stand), greet(stand, other)) == ([FOUNDING], "device_waiting")


def test_an_office_founded_anew_is_accepted_when_a_person_says_so(stand: Stand) -> None:
    first, other = Laptop(stand), Laptop(stand, OTHER)
    for laptop in (first, other):
        laptop.enrol(code_for(stand))
    confirm(stand, first)
    confirm(stand, other, accept=True)
    assert (pinned(stand), greet(stand, other)) == ([OTHER], "")
    assert known(stand, first).founding_differs


def test_another_founding_accepted_judges_everything_anew(stand: Stand) -> None:
    office, anew = FoundedOffice(stand), FoundedOffice(stand)
    for one in (office, anew):
        one.founder.write(1)
        stand.push(one.founder)
    project(stand)
    assert visits(stand) == 1
    laptop = Laptop(stand, anew.founding.hash.hex())
    laptop.enrol(code_for(stand))
    confirm(stand, laptop, accept=True)
    project(stand)
    with stand.database.read() as conn:
        (shown,) = rows(conn, "SELECT subject FROM subjects WHERE kind = 'visit'")
    assert shown[0].startswith(f"visit-{anew.founder.chain[:8]}")


def test_a_revoked_device_is_turned_away_until_it_enrols_with_a_new_code(stand: Stand) -> None:
    laptop = Laptop(stand)
    laptop.enrol(code_for(stand))
    confirm(stand, laptop)
    with stand.database.write() as conn:
        grants.revoke(conn, known(stand, laptop), stand.clock())
    assert greet(stand, laptop) == "device_revoked"
    with pytest.raises(Refused, match="state_device_revoked"):
        confirm(stand, laptop)
    laptop.enrol(code_for(stand), nonce="33" * 16)
    assert greet(stand, laptop) == "device_waiting"


def test_enrolling_again_for_the_same_office_changes_nothing_that_was_granted(stand: Stand) -> None:
    laptop = Laptop(stand)
    laptop.enrol(code_for(stand))
    confirm(stand, laptop)
    with stand.database.write() as conn:
        grants.grant(conn, known(stand, laptop), "state", date(2026, 12, 31), TODAY)
    laptop.name = "Nama baharu"
    laptop.enrol(code_for(stand), nonce="44" * 16)
    one = known(stand, laptop)
    assert (one.name, one.state, one.grant, one.names_until) == (
        "Nama baharu",
        "confirmed",
        "state",
        "2026-12-31",
    )


def test_names_are_granted_with_the_whole_state_alone_and_only_for_days_to_come(stand: Stand) -> None:
    laptop = Laptop(stand)
    laptop.enrol(code_for(stand))
    with stand.database.write() as conn, pytest.raises(Refused, match="state_device_waiting"):
        grants.grant(conn, known(stand, laptop), "own", None, TODAY)
    confirm(stand, laptop)
    one = known(stand, laptop)
    for to, until, code in (
        ("own", TODAY, "state_names_need_state"),
        ("state", date(2026, 11, 23), "state_names_past"),
        ("semua", None, "state_grant_unknown"),
    ):
        with stand.database.write() as conn, pytest.raises(Refused, match=code):
            grants.grant(conn, one, to, until, TODAY)
    with stand.database.write() as conn:
        grants.grant(conn, one, "state", TODAY, TODAY)
    assert (known(stand, laptop).grant, known(stand, laptop).names_until) == ("state", "2026-11-24")
    with stand.database.write() as conn:
        grants.grant(conn, one, "state", None, TODAY)
    assert known(stand, laptop).names_until == ""


def test_a_device_is_found_by_name_words_or_the_beginning_of_its_key(stand: Stand) -> None:
    one, other = Laptop(stand, name="Kaunter 1"), Laptop(stand, name="Kaunter 2")
    for laptop in (one, other):
        laptop.enrol(code_for(stand))
    server = stand.receiver.key
    with stand.database.read() as conn:
        for text in ("kaunter 1", known(stand, one).words, one.key[:12], one.key):
            assert grants.find(conn, server, text).key == one.key
        for text in ("Kaunter", "zzzz", one.key[:3]):
            with pytest.raises(Refused, match="state_device_unknown"):
                grants.find(conn, server, text)
    with stand.database.write() as conn:
        run(conn, "UPDATE devices SET name = 'Kaunter 1'")
    with stand.database.read() as conn, pytest.raises(Refused, match="state_device_several"):
        grants.find(conn, server, "Kaunter 1")


def project(stand: Stand) -> None:
    Projecting(stand.database, stand.clock).all()


def visits(stand: Stand) -> int:
    with stand.database.read() as conn:
        return int(rows(conn, "SELECT count(*) FROM subjects WHERE kind = 'visit'")[0][0])
