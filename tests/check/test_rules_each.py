"""One rule is one module with its examples, and one file of tests."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from bot.check import rules
from bot.check.run import RULES, check

HERE = Path(__file__).parent
MODULES = sorted(
    file.stem for file in Path(rules.__path__[0]).glob("*.py") if file.stem != "__init__"
)


def test_every_module_is_a_rule_and_every_rule_a_module():
    assert sorted(RULES) == [name.replace("_", "-") for name in MODULES]


@pytest.mark.parametrize("name", MODULES)
def test_a_rule_says_what_it_wants_and_shows_a_pass_and_a_fail(name):
    said = import_module(f"bot.check.rules.{name}").__doc__ or ""
    assert re.fullmatch(r"[A-Z0-9].+\.\n\nPASS: .+\nFAIL: (?s:.+)\n", said), said


@pytest.mark.parametrize("name", MODULES)
def test_a_rule_has_a_file_of_tests_with_a_pass_and_a_fail(name):
    tree = ast.parse((HERE / f"test_rules_{name}.py").read_text(encoding="utf-8"))
    tests = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert any(test.startswith("test_pass") for test in tests)
    assert any(test.startswith("test_fail") for test in tests)


def test_no_file_tests_a_rule_that_is_gone():
    files = {file.stem.removeprefix("test_rules_") for file in HERE.glob("test_rules_*.py")}
    assert files - {"each"} == set(MODULES)


def test_a_problem_names_the_rule_that_found_it():
    """By the name of its module, so that a volunteer finds what is meant."""
    for name in MODULES:
        text = Path(rules.__path__[0], f"{name}.py").read_text(encoding="utf-8")
        assert f'"{name.replace("_", "-")}"' in text


def test_the_tiny_checkout_is_sound(checkout):
    assert check(checkout.root) == []
