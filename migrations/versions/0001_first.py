"""The first schema."""

from alembic import op

from hbp_desktop.store.tables import RAW_DDL, metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    metadata.create_all(op.get_bind(), checkfirst=False)
    for statement in RAW_DDL:
        op.execute(statement)
    op.execute("PRAGMA user_version = 1")
