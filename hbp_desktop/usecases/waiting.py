"""The drafts that wait on this laptop, told without a word of what is in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hbp_desktop.usecases.office import Office


@dataclass(frozen=True)
class Waiting:
    """A draft that was kept: its queue number ("" when it has none) and when (local time)."""

    queue: str
    kept_at: datetime


def waiting(office: "Office") -> tuple[Waiting, ...]:
    """Give this officer's drafts, oldest first; none where the file cannot be read any more."""
    from hbp_desktop.domain.errors import HbpError
    from hbp_desktop.usecases import counter, plan_drafts  # the unlock page needs the words above only

    zone, found = office.clock().tzinfo, []
    try:
        if office.may("visit.record"):
            kept = counter.kept_drafts(office)
            found += [Waiting(draft.queue, datetime.fromtimestamp(at, zone)) for _, draft, at in kept]
        if office.may("session.plan"):
            found += [Waiting("", one.kept_at) for one in plan_drafts.kept(office)]
    except HbpError:
        return ()
    return tuple(sorted(found, key=lambda one: one.kept_at))
