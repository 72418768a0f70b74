"""Blocks made of the interface's own words."""

from bot.content import Block, Words


def plain(text: str) -> Block:
    """A paragraph."""
    return Block((Words(text),))


def heading(text: str) -> Block:
    """A paragraph in bold."""
    return Block((Words(text, bold=True),))


def item(text: str) -> Block:
    """An item of a list."""
    return Block((Words(text),), bullet=True)
