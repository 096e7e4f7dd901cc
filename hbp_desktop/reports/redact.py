"""Taking the client out of an officer's words, for packages that leave without names.

Replaced where they stand literally: the client's and the proxy's name (whole, without titles, and the
given name), the document's number, the client's address when it has a house number, and everything shaped
like a MyKad or a telephone number. What an officer paraphrases ("his brother the headman") cannot be seen
by a program and stays.
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
_COUNTRY = r"(?:\+?6[\s-]*(?=0))?"
_SHORTEST_NUMBER = 4  # signs; shorter ones stand in too many other numbers
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
    if _DIGIT.search(visit.address):
        text = _without_number(text, squeezed, visit.address, words("blank.address"))
    if visit.identity and len(visit.identity.number) > _SHORTEST_NUMBER:
        text = _without_number(text, squeezed, visit.identity.number, words("blank.identity"))
    for phone in _phones(visit):
        text = _without_number(text, squeezed, phone, words("blank.phone"), before=_COUNTRY)
    if _LONG_NUMBER.search(text):
        text = _CARD.sub(words("blank.identity"), text)
        text = _PHONE.sub(words("blank.phone"), text)
    return text


def _names(visit: Visit) -> list[str]:
    return [name for name in (visit.name, visit.proxy.name if visit.proxy else "") if name.strip()]


def _phones(visit: Visit) -> list[str]:
    phones = [*visit.phone.split(" / "), *(visit.proxy.phone.split(" / ") if visit.proxy else [])]
    return [phone for phone in phones if len(phone) > _SHORTEST_NUMBER]


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


def _without_number(text: str, squeezed: str, number: str, blank: str, before: str = "") -> str:
    """Replace a number or address, however its signs are spaced and parted."""
    signs = _squeezed(number)
    if len(signs) <= _SHORTEST_NUMBER or signs not in squeezed:
        return text
    pattern = before + r"[\s().,/–-]*".join(map(re.escape, signs))
    return re.sub(pattern, lambda _: blank, text, flags=re.IGNORECASE)


def _squeezed(text: str) -> str:
    return _NO_SIGN.sub("", text).casefold()
