"""The opened office: everything a use case needs, passed in."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from hbp_desktop.domain.day import Day
from hbp_desktop.domain.officer import Officer
from hbp_desktop.domain.rules import Rules
from hbp_desktop.store import journal
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.work import Mark, Work, Writer, work
from hbp_desktop.usecases.catalogues import Catalogues, catalogues
from hbp_desktop.usecases.opening import Opened


def _forget(_: Mark) -> None:
    """Remember nothing."""


@dataclass(frozen=True)
class Office:
    """An open vault and who works in it.

    `clock` gives the aware local time; `remember` is told after each commit how far the chain reached.
    """

    vault: Vault
    code: str
    officer: Officer
    officer_id: str
    clock: Callable[[], datetime]
    catalogues: Catalogues
    language: str = "ms"
    remember: Callable[[Mark], None] = field(default=_forget)

    @classmethod
    def of(cls, opened: Opened, clock: Callable[[], datetime], language: str = "ms") -> "Office":
        """Sit down in an opened vault."""
        return cls(
            vault=opened.vault,
            code=opened.office,
            officer=opened.officer,
            officer_id=opened.officer_id,
            clock=clock,
            catalogues=catalogues(),
            language=language,
            remember=opened.note,
        )

    @property
    def today(self) -> date:
        """Give the office's date by this machine's clock."""
        return self.clock().date()

    @property
    def now(self) -> int:
        """Give seconds since 1970, UTC, by this machine's clock."""
        return int(self.clock().timestamp())

    def rules(self, days: tuple[Day, ...] = ()) -> Rules:
        """Give what a visit to a session with these days is judged against at this office."""
        child_place = self.catalogues.offices.find(self.code).child_place
        return Rules(today=self.today, days=days, child_place=child_place)

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """Open a transaction in this officer's name; durable once the block is left."""
        with work(self.vault, Writer(self.officer_id, self.now)) as doing:
            yield doing
        self.remember(doing.mark)

    def officer_names(self) -> Mapping[str, str]:
        """Give the names behind officer ids, from the roster."""
        with self.vault.read() as conn:
            state = journal.read_own_roster(conn).folded.state
        return {
            name.removeprefix("officer."): str(value.get("name", ""))
            for name, value in state.items()
            if name.startswith("officer.") and name.count(".") == 1 and isinstance(value, Mapping)
        }
