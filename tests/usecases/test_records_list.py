"""The list of records, its filters, and two people writing one record at once."""

from dataclasses import replace
from datetime import date

import pytest

from hbp_desktop.domain.errors import Invalid, Refused
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.usecases import counter, planning, record_list, records
from hbp_desktop.usecases.office import Office
from tests.usecases.drafts import matter, visit


def test_a_row_has_the_status_furthest_from_done_and_the_next_deadline(
    office: Office, session: Session
) -> None:
    counter.record(
        office, visit(session, matter(status="in_progress"), matter("pertanyaan", status="settled"))
    )
    (row,) = record_list.list_page(office, Filter()).rows
    assert row.status == "in_progress"
    assert row.due is not None
    assert row.due.date == date(2026, 11, 25)


def test_an_open_urgent_matter_stands_before_every_status(office: Office, session: Session) -> None:
    urgent = matter(urgent="violence", action="Polis dimaklumkan 9.05 pagi")
    made = counter.record(office, visit(session, urgent, matter("pertanyaan")))
    assert record_list.list_page(office, Filter()).rows[0].status == record_list.URGENT
    records.move(office, made.matters[0].id, "settled")
    assert record_list.list_page(office, Filter()).rows[0].status == "new"


def test_pages_follow_each_other_by_key_without_gap_or_repetition(office: Office, session: Session) -> None:
    made = [counter.record(office, visit(session, name=f"Pelanggan {n}", id_kind="")).id for n in range(7)]
    found, after = [], None
    while True:
        page = record_list.list_page(office, Filter(), after, limit=3)
        found += [row.visit.id for row in page.rows]
        after = page.after
        if after is None:
            break
    assert found == made[::-1]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (Filter(since="09:00", until="09:30"), ["A"]),
        (Filter(since="09:30"), ["B"]),
        (Filter(date="2026-11-24"), ["A"]),
        (Filter(date="2026-11-25"), ["B"]),
        (Filter(clock="ack"), ["A"]),
        (Filter(clock="reply"), ["A", "B"]),
        (Filter(kind="cadangan"), []),
        (Filter(counter="2"), ["B"]),
        (Filter(channel="telephone"), ["B"]),
    ],
)
def test_filters_ask_about_time_day_clock_kind_counter_and_channel(
    office: Office, session: Session, asked: Filter, names: list[str]
) -> None:
    counter.record(office, visit(session, name="A", id_kind="", time="09:29"))
    other = visit(session, name="B", id_kind="", time="09:30", counter="2", channel="telephone")
    made = counter.record(office, replace(other, date="2026-11-25", kept={"date_not_the_day": "lewat"}))
    records.stop_clock(office, made.matters[0].id, "ack")
    assert sorted(row.visit.name for row in record_list.list_page(office, asked).rows) == names
    assert records.amounts(office, asked)[0] == len(names)


def test_a_search_alone_finds_a_reference_by_its_last_five_characters(
    office: Office, session: Session
) -> None:
    made = counter.record(office, visit(session))
    counter.record(office, visit(session, name="Lain", id_kind=""))
    found = record_list.list_page(office, Filter(text=made.ref[-5:])).rows
    assert [row.visit.id for row in found] == [made.id]


def test_a_correction_on_an_old_opening_never_loses_the_other_write(office: Office, session: Session) -> None:
    made = counter.record(office, visit(session, phone="0190000012"))
    mine, theirs = records.open_record(office, made.id), records.open_record(office, made.id)
    draft = VisitDraft.of(made)
    records.correct(office, theirs, replace(draft, phone="0190000021", queue="A-021"), "disemak")
    records.correct(office, mine, replace(draft, phone="0190000099", counter="3"), "disemak semula")
    now = records.open_record(office, made.id)
    assert (now.visit.queue, now.visit.counter) == ("A-021", "3")
    (clash,) = now.clashes
    assert clash.name == "phone"
    assert {version.value for version in clash.versions} == {"0190000021", "0190000099"}
    assert record_list.list_page(office, Filter()).rows[0].visit.phone == clash.versions[-1].value


def test_deciding_a_clash_is_a_correction_and_settles_it(office: Office, session: Session) -> None:
    made = counter.record(office, visit(session, phone="0190000012"))
    mine, theirs = records.open_record(office, made.id), records.open_record(office, made.id)
    for opened, phone in ((theirs, "0190000021"), (mine, "0190000099")):
        records.correct(office, opened, replace(VisitDraft.of(made), phone=phone), "disemak")
    both = records.open_record(office, made.id)
    records.correct(office, both, replace(VisitDraft.of(both.visit), phone="0190000077"), "diputuskan")
    assert records.open_record(office, made.id).clashes == ()


def test_a_stopped_clock_is_in_the_history_with_its_date(office: Office, session: Session) -> None:
    made = counter.record(office, visit(session))
    records.stop_clock(office, made.matters[0].id, "reply")
    newest = records.open_record(office, made.id).history[0]
    assert (newest.action, newest.fields[0].name, newest.fields[0].after) == (
        "clock_stopped",
        "reply_done",
        "2026-11-24",
    )
    with pytest.raises(Refused):
        records.stop_clock(office, made.matters[0].id, "investigate")


def test_withdrawing_without_a_reason_is_refused_and_changes_nothing(
    office: Office, session: Session
) -> None:
    made = counter.record(office, visit(session))
    with pytest.raises(Invalid):
        records.withdraw(office, "visit", made.id, "  ")
    assert records.amounts(office, Filter()) == (1, 1)


def test_a_childs_name_asks_for_a_reason_only_at_a_place_for_children(
    office: Office, session: Session
) -> None:
    child = visit(session, groups=frozenset({"kanak_kanak"}))
    home = replace(office, opened=replace(office.opened, office="SGR-RKK1"))
    assert "child_name" not in {one.code for one in counter.problems_of(office, child)}
    assert "child_name" in {one.code for one in counter.problems_of(home, child)}
    assert planning.rules(home, session.id).child_place
