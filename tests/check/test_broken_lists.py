"""Faults of files that others rest on: each is told, and nothing is told because of it.

The rest of the checkout is what is sound in broken/.
"""

# ruff: noqa: E501  # a case is one line: the file, what stands in it, what is told

import shutil
from pathlib import Path

import pytest

from bot.check.run import check

BROKEN = Path(__file__).parent / "broken"
REST = [
    "content/cards/health/sound/card.yaml",
    "content/cards/health/sound/en.yaml",
    "content/cards/health/sound/th.yaml",
    "content/cards/permits/also-sound/card.yaml",
    "content/cards/permits/also-sound/en.yaml",
    "content/dangers/life.yaml",
    "content/intents/greeting.yaml",
    "content/languages.yaml",
    "content/places/th-1669.yaml",
    "content/topics.yaml",
    "content/words.yaml",
    "seeds/documents/leaflet.yaml",
    "seeds/sound.yaml",
    "tests/questions/th.yaml",
]
MADE = {
    "content/danger-menu.yaml": "- {picture: 🩸, kinds: [life], label: {en: Hurt}}\n",
    "seeds/documents.yaml": (BROKEN / "seeds/documents.yaml")
    .read_text(encoding="utf-8")
    .partition("- id: report")[0],
}
NO_LIST = (
    "1:1: This file is expected to be a list. "
    "Start each entry with `- ` at the beginning of a line. [kind]"
)
EMPTY_LIST = "1:1: This list is empty. Write at least one entry. [empty]"
BRACKET = (
    "2:1: This cannot be read as YAML (did not find expected node content). "
    "A bracket is opened and never closed. [syntax]"
)
EN = "{code: en, name: English, locale: en, screen: 200}"
TH = "{code: th, name: ไทย, locale: th, screen: 200}"
HEALTH = "{id: health, emoji: 🩺, name: {en: Health}}"
PERMITS = "{id: permits, emoji: 📄, name: {en: Work permits}}"
NEVER, PRIVATE = "never: {en: [anonymous]}", "private: {en: [police]}"
BLOCK = "a block of names and values"
BY_LINES = "Write `name: value` on lines of their own, with two more spaces in front."

CASES = [
    ("content/words.yaml", f"never: anonymous\n{PRIVATE}", f"1:8: `never` is a text; {BLOCK} is expected. {BY_LINES} [kind]"),
    ("content/words.yaml", f"never:\n{PRIVATE}", "1:1: `never` has no value. Write one, or delete the line. [no-value]"),
    ("content/words.yaml", f"never: {{en: [{{a: b}}]}}\n{PRIVATE}", "1:14: Item 1 of `en` has a colon in it. Put quotes around the whole line. [kind]"),
    ("content/words.yaml", f"never: {{en: anonymous}}\n{PRIVATE}", "1:13: `en` is a text; a list is expected. Put each item on a line of its own, after `- `. [kind]"),
    ("content/words.yaml", "- anonymous", "1:1: This file is a list; names and values are expected. Write `name: value` on lines of their own. [kind]"),
    ("content/words.yaml", f"nevr: {{en: [a]}}\n{NEVER}\n{PRIVATE}", "1:1: `nevr` is not known here. Did you mean `never`? [unknown-name]"),
    ("content/words.yaml", f"{NEVER}", "1:1: The line `private:` is missing. Add it; a similar file shows how. [missing]"),
    ("content/words.yaml", f"never: {{eng: [anonymous]}}\n{PRIVATE}", "1:9: `eng` is no language of languages.yaml. Write another, or add the language there. [language]"),
    ("content/languages.yaml", "[]", EMPTY_LIST),
    ("content/languages.yaml", "[", BRACKET),
    ("content/languages.yaml", EN, NO_LIST),
    ("content/languages.yaml", f"- {EN}\n- {TH}\n- {TH}", "3:10: The language `th` stands twice. Keep one of them. [twice]"),
    ("content/languages.yaml", f"- {EN}\n- {TH.replace('}', ', fallback: [en, eng]}')}", "2:65: There is no language `eng`. Did you mean `en`? [unknown]"),
    ("content/languages.yaml", f"- {EN}\n- {TH.replace('locale: th', 'locale: xx-bogus')}", "2:33: `xx-bogus` is no locale that Babel knows. Write one like `th`, or its neighbour's. [locale]"),
    ("content/languages.yaml", f"- {EN.replace('locale: en', 'locale: xy')}\n- {TH}", "1:37: `xy` is no locale that Babel knows. Write one like `th`, or its neighbour's. [locale]"),
    ("content/languages.yaml", f"- {EN}\n- {TH.replace('200', '0.5')}", "2:45: `0.5` is no whole number. Write digits only, like 60. [number]"),
    ("content/topics.yaml", "[]", EMPTY_LIST),
    ("content/topics.yaml", HEALTH, NO_LIST),
    ("content/topics.yaml", f"- {HEALTH}\n- {PERMITS}\n- {HEALTH}", "3:8: The topic `health` stands twice. Keep one of them. [twice]"),
    ("content/topics.yaml", f"- {HEALTH}\n- {PERMITS.replace('en:', 'eng:')}", "2:34: `eng` is no language of languages.yaml. Write another, or add the language there. [language]"),
    ("content/topics.yaml", f"- {HEALTH.replace('🩺', '')}\n- {PERMITS}", "1:16: `emoji` has no words. Write some, or delete the line. [no-words]"),
    ("content/danger-menu.yaml", "- {picture: 🩸, kinds: [life], label: {eng: Hurt}}", "1:39: `eng` is no language of languages.yaml. Write another, or add the language there. [language]"),
    ("content/danger-menu.yaml", "[]", EMPTY_LIST),
    ("content/dangers/life.yaml", "[", BRACKET),
    ("content/cards/health/sound/card.yaml", "[", BRACKET),
    ("content/cards/health/sound/en.yaml", "[", BRACKET),
    ("content/places/th-1669.yaml", "[", BRACKET),
    ("seeds/sound.yaml", "[", BRACKET),
    ("seeds/sound.yaml", "a: b", NO_LIST),
    ("seeds/documents.yaml", "a: b", NO_LIST),
    ("seeds/documents/leaflet.yaml", "a: b", NO_LIST),
    ("tests/questions/th.yaml", "text: a", NO_LIST),
    ("tests/questions/th.yaml", "- a question", "1:3: Entry 1 is a text; names and values are expected. Write `name: value` on lines of their own. [kind]"),
]  # fmt: skip


@pytest.fixture
def root(tmp_path) -> Path:
    for each in REST:
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(BROKEN / each, tmp_path / each)
    for each, text in MADE.items():
        (tmp_path / each).write_text(text, encoding="utf-8")
    return tmp_path


def told(root: Path) -> list[str]:
    return [str(problem) for problem in check(root)]


def test_the_rest_is_sound(root):
    assert told(root) == []


@pytest.mark.parametrize(("path", "text", "fault"), CASES)
def test_one_fault_is_told_once(path, text, fault, root):
    (root / path).write_text(text, encoding="utf-8")
    assert told(root) == [f"{path}:{fault}"]
