"""A visit that brought something guarded is recorded as several, so that the ordinary stays ordinary."""

from dataclasses import dataclass, replace
from hashlib import blake2b

from hbp_desktop.domain.guarded import OPEN, Guard, Guards
from hbp_desktop.domain.visit import VisitDraft


@dataclass(frozen=True, slots=True)
class Part:
    """One visit to record, and how it is guarded."""

    draft: VisitDraft
    guard: Guard = OPEN


def parted(draft: VisitDraft, guards: Guards) -> tuple[Part, ...]:
    """Part a visit: ordinary matters first, then one visit for each reason to guard.

    Nothing in the open links them. The first keeps the id; a later one has its id from its first matter's,
    so that saving twice is still one record.
    """
    found: dict[Guard, VisitDraft] = {}
    for matter in draft.matters:
        guard = guards.over(matter.urgent)
        so_far = found.get(guard) or replace(draft, matters=())
        found[guard] = replace(so_far, matters=(*so_far.matters, replace(matter, order=0)))
    if not found or (len(found) == 1 and not next(iter(found))):
        return (Part(draft),)
    ordered = sorted(found.items(), key=lambda one: (bool(one[0]), one[0].why))
    return tuple(Part(_own(part, number), guard) for number, (guard, part) in enumerate(ordered))


def is_guarded(draft: VisitDraft, guards: Guards) -> bool:
    """Tell whether any matter of a draft will be guarded."""
    return any(guards.over(matter.urgent) for matter in draft.matters)


def _own(draft: VisitDraft, number: int) -> VisitDraft:
    if not number:
        return draft
    first = draft.matters[0].id.encode("utf-8")
    return replace(draft, id=blake2b(first, digest_size=16, person=b"hbp-apart-1").hexdigest(), queue="")
