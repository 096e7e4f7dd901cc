"""The counter by keyboard: typing, doubts, services, urgency, matters, saving."""
# ruff: noqa: F811 - fixtures are named where they come from

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.folded_matter import FoldedMatter
from hbp_desktop.ui.parts.chip import ToggleChip
from tests.conftest import OFFICER
from tests.counter_sitting import Counter, Key, one_visit
from tests.ui.counter_fixtures import at, office, session  # noqa: F401 - fixtures


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
    assert at.page.today.table.row().id == row.id, "the newest row is the one selected"
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
    assert at.page.matters.form.trouble("details").startswith("Butiran urusan belum diisi")
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
    assert "15999" in form.trouble("action")


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
