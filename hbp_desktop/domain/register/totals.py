"""What the accepted lines of a register come to, before anyone merges anything."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hbp_desktop.domain.matter import KINDS
from hbp_desktop.domain.register.records import PlannedVisit

_NOT_CITIZENS = frozenset({"mypr", "unhcr", "none"})


@dataclass(frozen=True)
class Totals:
    """Counts of matters, visits and clients; a client with a sound document is counted once."""

    matters: int
    by_kind: Mapping[str, int]
    by_status: Mapping[str, int]
    visits: int
    by_counter: Mapping[str, int]
    anonymous: int
    through_proxy: int
    clients: int
    by_sex: Mapping[str, int]
    not_citizens: int
    oku: int


def total(visits: Iterable[PlannedVisit]) -> Totals:
    """Count the visits that have at least one accepted line."""
    held = [visit for visit in visits if visit.accepted]
    matters = [matter.fields for visit in held for matter in visit.accepted]
    clients = {visit.person: visit.draft for visit in reversed(held) if visit.person}
    people = list(clients.values())
    kinds = Counter(str(fields.get("kind")) for fields in matters)
    return Totals(
        matters=len(matters),
        by_kind={kind: kinds[kind] for kind in KINDS},
        by_status=Counter(str(fields.get("outcome", {}).get("status", "")) for fields in matters),
        visits=len(held),
        by_counter=Counter(visit.draft.counter for visit in held),
        anonymous=sum(visit.draft.anonymous for visit in held),
        through_proxy=sum(bool(visit.draft.proxy_name) for visit in held),
        clients=len(people),
        by_sex=Counter(draft.sex for draft in people if draft.sex),
        not_citizens=sum(is_foreign(draft.nationality, draft.id_kind) for draft in people),
        oku=sum(draft.oku is True for draft in people),
    )


def is_foreign(country: str, id_kind: str) -> bool:
    """Tell whether a client is no citizen; the holder of a MyPR never is one."""
    return id_kind in _NOT_CITIZENS or country not in {"", "MYS"}
