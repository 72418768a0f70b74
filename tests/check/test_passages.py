"""Every passage that readers see, and where a volunteer finds it."""

from pathlib import PurePosixPath

from bot.check.passages import Passage, passages
from bot.content import parse, read

CARD = "content/cards/permits/wages/card.yaml"
EN = "content/cards/permits/wages/en.yaml"
TH = "content/cards/permits/wages/th.yaml"


def words(text: str) -> str:
    return Passage(PurePosixPath("a.yaml"), ("text",), "en", parse(text)).words


def test_of_values_nothing_is_typed():
    """Where one is inserted, words before and behind do not become one."""
    assert words("Within{inspector_days}days") == "Within days"
    assert words("**Call** now{while claim-is-free}") == "Call now"


def test_each_block_stands_on_its_own_line():
    assert words("One.\n\n- two\n- three") == "One.\ntwo\nthree"


def found(checkout) -> set[tuple[str, str, str]]:
    """File, language and place of each passage."""
    return {
        (each.path.as_posix(), each.language, "/".join(map(str, each.at)))
        for each in passages(read(checkout.root))
    }


def test_whatever_people_read_is_a_passage(checkout):
    """What they say themselves is none."""
    life, greeting = "content/dangers/life.yaml", "content/intents/greeting.yaml"
    papers = "content/cards/permits/papers/en.yaml"
    assert found(checkout) == {
        *((EN, "en", name) for name in ("title", "summary", "text")),
        *((TH, "th", name) for name in ("title", "summary", "text")),
        *((papers, "en", name) for name in ("title", "summary", "text")),
        *((life, "en", f"texts/en/{name}") for name in ("label", "lines/0", "lines/1")),
        *((life, "th", f"texts/th/{name}") for name in ("label", "lines/0", "lines/1")),
        (greeting, "en", "texts/en/text"),
    }


def test_buttons_and_neutral_titles_are_passages_too(checkout):
    before = found(checkout)
    checkout.change(CARD, "facts:", "quiet: true\nsplit: {other: permits/papers}\nfacts:")
    for path in (EN, TH):
        checkout.change(path, "summary:", "quiet_title: A\nsplit: {other: Another}\nsummary:")
    assert checkout.told() == []
    assert found(checkout) - before == {
        (EN, "en", "quiet_title"),
        (EN, "en", "split/other"),
        (TH, "th", "quiet_title"),
        (TH, "th", "split/other"),
    }
