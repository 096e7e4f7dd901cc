"""A doubtful place and a full disk, as the window tells them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hbp_desktop.domain.place import Concern, Mount, Surroundings
from hbp_desktop.store import reserve
from hbp_desktop.ui import tasks
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.disk_watch import DiskWatch
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.wizard import Wizard
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.place_panel import PlacePanel
from hbp_desktop.ui.settings.copies_section import CopiesSection
from hbp_desktop.ui.today.needs_card import NeedsCard
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import places
from hbp_desktop.usecases.attention import needs_of
from hbp_desktop.usecases.opening import Opened
from tests.conftest import CHEAP, Clock
from tests.ui.office_desk import desk_of

REASON = "Komputer riba ini satu-satunya."


@pytest.fixture
def lies_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put every folder into a surrounding of this kind."""

    def put(kind: str) -> None:
        around = {
            "cloud": lambda root: Surroundings(str(root), synced={str(root.parent): "OneDrive"}),
            "network": lambda root: Surroundings(str(root), (Mount(str(root.parent), "cifs"),)),
            "removable": lambda root: Surroundings(str(root), (Mount(str(root.parent), "vfat", True),)),
        }[kind]
        monkeypatch.setattr(places, "surroundings", around)

    return put


@pytest.fixture
def desk(opened: Opened, clock: Clock, languages: Languages) -> Iterator[Desk]:
    desk = desk_of(opened, clock)
    yield desk
    desk.deleteLater()


def test_a_panel_says_nothing_of_a_good_place(languages: Languages) -> None:
    panel = PlacePanel("p")
    panel.show_place(None, "/rumah")
    assert panel.isHidden()
    assert panel.ready()


@pytest.mark.parametrize("kind", ["cloud", "removable"])
def test_a_reason_is_asked_for_and_must_say_something(kind: str, languages: Languages) -> None:
    panel = PlacePanel("p", own_button=True)
    panel.show_place(Concern(kind, "OneDrive"), "/rumah/hbp")  # type: ignore[arg-type]
    assert "OneDrive" in panel.banner.text()
    assert "/rumah/hbp" in panel.banner.text()
    assert not panel.ready()
    panel.edit.setText("  ok ")
    assert not panel.ready()
    panel.edit.setText(REASON)
    assert panel.ready()


def test_no_reason_is_good_enough_for_a_share(languages: Languages) -> None:
    panel = PlacePanel("p")
    panel.show_place(Concern("network", "nfs"), "/rumah/hbp")
    panel.edit.setText(REASON)
    assert not panel.ready()
    assert panel.edit.isHidden() or panel._field.isHidden()


def test_the_first_run_goes_on_only_with_a_reason_and_journals_it(
    tmp_path: Path, secrets: object, clock: Clock, languages: Languages, lies_in: Callable[[str], None]
) -> None:
    lies_in("cloud")
    door = Door(places.Paths.at(tmp_path / "baharu"), secrets, clock, CHEAP)
    wizard = Wizard(door, "ms")
    wizard.office.pose()
    assert not wizard.step().ready()
    assert "sebab" in wizard.step().why_not()
    wizard.office.place.edit.setText(REASON)
    wizard.office.place.changed.emit()
    assert wizard.step().ready()
    for _ in range(2):
        wizard.go_on()
        wizard.officer.pose()
    seats: list[object] = []
    wizard.founded.connect(seats.append)
    wizard._finish()
    for _ in range(50):
        assert tasks.wait_for_all()
        QApplication.processEvents()
        if seats:
            break
    (seat,) = seats
    with seat.office.vault.read() as conn:  # type: ignore[attr-defined]
        bodies = [bytes(body).decode() for body in conn.exec_driver_sql("SELECT body FROM entries").scalars()]
    assert [body for body in bodies if REASON in body and "place.kept" in body]
    seat.close()  # type: ignore[attr-defined]
    wizard.deleteLater()


def test_an_office_that_came_into_a_cloud_needs_a_look_until_a_reason_is_given(
    desk: Desk, lies_in: Callable[[str], None]
) -> None:
    lies_in("cloud")
    needs = [need for need in needs_of(desk.office, ()) if need.code.startswith("place")]
    assert [(need.code, need.page, need.session) for need in needs] == [
        ("place_now_cloud", "settings", "copies")
    ]
    card = NeedsCard()
    card.show_needs(tuple(needs))
    assert "OneDrive" in card._rows[0]._first.whole()
    section = CopiesSection(desk)
    section.opened()
    assert not section.place.isHidden()
    section.place.edit.setText(REASON)
    section.place.kept.emit(section.place.reason())
    assert section.place.isHidden()
    assert not [need for need in needs_of(desk.office, ()) if need.code.startswith("place")]


def test_a_nearly_full_disk_is_in_the_status_bar_and_needs_a_look(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = Frame(desk)
    watch = DiskWatch(desk.office.opened.paths, frame)
    watch.look()
    assert tasks.wait_for_all()
    assert desk.office.opened.paths.root.joinpath(reserve.NAME).exists()
    assert "Disimpan" in frame.status.accessibleName()
    monkeypatch.setattr(reserve.Reserve, "free", property(lambda _: 700_000_000))
    watch.look()
    assert "Cakera hampir penuh" in frame.status.accessibleName()
    assert "700 MB" in frame.status.accessibleName()
    assert "disk_low" in [need.code for need in needs_of(desk.office, ())]
    desk.office.opened.paths.root.joinpath(reserve.NAME).unlink()
    monkeypatch.setattr(reserve.Reserve, "free", property(lambda _: 3_000_000))
    watch.look()
    assert tasks.wait_for_all()
    assert frame.status.accessibleName().startswith("Cakera penuh")
    frame.deleteLater()
