"""What a list of records is asked for."""

from dataclasses import dataclass

PAGE = 50
URGENT = "urgent"  # matters of the immediate route


@dataclass(frozen=True)
class Filter:
    """Which visits a list shows; "" asks nothing. `kind`, `status` and `urgent` ask about their matters.

    `text` is what was typed into the search; `withdrawn` shows the withdrawn ones instead. `date` is the
    ISO date received; `since` and `until` are `HH:MM`, the later one left out. `clock` is one of
    deadlines.CLOCKS: open complaints for which it still runs. `mark` is one of exchanging.MARKS: where the
    record lies. `hides` names kinds of matters whose visits
    the asker is not shown; they are counted all the same. Of the sessions in `without` nothing is given or
    counted, of those in `quiet` no visit of the immediate route is given.
    """

    session: str = ""
    day: str = ""
    counter: str = ""
    channel: str = ""
    kind: str = ""
    status: str = ""
    service: str = ""
    urgent: bool = False
    anonymous: bool = False
    text: str = ""
    withdrawn: bool = False
    date: str = ""
    since: str = ""
    until: str = ""
    clock: str = ""
    mark: str = ""
    hides: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()
