"""S1: an ordinary morning at Hulu Langat; 31 people bring 40 matters, typed at the counter by keyboard."""

import csv
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from hbp_desktop.domain.matter import KINDS
from hbp_desktop.domain.session import DayDraft, DutyDraft
from hbp_desktop.resources import resource
from hbp_desktop.usecases import counter, planning
from tests.conftest import OFFICER, Clock
from tests.counter_sitting import Counter, Key, plan
from tests.journeys.conftest import Found, Sit

Line = dict[str, str]
_OUTCOMES = ("Selesai", "Baharu", "Dalam tindakan", "Menunggu pelanggan", "Dirujuk agensi lain")
_KIND_STEPS = {"MyKad": 0, "MyPR": 1, "KP Lama": 2, "Pasport": 3, "UNHCR": 4, "Tiada dokumen": 5}


def test_an_ordinary_morning_by_keyboard(found_office: Found, at_counter: Sit, clock: Clock) -> None:
    clock.now = clock.now.replace(hour=9, minute=0)
    office = found_office("SGR06")
    session = plan(
        office,
        number="4",
        year="2026",
        counters="3",
        days=(DayDraft(date="2026-11-24", start="9:00", end="12:00", place="Dewan Serbaguna"),),
        duties=(DutyDraft(officer=OFFICER, counter="1"),),
    )
    at = at_counter(office)
    for visitor in visitors():
        clock.move(minutes=5)
        serve(at, visitor)
    assert at.totals() == (31, 40)
    shown = {kind: at.page.today.totals.kinds[kind].number() for kind in KINDS}
    assert shown == {
        "aduan": 9,
        "cadangan": 4,
        "pertanyaan": 12,
        "permohonan": 0,
        "perkhidmatan": 15,
        "penghargaan": 0,
    }
    figures = counter.today(office, session).figures
    assert figures["sex"].count("L") == 9
    assert figures["sex"].count("P") == 22
    assert figures.headline("not_citizens") == 2
    assert figures.headline("proxied_visits") == 1
    assert figures["status"].count("settled") == 23
    assert figures["status"].count("in_progress") == 10
    assert planning.session(office, session).due == date(2026, 12, 1)
    assert [day.isoformat() for day in counter.complaint_clocks(office, date(2026, 11, 24))] == [
        "2026-11-25",
        "2026-11-27",
        "2026-12-16",
    ]
    assert len({row.ref for row in counter.today(office, session, rows=50).rows}) == 31


def visitors() -> Iterator[list[Line]]:
    """Give the register's lines, those of one queue number together."""
    path = resource("samples", "register-hulu-langat-2026-11-24.csv")
    with path.open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["Jenis Urusan"]]
    for _, group in groupby(lines, key=lambda line: line["No. Giliran"]):
        yield list(group)


def serve(at: Counter, lines: list[Line]) -> None:
    """Type one visitor and save."""
    first = lines[0]
    at.press(Key.Key_F5).alt("e").press(Key.Key_Right, times=_KIND_STEPS[first["Jenis Pengenalan"]])
    number = first["No. Kad Pengenalan / Pasport"]
    if number:
        at.alt("n").type(number)
    if first["Jenis Pengenalan"] not in ("MyKad", "KP Lama"):
        at.press(Key.Key_Tab).type(first["Warganegara"]).press(Key.Key_Escape)
    if at.page.client.birth.sex.value() == "":
        at.page.client.birth.edit()
        at.press(Key.Key_Tab).press(Key.Key_Space)
        if first["Jantina"] == "Lelaki":
            at.press(Key.Key_Right)
    at.alt("m").type(first["Nama Pelanggan"]).alt("t").type(first["Telefon"])
    at.alt("a").type(first["Alamat"]).alt("k").type(first["Poskod"])
    if first["Nama Wakil"]:
        at.page.client.proxied.setFocus()
        at.press(Key.Key_Space).press(Key.Key_Tab, times=2).type(first["Nama Wakil"])
        at.press(Key.Key_Tab).type(first["Hubungan Wakil"])
    for place, line in enumerate(lines):
        matter(at, line, place > 0)
    saved = len(at.rows())
    at.ctrl(Key.Key_Return)
    assert len(at.rows()) == saved + 1, at.banner("save")


def matter(at: Counter, line: Line, further: bool) -> None:
    """Type one matter."""
    at.alt("u" if further else "j")
    at.type(dict(zip(KINDS, "actmph", strict=True))[line["Jenis Urusan"].lower()])
    at.alt("r").type(line["Perkhidmatan / Kategori"]).press(Key.Key_Escape)
    at.alt("b").type(line["Butiran"]).alt("d").type(line["Tindakan Serta-merta"])
    at.alt("l").press(Key.Key_Left)
    at.press(Key.Key_Right, times=_OUTCOMES.index(line["Status"]))
    if line["Status"].startswith("Dirujuk"):
        at.press(Key.Key_Tab).type("Majlis Perbandaran")
