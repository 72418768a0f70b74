"""Every rule over everything that was read; the runner knows no rule."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Final

from bot.check import rules
from bot.check.questions import Questions, read_questions
from bot.content import Content, Problem, read
from bot.content.seeds import Seeds, read_seeds


@dataclass(frozen=True)
class Read:
    """What a rule may look at."""

    content: Content
    questions: Questions
    seeds: Seeds


Rule = Callable[[Read], Iterator[Problem]]

RULES: Final[dict[str, Rule]] = {
    module.name.replace("_", "-"): import_module(f"{rules.__name__}.{module.name}").problems
    for module in iter_modules(rules.__path__)
}


def check(root: Path) -> list[Problem]:
    """Every fault of content and questions under `root`, in the order of files and lines."""
    content = read(root)
    questions = read_questions(root, content.library, content.unsound)
    seeds = read_seeds(root)
    seen = Read(content, questions, seeds)
    found = [problem for rule in RULES.values() for problem in rule(seen)]
    return sorted({*content.problems, *questions.problems, *seeds.problems, *found})
