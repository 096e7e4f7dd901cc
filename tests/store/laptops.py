"""Laptops of one office as tests drive them: real vaults that write, copy, restore and exchange."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select

from hbp_desktop.domain.chain import Vector
from hbp_desktop.domain.entry import Entry, make
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import admission, exchange, journal
from hbp_desktop.store.founding import Founding, PersonKeys, found_office, join_office, open_chain
from hbp_desktop.store.project import reproject
from hbp_desktop.store.tables import PROJECTED, entries
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.work import Work, Writer, work

ROOT, ADMIN = b"r" * 32, b"a" * 32
KEY = b"k" * 32
START = 1795000000
OFFICE = "SGR06"


@dataclass
class Laptop:
    """One installation: its file, and a clock that moves with every act."""

    path: Path
    officer: str
    now: int = START
    vault: Vault = field(init=False)

    def __post_init__(self) -> None:
        self.vault = Vault.open(self.path, KEY) if self.path.exists() else Vault.create(self.path, KEY)

    @property
    def device(self) -> str:
        """The public key this installation signs with."""
        with self.vault.read() as conn:
            return public_key(journal.own_device(conn).secret).hex()

    def writing(self) -> Any:
        """Open a transaction a minute later."""
        self.now += 60
        return work(self.vault, Writer(self.officer, self.now))

    def create(self, kind: str, subject: str, fields: Mapping[str, Any], action: str = "recorded") -> None:
        with self.writing() as doing:
            doing.create(kind, subject, fields, action=action)

    def change(self, kind: str, subject: str, fields: Mapping[str, Any]) -> None:
        with self.writing() as doing:
            doing.change(kind, subject, doing.seen(subject), fields)

    def holds(self, subject: str) -> bool:
        with self.vault.read() as conn:
            return bool(journal.held(conn, subject))

    def write_newer(self, subject: str) -> None:
        """Write as a program of the next version would."""
        with self.vault.write() as conn:
            doing = Work(conn, Writer(self.officer, self.now))
            last, seen = doing.tip, doing.seen(subject)
            assert last is not None
            header = doing._header("visit", subject, seen, "renamed")
            newer = type(header)(**{name: getattr(header, name) for name in header.__slots__} | {"v": 2})
            journal.append(conn, [make(last.hash, newer, {"name": {"given": "?"}}, bytes(12))])
            reproject(conn, [("visit", subject)])

    def offers(self, have: Vector) -> list[Any]:
        """Give the ranges a holder of `have` lacks."""
        with self.vault.write() as conn:
            return exchange.ranges(conn, have)

    def take_in(self, offered: list[Any]) -> exchange.Taken:
        with self.vault.write() as conn:
            return exchange.take_in(conn, offered)

    def vector(self) -> Vector:
        with self.vault.read() as conn:
            return exchange.vector(conn)

    def receive_from(self, other: "Laptop") -> exchange.Taken:
        """Take everything another laptop offers."""
        return self.take_in(other.offers(self.vector()))

    def open_chain(self) -> None:
        with self.vault.write() as conn:
            open_chain(conn, self.officer, self.now)

    def copy_to(self, path: Path) -> None:
        """Copy the file, as a backup or a cloned disk does."""
        self.vault.close()
        shutil.copyfile(self.path, path)
        self.vault = Vault.open(self.path, KEY)

    def put_back(self, path: Path) -> None:
        """Replace the file by an older copy."""
        self.vault.close()
        for leftover in self.path.parent.glob(self.path.name + "-*"):
            leftover.unlink()
        shutil.copyfile(path, self.path)
        self.vault = Vault.open(self.path, KEY)

    def entries(self) -> set[bytes]:
        with self.vault.read() as conn:
            return set(conn.execute(select(entries.c.hash)).scalars())

    def all_entries(self) -> list[Entry]:
        with self.vault.read() as conn:
            hashes = conn.execute(select(entries.c.hash).order_by(entries.c.n)).scalars().all()
            found = [journal.by_hash(conn, entry_hash) for entry_hash in hashes]
        return [entry for entry in found if entry is not None]

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Give what the tables show, in the order of ids."""
        with self.vault.read() as conn:
            return {
                kind: [
                    tuple(row)
                    for row in conn.execute(
                        select(*[column for column in table.columns if column.name != "n"]).order_by(
                            table.c.id
                        )
                    )
                ]
                for kind, table in PROJECTED.items()
            }

    def uncounted(self) -> set[bytes]:
        with self.vault.read() as conn:
            return set(conn.execute(select(entries.c.hash).where(entries.c.counted == 0)).scalars())

    def words(self, query: str) -> int:
        with self.vault.read() as conn:
            found = conn.exec_driver_sql("SELECT count(*) FROM words WHERE words MATCH ?", (query,))
            return int(found.scalar_one())

    def admit(self, device: str) -> None:
        with self.writing() as doing:
            admission.admit(doing, device, "laptop", ADMIN)

    def revoke(self, device: str) -> None:
        with self.writing() as doing:
            heads = admission.heads_of_device(doing, device)
            admission.revoke(doing, device, heads, ADMIN, reason="hilang")

    def try_writing(self) -> bool:
        """Tell whether this installation may still write."""
        try:
            with self.writing():
                return True
        except Refused:
            return False


def founded(path: Path, office: str = OFFICE, root: bytes = ROOT, admin: bytes = ADMIN) -> Laptop:
    """Found an office on a new laptop."""
    laptop = Laptop(path, "o0")
    keys = PersonKeys(public_key(admin).hex(), "age1a"), PersonKeys(public_key(root).hex(), "age1r")
    founding = Founding(office, "o0", "Rohani binti Salleh", "PPK", *keys, root, "laptop 0", START)
    with laptop.vault.write() as conn:
        found_office(conn, founding)
    return laptop


def joined(path: Path, founder: Laptop, officer: str) -> Laptop:
    """Admit a new laptop to the founder's office, and exchange once."""
    laptop = Laptop(path, officer)
    with founder.vault.read() as conn:
        pinned = journal.own_device(conn).founding
    with laptop.vault.write() as conn:
        device = join_office(conn, OFFICE, pinned, officer, START)
    founder.admit(device)
    laptop.receive_from(founder)
    founder.receive_from(laptop)
    return laptop


def office_of_three(folder: Path) -> list[Path]:
    """Make the files of three laptops that belong together, closed."""
    first = founded(folder / "0.db")
    laptops = [first, *(joined(folder / f"{n}.db", first, f"o{n}") for n in (1, 2))]
    laptops[1].receive_from(first)
    for laptop in laptops:
        laptop.vault.close()
    return [laptop.path for laptop in laptops]


def reopened(paths: list[Path], folder: Path) -> list[Laptop]:
    """Copy the files of laptops into a folder of their own and open them."""
    found = []
    for n, path in enumerate(paths):
        shutil.copyfile(path, folder / path.name)
        found.append(Laptop(folder / path.name, f"o{n}", START + 10_000 * (n + 1)))
    return found


def exchange_fully(laptops: list[Laptop]) -> None:
    """Let all give all to all until nobody has anything new."""
    news = -1
    while news:
        news = sum(
            len(one.receive_from(other).new) for one in laptops for other in laptops if one is not other
        )
