"""Pictures of conversations on Telegram, to look at: `python tools/pictures.py FOLDER`.

The real program talks with the fake Bot API; what its recorder holds is drawn as a phone would show
it, by Chromium (Debian: chromium, fonts-noto-core, fonts-noto-color-emoji).
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "e2e")]

from fakeapi import Chat, FakeBotApi, Message  # noqa: E402
from program import Program  # noqa: E402

STYLE = """
body { margin: 0; width: 390px; background: #d3dfc4; font: 15px/1.35 Noto Sans, Noto Sans Thai,
  Noto Sans Myanmar, sans-serif; }
.m { margin: 8px; padding: 7px 10px; border-radius: 12px; background: #fff; max-width: 320px;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.u { background: #e3fbc8; margin-left: auto; width: fit-content; }
.q { border-left: 3px solid #5a9; padding-left: 6px; color: #555; font-size: 13px; }
.r { display: flex; gap: 4px; margin: 4px 8px; max-width: 340px; }
.b { flex: 1; background: #7b9566cc; color: #fff; border-radius: 8px; padding: 7px 4px;
  text-align: center; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
code { color: #2678b6; font-size: 16px; }
"""
Step = Callable[[Chat], object]


def tap(label: str) -> Step:
    """Tap a button of the last answer."""
    return lambda chat: chat.taps(chat.answers[-1], label)


def say(text: str) -> Step:
    """Write."""
    return lambda chat: chat.says(text)


CONVERSATIONS: dict[str, tuple[str, list[Step]]] = {
    "1-start-th": ("th", [say("/start"), tap("ไทย"), say("ไม่ได้ค่าแรงสองเดือน")]),
    "2-danger-my": ("my", [say("သေချင်တယ်")]),
    "3-locked-my": ("my", [say("အိမ်ထဲ ပိတ်လှောင်ထားတယ် ကူညီပါ"), tap("ဖျောက်")]),
    "4-wages-en": ("en", [say("my boss not pay me 2 month"), tap("Where this comes")]),
    "5-menu-en": ("en", [say("/menu"), tap("Health")]),
    "6-danger-menu-th": ("th", [say("/menu"), tap("อันตราย"), tap("🐍")]),
    "7-voice-en": ("en", [lambda chat: chat.sends(voice=True), say("asdfgh qwerty zxcvb")]),
    "8-privacy-my": ("my", [say("/start"), tap("မြန်မာ"), say("/privacy")]),
    "9-help-th": ("th", [say("/start"), tap("ไทย"), say("/help"), say("/privacy")]),
    "10-show-en": ("en", [say("police arrest my brother"), tap("Thai sentences")]),
}


def main() -> None:
    """Draw all conversations."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    with FakeBotApi() as api, tempfile.TemporaryDirectory() as data:
        program = Program(api, Path(data))
        program.start()
        for name, (language, steps) in CONVERSATIONS.items():
            chat = api.private_chat(language_code=language)
            for number, step in enumerate(steps, 1):
                step(chat)
                chat.wait_for(number)
                time.sleep(0.2)
            draw(chat.messages, folder / f"{name}.png")
        group = api.group()
        group.says("@sala_test_bot my husband beats me")
        group.wait_for(1)
        draw(group.messages, folder / "11-group-en.png")
        program.stop()
    print(folder)


def draw(messages: list[Message], file: Path) -> None:
    """One picture."""
    texts = {message.id: message.text for message in messages}
    body = "".join(_message(message, texts) for message in messages)
    height = 120 + sum(_height(message) for message in messages)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(f"<meta charset=utf-8><style>{STYLE}</style>{body}", encoding="utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += [f"--window-size=390,{height}", f"--screenshot={file}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)


def _message(message: Message, texts: dict[int, str]) -> str:
    quoted = texts.get(message.reply_to or 0)
    quote = f"<div class=q>{escape(quoted[:60])}</div>" if quoted else ""
    text = message.html if message.from_bot else escape(message.text or "🎤")
    rows = "".join(
        "<div class=r>" + "".join(f"<div class=b>{escape(b[0])}</div>" for b in row) + "</div>"
        for row in message.buttons
    )
    side = "" if message.from_bot else " u"
    return f"<div class='m{side}'>{quote}{text}</div>{rows}"


def _height(message: Message) -> int:
    lines = sum(1 + len(line) // 34 for line in message.text.split("\n"))
    return 45 + lines * 24 + len(message.buttons) * 42


if __name__ == "__main__":
    main()
