"""The design's contrast table, computed again from the tokens and from what the style sheet pairs."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from hbp_desktop.ui.contrast import contrast
from hbp_desktop.ui.theme import Theme, install, read_tokens

# pair: light, dark, at least
TABLE = {
    ("ink", "surface"): (16.0, 13.6, 4.5),
    ("ink", "bg"): (14.4, 14.9, 4.5),
    ("ink", "sunken"): (15.2, 12.5, 4.5),
    ("ink", "sel"): (13.4, 10.4, 4.5),
    ("ink", "accentsoft"): (13.4, 10.4, 4.5),
    ("ink", "warnsoft"): (14.4, 11.1, 4.5),
    ("ink", "badsoft"): (13.7, 11.9, 4.5),
    ("ink2", "surface"): (7.9, 8.9, 4.5),
    ("ink2", "bg"): (7.1, 9.7, 4.5),
    ("ink2", "rail"): (6.4, 10.2, 4.5),
    ("ink2", "sunken"): (7.5, 8.2, 4.5),
    ("ink2", "sel"): (6.7, 6.8, 4.5),
    ("ink3", "surface"): (5.9, 6.4, 4.5),
    ("ink3", "bg"): (5.3, 7.0, 4.5),
    ("ink3", "sunken"): (5.6, 5.8, 4.5),
    ("ink3", "rail"): (4.8, 7.3, 4.5),
    ("ink3", "sel"): (5.0, 4.9, 4.5),
    ("accent", "surface"): (7.9, 8.2, 4.5),
    ("accent", "bg"): (7.1, 9.0, 4.5),
    ("accent", "rail"): (6.3, 9.4, 4.5),
    ("accent", "accentsoft"): (6.6, 6.2, 4.5),
    ("onaccent", "accent"): (7.9, 8.0, 4.5),
    ("onaccent", "accenthover"): (10.5, 9.6, 4.5),
    ("ok", "surface"): (7.3, 9.2, 4.5),
    ("ok", "oksoft"): (6.3, 7.8, 4.5),
    ("warn", "surface"): (7.7, 9.9, 4.5),
    ("warn", "warnsoft"): (7.0, 8.1, 4.5),
    ("bad", "surface"): (8.0, 8.4, 4.5),
    ("bad", "badsoft"): (6.9, 7.4, 4.5),
    ("bad", "rail"): (6.5, 9.7, 4.5),
    ("edge", "surface"): (3.7, 4.3, 3.0),
    ("edge", "bg"): (3.3, 4.8, 3.0),
    ("edge", "sunken"): (3.5, 4.0, 3.0),
    ("bar", "surface"): (7.9, 8.2, 3.0),
    ("bar2", "surface"): (3.3, 3.6, 3.0),
}
COLOURS = read_tokens()["colours"]


@pytest.mark.parametrize(("pair", "expected"), TABLE.items())
def test_a_pair_has_the_contrast_that_was_designed(
    pair: tuple[str, str], expected: tuple[float, float, float]
) -> None:
    one, other = pair
    for theme, ratio in zip(("light", "dark"), expected[:2], strict=True):
        found = contrast(QColor(COLOURS[theme][one]), QColor(COLOURS[theme][other]))
        assert found >= expected[2]
        assert found == pytest.approx(ratio, abs=0.1)


def test_text_on_its_own_ground_in_the_style_sheet_can_be_read(look: Theme) -> None:
    rules = re.findall(r"\{([^}]*)\}", look.style_sheet())
    pairs = [
        (ground[1], text[1])
        for rule in rules
        if (ground := re.search(r"background: (#\w{6})", rule))
        and (text := re.search(r"(?<![-\w])color: (#\w{6})", rule))
    ]
    assert pairs
    assert all(contrast(QColor(one), QColor(other)) >= 4.5 for one, other in pairs)


def test_high_contrast_has_no_soft_grounds_and_strong_text(qapp: QApplication) -> None:
    theme = install(qapp, "contrast", 100)
    surface = theme.colour("surface")
    for token in ("bg", "sunken", "rail", "accentsoft", "warnsoft", "badsoft", "oksoft", "sel"):
        assert theme.colour(token) == surface
    for token in ("ink", "ink2", "ink3", "ok", "warn", "bad", "edge"):
        assert contrast(theme.colour(token), surface) >= 7
    assert contrast(theme.colour("onaccent"), theme.colour("accent")) >= 4.5


def test_both_themes_have_the_same_tokens() -> None:
    assert COLOURS["light"].keys() == COLOURS["dark"].keys()
