"""How a register stands to what the office holds: new, unchanged, or in the place of something changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from hbp_desktop.domain.fields import Fields
from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.register.preview import Preview, compared
from hbp_desktop.domain.register.records import PlannedMatter, PlannedVisit
from hbp_desktop.domain.visit import Visit

NEW, UNCHANGED, CHANGED = "new", "unchanged", "changed"


@dataclass(frozen=True)
class NewSubject:
    """A subject to create: kind "visit" or "matter", its id and journal fields."""

    kind: str
    id: str
    fields: Fields


def stand(preview: Preview, held: Collection[str], visits: Sequence[Visit]) -> Preview:
    """Compare a register with what is held.

    held: ids of all visits and matters of the session, withdrawn ones too. visits: those that stand. A line
    whose id is held is unchanged. Where the visit of its number, day and place (or its own visit) holds a
    matter that this file no longer says, the line is changed, and for a person to decide; so is a new line
    of a visit that was withdrawn.
    """
    standing_visits = {visit.id for visit in visits}
    here = {matter.id for visit in preview.visits for matter in visit.matters}
    free = {matter.id for visit in visits for matter in visit.matters} - here
    standing: dict[int, str] = {}
    stands_for: dict[int, str] = {}
    for visit in preview.visits:
        gone = [matter for matter in _in_its_place(visit, visits) if matter.id in free]
        for matter in visit.accepted:
            standing[matter.record] = UNCHANGED if matter.id in held else NEW
            old = None if matter.id in held else _nearest(matter, gone)
            if visit.id in held and visit.id not in standing_visits and matter.id not in held:
                standing[matter.record], stands_for[matter.record] = CHANGED, visit.id
            if old is not None:
                gone.remove(old)
                free.discard(old.id)
                standing[matter.record], stands_for[matter.record] = CHANGED, old.id
    return compared(preview, standing, stands_for)


def plan_import(
    preview: Preview, held: Collection[str], also: Collection[int] = ()
) -> tuple[NewSubject, ...]:
    """Give what is to be created: new lines, and those changed ones (by record) a person wants added.

    A visit comes before its matters, and only when it is not held and has a matter to bring.
    """
    planned: list[NewSubject] = []
    for visit in preview.visits:
        wanted = [matter for matter in visit.accepted if _wanted(matter, preview, also)]
        if wanted and visit.id not in held:
            planned.append(NewSubject("visit", visit.id, visit.fields))
        planned += [NewSubject("matter", matter.id, matter.fields) for matter in wanted]
    return tuple(planned)


def _wanted(matter: PlannedMatter, preview: Preview, also: Collection[int]) -> bool:
    standing = preview.standing.get(matter.record, NEW)
    return standing == NEW or (standing == CHANGED and matter.record in also)


def _in_its_place(visit: PlannedVisit, visits: Iterable[Visit]) -> list[Matter]:
    """List the matters held for this visit, or for the same number on the same day at the same place."""
    return [matter for held in visits if _same_place(visit, held) for matter in held.matters]


def _same_place(visit: PlannedVisit, held: Visit) -> bool:
    if held.id == visit.id:
        return True
    same_day = held.day == visit.draft.day and (held.date.isoformat() if held.date else "") == visit.date
    return bool(visit.draft.queue) and held.queue == visit.draft.queue and same_day


def _nearest(matter: PlannedMatter, gone: Sequence[Matter]) -> Matter | None:
    """Find what a line most likely replaces: the same place in the visit, the same kind, the same words."""

    def likeness(old: Matter) -> tuple[bool, bool, bool]:
        fields = matter.fields
        return (
            old.details == fields.get("details"),
            old.order == matter.order,
            old.kind == fields.get("kind"),
        )

    return max(gone, key=likeness, default=None)
