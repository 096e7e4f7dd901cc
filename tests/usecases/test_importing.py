"""Importing into a real office: all or nothing, once and for all, changed lines for a person to decide."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import Damaged, Invalid, Refused
from hbp_desktop.domain.register.standing import CHANGED, NEW, UNCHANGED
from hbp_desktop.domain.session import DayDraft, Session, SessionDraft
from hbp_desktop.store import shelf
from hbp_desktop.usecases import importing, planning
from hbp_desktop.usecases.importing import Imported, Preview
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.wording import say
from tests.raw_pages import found_in
from tests.usecases.register_keys import HULU_LANGAT, KUCHING, WILD
from tests.usecases.sealing_office import State, data_key

Import = Callable[[Path], Imported]


@pytest.fixture
def session(office: Office) -> Session:
    """A day of three counters."""
    day = DayDraft(date="2026-11-24", place="Dewan Serbaguna Bandar Baru Bangi")
    return planning.plan(office, SessionDraft(number="4", year="2026", counters="3", days=(day,)))


def shown(office: Office, session: Session, path: Path) -> Preview:
    sheet = importing.read(path)
    return importing.preview(office, session, sheet, importing.guess(sheet))


def amended(tmp_path: Path, old: str, new: str) -> Path:
    path = tmp_path / "pinda.csv"
    text = HULU_LANGAT.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_a_tidy_register_is_imported_whole(office: Office, session: Session) -> None:
    before = shown(office, session, HULU_LANGAT)
    assert (before.count(NEW), before.findings) == (40, ())
    assert importing.accept(office, before) == Imported(31, 40, 0, 0, 0)
    with office.vault.read() as conn:
        visits = shelf.session_visits(conn, session.id)
    assert len(visits) == 31
    assert sum(len(visit.matters) for visit in visits) == 40
    assert len({visit.ref for visit in visits}) == 31
    assert all(visit.ref.startswith("SGR06-") for visit in visits)
    first = next(visit for visit in visits if visit.queue == "1")
    assert (first.name, first.sex, first.time, first.counter) == ("Fatimah binti Che Mat", "P", "09:02", "3")
    assert str(first.born) == "1977-06-10"
    assert first.date == session.days[0].date
    assert first.own_date is None


def test_importing_twice_changes_nothing(office: Office, session: Session) -> None:
    importing.accept(office, shown(office, session, HULU_LANGAT))
    again = shown(office, session, HULU_LANGAT)
    assert (again.count(UNCHANGED), again.count(NEW), again.count(CHANGED)) == (40, 0, 0)
    with office.vault.read() as conn:
        visits = shelf.session_visits(conn, session.id)
    assert importing.accept(office, again) == Imported(0, 0, 40, 0, 0)
    with office.vault.read() as conn:
        assert shelf.session_visits(conn, session.id) == visits


def test_accepting_an_old_preview_twice_writes_once(office: Office, session: Session) -> None:
    before = shown(office, session, HULU_LANGAT)
    importing.accept(office, before)
    assert importing.accept(office, before).matters == 0


def test_a_line_with_other_content_is_listed_and_left_for_a_person(
    office: Office, session: Session, tmp_path: Path
) -> None:
    importing.accept(office, shown(office, session, HULU_LANGAT))
    other = amended(
        tmp_path, "menukar akaun bank penerima bantuan kepada CIMB.", "menukar akaun bank ke BSN."
    )
    preview = shown(office, session, other)
    assert (preview.count(CHANGED), preview.count(NEW), preview.count(UNCHANGED)) == (1, 0, 39)
    with office.vault.read() as conn:
        old = {m.id: m for visit in shelf.session_visits(conn, session.id) for m in visit.matters}
    assert "CIMB" in old[preview.stands_for[4]].details
    assert importing.accept(office, preview) == Imported(0, 0, 39, 1, 0)
    assert importing.accept(office, preview, also=[4]) == Imported(0, 1, 39, 0, 0)


def test_a_corrected_client_changes_the_line_and_makes_no_second_visit(
    office: Office, session: Session, tmp_path: Path
) -> None:
    importing.accept(office, shown(office, session, HULU_LANGAT))
    preview = shown(office, session, amended(tmp_path, "880508-16-0007", "880508-16-0009"))
    assert (preview.count(CHANGED), preview.count(NEW)) == (1, 0)
    assert importing.accept(office, preview) == Imported(0, 0, 39, 1, 0)


def test_a_line_added_later_joins_its_visit(office: Office, session: Session, tmp_path: Path) -> None:
    importing.accept(office, shown(office, session, HULU_LANGAT))
    path = tmp_path / "tambah.csv"
    more = ",24/11/2026,,2,2,,,,,,,,,,,,,Pertanyaan,BKK,Bertanya kadar BKK.,,Selesai,,\r\n"
    path.write_text(HULU_LANGAT.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert importing.accept(office, shown(office, session, path)) == Imported(0, 1, 40, 0, 0)


def test_a_bad_register_imports_nothing_until_bad_lines_are_left_out(
    office: Office, session: Session
) -> None:
    preview = shown(office, session, WILD)
    with pytest.raises(Invalid) as refused:
        importing.accept(office, preview)
    assert len(refused.value.problems) == 17
    assert all("–" not in say(problem)[:10] for problem in refused.value.problems)
    with office.vault.read() as conn:
        assert shelf.session_visits(conn, session.id) == []
    assert importing.accept(office, preview, skip_bad=True) == Imported(58, 63, 0, 0, 17)


def test_a_failure_on_the_way_leaves_nothing_behind(office: Office, session: Session) -> None:
    preview = shown(office, session, HULU_LANGAT)
    last = preview.visits[-1]
    unwritable = replace(last, draft=replace(last.draft, queue=object()))
    broken = replace(preview, visits=(*preview.visits[:-1], unwritable))
    with pytest.raises((TypeError, AttributeError)):
        importing.accept(office, broken)
    with office.vault.read() as conn:
        assert shelf.session_visits(conn, session.id) == []


def test_three_formats_imported_one_after_the_other_are_one_set(office: Office) -> None:
    day = DayDraft(date="2026-11-10", place="Dewan Suarah Kuching")
    kuching = planning.plan(office, SessionDraft(number="5", year="2026", counters="4", days=(day,)))
    done = [importing.accept(office, shown(office, kuching, path), skip_bad=True) for path in KUCHING]
    assert done[0] == Imported(120, 154, 0, 0, 4)
    assert done[1:] == [Imported(0, 0, 154, 0, 4)] * 2


def test_the_guess_can_be_corrected(office: Office, session: Session) -> None:
    sheet = importing.read(HULU_LANGAT)
    mapping = importing.guess(sheet)
    without = mapping.with_column("kind", None)
    preview = importing.preview(office, session, sheet, without)
    assert [problem.code for problem in preview.unreadable] == ["register.column_missing"]
    assert "jenis urusan" in say(preview.unreadable[0])
    with pytest.raises(Invalid):
        importing.accept(office, preview, skip_bad=True)
    moved = without.with_column("kind", mapping.columns["kind"])
    assert importing.preview(office, session, sheet, moved).totals.matters == 40


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("kosong.csv", b"", "register.file_empty"),
        ("jarak.csv", b" \r\n\t", "register.file_empty"),
        ("surat.pdf", b"%PDF-1.7 ...", "register.file_foreign"),
        ("lama.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "register.file_old_excel"),
        (
            "kunci.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "register.file_encrypted",
        ),
        ("rosak.xlsx", b"PK\x03\x04" + b"\x00" * 100, "register.workbook_damaged"),
        ("bising.csv", bytes(range(256)) * 50, "register.file_foreign"),
    ],
)
def test_what_is_no_register_is_refused_in_words(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises((Refused, Damaged)) as refused:
        importing.read(path)
    assert refused.value.code == code
    for language in ("ms", "en"):
        assert name in say(refused.value, language)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"register\.file_missing"):
        importing.read(tmp_path / "tiada.csv")
    with pytest.raises(Refused, match=r"register\.file_is_folder"):
        importing.read(tmp_path)


def test_a_line_about_a_child_is_kept_out_where_the_office_seals_such_matters(
    office: Office, session: Session, tmp_path: Path
) -> None:
    told = "Jirannya memukul anak tiri setiap malam di Lorong Xqzjwwk"
    path = tmp_path / "kanak-kanak.csv"
    lines = HULU_LANGAT.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], lines[1].replace(_details(lines), told)]), encoding="utf-8")
    assert shown(office, session, path).bad_lines == ()
    State().install(office, children=True)
    kept_out = shown(office, session, path)
    assert [finding.code for finding in kept_out.invalid] == ["line_sealed"]
    assert importing.accept(office, kept_out, skip_bad=True).matters == 0
    assert found_in(office.vault.path, data_key(office), [told, "Xqzjwwk"]) == set()


def _details(lines: list[str]) -> str:
    """Give the details of the first line."""
    (record,) = csv.DictReader(lines[:2])
    return record["Butiran"]
