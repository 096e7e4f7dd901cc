"""What the journal's fields are called and how their values are written, for a record's history."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from hbp_desktop.domain.dates import clock, plain_date
from hbp_desktop.domain.person import Identity, masked_number
from hbp_desktop.domain.phone import display_phone
from hbp_desktop.ui import counter_words, matter_words
from hbp_desktop.usecases import wording
from hbp_desktop.usecases.catalogues import Catalogues

_PLACES = {
    "outcome": "status",
    "follow": "follow_unit",
    "proxy": "proxy_name",
    "identity": "id_number",
    "kept": "reason",
    "group": "groups",
    "order": "number",
}
_QUIET = frozenset({"withdrawn", "visit", "session", "order", "guarded", "acted"})
_DATES = frozenset({"date", "ack_done", "reply_done", "born"})
_LONGEST = 300


def is_shown(name: str) -> bool:
    """Tell whether a change of a field is worth a line: ids and marks that the title says are not."""
    return name not in _QUIET


def label(name: str, language: str) -> str:
    """Name a field."""
    first = name.partition(".")[0]
    found = wording.text(f"place_{_PLACES.get(first, first)}", language)
    return (found or name).capitalize() if found != "OKU" else found


def value_words(name: str, value: Any, language: str, catalogues: Catalogues) -> str:
    """Write a value on one line: documents masked, dates and numbers as people write them."""
    if value is None or value == "":
        return "–"
    if name.startswith("group."):
        return _group(name, value, language, catalogues)
    if isinstance(value, bool):
        return _yes() if value else _no()
    if isinstance(value, Mapping):
        return _part(name, value, language)
    return _text(name, str(value), language)


def _text(name: str, value: str, language: str) -> str:
    if name in _DATES:
        return _date(value, language)
    if name == "time":
        return clock(value, language)
    if name == "phone":
        return display_phone(value)
    if name == "language":
        return dict(counter_words.languages()).get(value, value)
    if name in ("kind", "urgent", "channel", "sex"):
        return matter_words.word(value)
    one_line = " ".join(value.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[:_LONGEST]}…"


def _part(name: str, value: Mapping[str, Any], language: str) -> str:
    if name == "identity":
        document = Identity(
            str(value.get("kind", "")), str(value.get("number", "")), str(value.get("country", ""))
        )
        return masked_number(document) or matter_words.word(document.kind)
    known = {part: str(text) for part, text in value.items() if isinstance(text, str) and text}
    if name == "outcome":
        parts = [matter_words.word(known.get("status", "")), known.get("agency", "")]
    elif name == "born":
        parts = [_date(known.get("date", ""), language)]
    elif name == "follow":
        parts = [known.get("unit", ""), _date(known.get("date", ""), language)]
    else:
        parts = [_text("phone" if part == "phone" else "", text, language) for part, text in known.items()]
    return " · ".join(filter(None, parts)) or "–"


def _group(name: str, value: Any, language: str, catalogues: Catalogues) -> str:
    code = name.partition(".")[2]
    group = catalogues.groups.get(code)
    word = group.label(language) if group else code
    return word if value is True else QCoreApplication.translate("FieldWords", "not %1").replace("%1", word)


def _date(value: str, language: str) -> str:
    try:
        return plain_date(date.fromisoformat(value), language)
    except ValueError:
        return value


def _yes() -> str:
    return QCoreApplication.translate("FieldWords", "yes")


def _no() -> str:
    return QCoreApplication.translate("FieldWords", "no")
