"""What a report is made from: plain facts of one session at one version, and when one is late."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.figures import SEALED, Figures, outside
from hbp_desktop.domain.proof import SignedHead
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.signoff import Signature
from hbp_desktop.domain.visit import Visit

Stage = Literal["draft", "final", "amended"]
MARKS = ("", "TERHAD", "SULIT")
CHILD_AGE = 18  # years: below it a client is a child (Akta 611)


@dataclass(frozen=True)
class Letterhead:
    """Who writes the report and to whom; every text is a setting of the office.

    `head_letter` is the reference an acting head stands on, "" for the head's own post.
    """

    name: str
    short: str
    code: str = ""
    state: str = ""
    department: str = "JABATAN KEBAJIKAN MASYARAKAT"
    address: str = ""
    phone: str = ""
    fax: str = ""
    to: str = ""
    sender: str = ""
    file_ref: str = ""
    head_name: str = ""
    head_post: str = ""
    head_letter: str = ""
    reviewer_name: str = ""
    reviewer_post: str = ""
    slogans: tuple[str, ...] = ()
    crest: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Change:
    """One headline figure that differs from the version before."""

    name: str
    before: int
    after: int


@dataclass(frozen=True)
class ReportData:
    """One version of one session's report. `made` is the time of the newest entry, never the clock's.

    Attributes worth a word: `deadlines` by matter id; `queue` counts queue numbers by what became of them,
    and `issued`; `services` names the services by code; `late_days` is 0 until the form was sent late;
    `signed_before` are those of an older version; `heads` and `chain_code` reach this session's last entry.
    """

    session: Session
    office: Letterhead
    visits: tuple[Visit, ...]
    figures: Figures
    made: dt.datetime
    missing: tuple[Problem, ...] = ()
    version: int = 1
    stage: Stage = "draft"
    changes: tuple[Change, ...] = ()
    names: bool = False
    mark: str = ""
    program: str = ""
    code: str = ""
    deadlines: Mapping[str, dt.date] = field(default_factory=dict)
    queue: Mapping[str, int] = field(default_factory=dict)
    services: Mapping[str, str] = field(default_factory=dict)
    late_days: int = 0
    signatures: tuple[Signature, ...] = ()
    signed_before: tuple[Signature, ...] = ()
    heads: tuple[SignedHead, ...] = ()
    chain_code: str = ""

    @property
    def printed_mark(self) -> str:
        """Give the security mark of every page: a package with names is TERHAD at least."""
        return self.mark or ("TERHAD" if self.names else "")

    def service_name(self, key: str) -> str:
        """Name a service by its code, such as `BWE Bantuan Warga Emas`; other text stays as it is."""
        return f"{key} {self.services[key]}" if key in self.services else key

    @property
    def sealed(self) -> str:
        """Tell how many matters are guarded, as a package may: in its totals, described nowhere."""
        table = self.figures.tables.get(SEALED)
        return outside(table.total if table else 0)

    @property
    def number(self) -> str:
        """Write the session's number in its year, `4/2026`, or "" while it has none."""
        return f"{self.session.n}/{self.session.year}" if self.session.n else ""


def days_late(session: Session, today: dt.date) -> int:
    """Count the days past the due date (F.4.2): of the sending, or until today while nothing is sent.

    Calendar days; 0 in time, without a date, and for a cancelled session.
    """
    if session.due is None or session.cancelled:
        return 0
    sent = session.submitted.date if session.submitted else today
    return max(0, (sent - session.due).days)


def days_left(session: Session, today: dt.date) -> int | None:
    """Count the days until the report is due, None once it is sent, cancelled or without a date."""
    if session.due is None or session.cancelled or session.submitted:
        return None
    return max(0, (session.due - today).days)
