"""One event, one turn."""

from datetime import date

from bot.content import CardId, DangerKind, TopicId
from bot.dialogue import help as about_sala
from bot.dialogue import menu
from bot.dialogue.action import Action
from bot.dialogue.card import card_reply, read_reply, sources_reply
from bot.dialogue.danger import danger_menu, danger_reply, show_reply
from bot.dialogue.event import Called, Event, Message, Start, Tap, Unreadable
from bot.dialogue.reply import Button, Reply, Turn
from bot.dialogue.world import Voice, World
from bot.people import Change, Forget, Hide, Person, SetLanguage
from bot.search import Decision

_SHORTEST_QUESTION = 8
AFTER_HIDING = CardId("health/hospital-visit")
"""The ordinary card that stands where a hidden answer stood."""


def turn(event: Event, person: Person, world: World, now: date) -> Turn:
    """The replies to an event and what changes by it; same arguments, same turn.

    Never raises for anything that a person can send.
    """
    hint = world.library.languages.negotiate(event.hint)
    match event:
        case Message(text):
            return _message(text, person, world, now, hint)
        case Tap(action, about):
            return _tap(action, about, Voice.of(world, person.language or hint, now))
        case Start(opens=Action() as action):
            return _tap(action, None, Voice.of(world, person.language or hint, now))
        case Start():
            return Turn((menu.start(Voice.of(world, person.language or hint, now)),))
        case Called(text):
            return Turn((_called(text, world, now, hint),))
        case Unreadable():
            return Turn((menu.unreadable(Voice.of(world, person.language or hint, now)),))


def _message(text: str, person: Person, world: World, now: date, hint: str | None) -> Turn:
    if text.startswith("/"):
        return _command(text, Voice.of(world, person.language or hint, now))
    decision = world.engine.search(text, person.language)
    # Plain Latin letters are a guess at best: the language tag of the person's app tells more.
    guess = decision.language if decision.language != "en" else hint or "en"
    voice = Voice.of(world, person.language or guess, now)
    reply = _answer(voice, decision, text)
    return Turn((_with_languages(voice, reply, person, decision),))


def _answer(voice: Voice, decision: Decision, text: str) -> Reply:
    """Danger before all else, then built-in intents, then cards, then honesty (A3)."""
    answer = decision.hits[0].card if decision.outcome == "answer" else None
    if decision.danger:
        under = answer and decision.danger in voice.library.cards[answer].dangers
        if answer and under:
            return card_reply(voice, answer, decision.danger)
        return danger_reply(voice, decision.danger, answer)
    if decision.intent:
        return menu.intent_reply(voice, voice.library.intents[decision.intent])
    if answer:
        return card_reply(voice, answer)
    if decision.outcome == "choose":
        return menu.choices(voice, decision.choices)
    # A name, a number or two letters are no question: whoever sent them is asked for words.
    if decision.language is None or len(text) < _SHORTEST_QUESTION:
        return menu.empty(voice)
    return menu.do_not_know(voice)


def _with_languages(voice: Voice, reply: Reply, person: Person, decision: Decision) -> Reply:
    """Offers the language of the message when it is not the one that was chosen."""
    written = decision.language
    known = voice.library.languages
    if not person.language or not written or written in {"en", voice.language.code}:
        return reply
    offered = known.supported(written)
    if offered == voice.language.code:
        return reply
    row = (Button(known[offered].name, Action("language", offered)),)
    return Reply(
        reply.blocks, (*reply.buttons, row), reply.quiet, reply.urgent, to_message=reply.to_message
    )


def _called(text: str, world: World, now: date, hint: str | None) -> Reply:
    """The same words whatever was asked, so that nobody in the group learns anything (A11)."""
    decision = world.engine.search(text)
    guess = decision.language if decision.language != "en" else hint or "en"
    voice = Voice.of(world, guess, now)
    target = ""
    if decision.danger:
        target = str(Action("danger", decision.danger))
    elif decision.outcome == "answer":
        target = str(Action("card", decision.hits[0].card))
    return menu.private(voice, Action("private", target))


def _command(text: str, voice: Voice) -> Turn:
    match text.split(maxsplit=1)[0].lower():
        case "/start":
            return Turn((menu.start(voice),))
        case "/language":
            return Turn((menu.language_menu(voice),))
        case "/help":
            return Turn((about_sala.how_to_ask(voice),))
        case "/privacy":
            return Turn((about_sala.privacy(voice),))
        case "/forget":
            return Turn((about_sala.forgotten(voice),), (Forget(),))
        case _:
            return Turn((menu.menu(voice),))


def _tap(action: Action, about: str | None, voice: Voice) -> Turn:
    changes: tuple[Change, ...] = ()
    if action.verb == "language" and action.target in voice.library.languages.complete:
        changes = (SetLanguage(action.target),)
        voice = Voice.of(voice.world, action.target, voice.today)
    if action.verb == "hide":
        changes = (Hide(),)
    return Turn((_tapped(action, about, voice),), changes)


def _tapped(action: Action, about: str | None, voice: Voice) -> Reply:
    if action.verb == "language" and about:
        return _answer(voice, voice.world.engine.search(about, voice.language.code), about)
    return _opened(action, voice) or _screen(action, voice)


def _opened(action: Action, voice: Voice) -> Reply | None:
    """What the button opens; None when it opens nothing or no longer exists."""
    library, target = voice.library, action.target
    if CardId(target) in library.cards:
        opens = {"card": card_reply, "read": read_reply, "sources": sources_reply}.get(action.verb)
        return opens(voice, CardId(target)) if opens else None
    if DangerKind(target) in library.dangers:
        shows = bool(library.dangers[DangerKind(target)].show)
        tells = {"danger": danger_reply, "show": show_reply if shows else danger_reply}
        return tells[action.verb](voice, DangerKind(target)) if action.verb in tells else None
    if action.verb == "topic" and target in {topic.id for topic in library.topics}:
        return menu.topic_menu(voice, TopicId(target))
    return None


def _screen(action: Action, voice: Voice) -> Reply:
    """One of the screens that are always there; the menu for a button that leads nowhere."""
    match action.verb:
        case "danger-menu":
            return danger_menu(voice)
        case "languages":
            return menu.language_menu(voice)
        case "none":
            return menu.do_not_know(voice)
        case "hide" if AFTER_HIDING in voice.library.cards:
            return read_reply(voice, AFTER_HIDING)
        case "menu" | "language":
            return menu.menu(voice)
        case _:
            return menu.stale(voice)
