"""What a role is shown of a record: masked where it may not uncover, unlisted where it may not see."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hbp_desktop.domain.listing import URGENT, Filter
from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.person import Identity, Proxy, initials, masked_number
from hbp_desktop.domain.policy import ANYTHING, Subject
from hbp_desktop.domain.visit import Visit
from hbp_desktop.store import whole_state
from hbp_desktop.usecases.office import Office

HIDDEN = "•••"
_PERSONAL = frozenset({"phone", "address", "born", "proxy"})
_TOLD = frozenset({"note", "details", "wanted", "action", "service", "reason", "state_reply"})


ELSEWHERE = Subject(elsewhere=True)


def elsewhere(office: Office) -> Mapping[str, str]:
    """Map the sessions of other offices that this laptop holds to their offices."""
    with office.vault.read() as conn:
        return whole_state.elsewhere(conn)


def asked_by(office: Office, asked: Filter) -> Filter:
    """Give the filter with what this role is not shown left out."""
    return asked_beside(office, asked, elsewhere(office))


def asked_beside(office: Office, asked: Filter, others: Collection[str]) -> Filter:
    """Give the filter with what this role is not shown left out, knowing the sessions of other offices."""
    theirs, hides = frozenset(others), hidden_from(office)
    if office.may("record.see", ELSEWHERE):
        return replace(asked, hides=hides, quiet=theirs)
    return replace(asked, hides=hides, without=theirs)


def counted_for(office: Office, asked: Filter) -> Filter:
    """Give the filter without the sessions of other offices, for who may not look at the state."""
    without = frozenset() if office.may("record.see", ELSEWHERE) else frozenset(elsewhere(office))
    return replace(asked, without=without)


def hidden_from(office: Office) -> frozenset[str]:
    """Name the kinds of matters that are counted, but not listed, for who sits here."""
    return frozenset() if office.may("urgent.see") else frozenset({URGENT})


def ask_for(office: Office, visit: Visit) -> None:
    """Raise Refused (not_allowed) for a visit that this role is not shown at all."""
    about = ELSEWHERE if visit.session in elsewhere(office) else ANYTHING
    office.ask("record.see", about)
    if any(matter.urgent for matter in visit.matters):
        office.ask("urgent.see", about)


def may_see(office: Office, visit: Visit) -> bool:
    """Tell whether this role is shown a visit in a list."""
    about = ELSEWHERE if visit.session in elsewhere(office) else ANYTHING
    urgent = any(matter.urgent for matter in visit.matters)
    return office.may("record.see", about) and (office.may("urgent.see", about) or not urgent)


def as_seen(office: Office, visits: Sequence[Visit], theirs: Collection[str]) -> Sequence[Visit]:
    """Give visits as this role sees them: whole, or masked where it may not uncover or they are `theirs`."""
    if not office.may("record.plain"):
        return [masked(visit) for visit in visits]
    if not theirs:
        return visits
    return [masked(visit) if visit.session in theirs else visit for visit in visits]


def masked(visit: Visit) -> Visit:
    """Give a visit that names nobody: initials, the masked document, texts without the client."""
    return replace(
        visit,
        name=initials(visit.name),
        identity=_masked_identity(visit.identity),
        phone="",
        address="",
        born=None,
        proxy=_masked_proxy(visit.proxy),
        note=_without(visit.note, visit),
        kept=dict.fromkeys(visit.kept, HIDDEN),
        matters=tuple(_masked_matter(matter, visit) for matter in visit.matters),
    )


def masked_value(name: str, value: Any, visit: Visit) -> Any:
    """Give a journal field's value as the history of a masked record shows it."""
    if value is None or value == "":
        return value
    if name == "name":
        return initials(str(value))
    if name == "identity" and isinstance(value, Mapping):
        return {**value, "number": masked_number(_identity(value))}
    if name in _PERSONAL or name.startswith("kept."):
        return HIDDEN
    if name in _TOLD:
        return _without_parts(value, visit)
    return value


def _identity(value: Mapping[str, Any]) -> Identity:
    return Identity(*(str(value.get(part, "")) for part in ("kind", "number", "country")))


def _masked_identity(identity: Identity | None) -> Identity | None:
    return replace(identity, number=masked_number(identity)) if identity else None


def _masked_proxy(proxy: Proxy | None) -> Proxy | None:
    return replace(proxy, name=initials(proxy.name), phone="") if proxy else None


def _masked_matter(matter: Matter, visit: Visit) -> Matter:
    return replace(
        matter,
        service=_without(matter.service, visit),
        details=_without(matter.details, visit),
        wanted=_without(matter.wanted, visit),
        action=_without(matter.action, visit),
    )


def _without_parts(value: Any, visit: Visit) -> Any:
    if isinstance(value, Mapping):
        return {part: _without(str(text), visit) for part, text in value.items()}
    return _without(str(value), visit)


def _without(text: str, visit: Visit) -> str:
    from hbp_desktop.reports.redact import redacted  # the paper's words are read for a masked record only
    from hbp_desktop.reports.words import Words

    return redacted(text, visit, Words())
