"""The state office's first tables: identity, journals, who may exchange, and what is folded."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")  # SQLite numbers rows by INTEGER alone


def upgrade() -> None:
    _attachments()
    _chains()
    _codes()
    _devices()
    _entries()
    _heads()
    _identity()
    _offices()
    _subjects()
    _tips()


def _attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("office", sa.String(length=16), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _chains() -> None:
    op.create_table(
        "chains",
        sa.Column("chain", sa.String(length=32), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("office", sa.String(length=16), nullable=False),
        sa.Column("before", sa.String(length=32), nullable=True),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("xor", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("chain"),
    )
    op.create_index("chains_office", "chains", ["office"], unique=False)


def _codes() -> None:
    op.create_table(
        "codes",
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("office", sa.String(length=16), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )


def _devices() -> None:
    op.create_table(
        "devices",
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("office", sa.String(length=16), nullable=False),
        sa.Column("founding", sa.LargeBinary(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("confirmed", sa.BigInteger(), nullable=False),
        sa.Column("revoked", sa.BigInteger(), nullable=False),
        sa.Column("grant", sa.String(length=8), nullable=False),
        sa.Column("names_until", sa.String(length=10), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("receipts", sa.BigInteger(), nullable=False),
        sa.Column("heard", sa.BigInteger(), nullable=False),
        sa.Column("clock_off", sa.BigInteger(), nullable=False),
        sa.Column("stated", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("device"),
    )
    op.create_index("devices_office", "devices", ["office"], unique=False)


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("n", _BIG, autoincrement=True, nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("prev", sa.LargeBinary(length=32), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("chain", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("header", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("entries_chain", "entries", ["chain", "seq"], unique=False)
    op.create_index("entries_hash", "entries", ["hash"], unique=True)
    op.create_index("entries_subject", "entries", ["subject"], unique=False)
    op.create_index(
        "entries_uncounted",
        "entries",
        ["counted", "chain", "seq"],
        unique=False,
        sqlite_where=sa.text("counted <> 1"),
        postgresql_where=sa.text("counted <> 1"),
    )


def _heads() -> None:
    op.create_table(
        "heads",
        sa.Column("chain", sa.String(length=32), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("signature", sa.LargeBinary(length=64), nullable=False),
        sa.PrimaryKeyConstraint("chain", "hash"),
    )


def _identity() -> None:
    op.create_table(
        "identity",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("incarnation", sa.String(length=32), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("restored", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )


def _offices() -> None:
    op.create_table(
        "offices",
        sa.Column("office", sa.String(length=16), nullable=False),
        sa.Column("founding", sa.LargeBinary(length=32), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office"),
    )


def _subjects() -> None:
    op.create_table(
        "subjects",
        sa.Column("office", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("session", sa.String(length=120), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office", "kind", "subject"),
    )
    op.create_index("subjects_session", "subjects", ["session"], unique=False)


def _tips() -> None:
    op.create_table(
        "tips",
        sa.Column("chain", sa.String(length=32), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("chain", "hash"),
    )
