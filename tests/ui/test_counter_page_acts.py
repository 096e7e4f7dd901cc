"""What the counter does by keyboard: undo, tally, queue, drafts, seat, slip, errors."""
# ruff: noqa: F811 - fixtures are named where they come from

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hbp_desktop.domain.dates import short_date
from hbp_desktop.domain.errors import NoRoom
from hbp_desktop.domain.session import DayDraft
from hbp_desktop.store import shelf
from hbp_desktop.ui.stuck_panel import StuckPanel
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import counter, planning, records, slips
from hbp_desktop.usecases.office import Office
from tests.conftest import OFFICER, Clock
from tests.counter_sitting import Counter, Key, Mod, one_visit, plan, sit_down
from tests.ui.counter_fixtures import at, office, session  # noqa: F401 - fixtures


def test_undo_withdraws_the_visit_and_gives_its_words_back(at: Counter) -> None:
    one_visit(at).ctrl(Key.Key_Return)
    first = at.rows()[0]
    at.ctrl(Key.Key_Z)
    assert at.rows() == []
    assert at.totals() == (0, 0)
    history = records.open_record(at.office, first.id).history
    assert ("withdrawn", "buat asal") in [(change.action, change.reason) for change in history]
    assert at.page.client.name.text() == "Salmah binti Osman"
    at.ctrl(Key.Key_Return)
    assert [row.name for row in at.rows()] == ["Salmah binti Osman"]
    assert at.rows()[0].id != first.id


def test_undo_in_a_field_takes_back_letters_first(at: Counter) -> None:
    one_visit(at).ctrl(Key.Key_Return)
    at.alt("m").type("Kavitha").ctrl(Key.Key_Z)
    assert at.page.client.name.text() == ""
    assert len(at.rows()) == 1


def test_the_tally_takes_one_key_and_can_be_undone(at: Counter) -> None:
    at.press(Key.Key_F7, times=3)
    today = counter.today(at.office, at.page.work.seat.session.id)
    assert today.figures.headline("tallies") == 3
    at.ctrl(Key.Key_Z)
    today = counter.today(at.office, at.page.work.seat.session.id)
    assert today.figures.headline("tallies") == 2


def test_queue_numbers_are_issued_served_and_left(at: Counter) -> None:
    at.press(Key.Key_F5).press(Key.Key_F5, Mod.ShiftModifier, times=2)
    assert at.page.form.base.queue == "A-001"
    assert [one.number for one in at.page.queue.waiting()] == ["A-002", "A-003"]
    at.clock.move(minutes=9)
    one_visit(at).ctrl(Key.Key_Return)
    states = {one.number: one.state for one in counter.queue(at.office, *_day(at))}
    assert states["A-001"] == "served"
    assert at.page.form.base.queue == "A-002", "the number that waited longest is next"
    assert at.page.queue._words.whole() == "menunggu 9 min"
    at.page.queue.left.emit(at.page.queue.waiting()[0])
    states = {one.number: one.state for one in counter.queue(at.office, *_day(at))}
    assert states["A-003"] == "left"


def test_typing_finds_an_earlier_visit_and_enter_takes_it(at: Counter) -> None:
    at.alt("t").type("019-000 0021").alt("a").type("12, Jalan Reko 3").alt("k").type("43000")
    at.alt("s").press(Key.Key_Space).alt("n")
    one_visit(at).ctrl(Key.Key_Return)
    at.type("610415100000")
    at.page.search.look()
    assert [match.name for match in at.page.client.matches.matches()] == ["Salmah binti Osman"]
    at.press(Key.Key_Down).press(Key.Key_Return)
    draft = at.page.form.read()
    assert (draft.name, draft.address, draft.postcode) == ("Salmah binti Osman", "12, Jalan Reko 3", "43000")
    assert draft.groups == {"warga_emas"}
    assert at.focus_name() == "phone"


def test_a_match_by_name_brings_its_number_and_showing_it_is_written_down(at: Counter) -> None:
    one_visit(at).ctrl(Key.Key_Return)
    at.alt("m").type("Salmah binti Osman")
    at.page.search.look()
    at.press(Key.Key_Down).press(Key.Key_Return)
    assert at.page.client.number.number() == "610415-10-0000"
    at.page.client.number.revealed.emit()
    with at.office.vault.read() as conn:
        acts = shelf.acts(conn, "reveal.identity")
    assert [(act["what"], act["about"]) for act in acts] == [("reveal.identity", at.rows()[0].id)]


def test_a_draft_is_kept_and_offered_back_after_the_program_died(at: Counter, office: Office) -> None:
    one_visit(at).page.drafts.keeper.keep_now()
    assert at.page.foot.saved.text() == "Deraf disimpan 9.30.00"
    again = sit_down(office, at.clock)
    assert not again.page.offer.isHidden()
    assert "Salmah binti Osman" in again.page.offer.text()
    assert again.page.client.name.text() == ""
    again.page.offer.resume.setFocus()
    again.press(Key.Key_Return)
    assert again.page.client.name.text() == "Salmah binti Osman"
    again.ctrl(Key.Key_Return)
    assert [row.name for row in again.rows()] == ["Salmah binti Osman"]
    assert counter.kept_drafts(office) == []
    again.close()


def test_a_draft_that_is_offered_is_parked_when_somebody_types_on(at: Counter, office: Office) -> None:
    one_visit(at).page.drafts.keeper.keep_now()
    again = sit_down(office, at.clock)
    again.type("900101")
    again.page.drafts.keeper.keep_now()
    kept = {slot: draft.name for slot, draft, _ in counter.kept_drafts(office)}
    assert kept == {"1": "Salmah binti Osman", "current": ""}
    again.close()


def test_drafts_are_parked_and_taken_back_by_their_slot(at: Counter) -> None:
    at.press(Key.Key_F5)
    one_visit(at).press(Key.Key_F6)
    assert at.page.client.name.text() == ""
    assert [chip.text() for chip in at.page.sticky._chips] == ["1 · A-001"]
    at.alt("m").type("Kavitha a/p Ravi").ctrl(Key.Key_F6).press(Key.Key_1)
    assert at.page.client.name.text() == "Salmah binti Osman"
    kept = {slot: draft.name for slot, draft, _ in counter.kept_drafts(at.office)}
    assert kept == {"1": "Kavitha a/p Ravi", "current": "Salmah binti Osman"}


def test_a_new_client_never_costs_the_draft(at: Counter) -> None:
    one_visit(at).press(Key.Key_F2)
    assert at.page.client.name.text() == ""
    assert [draft.name for _, draft, _ in counter.kept_drafts(at.office)] == ["Salmah binti Osman"]


def test_escape_never_leaves_the_form(at: Counter) -> None:
    one_visit(at).press(Key.Key_Escape)
    assert at.page.client.name.text() == "Salmah binti Osman"
    assert at.frame.current() is at.page


def test_the_seat_can_be_changed_by_keyboard(at: Counter) -> None:
    one_visit(at).press(Key.Key_F4)
    assert at.focus_name() == "seat.session"
    at.press(Key.Key_Tab, times=2).ctrl(Key.Key_A).type("7").ctrl(Key.Key_Return)
    assert at.page.sticky.counter.text() == "Kaunter 7"
    at.ctrl(Key.Key_Return)
    assert at.rows()[0].counter == "7"


def test_a_full_disk_keeps_the_words_says_so_and_tries_again(
    at: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_visit(at)
    record = at.page.work.record

    def full(_draft: object) -> None:
        raise NoRoom("no_room")

    monkeypatch.setattr(at.page.work, "record", full)
    at.ctrl(Key.Key_Return)
    assert "belum disimpan" in at.banner("save")
    assert at.page.client.name.text() == "Salmah binti Osman"
    assert at.page.saving.retry.isActive()
    panel = at.page.findChild(StuckPanel)
    assert panel is not None
    assert panel.isVisible()
    assert not at.page.today.isVisible()
    monkeypatch.setattr(at.page.work, "record", record)
    at.page.saving.retry.timeout.emit()
    assert at.banner("save") == ""
    assert [row.name for row in at.rows()] == ["Salmah binti Osman"]
    assert not at.page.saving.retry.isActive()
    assert at.page.today.isVisible()


def test_f8_saves_and_shows_the_slip_which_can_be_kept_as_pdf(at: Counter, tmp_path: Path) -> None:
    one_visit(at).press(Key.Key_F8)
    assert len(at.rows()) == 1
    sheet = at.page.sheet
    assert sheet is not None
    assert at.focus_name() == "slip.print"
    assert sheet.save_to(tmp_path / "slip.pdf")
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")
    at.press(Key.Key_Escape)
    assert at.page.sheet is None


def test_a_slip_names_no_client(at: Counter) -> None:
    one_visit(at).ctrl(Key.Key_S)
    pdf = slips.slip(at.office, at.rows()[0].id)
    assert b"Salmah" not in pdf
    wide, high, pixels = slips.picture(pdf, 96)
    assert len(pixels) == 3 * wide * high


def test_only_my_own_visits_when_asked(at: Counter) -> None:
    one_visit(at).ctrl(Key.Key_S)
    at.page.today.whose.set_value("mine")
    at.page.today.whose_changed.emit()
    assert len(at.rows()) == 1
    assert at.rows()[0].officer == OFFICER


def test_without_a_session_today_the_page_offers_to_plan_or_choose(
    office: Office, languages: Languages, clock: Clock
) -> None:
    other = plan(office, number="5", year="2026", days=(DayDraft(date="2026-10-24", place="Dewan"),))
    at = sit_down(office, clock)
    wanted: list[str] = []
    at.page.desk.page_wanted.connect(lambda page, _target: wanted.append(page))
    assert at.page.nothing.isVisible()
    assert not at.page.columns.isVisible()
    at.page.change_seat()
    at.ctrl(Key.Key_Return)
    assert at.page.work.seat.session.id == other
    assert "24 Oktober 2026" in at.banner("other_day")
    at.page.nothing.plan_wanted.emit()
    assert wanted == ["sessions"]
    at.close()


def test_a_session_named_by_another_page_is_where_one_sits(at: Counter) -> None:
    other = plan(at.office, number="6", year="2026", days=(DayDraft(date="2026-11-25", place="Balai"),))
    at.page.opened(planning.session(at.office, other))
    assert at.page.sticky.session.text() == "HBP Bil. 6/2026"
    assert short_date(at.page.work.seat.day.date) == "25 Nov."


def _day(at: Counter) -> tuple[str, str]:
    return at.page.work.seat.session.id, at.page.work.seat.day.id


def test_language_theme_and_scale_change_under_a_half_filled_form(at: Counter, languages: Languages) -> None:
    one_visit(at)
    languages.use("en")
    QApplication.processEvents()
    assert at.page.title() == "Counter"
    assert at.page.client.fields["name"].label() == "Full name"
    assert at.page.client.name.text() == "Salmah binti Osman"
    assert at.page.matters.form.details.toPlainText() == "Bertanya syarat bantuan."
