"""Alembic's door to the state office's database: works inside the transaction it is handed."""

from alembic import context

from hbp_desktop.state_office.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the caller's one transaction holds everything
)
context.run_migrations()
