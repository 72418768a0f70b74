"""A tiny sound checkout of which a test changes one file."""

from pathlib import Path

import pytest

from bot.check.run import check

LETTERS = "abcdefghijklmno"
EN, TH = "content/cards/permits/wages/en.yaml", "content/cards/permits/wages/th.yaml"
SOURCE = "sources: [{url: https://example.org, publisher: Example}]"
FACT = f"as_of: 2026-11, volatility: stable, confidence: high, harm_if_wrong: little, {SOURCE}"
DAYS = "values: {inspector_days: {duration: 60, unit: day}}"
PLACE = f"""\
helps_with: [wages]
tells_authorities: possible
as_of: 2026-11
confidence: high
{SOURCE}
"""
DOCUMENT = "sha256: '{sha}', publisher: Example, title: A leaflet, place: Thailand, date: undated"
FILES = {
    "content/languages.yaml": """\
- {code: en, name: English, locale: en, complete: true, screen: 200}
- {code: th, name: ไทย, locale: th, screen: 200}
""",
    "content/topics.yaml": "- {id: permits, emoji: 📄, name: {en: Work permits}}\n",
    "content/words.yaml": "never: {en: [anonymous], th: [เถื่อน]}\nprivate: {en: [police]}\n",
    "content/danger-menu.yaml": "- {picture: 🩸, kinds: [life], label: {en: Hurt}}\n",
    "content/places/th-1669.yaml": f"""\
name: {{en: Ambulance}}
kind: hotline
phones: [{{number: 1669, country: TH}}]
{PLACE}""",
    "content/places/th-191.yaml": f"""\
name: {{en: Police}}
kind: hotline
phones: [{{number: 191, country: TH}}]
{PLACE}""",
    "content/places/th-1506.yaml": f"""\
name: {{en: Ministry of Labour}}
kind: hotline
phones: [{{number: 1506, country: TH}}]
{PLACE}""",
    "content/places/mm-embassy.yaml": f"""\
name: {{en: An embassy}}
kind: embassy
phones: [{{number: 02 123 4567, country: TH}}]
{PLACE}""",
    "content/dangers/life.yaml": """\
card: permits/wages
facts: [inspector-60-days]
places: [th-1669, th-191, th-1506, mm-embassy]
en:
  label: Hurt
  lines: ["Call **{th-1669}**.", Tell where you are.]
  say: [he does not breathe]
  signs: [not breathing]
th:
  label: บาดเจ็บ
  lines: ["โทร **{th-1669}**", บอกที่อยู่]
  say: [เขาไม่หายใจ]
  signs: [ไม่หายใจ]
""",
    "content/intents/greeting.yaml": """\
en:
  text: Hello. Ask in your own words.
  ask: [good morning sala]
""",
    "content/cards/permits/wages/card.yaml": """\
facts: [inspector-60-days]
places: [th-1669]
related: [permits/papers]
""",
    EN: f"""\
title: Wages not paid
summary: What to do first.
text: It takes {{inspector_days}}.
ask: [{", ".join(f"wages {each}" for each in LETTERS)}]
""",
    TH: f"""\
title: ไม่ได้ค่าจ้าง
summary: ควรทำอะไรก่อน
text: ใช้เวลา {{inspector_days}}
ask: [{", ".join(f"ค่าจ้าง {each}" for each in LETTERS)}]
""",
    "content/cards/permits/papers/card.yaml": """\
facts: [inspector-60-days]
related: [permits/wages]
""",
    "content/cards/permits/papers/en.yaml": f"""\
title: Papers kept
summary: What to say.
text: Ask for them.
ask: [{", ".join(f"papers {each}" for each in LETTERS)}]
""",
    "seeds/rights.yaml": f"""\
- {{id: inspector-60-days, says: A statement., {DAYS}, {FACT}}}
- {{id: claim-is-free, says: A statement., grants: yes, {FACT}}}
""",
    "seeds/documents.yaml": f"""\
- {{id: leaflet, file: a.txt, {DOCUMENT.format(sha="0" * 64)}}}
""",
    "seeds/documents/leaflet.yaml": """\
- {id: seed-one, says: A statement., document: leaflet, paragraphs: 1-2, for: [migrant]}
- {id: seed-two, says: A statement., document: leaflet, paragraphs: 3, for: [migrant]}
""",
    "tests/questions/en.yaml": """\
- {text: when does the boss have to pay us, card: permits/wages, kind: plain}
""",
}


class Checkout:
    """A folder of content; sound until a test changes it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for path, text in FILES.items():
            self.write(path, text)

    def write(self, path: str, text: str) -> None:
        """Put a file there, whatever stood there before."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Write something else in a place that occurs once."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def told(self) -> list[str]:
        """Everything that `sala check` says of the folder, by every rule."""
        return [str(problem) for problem in check(self.root)]


@pytest.fixture
def checkout(tmp_path) -> Checkout:
    """A tiny sound checkout."""
    return Checkout(tmp_path)
