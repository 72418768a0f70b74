"""From lines to names: every reduction against the same done slowly."""

import numpy as np
import pytest

from bot.search.groups import Groups

NAMES = ("permits/wages", "permits/papers", "intent/greeting", "elsewhere", None)
SEEDS = range(12)


def drawn(seed: int) -> tuple[list[str | None], np.ndarray]:
    """Names of some forty lines and a likeness to each, with many that are equal."""
    random = np.random.default_rng(seed)
    names = [NAMES[number] for number in random.integers(len(NAMES), size=40)]
    return names, random.integers(-4, 5, size=40).astype(np.float32) / 4


def slowly(names, likeness) -> dict[str, list[tuple[float, int]]]:
    """Likeness and number of the lines of each name, the likest first, then the first."""
    found: dict[str, list[tuple[float, int]]] = {}
    for number, (name, alike) in enumerate(zip(names, likeness.tolist(), strict=True)):
        if name:
            found.setdefault(name, []).append((alike, number))
    return {
        name: sorted(lines, key=lambda line: (-line[0], line[1])) for name, lines in found.items()
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_nearest_is_the_mean_of_the_three_likest_lines(seed):
    names, likeness = drawn(seed)
    expected = {
        name: np.mean([alike for alike, _ in lines[:3]])
        for name, lines in slowly(names, likeness).items()
    }
    groups = Groups(names)
    found = dict(zip(groups.names, groups.nearest(likeness).tolist(), strict=True))
    assert found == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_best_is_the_likest_line_and_of_equals_the_first(seed):
    names, likeness = drawn(seed)
    groups = Groups(names)
    best, rows = groups.best(likeness)
    found = dict(zip(groups.names, zip(best.tolist(), rows.tolist(), strict=True), strict=True))
    assert found == {name: lines[0] for name, lines in slowly(names, likeness).items()}


@pytest.mark.parametrize("seed", SEEDS)
def test_total_is_the_sum_over_all_lines(seed):
    names, likeness = drawn(seed)
    expected = {
        name: sum(alike for alike, _ in lines) for name, lines in slowly(names, likeness).items()
    }
    groups = Groups(names)
    found = dict(zip(groups.names, groups.total(likeness).tolist(), strict=True))
    assert found == pytest.approx(expected, abs=1e-5)


def test_names_come_in_their_order_with_their_lines_beside_each_other():
    groups = Groups(["b", "a", None, "b", "a", "b"])
    assert groups.names == ("a", "b")
    assert groups.rows.tolist() == [1, 4, 0, 3, 5]
    assert groups.of_row.tolist() == [0, 0, 1, 1, 1]
    assert groups.sizes.tolist() == [2, 3]


@pytest.mark.parametrize(
    ("likeness", "mean"),
    [
        ([0.5], 0.5),
        ([-0.5], -0.5),
        ([0.5, 0.25], 0.375),
        ([-0.5, -0.25], -0.375),
        ([0.25, 0.5, 0.75], 0.5),
        ([0.25, 0.5, 0.75, 1.0], 0.75),
        ([0.0, 0.0, 0.0, -1.0], 0.0),
    ],
)
def test_of_a_name_with_fewer_than_three_lines_all_count(likeness, mean):
    """What is missing is neither nought nor unlike: a new card is no farther than an old one."""
    groups = Groups(["a"] * len(likeness) + ["b"])
    assert groups.nearest(np.array([*likeness, 1.0]))[0] == pytest.approx(mean)


def test_a_line_without_a_name_counts_for_none():
    groups = Groups([None, "a", None, "b"])
    likeness = np.array([9.0, 0.25, 9.0, 0.5], dtype=np.float32)
    assert groups.nearest(likeness).tolist() == [0.25, 0.5]
    assert groups.total(likeness).tolist() == [0.25, 0.5]
    assert [part.tolist() for part in groups.best(likeness)] == [[0.25, 0.5], [1, 3]]


@pytest.mark.parametrize("names", [[], [None], [None, None], ["", None]])
def test_where_no_line_has_a_name_there_is_nothing(names):
    groups, likeness = Groups(names), np.ones(len(names), dtype=np.float32)
    assert groups.names == ()
    assert groups.nearest(likeness).shape == (0,)
    assert groups.total(likeness).shape == (0,)
    assert [part.shape for part in groups.best(likeness)] == [(0,), (0,)]


def test_what_was_handed_over_stays_as_it_was():
    names, likeness = drawn(0)
    before = likeness.copy()
    groups = Groups(names)
    groups.nearest(likeness)
    groups.best(likeness)
    groups.total(likeness)
    assert np.array_equal(likeness, before)
