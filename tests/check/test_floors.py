"""Floors under the measures, and ceilings over the faults."""

from decimal import Decimal
from pathlib import Path

import pytest

from bot.check.evaluation import Report, Share
from bot.check.floors import below, read_floors
from bot.errors import ContentError

FOUND = Report({"useful": Share(84, 100), "wrong": Share(5, 100), "lost": Share(1, 3)}, 0.0, ())


def told(learned: dict, letters: dict | None = None, *, language="en", with_vectors=True):
    floors = {"with vectors": {"en": learned}, "letters": {"en": letters or {}}}
    return list(below(floors, language, FOUND, learned=with_vectors))


def test_a_measure_at_its_floor_is_not_below_it():
    assert told({"useful": Decimal(84), "wrong": Decimal(5)}) == []


def test_a_measure_under_its_floor_is_told():
    assert told({"useful": Decimal("84.1")}) == ["useful is 84.0 % (84/100), the floor is 84.1 %"]


@pytest.mark.parametrize("name", ["wrong", "lost", "false answer", "offered", "false alarm"])
def test_of_faults_less_is_better(name):
    found = Report({name: Share(5, 100)}, 0.0, ())
    floors = {"letters": {"en": {name: Decimal("4.9")}}}
    assert list(below(floors, "en", found, learned=False)) == [
        f"{name} is 5.0 % (5/100), the floor is 4.9 %"
    ]
    floors = {"letters": {"en": {name: Decimal(90)}}}
    assert list(below(floors, "en", found, learned=False)) == []


def test_with_and_without_vectors_there_are_different_floors():
    learned, letters = {"useful": Decimal(90)}, {"useful": Decimal(80)}
    assert len(told(learned, letters)) == 1
    assert told(learned, letters, with_vectors=False) == []


def test_a_language_without_floors_is_never_below():
    assert told({"useful": Decimal(100)}, language="th") == []


def test_each_measure_is_told_in_the_order_of_the_file():
    bounds = {"lost": Decimal(0), "useful": Decimal(100), "wrong": Decimal(50)}
    assert [line.split()[0] for line in told(bounds)] == ["lost", "useful"]


def floors_file(root: Path, text: str) -> Path:
    file = root / "tests/questions/floors.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_floors_are_read_as_exact_numbers(tmp_path):
    floors_file(tmp_path, "letters: {en: {useful: 84.1}, th: {}}\nwith vectors: {}\n")
    assert read_floors(tmp_path) == {
        "letters": {"en": {"useful": Decimal("84.1")}, "th": {}},
        "with vectors": {},
    }


def test_what_is_no_block_is_told(tmp_path):
    file = floors_file(tmp_path, "- letters\n")
    with pytest.raises(ContentError) as error:
        read_floors(tmp_path)
    assert str(error.value) == f"{file} is no block of names and values."


def test_a_fault_is_told_like_any_fault_of_a_file(tmp_path):
    floors_file(tmp_path, "letters: {}\nletters: {}\n")
    with pytest.raises(ContentError) as error:
        read_floors(tmp_path)
    assert str(error.value) == (
        "tests/questions/floors.yaml:2:1: `letters` stands twice; the first is on line 1. "
        "Keep one of them. [twice]"
    )


def test_a_floor_that_is_no_number_is_told(tmp_path):
    floors_file(tmp_path, "letters: {en: {useful: many}}\n")
    with pytest.raises(ContentError):
        read_floors(tmp_path)
