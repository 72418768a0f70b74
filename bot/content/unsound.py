"""What did not load: naming it elsewhere is no second fault."""

from dataclasses import dataclass, field

from bot.content.source import Tree


@dataclass
class Unsound:
    """Names of things that did not load, and kinds of which a whole list did not."""

    names: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)

    def may_be(self, kind: str, name: str) -> bool:
        """Whether a thing of this kind and name may be in what did not load."""
        return kind in self.kinds or name in self.names

    def add_entry(self, tree: Tree) -> None:
        """An entry of a list: its own name and those of the values in it."""
        if isinstance(tree, dict):
            self.names |= {name for key in ("id", "code") if isinstance(name := tree.get(key), str)}
            values = tree.get("values")
            self.names |= set(values) if isinstance(values, dict) else set()
