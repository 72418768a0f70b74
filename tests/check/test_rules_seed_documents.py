"""seed-documents: every statement says from which paragraphs it comes; none is lost."""

LIST = "seeds/documents.yaml"
LEAFLET = "seeds/documents/leaflet.yaml"
OTHER = "seeds/documents/other.yaml"


def test_pass(checkout):
    """What was left out on purpose is accounted for too."""
    checkout.change(LEAFLET, "paragraphs: 1-2", "paragraphs: '2, 5-6'")
    left_out = "left_out: [{paragraphs: '1,4', why: menu}]"
    checkout.change(LIST, "date: undated", f"date: undated, {left_out}")
    assert checkout.told() == []


def test_pass_where_two_statements_share_a_paragraph(checkout):
    checkout.change(LEAFLET, "paragraphs: 3", "paragraphs: 2-3")
    assert checkout.told() == []


def test_fail_without_the_document(checkout):
    checkout.change(
        LEAFLET, "document: leaflet, paragraphs: 3", "document: leaflets, paragraphs: 3"
    )
    assert checkout.told() == [
        (
            f"{LEAFLET}:2:48: There is no document `leaflets` in {LIST}. Look at its `id:`. "
            "[seed-documents]"
        )
    ]


def test_fail_where_a_name_stands_twice(checkout):
    """Both are told, in one file or in two."""
    checkout.change(LEAFLET, "seed-two", "seed-one")
    said = "The statement `seed-one` stands twice. Give each its own name. [seed-documents]"
    assert checkout.told() == [f"{LEAFLET}:1:8: {said}", f"{LEAFLET}:2:8: {said}"]
    first, second = (checkout.root / LEAFLET).read_text(encoding="utf-8").splitlines()
    checkout.write(LEAFLET, f"{first}\n")
    checkout.write(OTHER, f"{second}\n")
    assert checkout.told() == [f"{LEAFLET}:1:8: {said}", f"{OTHER}:1:8: {said}"]


def test_fail_where_a_paragraph_is_lost(checkout):
    """The first one of a document is named."""
    checkout.change(LEAFLET, "paragraphs: 3", "paragraphs: 5-7")
    assert checkout.told() == [
        (
            f"{LIST}:1:3: Nothing is said of paragraph 3 of `leaflet`. "
            "Distil it, or name it under `left_out:` with a reason. [seed-documents]"
        )
    ]
