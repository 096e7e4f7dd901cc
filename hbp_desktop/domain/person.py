"""Who a client is: documents read softly, what a document says, and how both are masked.

A document that cannot be right is kept as typed and pointed at; nothing here refuses to record a person.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hbp_desktop.domain.countries import alpha2
from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.fields import flag_of, text_of
from hbp_desktop.domain.text import clean, fold, is_blank, shortened, without_invisible

IDENTITY_KINDS = ("mykad", "mypr", "ic_old", "passport", "unhcr", "none")
CARDS = frozenset({"mykad", "mypr"})

_KIND_WORDS = {
    word: kind
    for kind, words in {
        "mykad": "mykad|my kad|kp|k p|kp baru|ic|i c|ic baru|new ic|nric|kad pengenalan|kad pengenalan baru|"
        "kad pengenalan malaysia|identity card|no kp|no ic|mykid|my kid|mykas|my kas|warganegara",
        "mypr": "mypr|my pr|pr|permastautin tetap|pemastautin tetap|permanent resident|penduduk tetap",
        "ic_old": "ic lama|kp lama|kad pengenalan lama|old ic|old identity card|kad pengenalan lama biru",
        "passport": "pasport|passport|paspot|pas port|pass port|passpot|no pasport|pasport antarabangsa",
        "unhcr": "unhcr|kad unhcr|unhcr card|pelarian|refugee|refugee card",
        "none": "tiada dokumen|tiada|none|no document|no documents|tanpa dokumen|tiada pengenalan|tiada kad|"
        "tiada ic|tiada kp|undocumented|tidak berdokumen",
    }.items()
    for word in words.split("|")
}
# Birth places never issued by the national registration (first two digits of the second group).
_NEVER_ISSUED = frozenset({0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97})
_TITLE = re.compile(r"(?:NO\.? ?)?(?:KP|K/P|IC|I/C|NRIC|MYKAD|MYPR|PASPORT|PASSPORT)\.?(?: ?:| ) ?(?=\w*\d)")
_EXPONENT = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,3}")
_CARD_SHAPE = re.compile(r"\d[\d\s-]*")
_SHAPES = {
    "ic_old": re.compile(r"[A-Z]{0,2}\d{6,8}"),
    "passport": re.compile(r"(?=.*\d)[A-Z0-9]{5,15}"),
    "unhcr": re.compile(r"[A-Z0-9-]{6,20}"),
}
_OLDEST_CLIENT = 120  # years; an earlier century is not offered beyond it
_OWN_CARD_AGE = 12  # years; a MyKad is first issued at twelve


@dataclass(frozen=True)
class Identity:
    """A document: `kind` of IDENTITY_KINDS, `number` as canonical text, `country` ISO-3 or ""."""

    kind: str
    number: str = ""
    country: str = ""

    @classmethod
    def of(cls, part: Mapping[str, object]) -> "Identity | None":
        """Read a recorded document; None where there is none."""
        kind = text_of(part, "kind")
        return cls(kind, text_of(part, "number"), text_of(part, "country")) if kind else None


@dataclass(frozen=True)
class Proxy:
    """Who came for the client; the client is still the one served."""

    name: str
    relation: str = ""
    consent: bool = False
    phone: str = ""

    @classmethod
    def of(cls, part: Mapping[str, object]) -> "Proxy | None":
        """Read who came as recorded; None where the client came."""
        name = text_of(part, "name")
        relation, phone = text_of(part, "relation"), text_of(part, "phone")
        return cls(name, relation, flag_of(part, "consent"), phone) if name else None


@dataclass(frozen=True)
class Birth:
    """A birth date derived from a card: `born` the likelier, `other` a century earlier or later, or None."""

    born: date
    other: date | None = None


def read_kind(text: str) -> str | None:
    """Read a document's kind as people write it; "" when blank, None when the word is not known."""
    if is_blank(text):
        return ""
    word = fold(text)
    return word.replace(" ", "_") if word.replace(" ", "_") in IDENTITY_KINDS else _KIND_WORDS.get(word)


def read_identity(
    kind_text: str, number_text: str, country: str = ""
) -> tuple[Identity | None, tuple[Problem, ...]]:
    """Read a document from what was typed; doubts come as warnings with the place `identity`.

    Codes: `id_type_unknown`, `id_impossible`, `id_lost_digits`, `id_missing`. A blank kind is guessed from
    the number. None means that neither kind nor number was given.
    """
    kind = read_kind(kind_text)
    typed = _TITLE.sub("", " ".join(without_invisible(clean(number_text)).upper().split()))
    doubts = [] if kind is not None else [_doubt("id_type_unknown", kind_text)]
    if is_blank(typed) or typed in {"-", "–", "TIADA"}:
        return _without_number(kind, country, doubts)
    kind = kind or _kind_by_shape(typed, country)
    number, code = read_number(kind, typed)
    if code and doubts:  # a document of a kind of its own, such as a soldier's card: kept as written
        kind, code = "none", ""
    if code:
        doubts.append(_doubt(code, number_text))
    return Identity(kind, number, country), tuple(doubts)


def read_number(kind: str, typed: str) -> tuple[str, str]:
    """Give the canonical number and the code of a doubt ("" for none); a doubtful number stays as typed."""
    if _EXPONENT.fullmatch(typed):
        return typed, "id_lost_digits"
    if kind in CARDS:
        return _card_number(typed.removesuffix(".0"))
    if kind == "none":
        return typed, ""
    joined = typed.replace(" ", "") if kind == "unhcr" else re.sub(r"[\s-]", "", typed).removesuffix(".0")
    return (joined, "") if _SHAPES[kind].fullmatch(joined) else (typed, "id_impossible")


def is_sound(identity: Identity | None) -> bool:
    """Tell whether a document can stand for one person: it has a number and the number can be right."""
    if identity is None or identity.kind not in IDENTITY_KINDS or identity.kind == "none":
        return False
    return bool(identity.number) and read_number(identity.kind, identity.number)[1] == ""


def sex_of(identity: Identity | None) -> str:
    """Give the sex a card's last digit says: odd is "L", even is "P", "" without a sound card."""
    if identity is None or identity.kind not in CARDS or not is_sound(identity):
        return ""
    return "L" if int(identity.number[-1]) % 2 else "P"


def birth_of(identity: Identity | None, today: date, elderly: bool = False) -> Birth | None:
    """Give the birth date a card says: the latest not after `today`.

    `other` is set when the two-digit year leaves a doubt: the later century makes a child too young for
    a card of its own, or a child of someone served as `elderly`, and the earlier one somebody over a hundred.
    """
    if identity is None or identity.kind not in CARDS or not is_sound(identity):
        return None
    dates = [day for day in _century_dates(identity.number) if day <= today]
    if len(dates) < 2 or age_on(dates[-2], today) > _OLDEST_CLIENT:
        return Birth(dates[-1]) if dates else None
    earlier, later = dates[-2:]
    if elderly and age_on(later, today) < 60:
        return Birth(earlier, later)
    return Birth(later, earlier) if age_on(later, today) < _OWN_CARD_AGE else Birth(later)


def identity_doubts(
    identity: Identity | None, sex: str, today: date, groups: frozenset[str] = frozenset()
) -> tuple[Problem, ...]:
    """Point at what a sound card contradicts: the sex given, or a year that leaves the century open."""
    doubts = []
    said = sex_of(identity)
    if said and sex and said != sex:
        doubts.append(Problem("id_sex_mismatch", "identity", "warning", {"sex": sex}))
    birth = birth_of(identity, today, "warga_emas" in groups)
    if birth and birth.other and not ("kanak_kanak" in groups and "warga_emas" not in groups):
        years = {"year": birth.born.year, "other": birth.other.year}
        doubts.append(Problem("birth_year_ambiguous", "identity", "warning", years))
    return tuple(doubts)


def age_on(born: date, today: date) -> int:
    """Count whole years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def person_key(identity: Identity | None, sex: str, visit: str) -> str:
    """Give the key of who was served: the same for the same sound document, else the visit's own.

    A card whose last digit contradicts the sex given may be mistyped, so it speaks for its visit alone.
    """
    said = sex_of(identity)
    if identity is None or not is_sound(identity) or (said and sex and said != sex):
        return visit
    kind = "card" if identity.kind in CARDS else identity.kind
    country = identity.country if kind == "passport" else ""
    text = "\0".join((kind, identity.number.upper(), country))
    return hashlib.blake2b(text.encode(), digest_size=16, person=b"hbp-person").hexdigest()


def masked_number(identity: Identity | None) -> str:
    """Write `610415-03-****`, for other documents the last three signs: `ID ****567`."""
    if identity is None or not identity.number:
        return ""
    if identity.kind in CARDS and (is_sound(identity) or identity.number.endswith("-****")):
        return identity.number[:10] + "****"
    tail = identity.number[-3:] if len(identity.number) > 4 else ""
    country = alpha2(identity.country) if identity.kind == "passport" else ""
    return f"{country} ****{tail}".strip()


_LINKS = {"bin": "b.", "binti": "bt.", "al": "a/l", "ap": "a/p", "anak": "ak"}
_TITLES = frozenset(
    "haji hajah dato datuk datin dr tun puan pn encik en cik tuan ir ustaz ustazah prof".split()
)
_MOST_INITIALS = 6


def initials(name: str) -> str:
    """Write a name as initials that keep its links: `Maimunah binti Tahir` is `M. bt. T.`."""
    words = fold(name).replace("tan sri ", "").split()
    kept = [word for word in words if word not in _TITLES] or words
    return " ".join(_LINKS.get(word) or f"{_first(word)}." for word in kept[:_MOST_INITIALS])


def _first(word: str) -> str:
    """Give a word's first letter with the marks that belong to it (Tamil vowel signs)."""
    marks = 1
    while marks < len(word) and unicodedata.category(word[marks]) in {"Mn", "Mc"}:
        marks += 1
    return word[:marks].upper()


def _without_number(
    kind: str | None, country: str, doubts: list[Problem]
) -> tuple[Identity | None, tuple[Problem, ...]]:
    if kind == "none":
        return Identity("none", "", country), tuple(doubts)
    if kind:
        doubts.append(Problem("id_missing", "identity", "warning"))
    return None, tuple(doubts)


def _kind_by_shape(typed: str, country: str) -> str:
    """Guess a kind that was left blank: twelve digits are a card, letters a passport or an old card."""
    joined = re.sub(r"[\s-]", "", typed)
    if joined.isdecimal() and len(joined) >= 9:
        return "mykad"
    if country in {"", "MYS"} and re.fullmatch(r"[A-Z]?\d{7}", joined):
        return "ic_old"
    if re.fullmatch(r"\d{3}-?\d{2}[A-Z]\d{5}", typed):
        return "unhcr"
    return "passport" if country not in {"", "MYS"} else "mykad"


def _card_number(typed: str) -> tuple[str, str]:
    """Read `YYMMDD-PB-####`, with or without dashes; leading zeros that a worksheet ate are put back."""
    digits = re.sub(r"[\s-]", "", typed)
    if not (_CARD_SHAPE.fullmatch(typed) and digits.isascii() and 9 <= len(digits) <= 12):
        return typed, "id_impossible"
    digits = digits.zfill(12)
    number = f"{digits[:6]}-{digits[6:8]}-{digits[8:]}"
    if int(digits[6:8]) in _NEVER_ISSUED or not _century_dates(number):
        return (number if len(re.sub(r"[\s-]", "", typed)) == 12 else typed), "id_impossible"
    return number, ""


def _century_dates(number: str) -> list[date]:
    """List the dates a card's first six digits can mean, the earlier century first."""
    dates = []
    for century in (1900, 2000):
        try:
            dates.append(date(century + int(number[:2]), int(number[2:4]), int(number[4:6])))
        except ValueError:
            continue
    return dates


def _doubt(code: str, text: str) -> Problem:
    return Problem(code, "identity", "warning", {"text": shortened(text)})
