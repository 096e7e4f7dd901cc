"""The schema: the journal, what is folded out of it, and what is never exchanged."""

from sqlalchemy import (
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

# Few rows of many: what the first page asks about the whole office, found without reading every row.
RUNNING_COMPLAINT = "kind = 'aduan' AND withdrawn = 0 AND status NOT IN ('settled', 'closed')"
URGENT_MATTER = "urgent <> '' AND withdrawn = 0"
IN_CONFLICT = "conflicts > 0"
MATTERS_AND_ACTS = "kind IN ('matter', 'act')"  # what is counted on its way to the state office
TIME_TOLD = "iif(json_extract(state, '$.guarded') IS NULL, json_extract(state, '$.time'), NULL)"  # of a visit


def _key() -> Column[int]:
    return Column("n", Integer, primary_key=True)


# --- the journal -----------------------------------------------------------------------------------

entries = Table(
    "entries",
    metadata,
    _key(),
    Column("hash", LargeBinary(32), nullable=False),
    Column("prev", LargeBinary(32), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("chain", String(32), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("subject", String(120), nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=True),
    Column("counted", Integer, nullable=False),
    Index("entries_hash", "hash", unique=True),
    Index("entries_chain", "chain", "seq"),
    Index("entries_subject", "subject"),
    Index("entries_sorts", "chain", "kind", "seq", "subject", sqlite_where=text(MATTERS_AND_ACTS)),
    Index("entries_aside", "chain", sqlite_where=text("counted = 0")),  # few: what does not count
)

chains = Table(
    "chains",
    metadata,
    Column("chain", String(32), primary_key=True),
    Column("device", String(64), nullable=False),
    Column("office", String(16), nullable=False),
    Column("before", String(32), nullable=True),
)

heads = Table(
    "heads",
    metadata,
    Column("chain", String(32), primary_key=True),
    Column("hash", LargeBinary(32), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("signature", LargeBinary(64), nullable=False),
)

# --- folded out of it: `state` is the whole folded state as canonical JSON; the other columns are what
# --- lists, filters and figures ask about. No unique constraint but the id.


def _projected(name: str, *columns: Column[str] | Column[int] | Index) -> Table:
    return Table(
        name,
        metadata,
        _key(),
        Column("id", String(120), nullable=False),
        Column("state", Text, nullable=False),
        Column("withdrawn", Integer, nullable=False),
        Column("conflicts", Integer, nullable=False),
        Column("newer", Integer, nullable=False),
        *columns,
        Index(f"{name}_id", "id", unique=True),
    )


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


sessions = _projected("sessions", _text("office"), _number("year"), _number("number"), _text("status"))
days = _projected("days", _text("session"), _text("date"), Index("days_session", "session"))
duties = _projected("duties", _text("session"), Index("duties_session", "session"))
queues = _projected("queues", _text("session"), _text("day"), _text("is"), Index("queues_session", "session"))
visits = _projected(
    "visits",
    _text("session"),
    _text("day"),
    _text("date"),
    _text("counter"),
    _text("queue"),
    _text("channel"),
    _number("anonymous"),
    _text("id_kind"),
    _text("person"),
    _text("sex"),
    _text("born"),
    _text("nationality"),
    _text("groups"),
    _text("oku"),
    _number("proxied"),
    _text("tail"),
    Index("visits_session", "session"),
    Index("visits_person", "person"),
    Index("visits_conflicts", "id", sqlite_where=text(IN_CONFLICT)),
)
matters = _projected(
    "matters",
    _text("session"),
    _text("visit"),
    _text("kind"),
    _text("service"),
    _text("status"),
    _text("urgent"),
    Index("matters_session", "session"),
    Index("matters_visit", "visit"),
    Index("matters_running", "session", sqlite_where=text(RUNNING_COMPLAINT)),
    Index("matters_urgent", "visit", sqlite_where=text(URGENT_MATTER)),
    Index("matters_conflicts", "visit", sqlite_where=text(IN_CONFLICT)),
)
tallies = _projected(
    "tallies",
    _text("session"),
    _text("day"),
    _text("counter"),
    _text("kind"),
    _text("service"),
    _number("amount"),
    Index("tallies_session", "session"),
)
links = _projected("links", _text("type"), _text("a"), _text("b"), _text("is"))
reports = _projected("reports", _text("session"), _number("version"), Index("reports_session", "session"))
acts = _projected("acts", _text("what"), _text("about"))
calendar = _projected("calendar", _text("date"))
offices = _projected("offices", _text("code"))
attachments = _projected(
    "attachments", _text("session"), _text("about"), _text("name"), Index("attachments_about", "about")
)
catalogue = _projected("catalogue", _text("what"), _text("code"))  # changes to the lists that came along

# --- local: never exchanged, not part of any hash; losing it costs a resend or a draft ---------------

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

# Full text, one row a visit (rowid = visits.n): words already folded; deleted words leave no trace.
RAW_DDL = (
    "CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')",
    "INSERT INTO words(words, rank) VALUES('secure-delete', 1)",
)

PROJECTED = {
    "session": sessions,
    "day": days,
    "duty": duties,
    "queue": queues,
    "visit": visits,
    "matter": matters,
    "tally": tallies,
    "link": links,
    "report": reports,
    "act": acts,
    "calendar": calendar,
    "office": offices,
    "attachment": attachments,
    "catalogue": catalogue,
}
