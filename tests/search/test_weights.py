"""The numbers that `sala tune` learned, as they stand in weights.json."""

import json
from dataclasses import fields

import numpy as np
import pytest

from bot.search.channels import KIND_FEATURES, LABEL_FEATURES
from bot.search.weights import (
    CERTAINTY_FEATURES,
    FILE,
    UNTAUGHT,
    Weights,
    WeightsError,
    as_tree,
    read_weights,
)

SETS = ("with vectors", "letters")
NAMED = {"labels": LABEL_FEATURES, "certainty": CERTAINTY_FEATURES, "kinds": KIND_FEATURES}
THRESHOLDS = ("answer from", "choose from", "danger from")


def drawn(seed: int) -> Weights:
    random = np.random.default_rng(seed)
    return Weights(
        random.normal(size=len(LABEL_FEATURES)),
        random.normal(size=len(CERTAINTY_FEATURES)),
        random.normal(size=len(KIND_FEATURES)),
        *random.random(3).tolist(),
    )


def same(one: Weights, other: Weights) -> bool:
    """Whether all numbers of two sets are the same."""
    return all(
        np.array_equal(getattr(one, each.name), getattr(other, each.name))
        for each in fields(Weights)
    )


def written(folder, tree):
    """A file with the tree in it."""
    file = folder / "weights.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return file


@pytest.fixture
def tree() -> dict:
    """A sound tree of both sets, to be spoilt."""
    return {name: as_tree(drawn(number)) for number, name in enumerate(SETS)}


def committed() -> dict:
    return json.loads(FILE.read_text(encoding="utf-8"))


def test_the_committed_numbers_are_read():
    with_vectors, letters = read_weights()
    assert as_tree(with_vectors) == committed()["with vectors"]
    assert as_tree(letters) == committed()["letters"]
    assert not same(with_vectors, letters)


@pytest.mark.parametrize("name", SETS)
def test_every_feature_is_named_in_the_committed_file_and_nothing_else(name):
    found = committed()[name]
    assert set(found) == {*NAMED, *THRESHOLDS}
    for part, features in NAMED.items():
        assert tuple(found[part]) == features


@pytest.mark.parametrize("weights", read_weights(), ids=SETS)
def test_committed_thresholds_lie_between_nought_and_one(weights):
    """At nought everybody would be in danger or answered, at one nobody."""
    assert 0 < weights.danger_from < 1
    assert 0 < weights.choose_from < weights.answer_from < 1


@pytest.mark.parametrize("weights", read_weights(), ids=SETS)
def test_committed_numbers_are_numbers(weights):
    for part in (weights.labels, weights.certainty, weights.kinds):
        assert np.isfinite(part).all()
        assert part.any()


def test_by_letters_alone_meaning_weighs_nothing():
    _, letters = read_weights()
    for names, numbers in ((LABEL_FEATURES, letters.labels), (KIND_FEATURES, letters.kinds)):
        of_meaning = [number for name, number in zip(names, numbers, strict=True) if "mean" in name]
        assert not any(of_meaning)


@pytest.mark.parametrize("seed", range(5))
def test_what_was_written_is_read_again(tmp_path, seed):
    one, other = drawn(seed), drawn(seed + 100)
    file = written(tmp_path, {"with vectors": as_tree(one), "letters": as_tree(other)})
    read = read_weights(file)
    assert same(read[0], one)
    assert same(read[1], other)


def test_numbers_are_found_by_their_names_in_any_order(tmp_path, tree):
    turned = {
        name: {
            part: dict(reversed(numbers.items())) if isinstance(numbers, dict) else numbers
            for part, numbers in reversed(parts.items())
        }
        for name, parts in reversed(tree.items())
    }
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(turned), encoding="utf-8")
    read = read_weights(file)
    assert same(read[0], drawn(0))
    assert same(read[1], drawn(1))


def test_each_number_stands_under_its_own_name():
    found = as_tree(
        Weights(
            np.arange(len(LABEL_FEATURES)),
            np.arange(len(CERTAINTY_FEATURES)) + 20,
            np.arange(len(KIND_FEATURES)) + 40,
            answer_from=0.8,
            choose_from=0.6,
            danger_from=0.2,
        )
    )
    assert found["labels"]["few lines, letters"] == 0
    assert found["labels"]["nothing"] == len(LABEL_FEATURES) - 1
    assert found["certainty"] == {"share": 20, "lead over cards": 21, "score": 22, "always": 23}
    assert found["kinds"]["sign"] == 40 + KIND_FEATURES.index("sign")
    assert [found[name] for name in THRESHOLDS] == [0.8, 0.6, 0.2]


def test_before_anything_is_learned_nothing_is_decided():
    assert not UNTAUGHT.labels.any()
    assert (UNTAUGHT.answer_from, UNTAUGHT.choose_from, UNTAUGHT.danger_from) == (1, 1, 1)


def told(file) -> str:
    """What a person reads who starts Sala with such a file."""
    with pytest.raises(WeightsError) as error:
        read_weights(file)
    return str(error.value)


def expected(file) -> str:
    return f"{file} does not hold the numbers of this program. `sala tune` writes it anew."


def test_a_missing_file_is_told(tmp_path):
    assert told(tmp_path / "weights.json") == expected(tmp_path / "weights.json")


def test_a_folder_in_its_place_is_told(tmp_path):
    assert told(tmp_path) == expected(tmp_path)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"numbers",
        b"7",
        b"null",
        b'["with vectors", "letters"]',
        b'{"with vectors": {',
        b'{"with vectors": 1, "letters": 1}',
        b'{"with vectors": [], "letters": []}',
        b'{"with vectors": null, "letters": null}',
        b'{"with vectors": {"labels": 1}, "letters": {}}',
        b"\xff\xfe\xfd",
        b"\0\0\0",
        b"with vectors:\n  labels: {}\n",
    ],
)
def test_a_broken_file_is_told(tmp_path, raw):
    file = tmp_path / "weights.json"
    file.write_bytes(raw)
    assert told(file) == expected(file)


@pytest.mark.parametrize("name", SETS)
def test_a_missing_set_is_told(tmp_path, tree, name):
    del tree[name]
    file = written(tmp_path, tree)
    assert told(file) == expected(file)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("part", [*NAMED, *THRESHOLDS])
def test_a_missing_part_is_told(tmp_path, tree, name, part):
    del tree[name][part]
    file = written(tmp_path, tree)
    assert told(file) == expected(file)


@pytest.mark.parametrize(
    ("part", "feature"), [(part, feature) for part, names in NAMED.items() for feature in names]
)
def test_a_missing_feature_is_told(tmp_path, tree, part, feature):
    """So the numbers of an older program are never read as those of this one."""
    del tree["letters"][part][feature]
    file = written(tmp_path, tree)
    assert told(file) == expected(file)


@pytest.mark.parametrize("number", [None, "much", [1.0], {}])
def test_what_is_no_number_is_told(tmp_path, tree, number):
    tree["letters"]["labels"]["nothing"] = number
    file = written(tmp_path, tree)
    assert told(file) == expected(file)
    tree["letters"]["labels"]["nothing"] = 1.0
    tree["letters"]["danger from"] = number
    written(tmp_path, tree)
    assert told(file) == expected(file)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -0.1, 7.0, 10**400, "much"])
@pytest.mark.parametrize("name", THRESHOLDS)
def test_a_threshold_that_nothing_or_everything_reaches_is_refused(tmp_path, tree, name, number):
    """With NaN every message would be in danger."""
    tree["letters"][name] = number
    with pytest.raises(WeightsError, match="sala tune"):
        read_weights(written(tmp_path, tree))
