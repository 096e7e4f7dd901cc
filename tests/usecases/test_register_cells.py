"""Cells as many hands write them: dates, times, kinds, numbers, groups, statuses."""

import pytest

from tests.usecases.register_keys import HEAD, codes, preview_of, said


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("24/11/2026", "2026-11-24"),
        ("24.11.2026", "2026-11-24"),
        ("24-Nov-2026", "2026-11-24"),
        ("2026/11/24", "2026-11-24"),
        ("24 NOVEMBER 2026", "2026-11-24"),
        ("Selasa, 24 November 2026", "2026-11-24"),
        ("24hb November 2026", "2026-11-24"),
        ("November 24, 2026", "2026-11-24"),
        ("24 Nov. 2026", "2026-11-24"),
        ("1 Dis 2026", "2026-12-01"),
        ("3 Ogos 2026", "2026-08-03"),
        ("24/11/2026 09:05:00", "2026-11-24"),
        ("2026-11-24T09:05", "2026-11-24"),
        ("46350", "2026-11-24"),
        ("24/11/26", "2026-11-24"),
        ("24/11", "2026-11-24"),
        ("24 Nov", "2026-11-24"),
    ],
)
def test_dates_are_read_in_many_hands(typed: str, iso: str) -> None:
    shown = preview_of(HEAD + f'"{typed}",1,Ali,,aduan,Lewat\n')
    assert said(shown, "date") == [iso]
    assert not shown.invalid


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("11/24/2026", "date_impossible"),
        ("29/02/2026", "date_impossible"),
        ("0/1/2026", "date_impossible"),
        ("semalam", "date_unreadable"),
        ("24 Foo 2026", "date_unreadable"),
        ("", "date_missing"),
        ("-", "date_missing"),
    ],
)
def test_dates_that_are_none_keep_the_line_out(typed: str, code: str) -> None:
    lines = "24/11/2026,1,Ali,,aduan,Lewat\n" * 4
    shown = preview_of(HEAD + lines + f"{typed},2,Abu,,aduan,Lewat\n")
    assert [one.code for one in shown.invalid] == [code]


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("09:05", "09:05"),
        ("9.05 pagi", "09:05"),
        ("9:05 AM", "09:05"),
        ("9.05am", "09:05"),
        ("12.10 tengah hari", "12:10"),
        ("2.30 petang", "14:30"),
        ("2.30 ptg", "14:30"),
        ("9.05 pg", "09:05"),
        ("0905", "09:05"),
        ("09:05:33", "09:05"),
        ("jam 9.05 pagi", "09:05"),
        ("9.3", "09:30"),
        ("0.378472222", "09:05"),
        ("24/11/2026 09:05", "09:05"),
        ("12.10 t/hari", "12:10"),
    ],
)
def test_times_are_read_in_many_hands(typed: str, clock: str) -> None:
    shown = preview_of(f"Tarikh,Masa,Nama,Jenis,Butiran\n24/11/2026,{typed},Ali,aduan,Lewat\n")
    assert said(shown, "time") == [clock]
    assert codes(shown) == []


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("ADUAN ", "aduan"),
        ("Adn.", "aduan"),
        ("aduan (kelewatan)", "aduan"),
        ("Pertanyan", "pertanyaan"),
        ("Application", "permohonan"),
        ("Request", "permohonan"),
        ("Khidmat nasihat", "perkhidmatan"),
        ("Terima kasih", "penghargaan"),
        ("Aduan/Cadangan", ""),
        ("bukan aduan", ""),
        ("Rayuan hantu", ""),
        ("=aduan+cadangan", ""),
        ("???", ""),
        ("3", ""),
    ],
)
def test_kinds_are_read_with_near_misses_but_not_with_guesses(typed: str, kind: str) -> None:
    shown = preview_of(HEAD + f"24/11/2026,1,Ali,,{typed},Lewat\n")
    assert said(shown, "kind") == [kind or None]
    assert [one.code for one in shown.invalid] == ([] if kind else ["kind_unknown"])


@pytest.mark.parametrize(
    ("typed", "queue", "code"),
    [
        ("007", "7", ""),
        (" 7", "7", ""),
        ("7.0", "7", ""),
        ("No. 7", "7", ""),
        ("A-021", "A-021", ""),
        ("A021", "A-021", ""),
        ("a 21", "A-021", ""),
        ("", None, ""),
        ("-3", None, "queue_negative"),
        ("1e400", None, "queue_not_a_number"),
        ("A/B?", None, "queue_not_a_number"),
        ("7.5", None, "queue_not_a_number"),
        ("٧", None, "queue_not_a_number"),
    ],
)
def test_queue_numbers_are_canonical(typed: str, queue: str | None, code: str) -> None:
    shown = preview_of(HEAD + f"24/11/2026,{typed},Ali,,aduan,Lewat\n")
    assert said(shown, "queue") == [queue]
    assert [one.code for one in shown.invalid] == ([code] if code else [])


def test_several_groups_in_one_cell_and_an_agency_in_the_status() -> None:
    shown = preview_of(
        "Tarikh,Nama,Kumpulan Sasar,Jenis,Butiran,Status\n"
        '24/11/2026,Ali,"Warga Emas, OKU",aduan,Lewat,Dirujuk kepada Zakat Selangor\n'
        "24/11/2026,Abu,Ibu/Bapa Tunggal,aduan,Lewat,Dirujuk agensi lain\n"
        "24/11/2026,Siti,B40,aduan,Lewat,entah\n"
    )
    assert said(shown, "groups") == [["oku", "warga_emas"], ["ibu_tunggal"], None]
    assert [matter.fields["outcome"] for visit in shown.visits[:2] for matter in visit.matters] == [
        {"status": "referred", "agency": "Zakat Selangor"},
        {"status": "referred"},
    ]
    assert codes(shown) == ["group_unknown", "status_unknown"]
