"""Small drawings shared by widgets and table cells: pill, letter badge, key cap, text cut to fit."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.theme import theme

# look of a chip → background, text, border ("" is none)
CHIPS: Final = {
    "neutral": ("rail", "ink2", ""),
    "accent": ("accentsoft", "accent", ""),
    "ok": ("oksoft", "ok", ""),
    "warn": ("warnsoft", "warn", ""),
    "bad": ("badsoft", "bad", ""),
    "outline": ("", "ink2", "edge"),
    "toggle": ("surface", "ink2", "edge"),
    "on": ("accentsoft", "accent", "accent"),
    "off": ("sunken", "ink3", "line"),
}


def box(
    painter: QPainter, rect: QRectF, fill: str, border: str = "", corner: float = 6, width: float = 1
) -> None:
    """Draw a rounded box; `fill` and `border` are tokens or empty, corner and width are at 100 %."""
    now = theme()
    line = now.px(width) if border else 0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(now.colour(border), line) if border else Qt.PenStyle.NoPen)
    inner = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    painter.drawRoundedRect(inner, now.px(corner), now.px(corner))
    painter.restore()


def chosen_width() -> int:
    """Give the border of what is chosen, at 100 %: strong where fills are gone."""
    return 3 if theme().high_contrast else 1


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    tone: str = "ink",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line of text in the painter's font, middle of `rect`, cut with an ellipsis."""
    painter.setPen(theme().colour(tone))
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    painter.drawText(
        rect, int(align | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), shown
    )


def pill_size(text: str, icon: str = "", strong: bool = False, name: str = "chip") -> QSize:
    """Measure a pill with its words."""
    now = theme()
    across = QFontMetrics(now.font("small", 600 if strong else 500)).horizontalAdvance(text)
    sign = now.size("icon_chip") + now.size("tight") if icon else 0
    return QSize(across + sign + 2 * now.size("row"), now.size(name))


def pill(painter: QPainter, rect: QRectF, text: str, look: str, icon: str = "", strong: bool = False) -> None:
    """Draw a pill with its words; see CHIPS for the looks."""
    now = theme()
    fill, tone, border = CHIPS[look]
    if now.high_contrast and not border:
        border = "edge"
    height = rect.height()
    width = chosen_width() if look == "on" else 1
    box(painter, rect, fill, border, corner=height / 2 * 100 / now.scale, width=width)
    inner = rect.adjusted(now.size("row"), 0, -now.size("row"), 0)
    if icon:
        side = now.size("icon_chip")
        paint_icon(painter, icon, QRectF(inner.x(), rect.y() + (height - side) / 2, side, side), tone)
        inner.setLeft(inner.left() + side + now.size("tight"))
    painter.setFont(now.font("small", 600 if strong else 500))
    words(painter, inner, text, tone)


def badge(painter: QPainter, rect: QRectF, letter: str, on: bool = False) -> None:
    """Draw the letter of a matter's kind."""
    box(painter, rect, "accent" if on else "surface", "accent" if on else "edge", corner=4)
    painter.setFont(theme().font("caption", 600))
    words(painter, rect, letter, "onaccent" if on else "ink2", Qt.AlignmentFlag.AlignHCenter)


def count(painter: QPainter, at: QPointF, text: str, right: float) -> None:
    """Draw a small filled pill with a number at the upper right corner of a sign, not beyond `right`."""
    now = theme()
    painter.setFont(now.font("caption", 600))
    high = now.size("icon")
    across = max(high, QFontMetrics(painter.font()).horizontalAdvance(text) + 2 * now.size("grid"))
    left = min(at.x() - high / 2, right - across)
    place = QRectF(left, max(0.0, at.y() - high / 3), across, high)
    box(painter, place, "accent", "surface" if now.high_contrast else "", corner=8)
    words(painter, place, text, "onaccent", Qt.AlignmentFlag.AlignHCenter)


def key_cap_size(key: str) -> QSize:
    """Measure a key cap."""
    now = theme()
    across = QFontMetrics(now.font("caption", 500)).horizontalAdvance(key)
    return QSize(max(across + 2 * now.size("tight"), now.size("badge")), now.size("badge"))


def key_cap(painter: QPainter, rect: QRectF, key: str, on_accent: bool = False) -> None:
    """Draw a key: a one-pixel box with a lower edge of two."""
    now = theme()
    line, tone = ("onaccent", "onaccent") if on_accent else ("line", "ink2")
    box(painter, rect, "" if on_accent else "sunken", line, corner=4)
    painter.save()
    painter.setPen(QPen(now.colour(line), now.px(1)))
    low, side = rect.bottom() - now.px(1) - 0.5, now.px(3)
    painter.drawLine(QPointF(rect.left() + side, low), QPointF(rect.right() - side, low))
    painter.restore()
    painter.setFont(now.font("caption", 500))
    words(painter, rect.adjusted(0, 0, 0, -now.px(1)), key, tone, Qt.AlignmentFlag.AlignHCenter)


def line_below(painter: QPainter, rect: QRectF) -> None:
    """Draw the hairline under a row."""
    colour: QColor = theme().colour("line")
    painter.fillRect(QRectF(rect.left(), rect.bottom() - theme().px(1), rect.width(), theme().px(1)), colour)
