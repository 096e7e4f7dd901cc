"""Breaking text into lines: at spaces, after hyphens, between Han signs, anywhere in too long a word."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hbp_desktop.reports.text_runs import width as width_of

_HAN = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_KEPT = "\u00a0"  # a space that does not break; drawn as a space
_GAP = rf"[^\S\n{_KEPT}]"
_TOKEN = re.compile(rf"\n|{_GAP}+|[{_HAN}]|(?:{_KEPT}|[^\s{_HAN}-])*-+(?=[^\W\d])|(?:{_KEPT}|[^\s{_HAN}])+")
_SLACK = 0.001
_NARROWEST = 200  # thousandths of an em: no letter that counts is narrower

Part = tuple[str, str]  # style, text


@dataclass(frozen=True)
class Line:
    """One line: its parts in reading order, and its width in points."""

    parts: tuple[Part, ...]
    width: float

    @property
    def text(self) -> str:
        """Give the line's words without their styles."""
        return "".join(text for _, text in self.parts)


@lru_cache(maxsize=4096)  # labels and set phrases; an officer's own words come once
def wrap(text: str, style: str, size: float, room: float) -> tuple[Line, ...]:
    """Break plain text into lines no wider than `room` points; at least one line."""
    if text.isascii():
        lines = _ascii_lines(text, style, room * 1000 / size + _SLACK)
        if lines is not None:
            return tuple(Line(((style, line),) if line else (), wide * size / 1000) for line, wide in lines)
    return wrap_parts(((style, text),), size, room)


def _ascii_lines(text: str, style: str, limit: float) -> list[tuple[str, float]] | None:
    """Break text of plain letters, what most of a register is; None when a word is wider than a line."""
    space = width_of(style, " ")
    lines: list[tuple[str, float]] = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for word in paragraph.split():
            gap = space if line else 0.0
            for piece in _TOKEN.findall(word) if "-" in word else (word,):
                wide = width_of(style, piece)
                if wide > limit:
                    return None
                if line and used + gap + wide > limit:
                    lines.append((line, used))
                    line, used, gap = piece, wide, 0.0
                else:
                    line, used, gap = f"{line} {piece}" if gap else line + piece, used + gap + wide, 0.0
        lines.append((line, used))
    return lines


def wrap_parts(parts: tuple[Part, ...], size: float, room: float) -> tuple[Line, ...]:
    """Break text of several styles into lines no wider than `room` points."""
    limit = room * 1000 / size + _SLACK
    return tuple(_line(found, size) for found in _filled(_tokens(parts), limit))


def measure(text: str, style: str, size: float) -> float:
    """Measure one line of text in points."""
    return sum(width_of(style, token) for token in _TOKEN.findall(text)) * size / 1000


def clip(text: str, style: str, size: float, room: float) -> str:
    """Cut one line of text to `room` points, with an ellipsis where it was cut."""
    if measure(text, style, size) <= room:
        return text
    fitting = text[: int(room * 5 / size) + 1]
    while fitting and measure(fitting + "…", style, size) > room:
        fitting = fitting[:-1]
    return fitting.rstrip() + "…"


def _tokens(parts: tuple[Part, ...]) -> Iterator[Part]:
    for style, text in parts:
        for token in _TOKEN.findall(text):
            yield style, token


def _filled(tokens: Iterator[Part], limit: float) -> Iterator[list[Part]]:
    line: list[Part] = []
    used = 0.0
    for style, token in tokens:
        if token == "\n":
            yield line
            line, used = [], 0.0
            continue
        token = token.replace(_KEPT, " ") if _KEPT in token else token
        if token.isspace():
            token = " "
            if not line:
                continue
        for piece in _pieces(style, token, limit):
            wide = width_of(style, piece)
            if line and used + wide > limit and piece != " ":
                yield line
                line, used = [], 0.0
            line.append((style, piece))
            used += wide
    yield line


def _pieces(style: str, token: str, limit: float) -> Iterator[str]:
    """Cut a word that is wider than a whole line; never measures more of it than a line could hold."""
    most = int(limit / _NARROWEST) + 1
    while len(token) > most or (token and width_of(style, token) > limit):
        cut = _longest_fitting(style, token[:most], limit)
        yield token[:cut]
        token = token[cut:]
    if token:
        yield token


def _longest_fitting(style: str, token: str, limit: float) -> int:
    """Count the characters that fit, at least one; marks stay with their letter."""
    low, high = 1, len(token)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(style, token[:middle]) <= limit:
            low = middle
        else:
            high = middle - 1
    while low > 1 and low < len(token) and unicodedata.combining(token[low]):
        low -= 1
    return low


def _line(tokens: list[Part], size: float) -> Line:
    while tokens and tokens[-1][1] == " ":
        tokens.pop()
    parts: list[Part] = []
    for style, text in tokens:
        if parts and parts[-1][0] == style:
            parts[-1] = (style, parts[-1][1] + text)
        else:
            parts.append((style, text))
    wide = sum(width_of(style, text) for style, text in tokens)
    return Line(tuple(parts), wide * size / 1000)
