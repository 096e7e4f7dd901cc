"""The office's own settings and calendar reach the paper and the deadlines."""

from dataclasses import replace
from datetime import date

import pytest

from hbp_desktop.domain.errors import Invalid
from hbp_desktop.domain.office_settings import OfficeDraft
from hbp_desktop.usecases import counter, office_settings
from hbp_desktop.usecases.letterhead import letterhead
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.office_settings import OwnDay

TUESDAY = date(2026, 11, 24)


def _set(office: Office, **changed: str) -> office_settings.OpenedSettings:
    opened = office_settings.open_settings(office)
    return office_settings.change(office, opened, replace(opened.draft, **changed))


def test_what_is_set_stands_on_the_letterhead(office: Office) -> None:
    opened = _set(
        office,
        address="Aras 2, Wisma Daerah\n43000 Kajang",
        phone="03-8733 0001",
        head_name="Tuan Haji Zulkifli Hassan",
        slogans="MALAYSIA MADANI\n\n BERKHIDMAT  UNTUK NEGARA ",
    )
    letter = letterhead(office)
    assert letter.address == "Aras 2, Wisma Daerah\n43000 Kajang"
    assert (letter.phone, letter.head_name) == ("03-8733 0001", "Tuan Haji Zulkifli Hassan")
    assert letter.slogans == ("MALAYSIA MADANI", "BERKHIDMAT UNTUK NEGARA")
    assert opened.draft.slogans == "MALAYSIA MADANI\nBERKHIDMAT UNTUK NEGARA"


def test_a_setting_taken_away_falls_back_to_what_the_catalogue_knows(office: Office) -> None:
    usual = letterhead(office)
    _set(office, name="Pejabat Lain", head_name="Rohani binti Salleh")
    assert letterhead(office) != usual
    _set(office, name="", head_name="")
    assert letterhead(office) == usual


def test_the_same_settings_again_write_nothing(office: Office) -> None:
    _set(office, phone="03-8733 0001")
    with office.writing() as w:
        before = w.next_seq
    _set(office)
    with office.writing() as w:
        assert w.next_seq == before


def test_complaint_clocks_follow_the_office(office: Office) -> None:
    assert counter.complaint_clocks(office, TUESDAY) == (
        date(2026, 11, 25),
        date(2026, 11, 27),
        date(2026, 12, 16),
    )
    _set(office, ack="2", reply="5", investigate="5")
    assert counter.complaint_clocks(office, TUESDAY) == (
        date(2026, 11, 26),
        date(2026, 12, 1),
        date(2026, 12, 1),
    )


@pytest.mark.parametrize(
    ("typed", "code", "place"),
    [
        ({"ack": "0"}, "clock_days", "ack"),
        ({"reply": "esok"}, "clock_days", "reply"),
        ({"investigate": "2"}, "clocks_backwards", "investigate"),
        ({"phone": "0" * 200}, "text_too_long", "phone"),
        ({"address": "a" * 501}, "text_too_long", "address"),
    ],
)
def test_what_cannot_be_is_said_with_its_place(
    office: Office, typed: dict[str, str], code: str, place: str
) -> None:
    with pytest.raises(Invalid) as told:
        _set(office, **typed)
    assert [(problem.code, problem.place) for problem in told.value.problems] == [(code, place)]
    assert office_settings.open_settings(office).draft == OfficeDraft()


def test_the_offices_own_day_moves_a_deadline_until_it_is_dropped(office: Office) -> None:
    office_settings.keep_day(office, OwnDay(date(2026, 11, 25), False, "Banjir: pejabat ditutup"))
    assert counter.complaint_clocks(office, TUESDAY)[0] == date(2026, 11, 26)
    assert [day.note for day in office_settings.own_days(office)] == ["Banjir: pejabat ditutup"]
    office_settings.drop_day(office, date(2026, 11, 25))
    assert counter.complaint_clocks(office, TUESDAY)[0] == date(2026, 11, 25)
    office_settings.keep_day(office, OwnDay(date(2026, 11, 25), False, "Banjir lagi"))
    assert counter.complaint_clocks(office, TUESDAY)[0] == date(2026, 11, 26)


def test_an_own_day_needs_its_reason(office: Office) -> None:
    with pytest.raises(Invalid):
        office_settings.keep_day(office, OwnDay(date(2026, 11, 25), False, "  "))
    assert office_settings.own_days(office) == ()
