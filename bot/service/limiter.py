"""When the next message may go out, so that the network never has to say no."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from time import monotonic
from typing import Final

from bot.people import Lane

# Telegram: about 30 messages a second in all, one a second in a chat, short bursts allowed. The
# hundredths keep the same number inside the window when the way there is uneven.
_IN_ALL: Final = 30
_IN_ALL_SECONDS: Final = 1.01
_PER_CHAT: Final = 3
_PER_CHAT_SECONDS: Final = 3.05
# News never takes the last third of what may be sent.
_NEWS_IN_ALL: Final = 20
# So many chats told to wait at once mean that the whole bot is meant.
_CHATS_FROZEN: Final = 3


class Limiter:
    """Counts sends in sliding windows; danger is counted but never waits for them (A3)."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._all: deque[float] = deque(maxlen=_IN_ALL)
        self._chats: dict[int, deque[float]] = defaultdict(lambda: deque(maxlen=_PER_CHAT))
        self._frozen: dict[int, float] = {}
        self._replies = 0

    async def turn(self, chat: int, lane: Lane) -> None:
        """Return when one message of this lane may go to this chat; it is counted as sent."""
        while (wait := self._wait(chat, lane)) > 0:
            # A reply that waits for its own chat alone does not hold up the news.
            held = lane == Lane.REPLY and self._own_wait(chat, self._clock()) <= 0
            self._replies += held
            try:
                await asyncio.sleep(wait)
            finally:
                self._replies -= held
        self._count(chat)

    def freeze(self, chat: int, seconds: float) -> None:
        """The network asked this chat to wait. When several are asked, all wait."""
        self._frozen[chat] = self._clock() + seconds

    def _wait(self, chat: int, lane: Lane) -> float:
        now = self._clock()
        self._frozen = {each: until for each, until in self._frozen.items() if until > now}
        frozen = self._frozen.get(chat, now) - now
        if lane == Lane.DANGER:
            return frozen
        if len(self._frozen) >= _CHATS_FROZEN:
            frozen = max(frozen, min(self._frozen.values()) - now)
        return max(frozen, self._chat_wait(chat, now), self._overall_wait(lane, now))

    def _own_wait(self, chat: int, now: float) -> float:
        return max(self._frozen.get(chat, now) - now, self._chat_wait(chat, now))

    def _chat_wait(self, chat: int, now: float) -> float:
        sent = self._chats.get(chat)
        return sent[0] + _PER_CHAT_SECONDS - now if sent and len(sent) == _PER_CHAT else 0

    def _overall_wait(self, lane: Lane, now: float) -> float:
        if lane == Lane.NEWS:
            if self._replies:
                return 1 / _IN_ALL
            if len(self._all) >= _NEWS_IN_ALL:
                return self._all[-_NEWS_IN_ALL] + _IN_ALL_SECONDS - now
            return 0
        return self._all[0] + _IN_ALL_SECONDS - now if len(self._all) == _IN_ALL else 0

    def _count(self, chat: int) -> None:
        now = self._clock()
        self._all.append(now)
        self._chats[chat].append(now)
        if len(self._chats) > 1000:  # noqa: PLR2004  # tidied now and then, not at each message
            recent = now - _PER_CHAT_SECONDS
            for each in [each for each, sent in self._chats.items() if sent[-1] < recent]:
                del self._chats[each]
