"""Crashes and bad networks: nothing is lost, nothing goes to the wrong chat."""

import random
import time
from bisect import bisect
from collections import Counter
from collections.abc import Iterator

import pytest
from fakeapi import Bad, DropAfter, DropBefore, Forbidden, HangBefore, ServerError, Slow, TooMany

KILLS = 30
CHATS = 20
ON_ITS_WAY = 0.3


class Asker:
    """Asks as soon as the last question is answered; each answer is a reply to its question."""

    def __init__(self, api) -> None:
        self.api = api
        self.chat = api.private_chat()
        self.asked: list[int] = []

    def answers(self) -> Counter:
        return Counter(answer.reply_to for answer in self.chat.answers)

    def ask_when_answered(self) -> None:
        if not self.asked or self.answers()[self.asked[-1]]:
            self.chat.says("boss not pay me 2 month")
            questions = [each for each in self.api.of_chat(self.chat.id) if not each.from_bot]
            self.asked.append(questions[-1].id)

    def doubled_by(self, kills: list[float]) -> Iterator[int]:
        """The number of the kill behind each answer that came again.

        It is the next after the answer came first; what was on its way may still arrive after it.
        """
        came: dict[int | None, float] = {}
        for answer in self.chat.answers:
            if answer.reply_to in came:
                yield bisect(kills, came[answer.reply_to] - ON_ITS_WAY)
            came[answer.reply_to] = answer.at

    def lost(self) -> list[int]:
        answers = self.answers()
        return [question for question in self.asked if not answers[question]]


@pytest.mark.slow
def test_killed_at_thirty_moments_every_message_is_answered_and_at_most_one_twice(program, api):
    chance = random.Random(3)  # noqa: S311  # moments, not secrets
    askers = [Asker(api) for _ in range(CHATS)]
    kills: list[float] = []
    for _ in range(KILLS):
        program.start()
        # The first answers come after about two seconds; then messages and answers overlap.
        until = time.monotonic() + chance.uniform(1.5, 4.0)
        while time.monotonic() < until:
            for asker in askers:
                asker.ask_when_answered()
            time.sleep(0.02)
        program.kill()
        kills.append(time.monotonic())
    program.start()
    until = time.monotonic() + 60
    while any(asker.lost() for asker in askers) and time.monotonic() < until:
        time.sleep(0.1)
    assert [asker.lost() for asker in askers] == [[]] * CHATS
    time.sleep(1)
    assert program.stop() == 0
    doubled = Counter(kill for asker in askers for kill in asker.doubled_by(kills))
    assert max(doubled.values(), default=0) <= 1, doubled
    assert sum(len(asker.asked) for asker in askers) > 3 * KILLS, "there was load"
    assert api.pending == []


FAULTS = [
    TooMany(1),
    Bad("something is wrong"),
    ServerError(500),
    ServerError(502),
    Slow(1.0),
    HangBefore(0.5),
    DropBefore(),
    DropAfter(),
]
METHODS = ["getMe", "deleteWebhook", "getUpdates", "sendMessage", "answerCallbackQuery"]
PROFILE = ["MyName", "MyDescription", "MyShortDescription", "MyCommands"]


def script_everything(api) -> None:
    for fault in FAULTS:
        for method in METHODS:
            if not (isinstance(fault, Bad) and method in {"getMe", "deleteWebhook"}):
                api.script(method, fault)
        api.script("deleteMessages", fault)
    for fault in (TooMany(1), ServerError(500), DropBefore(), DropAfter()):
        for name in PROFILE:
            api.script(f"get{name}", fault)
            api.script(f"set{name}", fault)


def until_told(chat, words: str) -> None:
    """Wait for an answer that begins like this; by counting it might be another one, doubled."""
    until = time.monotonic() + 60
    while not any(answer.text.startswith(words) for answer in chat.answers):
        assert time.monotonic() < until, words
        time.sleep(0.05)


@pytest.mark.slow
def test_every_fault_on_every_method_loses_nothing(program, api):
    script_everything(api)
    program.start()
    chats = {text: api.private_chat() for text in ("/help", "/privacy", "/menu")}
    begins = {"/help": "Sala\n\nWrite", "/privacy": "Sala keeps", "/menu": "Write your question"}
    for chat in chats.values():
        chat.says("boss not pay me 2 month")
    for chat in chats.values():
        assert "Wages not paid" in chat.wait_for(1, timeout=60)[0].text
    for text, chat in chats.items():
        chat.says(text)
    for text, chat in chats.items():
        until_told(chat, begins[text])
        chat.says("/forget")
    for text, chat in chats.items():
        until_told(chat, "Done")
        told = {answer.text for answer in chat.answers}
        assert sum(each.startswith(begins[text]) for each in told) == 1, "its own answer"
        assert len(told) == 3, "and nobody else's"
    until = time.monotonic() + 90
    while not api.profile["my"].get("commands") and time.monotonic() < until:
        time.sleep(0.1)
    assert api.profile["my"]["commands"]
    program.stop()
    assert api.pending == []


@pytest.mark.slow
def test_who_blocked_the_bot_is_written_to_no_more(program, api):
    program.start()
    chat, other = api.private_chat(), api.private_chat()
    chat.says("/start")
    chat.taps(chat.wait_for(1)[-1], "ไทย")
    chat.wait_for(2)
    api.script("sendMessage", Forbidden(), chat=chat.id)
    chat.says("/menu")
    other.says("/start")
    other.wait_for(1)
    time.sleep(1)
    before = len(api.calls_of("sendMessage"))
    time.sleep(2)
    assert len(api.calls_of("sendMessage")) == before
    program.stop()
    assert "person_stopped_the_bot" in program.log_text()


@pytest.mark.slow
def test_a3_timestamps_show_the_limits_and_danger_passes_them(program, api):
    program.start()
    first = api.private_chat()
    first.says("/start")
    first.wait_for(1)
    crowd = [api.private_chat() for _ in range(70)]
    talker = api.private_chat()
    for _ in range(9):
        talker.says("/menu")
    for chat in crowd:
        chat.says("/help")
    frightened = api.private_chat()
    frightened.says("/menu")
    for _ in range(6):
        frightened.says("i want to die")
    began = time.monotonic()
    frightened.wait_for(7)
    danger_after = time.monotonic() - began
    for chat in crowd:
        chat.wait_for(1, timeout=30)
    talker.wait_for(9, timeout=30)
    danger = {answer.at for answer in frightened.answers if "1669" in answer.text}
    assert len(danger) == 6
    sent = [call.at for call in api.calls_of("sendMessage")]
    rationed = [
        call.at
        for call in api.calls_of("sendMessage")
        if call.parameters["chat_id"] != frightened.id
    ]
    assert max(sum(at <= each < at + 3 for each in rationed) for at in rationed) <= 90
    times = [answer.at for answer in talker.answers]
    assert max(sum(at <= each < at + 3 for each in times) for at in times) <= 3
    spread = sorted(danger)
    assert spread[-1] - spread[0] < 3, "six answers within three seconds: danger is exempt"
    assert danger_after < times[-1] - times[0]
    assert len(sent) >= 86
    program.stop()
