"""Offices to measure in: small, and one with a hundred thousand matters."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from hbp_desktop.domain.matter import KINDS, MatterDraft
from hbp_desktop.domain.officer import Officer
from hbp_desktop.domain.session import DayDraft, Session, SessionDraft
from hbp_desktop.domain.signing import public_key
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.store.founding import Founding, PersonKeys, found_office
from hbp_desktop.store.vault import Vault
from hbp_desktop.usecases import planning
from hbp_desktop.usecases.catalogues import catalogues
from hbp_desktop.usecases.office import Office

MALAYSIA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=MALAYSIA)
SECRET = bytes(range(32))
KEY = bytes(range(1, 33))

_FIRST = "Salmah Rohani Aisyah Zainab Halimah Muthu Ravi Kavitha Devi Siti Jabu Nurul Ibrahim Lim Tan".split()
_LAST = "Osman Salleh Omar Daud Jusoh Krishnan Suppiah Maniam Rahayu Bujang Hassan Sulong Hock Ling".split()
_WORDS = (
    "bayaran bantuan belum masuk akaun bank telah ditukar permohonan lewat borang kad oku lawatan rumah tertangguh "
    "tiga bulan syarat dokumen pegawai menerangkan pelanggan meminta semakan status wang ihsan banjir kaunseling "
    "keluarga anak sekolah taska jiran alamat baharu telefon surat akuan"
).split()


@contextmanager
def small_office() -> Iterator[tuple[Office, Session]]:
    """Found an office with one session in a folder of its own."""
    with TemporaryDirectory() as folder:
        vault = Vault.create(Path(folder) / "vault.db", KEY)
        yield _settle(vault)
        vault.close()


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


@contextmanager
def large_office(matters: int = 100_000, sessions: int = 100) -> Iterator[tuple[Office, Session]]:
    """Found an office with many sessions; the last is today's and as busy as the others."""
    with TemporaryDirectory() as folder:
        vault = Vault.create(Path(folder) / "vault.db", KEY)
        office, today = _settle(vault)
        visits = matters // 2 // sessions
        for n in range(sessions):
            session = today if n == sessions - 1 else replace(today, id=f"{n:032x}")
            _fill(office, session, n * visits, visits)
        yield office, today
        vault.close()


def _fill(office: Office, session: Session, first: int, count: int) -> None:
    with office.writing() as w:
        for seed in range(first, first + count):
            (kind, visit_id, fields), *parts = visit_draft(session, seed).subjects()
            w.create(kind, visit_id, fields | {"ref": f"SGR06-Q7FF-{seed:05d}"})
            for part in parts:
                w.create(*part)


def _settle(vault: Vault) -> tuple[Office, Session]:
    with vault.write() as conn:
        keys = PersonKeys(os.urandom(32).hex(), "age1x")
        root = PersonKeys(public_key(SECRET).hex(), "age1y")
        now = int(NOW.timestamp())
        found_office(conn, Founding("SGR06", "0" * 32, "Rohani", "", keys, root, SECRET, "meja", now))
    office = Office(vault, "SGR06", Officer("Rohani"), "0" * 32, lambda: NOW, catalogues())
    day = DayDraft(date="2026-11-24", place="Dewan Serbaguna Bandar Baru Bangi")
    return office, planning.plan(office, SessionDraft(number="4", year="2026", days=(day,)))
