"""Links that open one thing in the conversation with Sala alone, and do not tell what."""

from base64 import urlsafe_b64encode
from hashlib import blake2b

from bot.content import Library
from bot.dialogue import Action
from bot.errors import BadRequestError


class Links:
    """Opaque codes of cards, dangers and topics: always the same, as long as the key is."""

    def __init__(self, key: bytes, username: str) -> None:
        self._key = key
        self._username = username

    def url(self, action: Action) -> str:
        """The address for a `private` action, with the code of its target."""
        code = f"?start={self.code(action.target)}" if action.target else "?start=open"
        return f"https://t.me/{self._username}{code}"

    def code(self, target: str) -> str:
        """The code of an action, letters that Telegram allows in a start link."""
        digest = blake2b(target.encode(), digest_size=9, key=self._key, person=b"sala-link")
        return urlsafe_b64encode(digest.digest()).decode()

    def action(self, code: str, library: Library) -> Action | None:
        """The action behind a code; None for a code of nothing that exists."""
        targets = [
            *(f"card {card}" for card in library.cards),
            *(f"danger {kind}" for kind in library.dangers),
            *(f"topic {topic.id}" for topic in library.topics),
        ]
        for target in targets:
            if self.code(target) == code:
                return parsed(target)
        return None


def parsed(text: str) -> Action | None:
    """The action of a text; None where the text is none."""
    try:
        return Action.parse(text)
    except BadRequestError:
        return None
