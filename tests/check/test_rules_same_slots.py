"""same-slots: a translation inserts the same values as its source, as often."""

TH = "content/cards/permits/wages/th.yaml"
LIFE = "content/dangers/life.yaml"
SOURCE_TOO = "Delete it, or add it to the source too. [same-slots]"
BELONGS = "Insert it where it belongs. [same-slots]"


def test_pass(checkout):
    """In whatever order, each in its own sentence."""
    for language in ("en", "th"):
        path = f"content/cards/permits/wages/{language}.yaml"
        words = ["{th-1669}", "{inspector_days}"][:: 1 if language == "en" else -1]
        checkout.change(path, "{inspector_days}", f"{words[0]} xx {words[1]}")
    assert checkout.told() == []


def test_fail_where_one_is_missing(checkout):
    checkout.change(TH, "{inspector_days}", "เร็ว ๆ นี้")
    assert checkout.told() == [
        f"{TH}:3:7: {{inspector_days}} stands in the source and is missing here. {BELONGS}"
    ]


def test_fail_where_one_is_too_many(checkout):
    """As often as in the source, no more."""
    checkout.change(TH, "{inspector_days}", "{inspector_days} {inspector_days}")
    assert checkout.told() == [
        f"{TH}:3:7: {{inspector_days}} stands here and not in the source. {SOURCE_TOO}"
    ]


def test_fail_where_a_condition_is_missing(checkout):
    """Otherwise a translation would go on telling what is too old (protection.md C3)."""
    path = "content/cards/permits/wages/en.yaml"
    checkout.change(path, "{inspector_days}.", "{inspector_days}. {while claim-is-free}")
    assert checkout.told() == [
        f"{TH}:3:7: {{while claim-is-free}} stands in the source and is missing here. {BELONGS}"
    ]


def test_fail_in_a_danger(checkout):
    """Over all lines together; told at the list."""
    checkout.change(LIFE, "โทร **{th-1669}**", "โทร {th-191}")
    assert checkout.told() == [
        f"{LIFE}:11:3: {{th-1669}} stands in the source and is missing here. {BELONGS}",
        f"{LIFE}:11:3: {{th-191}} stands here and not in the source. {SOURCE_TOO}",
    ]


def test_pass_in_a_danger_whatever_the_line(checkout):
    checkout.change(LIFE, '"โทร **{th-1669}**", บอกที่อยู่', 'บอกที่อยู่, "โทร {th-1669}"')
    assert checkout.told() == []


def test_fail_in_a_long_text(checkout):
    """What is too many is told on the line where it stands."""
    checkout.change(TH, "text: ใช้เวลา", "text: |\n  โทร {th-1669}\n\n  ใช้เวลา")
    assert checkout.told() == [
        f"{TH}:4:7: {{th-1669}} stands here and not in the source. {SOURCE_TOO}"
    ]
