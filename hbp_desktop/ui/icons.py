"""Lucide signs in the colour of the text around them, at the screen's own resolution."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hbp_desktop.resources import resource
from hbp_desktop.ui.theme import theme


def pixmap(name: str, tone: str = "ink", size: str = "icon", ratio: float = 1.0) -> QPixmap:
    """Draw the sign `name` in the colour of token `tone`, `size` a size name, for a pixel ratio."""
    return _drawn(name, theme().colour_text(tone), theme().size(size), ratio)


def icon(name: str, tone: str = "ink", size: str = "icon", ratio: float = 1.0) -> QIcon:
    """Give the sign as an icon; its disabled picture is in the palest text."""
    made = QIcon(pixmap(name, tone, size, ratio))
    made.addPixmap(pixmap(name, "ink3", size, ratio), QIcon.Mode.Disabled)
    return made


def paint_icon(painter: QPainter, name: str, rect: QRectF, tone: str) -> None:
    """Draw the sign into `rect` in the colour of token `tone`."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    drawn = _drawn(name, theme().colour_text(tone), round(rect.width()), ratio)
    painter.drawPixmap(rect.topLeft(), drawn)


def _drawn(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    kept, key = theme().pictures, (name, colour, pixels, ratio)
    if key not in kept:
        kept[key] = _render(name, colour, pixels, ratio)
    return kept[key]


def _render(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    stroke = "1.75" if pixels >= 18 else "2"
    svg = _svg(name).replace("currentColor", QColor(colour).name())
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    picture = QPixmap(QSize(round(pixels * ratio), round(pixels * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=128)
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")
