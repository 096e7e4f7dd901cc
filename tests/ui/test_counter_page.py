"""The counter by keyboard: typing, doubts, saving, undoing, drafts, queue, tally, cover, sheets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.dates import short_date
from hbp_desktop.domain.errors import NoRoom
from hbp_desktop.domain.session import DayDraft, DutyDraft
from hbp_desktop.ui.folded_matter import FoldedMatter
from hbp_desktop.ui.parts.chip import ToggleChip
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import counter, planning, records, slips
from hbp_desktop.usecases.office import Office
from tests.conftest import OFFICER, Clock
from tests.conftest import Office as Founded
from tests.counter_sitting import Counter, Key, Mod, plan, sit_down

DAY = DayDraft(date="2026-11-24", start="9:00", end="12:00", place="Dewan Serbaguna Bandar Baru Bangi")


@pytest.fixture
def office(founded: Founded, clock: Clock) -> Iterator[Office]:
    opened = founded.unlock()
    clock.now = clock.now.replace(hour=9, minute=30)
    yield Office.of(opened, clock)
    opened.close()


@pytest.fixture
def session(office: Office) -> str:
    return plan(
        office, number="4", year="2026", days=(DAY,), duties=(DutyDraft(officer=OFFICER, counter="2"),)
    )


@pytest.fixture
def at(office: Office, session: str, languages: Languages, clock: Clock) -> Iterator[Counter]:
    sitting = sit_down(office, clock)
    yield sitting
    sitting.close()


def one_visit(at: Counter, name: str = "Salmah binti Osman", number: str = "610415-10-0000") -> Counter:
    """Type a client and an inquiry, and stop before saving."""
    at.type(number).alt("m").type(name)
    return at.alt("j").type("t").alt("b").type("Bertanya syarat bantuan.")


def test_the_focus_starts_in_the_identity_number_and_enter_goes_on(at: Counter) -> None:
    assert at.focus_name() == "id_number"
    at.type("610415100000").press(Key.Key_Return)
    assert at.focus_name() == "birth.change"
    at.press(Key.Key_Tab)
    assert at.focus_name() == "name"


def test_the_seat_is_todays_session_with_the_officers_own_counter(at: Counter) -> None:
    assert at.page.sticky.session.text() == "HBP Bil. 4/2026"
    assert at.page.sticky.place.text() == "Dewan Serbaguna Bandar Baru Bangi"
    assert at.page.sticky.counter.text() == "Kaunter 2"


def test_a_mykad_fills_birth_date_and_sex_and_both_can_be_changed(at: Counter) -> None:
    at.type("610415100000")
    assert at.page.client.birth.sentence() == "Lahir 15 April 1961 (65 tahun) · Perempuan"
    draft = at.page.form.read()
    assert (draft.born, draft.born_how, draft.sex) == ("1961-04-15", "derived", "P")
    at.press(Key.Key_Tab).press(Key.Key_Space).type("14/04/1961")
    draft = at.page.form.read()
    assert (draft.born, draft.born_how) == ("1961-04-14", "said")


def test_the_number_is_covered_once_the_focus_has_left(at: Counter) -> None:
    at.type("610415100000").press(Key.Key_Tab)
    assert at.page.client.number.text() == "610415-10-••••"
    assert at.page.form.read().id_number == "610415100000"


def test_saving_puts_the_row_with_its_number_on_top_and_begins_the_next(at: Counter) -> None:
    said: list[str] = []
    at.page.desk.announced.connect(said.append)
    one_visit(at).ctrl(Key.Key_Return)
    row = at.rows()[0]
    assert row.name == "Salmah binti Osman"
    assert row.ref.startswith("SGR06-")
    assert said == [f"Disimpan, {row.ref}"]
    assert at.totals() == (1, 1)
    assert at.page.today.totals.kinds["pertanyaan"].number() == 1
    assert at.page.client.name.text() == ""
    assert at.focus_name() == "id_number"
    assert at.page.sticky.counter.text() == "Kaunter 2"


def test_saving_alone_leaves_the_focus_on_the_new_row(at: Counter) -> None:
    one_visit(at).ctrl(Key.Key_S)
    assert at.focus_name() == "today.rows"
    assert at.page.today.table.row().name == "Salmah binti Osman"


def test_nothing_about_a_client_stays_for_the_next(at: Counter) -> None:
    one_visit(at).alt("s").press(Key.Key_Space).alt("t").type("019-000 0021").ctrl(Key.Key_Return)
    draft = at.page.form.read()
    assert (draft.name, draft.phone, draft.id_number, draft.groups, draft.queue) == (
        "",
        "",
        "",
        frozenset(),
        "",
    )
    assert (draft.session, draft.counter, draft.officer) == (at.rows()[0].session, "2", OFFICER)


def test_a_missing_detail_is_said_at_its_field_with_the_focus_on_it(at: Counter) -> None:
    at.type("610415-10-0000").alt("j").type("a").ctrl(Key.Key_Return)
    assert at.rows() == []
    assert at.focus_name() == "details"
    assert at.page.matters.form.fields["details"].trouble().startswith("Butiran urusan belum diisi")
    assert at.banner("save").startswith("Belum disimpan: 1 perkara")
    assert at.page.client.number.number() == "610415-10-0000"
    at.type("Bayaran Oktober belum masuk").ctrl(Key.Key_Return)
    assert len(at.rows()) == 1
    assert at.banner("save") == ""


def test_a_doubtful_number_warns_and_is_kept_with_a_reason(at: Counter) -> None:
    at.type("611315-10-0000").press(Key.Key_Tab)
    assert at.trouble("identity") != ""
    reason = at.page.findChild(ToggleChip, "id_number.reason0")
    reason.setFocus()
    at.press(Key.Key_Space)
    assert at.page.form.read().kept == {"id_impossible": "Kad rosak"}
    assert at.trouble("identity") == ""
    at.alt("m").type("Salmah").alt("j").type("t").alt("b").type("x").ctrl(Key.Key_Return)
    assert at.rows()[0].kept == {"id_impossible": "Kad rosak"}


def test_a_doubtful_number_is_saved_even_without_a_reason(at: Counter) -> None:
    at.type("12345").alt("m").type("Salmah").alt("j").type("t").alt("b").type("x").ctrl(Key.Key_Return)
    assert at.rows()[0].identity is not None
    assert at.rows()[0].identity.number == "12345"


def test_a_service_is_found_by_a_part_of_its_name_and_taken_by_enter(at: Counter) -> None:
    at.alt("j").type("t").alt("r").type("penj")
    assert at.page.matters.form.service.suggestions()[0].code == "BPT"
    at.press(Key.Key_Return)
    assert at.page.form.read().matters[0].service_code == "BPT"
    assert at.focus_name() == "details"


def test_a_code_typed_and_left_by_tab_is_the_service_all_the_same(at: Counter) -> None:
    at.alt("j").type("t").alt("r").type("bwe").press(Key.Key_Tab)
    matter = at.page.form.read().matters[0]
    assert (matter.service_code, matter.service) == ("BWE", "Bantuan Warga Emas")


def test_a_service_not_in_the_catalogue_stays_as_typed(at: Counter) -> None:
    at.alt("j").type("t").alt("r").type("perkara ganjil").press(Key.Key_Return).type("x")
    matter = at.page.form.read().matters[0]
    assert (matter.service_code, matter.service) == ("", "perkara ganjil")


def test_a_complaint_shows_its_three_working_days(at: Counter) -> None:
    at.alt("j").type("a")
    hint = at.page.matters.form.kinds.accessibleDescription()
    assert hint == "Akuan 25 Nov. · Maklum balas 27 Nov. · Siasatan 16 Dis."


def test_an_urgent_service_opens_the_numbers_to_ring_and_asks_for_the_action(at: Counter) -> None:
    at.alt("j").type("a").alt("r").type("521").press(Key.Key_Return)
    form = at.page.matters.form
    assert form.is_urgent()
    assert "15999" in form.urgent.text()
    assert "019-2615999" in form.urgent.text()
    assert form.urgent.value() == "violence"
    at.page.form.judge()
    assert "15999" in form.fields["action"].trouble()


def test_urgent_by_one_key_and_not_urgent_by_the_same(at: Counter, qtbot: QtBot) -> None:
    at.alt("j").type("a").alt("g")
    qtbot.waitUntil(at.page.matters.form.is_urgent)
    at.press(Key.Key_Space)
    assert at.page.form.read().matters[0].urgent == "child"
    assert at.focus_name() == "action"
    at.alt("g")
    qtbot.waitUntil(lambda: not at.page.matters.form.is_urgent())
    assert at.page.form.read().matters[0].urgent == ""


def test_further_matters_fold_and_open_again(at: Counter) -> None:
    one_visit(at).alt("u").type("a").alt("b").type("Bayaran lambat.")
    assert [matter.kind for matter in at.page.form.read().matters] == ["pertanyaan", "aduan"]
    QApplication.processEvents()
    at.page.matters.findChild(FoldedMatter, "folded.1").setFocus()
    at.press(Key.Key_Return)
    assert at.page.matters.form.details.toPlainText() == "Bertanya syarat bantuan."
    at.ctrl(Key.Key_Return)
    assert [matter.kind for matter in at.rows()[0].matters] == ["pertanyaan", "aduan"]
    assert at.totals() == (1, 2)


def test_a_folded_matter_can_be_left_out(at: Counter) -> None:
    one_visit(at).alt("u").type("a").alt("b").type("Bayaran lambat.")
    QApplication.processEvents()
    at.page.matters.findChild(FoldedMatter, "folded.1").setFocus()
    at.press(Key.Key_Delete)
    assert [matter.kind for matter in at.page.form.read().matters] == ["aduan"]


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
    acts = [c for c in records.open_record(at.office, at.rows()[0].id).history]
    assert acts, "the record itself is unchanged and stands"


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


def test_the_cover_hides_every_client_and_nothing_is_lost(at: Counter) -> None:
    at.press(Key.Key_F5)
    one_visit(at).press(Key.Key_F9)
    assert not at.page.cover.isHidden()
    assert not at.page.columns.isVisible()
    assert not at.page.sticky.isVisible()
    at.press(Key.Key_F7).ctrl(Key.Key_Return)
    assert counter.today(at.office, at.page.work.seat.session.id).figures.headline("visits") == 0
    at.press(Key.Key_F9)
    assert at.page.cover.isHidden()
    assert at.page.client.name.text() == "Salmah binti Osman"


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
    monkeypatch.setattr(at.page.work, "record", record)
    at.page.saving.retry.timeout.emit()
    assert at.banner("save") == ""
    assert [row.name for row in at.rows()] == ["Salmah binti Osman"]
    assert not at.page.saving.retry.isActive()


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
