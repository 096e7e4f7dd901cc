"""What a package may show of a client and a matter: one place that masks, for paper, workbook and JSON."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.person import age_on, initials, masked_number
from hbp_desktop.domain.phone import display_phone
from hbp_desktop.domain.report import CHILD_AGE, ReportData
from hbp_desktop.domain.visit import Visit
from hbp_desktop.reports.redact import redacted
from hbp_desktop.reports.words import UNKNOWN, Words

_NOT_TOLD = frozenset({"child", "violence"})  # counted, not described, in a package without names
_DONE = frozenset({"settled", "closed"})


@dataclass(frozen=True)
class ClientView:
    """A client as the package shows one; `name` is initials unless names were chosen."""

    name: str
    identity: str
    proxy: str
    sex: str
    age: str
    groups: tuple[str, ...]
    oku: str
    country: str
    phone: str
    address: str
    postcode: str


@dataclass(frozen=True)
class MatterView:
    """A matter as the package shows it; `told` is False where it is counted but not described."""

    kind: str
    code: str
    service: str
    details: str
    wanted: str
    action: str
    status: str
    outcome: str
    due: dt.date | None
    told: bool


class View:
    """Shows the visits of one report in the order of the register, masked as the package asks."""

    def __init__(self, data: ReportData, words: Words) -> None:
        self._data, self._words = data, words
        self.named = data.names
        self.visits = tuple(sorted((v for v in data.visits if not v.withdrawn), key=_register_order))

    def matters(self, visit: Visit) -> Iterator[Matter]:
        """Give the matters that count, in their order."""
        return (matter for matter in visit.matters if not matter.withdrawn)

    def client(self, visit: Visit) -> ClientView:
        """Show the client of a visit."""
        words = self._words
        return ClientView(
            name=self._name(visit),
            identity=self._identity(visit),
            proxy=self._proxy(visit),
            sex=visit.sex or UNKNOWN,
            age=str(age) if (age := _age(visit)) is not None else UNKNOWN,
            groups=tuple(words.name("group", code) for code in group_codes(visit)),
            oku=words.name("answer", {True: "yes", False: "no", None: ""}[visit.oku]),
            country=words.country(visit.nationality) if visit.nationality else UNKNOWN,
            phone=display_phone(visit.phone) if self.named else "",
            address=visit.address if self.named else "",
            postcode=visit.postcode if self.named else "",
        )

    def matter(self, visit: Visit, matter: Matter) -> MatterView:
        """Show a matter of a visit."""
        told = self._is_told(matter)
        return MatterView(
            kind=self._words.name("kind", matter.kind),
            code=matter.service_code,
            service=self.text(visit, matter.service),
            details=self.text(visit, matter.details) if told else self._words("register.not_told"),
            wanted=self.text(visit, matter.wanted) if told else "",
            action=self.text(visit, matter.action) if told else "",
            status=self._words.name("status", matter.status),
            outcome=self._outcome(visit, matter),
            due=self._due(matter),
            told=told,
        )

    def text(self, visit: Visit, text: str) -> str:
        """Show an officer's words, without the client's name and numbers unless names were chosen."""
        return text if self.named else redacted(text, visit, self._words)

    def _is_told(self, matter: Matter) -> bool:
        return not matter.guarded and matter.urgent not in (("child",) if self.named else _NOT_TOLD)

    def _name(self, visit: Visit) -> str:
        if visit.anonymous or not visit.name:
            return self._words("client.anonymous" if visit.anonymous else "client.nameless")
        if _is_child(visit):
            return _initials(visit.name) if self.named else self._words("client.child")
        return visit.name if self.named else _initials(visit.name)

    def _identity(self, visit: Visit) -> str:
        identity = visit.identity
        if visit.anonymous or identity is None or (_is_child(visit) and not self.named):
            return UNKNOWN
        if not identity.number:
            return self._words.name("identity", identity.kind)
        return identity.number if self.named and not _is_child(visit) else masked_number(identity)

    def _proxy(self, visit: Visit) -> str:
        if visit.proxy is None:
            return ""
        relation = self.text(visit, visit.proxy.relation) or UNKNOWN
        return f"{visit.proxy.name} ({relation})" if self.named else relation

    def _due(self, matter: Matter) -> dt.date | None:
        return None if matter.status in _DONE else self._data.deadlines.get(matter.id) or matter.follow_date

    def _outcome(self, visit: Visit, matter: Matter) -> str:
        if matter.urgent:
            done = matter.acted or matter.status in _DONE
            return self._words("outcome.urgent_done" if done else "outcome.urgent_open")
        status = self._words.name("status", matter.status)
        if matter.status == "referred" and matter.agency:
            status = self._words("outcome.referred_to", agency=self.text(visit, matter.agency))
        due = self._due(matter)
        return f"{status} · {self._words.short_date(due)}" if due else status


def group_codes(visit: Visit) -> list[str]:
    """List the target groups of a client, with OKU when it was only ticked."""
    return sorted(visit.groups | ({"oku"} if visit.oku else set()))


@lru_cache(maxsize=8192)
def _initials(name: str) -> str:
    return initials(name) or UNKNOWN


def _age(visit: Visit) -> int | None:
    return age_on(visit.born, visit.date) if visit.born and visit.date else None


def _is_child(visit: Visit) -> bool:
    """Tell whether the client is a child, whose name and number stay out of every report (Akta 611)."""
    age = _age(visit)
    return (age is not None and age < CHILD_AGE) or (age is None and "kanak_kanak" in visit.groups)


def _register_order(visit: Visit) -> tuple[str, str, str, int, str, str, str]:
    """Sort by day and place, then queue number as people count it, then time."""
    digits = "".join(sign for sign in visit.queue if sign.isdecimal() and sign.isascii())
    letters = visit.queue[: len(visit.queue) - len(digits)] if digits else "\uffff"
    day = visit.date.isoformat() if visit.date else "\uffff"
    return (day, visit.place, letters, int(digits[:9] or 0), visit.time, visit.ref, visit.id)
