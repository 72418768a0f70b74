"""Write the parts of the README that the program itself knows: a conversation and the measures.

`make readme` runs it; tests/cli/test_docs.py compares the conversation.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
SAID = ("my boss not pay me 2 month", "အိမ်ထဲ ပိတ်လှောင်ထားတယ် ကူညီပါ")
LANGUAGES = {"en": "English", "th": "ไทย", "my": "မြန်မာ"}
SHOWN = (
    "right first",
    "right in three",
    "useful",
    "wrong",
    "lost",
    "false answer",
    "offered",
    "intent",
    "danger recall",
    "danger kind",
    "false alarm",
    "calibration error",
)


def conversation() -> str:
    """What a stranger reads who writes `SAID`, by letters alone, on a fixed day."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--today", "2026-11-24"],
        cwd=ROOT,
        env={**os.environ, "SALA_VECTORS": "off"},
        input="\n".join(SAID) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    _, *answers = re.split(r"\n\n\n+", done.stdout.strip())
    told = [f"> {text}\n\n{answer}" for text, answer in zip(SAID, answers, strict=True)]
    return "```\n" + "\n\n".join(told) + "\n```"


def measures() -> str:
    """The table of `sala evaluate`, with vectors and by letters alone."""
    found = _evaluate()
    head = "| measure | " + " | ".join(LANGUAGES.values()) + " | by letters alone |"
    rows = [head, "| --- |" + " --- |" * (len(LANGUAGES) + 1)]
    for name in SHOWN:
        alone = " / ".join(found[code][name][1].split()[0] for code in LANGUAGES)
        cells = [found[code][name][0] for code in LANGUAGES]
        rows.append(f"| {name} | " + " | ".join(cells) + f" | {alone} |")
    return "\n".join(rows)


def _evaluate() -> dict[str, dict[str, list[str]]]:
    """Per language and measure what is told with vectors and by letters alone."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "evaluate"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    found: dict[str, dict[str, list[str]]] = {}
    for line in done.stdout.splitlines():
        if begins := re.match(r".* \((\w+)\), \d+ questions", line):
            found[begins[1]] = now = {}
        elif shares := re.findall(r"([\d.]+%)\s+(\d+/\d+)", line):
            name = re.split(r"\s{2,}", line.strip())[0]
            now[name] = [f"{percent} ({counts})" for percent, counts in shares]
        elif line.strip().startswith("calibration error"):
            now["calibration error"] = line.split()[2:]
    return found


def main() -> None:
    """Put both between their marks."""
    text = README.read_text(encoding="utf-8")
    for name, part in (("conversation", conversation()), ("measures", measures())):
        mark = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = mark.sub(lambda found, part=part: f"{found[1]}{part}\n{found[2]}", text)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
