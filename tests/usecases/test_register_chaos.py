"""Any bytes and any cells: read, or refused in words; never a crash, never a lost line."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.domain.register.delimited import DELIMITERS, split_rows
from hbp_desktop.domain.register.headings import FIELDS, ColumnMapping
from hbp_desktop.domain.register.preview import Preview, examine
from hbp_desktop.domain.register.sheet import Row, Sheet
from hbp_desktop.domain.register.standing import plan_import, stand
from hbp_desktop.usecases import importing
from hbp_desktop.usecases.wording import say
from tests.usecases.register_keys import WILD, case, setting_on

SETTING = setting_on("2026-11-24", "2026-11-25", counters=3)
LIKELY = st.sampled_from(
    [*case(WILD).preview.mapping.headings, *(cell for row in case(WILD).sheet.rows for cell in row.cells)]
)
CELL = st.one_of(st.text(st.characters(codec=None, categories=None), max_size=30), LIKELY)
calm = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def examined(sheet: Sheet, mapping: ColumnMapping | None = None) -> Preview:
    return examine(sheet, mapping or importing.guess(sheet), importing.vocabulary(), SETTING)


def checked(shown: Preview) -> None:
    """Hold what must be true of every preview."""
    records = [line.record for line in shown.lines]
    assert len(set(records)) == len(records)
    grouped = [matter.record for visit in shown.visits for matter in visit.matters]
    assert sorted(grouped) == [line.record for line in shown.lines if not line.broken]
    assert shown.totals.matters == sum(line.accepted for line in shown.lines)
    planned = plan_import(stand(shown, (), ()), ())
    assert len({subject.id for subject in planned}) == len(planned)
    assert sum(subject.kind == "matter" for subject in planned) == shown.totals.matters
    for problem in (*shown.problems, *(finding.problem for finding in shown.findings)):
        assert "kod register" not in say(problem)
        assert "code register" not in say(problem, "en")


@calm
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refused = ""
    try:
        checked(examined(importing.read_bytes(data, importing.vocabulary())))
    except HbpError as error:
        refused = say(error)
    assert "kod" not in refused


@calm
@given(st.lists(st.lists(CELL, max_size=12), max_size=12))
def test_any_cells_below_a_register_header_are_read(cells: list[list[str]]) -> None:
    header = tuple(case(WILD).sheet.rows[0].cells)
    rows = [Row(1, 1, header), *(Row(n, n, tuple(row)) for n, row in enumerate(cells, 2))]
    shown = examined(Sheet(tuple(rows)))
    checked(shown)
    seen = {line.record for line in shown.lines} | {row.record for row in shown.ignored}
    assert seen == {row.record for row in rows[1:]}


@calm
@given(
    st.lists(st.lists(CELL, max_size=12), max_size=12),
    st.dictionaries(st.sampled_from(FIELDS), st.integers(-1, 15)),
    st.integers(-1, 12),
)
def test_any_mapping_a_person_makes_is_survived(
    cells: list[list[str]], columns: dict[str, int], header: int
) -> None:
    sheet = Sheet(tuple(Row(n, n, tuple(row)) for n, row in enumerate(cells, 1)))
    examined(sheet, ColumnMapping(header, columns, tuple("abcdef")))
    checked(examined(sheet))


@settings(calm, max_examples=40)  # each reads some seven hundred lines
@given(st.integers(0, 73_000), st.binary(max_size=3), st.integers(0, 3))
def test_a_register_with_a_few_bytes_changed_is_read_or_refused(at: int, put: bytes, drop: int) -> None:
    data = WILD.read_bytes()
    try:
        sheet = importing.read_bytes(data[:at] + put + data[at + drop :], importing.vocabulary())
    except HbpError:
        return
    checked(examined(sheet))


@given(
    st.lists(
        st.lists(st.text(st.sampled_from('ab ;,\t|"\n'), max_size=6), min_size=1, max_size=5), max_size=6
    ),
    st.sampled_from(DELIMITERS),
)
def test_what_is_quoted_by_the_rules_splits_back(rows: list[list[str]], delimiter: str) -> None:
    text = "".join(
        delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows
    )
    split = split_rows(text, delimiter)
    assert [list(row.cells) or [""] for row in split] == rows
    starts = [1] if rows else []
    for row in rows[:-1]:
        starts.append(starts[-1] + 1 + sum(cell.count("\n") for cell in row))
    assert [row.line for row in split] == starts


@given(st.text(st.sampled_from('a,"\r\n '), max_size=40))
def test_splitting_loses_no_letter(text: str) -> None:
    rows = split_rows(text, ",")
    assert sum(cell.count("a") for row in rows for cell in row.cells) == text.count("a")
    assert [row.truncated for row in rows[:-1]] == [False] * len(rows[:-1])
