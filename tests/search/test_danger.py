"""Which kind of danger is recognised, from shares made by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np
import pytest

from bot.content import Danger, DangerKind
from bot.search.channels import KIND_FEATURES, LABEL_FEATURES, Channels, Heard
from bot.search.danger import Recognised, recognised
from bot.search.deck import CALM, Deck, Line
from bot.search.weights import UNTAUGHT, Weights

SAID = {
    "beaten": ("he hits me", "he beats me"),
    "fire": ("it burns",),
    "life": ("i bleed", "no breath"),
    CALM: ("good morning",),
}
LINES = tuple(Line(text, "en", None, kind) for kind, texts in SAID.items() for text in texts)
NOTHING = np.zeros(len(LINES), dtype=np.float32)


def channels(lines: Sequence[Line] = LINES) -> Channels:
    texts = tuple(line.text for line in lines)
    return Channels(Deck(tuple(lines), texts, texts))


def dangers(**beats: Sequence[str]) -> dict[DangerKind, Danger]:
    """The kinds, each with those that it wins over."""
    return {
        DangerKind(kind): Danger(
            kind=DangerKind(kind),
            path=PurePosixPath(f"content/dangers/{kind}.yaml"),
            quiet=False,
            urgent=True,
            card=None,
            beats=tuple(map(DangerKind, beats.get(kind, ()))),
            facts=(),
            places=(),
            show=(),
            texts={},
        )
        for kind in ("beaten", "fire", "life")
    }


def weights(danger_from: float = 0.3) -> Weights:
    """Only the first feature counts."""
    first = np.zeros(len(KIND_FEATURES))
    first[0] = 1
    return replace(UNTAUGHT, kinds=first, danger_from=danger_from)


def heard(**share: float) -> Heard:
    """A message of which the kinds have these shares; calm has the rest."""
    parts = [share.get(kind, 1e-12) for kind in ("beaten", "fire", "life")]
    kinds = np.zeros((4, len(KIND_FEATURES)))
    kinds[:, 0] = np.log([*parts, 1 - sum(share.values())])
    return Heard(NOTHING, NOTHING, None, np.zeros((1, len(LABEL_FEATURES))), kinds)


def kind_of(
    message: Heard, table: Mapping[DangerKind, Danger] | None = None, danger_from: float = 0.3
) -> str | None:
    found = recognised(message, {}, channels(), table or dangers(), weights(danger_from))
    return found.kind if found else None


def because(message: Heard, signs: Mapping[str, str]) -> str:
    of_kinds = {DangerKind(kind): words for kind, words in signs.items()}
    found = recognised(message, of_kinds, channels(), dangers(), weights())
    assert found is not None
    return found.because


@pytest.mark.parametrize(
    ("life", "danger_from", "expected"),
    [
        (0.31, 0.3, "life"),
        (0.29, 0.3, None),
        (0.9, 0.91, None),
        (0.05, 0.04, "life"),
        (0.001, 0.0, "life"),
    ],
)
def test_danger_is_recognised_from_its_threshold_on(life, danger_from, expected):
    assert kind_of(heard(life=life), danger_from=danger_from) == expected


def test_all_kinds_together_reach_the_threshold():
    """Whoever is in danger is told so, even where the kind is not clear."""
    assert kind_of(heard(life=0.15, fire=0.1, beaten=0.1)) == "life"
    assert kind_of(heard(life=0.15, fire=0.07, beaten=0.07)) is None


@pytest.mark.parametrize("kind", ["beaten", "fire", "life"])
def test_the_kind_with_the_greatest_share_is_recognised(kind):
    shares = {"beaten": 0.2, "fire": 0.2, "life": 0.2} | {kind: 0.3}
    assert kind_of(heard(**shares)) == kind


def test_a_kind_beats_a_more_likely_one():
    table = dangers(life=["fire", "beaten"])
    assert kind_of(heard(fire=0.5, life=0.3), table) == "life"
    assert kind_of(heard(fire=0.5, life=0.3)) == "fire"


@pytest.mark.parametrize(("life", "expected"), [(0.11, "life"), (0.09, "fire")])
def test_a_kind_beats_another_only_where_both_are_meant(life, expected):
    """Meant is what has a quarter of the greatest share."""
    assert kind_of(heard(fire=0.4, life=life), dangers(life=["fire"])) == expected


def test_a_beaten_kind_that_is_not_likely_changes_nothing():
    assert kind_of(heard(life=0.6, fire=0.2), dangers(life=["fire"])) == "life"


def test_a_kind_that_is_not_meant_does_not_beat_for_a_third():
    """Life beats fire, but only beaten and fire are meant."""
    message = heard(fire=0.5, beaten=0.3, life=0.05)
    assert kind_of(message, dangers(life=["fire"])) == "fire"
    assert kind_of(message, dangers(life=["fire"], beaten=["fire"])) == "beaten"


def test_a_kind_that_is_beaten_itself_still_beats():
    """In the order of the table, the last one standing leads."""
    table = dangers(life=["fire"], fire=["beaten"])
    assert kind_of(heard(beaten=0.4, fire=0.3, life=0.2), table) == "life"


def test_of_kinds_that_beat_each_other_the_likelier_leads():
    table = dangers(life=["fire"], fire=["life"])
    assert kind_of(heard(fire=0.4, life=0.3), table) == "fire"
    assert kind_of(heard(fire=0.3, life=0.4), table) == "life"


def test_of_kinds_alike_in_everything_always_the_same_is_recognised():
    assert {kind_of(heard(beaten=0.3, life=0.3)) for _ in range(3)} == {"life"}


def test_the_words_that_are_a_sign_are_named():
    assert because(heard(life=0.9), {"life": "blood", "fire": "smoke"}) == "the words “blood”"


def test_a_sign_of_another_kind_is_not_named():
    assert because(heard(life=0.9), {"fire": "smoke"}) == (
        "the known line “i bleed”, near in letters"
    )


@pytest.mark.parametrize(("row", "line"), [(3, "i bleed"), (4, "no breath")])
def test_without_a_sign_the_nearest_line_of_the_kind_is_named(row, line):
    """By meaning where there are vectors; lines of other kinds, even nearer ones, are not."""
    near = NOTHING.copy()
    near[row], near[0], near[5] = 0.5, 0.9, 0.9
    far = 1 - near
    by_letters = replace(heard(life=0.9), letters=near)
    by_meaning = replace(heard(life=0.9), letters=far, meaning=near)
    assert because(by_letters, {}) == f"the known line “{line}”, near in letters"
    assert because(by_meaning, {}) == f"the known line “{line}”, near in meaning"


@pytest.mark.parametrize("lines", [(), LINES[-1:]])
def test_where_no_kind_is_known_none_is_recognised(lines):
    message = replace(heard(), kinds=np.zeros((1, len(KIND_FEATURES))))
    assert recognised(message, {}, channels(lines), {}, weights(0.0)) is None


def test_what_is_recognised_is_told_with_its_kind():
    known = channels()
    found = recognised(heard(fire=0.9), {DangerKind("fire"): "smoke"}, known, dangers(), weights())
    assert found == Recognised(DangerKind("fire"), "the words “smoke”")
