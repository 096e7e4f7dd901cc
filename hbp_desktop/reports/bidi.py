"""Which way the parts of one line run (after UAX #9, without its explicit controls, which are only shown)."""

import re
import unicodedata
from itertools import groupby

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRONG_RIGHT = {"R", "AL"}
_NUMBERS = {"EN", "AN"}
_MARKS_OF_NUMBERS = {"ES", "CS", "ET"}
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def runs_right_to_left(text: str) -> bool:
    """Tell whether any of it is written from the right."""
    return _RIGHT_TO_LEFT.search(text) is not None


def visual_runs(text: str) -> list[tuple[str, bool]]:
    """Split one line of a left-to-right page into runs as they stand from the left: (text, right to left).

    The text of a run stays in reading order; brackets of a right-to-left run are mirrored.
    """
    levels = _levels([unicodedata.bidirectional(character) for character in text])
    found = [
        (level, "".join(text[index] for index in indexes))
        for level, indexes in groupby(range(len(text)), levels.__getitem__)
    ]
    return [
        (run.translate(_MIRRORED) if level == 1 else run, level == 1) for level, run in _in_page_order(found)
    ]


def _levels(classes: list[str]) -> list[int]:
    """Give 0 to what reads from the left, 1 from the right, 2 to numbers inside text from the right."""
    levels: list[int] = []
    inside = False
    for index, kind in enumerate(classes):
        if kind in _STRONG_RIGHT:
            inside = True
        elif kind == "L":
            inside = False
        elif kind not in _NUMBERS:
            levels.append(_neutral(classes, index, levels, inside))
            continue
        levels.append((2 if kind in _NUMBERS else 1) if inside else 0)
    return levels


def _neutral(classes: list[str], index: int, levels: list[int], inside: bool) -> int:
    """Give a space or sign the level of its two neighbours when they agree, else the page's."""
    if not inside:
        return 0
    if classes[index] == "NSM":
        return levels[-1]
    nearby = classes[index + 1] if index + 1 < len(classes) else ""
    if classes[index] in _MARKS_OF_NUMBERS and levels[-1] == 2 and nearby in _NUMBERS:
        return 2
    following = next((kind for kind in classes[index + 1 :] if kind in _STRONG_RIGHT | _NUMBERS | {"L"}), "L")
    return 0 if following == "L" else 1


def _in_page_order(runs: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Turn round each stretch of runs that together read from the right."""
    ordered: list[tuple[int, str]] = []
    for turned, found in groupby(runs, lambda run: run[0] > 0):
        stretch = list(found)
        ordered += stretch[::-1] if turned else stretch
    return ordered
