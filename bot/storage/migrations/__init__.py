"""Migrations of the database, run by the program itself; there is no alembic.ini.

A new one is written by hand into `versions`, and `schema.HEAD` is set to its revision.
"""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from bot.storage.errors import StorageError

_FOLDER: Final = Path(__file__).parent


def script(connection: Connection | None = None) -> tuple[Config, ScriptDirectory]:
    """What alembic needs to know, and its folder of revisions."""
    config = Config(attributes={"connection": connection})
    # The configuration is an ini file at heart: a percent sign in a folder's name is doubled.
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config, ScriptDirectory.from_config(config)


def upgrade(connection: Connection, found: str | None) -> None:
    """Bring a database from revision `found` (None: empty) to the newest one.

    Raises StorageError if this Sala does not know the revision.
    """
    config, folder = script(connection)
    try:
        if found is not None:
            folder.get_revision(found)
    except CommandError as error:
        raise StorageError(
            f"was written by a newer Sala (its form is {found}): update Sala, or put back the "
            "database from before the update."
        ) from error
    command.upgrade(config, "head")
