"""The opened office: everything a use case needs, passed in."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from hbp_desktop.domain.day import Day
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.officer import Officer
from hbp_desktop.domain.policy import ANYTHING, NAMED, Asking, Subject, may, needed
from hbp_desktop.domain.rules import Rules
from hbp_desktop.domain.staff import BY_STATE, Staff
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.work import Work, Writer, work
from hbp_desktop.usecases.catalogues import Catalogues, own_lists
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.roll import Roll


@dataclass(frozen=True)
class Office:
    """An open vault and who works in it; `clock` gives the aware local time.

    `opened` holds what belongs to this laptop: its folder, its keyring, the person's keys.
    """

    opened: Opened
    clock: Callable[[], datetime]
    catalogues: Catalogues
    language: str = "ms"
    visiting: bool = False  # another office's lists, days and settings are read, with one's own standing
    _roll: Roll = field(default_factory=Roll, repr=False, compare=False)

    @classmethod
    def of(cls, opened: Opened, clock: Callable[[], datetime], language: str = "ms") -> "Office":
        """Sit down in an opened vault."""
        return cls(opened, clock, own_lists(), language)

    def visited(self, code: str) -> "Office":
        """Give another office's lists, days and settings to read by; who sits there stays who sits here."""
        if code == self.code:
            return self
        there = Office.of(replace(self.opened, office=code), self.clock, self.language)
        return replace(there, visiting=True)

    @property
    def vault(self) -> Vault:
        """The office's file."""
        return self.opened.vault

    @property
    def code(self) -> str:
        """The office's code in the catalogue."""
        return self.opened.office

    @property
    def officer(self) -> Officer:
        """Who sits here; nameless after the recovery code."""
        return self.opened.officer

    @property
    def officer_id(self) -> str:
        """The actor of what is written here."""
        return self.opened.officer_id

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
        writes = self.vault.writes
        with work(self.vault, Writer(self.officer_id, self.now)) as doing:
            yield doing
        if not doing.has_enacted:
            self._roll.pass_over(self.vault, writes)
        self.opened.note(doing.mark)

    def staff(self) -> Staff:
        """Give everybody on the roster; read anew only when the roster may have moved."""
        return self._roll.staff(self.vault, self.now // 60, self.code, self.catalogues)

    def asking(self) -> Asking:
        """Say who asks here today, with the roles in force."""
        asking = self.staff().asking(self.officer_id, self.today, self.opened.keys.signing_public)
        if "coordinator" in asking.roles and self._names_granted():
            return replace(asking, roles=asking.roles | {NAMED})
        return asking

    def granted(self) -> str:
        """Say what the state office lets this laptop pull: `none`, `own` or `state`."""
        return self._roll.granted(self.vault, self.now // 60)[0]

    def may(self, verb: str, subject: Subject = ANYTHING) -> bool:
        """Tell whether who sits here may do this today."""
        about = replace(subject, against=self.staff().standing(subject.against))
        return may(self.asking(), verb, about)

    def ask(self, verb: str, subject: Subject = ANYTHING) -> None:
        """Raise Refused (not_allowed, with the `roles` that may) unless who sits here may do this."""
        if not self.may(verb, subject):
            raise Refused("not_allowed", verb=verb, roles=", ".join(needed(verb)))

    def actor_names(self) -> Mapping[str, str]:
        """Give the names behind whoever writes in this journal: officers, and the state office."""
        state = "State office" if self.language == "en" else "Pejabat negeri"
        return {**self.officer_names(), BY_STATE: state}

    def _names_granted(self) -> bool:
        """Tell whether names of the whole state are granted today; they end by date, without an exchange."""
        grant, until = self._roll.granted(self.vault, self.now // 60)
        return grant == "state" and self.today.isoformat() <= until

    def officer_names(self) -> Mapping[str, str]:
        """Give the names behind officer ids, from the roster; two records of one officer bear one name."""
        staff = self.staff()
        found = {officer: staff.find(officer) for officer in staff.members}
        return {officer: member.name for officer, member in found.items() if member}
