"""The recovery code on paper: one sheet, black on white, in the office's safe."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

_MM_INCH = 25.4
_ACROSS = 3


def print_code(window: QWidget, office: str, groups: Sequence[str]) -> bool:
    """Ask for a printer and print; say whether it was sent."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    return draw_sheet(printer, office, groups)


def prepare(device: QPagedPaintDevice) -> None:
    """Set A4 portrait with margins of 20 mm."""
    margins = QMarginsF(20, 20, 20, 20)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )
    device.setPageLayout(layout)


def draw_sheet(device: QPagedPaintDevice, office: str, groups: Sequence[str]) -> bool:
    """Draw the sheet on a printer or a PDF; say whether the device took it."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    unit = device.logicalDpiX() / _MM_INCH
    y = _line(painter, 0, unit, _heading(), 18, True)
    y = _line(painter, y, unit, office, 12, True)
    y = _groups(painter, y + 8 * unit, unit, groups)
    for text in _advice():
        y = _line(painter, y + 2 * unit, unit, text, 10, False)
    return painter.end()


def write_code(path: Path, office: str, groups: Sequence[str]) -> None:
    """Write the sheet as text, readable by this account alone where the system can; raises OSError."""
    numbered = "\n".join(f"{number}  {group}" for number, group in enumerate(groups, 1))
    text = "\n\n".join((_heading(), office, numbered, *_advice())) + "\n"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def _groups(painter: QPainter, y: float, unit: float, groups: Sequence[str]) -> float:
    across, down = 55 * unit, 16 * unit
    for place, group in enumerate(groups):
        left, top = (place % _ACROSS) * across, y + (place // _ACROSS) * down
        painter.setFont(_font("Noto Sans", 10))
        painter.drawText(
            QRectF(left, top, 8 * unit, 10 * unit), int(Qt.AlignmentFlag.AlignVCenter), str(place + 1)
        )
        painter.setFont(_font("Noto Sans Mono", 20, True))
        box = QRectF(left + 8 * unit, top, across - 8 * unit, 10 * unit)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), group)
    return y + -(-len(groups) // _ACROSS) * down + 4 * unit


def _line(painter: QPainter, y: float, unit: float, text: str, points: int, bold: bool) -> float:
    painter.setFont(_font("Noto Sans", points, bold))
    page = QRectF(0, y, painter.viewport().width(), 60 * unit)
    flags = int(Qt.TextFlag.TextWordWrap)
    return y + painter.drawText(page, flags, text).height() + 2 * unit


def _font(family: str, points: int, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPointSize(points)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _heading() -> str:
    return QCoreApplication.translate("CodePaper", "Recovery code")


def _advice() -> tuple[str, ...]:
    safe = QCoreApplication.translate(
        "CodePaper",
        "Keep this sheet in the office's safe, away from the laptop. It opens the file without a password.",
    )
    use = QCoreApplication.translate(
        "CodePaper", "On the unlock page choose “Use the recovery code” and type all nine groups."
    )
    lost = QCoreApplication.translate(
        "CodePaper", "If this sheet is lost or was seen by others, tell an administrator."
    )
    return safe, use, lost
