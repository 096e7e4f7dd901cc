"""The state writes in an office's journal: replies, steps, days, lines of lists; as laptops read them."""

from datetime import date
from typing import Any

import pytest

from hbp_desktop.domain.chain import is_head_signed
from hbp_desktop.domain.errors import Invalid, Refused
from hbp_desktop.domain.reference import make_reference
from hbp_desktop.state_office import identity, saying
from hbp_desktop.state_office.pen import ACTOR, Pen
from hbp_desktop.state_office.projector import Projecting
from hbp_desktop.state_office.saying import Row, read_rows
from hbp_desktop.state_office.statements import rows
from hbp_desktop.store.journal import Held
from tests.state_office.offices import FoundedOffice, write_on
from tests.state_office.refolding import expected, projected, standings
from tests.state_office.stands import OFFICE, Stand

TODAY = date(2026, 11, 24)


class Day:
    """An office whose laptop recorded one visit with two matters, and admitted the state."""

    def __init__(self, stand: Stand, admits: bool = True) -> None:
        self.stand, self.office = stand, FoundedOffice(stand)
        self.laptop = self.office.device()
        if admits:
            self.office.admit(stand.keys.writer_key)
        self.ref = make_reference(OFFICE, self.laptop.chain, 1)
        write_on(self.laptop, "visit", "kunjungan", [], ref=self.ref, name="Aminah")
        self.matters = [
            write_on(
                self.laptop,
                "matter",
                f"urusan-{n}",
                [],
                visit="kunjungan",
                order=n,
                kind="aduan",
                outcome={"status": "new"},
            )
            for n in (1, 2)
        ]
        stand.push(self.office.founder)
        stand.push(self.laptop)
        self.project()

    def project(self) -> None:
        Projecting(self.stand.database, self.stand.clock).all()

    def reply(self, **more: Any) -> str:
        with self.stand.database.write() as conn:
            pen = Pen.take_up(conn, self.stand.keys, OFFICE, self.stand.clock())
            found = saying.reply(pen, self.ref, TODAY, **more)
            pen.settle()
        return found

    def state(self, kind: str, subject: str) -> dict[str, Any]:
        with self.stand.database.write() as conn:
            pen = Pen.take_up(conn, self.stand.keys, OFFICE, self.stand.clock())
            return dict(pen.stand(kind, subject).state)

    def pulled(self) -> list[Held]:
        """Take what the state wrote, as the laptop does, and check its links and head."""
        _, batches = self.stand.round(self.laptop, room=1_000_000)
        found = []
        for one, entries in zip(batches[0].ranges, batches[0].entries, strict=True):
            if one.chain not in (self.laptop.chain, self.office.founder.chain):
                assert is_head_signed(one.head, bytes.fromhex(self.stand.keys.writer_key))
                found += [Held(entry, True) for entry in entries]
        return found


def test_a_reply_moves_the_matter_as_a_laptop_would(stand: Stand) -> None:
    day = Day(stand)
    day.reply(number=2, status="in_progress", text="Sila hubungi keluarga itu dahulu.\nTerima kasih.")
    assert day.state("matter", "urusan-2") == {
        "visit": "kunjungan",
        "order": 2,
        "kind": "aduan",
        "outcome": {"status": "in_progress", "date": "2026-11-24"},
        "state_reply": {"date": "2026-11-24", "text": "Sila hubungi keluarga itu dahulu.\nTerima kasih."},
    }
    (held,) = day.pulled()
    header = held.entry.header
    assert (header.action, header.actor, header.parents) == ("moved", ACTOR, (day.matters[1].named(),))
    assert held.entry.body()["reason"] == "Sila hubungi keluarga itu dahulu. Terima kasih."


def test_what_the_state_wrote_counts_and_is_projected(stand: Stand) -> None:
    day = Day(stand)
    day.reply(number=1, status="settled")
    day.project()
    with stand.database.read() as conn:
        table, counts = expected(conn)
        assert (projected(conn), standings(conn)) == (table, counts)
        assert all(counts.values())


def test_one_chain_an_office_goes_on_from_reply_to_reply_and_from_process_to_process(stand: Stand) -> None:
    day, beside = Day(stand), stand.again()
    day.reply(number=1, status="in_progress")
    day.reply(number=1, status="settled")
    day.stand = beside
    day.reply(number=2, text="Baik.")
    beside.close()
    day.stand = stand
    with stand.database.read() as conn:
        query = "SELECT seq FROM entries e JOIN chains c ON c.chain = e.chain WHERE c.device = ? ORDER BY seq"
        assert [seq for (seq,) in rows(conn, query, (stand.keys.writer_key,))] == [1, 2, 3]
        count, tips = rows(
            conn,
            """SELECT c.entries, (SELECT count(*) FROM tips t WHERE t.chain = c.chain)
               FROM chains c WHERE c.device = ?""",
            (stand.keys.writer_key,),
        )[0]
    assert (count, tips) == (3, 1)


def test_after_an_older_copy_came_back_the_state_begins_a_new_chain(stand: Stand) -> None:
    day = Day(stand)
    day.reply(number=1, status="in_progress")
    with stand.database.write() as conn:
        identity.begin_anew(conn, stand.clock())
    day.reply(number=1, status="settled")
    with stand.database.read() as conn:
        found = rows(conn, "SELECT chain, before FROM chains WHERE device = ?", (stand.keys.writer_key,))
    assert len(found) == 2
    (first,) = [chain for chain, before in found if before is None]
    assert [before for _, before in found if before] == [first]


def test_where_the_office_has_not_let_the_state_in_nothing_is_written(stand: Stand) -> None:
    day = Day(stand, admits=False)
    with pytest.raises(Refused, match="state_not_admitted"):
        day.reply(number=1, status="settled")
    with stand.database.read() as conn:
        assert not rows(conn, "SELECT 1 FROM chains WHERE device = ?", (stand.keys.writer_key,))


def test_a_step_that_is_none_is_refused_by_the_laptops_own_rule(stand: Stand) -> None:
    day = Day(stand)
    for status, agency, code in (
        ("closed", "", "step_not_allowed"),
        ("referred", "", "agency_missing"),
        ("selesai", "", "step_not_allowed"),
    ):
        with pytest.raises(Invalid) as invalid:
            day.reply(number=1, status=status, agency=agency)
        assert [one.code for one in invalid.value.problems] == [code]


def test_a_reply_is_judged_on_what_arrived_last_even_if_it_waits_to_be_projected(stand: Stand) -> None:
    day = Day(stand)
    closed = write_on(day.laptop, "matter", "urusan-1", [day.matters[0]], outcome={"status": "settled"})
    stand.push(day.laptop)
    day.reply(number=1, status="closed")
    (held,) = day.pulled()
    assert held.entry.header.parents == (closed.named(),)


def test_a_visit_with_several_matters_asks_which(stand: Stand) -> None:
    day = Day(stand)
    with pytest.raises(Refused, match="state_matter_several") as several:
        day.reply(status="settled")
    assert several.value.values["numbers"] == "1, 2"
    for ref, code in (
        (make_reference(OFFICE, day.laptop.chain, 2), "state_matter_unknown"),
        ("SGR06-XXXX-22222", "reference_mistyped"),
        ("apa", "reference_unreadable"),
    ):
        day.ref = ref
        with pytest.raises(Refused, match=code):
            day.reply(number=1, status="settled")


def test_nothing_to_say_and_what_is_sealed_are_refused(stand: Stand) -> None:
    day = Day(stand)
    with pytest.raises(Refused, match="state_reply_empty"):
        day.reply(number=1, text="  \n ")
    sealed = {"how": "sealed", "why": "integrity"}
    write_on(day.laptop, "matter", "urusan-1", [day.matters[0]], guarded=sealed)
    stand.push(day.laptop)
    with pytest.raises(Refused, match="state_reply_sealed"):
        day.reply(number=1, text="Sudah disiasat.")
    day.reply(number=1, status="in_progress")
    (held,) = day.pulled()
    assert held.entry.body()["fields"] == {"outcome": {"status": "in_progress", "date": "2026-11-24"}}


def test_a_day_of_the_calendar_is_the_same_record_as_the_offices_own(stand: Stand) -> None:
    day = Day(stand)
    with stand.database.write() as conn:
        pen = Pen.take_up(conn, stand.keys, OFFICE, stand.clock())
        saying.set_day(pen, date(2026, 12, 11), False, "Hari keputeraan Sultan")
        with pytest.raises(Invalid):
            saying.set_day(pen, date(2026, 12, 12), False, "  ")
        pen.settle()
    assert day.state("calendar", f"calendar:{OFFICE}:2026-12-11") == {
        "date": "2026-12-11",
        "working": False,
        "note": "Hari keputeraan Sultan",
        "withdrawn": False,
    }


def test_lines_of_lists_are_changed_added_and_taken_away(stand: Stand) -> None:
    day = Day(stand)
    text = '[{"what": "services", "code": "BWE", "values": {"name": "Bantuan Warga Emas"}}]'
    away = Row("services", "BKK", None)
    with stand.database.write() as conn:
        pen = Pen.take_up(conn, stand.keys, OFFICE, stand.clock())
        for row in (*read_rows(text), away):
            saying.set_row(pen, row)
        pen.settle()
    assert day.state("catalogue", f"catalogue:{OFFICE}:services:BWE") == {
        "what": "services",
        "code": "BWE",
        "values": {"name": "Bantuan Warga Emas"},
        "withdrawn": False,
    }
    assert day.state("catalogue", f"catalogue:{OFFICE}:services:BKK")["withdrawn"] is True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "[1]",
        '[{"what": "services", "code": "BWE"}]',
        '[{"what": "officers", "code": "BWE", "values": {}}]',
        '[{"what": "services", "code": "B W", "values": {}}]',
        '[{"what": "services", "code": "BWE", "values": []}]',
        '[{"what": "services", "code": "BWE", "values": {"rate": 1.5}}]',
        '[{"what": "services", "code": "BWE", "values": {"rate": NaN}}]',
    ],
)
def test_a_file_of_changes_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="state_catalogue_unreadable"):
        read_rows(text)
