"""What a session draft still needs before it can be recorded."""

from collections import Counter
from typing import TYPE_CHECKING

from hbp_desktop.domain.errors import Problem, errors_in
from hbp_desktop.domain.fields import (
    LINE,
    LONG,
    SHORT,
    block,
    line,
    placed,
    too_long,
    too_much,
    unsettled,
    whole,
)
from hbp_desktop.domain.rules import Rules
from hbp_desktop.domain.text import is_blank, shortened

if TYPE_CHECKING:
    from hbp_desktop.domain.session import SessionDraft

STYLES = ("bertemu", "bersama")
METHODS = ("existing", "programme", "online")
PROGRAMMES = ("kpn", "pawe", "pakk", "pdk", "ppr", "other")
MARKS = ("", "TERHAD", "SULIT")
SESSION_STATUSES = ("planned", "cancelled")
MOST_DAYS, MOST_DUTIES, MOST_COUNTERS, MOST_AGENCIES = 60, 200, 99, 100
_LIMITS = {
    "office": SHORT,
    "title": LINE,
    "programme_name": LINE,
    "platform": LINE,
    "link": 2_000,
    "leader": LINE,
    "cancel_reason": LONG,
}


def problems(draft: "SessionDraft", rules: Rules) -> tuple[Problem, ...]:
    """Say what is wrong with a session, without the warnings that were kept with a reason."""
    found = _choices(draft) + _method(draft) + _numbers(draft, rules) + _lengths(draft)
    found += _days(draft) + _duties(draft)
    if is_blank(draft.office):
        found.append(Problem("office_missing", "office"))
    if draft.status == "cancelled" and is_blank(draft.cancel_reason):
        found.append(Problem("cancel_reason_missing", "cancel_reason"))
    if not errors_in(tuple(found)):
        found += too_much("title", {"all": repr(draft)}, draft.written)
    return unsettled(found, draft.acks)


def _choices(draft: "SessionDraft") -> list[Problem]:
    choices = {
        "style": STYLES,
        "method": METHODS,
        "mark": MARKS,
        "status": SESSION_STATUSES,
        "programme": PROGRAMMES if draft.programme else ("",),
    }
    return [
        Problem("choice_unknown", place, "error", {"text": shortened(getattr(draft, place))})
        for place, allowed in choices.items()
        if getattr(draft, place) not in allowed
    ]


def _method(draft: "SessionDraft") -> list[Problem]:
    found = []
    if draft.method == "programme" and not draft.programme:
        found.append(Problem("programme_missing", "programme"))
    if draft.method == "programme" and draft.programme == "other" and is_blank(draft.programme_name):
        found.append(Problem("programme_name_missing", "programme_name"))
    if draft.online and is_blank(draft.platform):
        found.append(Problem("platform_missing", "platform"))
    if draft.online and is_blank(draft.link):
        found.append(Problem("link_missing", "link"))
    return found


def _numbers(draft: "SessionDraft", rules: Rules) -> list[Problem]:
    found = []
    n, year = whole(draft.number), draft.the_year
    if draft.number.strip() and not 1 <= n <= 9_999:
        found.append(Problem("number_impossible", "number", "error", {"text": shortened(draft.number)}))
    if draft.year.strip() and not 2000 <= year <= 2199:
        found.append(Problem("year_impossible", "year", "error", {"text": shortened(draft.year)}))
    if (n, year) in rules.taken:
        found.append(Problem("number_taken", "number", "warning", {"n": n, "year": year}))
    if draft.counters.strip() and not 1 <= whole(draft.counters) <= MOST_COUNTERS:
        values: dict[str, str | int] = {"text": shortened(draft.counters), "most": MOST_COUNTERS}
        found.append(Problem("counters_impossible", "counters", "error", values))
    return found


def _lengths(draft: "SessionDraft") -> list[Problem]:
    texts = {place: line(getattr(draft, place)) for place in _LIMITS}
    found = too_long(_LIMITS, texts | {"cancel_reason": block(draft.cancel_reason)})
    for place, size, most in (
        ("days", len(draft.days), MOST_DAYS),
        ("duties", len(draft.duties), MOST_DUTIES),
        ("agencies", len(draft.agencies), MOST_AGENCIES),
    ):
        if size > most:
            found.append(Problem("too_many", place, "error", {"count": size, "most": most}))
    for n, agency in enumerate(draft.agencies):
        found += too_long({f"agencies.{n}": LINE}, {f"agencies.{n}": line(agency)})
    return found


def _days(draft: "SessionDraft") -> list[Problem]:
    if not draft.days:
        return [Problem("day_missing", "days")]
    found: list[Problem] = []
    for n, day in enumerate(draft.days):
        found += placed(f"days.{n}", day.problems(draft.online))
    values = [day.value(0) for day in draft.days]
    seen = Counter((day.date, day.place.casefold(), day.start) for day in values if day.date)
    return found + [Problem("day_twice", "days", "warning")] * any(times > 1 for times in seen.values())


def _duties(draft: "SessionDraft") -> list[Problem]:
    if not draft.duties:
        return [Problem("duty_missing", "duties", "warning")]
    found: list[Problem] = []
    for n, duty in enumerate(draft.duties):
        found += placed(f"duties.{n}", duty.problems())
    return found + [Problem("leads_several", "duties", "warning")] * (sum(d.lead for d in draft.duties) > 1)
