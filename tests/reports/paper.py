"""Reading back what was printed, with the tools of the machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

TOOLS = ("pdftotext", "qpdf")
needs_tools = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="PRINTED PAGES NOT CHECKED: install poppler-utils and qpdf"
)


def text_of(pdf: bytes, folder: Path, *options: str) -> str:
    """Read a PDF's text, laid out as on the page."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", *options, str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def squeezed(text: str) -> str:
    """Put every run of spaces and line ends to one space."""
    return " ".join(text.split())


def complaints(pdf: bytes, folder: Path) -> str:
    """Give what qpdf finds wrong with a PDF, "" when nothing."""
    path = folder / "checked.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
    found: str = (done.stderr + (b"" if done.returncode == 0 else done.stdout)).decode()
    return found


def renders(pdf: bytes, folder: Path) -> str:
    """Give what the renderer complains of on the pages, "" when nothing."""
    path = folder / "drawn.pdf"
    path.write_bytes(pdf)
    drawn = subprocess.run(
        ["pdftoppm", "-r", "20", "-l", "12", "-png", str(path), str(folder / "drawn")],
        capture_output=True,
        check=True,
    )
    return drawn.stderr.decode()
