"""Replies as Telegram HTML: every one of the real world, and the edges of the form."""

from datetime import date

import fakeapi.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import Block, Words
from bot.dialogue import Action, Button, Called, Message, Reply, Start, Tap, Unreadable, turn
from bot.people import STRANGER, Person
from bot.render import button_action, telegram_texts, utf16_length
from bot.render.telegram import BUTTON_BYTES, LONGEST, Key, button_data
from bot.telegram.links import Links

TODAY = date(2026, 11, 24)
LINKS = Links(b"k" * 32, "sala_bot")
SAID = ["/start", "/language", "/help", "/privacy", "/forget", "/menu", "hello", "zzqq wwkk xxyy"]
SCREENS = ["menu", "danger-menu", "languages", "none", "hide", "private"]


def events(library):
    """Everything that can be tapped or said to see each screen there is."""
    yield from (Start(), Unreadable(), Called("my boss does not pay"), Called("i want to die"))
    yield from map(Message, SAID)
    yield from (Tap(Action(verb)) for verb in SCREENS)
    yield from (Tap(Action("topic", topic.id)) for topic in library.topics)
    for card in library.cards.values():
        yield from (Tap(Action(verb, card.id)) for verb in ("card", "read", "sources"))
        yield from map(Message, card.texts["en"].ask[:1])
    for danger in library.dangers.values():
        yield Tap(Action("danger", danger.kind))
        yield from (Tap(Action("show", danger.kind)) for _ in danger.show[:1])
    for intent in library.intents.values():
        yield from map(Message, intent.texts["en"].ask[:1])


@pytest.fixture(scope="module", params=["en", "th", "my"])
def replies(request, world):
    """Every reply of the real world in one language."""
    people = (Person(request.param), STRANGER)
    return [
        reply
        for event in events(world.library)
        for person in people
        for reply in turn(event, person, world, TODAY).replies
    ]


def shown(reply):
    return telegram_texts(reply, LINKS.url)


def test_every_button_fits_and_comes_back_as_what_it_was(replies):
    for reply in replies:
        keys = [key for row in shown(reply)[-1].keys for key in row]
        buttons = [button for row in reply.buttons for button in row]
        assert [key.label for key in keys] == [button.label for button in buttons]
        for key, button in zip(keys, buttons, strict=True):
            if key.url:
                assert (key.data, button.action.verb) == ("", "private")
                continue
            assert 1 <= len(key.data.encode()) <= BUTTON_BYTES
            assert Action.parse(button_action(key.data)) == button.action


def test_every_reply_is_html_that_says_the_same_as_its_plain_text(replies):
    for reply in replies:
        for text in shown(reply):
            told, _ = fakeapi.html.parse(text.html)
            assert told == text.plain
            assert told.strip()
            assert utf16_length(told) <= LONGEST


def test_every_reply_has_a_button_with_words_on_it(replies):
    for reply in replies:
        labels = [key.label for row in shown(reply)[-1].keys for key in row]
        assert labels
        assert all(label.strip() for label in labels)


def test_not_even_a_button_of_long_ago_leads_to_an_empty_message(world):
    """Telegram refuses it, and the person meets silence."""
    verbs = ("card", "read", "sources", "danger", "show", "topic", "language", "private")
    targets = (*world.library.cards, *world.library.dangers, "health", "my", "nothing")
    for action in (Action(verb, target) for verb in verbs for target in targets):
        for reply in turn(Tap(action), STRANGER, world, TODAY).replies:
            assert all(text.plain.strip() for text in shown(reply)), action


def reply_of(*spans, buttons=()):
    """A reply in which each text is a block."""
    return Reply(
        tuple(Block((span if isinstance(span, Words) else Words(span),)) for span in spans), buttons
    )


def html_of(*spans):
    [text] = shown(reply_of(*spans))
    return text.html


def test_signs_of_html_are_escaped():
    assert html_of("a < b & c > d") == "a &lt; b &amp; c &gt; d"
    assert html_of(Words("<b>&amp;", bold=True)) == "<b>&lt;b&gt;&amp;amp;</b>"


@given(st.lists(st.builds(Words, st.text(min_size=1, max_size=20), st.booleans()), min_size=1))
def test_whatever_the_words_telegram_reads_what_the_plain_text_says(words):
    [text] = shown(Reply((Block(tuple(words)),)))
    assert fakeapi.html.parse(text.html)[0] == text.plain == "".join(each.text for each in words)


@pytest.mark.parametrize(
    ("numbers", "html"),
    [
        ("1669", "<code>1669</code>"),
        ("+66 81 234 5678", "<code>+66 81 234 5678</code>"),
        ("1669\n02-123 4567", "<code>1669</code>\n<code>02-123 4567</code>"),
        ("1669 now", "<b>1669 now</b>"),
        ("Call\n1669", "<b>Call\n1669</b>"),
        ("1669\n\n191", "<b>1669\n\n191</b>"),
        ("๑๖๖๙", "<b>๑๖๖๙</b>"),
        (" ", " "),
    ],
)
def test_numbers_alone_become_lines_that_one_tap_copies(numbers, html):
    assert html_of(Words(numbers, bold=True)) == html


def test_numbers_in_ordinary_words_stay_as_they_are():
    assert html_of("1669") == "1669"


def test_paragraphs_stand_apart_and_items_together():
    blocks = (
        Block((Words("Title", bold=True),)),
        Block((Words("first"),), bullet=True),
        Block((Words("second "), Words("1669", bold=True)), bullet=True),
        Block((Words("after"),)),
    )
    [text] = shown(Reply(blocks))
    assert text.html == "<b>Title</b>\n\n• first\n• second <code>1669</code>\n\nafter"
    assert text.plain == "Title\n\n• first\n• second 1669\n\nafter"


def test_length_is_counted_as_telegram_does():
    assert utf16_length("a") == utf16_length("က") == 1
    assert utf16_length("🆘") == 2
    assert utf16_length("👨‍👩‍👧") == 8


MENU = ((Button("Menu", Action("menu")),),)


def test_a_long_reply_is_cut_between_blocks_and_the_last_has_the_buttons():
    texts = shown(reply_of("a" * 2000, "b" * 2000, "c" * 2000, buttons=MENU))
    assert [text.plain for text in texts] == [f"{'a' * 2000}\n\n{'b' * 2000}", "c" * 2000]
    assert [text.keys for text in texts] == [(), ((Key("Menu", "1 menu"),),)]


@pytest.mark.parametrize(("letters", "messages"), [(2047, 1), (2048, 2)])
def test_it_is_cut_when_emoji_fill_it_though_there_are_fewer_letters(letters, messages):
    """Two units each: 2047 emoji and two ends of line are 4096 units with two letters."""
    texts = shown(reply_of("🆘" * 1023, "🆘" * (letters - 1024) + "ab"))
    assert sum(utf16_length(text.plain) for text in texts) >= LONGEST - 4
    assert len(texts) == messages
    assert all(utf16_length(text.plain) <= LONGEST for text in texts)


def test_a_block_that_is_too_long_by_itself_can_at_least_go_out_as_plain_text():
    for block in ("a" * 5000, "🆘" * 3000):
        for text in shown(reply_of("before", block, "after", buttons=MENU)):
            assert 0 < utf16_length(text.plain) <= LONGEST


@given(st.lists(st.integers(1, 4096), min_size=1, max_size=6))
def test_nothing_is_lost_where_it_is_cut(lengths):
    texts = shown(reply_of(*("x" * length for length in lengths)))
    assert sum(text.plain.count("x") for text in texts) == sum(lengths)
    assert all(utf16_length(text.plain) <= LONGEST for text in texts)


def test_data_of_another_version_is_none():
    assert button_data(Action("card", "health/fever")) == "1 card health/fever"
    assert button_action("1 card health/fever") == "card health/fever"
    for data in ("2 card health/fever", "card health/fever", "", "11 menu"):
        assert button_action(data) is None
