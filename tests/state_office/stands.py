"""A state office to stand on: its receiver, and devices that are enrolled, confirmed and write chains."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from hbp_desktop.domain.chain import Range, Vector, sign_head
from hbp_desktop.domain.entry import NOTHING, Entry, Header, Opening, Parent, chain_of, make
from hbp_desktop.domain.signing import public_key
from hbp_desktop.state_office import identity
from hbp_desktop.state_office.engine import Database
from hbp_desktop.state_office.keys import Keys
from hbp_desktop.state_office.place import Place
from hbp_desktop.state_office.receiver import StateReceiver
from hbp_desktop.state_office.statements import rows, run
from hbp_desktop.state_office.upgrade import open_database
from hbp_desktop.sync.batch import Batch, read_batch, write_batch
from hbp_desktop.sync.messages import Answer, Ask, read_answer, split, write_ask
from tests.state_office import postgres

KEYS = Keys(b"benih pejabat negeri untuk ujian")
NAME = "Pejabat JKM Negeri Selangor"
OFFICE = "SGR06"
START = 1_795_500_000  # seconds UTC, on a client day

_numbers = count(1)


@dataclass
class StillClock:
    """Seconds since 1970 that stand still until they are moved."""

    now: int = START

    def __call__(self) -> int:
        return self.now


@dataclass
class Stand:
    """A state office with its receiver."""

    url: str
    database: Database
    receiver: StateReceiver
    clock: StillClock
    keys: Keys = KEYS

    def close(self) -> None:
        self.database.close()

    def admit(
        self,
        device: str,
        office: str = OFFICE,
        founding: bytes = NOTHING,
        grant: str = "own",
        confirmed: int = 1,
    ) -> None:
        """Enter a device as if it had enrolled and been confirmed; its office's founding is pinned."""
        with self.database.write() as conn:
            run(
                conn,
                'INSERT INTO devices (device, office, founding, name, asked, confirmed, revoked, "grant", '
                "names_until, n, receipts, heard, clock_off, stated) "
                "VALUES (?, ?, ?, 'komputer riba', 1, ?, 0, ?, '', 0, 0, 0, 0, '{}')",
                (device, office, founding, confirmed, grant),
            )
            if confirmed and founding != NOTHING:
                run(
                    conn,
                    "INSERT INTO offices (office, founding, since) VALUES (?, ?, 1) ON CONFLICT DO NOTHING",
                    (office, founding),
                )

    def writer(self, office: str = OFFICE, grant: str = "own") -> "Writer":
        """Give a new admitted device with an empty chain."""
        new = Writer(self.receiver.key, office)
        self.admit(new.device, office, grant=grant)
        return new

    def again(self) -> "Stand":
        """Stand beside on the same database, as another process would."""
        return stand_on(self.url, Path(self.url), self.clock)

    def held(self) -> dict[bytes, int]:
        """Give the hashes of all entries held, with how often."""
        with self.database.read() as conn:
            return dict(rows(conn, "SELECT hash, count(*) FROM entries GROUP BY hash"))

    def round(
        self, writer: "Writer", batches: Sequence[bytes] = (), **more: Any
    ) -> tuple[Answer, tuple[Batch, ...]]:
        """Hold one whole round; `more` goes into the ask."""
        message, signature, _ = split(writer.ask(**more))
        guest = self.receiver.greet(message, signature)
        if batches:
            self.receiver.take(guest, batches)
        said, *given = self.receiver.answer(guest)
        answer = read_answer(*split(said)[:2])
        writer.heard(answer)
        return answer, tuple(read_batch(one) for one in given)

    def push(self, writer: "Writer", **more: Any) -> Answer:
        """Push what of the writer's chain was not pushed before."""
        answer, _ = self.round(writer, [writer.batch()], **more)
        return answer


@dataclass
class Writer:
    """A device with its chain, written without a vault; `there` is what it believes the server holds."""

    server: str
    office: str = OFFICE
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    entries: list[Entry] = field(default_factory=list)
    n: int = 0
    seen: tuple[str, int] = ("", 0)
    there: dict[str, Mapping[bytes, int]] = field(default_factory=dict)
    sent: int = 0

    def __post_init__(self) -> None:
        self.nonce = blake_nonce(self.secret)
        self.device = public_key(self.secret).hex()
        self.chain = chain_of(public_key(self.secret), self.nonce)

    def write(self, many: int = 1, subject: str = "", kind: str = "visit", **fields: Any) -> list[Entry]:
        """Append entries, each of a subject of its own unless one is named."""
        for _ in range(many):
            of = subject or f"{kind}-{self.chain[:8]}-{len(self.entries) + 1}"
            self.entries.append(self.entry(kind, of, fields or {"name": f"Klien {len(self.entries)}"}))
        return self.entries[-many:]

    def entry(
        self, kind: str, subject: str, fields: Mapping[str, Any], parents: tuple[Parent, ...] = ()
    ) -> Entry:
        """Make the entry that would come next."""
        last = self.entries[-1] if self.entries else None
        seq = 1 if last is None else last.header.seq + 1
        opens = Opening(self.device, self.nonce.hex(), self.office, None) if seq == 1 else None
        header = Header(
            self.chain, seq, kind, subject, parents, 1, "record", "pegawai-1", START, False, opens
        )
        return make(NOTHING if last is None else last.hash, header, fields, secrets.token_bytes(12))

    def range(self, first: int = 1, last: int | None = None) -> Range:
        """Give the range from seq `first` to `last`, with its signed head."""
        some = self.entries[first - 1 : last]
        pairs = tuple((one.header_bytes, one.body_bytes or b"") for one in some)
        head = sign_head(self.chain, some[-1].header.seq, some[-1].hash, self.secret)
        return Range(self.chain, some[0].prev, pairs, head)

    def batch(self, *ranges: Range) -> bytes:
        """Pack ranges; without any, what was not packed before."""
        if not ranges:
            ranges, self.sent = (self.range(self.sent + 1),), len(self.entries)
        return write_batch(self.office, ranges, self.secret)

    @property
    def have(self) -> Vector:
        """What it holds of its own chain."""
        return {self.chain: {self.entries[-1].hash: len(self.entries)}} if self.entries else {}

    def ask(self, **more: Any) -> bytes:
        """Give the next ask's bytes."""
        self.n = more.pop("n", self.n + 1)
        said = {
            "device": self.device,
            "server": self.server,
            "n": self.n,
            "at": START,
            "have": self.have,
            "base": {chain: list(tops) for chain, tops in self.there.items()},
            "seen": self.seen,
        }
        return write_ask(Ask(**said | more), self.secret)

    def heard(self, answer: Answer) -> None:
        """Remember what the server holds, and the receipt."""
        self.there = dict(answer.vector)
        if answer.receipt is not None:
            self.seen = (answer.receipt.incarnation, answer.receipt.n)


def blake_nonce(secret: bytes) -> bytes:
    """Give the nonce of a writer's chain."""
    return secret[:16][::-1]


def stand_on(url: str, attachments: Path, clock: StillClock | None = None) -> Stand:
    """Open a state office on a database, named if it is new."""
    clock = clock or StillClock()
    database = open_database(Place.of(url), KEYS, make=True)
    with database.write() as conn:
        identity.begin(conn, NAME, clock())
    return Stand(url, database, StateReceiver(database, KEYS, attachments, now=clock), clock)


@contextmanager
def new_database(kind: str, folder: Path, factory: pytest.TempPathFactory) -> Iterator[str]:
    """Lend the URL of a database that does not exist yet (SQLCipher) or is empty (PostgreSQL)."""
    if kind == "sqlcipher":
        yield f"sqlite:///{folder}/state-{next(_numbers)}.db"
        return
    with postgres.server(postgres.run_folder(factory)) as host:
        name = f"ujian_{secrets.token_hex(6)}"
        with postgres.connected(host) as conn:
            conn.execute(f"CREATE DATABASE {name}")
        try:
            yield postgres.url(host, name)
        finally:
            with postgres.connected(host) as conn:
                conn.execute(f"DROP DATABASE {name} WITH (FORCE)")
