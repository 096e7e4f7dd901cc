"""The register as a table of cells, for the workbook and the CSV file: one row a matter."""

from collections.abc import Iterator
from dataclasses import dataclass

from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.visit import Visit
from hbp_desktop.reports.view import ClientView, MatterView, View
from hbp_desktop.reports.words import Words

_COLUMNS = (
    "date", "time", "place", "counter", "queue", "ref", "client", "identity", "country", "sex", "age",
    "groups", "oku", "proxy", "channel", "kind", "code", "service", "details", "wanted", "action", "status",
    "agency", "status_date", "follow_unit", "follow_date", "due", "officer",
)  # fmt: skip
_NAMED_COLUMNS = ("phone", "address", "postcode")
_WIDE = {"details": 60, "action": 40, "wanted": 30, "place": 28, "service": 24, "client": 22, "address": 36}
_NARROW = {"sex": 8, "age": 7, "time": 8, "oku": 8, "counter": 9, "code": 9, "postcode": 9}


@dataclass(frozen=True)
class Heading:
    """A column: its key, its head in the paper's language, its width in characters."""

    key: str
    text: str
    width: int


def headings(view: View, words: Words) -> tuple[Heading, ...]:
    """Give the columns; telephone and address only where names were chosen."""
    keys = _COLUMNS + (_NAMED_COLUMNS if view.named else ())
    return tuple(
        Heading(key, words(f"sheet.{key}"), _WIDE.get(key) or _NARROW.get(key) or 16) for key in keys
    )


def table_rows(view: View, words: Words) -> Iterator[tuple[str, ...]]:
    """Give the register's rows, a client's facts on each of its matters."""
    for visit in view.visits:
        client = view.client(visit)
        own = _visit_cells(visit, client, words)
        last = (client.phone, client.address, client.postcode) if view.named else ()
        for matter in list(view.matters(visit)) or [Matter(id="")]:
            shown = view.matter(visit, matter)
            yield own + _matter_cells(visit, matter, shown, view) + (visit.officer, *last)


def _visit_cells(visit: Visit, client: ClientView, words: Words) -> tuple[str, ...]:
    return (
        visit.date.isoformat() if visit.date else "",
        visit.time,
        visit.place,
        visit.counter,
        visit.queue,
        visit.ref,
        client.name,
        client.identity,
        client.country,
        client.sex,
        client.age,
        "; ".join(client.groups),
        client.oku,
        client.proxy,
        words.name("channel", visit.channel),
    )


def _matter_cells(visit: Visit, matter: Matter, shown: MatterView, view: View) -> tuple[str, ...]:
    if not matter.id:
        return ("",) * 12
    return (
        shown.kind,
        shown.code,
        shown.service,
        shown.details,
        shown.wanted,
        shown.action,
        shown.status,
        view.text(visit, matter.agency),
        matter.status_date.isoformat() if matter.status_date else "",
        view.text(visit, matter.follow_unit),
        matter.follow_date.isoformat() if matter.follow_date else "",
        shown.due.isoformat() if shown.due else "",
    )
