"""What was pushed is judged by its office's roster and folded, in any order, however often interrupted."""

import random
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.entry import Entry
from hbp_desktop.state_office import projector, standing
from hbp_desktop.state_office.projector import Projecting, Projector, waiting
from hbp_desktop.state_office.statements import rows
from tests.state_office.offices import FoundedOffice, garble, write_on
from tests.state_office.refolding import expected, projected, standings
from tests.state_office.stands import Stand, Writer


def project(stand: Stand, batch: int = 400) -> int:
    return Projecting(stand.database, stand.clock, batch).all()


def assert_whole(stand: Stand) -> None:
    """Hold table and standings against everything worked out anew."""
    with stand.database.read() as conn:
        table, counts = expected(conn)
        assert projected(conn) == table
        assert standings(conn) == counts
        assert waiting(conn) == 0


def why(stand: Stand, *entries: Entry) -> list[str]:
    """Tell why these entries do not count, "" where they do."""
    with stand.database.read() as conn:
        found = dict(rows(conn, "SELECT hash, counted FROM entries"))
    return [standing.WHY.get(found[one.hash], "") for one in entries]


def shown(stand: Stand) -> dict[str, str]:
    with stand.database.read() as conn:
        return dict(rows(conn, "SELECT subject, state FROM subjects WHERE kind = 'visit'"))


def test_what_a_device_of_the_roster_wrote_is_shown(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    laptop.write(3, name="Aminah")
    stand.push(laptop)
    with stand.database.read() as conn:
        assert waiting(conn) == 4  # three visits and the roster
    assert project(stand) == len(office.founder.entries) + 3
    assert set(shown(stand).values()) == {'{"name":"Aminah"}'}
    assert_whole(stand)


def test_what_waits_is_told_as_not_judged_yet(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    laptop.write(2)
    assert stand.push(laptop).verdict.upto[laptop.chain] == 0
    project(stand)
    laptop.write(1)
    verdict = stand.push(laptop).verdict
    assert (verdict.upto[laptop.chain], verdict.not_counted) == (2, ())


def test_a_device_the_roster_does_not_know_is_held_uncounted_and_told(stand: Stand) -> None:
    office = FoundedOffice(stand)
    stranger = office.device(admitted=False)
    (entry,) = stranger.write(1)
    stand.push(office.founder)
    stand.push(stranger)
    project(stand)
    assert shown(stand) == {}
    verdict = stand.round(stranger)[0].verdict
    assert verdict.not_counted == ((stranger.chain, 1, entry.hash, "device_not_admitted"),)
    assert verdict.upto[stranger.chain] == 1


def test_a_later_admission_brings_in_what_was_held(stand: Stand) -> None:
    office = FoundedOffice(stand)
    stranger = office.device(admitted=False)
    stranger.write(5)
    stand.push(office.founder)
    stand.push(stranger)
    project(stand)
    office.admit(stranger.device)
    stand.push(office.founder)
    project(stand)
    assert len(shown(stand)) == 5
    assert_whole(stand)


def test_beyond_the_heads_of_a_revocation_entries_are_held_for_a_person_to_look_at(stand: Stand) -> None:
    office = FoundedOffice(stand)
    lost = office.device()
    some = lost.write(4)
    stand.push(office.founder)
    stand.push(lost)
    project(stand)
    assert len(shown(stand)) == 4
    office.revoke(lost, upto=2)
    stand.push(office.founder)
    project(stand)
    assert why(stand, *some) == ["", "", "device_revoked", "device_revoked"]
    assert len(shown(stand)) == 2
    assert_whole(stand)


def test_a_head_that_arrives_after_the_revocation_lets_what_leads_to_it_count(stand: Stand) -> None:
    office = FoundedOffice(stand)
    lost = office.device()
    first = lost.write(2)
    later = lost.write(2)
    office.revoke(lost, upto=3)
    stand.push(office.founder)
    stand.round(lost, [lost.batch(lost.range(1, 2))])
    project(stand)
    assert why(stand, *first) == ["device_revoked"] * 2
    stand.round(lost, [lost.batch(lost.range(3, 4))])
    project(stand)
    assert why(stand, *first, *later) == ["", "", "", "device_revoked"]
    assert_whole(stand)


def test_the_roster_may_come_last(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    laptop.write(3)
    stand.push(laptop)
    project(stand)
    assert shown(stand) == {}
    stand.push(office.founder)
    project(stand)
    assert len(shown(stand)) == 3
    assert_whole(stand)


def test_what_cannot_be_read_or_is_newer_is_held_and_named(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    good = laptop.write(1, subject="kunjungan", name="Ali")[0]
    newer = write_on(laptop, "visit", "kunjungan", [good], v=2, name="Abu")
    broken = garble(laptop, "visit", "lain")
    stand.push(laptop)
    project(stand)
    assert why(stand, good, newer, broken) == ["", "newer", "body_unreadable"]
    assert shown(stand) == {"kunjungan": '{"name":"Ali"}'}
    assert_whole(stand)


def test_a_roster_change_by_who_may_not_make_it_counts_for_nothing(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    laptop.write(2)
    forged = office.enact(
        {f"device.{laptop.device}": {"state": "revoked", "heads": {}}}, secret=bytes(range(32))
    )
    stand.push(office.founder)
    stand.push(laptop)
    project(stand)
    assert why(stand, forged) == ["roster_not_lawful"]
    assert len(shown(stand)) == 2
    assert_whole(stand)


def test_no_office_reaches_another_ones_subjects(stand: Stand) -> None:
    ours, theirs = FoundedOffice(stand), FoundedOffice(stand, "SGR01")
    for office, name in ((ours, "kita"), (theirs, "mereka")):
        laptop = office.device()
        stand.push(office.founder)
        laptop.write(1, subject="sama", name=name)
        stand.push(laptop)
    project(stand)
    with stand.database.read() as conn:
        found = dict(rows(conn, "SELECT office, state FROM subjects WHERE subject = 'sama'"))
    assert found == {"SGR06": '{"name":"kita"}', "SGR01": '{"name":"mereka"}'}
    assert_whole(stand)


def test_the_day_a_subject_was_first_counted_is_never_reset(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    first = laptop.write(1, subject="kunjungan")[0]
    stand.push(laptop)
    project(stand)
    before = stand.clock.now
    stand.clock.now += 86_400
    write_on(laptop, "visit", "kunjungan", [first], name="Siti")
    stand.push(laptop)
    project(stand)
    with stand.database.read() as conn:
        assert rows(conn, "SELECT since FROM subjects WHERE kind = 'visit'") == [(before,)]


def test_a_kill_before_the_commit_leaves_everything_to_do(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    laptop.write(4)
    stand.push(laptop)
    projecting = Projecting(stand.database, stand.clock, 3)

    def killed() -> None:
        with stand.database.write() as conn:
            assert projecting._project(conn, office.code) == 3
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        killed()
    assert shown(stand) == {}
    projecting.all()
    assert_whole(stand)


def test_two_processes_project_at_once(stand: Stand) -> None:
    offices = [FoundedOffice(stand, code) for code in ("SGR06", "SGR01", "SGR02")]
    beside = stand.again()
    for office in offices:
        laptop = office.device()
        stand.push(office.founder)
        laptop.write(30, subject="berebut")
        laptop.write(30)
        stand.push(laptop)
    both = [
        threading.Thread(target=Projecting(one.database, one.clock, 5).all) for one in (stand, beside, stand)
    ]
    for one in both:
        one.start()
    for one in both:
        one.join()
    project(stand)
    beside.close()
    assert_whole(stand)


def test_the_thread_projects_what_arrives_and_ends_when_told(stand: Stand) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    done = threading.Event()

    class Watched(Projecting):
        def some(self, of: str) -> int:
            found = super().some(of)
            if len(shown(stand)) == 2:
                done.set()
            return found

    running = Projector(stand.database, stand.clock)
    running._projecting = Watched(stand.database, stand.clock)
    running.start()
    stand.push(office.founder)
    laptop.write(2)
    stand.push(laptop)
    running.nudge()
    assert done.wait(30)
    running.stop()
    assert_whole(stand)


class Life:
    """Offices that live at random: devices join, write on one another's records, are revoked, push late."""

    def __init__(self, stand: Stand, seed: int) -> None:
        self.stand, self.chance = stand, random.Random(seed)
        self.offices = [FoundedOffice(stand, code) for code in ("SGR06", "SGR01")]
        self.devices = {
            office.code: [office.device(), office.device(admitted=False)] for office in self.offices
        }
        self.written: dict[str, list[Entry]] = {office.code: [] for office in self.offices}

    def step(self) -> None:
        office = self.chance.choice(self.offices)
        laptop = self.chance.choice(self.devices[office.code])
        act = self.chance.choice(
            (self.write, self.write, self.edit, self.push, self.push, self.roster, self.project)
        )
        act(office, laptop)

    def write(self, office: FoundedOffice, laptop: Writer) -> None:
        subject = self.chance.choice(("a", "b", "c", "d"))
        if self.chance.random() < 0.1:
            garble(laptop, "visit", subject)
            return
        entry = write_on(laptop, "visit", subject, [], **self._fields())
        self.written[office.code].append(entry)

    def edit(self, office: FoundedOffice, laptop: Writer) -> None:
        known = self.written[office.code]
        if known:
            on = self.chance.choice(known)
            same = [one for one in known if one.header.subject == on.header.subject]
            some = self.chance.sample(same, self.chance.randint(1, min(2, len(same))))
            v = 2 if self.chance.random() < 0.1 else 1
            known.append(write_on(laptop, "visit", on.header.subject, some, v, **self._fields()))

    def push(self, office: FoundedOffice, laptop: Writer) -> None:
        pusher = office.founder if self.chance.random() < 0.3 else laptop
        if pusher.sent < len(pusher.entries):
            self.stand.push(pusher)

    def roster(self, office: FoundedOffice, laptop: Writer) -> None:
        if self.chance.random() < 0.4:
            office.admit(laptop.device)
        else:
            office.revoke(laptop, upto=self.chance.randint(0, len(laptop.entries)))

    def project(self, office: FoundedOffice, _: Writer) -> None:
        Projecting(self.stand.database, self.stand.clock, self.chance.randint(1, 5)).some(office.code)

    def end(self) -> None:
        for office in self.offices:
            for one in (office.founder, *self.devices[office.code]):
                self.push(office, one)

    def _fields(self) -> dict[str, object]:
        names = self.chance.sample(("name", "town", "withdrawn"), 2)
        return {
            name: self.chance.random() < 0.5 if name == "withdrawn" else self.chance.randint(1, 3)
            for name in names
        }


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_what_was_projected_bit_by_bit_equals_everything_folded_anew(stand: Stand, seed: int) -> None:
    forget(stand)
    life = Life(stand, seed)
    for _ in range(60):
        life.step()
    life.end()
    project(stand, batch=7)
    assert_whole(stand)


def forget(stand: Stand) -> None:
    """Empty the database between examples."""
    with stand.database.write() as conn:
        for table in ("entries", "chains", "tips", "heads", "offices", "devices", "subjects"):
            projector.run(conn, f"DELETE FROM {table}")


@pytest.mark.parametrize("bug", ["a fold is not written", "a verdict is believed for ever"])
def test_the_comparison_finds_a_projector_that_forgets(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, bug: str
) -> None:
    office = FoundedOffice(stand)
    laptop = office.device()
    stand.push(office.founder)
    laptop.write(3)
    stand.push(laptop)
    if bug == "a fold is not written":
        whole = projector._write
        monkeypatch.setattr(
            projector, "_write", lambda conn, of, some, now: whole(conn, of, list(some)[1:], now)
        )
    else:
        monkeypatch.setattr(standing.Judge, "doubt_office", lambda *_: None)
        project(stand)
        office.revoke(laptop)
        stand.push(office.founder)
    project(stand)
    with pytest.raises(AssertionError):
        assert_whole(stand)
