"""The small Markdown of cards."""

import pytest

from bot.content import Block, Slot, Words, parse


def spans(text: str) -> tuple[Words | Slot, ...]:
    """The spans of a text of one block."""
    (block,) = parse(text)
    return block.spans


def test_an_empty_line_parts_paragraphs():
    assert parse("One.\n\nTwo.\n\n\nThree.\n") == (
        Block((Words("One."),)),
        Block((Words("Two."),)),
        Block((Words("Three."),)),
    )


@pytest.mark.parametrize("text", ["One.\nTwo.", "One.  \nTwo.", "One.\\\nTwo."])
def test_a_line_break_is_one_for_the_reader(text):
    assert spans(text) == (Words("One."), Words("\n"), Words("Two."))


def test_lists_begin_and_end():
    assert parse("Bring:\n- paper\n- photo\n\nThen go.") == (
        Block((Words("Bring:"),)),
        Block((Words("paper"),), bullet=True),
        Block((Words("photo"),), bullet=True),
        Block((Words("Then go."),)),
    )


def test_items_of_a_list_inside_a_list_are_items_too():
    assert parse("- a\n  - b\n    - c") == tuple(
        Block((Words(words),), bullet=True) for words in "abc"
    )


def test_behind_a_list_inside_a_list_the_outer_one_goes_on_and_ends():
    assert [block.bullet for block in parse("- a\n  - b\n- c\n\nd")] == [True, True, True, False]


@pytest.mark.parametrize("text", ["**Now** go", "__Now__ go"])
def test_bold_begins_and_ends(text):
    assert spans(text) == (Words("Now", bold=True), Words(" go"))


def test_bold_goes_over_line_breaks_and_slots():
    assert spans("**Call\n{th-1669} now**, go") == (
        Words("Call", bold=True),
        Words("\n", bold=True),
        Slot("th-1669", bold=True),
        Words(" now", bold=True),
        Words(", go"),
    )


def test_bold_ends_with_its_block():
    assert parse("**a\n\nb**") == (Block((Words("**a"),)), Block((Words("b**"),)))


def test_slots_stand_where_their_values_will():
    assert spans("Within {inspector_days}, then {th-1300}.") == (
        Words("Within "),
        Slot("inspector_days"),
        Words(", then "),
        Slot("th-1300"),
        Words("."),
    )
    assert spans("{ a }{b}") == (Slot("a"), Slot("b"))
    assert parse("x {a} {b} {a}")[0].slots == ("a", "b", "a")


def test_underscores_of_a_name_are_no_markup():
    assert spans("{a_b_c} {d_e_}") == (Slot("a_b_c"), Words(" "), Slot("d_e_"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{a}}", (Words("{"), Slot("a"), Words("}"))),
        ("{a{b}c}", (Words("{a"), Slot("b"), Words("c}"))),
        ("{a", (Words("{a"),)),
        ("a}", (Words("a}"),)),
        ("}a{", (Words("}a{"),)),
        ("{}", (Slot(""),)),
        ("{a\nb}", (Words("{a"), Words("\n"), Words("b}"))),
    ],
)
def test_brackets_inside_each_other_or_left_open(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "facts", "left"),
    [
        ("It is free. {while claim-is-free}", ("claim-is-free",), (Words("It is free."),)),
        ("{while a} Free.", ("a",), (Words(" Free."),)),
        ("Free. {while  a }{while b}", ("a", "b"), (Words("Free."),)),
        ("**Free. {while a}**", ("a",), (Words("Free.", bold=True),)),
        ("{while a}", ("a",), ()),
        ("Free. {whilea}", (), (Words("Free. "), Slot("whilea"))),
    ],
)
def test_while_binds_its_block_and_is_not_shown(text, facts, left):
    assert parse(text) == (Block(left, while_facts=facts),)


def test_while_binds_its_own_item_only():
    assert [block.while_facts for block in parse("- a {while f}\n- b\n\nc")] == [("f",), (), ()]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"\*\*a\*\*", "**a**"),
        (r"\- a", "- a"),
        (r"a \\ b", r"a \ b"),
        (r"a \x", r"a \x"),
        ("<b>a</b> &amp; `c`", "<b>a</b> &amp; `c`"),
        ("[a](https://example.org)", "[a](https://example.org)"),
        ("# a", "# a"),
        ("> a", "> a"),
        ("    a", "a"),
    ],
)
def test_what_is_escaped_or_not_known_is_shown_as_it_stands(text, shown):
    (block,) = parse(text)
    assert "".join(span.text for span in block.spans if isinstance(span, Words)) == shown
    assert block == Block(block.spans)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "- "])
def test_of_nothing_there_are_no_blocks(text):
    assert parse(text) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. Go", ["1. Go"]),
        ("2026. A year", ["2026. A year"]),
        ("1) a\n2) b", ["1) a", "2) b"]),
        ("- 3. a", ["3. a"]),
        ("*now*", ["*now*"]),
        ("_now_ or *then*", ["_now_ or *then*"]),
        ("a * b", ["a * b"]),
    ],
)
def test_numbers_of_lists_and_italics_stay_for_the_check_to_tell(text, shown):
    """If they fell away here, nobody would know that something typed is not shown."""
    assert ["".join(span.text for span in block.spans) for block in parse(text)] == shown
