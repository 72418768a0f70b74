"""What may stand under a message."""

from fakeapi.errors import bad
from fakeapi.links import check_button_link
from fakeapi.records import Button

OTHERS = ("keyboard", "remove_keyboard", "force_reply")
ACTIONS = (
    "callback_data",
    "url",
    "login_url",
    "web_app",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
MAX_BUTTONS = 100
MAX_DATA = 64


def inline_keyboard(markup):
    """The checked inline keyboard, None where there is none; raises Refused."""
    if markup is None or markup == "":
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" not in markup:
        if not any(name in markup for name in OTHERS):
            raise bad("object expected as reply markup")
        return None
    rows = [[_checked(button) for button in row] for row in markup["inline_keyboard"]]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _checked(button):
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        raise bad("inline keyboard button text must be non-empty")
    if not any(action in button for action in ACTIONS):
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "url" in button:
        check_button_link(button["url"])
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= MAX_DATA:
        raise bad("BUTTON_DATA_INVALID")
    return button


def buttons(markup):
    """The rows as records."""
    rows = (markup or {}).get("inline_keyboard", [])
    return tuple(tuple(Button(each["text"], _target(each)) for each in row) for row in rows)


def _target(button):
    for name in ("callback_data", "url"):
        if name in button:
            return button[name]
    return ""
