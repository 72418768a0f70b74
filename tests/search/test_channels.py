"""The features of a tiny deck, by letters and with an embedder made by hand."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from doubles import embedder_of

from bot.search.channels import KIND_FEATURES, LABEL_FEATURES, Channels, Heard
from bot.search.deck import CALM, ELSEWHERE, Deck, Line
from bot.search.grams import GramsChannel
from bot.search.groups import Groups
from bot.search.signs import NOT_NOW
from bot.search.vectors import VectorCache
from bot.text import canonical, guess_language, readings, skeleton

WAGES, PAPERS = "permits/wages", "permits/papers"
LINES = (
    Line("unpaid wages", "en", WAGES, CALM),
    Line("boss pays no wages", "en", WAGES, CALM),
    Line("when are wages paid", "en", WAGES, CALM),
    Line("wages wages wages", "en", WAGES, CALM),
    Line("ไม่ได้ค่าจ้าง", "th", WAGES, CALM),
    Line("boss keeps my passport", "en", PAPERS, CALM),
    Line("passport kept", "en", PAPERS, CALM),
    Line("ยึดหนังสือเดินทาง", "th", PAPERS, None),
    Line("good morning", "en", "intent/greeting", CALM),
    Line("where is the market", "en", ELSEWHERE, CALM),
    Line("the boss beats me", "en", "danger/beaten", "beaten"),
    Line("he hits me", "en", "danger/beaten", "beaten"),
    Line("i bleed from a wound", "en", "danger/life", "life"),
    Line("the wound is healed", "en", None, CALM),
)
# What the embedder knows; each row of words means the same.
MEANINGS = (
    ("wages", "salary", "ค่าจ้าง"),
    ("boss", "employer"),
    ("passport", "documents"),
    ("market", "shop"),
    ("beats", "hits"),
    ("bleed", "wound"),
    ("morning", "hello"),
)


def deck(lines: Sequence[Line]) -> Deck:
    forms = tuple(canonical(line.text) for line in lines)
    return Deck(tuple(lines), forms, tuple(map(skeleton, forms)))


def channels(*lines: Line) -> Channels:
    return Channels(deck(lines or LINES))


embed = embedder_of(MEANINGS)


def learned(*lines: Line) -> Channels:
    """Channels with that embedder; nothing is read from a disk."""
    known = channels(*lines)
    cache = VectorCache(Path("nowhere"))
    texts = known.deck.canonical
    cache.add(texts, embed(texts))
    return known.with_vectors(cache, embed)


def hear(known: Channels, text: str, language: str | None = "en", signs: Sequence[str] = ()):
    read = readings(text)
    return known.hear(read, signs, language, guess_language(read[0].text))


def label(known: Channels, heard: Heard, name: str) -> dict[str, float]:
    """The features of a label by their names."""
    row = heard.labels[known.labels.names.index(name)].tolist()
    return dict(zip(LABEL_FEATURES, row, strict=True))


def kind(known: Channels, heard: Heard, name: str) -> dict[str, float]:
    """The features of a kind of danger by their names."""
    row = heard.kinds[known.dangers.index(name)].tolist()
    return dict(zip(KIND_FEATURES, row, strict=True))


def test_there_is_a_row_for_every_name_and_one_for_none():
    known = channels()
    assert known.labels.names == (
        *("danger/beaten", "danger/life", ELSEWHERE, "intent/greeting"),
        *(PAPERS, WAGES),
    )
    assert known.dangers == ("beaten", "life")
    heard = hear(known, "my wages")
    assert heard.labels.shape == (7, len(LABEL_FEATURES))
    assert heard.kinds.shape == (3, len(KIND_FEATURES))
    assert heard.letters.shape == heard.alike.shape == (len(LINES),)


def test_the_cards_are_known_by_their_numbers():
    known = channels()
    assert [known.labels.names[number] for number in known.cards] == [PAPERS, WAGES]


def test_none_of_the_names_is_like_nothing():
    """Its row has nothing but its own sort, and calm nothing but its own."""
    for known in (channels(), learned()):
        heard = hear(known, "unpaid wages", signs=["life"])
        assert heard.labels[-1].tolist() == [0] * (len(LABEL_FEATURES) - 1) + [1]
        assert heard.kinds[-1].tolist() == [0] * (len(KIND_FEATURES) - 1) + [1]


def test_the_sort_of_a_label_is_told():
    known = channels()
    heard = hear(known, "my wages")
    sorts = {name: heard.labels[at, -3:].tolist() for at, name in enumerate(known.labels.names)}
    assert sorts == {
        "danger/beaten": [0, 0, 0],
        "danger/life": [0, 0, 0],
        ELSEWHERE: [0, 1, 0],
        "intent/greeting": [1, 0, 0],
        PAPERS: [0, 0, 0],
        WAGES: [0, 0, 0],
    }


def test_few_lines_and_all_lines_in_letters():
    """The mean of the three likest lines; the cosine to the sum of all lines."""
    known = channels()
    heard = hear(known, "no wages")
    few = sum(sorted(heard.letters[:5].tolist())[-3:]) / 3
    lengths = GramsChannel(known.deck.skeleton).lengths(known.labels)
    at = known.labels.names.index(WAGES)
    every = float(heard.letters[:5].sum() / lengths[at])
    assert 0 < few != pytest.approx(every)
    found = label(known, heard, WAGES)
    assert found["few lines, letters"] == pytest.approx(few, abs=1e-6)
    assert found["all lines, letters"] == pytest.approx(every, abs=1e-6)
    assert found["likest line"] == pytest.approx(heard.alike[:5].max())


def test_a_card_with_many_lines_is_not_nearer_for_that():
    """The same lines twice say no more; the cosine to their sum is the same."""
    once = channels(*LINES)
    twice = Channels(deck([*LINES, *(replace(line, language="xx") for line in LINES[:5])]))
    message = "wages are paid when the boss pays"
    found = [label(known, hear(known, message), WAGES) for known in (once, twice)]
    assert all(0 < each["all lines, letters"] <= 1 for each in found)
    assert found[1]["all lines, letters"] == pytest.approx(found[0]["all lines, letters"], abs=0.1)


@pytest.mark.parametrize(
    ("message", "language", "same"),
    [
        ("Unpaid wages!", "en", 1),
        ("unpaid wages", "th", 1),
        ("unpaid wages", None, 1),
        ("ไมไดคาจาง", "th", 1),
        ("ไมไดคาจาง", "en", 1),
        ("unpaid wagers now", "en", 0),
        ("wages", "en", 0),
    ],
)
def test_the_same_letters_are_told_in_any_language_and_form(message, language, same):
    """A skeleton in a language that was not chosen weighs 0.96 · 0.97, and is still the same."""
    known = channels()
    heard = hear(known, message, language)
    assert label(known, heard, WAGES)["same letters"] == same
    assert heard.labels[:, LABEL_FEATURES.index("same letters")].sum() == same


def test_the_same_letters_tell_of_danger():
    known = channels()
    assert kind(known, hear(known, "He hits me"), "beaten")["same letters"] == 1
    assert kind(known, hear(known, "he hits me"), "life")["same letters"] == 0
    assert kind(known, hear(known, "unpaid wages"), "life")["same letters"] == -1


def test_the_better_reading_counts_in_letters():
    known = channels()
    wages, papers = readings("unpaid wages")[0], readings("passport kept")[0]
    apart = [known.hear([each], ()).letters for each in (wages, papers)]
    assert known.hear([wages, papers], ()).letters.tolist() == np.max(apart, axis=0).tolist()


def test_a_kind_of_danger_is_told_beyond_calm():
    """Each feature less that of calm: what is as near to calm shows no danger."""
    known = channels()
    heard = hear(known, "a wound")
    kinds = Groups([line.danger for line in LINES])
    calm = kinds.names.index(CALM)
    for name in known.dangers:
        at = kinds.names.index(name)
        nearest, best = kinds.nearest(heard.letters), kinds.best(heard.alike)[0]
        found = kind(known, heard, name)
        assert found["few lines, letters"] == pytest.approx(nearest[at] - nearest[calm], abs=1e-6)
        assert found["likest line"] == pytest.approx(best[at] - best[calm], abs=1e-6)
        assert found["calm"] == 0


def test_a_line_that_only_sounds_like_danger_takes_from_it():
    without = channels(*LINES[:-1])
    message = "the wound healed"
    alarmed = kind(without, hear(without, message), "life")["likest line"]
    assert kind(channels(), hear(channels(), message), "life")["likest line"] < alarmed


@pytest.mark.parametrize("signs", [(), ("life",), ("beaten", "life"), ("fire",)])
def test_signs_are_told_of_their_kind(signs):
    known = channels()
    heard = hear(known, "my wages", signs=signs)
    for name in known.dangers:
        assert kind(known, heard, name)["sign"] == (name in signs)


def test_a_deck_without_calm_lines_tells_kinds_as_they_are():
    known = channels(*LINES[10:13])
    assert known.dangers == ("beaten", "life")
    heard = hear(known, "he hits me")
    found = kind(known, heard, "beaten")
    assert found["likest line"] == pytest.approx(heard.alike[:2].max())
    assert found["same letters"] == 1


@pytest.mark.parametrize("lines", [LINES[8:10], LINES[7:8]])
def test_a_deck_without_dangers_has_only_calm(lines):
    known = channels(*lines)
    assert known.dangers == ()
    assert hear(known, "good morning").kinds.tolist() == [[0] * (len(KIND_FEATURES) - 1) + [1]]


def test_an_empty_deck_has_only_none():
    known = Channels(deck(()))
    heard = hear(known, "good morning")
    assert heard.labels.tolist() == [[0] * (len(LABEL_FEATURES) - 1) + [1]]
    assert heard.kinds.tolist() == [[0] * (len(KIND_FEATURES) - 1) + [1]]
    assert known.cards.shape == (0,)


def test_by_letters_alone_nothing_is_told_of_meaning():
    known = channels()
    assert not known.learned
    heard = hear(known, "my salary")
    assert heard.meaning is None
    assert not heard.labels[:, 4:6].any()
    assert not heard.kinds[:, 3:5].any()


def test_meaning_joins_the_other_channels_and_leaves_them_as_they_were():
    known, more = channels(), learned()
    assert (known.learned, more.learned) == (False, True)
    without, heard = hear(known, "salary of boss"), hear(more, "salary of boss")
    assert np.array_equal(without.letters, heard.letters)
    assert np.array_equal(without.alike, heard.alike)
    others = [0, 1, 2, 3, 6, 7, 8]
    assert np.array_equal(without.labels[:, others], heard.labels[:, others])
    assert np.array_equal(without.kinds[:, [0, 1, 2, 5, 6]], heard.kinds[:, [0, 1, 2, 5, 6]])


def test_with_vectors_the_first_channels_stay_without():
    known = channels()
    cache = VectorCache(Path("nowhere"))
    cache.add(known.deck.canonical, embed(known.deck.canonical))
    known.with_vectors(cache, embed)
    assert not known.learned


def test_a_line_without_its_vector_is_an_error():
    with pytest.raises(KeyError):
        channels().with_vectors(VectorCache(Path("nowhere")), embed)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("salary", WAGES),
        ("documents", PAPERS),
        ("shop", ELSEWHERE),
        ("hello", "intent/greeting"),
    ],
)
def test_what_means_the_same_is_near_in_meaning(message, name):
    """Both ways: by the mean of few lines, and by what all lines of a name have in common."""
    known = learned()
    heard = hear(known, message)
    assert heard.meaning.shape == (len(LINES),)
    for feature in ("few lines, meaning", "all lines, meaning"):
        column = heard.labels[:, LABEL_FEATURES.index(feature)]
        assert known.labels.names[int(column[:-1].argmax())] == name, feature


def test_few_lines_in_meaning_are_three():
    known = learned()
    heard = hear(known, "salary")
    few = sum(sorted(heard.meaning[:5].tolist())[-3:]) / 3
    assert label(known, heard, WAGES)["few lines, meaning"] == pytest.approx(few, abs=1e-6)


def test_danger_in_meaning_is_told_beyond_calm():
    known = learned()
    kinds = Groups([line.danger for line in LINES])
    heard = hear(known, "employer hits")
    nearest = kinds.nearest(heard.meaning)
    apart = nearest[kinds.names.index("beaten")] - nearest[kinds.names.index(CALM)]
    found = kind(known, heard, "beaten")
    assert found["few lines, meaning"] == pytest.approx(apart, abs=1e-6)
    assert found["all lines, meaning"] > kind(known, heard, "life")["all lines, meaning"]
    assert kind(known, hear(known, "salary"), "beaten")["all lines, meaning"] < 0


WEAK = {
    "few lines, meaning in a weak language": "few lines, meaning",
    "all lines, meaning in a weak language": "all lines, meaning",
}


@pytest.mark.parametrize(
    ("message", "language", "weak"),
    [
        ("salary", "my", True),
        ("salary", "en", False),
        ("salary", None, False),
        ("ကူညီပါ ကူညီပါ salary ကူညီပါ", "en", True),
        ("ကူညီပါ ကူညီပါ salary ကူညီပါ", None, True),
        ("ค่าจ้าง", "th", False),
        ("ค่าจ้าง", "my", True),
    ],
)
def test_in_a_weak_language_meaning_is_told_once_more(message, language, weak):
    """Weak by what the person chose or by what they write; so it can weigh less there."""
    known = learned()
    found = label(known, hear(known, message, language), WAGES)
    for name, plain in WEAK.items():
        assert found[plain] != 0
        assert found[name] == (found[plain] if weak else 0)


def test_by_letters_alone_a_weak_language_is_like_others():
    known = channels()
    found = label(known, hear(known, "salary", "my"), WAGES)
    assert [found[name] for name in WEAK] == [0, 0]


@pytest.mark.parametrize("signs", [(), (NOT_NOW,), ("life", NOT_NOW)])
@pytest.mark.parametrize("lines", [LINES, LINES[10:13]])
def test_that_it_is_over_is_told_of_every_kind_and_not_of_calm(signs, lines):
    """With calm lines and without any: it counts against danger, not beyond calm."""
    known = channels(*lines)
    heard = hear(known, "he hits me", signs=signs)
    for name in known.dangers:
        assert kind(known, heard, name)["not now"] == (NOT_NOW in signs)
    assert heard.kinds[-1, KIND_FEATURES.index("not now")] == 0
