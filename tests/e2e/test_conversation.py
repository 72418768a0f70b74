"""Whole conversations on Telegram, in three languages."""

import pytest

CHOOSE = {"en": "English", "th": "ไทย", "my": "မြန်မာ"}
UNPAID = {
    "en": "my boss did not pay me for two month",
    "th": "นายจ้างไม่จ่ายค่าแรงมาสองเดือนแล้ว",
    "my": "သူဌေးက လခ နှစ်လ မပေးဘူး",
}
DIE = {"en": "i want to die", "th": "อยากตาย", "my": "သေချင်တယ်"}


@pytest.fixture
def running(program):
    program.start()
    return program


@pytest.mark.slow
@pytest.mark.parametrize("language", CHOOSE)
def test_start_choose_ask_tap_switch_danger_hide_forget_restart(running, api, language):
    chat = api.private_chat(language_code=language)
    chat.says("/start")
    start = chat.wait_for(1)[-1]
    assert start.buttons[0][0][1] == "1 danger-menu"

    chat.taps(start, CHOOSE[language])
    assert chat.wait_for(2)[-1].buttons[0][0][1] == "1 danger-menu"

    chat.says(UNPAID[language])
    answer = chat.wait_for(3)[-1]
    assert answer.reply_to
    assert chat.messages[-2].text == UNPAID[language]
    assert answer.reply_to == chat.messages[-2].id
    assert answer.html.startswith("<b>")

    # A related card, then another language in the middle: the same question is answered again.
    chat.taps(answer, (0, 0))
    chat.wait_for(4)
    chat.taps_data(answer, "1 languages")
    languages = chat.wait_for(5)[-1]
    assert languages.reply_to == answer.reply_to
    other = "th" if language != "th" else "en"
    chat.taps(languages, CHOOSE[other])
    again = chat.wait_for(6)[-1]
    assert again.reply_to == answer.reply_to
    assert again.buttons != answer.buttons
    chat.taps(languages, CHOOSE[language])
    assert chat.wait_for(7)[-1].text == answer.text

    chat.says(DIE[language])
    danger = chat.wait_for(8)[-1]
    assert "1669" in danger.text
    assert danger.buttons[0][0][1] == "1 hide"
    chat.taps(danger, (0, 0))
    chat.wait_for(9)
    texts = [message.text for message in chat.messages]
    assert danger.text not in texts
    assert DIE[language] not in texts

    running.stop()
    running.start()
    chat.says("/menu")
    assert chat.wait_for(10)[-1].text == chat.answers[1].text, "the language is kept"

    chat.says("/forget")
    chat.wait_for(11)
    left = [message.text for message in chat.messages]
    assert left == [chat.answers[-1].text], "only the neutral line is left"


@pytest.mark.slow
@pytest.mark.usefixtures("running")
def test_danger_before_any_choice_comes_in_the_language_of_the_message(api):
    for language, words in DIE.items():
        chat = api.private_chat(language_code="vi")
        chat.says(words)
        answer = chat.wait_for(1)[-1]
        assert "1669" in answer.text
        assert any(data == "1 languages" for row in answer.buttons for _, data in row), language


@pytest.mark.slow
@pytest.mark.usefixtures("running")
def test_everything_that_cannot_be_read_is_met_with_a_line(api):
    chat = api.private_chat()
    kinds = ["photo", "voice", "sticker", "location", "venue", "contact", "poll", "dice"]
    for number, kind in enumerate(kinds, 1):
        chat.sends(**{kind: True})
        assert chat.wait_for(number)[-1].buttons[0][0][1] == "1 danger-menu", kind


@pytest.mark.slow
@pytest.mark.usefixtures("running")
def test_links_open_a_card_and_old_buttons_are_answered_kindly(api):
    group, chat = api.group(), api.private_chat()
    group.says("@sala_test_bot my boss did not pay me for two month")
    offer = group.wait_for(1)[-1]
    assert offer.reply_to is None
    [(_, url)] = offer.buttons[0]
    code = url.split("?start=")[1]
    assert "wage" not in url

    chat.says(f"/start {code}")
    assert "Wages not paid" in chat.wait_for(1)[-1].text
    chat.taps_old("1 card permits/no-such-card")
    assert "old" in chat.wait_for(2)[-1].text
    chat.taps_old("0 of another version")
    assert "old" in chat.wait_for(3)[-1].text
    chat.says("/start nonsense")
    assert chat.wait_for(4)[-1].buttons[0][0][1] == "1 danger-menu"


@pytest.mark.slow
@pytest.mark.usefixtures("running")
def test_a11_in_a_group_every_question_gets_the_same_words(api):
    group = api.group()
    asked = ["my husband beats me", "i want to die", "minimum wage in bangkok", "football"]
    for number, text in enumerate(asked, 1):
        group.says(f"@sala_test_bot {text}")
        group.wait_for(number)
    group.says("nobody calls the bot here")
    assert len({answer.text for answer in group.answers}) == 1
    assert all(answer.reply_to is None for answer in group.answers)
    assert all("start=" in answer.buttons[0][0][1] for answer in group.answers)
    assert len(group.answers) == len(asked)


@pytest.mark.slow
def test_a_poisoned_update_does_not_stop_the_queue(running, api):
    chat = api.private_chat()
    chat.says("/menu")
    api.push({"message": {"message_id": "no number", "chat": 7}})
    api.push({"message": None, "callback_query": {"id": 3}})
    api.push({"a_kind_of_tomorrow": {"x": 1}})
    chat.says("/help")
    chat.wait_for(2)
    running.stop()
    assert api.pending == []
    assert "update_not_understood" in running.log_text()
