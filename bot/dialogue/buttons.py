"""The rows of buttons that many replies share."""

from bot.content import CardId, DangerKind
from bot.dialogue.action import Action
from bot.dialogue.reply import Button
from bot.dialogue.world import Voice

Row = tuple[Button, ...]


def danger_now(voice: Voice) -> Row:
    """The first button of every menu (protection.md A1)."""
    return (Button("🆘 " + voice.say("Danger now"), Action("danger-menu")),)


def way_out(voice: Voice) -> Row:
    """Menu and language: the last row of every reply."""
    return (
        Button(voice.say("Menu"), Action("menu")),
        Button("🌐 " + voice.say("Language"), Action("languages")),
    )


def hide(voice: Voice) -> Row:
    """Removes the answer at one tap and without a question (A4)."""
    return (Button(voice.say("Hide"), Action("hide")),)


def card(voice: Voice, card_id: CardId, verb: str = "card") -> Row:
    """Opens a card; a quiet one under neutral words. `read` skips its triage."""
    found = voice.library.cards[card_id]
    label = found.button(voice.code_in(found.texts))
    return (Button(label, Action("read" if verb == "read" else "card", card_id)),)


def danger(voice: Voice, kind: DangerKind) -> Row:
    """Opens the lines of a kind of danger."""
    texts = voice.library.dangers[kind].texts
    return (Button(texts[voice.code_in(texts)].label, Action("danger", kind)),)


def languages(voice: Voice) -> tuple[Row, ...]:
    """Every complete language under its own name, two in a row."""
    buttons = [
        Button(language.name, Action("language", language.code))
        for language in voice.library.languages
        if language.complete
    ]
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
