"""The other files of a package: texts stay texts, the JSON keeps its schema, the form names nobody."""

import csv
import json
import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import jsonschema
import pytest
from python_calamine import CalamineWorkbook

from hbp_desktop.domain.matter import Matter
from hbp_desktop.reports.csv_files import csv_bytes, guarded
from hbp_desktop.reports.form_answers import answers, form_csv, form_pdf
from hbp_desktop.reports.json_file import check_code, content, json_bytes
from hbp_desktop.reports.register_table import headings, table_rows
from hbp_desktop.reports.view import View
from hbp_desktop.reports.words import Words
from hbp_desktop.reports.workbook import workbook
from hbp_desktop.resources import resource
from tests.reports import samples
from tests.reports.paper import complaints, needs_tools, squeezed, text_of

WORDS = Words()
SCHEMA = json.loads(resource("schema", "laporan.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+60 12", "-2+3+cmd|' /C", "@SUM(A1)", "\t=1", "  =1", "\u200b=1", "＝1", "\n=1"]
)
def test_a_cell_that_would_be_computed_is_guarded(cell: str) -> None:
    read = next(csv.reader(StringIO(csv_bytes([[cell]]).decode("utf-8-sig"))))
    assert read == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["", "Aduan", "610415-03-****", "–", "a=b", "陈"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert guarded(cell) == cell


def test_the_csv_opens_as_utf_8_with_every_matter() -> None:
    view = View(samples.data(), WORDS)
    data = csv_bytes([[head.text for head in headings(view, WORDS)], *table_rows(view, WORDS)])
    lines = list(csv.reader(StringIO(data.decode("utf-8-sig"))))
    assert data.startswith(b"\xef\xbb\xbf")
    assert len(lines) == 41
    assert {len(line) for line in lines} == {len(headings(view, WORDS))}


def test_the_workbook_holds_no_formula_and_no_link() -> None:
    data = workbook(samples.data(samples.wild_visits(), names=True), WORDS)
    with zipfile.ZipFile(BytesIO(data)) as packed:
        for name in packed.namelist():
            xml = packed.read(name)
            assert b"<f>" not in xml, name
            assert b"<f " not in xml, name
            assert b"<hyperlink" not in xml, name
            assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_reads_back_as_it_was_written() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(samples.data(), WORDS)))
    assert book.sheet_names == ["daftar", "angka", "sesi"]
    register = book.get_sheet_by_name("daftar").to_python()
    assert len(register) == 41
    figures = {(row[0], row[1]): row[4] for row in book.get_sheet_by_name("angka").to_python()}
    assert figures[("Ringkasan", "Urusan")] == 40
    assert figures[("Jantina", "Perempuan")] == 22


def test_the_workbook_is_the_same_bytes_each_time() -> None:
    assert workbook(samples.data(), WORDS) == workbook(samples.data(), WORDS)


def test_every_figure_is_in_the_workbook() -> None:
    data = samples.data()
    rows = (
        CalamineWorkbook.from_filelike(BytesIO(workbook(data, WORDS))).get_sheet_by_name("angka").to_python()
    )
    counted = [row.count for table in data.figures.tables.values() for row in table.rows]
    assert [row[4] for row in rows[1:]] == counted


@pytest.mark.parametrize("names", [False, True])
def test_the_json_keeps_its_schema(names: bool) -> None:
    for visits in ((), samples.tidy_visits(), samples.wild_visits()):
        written = json.loads(json_bytes(samples.data(visits, names=names), WORDS))
        jsonschema.validate(written, SCHEMA, cls=jsonschema.Draft202012Validator)
        assert written["names"] is names


def test_the_schema_refuses_what_is_not_a_report() -> None:
    broken = content(samples.data(), WORDS) | {"version": 0}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA)


def test_the_code_of_a_page_changes_with_its_records_only() -> None:
    data = samples.data()
    code = check_code(data, WORDS)
    assert check_code(samples.data(names=True, program="9.9", late_days=3), WORDS) == code
    assert check_code(samples.data(version=3), WORDS) != code
    assert check_code(samples.data(data.visits[1:]), WORDS) != code
    assert len(code) == 9


def test_the_form_follows_the_order_of_its_questions() -> None:
    questions = json.loads(resource("texts", "form_questions.json").read_text(encoding="utf-8"))["questions"]
    found = {answer.question: answer.items for answer in answers(samples.data(), WORDS)}
    assert list(found) == [question["ms"] for question in questions]
    assert found["Bilangan aduan"] == ("9",)
    assert found["Bilangan permohonan"] == ("0",)
    assert found["Bilangan pelanggan (orang, setiap orang sekali)"] == ("31",)
    assert len(found["Ringkasan aduan (tanpa butiran peribadi)"]) == 9
    assert len(found["Ringkasan cadangan"]) == 4


def test_every_question_has_an_answer_of_the_program() -> None:
    held = samples.session(platform="Google Meet", title="HBP", groups=frozenset({"oku"}))
    found = answers(samples.data(session=held), WORDS)
    unanswered = [answer.question for answer in found if answer.items == ("–",)]
    assert unanswered == ["Sebab lewat"]


def test_the_form_names_nobody_even_when_the_package_does() -> None:
    told = Matter(id="m", order=1, kind="aduan", details="Salmah binti Osman, 012-000 1234, belum dibayar.")
    seen = samples.visit(1, (told,), name="Salmah binti Osman", phone="0120001234")
    written = form_csv(samples.data([seen], names=True), WORDS).decode()
    assert "Salmah" not in written
    assert "1234" not in written
    assert "belum dibayar" in written


@needs_tools
def test_the_form_prints(tmp_path: Path) -> None:
    for visits in (samples.tidy_visits(), samples.wild_visits(), ()):
        pdf = form_pdf(samples.data(visits), WORDS)
        assert complaints(pdf, tmp_path) == ""
    assert "Ringkasan cadangan" in squeezed(text_of(form_pdf(samples.data(), WORDS), tmp_path))
