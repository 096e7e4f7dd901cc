"""A register's file becomes rows: size, kind and encoding are settled here, before anything is read in it."""

import codecs
import re
from dataclasses import replace
from pathlib import Path

from hbp_desktop.domain.errors import HbpError, Problem, Refused, Unreachable
from hbp_desktop.domain.register.delimited import sniff_delimiter, split_rows
from hbp_desktop.domain.register.headings import guess_mapping
from hbp_desktop.domain.register.sheet import Sheet
from hbp_desktop.domain.register.vocabulary import Vocabulary
from hbp_desktop.domain.text import shortened
from hbp_desktop.usecases.register_workbooks import read_workbook

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200
_LIKE = 5  # columns named by which another worksheet looks like a register
_FOREIGN = {
    b"%PDF": "pdf",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"SQLite format 3": "sqlite",
    b"\x7fELF": "program",
    b"MZ\x90": "program",
    b"Rar!": "rar",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "rtf",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_MOST_CONTROLS = 0.1  # of a text's characters; more is no text


def read_file(path: Path, vocabulary: Vocabulary, page: str = "") -> Sheet:
    """Read a register's file, CSV or XLSX; of a workbook the worksheet `page`, else the likeliest.

    Raises Refused (not there, empty, too large, another kind of file, encrypted, no rows) or Damaged.
    """
    data = _bytes(path)
    try:
        return read_bytes(data, vocabulary, page)
    except HbpError as error:
        error.values = {**error.values, "file": path.name}
        raise


def read_bytes(data: bytes, vocabulary: Vocabulary, page: str = "") -> Sheet:
    """Read a register's bytes; raises as `read_file`."""
    if not data.strip():
        raise Refused("register.file_empty")
    if len(data) > MOST_BYTES:
        raise Refused("register.file_too_large", most=MOST_BYTES // 1_000_000)
    _refuse_foreign(data)
    if data.startswith(b"PK\x03\x04"):
        return _register_of(read_workbook(data, MOST_ROWS, MOST_COLUMNS), vocabulary, page)
    return _read_text(data)


def decode(data: bytes) -> tuple[str, str, bool]:
    """Give the text, its encoding, and whether some bytes were of another encoding.

    UTF-8 with or without a mark, UTF-16, else Windows-1252, whose five unused bytes are controls.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _marked(data, encoding)
    if b"\x00" in data[:200] and (wide := _wide(data)):
        return wide
    try:
        return data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError as error:
        cut_short = error.reason == "unexpected end of data" and error.start > len(data) - 4
        return (data[: error.start].decode("utf-8"), "utf-8", True) if cut_short else _mixed(data)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Refused("register.file_is_folder", file=path.name)
        if path.stat().st_size > MOST_BYTES:
            raise Refused("register.file_too_large", file=path.name, most=MOST_BYTES // 1_000_000)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refused("register.file_missing", file=path.name) from error
    except (PermissionError, ValueError) as error:
        raise Refused("register.file_locked", file=path.name) from error
    except OSError as error:
        raise Unreachable("register.file_unreachable", file=path.name) from error


def _refuse_foreign(data: bytes) -> None:
    if data.startswith(_OLE):
        raise Refused("register.file_encrypted" if _ENCRYPTED in data else "register.file_old_excel")
    for signature, kind in _FOREIGN.items():
        if data.startswith(signature):
            raise Refused("register.file_foreign", kind=kind)


def _register_of(sheets: list[Sheet], vocabulary: Vocabulary, page: str) -> Sheet:
    """Choose the named worksheet, else the likeliest; others that look like registers are named."""
    weighed = sorted(sheets, key=lambda sheet: _worth(sheet, vocabulary), reverse=True)
    chosen = next((sheet for sheet in weighed if sheet.name == page), weighed[0])
    others = [
        sheet.name for sheet in weighed if sheet is not chosen and _worth(sheet, vocabulary)[0] >= _LIKE
    ]
    if not others:
        return chosen
    values: dict[str, str | int] = {
        "sheet": shortened(chosen.name),
        "others": shortened(", ".join(others), 120),
    }
    return replace(chosen, notes=(Problem("register.sheets_more", "", "warning", values),))


def _worth(sheet: Sheet, vocabulary: Vocabulary) -> tuple[int, int]:
    """Weigh worksheets: the one with most columns named, then the longest, is the register."""
    return len(guess_mapping(sheet, vocabulary).columns), len(sheet.rows)


def _read_text(data: bytes) -> Sheet:
    text, encoding, mixed = decode(data)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise Refused("register.file_foreign", kind="?")
    delimiter = sniff_delimiter(text)
    rows = split_rows(text, delimiter, MOST_ROWS)
    if len(rows) > MOST_ROWS:
        raise Refused("register.rows_too_many", most=MOST_ROWS)
    if max((len(row.cells) for row in rows), default=0) > MOST_COLUMNS:
        raise Refused("register.columns_too_many", most=MOST_COLUMNS)
    notes = (Problem("register.encoding_mixed", "", "warning"),) if mixed else ()
    return Sheet(tuple(rows), "csv", encoding, delimiter, notes=notes)


def _marked(data: bytes, encoding: str) -> tuple[str, str, bool]:
    try:
        return data.decode(encoding), encoding, False
    except UnicodeDecodeError:
        if encoding == "utf-8-sig":
            text, _, _ = _mixed(data[3:])
            return text, encoding, True
        return data.decode(encoding, "replace"), encoding, True


def _wide(data: bytes) -> tuple[str, str, bool] | None:
    """Read UTF-16 without a mark: every other byte of Latin text is zero."""
    head = data[:2000]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = head[first::2].count(0)
        if zeros > 0.4 * len(head) and head.count(0) < 1.2 * zeros:
            return data.decode(encoding, "replace"), encoding, False
    return None


def _mixed(data: bytes) -> tuple[str, str, bool]:
    """Read bytes that are not all UTF-8: mostly UTF-8 with a few others, else Windows-1252."""
    text = data.decode("utf-8", "surrogateescape")
    strange = sum("\udc80" <= char <= "\udcff" for char in text)
    beyond = sum(char > "\x7f" for char in text) - strange
    if beyond > strange:
        return _CP1252_BYTES.sub(lambda match: _cp1252(bytes([ord(match[0]) - 0xDC00])), text), "utf-8", True
    return _cp1252(data), "cp1252", False


_CP1252_BYTES = re.compile("[\udc80-\udcff]")


def _cp1252(data: bytes) -> str:
    """Decode Windows-1252; the bytes it leaves unused become the C1 controls of the same number."""
    return data.decode("cp1252", "surrogateescape").translate(_UNUSED)


_UNUSED = {0xDC00 + byte: byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
