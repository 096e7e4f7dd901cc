"""Whose database it is, by its public key; and where bodies are missing."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("identity", sa.Column("key", sa.String(length=64), nullable=False, server_default=""))
    gone = sa.text("body IS NULL")
    op.create_index("entries_gone", "entries", ["chain", "seq"], sqlite_where=gone, postgresql_where=gone)
