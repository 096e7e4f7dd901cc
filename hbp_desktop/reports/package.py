"""The report package: its files in a folder and a zip, written aside and put in place only when whole."""

import errno
import hashlib
import io
import json
import os
import shutil
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hbp_desktop.domain.errors import NoRoom, Refused
from hbp_desktop.domain.report import ReportData
from hbp_desktop.reports.csv_files import csv_bytes
from hbp_desktop.reports.form_answers import form_csv, form_pdf
from hbp_desktop.reports.json_file import json_bytes
from hbp_desktop.reports.register_table import headings, table_rows
from hbp_desktop.reports.report_pdf import report_pdf
from hbp_desktop.reports.view import View
from hbp_desktop.reports.words import Words
from hbp_desktop.reports.workbook import workbook

Progress = Callable[[int, int, str], None]  # done, total, what (a sentence)
Cancelled = Callable[[], bool]
Placing = Callable[[], None]

MANIFEST = "manifest.json"
_ASIDE = ".pakej-"
_LEFT_BEHIND = 3600.0  # seconds
_STEPS = 100  # of the whole; printing takes most of it
_PRINTED = 70
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class PackageFile:
    """One file of a package: its size in bytes and its SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Package:
    """A package in place; `version` and `code` are those of the report in it."""

    folder: Path
    zip: Path
    files: tuple[PackageFile, ...]
    version: int
    code: str


def write_package(
    data: ReportData,
    out: Path,
    words: Words,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    placing: Placing | None = None,
) -> Package:
    """Make a package under `out`; the same data give the same bytes.

    `placing` is called when everything is written and before anything appears under its name.
    Raises Refused(`package_cancelled`) when `cancelled` says so, NoRoom(`package_no_room`) when the disk is
    full or the folder may not be written. Whatever happens, `out` holds the whole package or nothing of it.
    """
    steps = _Steps(words, progress, cancelled)
    try:
        _make_folder(out)
        _remove_leftovers(out)
        with tempfile.TemporaryDirectory(dir=out, prefix=_ASIDE) as aside:
            return _made(data, out, Path(aside), words, steps, placing)
    except (FileExistsError, NotADirectoryError) as error:
        raise Refused("package_folder_is_file") from error
    except OSError as error:
        if error.errno in _NOT_WRITABLE:
            raise NoRoom("package_no_room") from error
        raise


def _make_folder(out: Path) -> None:
    """Make the folder of packages; whatever hinders it, a person chooses another one."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise
    except (OSError, ValueError) as error:
        raise NoRoom("package_no_room") from error


def package_name(data: ReportData) -> str:
    """Name the package by office, session and version; never by a person."""
    number = f"{data.session.year}-{data.session.n}" if data.session.n else data.session.id[:8]
    kind = f"-bernama-{data.printed_mark}" if data.names else ""
    return f"pakej-laporan-{_plain(data.office.code)}-{number}-v{data.version}{kind}"


def _plain(code: str) -> str:
    return "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in code) or "pejabat"


class _Steps:
    """Tells how far the work is, and stops it when asked."""

    def __init__(self, words: Words, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._words, self._progress, self._cancelled = words, progress, cancelled

    def at(self, done: int, what: str) -> None:
        if self._cancelled and self._cancelled():
            raise Refused("package_cancelled")
        if self._progress:
            self._progress(done, _STEPS, self._words(f"progress.{what}"))

    def done(self) -> None:
        if self._progress:
            self._progress(_STEPS, _STEPS, self._words("progress.done"))

    def printed(self, page: int, pages: int) -> None:
        self.at(1 + (_PRINTED - 1) * page // max(pages, 1), "pages")


def _made(
    data: ReportData, out: Path, aside: Path, words: Words, steps: _Steps, placing: Placing | None
) -> Package:
    name = package_name(data)
    folder = aside / name
    folder.mkdir()
    files = []
    for file_name, content in _contents(data, words, steps):
        _write(folder / file_name, content)
        files.append(PackageFile(file_name, len(content), hashlib.sha256(content).hexdigest()))
    _write(folder / MANIFEST, _manifest(data, tuple(files)))
    steps.at(92, "zip")
    packed = aside / f"{name}.zip"
    _write(packed, _zipped(folder))
    steps.at(98, "placing")
    if placing:
        placing()
    placed = _in_place(folder, packed, out, name)
    steps.done()
    return Package(placed, placed.with_name(f"{placed.name}.zip"), tuple(files), data.version, data.code)


def _contents(data: ReportData, words: Words, steps: _Steps) -> Iterator[tuple[str, bytes]]:
    steps.at(0, "layout")
    yield "laporan.pdf", report_pdf(data, words, steps.printed)
    steps.at(_PRINTED, "form")
    yield "isian-borang.pdf", form_pdf(data, words)
    yield "isian-borang.csv", form_csv(data, words)
    steps.at(78, "workbook")
    yield "daftar.xlsx", workbook(data, words)
    view = View(data, words)
    heads = tuple(heading.text for heading in headings(view, words))
    yield "daftar.csv", csv_bytes([heads, *table_rows(view, words)])
    steps.at(88, "json")
    yield "laporan.json", json_bytes(data, words)


def _manifest(data: ReportData, files: tuple[PackageFile, ...]) -> bytes:
    """Write what the package holds, with SHA-256 and size of each file."""
    held = {
        "format": 1,
        "program": data.program,
        "office": data.office.code,
        "session": data.session.id,
        "number": data.number,
        "version": data.version,
        "stage": data.stage,
        "names": data.names,
        "mark": data.printed_mark,
        "code": data.code,
        "made": data.made.isoformat(timespec="seconds"),
        "files": [{"name": file.name, "bytes": file.size, "sha256": file.sha256} for file in files],
    }
    return json.dumps(held, ensure_ascii=False, indent=1).encode() + b"\n"


def _zipped(folder: Path) -> bytes:
    """Pack a folder with fixed times, owners and order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.name}", _ZIP_TIME)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
    return out.getvalue()


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _in_place(folder: Path, packed: Path, out: Path, name: str) -> Path:
    """Move the finished package to its name; an older one of that name stays unless it is the same."""
    target = _free_name(out, name, (folder / MANIFEST).read_bytes())
    if not target.exists():
        os.replace(folder, target)
    os.replace(packed, target.with_name(f"{target.name}.zip"))
    return target


def _free_name(out: Path, name: str, manifest: bytes) -> Path:
    number = 1
    while True:
        target = out / (name if number == 1 else f"{name}-{number}")
        held = target / MANIFEST
        if not target.exists() or (held.is_file() and held.read_bytes() == manifest and _is_whole(target)):
            return target
        number += 1


def _is_whole(folder: Path) -> bool:
    """Tell whether a package already there still holds what its manifest says."""
    listed = json.loads((folder / MANIFEST).read_bytes())["files"]
    return all(
        (folder / file["name"]).is_file()
        and hashlib.sha256((folder / file["name"]).read_bytes()).hexdigest() == file["sha256"]
        for file in listed
    )


def _remove_leftovers(out: Path) -> None:
    """Clear what a program killed an hour ago or more left aside."""
    for path in out.glob(f"{_ASIDE}*"):
        if time.time() - path.stat().st_mtime > _LEFT_BEHIND:
            shutil.rmtree(path, ignore_errors=True)
