"""The content of this checkout."""

from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.check.run import check
from bot.content import Words

ROOT = Path(__file__).resolve().parents[1]
FIRST_CARDS = 26


def test_the_check_finds_nothing():
    assert check(ROOT) == []


def test_everything_exists_in_every_complete_language(world):
    complete = set(world.library.languages.complete)
    library = world.library
    assert complete == {"en", "th", "my"}
    for thing in (*library.cards.values(), *library.dangers.values(), *library.intents.values()):
        assert complete <= set(thing.texts), thing.path
    for topic in library.topics:
        assert complete <= set(topic.name)
    for choice in library.danger_menu:
        assert complete <= set(choice.label)
    assert len(library.cards) >= FIRST_CARDS


def test_translations_are_drafts_until_a_speaker_has_read_them(world):
    for card in world.library.cards.values():
        states = {language: text.state for language, text in card.texts.items()}
        assert states.pop("en") == "source"
        assert set(states.values()) <= {"draft", "reviewed"}, card.id


def test_every_interface_message_is_translated():
    """The template holds every message of the program, each catalogue a translation of it."""
    found = extract_from_dir(
        str(ROOT / "bot"), keywords={"say": None, "plural": (1, 2)}, comment_tags=()
    )
    said = {message if isinstance(message, str) else message[0] for _, _, message, *_ in found}
    for code in ("th", "my"):
        with (ROOT / f"locales/{code}/LC_MESSAGES/bot.po").open("rb") as file:
            catalogue = read_po(file)
        translated = {
            message.id if isinstance(message.id, str) else message.id[0]
            for message in catalogue
            if message.id and (all(message.string) if message.pluralizable else message.string)
        }
        assert said <= translated, (code, said - translated)
        assert catalogue.num_plurals == 1


def test_no_card_says_more_than_a_screen(world):
    """The English text of a card, without the danger lines above it."""
    for card in world.library.cards.values():
        text = "".join(
            span.text
            for block in card.texts["en"].blocks
            for span in block.spans
            if isinstance(span, Words)
        )
        assert len(text) <= 700, card.id
