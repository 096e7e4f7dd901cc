"""Luminance, contrast, and the colours of the high-contrast theme taken from the system's palette."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette


def luminance(colour: QColor) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = (_linear(colour.redF()), _linear(colour.greenF()), _linear(colour.blueF()))
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio by WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def high_contrast(system: QPalette, themes: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Choose every token from the system's palette; meaning is left to words, icons and outlines."""
    paper, ink = _paper_and_ink(system)
    accent = system.color(QPalette.ColorRole.Highlight)
    accent = accent if contrast(accent, paper) >= 4.5 else ink
    colours = dict.fromkeys(themes["light"], paper.name())
    strong = ("edge", "ink", "ink2", "ink3", "ok", "warn", "bad", "line", "okline", "warnline", "badline")
    colours |= dict.fromkeys((*strong, "accentline", "dim", "bar2"), ink.name())
    colours |= dict.fromkeys(("accent", "accenthover", "bar"), accent.name())
    kept = {name: themes["light"][name] for name in ("paper", "onpaper")}
    return colours | kept | {"onaccent": _readable_on(accent, paper, ink), "scrim": themes["dark"]["scrim"]}


def _paper_and_ink(system: QPalette) -> tuple[QColor, QColor]:
    paper, ink = system.color(QPalette.ColorRole.Base), system.color(QPalette.ColorRole.Text)
    if contrast(paper, ink) >= 7:
        return paper, ink
    dark = luminance(paper) < luminance(ink)
    return (QColor("black"), QColor("white")) if dark else (QColor("white"), QColor("black"))


def _readable_on(accent: QColor, *choices: QColor) -> str:
    return max(choices, key=lambda choice: contrast(choice, accent)).name()


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
