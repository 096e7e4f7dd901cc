"""Offices to measure in: small, and one with a hundred thousand matters."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from hbp_desktop.config import Paths
from hbp_desktop.domain.matter import KINDS, MatterDraft
from hbp_desktop.domain.session import DayDraft, Session, SessionDraft
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.store import keyslots, slots
from hbp_desktop.store.keyslots import Keyslots, Slot
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases import planning
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened, open_with
from hbp_desktop.usecases.setup import SetupDraft, found

MALAYSIA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=MALAYSIA)
OFFICER, PASSWORD = "Rohani", "payung biru di tepi sungai"
KEY = bytes(range(1, 33))
CHEAP = KdfCost(memory=64, passes=1, lanes=1)  # the derivation is not what is measured

_FIRST = "Salmah Rohani Aisyah Zainab Halimah Muthu Ravi Kavitha Devi Siti Jabu Nurul Ibrahim Lim Tan".split()
_LAST = "Osman Salleh Omar Daud Jusoh Krishnan Suppiah Maniam Rahayu Bujang Hassan Sulong Hock Ling".split()
_WORDS = (
    "bayaran bantuan belum masuk akaun bank telah ditukar permohonan lewat borang kad oku lawatan rumah "
    "tertangguh tiga bulan syarat dokumen pegawai menerangkan pelanggan meminta semakan status wang ihsan "
    "banjir kaunseling keluarga anak sekolah taska jiran alamat baharu telefon surat akuan"
).split()


@contextmanager
def small_office(code: str = "SGR06") -> Iterator[tuple[Office, Session]]:
    """Found an office with one session in a folder of its own."""
    with TemporaryDirectory() as folder:
        office, session, opened = _settle(Path(folder), code)
        yield office, session
        opened.close()


def visit_draft(session: Session, seed: int, matters: int = 2) -> VisitDraft:
    """Make a visit with matters, the same for the same seed but for its ids."""
    luck = random.Random(seed)
    born = f"{luck.randrange(40, 99):02d}{luck.randrange(1, 13):02d}{luck.randrange(1, 29):02d}"
    return VisitDraft(
        session=session.id,
        day=session.days[0].id,
        counter=str(luck.randrange(1, 5)),
        queue=f"A-{seed % 900 + 1:03d}",
        name=f"{luck.choice(_FIRST)} binti {luck.choice(_LAST)}",
        id_kind="mykad",
        id_number=f"{born}-10-{luck.randrange(10):04d}",
        nationality="MYS",
        phone=f"019-000 {luck.randrange(10_000):04d}",
        address=f"{luck.randrange(1, 400)}, Jalan Reko {luck.randrange(1, 20)}, Kg. Sungai Tangkas",
        postcode="43000",
        groups=frozenset({"warga_emas"}),
        matters=tuple(
            MatterDraft(
                kind=luck.choice(KINDS),
                service_code="BWE",
                service="Bantuan Warga Emas",
                details=" ".join(luck.choices(_WORDS, k=14)).capitalize() + ".",
                status=luck.choice(("new", "in_progress", "settled")),
            )
            for _ in range(matters)
        ),
    )


@dataclass(frozen=True)
class Large:
    """A founded office at rest in a folder, how to open it, and its busiest session."""

    paths: Paths
    session: Session

    def keys(self) -> tuple[Keyslots, Slot, PersonKeys]:
        """Derive the keys, as typing the password does."""
        held = keyslots.read(self.paths.keyslots)
        slot = held.officer(OFFICER)
        return held, slot, slots.keys_by_password(slot, PASSWORD, None)

    def open(self) -> Opened:
        """Open the vault with derived keys."""
        return open_with(self.paths, *self.keys(), no_keyring(), clock)


@contextmanager
def large_office(matters: int = 100_000, sessions: int = 100) -> Iterator[Large]:
    """Found an office with many sessions; the last is today's and as busy as the others."""
    with TemporaryDirectory() as folder:
        paths = Paths.at(Path(folder))
        founded = found(paths, SetupDraft("SGR06", OFFICER, "", PASSWORD), no_keyring(), clock, cost=CHEAP)
        office = Office.of(founded.opened, clock)
        today = planning.plan(office, _PLAN)
        visits = matters // 2 // sessions
        for n in range(sessions):
            session = today if n == sessions - 1 else replace(today, id=f"{n:032x}")
            _fill(office, session, n * visits, visits)
        founded.opened.close()
        yield Large(paths, today)


def no_keyring() -> Secrets:
    """Give a keyring that is not there, so that nothing of the machine's is touched."""
    return Secrets(find=lambda: None)


def clock() -> datetime:
    """Give the morning of the client day."""
    return NOW


def _fill(office: Office, session: Session, first: int, count: int) -> None:
    with office.writing() as w:
        for seed in range(first, first + count):
            (kind, visit_id, fields), *parts = visit_draft(session, seed).subjects()
            w.create(kind, visit_id, fields | {"ref": f"SGR06-Q7FF-{seed:05d}"})
            for part in parts:
                w.create(*part)


def _settle(folder: Path, code: str) -> tuple[Office, Session, Opened]:
    draft = SetupDraft(code, OFFICER, "", PASSWORD)
    opened = found(Paths.at(folder), draft, no_keyring(), clock, cost=CHEAP).opened
    office = Office.of(opened, clock)
    return office, planning.plan(office, _PLAN), opened


_PLAN = SessionDraft(
    number="4", year="2026", days=(DayDraft(date="2026-11-24", place="Dewan Serbaguna Bandar Baru Bangi"),)
)
