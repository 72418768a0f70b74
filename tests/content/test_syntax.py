"""What stopped the YAML parser, at the place that has to be mended."""

from pathlib import PurePosixPath

import pytest

from bot.content.yamltext import read_yaml

TOLD = [
    (
        "a: b: c",
        (
            "1:5: This cannot be read as YAML (mapping values are not allowed in this context). "
            "A text with a colon in it needs quotes around it. [syntax]"
        ),
    ),
    (
        "a: @b",
        (
            "1:4: This cannot be read as YAML (found character that cannot start any token). "
            "A text that starts with a sign such as @ % ` needs quotes around it. [syntax]"
        ),
    ),
    (
        "a: *",
        (
            "1:5: This cannot be read as YAML (did not find expected alphabetic or numeric "
            "character). A text that starts with * or & needs quotes around it. [syntax]"
        ),
    ),
    (
        'a: "b\\q"',
        (
            "1:6: This cannot be read as YAML (found unknown escape character). "
            "Use single quotes, or write the backslash twice. [syntax]"
        ),
    ),
    (
        "a: b\nc d\ne: f",
        (
            "3:1: This cannot be read as YAML (could not find expected ':'). "
            "A line lacks its colon, or its spaces in front differ. [syntax]"
        ),
    ),
    (
        "a:\n  - b\n - c",
        (
            "3:2: This cannot be read as YAML (did not find expected key). "
            "Lines of one block start at the same column. [syntax]"
        ),
    ),
    (
        "- a\nb: c",
        (
            "2:1: This cannot be read as YAML (did not find expected '-' indicator). "
            "Items of one list start at the same column. [syntax]"
        ),
    ),
    (
        "a: - b",
        (
            "1:4: This cannot be read as YAML (block sequence entries are not allowed in this "
            "context). [syntax]"
        ),
    ),
    ("a:\tb\nc:\n  -\td", "3:4: There is a tab here. Use a space. [tab]"),
    (
        "a: b\nc: 'd\ne: f",
        "2:4: A quote opened here is never closed. Add the second quote. [syntax]",
    ),
    ('c: "d\n', "1:4: A quote opened here is never closed. Add the second quote. [syntax]"),
    (
        "a: [b, c\nd: e",
        "1:4: A bracket opened here is never closed. Add the second bracket. [syntax]",
    ),
    ("a: {b: c", "1:4: A bracket opened here is never closed. Add the second bracket. [syntax]"),
    (
        "a: ['b' 'c']",
        "1:9: A comma is missing here, or a bracket. Put quotes around texts with signs. [syntax]",
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=range(len(TOLD)))
def test_the_parser_speaks_a_volunteers_language(text, told):
    _, problems = read_yaml(PurePosixPath("a.yaml"), text.encode())
    assert "\n".join(map(str, problems)) == f"a.yaml:{told}"
