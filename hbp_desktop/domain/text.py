"""Text that people typed: one cleaner at the edge, one folding for matching, marks for what cannot be seen.

The cleaner's visible forms: C0 controls and DEL become their Unicode picture (U+0000 is U+2400); C1
controls and lone surrogates, which have no picture, become their code in brackets: `[U+0085]`.
Line feed and tab stay. CR LF, CR, U+2028 and U+2029 are ends of lines and become a line feed.
"""

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSEEN = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0") | {chr(code) for code in range(0x2400, 0x2427)}
_UNSEEN_KINDS = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"})

_BIDI = {
    "\u061c": "ALM",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_BIDI_MARKS = {ord(char): f"[{name}]" for char, name in _BIDI.items()}

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003fffd"
_CJK_GAP = re.compile(f"(?<=[{_CJK}])(?=[^\\s])|(?<=[^\\s])(?=[{_CJK}])")

_ASCII_WORD = re.compile("[0-9A-Za-z]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_QUOTES = re.compile("['`´\u2018\u2019\u201b\u02bc\u02bb\u2032]")
_DIGIT_DASH = re.compile(r"(?<=\d)\s*[-\u2010-\u2015\u2212](?=\d)")
_SON = re.compile(r"\b(?:a\s?[/\\]\s?l|s\s?/\s?o)\b\.?")
_DAUGHTER = re.compile(r"\b(?:a\s?[/\\]\s?p|d\s?/\s?o)\b\.?")
_SHORT_BIN = re.compile(r"(?<=[^\W\d_] )b(?:\. ?| )(?=[^\W\d_])")
_INVISIBLE_IN_WORDS = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SAME_WORD = {
    word: same
    for same, words in {
        "bin": "ibn",
        "binti": "bt bte bti binte bintie",
        "anak": "ak",
        "muhammad": "muhd mohd mohamad mohammad muhamad mohamed mohammed mohamet muhammed mhd mohammud",
        "haji": "hj",
        "hajah": "hjh hajjah",
        "kampung": "kg kpg kampong",
        "jalan": "jln",
        "taman": "tmn",
        "sungai": "sg",
    }.items()
    for word in words.split()
}


def clean(text: str) -> str:
    """Give the text as it is recorded: NFC, line ends as a line feed, controls as visible forms.

    Bidi controls and everything else stay. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = _LINE_END.sub("\n", text)
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub(_visible, lines))


def is_blank(text: str) -> bool:
    """Tell whether nothing in the text can be seen: spaces, controls, zero-width and filler signs."""
    if text[:1].isalnum() and text[0].isascii():
        return False
    return all(char in _UNSEEN or unicodedata.category(char) in _UNSEEN_KINDS for char in text)


def visible_bidi(text: str) -> str:
    """Show each bidi control as a mark such as `[RLO]`, for the glass; the text no longer turns."""
    return text.translate(_BIDI_MARKS)


def without_invisible(text: str) -> str:
    """Drop zero-width signs, bidi controls and soft hyphens, for reading codes and numbers."""
    return _INVISIBLE_IN_WORDS.sub("", text)


def fold(text: str) -> str:
    """Give the text for matching and search: words in small letters with one space between them.

    Case, accents, ligatures, quotes, dashes and zero-width signs no longer count; `b.` is `bin`, `bt.`
    is `binti`, `ak` is `anak`, `Mohd` is `muhammad`, `a/l` is `al`; digits joined by dashes are one number.
    """
    plain = clean(text).casefold()
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", without_invisible(plain)))
    plain = unicodedata.normalize("NFC", _QUOTES.sub("", plain))
    plain = _DAUGHTER.sub(" ap ", _SON.sub(" al ", _DIGIT_DASH.sub("", plain)))
    plain = _SHORT_BIN.sub("bin ", " ".join(plain.split()))
    return " ".join(_SAME_WORD.get(word, word) for word in _words(plain))


def cjk_spaced(text: str) -> str:
    """Put spaces around each Chinese, Japanese or Korean character, so that any two are a phrase."""
    if text.isascii():
        return text
    return _CJK_GAP.sub(" ", text)


def shortened(text: str, most: int = 40) -> str:
    """Give enough of a text on one line to find it again, never a page of it."""
    line = " ".join(clean(text[: most * 8]).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x7F:
        return "\u2421"
    return chr(0x2400 + code) if code < 0x20 else f"[U+{code:04X}]"


def _words(text: str) -> list[str]:
    """Split at what is neither letter, digit nor a mark of a script such as Tamil."""
    if text.isascii():
        return _ASCII_WORD.findall(text)
    kept = "".join(
        char if char.isalnum() or unicodedata.category(char) in {"Mn", "Mc"} else " " for char in text
    )
    return kept.split()
