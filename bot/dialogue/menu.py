"""Menus, the choice of a language, choices, and the honest "I do not know"."""

from collections.abc import Iterable
from dataclasses import replace

from bot.content import CardId, Intent, TopicId
from bot.dialogue import buttons
from bot.dialogue.action import Action
from bot.dialogue.danger import danger_menu, draft_notice
from bot.dialogue.reply import Button, Reply
from bot.dialogue.words import heading, plain
from bot.dialogue.world import Voice

PEOPLE_TO_ASK = CardId("support/legal-help")


def start(voice: Voice) -> Reply:
    """The first screen: danger and the choice of a language, each under its own name."""
    invitations = [
        plain(language.choose)
        for language in voice.library.languages
        if language.complete and language.choose
    ]
    rows = (buttons.danger_now(voice), *buttons.languages(voice))
    return Reply((heading("Sala"), *invitations), rows)


def language_menu(voice: Voice) -> Reply:
    """The choice of a language, readable to somebody who cannot read the present one.

    It stays tied to the message that was asked, so that the answer comes again in the new language.
    """
    return replace(start(voice), to_message=True)


def stale(voice: Voice) -> Reply:
    """To a button of long ago, whose card or choice no longer exists."""
    told = plain(voice.say("This button is old and no longer works. Here is the menu."))
    return Reply((told,), menu(voice).buttons)


def private(voice: Voice, opens: Action) -> Reply:
    """In a group: no answer and no hint at the question, only the way to ask alone (A11)."""
    told = plain(voice.say("Others can read here. Ask me alone:"))
    return Reply((told,), ((Button(voice.say("Open"), opens),),))


def menu(voice: Voice) -> Reply:
    """Danger first, then the topics."""
    topics = [
        (Button(f"{topic.emoji} {voice.pick(topic.name)}", Action("topic", topic.id)),)
        for topic in voice.library.topics
    ]
    language = (Button("🌐 " + voice.say("Language"), Action("languages")),)
    asked = plain(voice.say("Write your question in your own words, or choose:"))
    return Reply((asked,), (buttons.danger_now(voice), *topics, language))


def topic_menu(voice: Voice, topic_id: TopicId) -> Reply:
    """The cards of a topic; quiet ones under neutral words."""
    topic = next(each for each in voice.library.topics if each.id == topic_id)
    cards = [card.id for card in voice.library.cards.values() if card.topic == topic_id]
    rows = (
        buttons.danger_now(voice),
        *(buttons.card(voice, card) for card in cards),
        buttons.way_out(voice),
    )
    return Reply((heading(f"{topic.emoji} {voice.pick(topic.name)}"),), rows)


def choices(voice: Voice, cards: Iterable[CardId]) -> Reply:
    """Two or three cards to choose from, and a way to say that it is none of them."""
    rows = (
        *(buttons.card(voice, card) for card in cards),
        (Button(voice.say("None of these"), Action("none")),),
        buttons.danger_now(voice),
        buttons.way_out(voice),
    )
    asked = plain(voice.say("I am not sure what you mean. Is it one of these?"))
    return Reply((asked,), rows, to_message=True)


def do_not_know(voice: Voice) -> Reply:
    """Says honestly that there is no answer, with topics and people to ask."""
    blocks = (
        plain(voice.say("I do not know an answer to this.")),
        plain(voice.say("Try other words, look at the topics, or see whom you can ask.")),
    )
    topics = tuple(
        Button(f"{topic.emoji} {voice.pick(topic.name)}", Action("topic", topic.id))
        for topic in voice.library.topics
    )
    people = (buttons.card(voice, PEOPLE_TO_ASK),) if PEOPLE_TO_ASK in voice.library.cards else ()
    rows = (
        buttons.danger_now(voice),
        *(topics[start : start + 2] for start in range(0, len(topics), 2)),
        *people,
        buttons.way_out(voice),
    )
    return Reply(blocks, rows, to_message=True)


def unreadable(voice: Voice) -> Reply:
    """To a voice note, a picture, a sticker: never silence (A1)."""
    said = plain(voice.say("I cannot listen to sound or see pictures. Write to me, or tap here:"))
    return Reply((said,), (buttons.danger_now(voice), buttons.way_out(voice)))


def empty(voice: Voice) -> Reply:
    """To a message without any letter: a number, a name sign, dots."""
    asked = plain(voice.say("What would you like to know? Write it in a few words."))
    return Reply((asked,), menu(voice).buttons)


def intent_reply(voice: Voice, intent: Intent) -> Reply:
    """The answer to what is said to Sala itself."""
    text = intent.texts[voice.code_in(intent.texts)]
    rows = (
        buttons.danger_now(voice),
        *(buttons.card(voice, card) for card in intent.cards),
        buttons.way_out(voice),
    )
    if intent.danger_menu:
        rows = danger_menu(voice).buttons
    return Reply((*voice.fill(text.blocks).blocks, *draft_notice(voice, text.state)), rows)
