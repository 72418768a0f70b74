"""Groups of letters: the sorted arrays against a plain dictionary."""

import math
from collections import Counter, defaultdict

import numpy as np
import pytest

from bot.search.grams import GramsChannel
from bot.search.groups import Groups

Vector = dict[str, float]

SCRIPTS = {
    "latin": "abcd e",
    "thai": "กขคงั ",
    "burmese": "ကခဂိာ",
    "khmer": "កខគ្ា",
    "mixed": "ab กข ကခ 12",
    "astral": "a😀𠀀 𐀀",
}


def groups_of(text: str) -> Counter[str]:
    """Two to four letters beside each other, with the edges of the text."""
    edged = f"^{text.replace(' ', '_')}$"
    return Counter(
        edged[at : at + length] for length in (2, 3, 4) for at in range(len(edged) - length + 1)
    )


def rarities(deck: list[str]) -> Vector:
    """Of the groups that stand in more than one line."""
    lines = Counter(group for text in deck for group in groups_of(text))
    return {group: math.log(len(deck) / count) for group, count in lines.items() if count > 1}


def unit(text: str, rarity: Vector, unknown: float) -> Vector:
    """The known groups of a text; `unknown` is the square of a group that is not known."""
    groups = groups_of(text)
    weights = {
        group: (1 + math.log(count)) * rarity[group]
        for group, count in groups.items()
        if group in rarity
    }
    strangers = len(groups) - len(weights)
    length = math.sqrt(sum(weight**2 for weight in weights.values()) + strangers * unknown)
    return {group: weight / max(length, 1e-9) for group, weight in weights.items()}


def slowly(deck: list[str], message: str) -> list[float]:
    """The likeness of a message to every line."""
    rarity = rarities(deck)
    said = unit(message, rarity, 0.3 * math.log(len(deck)) ** 2)
    lines = [unit(text, rarity, 0) for text in deck]
    return [sum(said[group] * line.get(group, 0) for group in said) for line in lines]


def lengths_slowly(deck: list[str], names: list[str | None]) -> Vector:
    """How long the sum of the lines of each name is."""
    rarity = rarities(deck)
    sums: dict[str, Vector] = defaultdict(lambda: defaultdict(float))
    for text, name in zip(deck, names, strict=True):
        if name:
            for group, weight in unit(text, rarity, 0).items():
                sums[name][group] += weight
    return {
        name: math.sqrt(sum(weight**2 for weight in total.values())) or 1
        for name, total in sums.items()
    }


def drawn(seed: int, letters: str, count: int) -> list[str]:
    """Short texts; some stand twice and some are empty."""
    random = np.random.default_rng(seed)
    texts = [
        "".join(random.choice(list(letters), size=random.integers(0, 9))) for _ in range(count)
    ]
    return [*texts, *texts[:3]]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("script", SCRIPTS)
def test_likeness_is_the_cosine_of_rare_groups(script, seed):
    deck = drawn(seed, SCRIPTS[script], 30)
    channel = GramsChannel(deck)
    for message in drawn(seed + 100, SCRIPTS[script] + "zฮ", 12):
        assert channel.likeness(message).tolist() == pytest.approx(slowly(deck, message), abs=1e-5)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("script", SCRIPTS)
def test_the_length_of_a_name_is_that_of_the_sum_of_its_lines(script, seed):
    deck = drawn(seed, SCRIPTS[script], 30)
    random = np.random.default_rng(seed)
    names = [("a", "b", "c", None)[number] for number in random.integers(4, size=len(deck))]
    groups = Groups(names)
    found = dict(zip(groups.names, GramsChannel(deck).lengths(groups).tolist(), strict=True))
    assert found == pytest.approx(lengths_slowly(deck, names), abs=1e-4)


DECK = ["unpaid wages", "no wages", "passport kept", "kept my passport", "good morning"]


def test_a_line_that_is_typed_again_is_the_likest():
    channel = GramsChannel(DECK)
    assert [int(channel.likeness(line).argmax()) for line in DECK[:4]] == [0, 1, 2, 3]


@pytest.mark.parametrize("more", [" xyz", " qqqq", "ก", "😀"])
def test_unknown_groups_lower_the_likeness(more):
    """A message of which little is known is like nothing, however well that little fits."""
    channel = GramsChannel(DECK)
    known, stranger = channel.likeness("no wages")[1], channel.likeness(f"no wages{more}")[1]
    assert 0 < stranger < known <= 1.0001


def test_unknown_letters_are_told_apart():
    """Three strangers say less than one stranger three times: each new group counts."""
    channel = GramsChannel(DECK)
    assert channel.likeness("no wages ฮฮฮฮ")[1] > channel.likeness("no wages ฮฬซฉ")[1] > 0


def test_a_group_of_one_line_alone_is_as_unknown_as_one_of_none():
    """`good morning` shares nothing with the others, so that not even itself is like it."""
    channel = GramsChannel(["my wages", "my wages now", "bbbb"])
    assert channel.likeness("bbbb").tolist() == [0, 0, 0]
    assert channel.likeness("my wages bbbb")[0] == pytest.approx(
        channel.likeness("my wages cccc")[0]
    )


@pytest.mark.parametrize("message", ["zzz", "ฮฮ", "ကောင်း", "", "0"])
def test_what_shares_nothing_with_a_line_is_not_like_it(message):
    assert GramsChannel(DECK).likeness(message).tolist() == [0] * len(DECK)


def test_no_group_reaches_over_the_end_of_a_line():
    """Neither across two lines of the deck, however they stand beside each other."""
    channel = GramsChannel(["ab", "cd", "ab", "cd"])
    assert channel.likeness("bc").tolist() == [0, 0, 0, 0]
    assert channel.likeness("ab").tolist() == pytest.approx([1, 0, 1, 0])


@pytest.mark.parametrize("message", ["", "a", "wages", "\ud800"])
def test_where_no_line_is_known_there_is_no_likeness(message):
    assert GramsChannel([]).likeness(message).shape == (0,)


@pytest.mark.parametrize("line", ["", "a", "my wages", "ကူညီပါ"])
def test_a_line_that_is_alone_tells_nothing(line):
    channel = GramsChannel([line])
    assert channel.likeness("my wages").tolist() == [0]
    assert channel.likeness(line).tolist() == [0]
    assert channel.lengths(Groups(["a"])).tolist() == [1]


def test_lone_surrogates_are_letters_like_others():
    deck = ["a\ud800b", "a\ud800c", "a\udfffb", "a\udfffc", "xyz"]
    channel = GramsChannel(deck)
    for message in ("a\ud800", "a\udfffd", "\ud801", "a\ud800\udc11"):
        assert channel.likeness(message).tolist() == pytest.approx(slowly(deck, message), abs=1e-5)
    assert channel.likeness("a\ud800")[0] > 0 == channel.likeness("a\ud800")[4]


@pytest.mark.parametrize(
    "names", [[None] * 5, ["a", None, None, None, None], ["a", "b", "b", None, None]]
)
def test_a_name_without_groups_has_length_one(names):
    """A length divides; nothing is divided by nought."""
    groups = Groups(names)
    lengths = GramsChannel(["", "ab", "ab", "ac", "ac"]).lengths(groups)
    assert lengths[:1].tolist() == [1] * len(groups.names[:1])
    assert all(lengths[1:] > 1)


def test_of_a_long_message_only_the_ends_are_compared():
    channel = GramsChannel(DECK)
    long = "x" * 700
    assert channel.likeness(f"no wages {long}")[1] > 0 < channel.likeness(f"{long} no wages")[1]
    assert channel.likeness(f"{long} no wages {long}").tolist() == [0] * len(DECK)


def test_in_a_huge_deck_the_rarest_groups_are_looked_up_first():
    """Of three groups in 90,000 lines one is looked up, after those that stand in two lines."""
    channel = GramsChannel(["x"] * 90_000 + ["y"] * 90_000 + ["qqz", "qqz"])
    assert channel.likeness("x")[0] == pytest.approx(1 / 3, abs=1e-4)
    assert channel.likeness("qqz")[-1] == pytest.approx(1, abs=1e-4)
    both = channel.likeness("x qqz x")
    assert both[-1] > both[0] > 0
    assert both[90_000] == 0
