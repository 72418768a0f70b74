"""few-ask-lines: fifteen different ways of asking, per card and language."""

EN = "content/cards/permits/wages/en.yaml"
TOLD = (
    "There are 14 different ways of asking; 15 are needed. "
    "Add lines as people really write: short, long, misspelt, angry, shy. [few-ask-lines]"
)


def test_pass(checkout):
    """Fifteen, or more."""
    checkout.change(EN, "wages o]", "wages o, wages p]")
    assert checkout.told() == []


def test_fail(checkout):
    checkout.change(EN, ", wages o]", "]")
    assert checkout.told() == [f"{EN}:4:1: {TOLD}"]


def test_fail_in_one_language(checkout):
    """Those of another language do not count."""
    path = "content/cards/permits/wages/th.yaml"
    checkout.change(path, ", ค่าจ้าง o]", "]")
    assert checkout.told() == [f"{path}:4:1: {TOLD}"]


def test_fail_where_lines_are_the_same(checkout):
    checkout.change(EN, "wages o]", "WAGES a.]")
    assert f"{EN}:4:1: {TOLD}" in checkout.told()
