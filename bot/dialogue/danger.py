"""What is said first in danger: before language, before menus, before any question."""

from bot.content import Block, CardId, DangerKind, Show, Words
from bot.dialogue import buttons
from bot.dialogue.action import Action
from bot.dialogue.buttons import Row
from bot.dialogue.reply import Button, Reply
from bot.dialogue.words import heading, plain
from bot.dialogue.world import Voice
from bot.language import Phone


def danger_menu(voice: Voice) -> Reply:
    """At most eight picture choices; works for somebody who does not read."""
    rows = tuple(
        (Button(f"{choice.picture} {voice.pick(choice.label)}", Action("danger", choice.kinds[0])),)
        for choice in voice.library.danger_menu
    )
    return Reply((heading(voice.say("What is happening?")),), (*rows, buttons.way_out(voice)))


def danger_reply(voice: Voice, kind: DangerKind, answer: CardId | None = None) -> Reply:
    """The lines of a kind, then the ways on. `answer` is the card that the message asked for."""
    danger = voice.library.dangers[kind]
    lines = danger_lines(voice, kind)
    if danger.quiet:
        lines = (quiet_lead(voice), *lines)
    ways = tuple(dict.fromkeys(card for card in (danger.card, answer) if card))
    rows = (
        *((buttons.hide(voice),) if danger.quiet else ()),
        *(show_button(voice, kind)),
        *(buttons.card(voice, card, "read") for card in ways),
        *(buttons.danger(voice, other) for other in _siblings(voice, kind)),
        buttons.way_out(voice),
    )
    return Reply(lines, rows, quiet=danger.quiet, urgent=danger.urgent, to_message=True)


def danger_lines(voice: Voice, kind: DangerKind) -> tuple[Block, ...]:
    """The lines, and after them (never before, D2) the notice that no speaker has read them yet."""
    danger = voice.library.dangers[kind]
    code = voice.code_in(danger.texts)
    text = danger.texts[code]
    lines = tuple(block for line in text.lines for block in _line(voice, line))
    return (*lines, *draft_notice(voice, text.state))


def _line(voice: Voice, line: tuple[Block, ...]) -> tuple[Block, ...]:
    """A line, and under it its phone numbers alone, so that a thumb finds them."""
    values = [voice.library.values[slot].value for block in line for slot in block.slots]
    phones = dict.fromkeys(value.number for value in values if isinstance(value, Phone))
    numbers = (Block((Words("\n".join(phones), bold=True),)),) if phones else ()
    return (*voice.fill(line).blocks, *numbers)


def show_button(voice: Voice, kind: DangerKind) -> tuple[Row, ...]:
    """Opens the Thai sentences of a kind that has some."""
    if not voice.library.dangers[kind].show:
        return ()
    return ((Button(voice.say("Thai sentences to say or show"), Action("show", kind)),),)


def show_reply(voice: Voice, kind: DangerKind) -> Reply:
    """Thai sentences to say or show, each with its sound and meaning for this reader (D3)."""
    danger = voice.library.dangers[kind]
    sentences = tuple(_sentence(voice, each) for each in danger.show)
    lead = (quiet_lead(voice),) if danger.quiet else ()
    rows = (
        *((buttons.hide(voice),) if danger.quiet else ()),
        buttons.danger(voice, kind),
        buttons.way_out(voice),
    )
    return Reply((*lead, *sentences), rows, quiet=danger.quiet)


def quiet_lead(voice: Voice) -> Block:
    """Neutral words, longer than what a lock screen shows of a message (A4)."""
    return plain(
        voice.say(
            "Here is what you asked about. You can remove this message at any time with Hide."
        )
    )


def draft_notice(voice: Voice, state: str) -> tuple[Block, ...]:
    """Says that a translation has not been checked by a speaker, or is older than its source."""
    if state == "draft":
        return (plain("✎ " + voice.say("Draft: no speaker has checked this translation yet.")),)
    if state == "stale":
        return (plain("✎ " + voice.say("The English text has changed since this was translated.")),)
    return ()


def _siblings(voice: Voice, kind: DangerKind) -> tuple[DangerKind, ...]:
    """The other kinds behind the same picture."""
    for choice in voice.library.danger_menu:
        if kind in choice.kinds:
            return tuple(each for each in choice.kinds if each != kind)
    return ()


def _sentence(voice: Voice, sentence: Show) -> Block:
    thai = Words(sentence.thai, bold=True)
    if voice.language.code == "th":
        return Block((thai,))
    told = f"\n{voice.pick(sentence.sound)}\n{voice.pick(sentence.meaning)}"
    return Block((thai, Words(told)))
