"""The state office's schema, alike in SQLCipher and PostgreSQL: many offices' journals, and what is folded.

Nothing in `entries` is ever changed but `counted`, and a `body` that was withheld is filled in; everything
below it can be made again from there. What arrives is written with `counted` 2, and that alone is the
projector's queue: nothing else is marked, so pushes never wait for one another or for the projector.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

metadata = MetaData()

_BIG = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by INTEGER alone

identity = Table(  # one row: who this receiver is; its signing seed lies in the key file, not here
    "identity",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("name", String(80), nullable=False),
    Column("incarnation", String(32), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("restored", Integer, nullable=False),  # how often it began anew after an older copy came back
    Column("key", String(64), nullable=False, server_default=""),  # public: with another seed nothing opens
)

entries = Table(
    "entries",
    metadata,
    Column("n", _BIG, primary_key=True, autoincrement=True),
    Column("hash", LargeBinary(32), nullable=False),
    Column("prev", LargeBinary(32), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("chain", String(32), nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("subject", String(120), nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=True),
    Column("counted", Integer, nullable=False),  # 1 yes, 2 waits for the projector, others no (standing.WHY)
    Index("entries_hash", "hash", unique=True),
    Index("entries_chain", "chain", "seq"),
    Index("entries_subject", "subject"),
    Index(  # what waits for the projector, and what does not count: few, and asked for often
        "entries_uncounted",
        "counted",
        "chain",
        "seq",
        sqlite_where=text("counted <> 1"),
        postgresql_where=text("counted <> 1"),
    ),
    Index(  # what came without its body: an answer looks for it
        "entries_gone",
        "chain",
        "seq",
        sqlite_where=text("body IS NULL"),
        postgresql_where=text("body IS NULL"),
    ),
)

chains = Table(
    "chains",
    metadata,
    Column("chain", String(32), primary_key=True),
    Column("device", String(64), nullable=False),
    Column("office", String(16), nullable=False),
    Column("before", String(32), nullable=True),
    Column("entries", BigInteger, nullable=False),  # count and XOR of the hashes held, for the comparison
    Column("xor", LargeBinary(32), nullable=False),
    Index("chains_office", "office"),
)

tips = Table(  # what no held entry follows: one for each chain, more after a fork
    "tips",
    metadata,
    Column("chain", String(32), primary_key=True),
    Column("hash", LargeBinary(32), primary_key=True),
    Column("seq", BigInteger, nullable=False),
)

heads = Table(
    "heads",
    metadata,
    Column("chain", String(32), primary_key=True),
    Column("hash", LargeBinary(32), primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("signature", LargeBinary(64), nullable=False),
)

offices = Table(
    "offices",
    metadata,
    Column("office", String(16), primary_key=True),
    Column("founding", LargeBinary(32), nullable=False),
    Column("since", BigInteger, nullable=False),
)

codes = Table(  # one-time codes, by their hash
    "codes",
    metadata,
    Column("code", String(64), primary_key=True),
    Column("office", String(16), nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("device", String(64), nullable=False),  # who used it, "" while nobody did
    Column("answer", LargeBinary, nullable=False),
)

devices = Table(
    "devices",
    metadata,
    Column("device", String(64), primary_key=True),
    Column("office", String(16), nullable=False),
    Column("founding", LargeBinary(32), nullable=False),
    Column("name", String(120), nullable=False),
    Column("asked", BigInteger, nullable=False),
    Column("confirmed", BigInteger, nullable=False),  # 0 while it waits
    Column("revoked", BigInteger, nullable=False),  # 0 while it may
    Column("grant", String(8), nullable=False),  # none, own, state
    Column("names_until", String(10), nullable=False),  # the second grant's last day, or ""
    Column("n", BigInteger, nullable=False),  # of its last ask
    Column("receipts", BigInteger, nullable=False),  # given in this incarnation
    Column("heard", BigInteger, nullable=False),  # when, 0 never
    Column("clock_off", BigInteger, nullable=False),  # seconds, its clock less ours
    Column("stated", Text, nullable=False),  # what it said of itself then, JSON
    Index("devices_office", "office"),
)

subjects = Table(
    "subjects",
    metadata,
    Column("office", String(16), primary_key=True),
    Column("kind", String(32), primary_key=True),
    Column("subject", String(120), primary_key=True),
    Column("session", String(120), nullable=False),  # whose it is, "" where of none
    Column("state", Text, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("withdrawn", Integer, nullable=False),
    Column("since", BigInteger, nullable=False),  # "state has it": first found held and counted, never reset
    Index("subjects_session", "session"),
)

attachments = Table(  # their bytes lie in files beside the database (or in the folder that was given)
    "attachments",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("office", String(16), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("held", BigInteger, nullable=False),
)
