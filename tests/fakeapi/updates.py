"""The queue of updates and the long poll (getUpdates)."""

import copy
import time

from fakeapi.errors import Refused
from fakeapi.faults import other_poll

KINDS = {
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
}
ONLY_IF_ASKED = {"chat_member", "message_reaction", "message_reaction_count"}
LIFETIME = {"callback_query": 150, "inline_query": 30}
DAY = 86_400
MAX_BATCH = 100
MAX_WAIT = 50
LOOK_AT_CONNECTION = 0.05
FIRST_ID = 700_000_001


class Updates:
    """Everything under one lock, which `changed` belongs to."""

    def __init__(self, changed, clock):
        self._changed = changed
        self._clock = clock
        self._queue = {}
        self._expiry = {}
        self._next = FIRST_ID
        self._poll = 0
        self.stopped = False
        self.allowed = []
        self.confirmed = 0
        self.listener = None

    def wants(self, kind):
        """Whether the bot asked for this kind; what Telegram does not know always passes."""
        if kind not in KINDS:
            return True
        return kind in self.allowed if self.allowed else kind not in ONLY_IF_ASKED

    def push(self, update):
        """The id of the queued update; None where the bot did not ask for its kind."""
        with self._changed:
            kind = next(iter(update.keys() - {"update_id"}), "")
            if not self.wants(kind):
                return None
            number = self._next
            self._next += 1
            self._queue[number] = {"update_id": number} | copy.deepcopy(update)
            self._expiry[number] = self._clock() + LIFETIME.get(kind, DAY)
            self._changed.notify_all()
            return number

    def pending(self):
        """What is not confirmed and not too old, earliest first."""
        with self._changed:
            now = self._clock()
            for number in [each for each in self._queue if self._expiry[each] < now]:
                del self._queue[number], self._expiry[number]
            return list(self._queue.values())

    def confirm_below(self, offset):
        with self._changed:
            for number in [each for each in self._queue if each < offset]:
                del self._queue[number], self._expiry[number]
            if offset > FIRST_ID:
                self.confirmed = max(self.confirmed, min(offset, self._next) - 1)
            self._changed.notify_all()

    def forget(self):
        self.confirm_below(self._next)

    def fetch(self, parameters, is_gone):
        """Updates for getUpdates, waiting for one as long as it says."""
        limit = min(max(parameters.get("limit") or MAX_BATCH, 1), MAX_BATCH)
        wait = min(max(parameters.get("timeout") or 0, 0), MAX_WAIT)
        with self._changed:
            if isinstance(parameters.get("allowed_updates"), list):
                self.allowed = parameters["allowed_updates"]
            self._move_to(parameters.get("offset") or 0)
            self._poll += 1
            self._changed.notify_all()
            return self._wait(self._poll, time.monotonic() + wait, is_gone)[:limit]

    def _move_to(self, offset):
        if offset < 0:
            waiting = [each["update_id"] for each in self.pending()][offset:]
            offset = waiting[0] if waiting else 0
        self.confirm_below(offset)

    def _wait(self, poll, until, is_gone):
        while not self.stopped:
            if self._poll != poll:
                raise other_poll()
            waiting = self.pending()
            left = until - time.monotonic()
            if waiting or left <= 0 or is_gone():
                return waiting
            self._changed.wait(min(left, LOOK_AT_CONNECTION))
        raise Refused(502, "Bad Gateway")
