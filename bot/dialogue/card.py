"""A card as a reply: danger first, the text, how old it is, what is near, the way out."""

from bot.content import Block, Card, CardId, DangerKind
from bot.dialogue import buttons
from bot.dialogue.action import Action
from bot.dialogue.buttons import Row
from bot.dialogue.danger import danger_lines, draft_notice, quiet_lead, show_button
from bot.dialogue.reply import Button, Reply
from bot.dialogue.words import heading, item, plain
from bot.dialogue.world import Voice
from bot.language import show_month

_SOURCES_SHOWN = 8


def card_reply(voice: Voice, card_id: CardId, kind: DangerKind | None = None) -> Reply:
    """The card under the danger lines of `kind`, or of its own first kind when it is urgent.

    With `split`, its triage comes before its text, unless a danger has answered that already.
    """
    card = voice.library.cards[card_id]
    return _triage(voice, card) if card.split and not kind else read_reply(voice, card_id, kind)


def read_reply(voice: Voice, card_id: CardId, kind: DangerKind | None = None) -> Reply:
    """The text of the card, without triage."""
    card = voice.library.cards[card_id]
    text = card.texts[voice.code_in(card.texts)]
    kind = kind or _own_kind(card)
    filled = voice.fill(text.blocks)
    blocks = (
        *_opening(voice, card, kind),
        heading(text.title),
        *filled.blocks,
        *(draft_notice(voice, text.state) if not kind else ()),
        *_age(voice, card, expired=filled.expired),
    )
    rows = (
        *((buttons.hide(voice),) if card.quiet else ()),
        *(show_button(voice, kind) if kind else ()),
        *_other_kinds(voice, card, kind),
        *(buttons.card(voice, each) for each in card.related),
        (Button(voice.say("Where this comes from"), Action("sources", card.id)),),
        buttons.way_out(voice),
    )
    return Reply(blocks, rows, quiet=card.quiet, urgent=bool(kind), to_message=True)


def sources_reply(voice: Voice, card_id: CardId) -> Reply:
    """Where the statements of a card come from: publishers and dates, the newest first."""
    card = voice.library.cards[card_id]
    cited = {
        source.publisher: source.date
        for fact in card.rests_on
        for source in sorted(voice.library.facts[fact].sources, key=lambda each: each.date)
    }
    newest = sorted(cited.items(), key=lambda each: (each[1][:1].isdigit(), each[1]), reverse=True)
    lines = [item(f"{publisher}, {date}") for publisher, date in newest[:_SOURCES_SHOWN]]
    if len(newest) > _SOURCES_SHOWN:
        lines.append(item(voice.say("and {number} more", number=len(newest) - _SOURCES_SHOWN)))
    rows = (
        *((buttons.hide(voice),) if card.quiet else ()),
        (Button("← " + voice.say("Back"), Action("read", card_id)),),
        buttons.way_out(voice),
    )
    lead = (quiet_lead(voice),) if card.quiet else ()
    title = heading(voice.say("Where this comes from"))
    return Reply((*lead, title, *lines), rows, quiet=card.quiet)


def _triage(voice: Voice, card: Card) -> Reply:
    text = card.texts[voice.code_in(card.texts)]
    kind = _own_kind(card)
    question = plain(voice.say("Which fits you best?"))
    rows: list[Row] = [buttons.hide(voice)] if card.quiet else []
    for key, target in card.split.items():
        danger = target.removeprefix("danger/")
        action = Action("danger", danger) if danger != target else Action("card", target)
        rows.append((Button(text.split[key], action),))
    rows.append((Button(voice.say("None of these: read on"), Action("read", card.id)),))
    blocks = (*_opening(voice, card, kind), heading(text.title), plain(text.summary), question)
    return Reply(
        blocks,
        (*rows, buttons.way_out(voice)),
        quiet=card.quiet,
        urgent=card.urgent,
        to_message=True,
    )


def _own_kind(card: Card) -> DangerKind | None:
    """The kind whose lines stand over the card; none where the triage has to tell first."""
    return card.dangers[0] if card.urgent and card.dangers and not card.split else None


def _opening(voice: Voice, card: Card, kind: DangerKind | None) -> tuple[Block, ...]:
    lead = (quiet_lead(voice),) if card.quiet else ()
    return (*lead, *(danger_lines(voice, kind) if kind else ()))


def _other_kinds(voice: Voice, card: Card, kind: DangerKind | None) -> tuple[Row, ...]:
    return tuple(buttons.danger(voice, other) for other in card.dangers if kind and other != kind)


def _age(voice: Voice, card: Card, *, expired: bool) -> tuple[Block, ...]:
    """How old the newest source is, and that something was left out because it is too old (C3)."""
    newest = voice.library.newest_source(card)
    lines = []
    if expired:
        lines.append(
            voice.say("Some details are left out because they may have changed. Ask a group first.")
        )
    if newest:
        month = show_month(newest, voice.language)
        lines.append(voice.say("Newest source: {month}. It may have changed since.", month=month))
    return tuple(map(plain, lines))
