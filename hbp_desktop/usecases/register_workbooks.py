"""Workbooks (XLSX) become rows of text, once it is sure that reading them cannot exhaust the machine.

The reader lays out the rectangle around a sheet's cells, so two cells far apart would take gigabytes:
the places of cells are looked at before, and packed sizes are capped and checked by unpacking.
"""

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterable

import python_calamine
from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.register.sheet import Row, Sheet

MOST_UNPACKED = 150_000_000  # bytes, all parts together
MOST_PARTS = 2_000
MOST_SHEETS = 50
_CHUNK = 1 << 20
_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_PLACE = re.compile(rb'\br="([A-Z]{0,3})(\d{1,9})"')
_WORKSHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    NotImplementedError,
)


def read_workbook(data: bytes, most_rows: int, most_columns: int) -> list[Sheet]:
    """Read the worksheets that hold anything, visible ones when there are any.

    Raises Refused or Damaged; see the module.
    """
    _check(data, most_rows, most_columns)
    try:
        sheets = list(_sheets(data))
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise Damaged("register.workbook_damaged") from error
    except BaseException as error:  # a panic of the reader is no Exception
        if type(error).__name__ == "PanicException":
            raise Damaged("register.workbook_damaged") from error
        raise
    if not sheets:
        raise Refused("register.file_empty")
    return sheets


def _check(data: bytes, most_rows: int, most_columns: int) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _check_parts(packed, most_rows, most_columns)
    except _ZIP_ERRORS as error:
        raise Damaged("register.workbook_damaged") from error


def _check_parts(packed: zipfile.ZipFile, most_rows: int, most_columns: int) -> None:
    parts = packed.infolist()
    names = {part.filename for part in parts}
    if not any(name.lower() == "xl/workbook.xml" for name in names):
        raise Refused("register.file_foreign", kind="zip")
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("register.file_encrypted")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("register.workbook_too_large")
    left = MOST_UNPACKED
    for part in parts:
        left = _unpack(packed, part, left, most_rows, most_columns)


def _unpack(
    packed: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, most_rows: int, most_columns: int
) -> int:
    """Unpack a part to its end, which proves its size, and look where a sheet's cells stand."""
    is_sheet = _WORKSHEET.fullmatch(part.filename.replace("\\", "/")) is not None
    tail, row = b"", 0
    with packed.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise Refused("register.workbook_too_large")
            if is_sheet:
                row = _check_places(tail + chunk, row, most_rows, most_columns)
                tail = chunk[chunk.rfind(b"<") :][:1000] if b"<" in chunk else b""
    return left


def _check_places(xml: bytes, row: int, most_rows: int, most_columns: int) -> int:
    """Refuse a sheet with a filled cell beyond the limits; gives the row reached."""
    for tag, attributes in _TAG.findall(xml):
        place = _PLACE.search(attributes)
        if tag == b"row":
            row = int(place[2]) if place else row + 1
        elif not attributes.endswith(b"/"):
            column = _column(place[1]) if place else 0
            reached = int(place[2]) if place else row
            if reached > most_rows:
                raise Refused("register.rows_too_many", most=most_rows)
            if column > most_columns:
                raise Refused("register.columns_too_many", most=most_columns)
    return row


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheets(data: bytes) -> Iterable[Sheet]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    pages = [page for page in workbook.sheets_metadata if page.typ == SheetTypeEnum.WorkSheet][:MOST_SHEETS]
    visible = [page for page in pages if page.visible == SheetVisibleEnum.Visible]
    for page in visible or pages:
        rows = workbook.get_sheet_by_name(page.name).to_python(skip_empty_area=False)
        if rows:
            yield Sheet(tuple(_row(at, cells) for at, cells in enumerate(rows, 1)), "xlsx", name=page.name)


def _row(at: int, cells: Iterable[object]) -> Row:
    return Row(at, at, tuple(cell_text(cell) for cell in cells))


def cell_text(cell: object) -> str:
    """Write a cell as a person reads it: 7.0 as 7, dates as ISO, times as HH:MM, yes and no as words."""
    if isinstance(cell, bool):
        return "Ya" if cell else "Tidak"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        return _moment(cell)
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, dt.time):
        return cell.strftime("%H:%M")
    if isinstance(cell, dt.timedelta):
        minutes = int(cell.total_seconds() // 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return str(cell)


def _moment(cell: dt.datetime) -> str:
    if cell.year < 1901:  # a time of day typed alone: the workbook's day nought
        return cell.strftime("%H:%M")
    date = f"{cell.year:04d}-{cell.month:02d}-{cell.day:02d}"
    return date if cell.time() == dt.time() else f"{date} {cell.strftime('%H:%M:%S')}"
