"""Alembic's door: works on the connection it is handed, inside the transaction already begun."""

from alembic import context

from hbp_desktop.store import local_tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=local_tables.device.metadata,  # theirs and the journal's: one metadata
    transactional_ddl=False,  # the caller's one transaction holds everything
)
context.run_migrations()
