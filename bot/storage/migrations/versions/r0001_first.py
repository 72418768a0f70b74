"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """People, their messages, handled updates and the outbox."""
    op.create_table(
        "person",
        sa.Column("who", sa.Text, primary_key=True),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("seen_on", sa.Integer, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "message",
        sa.Column("who", sa.Text, primary_key=True),
        sa.Column("message", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.REAL, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "handled",
        sa.Column("update_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.REAL, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "parcel",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("who", sa.Text),
        sa.Column("lane", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.REAL, nullable=False),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("parcel_of_person", "parcel", ["who"])
