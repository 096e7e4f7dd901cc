"""The tables of what is never exchanged and part of no hash: losing it costs a resend or a draft."""

from sqlalchemy import Column, Integer, LargeBinary, String, Table, Text

from hbp_desktop.store.tables import metadata

device = Table(
    "device",
    metadata,
    Column("chain", String(32), primary_key=True),
    Column("secret", LargeBinary(32), nullable=False),
    Column("nonce", LargeBinary(16), nullable=False),
    Column("office", String(16), nullable=False),
    Column("founding", LargeBinary(32), nullable=False),
    Column("admitted", Integer, nullable=False),
    Column("current", Integer, nullable=False),
)
drafts = Table(
    "drafts",
    metadata,
    Column("slot", String(40), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("body", Text, nullable=False),
    Column("kept_at", Integer, nullable=False),
)
peers = Table(  # who this laptop exchanges with: the state office, or the laptop that hosts a table
    "peers",
    metadata,
    Column("peer", String(64), primary_key=True),  # the key that signs its answers
    Column("kind", String(8), nullable=False),  # state or table
    Column("url", Text, nullable=False),
    Column("ca", Text, nullable=False),  # certificates trusted for it, PEM, or ""
    Column("name", String(80), nullable=False),
    Column("n", Integer, nullable=False),  # of the last ask
    Column("incarnation", String(32), nullable=False),
    Column("granted", Text, nullable=False),  # standing, grant, names_until; as JSON
    Column("vector", Text, nullable=False),  # what it held when last heard of, as JSON
    Column("unsure", Integer, nullable=False),  # something was sent and no answer came
    Column("attempts", Integer, nullable=False),
    Column("next_at", Integer, nullable=False),
    Column("contact_at", Integer, nullable=False),  # last verified answer, 0 never
    Column("error", Text, nullable=False),  # the last trouble as JSON: code, values, at; "" after a contact
    Column("speed", Integer, nullable=False),  # bytes a second upward, 0 unknown
    Column("clock_off", Integer, nullable=False),  # seconds, this laptop's clock less the peer's
    Column("enrolled_at", Integer, nullable=False),
)
receipts = Table(
    "receipts",
    metadata,
    Column("peer", String(64), primary_key=True),
    Column("incarnation", String(32), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("at", Integer, nullable=False),  # by the peer's clock
    Column("kept_at", Integer, nullable=False),
    Column("entries", Integer, nullable=False),  # newly acknowledged by it
    Column("matters", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("signature", LargeBinary(64), nullable=False),
)
acknowledged = Table(  # each step of what a peer has: chain held up to a seq since a receipt
    "acknowledged",
    metadata,
    Column("peer", String(64), primary_key=True),
    Column("chain", String(32), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("hash", LargeBinary(32), nullable=False),
    Column("at", Integer, nullable=False),
)
verdicts = Table(  # the peer's word on what counts, per chain, as far as it has judged
    "verdicts",
    metadata,
    Column("peer", String(64), primary_key=True),
    Column("chain", String(32), primary_key=True),
    Column("upto", Integer, nullable=False),
)
not_counted = Table(
    "not_counted",
    metadata,
    Column("peer", String(64), primary_key=True),
    Column("hash", LargeBinary(32), primary_key=True),
    Column("chain", String(32), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("why", String(40), nullable=False),
)
heard = Table(  # when the state office last heard each office's laptops, as it signed it
    "heard",
    metadata,
    Column("peer", String(64), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
    Column("signature", LargeBinary(64), nullable=False),
)
pins = Table(  # foundings of other offices, as the state office gave them to who may look at the state
    "pins",
    metadata,
    Column("office", String(16), primary_key=True),
    Column("founding", LargeBinary(32), nullable=False),
)
tips = Table(  # what no held entry follows: one for each chain, more after a fork
    "tips",
    metadata,
    Column("chain", String(32), primary_key=True),
    Column("hash", LargeBinary(32), primary_key=True),
    Column("seq", Integer, nullable=False),
)
sums = Table(  # what a chain adds up to, followed up to a row of `entries`
    "sums",
    metadata,
    Column("chain", String(32), primary_key=True),
    Column("entries", Integer, nullable=False),
    Column("xor", LargeBinary(32), nullable=False),
    Column("upto", Integer, nullable=False),
)
blobs = Table(  # attachments: which encrypted files lie here, and how far each went
    "blobs",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("here", Integer, nullable=False),  # bytes of it in this folder
    Column("there", Integer, nullable=False),  # bytes the state office has
    Column("thumb", LargeBinary, nullable=False),
)
unlockers = Table(
    "unlockers",
    metadata,
    Column("slot", String(40), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("age", String(80), nullable=False),
    Column("signing", String(64), nullable=False),
    Column("officer", String(40), nullable=False),
)
joining = Table(
    "joining",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("secret", LargeBinary(32), nullable=False),
    Column("request", LargeBinary, nullable=False),
    Column("asked_at", Integer, nullable=False),
)
elsewhere = Table(
    "elsewhere",
    metadata,
    Column("chain", String(32), primary_key=True),
    Column("hash", LargeBinary(32), primary_key=True),
    Column("source", String(80), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("at", Integer, nullable=False),
)
gaps = Table(  # entries this file may lack, noted as it was restored or found to be an old copy
    "gaps",
    metadata,
    Column("chain", String(32), primary_key=True),
    Column("source", String(20), primary_key=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),  # 0: nobody here knows
    Column("mark", LargeBinary, nullable=False),
    Column("at", Integer, nullable=False),
)
