"""What leaves the office tells how many matters are sealed, and nothing of them."""

import json
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from hbp_desktop.domain.figures import outside
from hbp_desktop.domain.session import Session
from hbp_desktop.reports.form_answers import form_csv
from hbp_desktop.reports.words import Words
from hbp_desktop.usecases import reporting
from hbp_desktop.usecases.office import Office
from tests.usecases.drafts import matter, visit
from tests.usecases.sealing_office import (
    OPEN_TEXT,
    SECRET_WORDS,
    SECRETS,
    State,
    complain,
    secret_matter,
)


@pytest.mark.parametrize(("count", "told"), [(0, "0"), (1, "<5"), (4, "<5"), (5, "5"), (12, "12")])
def test_small_numbers_are_told_as_below_five(count: int, told: str) -> None:
    assert outside(count) == told


@pytest.mark.parametrize("sealing", [True, False])
@pytest.mark.parametrize("names", [True, False])
def test_a_package_counts_them_and_describes_none(
    office: Office, session: Session, tmp_path: Path, names: bool, sealing: bool
) -> None:
    if sealing:
        State().install(office, children=True)
    complain(office, session)
    complain(office, session, secret_matter())
    counter_visit(office, session)
    made = reporting.make_package(office, session.id, tmp_path / "out", names=names, reason="semakan")
    texts = everything_in(made.folder)
    assert OPEN_TEXT in texts
    assert not [one for one in (*SECRETS, *SECRET_WORDS) if one in texts]
    report = json.loads((made.folder / "laporan.json").read_text(encoding="utf-8"))
    assert report["sealed"] == "<5"
    assert "sealed" not in report["figures"]
    assert report["figures"]["kind"]["total"] == 3
    untold = [m for v in report["visits"] for m in v["matters"] if not m["told"]]
    assert [(one["urgent"], one["service"]) for one in untold] == [("", {"code": "", "text": ""})] * 2
    assert "integriti" not in texts.casefold()


def test_the_form_answers_name_nobody(office: Office, session: Session) -> None:
    State().install(office)
    complain(office, session)
    told = form_csv(reporting.data(office, session.id), Words()).decode("utf-8-sig")
    assert not [one for one in SECRET_WORDS if one in told]


def counter_visit(office: Office, session: Session) -> None:
    from hbp_desktop.usecases import counter

    counter.record(office, visit(session, matter("pertanyaan", details=OPEN_TEXT)))


def everything_in(folder: Path) -> str:
    """Give the text of every file of a package."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pdf":
            document = pypdfium2.PdfDocument(path)
            found += [page.get_textpage().get_text_bounded() for page in document]
            document.close()
        elif path.suffix == ".xlsx":
            book = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
            found += [str(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
        elif path.is_file():
            found.append(path.read_text(encoding="utf-8-sig", errors="replace"))
    return "\n".join(found)
