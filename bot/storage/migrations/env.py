"""What alembic runs for every migration: everything in the transaction of the caller."""

from alembic import context

from bot.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
    transactional_ddl=True,  # the caller began: after kill -9 the old database is still whole
)
context.run_migrations()
