"""The tables of the journal and of what is folded out of it."""

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
