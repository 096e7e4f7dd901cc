"""`isian-borang`: the answers to type into the Google Form, in its order (F.4.1); never a name in them."""

import json
from collections import Counter
from dataclasses import dataclass, replace

from hbp_desktop.domain.report import ReportData
from hbp_desktop.reports.blocks import NOTE_LEADING, TITLE, Block, Column, flow, heading, note, table
from hbp_desktop.reports.canvas import A4, bind
from hbp_desktop.reports.csv_files import csv_bytes
from hbp_desktop.reports.report_pdf import document_title, frame
from hbp_desktop.reports.session_facts import dates_of, method_of, officers_of, places_of, times_of
from hbp_desktop.reports.tables import by_kind, headline, rows
from hbp_desktop.reports.view import View
from hbp_desktop.reports.words import UNKNOWN, Words
from hbp_desktop.resources import resource

_LONGEST = 300  # characters of one summary
_WIDTH = A4.room
_HEADLINES = (
    "clients", "visits", "anonymous_visits", "proxied_visits", "not_citizens", "matters", "settled",
    "tallies",
)  # fmt: skip
_AGES = ("under_18", "18_39", "40_59", "60_up")
_GROUPS = (
    "warga_emas", "oku", "keluarga", "ibu_tunggal", "kanak_kanak", "mangsa_bencana", "orang_papa",
    "pertubuhan",
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """One question of the form and what to type; several items for a list."""

    question: str
    items: tuple[str, ...]


def answers(data: ReportData, words: Words) -> tuple[Answer, ...]:
    """Answer the questions of `resources/texts/form_questions.json`, in their order.

    Names are left out whatever the package asks: this sheet leaves the office.
    """
    masked = replace(data, names=False)
    known = _session_answers(masked, words) | _counts(masked) | _summaries(masked, words)
    return tuple(
        Answer(question[words.language], known.get(question["answer"]) or (UNKNOWN,))
        for question in _questions()
    )


def form_csv(data: ReportData, words: Words) -> bytes:
    """Write the answers as CSV: number, question, answer; a list has a line an item inside one cell."""
    head = (words("form.number"), words("form.question"), words("form.answer"))
    found = answers(data, words)
    body = [(str(n), answer.question, "\n".join(answer.items)) for n, answer in enumerate(found, 1)]
    return csv_bytes([head, *body])


def form_pdf(data: ReportData, words: Words) -> bytes:
    """Print the answers, to be typed from paper."""
    leaves = flow(A4, _blocks(data, words))
    title = words("form.title", title=document_title(data, words))
    return bind(leaves, frame(data, words), title, data.made)


def _blocks(data: ReportData, words: Words) -> list[Block]:
    columns = [
        Column(words("form.number"), 30.0),
        Column(words("form.question"), 150.0),
        Column(words("form.answer"), _WIDTH - 180.0),
    ]
    lines: list[tuple[str, str, str]] = []
    for number, answer in enumerate(answers(data, words), 1):
        lines.append((str(number), answer.question, answer.items[0]))
        lines += [("", "", item) for item in answer.items[1:]]
    return [
        heading(
            words("form.heading"),
            words("session.number", number=data.number or UNKNOWN),
            _WIDTH,
            size=TITLE,
            gap=0.0,
        ),
        *note(words("form.note"), _WIDTH, gap=0.0),
        Block(NOTE_LEADING / 2, lambda *_: None),
        *table(columns, lines),
    ]


def _session_answers(data: ReportData, words: Words) -> dict[str, tuple[str, ...]]:
    session, office = data.session, data.office
    sent = session.submitted
    facts = {
        "state": office.state,
        "office": office.name,
        "style": words.name("style", session.style),
        "title": session.title,
        "number": data.number,
        "method": method_of(session, words),
        "dates": dates_of(session, words),
        "times": times_of(session, words),
        "places": places_of(session, words),
        "platform": session.platform,
        "agencies": ", ".join(sorted(session.agencies)) or words("fact.none"),
        "groups": ", ".join(words.name("group", code) for code in sorted(session.groups)),
        "counters": str(session.counters) if session.counters else "",
        "officers": officers_of(session, words),
        "due": words.date(session.due),
        "late": words("form.late", days=data.late_days) if data.late_days else words("form.in_time"),
        "late_reason": sent.late_reason if sent else "",
    }
    return {name: (text,) for name, text in facts.items() if text}


def _counts(data: ReportData) -> dict[str, tuple[str, ...]]:
    """Count what the form asks; a zero is an answer."""
    found = {name: headline(data.figures, name) for name in _HEADLINES}
    kinds = by_kind(data.figures)
    found |= {f"kind_{row.kind}": row.total for row in kinds}
    found |= {name: sum(getattr(row, name) for row in kinds) for name in ("ongoing", "referred")}
    for name_of_table, names in (("sex", ("L", "P")), ("age_group", _AGES), ("group", _GROUPS)):
        counted = {row.keys[0]: row.count for row in rows(data.figures, name_of_table)}
        found |= {f"{name_of_table}_{name}": counted.get(name, 0) for name in names}
    return {name: (str(count),) for name, count in found.items()}


def _summaries(data: ReportData, words: Words) -> dict[str, tuple[str, ...]]:
    """Sum up complaints, suggestions and services without anyone in them (F.4.1)."""
    view = View(data, words)
    told: dict[str, list[str]] = {"aduan": [], "cadangan": []}
    services: Counter[str] = Counter()
    for visit in view.visits:
        for matter in view.matters(visit):
            shown = view.matter(visit, matter)
            if matter.kind in told:
                about = shown.service or shown.code
                text = words("form.summary", details=summary(shown.details), status=shown.status)
                told[matter.kind].append(f"{about}: {text}" if about else text)
            elif matter.kind == "perkhidmatan":
                services[shown.service or shown.code or words("unknown.service")] += 1
    listed = [
        f"{name}: {count}" for name, count in sorted(services.items(), key=lambda one: (-one[1], one[0]))
    ]
    none = (words("fact.none"),)
    return {
        "complaint_list": _numbered(told["aduan"]) or none,
        "suggestion_list": _numbered(told["cadangan"]) or none,
        "service_list": tuple(listed) or none,
    }


def summary(text: str) -> str:
    """Cut an officer's words to one short line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _numbered(items: list[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {item}" for number, item in enumerate(items, 1))


def _questions() -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(
        resource("texts", "form_questions.json").read_text(encoding="utf-8")
    )["questions"]
    return found
