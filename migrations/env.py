"""Alembic's door: works on the connection it is handed, inside the transaction already begun."""

from alembic import context

from hbp_desktop.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the caller's one transaction holds everything
)
context.run_migrations()
