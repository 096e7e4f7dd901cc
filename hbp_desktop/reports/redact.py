"""Taking the client out of an officer's words, for packages that leave without names.

Replaced where they stand literally: the client's and the proxy's name (whole, without titles, and the
given name), the document's number, and everything shaped like a MyKad or a telephone number. What an
officer paraphrases ("his brother the headman") cannot be seen by a program and stays.
"""

import re

from hbp_desktop.domain.visit import Visit
from hbp_desktop.reports.words import Words

_LONG_NUMBER = re.compile(r"\d[\d\s().–-]{5,}\d")
_DIGIT = re.compile(r"\d")
_NO_SIGN = re.compile(r"[\W_]+")
_CARD = re.compile(r"(?<![\d-])\d{6}\s?[-–]?\s?\d{2}\s?[-–]?\s?\d{4}(?!\d)")
_PHONE = re.compile(
    r"(?<![\d-])(?:\+?60[\s-]?1|01)\d[\s.–-]?\d{3,4}[\s.–-]?\d{4}(?!\d)"
    r"|(?<![\d-])0[3-9]\d?[\s–-]\d{3,4}[\s.–-]?\d{3,4}(?!\d)"
)
_LINKS = frozenset("bin binti bt bt. bte b. b a/l a/p al ap anak ak d/o s/o".split())
_TITLES = frozenset(
    "en en. encik pn pn. puan cik tn tn. tuan hj hj. haji hjh hjh. hajah dato dato' datuk datin dr "
    "dr.".split()
)
_SHORTEST_GIVEN = 4  # letters; shorter given names are too often words


def redacted(text: str, visit: Visit, words: Words) -> str:
    """Give the text with what names the client replaced by what it was: `[nama]`, `[telefon]` …"""
    if not text:
        return ""
    for name in _names(visit):
        text = _without_name(text, name, words("blank.name"))
    if not _DIGIT.search(text):
        return text
    squeezed = _squeezed(text)
    for number in _numbers(visit):
        text = _without_number(text, squeezed, number, words("blank.identity"))
    if _LONG_NUMBER.search(text):
        text = _CARD.sub(words("blank.identity"), text)
        text = _PHONE.sub(words("blank.phone"), text)
    return text


def _names(visit: Visit) -> list[str]:
    return [name for name in (visit.name, visit.proxy.name if visit.proxy else "") if name.strip()]


def _numbers(visit: Visit) -> list[str]:
    identity = visit.identity.number if visit.identity else ""
    phones = [*visit.phone.split(" / "), *(visit.proxy.phone.split(" / ") if visit.proxy else [])]
    return [number for number in (identity, *phones) if len(number) > 4]


def _without_name(text: str, name: str, blank: str) -> str:
    folded = text.casefold()
    for form in _forms(name):
        if form[0].casefold() not in folded:
            continue
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, form)) + r"(?!\w)"
        text = re.sub(pattern, lambda _: blank, text, flags=re.IGNORECASE)
    return text


def _forms(name: str) -> list[list[str]]:
    """List the ways a name may stand in a sentence, the longest first."""
    whole = name.split()
    bare = [word for word in whole if word.casefold() not in _TITLES]
    links = [index for index, word in enumerate(bare) if word.casefold() in _LINKS]
    given = bare[: links[0]] if links else bare[:1]
    forms = [whole]
    if bare and bare != whole:
        forms.append(bare)
    if given != bare and len("".join(given)) >= _SHORTEST_GIVEN and all(map(_is_word, given)):
        forms.append(given)
    return forms


def _is_word(text: str) -> bool:
    return all(character.isalpha() or character in "'’.-@" for character in text)


def _without_number(text: str, squeezed: str, number: str, blank: str) -> str:
    signs = _squeezed(number)
    if not signs or signs not in squeezed:
        return text
    return re.sub(r"[\s().–-]*".join(signs), lambda _: blank, text, flags=re.IGNORECASE)


def _squeezed(text: str) -> str:
    return _NO_SIGN.sub("", text).casefold()
