"""The nouns of the exchange with a state office, as lamp, page and command show them."""

from dataclasses import dataclass
from typing import Literal

from hbp_desktop.domain.errors import Problem

Phase = Literal["none", "confirming", "idle", "sending", "connected", "offline", "look"]
Mark = Literal["here", "held", "there", "look"]
MARKS: tuple[Mark, ...] = ("here", "held", "there", "look")


@dataclass(frozen=True)
class Standing:
    """How this laptop stands with its state office; times are seconds since 1970, UTC, 0 for never.

    phase: *none* not enrolled, *confirming* the state office has not confirmed yet, *idle* nothing tried
    since the start, *sending* a round runs, *connected* the last try reached it, *offline* it did not, *look*
    a person must act. waiting, acknowledged and not_counted are entries (of those that wait, acts such as an
    unlocking are not told); matters_… are matters. seconds_left
    is None where the speed is unknown. words are the six that both ends show until confirmed.
    """

    enrolled: bool = False
    peer_name: str = ""
    url: str = ""
    phase: Phase = "none"
    waiting: int = 0
    acknowledged: int = 0
    not_counted: int = 0
    matters_waiting: int = 0
    matters_there: int = 0
    matters_look: int = 0
    matters: int = 0
    bytes_waiting: int = 0
    seconds_left: int | None = None
    last_contact: int = 0
    last_error: Problem | None = None
    next_try: int = 0
    clock_off: int = 0
    words: tuple[str, ...] = ()
    grant: str = "none"
    names_until: str = ""
    attachments_waiting: int = 0
    attachments_bytes: int = 0


@dataclass(frozen=True)
class ReceiptLine:
    """A receipt as listed; `matched`: every entry it names lies here at just that place."""

    name: str
    at: int
    entries: int
    matters: int
    matched: bool


@dataclass(frozen=True)
class LookLine:
    """A subject of which the state office holds entries that do not count there.

    why: a code of the sentences. who: whose turn it is, `administrator` of this office or `state`.
    """

    kind: str
    subject: str
    entries: int
    why: str
    who: Literal["administrator", "state"]


@dataclass(frozen=True)
class Enrolled:
    """What enrolling brought: the six words to compare with what the state office shows."""

    name: str
    url: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class RoundResult:
    """What came of a whole round: entries sent and new here, matters newly held there; or the trouble."""

    sent: int = 0
    taken: int = 0
    matters: int = 0
    receipt: ReceiptLine | None = None
    problem: Problem | None = None
    stopped: bool = False

    @property
    def done(self) -> bool:
        """Tell whether both ends said all they had."""
        return self.problem is None and not self.stopped
