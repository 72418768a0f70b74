"""A fault of a content file, as a value."""

from pathlib import PurePosixPath

from bot.content import Problem

PATH = PurePosixPath("content/topics.yaml")


def test_a_problem_says_where_what_and_how_to_mend_it():
    problem = Problem(PATH, 3, 7, "twice", "`id` stands twice.", "Keep one of them.")
    assert str(problem) == ("content/topics.yaml:3:7: `id` stands twice. Keep one of them. [twice]")


def test_without_a_hint_nothing_stands_in_its_place():
    assert str(Problem(PATH, 3, 7, "twice", "`id` stands twice.")) == (
        "content/topics.yaml:3:7: `id` stands twice. [twice]"
    )


def test_problems_stand_in_the_order_of_files_lines_and_columns():
    """Lines are numbers: 10 comes behind 9."""
    places = [("a", 9, 1), ("a", 10, 1), ("a", 10, 20), ("b", 1, 1)]
    problems = [
        Problem(PurePosixPath(path), line, column, "", "")
        for path, line, column in reversed(places)
    ]
    assert sorted(problems) == problems[::-1]


def test_the_same_problem_is_one():
    assert len({Problem(PATH, 1, 1, "x", "y"), Problem(PATH, 1, 1, "x", "y")}) == 1
