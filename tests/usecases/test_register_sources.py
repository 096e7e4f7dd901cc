"""Registers as programs write them: separators, encodings, quotes, workbooks, and files made to harm."""

import io
from collections.abc import Callable
from datetime import datetime, time

import pytest
import xlsxwriter

from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.register.preview import Preview, examine
from hbp_desktop.usecases import importing
from tests.usecases.register_keys import HEAD, codes, file_codes, said, setting_on


def read(data: bytes) -> Preview:
    sheet = importing.read_bytes(data, importing.vocabulary())
    mapping = importing.guess(sheet)
    return examine(sheet, mapping, importing.vocabulary(), setting_on("2026-11-24", counters=3))


def workbook(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True})
    fill(book)
    book.close()
    return packed.getvalue()


def test_quotes_line_ends_and_separators_of_many_programs() -> None:
    head = b"Tarikh,Nama,Jenis,Butiran\r\n"
    stray = read(head + b'24/11/2026,"Ali "Abu" bin",Aduan,"Dia kata "tidak" sahaja"\r\n')
    assert said(stray, "name") == ['Ali "Abu" bin']
    assert said(stray, "details") == ['Dia kata "tidak" sahaja']
    mac = read(head.replace(b"\r\n", b"\r") + b'24/11/2026,Abu,Aduan,"Lewat\rlagi"\r24/11/2026,Ali,Aduan,x\r')
    assert said(mac, "details") == ["Lewat\nlagi", "x"]
    assert [line.line for line in mac.lines] == [2, 4]
    told = read(b"sep=;\r\nTarikh;Nama;Jenis;Butiran\r\n24/11/2026;Ali;Aduan;Lewat, sangat\r\n")
    assert (said(told, "details"), told.lines[0].line) == (["Lewat, sangat"], 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_of_many_programs(encoding: str) -> None:
    text = "Tarikh\tNama\tJenis\tButiran\r\n24/11/2026\tRené “Abu”\tAduan\tkos – café\r\n"
    shown = read(text.encode(encoding))
    assert said(shown, "name") == ["René “Abu”"]
    assert said(shown, "details") == ["kos – café"]


def test_a_few_bytes_of_another_encoding_are_read_and_pointed_at() -> None:
    text = "Tarikh,Nama,Jenis,Butiran\r\n24/11/2026,Café é à,Aduan,“a”\r\n".encode()
    shown = read(text + b"24/11/2026,Ren\xe9,Aduan,b\r\n")
    assert said(shown, "name") == ["Café é à", "René"]
    assert file_codes(shown) == ["encoding_mixed"]


def test_a_workbook_with_a_cover_numbers_as_floats_and_real_dates() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        cover = book.add_worksheet("Muka depan")
        cover.write(0, 0, "DAFTAR HBP")
        page = book.add_worksheet("Daftar")
        day, clock = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "hh:mm"})
        share = book.add_format({"num_format": "0%"})
        page.merge_range(0, 0, 0, 5, "DAFTAR HARI BERTEMU PELANGGAN 2026")
        titles = "Bil|Tarikh|Masa|No.\nGiliran|Nama|No. KP|No. Tel|Poskod|Jenis Urusan|Butiran|OKU|Hadir"
        page.write_row(3, 0, titles.split("|"))
        page.write_row(4, 3, [7, "Ali bin Abu", 610415030005, 120001234, 1000, "Aduan", "Lewat", True])
        page.write_datetime(4, 1, datetime(2026, 11, 24), day)
        page.write_datetime(4, 2, time(9, 5), clock)
        page.write(4, 11, 0.5, share)
        page.write_row(5, 1, ["24/11/2026", "9.10 pagi", "008", "Siti", 50312130004, "012-000 1234", "43000"])
        page.write_row(5, 8, ["CADANGAN", "Buka", False])
        page.write(6, 0, "Jumlah")
        page.write(6, 9, 2)
        book.add_worksheet("Senarai").hide()

    sheet = importing.read_bytes(workbook(fill), importing.vocabulary())
    shown = examine(sheet, importing.guess(sheet), importing.vocabulary(), setting_on("2026-11-24"))
    assert (sheet.name, sheet.format) == ("Daftar", "xlsx")
    assert codes(shown) == []
    assert said(shown, "queue") == ["7", "8"]
    assert said(shown, "id") == ["610415-03-0005", "050312-13-0004"]
    assert said(shown, "postcode") == ["01000", "43000"]
    assert said(shown, "oku") == [True, False]
    assert said(shown, "time") == ["09:05", "09:10"]
    assert [line.record for line in shown.lines] == [5, 6]
    assert [row.what for row in shown.ignored] == ["title", "blank", "blank", "footer"]


def test_a_second_register_in_a_workbook_is_named_and_can_be_chosen() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        for name, days in (("Hari 1", 2), ("Hari 2", 1)):
            page = book.add_worksheet(name)
            page.write_row(0, 0, HEAD.strip().split(","))
            for row in range(days):
                page.write_row(row + 1, 0, ["24/11/2026", row, "Ali", "", "aduan", name])

    data = workbook(fill)
    first = importing.read_bytes(data, importing.vocabulary())
    assert (first.name, [note.values["others"] for note in first.notes]) == ("Hari 1", ["Hari 2"])
    assert importing.read_bytes(data, importing.vocabulary(), "Hari 2").name == "Hari 2"


def test_two_cells_far_apart_do_not_exhaust_the_machine() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        page.write(0, 0, "x")
        page.write(1_048_575, 16_383, "y")

    with pytest.raises(Refused, match="rows_too_many"):
        importing.read_bytes(workbook(fill), importing.vocabulary())


def test_formats_far_below_the_register_are_no_rows() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Tarikh", "Nama", "Jenis", "Butiran"])
        page.write_row(1, 0, ["24/11/2026", "Ali", "Aduan", "Lewat"])
        page.write_blank(1_048_575, 100, None, book.add_format({"bold": True}))

    assert len(read(workbook(fill)).lines) == 1


def test_a_cut_off_workbook_is_damaged() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write_row(0, 0, ["Tarikh", "Nama", "Jenis", "Butiran"])

    data = workbook(fill)
    with pytest.raises(Damaged, match="workbook_damaged"):
        importing.read_bytes(data[: len(data) // 2], importing.vocabulary())
