"""The bot's own words, from `.po` files."""

from pathlib import Path

import pytest

from bot.errors import CatalogueError, SalaError
from bot.language import Catalogue, read_catalogue

HEADER = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural};\\n"
"""
WORDS = """
msgid "Hide"
msgstr "ซ่อน"

msgid "Source: {month}"
msgstr "แหล่งที่มา {month}"

#, fuzzy
msgid "Show"
msgstr "ซ่อน"

msgid "Back"
msgstr ""
"""
THAI = HEADER.format(plural="nplurals=1; plural=0") + WORDS
DAYS = """
msgid "{number} day of {name}"
msgid_plural "{number} days of {name}"
msgstr[0] "{name}: {number} den"
msgstr[1] "{name}: {number} dny"
msgstr[2] "{name}: {number} dní"
"""
CZECH = "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2"


def po(folder: Path, language: str, raw: bytes) -> Path:
    file = folder / language / "LC_MESSAGES" / "bot.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    return file


def thai(folder: Path) -> Catalogue:
    po(folder, "th", THAI.encode())
    return read_catalogue(folder, "th", "th")


def test_a_message_is_said_in_the_language(tmp_path):
    assert thai(tmp_path).say("Hide") == "ซ่อน"
    assert thai(tmp_path).language == "th"


def test_names_are_filled_in(tmp_path):
    assert thai(tmp_path).say("Source: {month}", month="2569") == "แหล่งที่มา 2569"


@pytest.mark.parametrize("message", ["Show", "Back", "Not there"])
def test_what_is_not_translated_or_not_sure_is_said_in_english(tmp_path, message):
    assert thai(tmp_path).say(message) == message


def test_a_language_without_a_file_speaks_english(tmp_path):
    catalogue = read_catalogue(tmp_path, "shn", "my")
    assert catalogue.say("Source: {month}", month="May") == "Source: May"
    assert [catalogue.plural("{number} day", "{number} days", n) for n in (1, 2)] == [
        "1 day",
        "2 days",
    ]


def test_each_language_has_its_own_plural_forms(tmp_path):
    po(tmp_path, "cs", (HEADER.format(plural=CZECH) + DAYS).encode())
    catalogue = read_catalogue(tmp_path, "cs", "cs")
    one, many = "{number} day of {name}", "{number} days of {name}"
    assert [catalogue.plural(one, many, n, name="a") for n in (1, 3, 7)] == [
        "a: 1 den",
        "a: 3 dny",
        "a: 7 dní",
    ]


BROKEN = [
    (b"only words\n", "Unknown or misformatted keyword on 0"),
    (b'msgid "Hide"\n', "missing msgstr for msgid 'Hide' on 0"),
    (
        'msgid "Hide"\nmsgstr "café"\n'.encode("latin-1"),
        "'utf-8' codec can't decode byte 0xe9 in position 11: invalid continuation byte",
    ),
]


@pytest.mark.parametrize(("raw", "reason"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_told_by_name_and_reason(tmp_path, raw, reason):
    file = po(tmp_path, "th", raw)
    with pytest.raises(CatalogueError) as told:
        read_catalogue(tmp_path, "th", "th")
    assert str(told.value) == f"{file}: this catalogue cannot be read ({reason})"
    assert isinstance(told.value, SalaError)


@pytest.mark.parametrize(
    "header", ["Plural-Forms: nplurals=1; plural=?;", "Content-Type: x; charset=x"]
)
def test_a_broken_header_is_told_like_any_other_fault(tmp_path, header):
    po(tmp_path, "th", f'msgid ""\nmsgstr "{header}\\n"\n{WORDS}'.encode())
    with pytest.raises(CatalogueError):
        read_catalogue(tmp_path, "th", "th")


def test_a_translation_with_another_name_in_it_stops_no_answer(tmp_path):
    raw = 'msgid "Source: {month}"\nmsgstr "{moon}"\n'
    po(tmp_path, "th", raw.encode())
    assert read_catalogue(tmp_path, "th", "th").say("Source: {month}", month="May") == "Source: May"
