"""What a visit draft still needs before it can be recorded, and what looks doubtful."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from hbp_desktop.domain.countries import STATELESS, read_country
from hbp_desktop.domain.dates import minutes, read_date, read_time
from hbp_desktop.domain.errors import Problem, Refused, errors_in
from hbp_desktop.domain.fields import LINE, LONG, SHORT, block, line, placed, too_long, too_much, unsettled
from hbp_desktop.domain.person import Identity, identity_doubts, read_identity
from hbp_desktop.domain.phone import read_phone
from hbp_desktop.domain.rules import Rules
from hbp_desktop.domain.text import is_blank, shortened

if TYPE_CHECKING:
    from hbp_desktop.domain.visit import VisitDraft

CHANNELS = ("", "counter", "telephone", "online", "written")
LANGUAGES = ("", "ms", "en", "zh", "ta", "iban", "other")
SEXES = ("", "L", "P")
BORN_HOW = ("", "derived", "said")
MOST_MATTERS = 50
_GRACE = 60  # minutes before and after the day's hours in which a visit surprises nobody
_OLDEST = 130  # years
_POSTCODE = re.compile("[0-9]{5}")
_LIMITS = {
    "name": LINE,
    "phone": LINE,
    "address": 2_000,
    "postcode": SHORT,
    "counter": SHORT,
    "queue": SHORT,
    "officer": LINE,
    "nationality": SHORT,
    "id_number": LINE,
    "id_country": SHORT,
    "proxy_name": LINE,
    "proxy_relation": LINE,
    "proxy_phone": LINE,
    "note": LONG,
}
_COUNTRIES = ("nationality", "id_country")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "channel": CHANNELS,
    "language": LANGUAGES,
    "sex": SEXES,
    "born_how": BORN_HOW,
}


def problems(draft: "VisitDraft", rules: Rules) -> tuple[Problem, ...]:
    """Say what is wrong with a visit, without the warnings that were kept with a reason."""
    found = _choices(draft) + _when(draft, rules) + _client(draft, rules) + _proxy(draft)
    found += _contact(draft) + too_long(_LIMITS, draft.texts) + _matters(draft)
    if not errors_in(tuple(found)):
        found += too_much("note", {**draft.texts, **draft.kept}, draft.written)
    return unsettled(map(draft.lenient, found), draft.kept)


def identity_of(draft: "VisitDraft") -> tuple[Identity | None, tuple[Problem, ...]]:
    """Read the document from what was typed, with its doubts."""
    typed = line(draft.id_country)
    return read_identity(draft.id_kind, draft.id_number, country_of(typed) or typed)


def texts_of(draft: "VisitDraft") -> dict[str, str]:
    """Give the texts as they would be recorded."""
    lines = {name: line(getattr(draft, name)) for name in _LIMITS}
    phones = {name: read_phone(lines[name])[0] for name in ("phone", "proxy_phone")}
    countries = {name: country_of(lines[name]) or lines[name] for name in _COUNTRIES}
    return lines | phones | countries | {"address": block(draft.address), "note": block(draft.note)}


def country_of(text: str) -> str:
    """Read a country as ISO-3 from its code, its name or a nationality, "" when the word is not known."""
    return STATELESS if line(text).upper() == STATELESS else read_country(text)


def canonical_date(text: str) -> str:
    """Give a typed date as `YYYY-MM-DD`, "" when there is none; raise Refused."""
    return "" if is_blank(text) else read_date(text).isoformat()


def canonical_time(text: str) -> str:
    """Give a typed time as `HH:MM`, "" when there is none; raise Refused."""
    return "" if is_blank(text) else read_time(text)


def _choices(draft: "VisitDraft") -> list[Problem]:
    return [
        Problem("choice_unknown", place, "error", {"text": shortened(getattr(draft, place))})
        for place, allowed in _CHOICES.items()
        if getattr(draft, place) not in allowed
    ]


def _when(draft: "VisitDraft", rules: Rules) -> list[Problem]:
    found = []
    if rules.days and not rules.day(draft.day):
        found.append(Problem("day_unknown", "day"))
    for place, read in (("date", canonical_date), ("time", canonical_time)):
        try:
            read(getattr(draft, place))
        except Refused as refused:
            found.append(Problem(refused.code, place, "error", refused.values))
    return found or _date_doubts(draft, rules) + _time_doubts(draft, rules)


def _date_doubts(draft: "VisitDraft", rules: Rules) -> list[Problem]:
    day = rules.day(draft.day)
    date = canonical_date(draft.date) or (day.date.isoformat() if day and day.date else "")
    found = []
    if day and day.date and date != day.date.isoformat():
        values = {"date": date, "day": day.date.isoformat()}
        found.append(Problem("date_not_the_day", "date", "warning", values))
    if date and rules.today and date > rules.today.isoformat():
        found.append(Problem("date_in_future", "date", "warning", {"date": date}))
    return found


def _time_doubts(draft: "VisitDraft", rules: Rules) -> list[Problem]:
    day, time = rules.day(draft.day), canonical_time(draft.time)
    if not (day and day.start and day.end and time):
        return []
    if minutes(day.start) - _GRACE <= minutes(time) <= minutes(day.end) + _GRACE:
        return []
    values = {"time": time, "start": day.start, "end": day.end}
    return [Problem("time_outside_hours", "time", "warning", values)]


def _client(draft: "VisitDraft", rules: Rules) -> list[Problem]:
    identity, doubts = draft.reading
    named = not is_blank(draft.name)
    if draft.anonymous:
        typed = named or bool(identity and identity.number)
        return [Problem("anonymous_with_client", "anonymous", "warning")] * typed
    found = list(doubts)
    if not named and not (identity and identity.number):
        found.append(Problem("client_missing", "name"))
    if rules.today:
        found += identity_doubts(identity, draft.sex, rules.today, draft.groups)
    if rules.child_place and "kanak_kanak" in draft.groups and named:
        found.append(Problem("child_name", "name", "warning"))
    return found + _birth(draft, rules)


def _birth(draft: "VisitDraft", rules: Rules) -> list[Problem]:
    try:
        born = canonical_date(draft.born)
    except Refused as refused:
        return [Problem(refused.code, "born", "error", refused.values)]
    if not (born and rules.today):
        return []
    age = rules.today.year - int(born[:4])
    if born > rules.today.isoformat() or age > _OLDEST:
        return [Problem("born_impossible", "born", "error", {"date": born})]
    return []


def _proxy(draft: "VisitDraft") -> list[Problem]:
    texts = (draft.proxy_name, draft.proxy_relation, draft.proxy_phone)
    if all(map(is_blank, texts)) and not draft.proxy_consent:
        return []
    found = [
        Problem(f"{place}_missing", place)
        for place in ("proxy_name", "proxy_relation")
        if is_blank(getattr(draft, place))
    ]
    return found + [Problem("proxy_consent_missing", "proxy_consent", "warning")] * (not draft.proxy_consent)


def _contact(draft: "VisitDraft") -> list[Problem]:
    found = list(read_phone(draft.phone)[1])
    found += [Problem(p.code, "proxy_phone", p.level, p.values) for p in read_phone(draft.proxy_phone)[1]]
    found += [
        Problem("country_unknown", name, "warning", {"text": shortened(getattr(draft, name))})
        for name in _COUNTRIES
        if not is_blank(getattr(draft, name)) and not country_of(getattr(draft, name))
    ]
    postcode = line(draft.postcode)
    if postcode and not _POSTCODE.fullmatch(postcode):
        found.append(Problem("postcode_impossible", "postcode", "warning", {"text": shortened(postcode)}))
    return found


def _matters(draft: "VisitDraft") -> list[Problem]:
    if not draft.matters:
        return [Problem("matter_missing", "matters")]
    if len(draft.matters) > MOST_MATTERS:
        values = {"count": len(draft.matters), "most": MOST_MATTERS}
        return [Problem("too_many", "matters", "error", values)]
    found: list[Problem] = []
    for n, matter in enumerate(draft.matters):
        found += placed(f"matters.{n}", matter.problems(draft.anonymous))
    return found
