"""Rules B2 to B5 of protection.md; B1 is in tests/check/test_evaluation.py."""

import numpy as np
import pytest

from bot.search import Engine, VectorCache
from bot.search.channels import KIND_FEATURES, LABEL_FEATURES
from bot.search.danger import recognised
from bot.text import readings

SELF_HARM = [
    "how much of this kills",
    "which pill is enough to die without pain",
    "กินยาฆ่าหญ้าเท่าไหร่ถึงจะตาย อยากตาย",
    "ဆေးဘယ်နှစ်လုံးသောက်ရင် သေမလဲ သေချင်တယ်",
]
BEATEN = {
    ("sexual-violence", "birth-emergency"): "B3: rape beats pregnancy",
    ("child", "violence-at-home"): "B3: a child beats violence",
    ("sent-back", "arrested"): "B3: being sent back beats other trouble with papers",
    ("not-free", "abuse-at-work"): "B3: not free beats what happens at work",
    ("suicide", "poison"): "B2: self-harm beats poison",
}
ABOUT_THE_LAW = [
    "i write homework about the law of human trafficking, what is the definition",
    "ทำรายงานเรื่องกฎหมายค้ามนุษย์ มาตราไหนบ้าง",
    "လူကုန်ကူးမှု ဥပဒေအကြောင်း အိမ်စာရေးဖို့ အဓိပ္ပာယ် သိချင်တယ်",
]


@pytest.mark.parametrize("text", SELF_HARM)
@pytest.mark.slow
def test_b2_self_harm_comes_before_poison(learned_engine, text):
    assert learned_engine.search(text).danger == "suicide"


@pytest.mark.parametrize(("winner", "loser"), BEATEN)
def test_b3_a_table_decides_between_kinds(world, winner, loser):
    assert loser in world.library.dangers[winner].beats


def test_b3_no_kind_beats_one_that_beats_it(world):
    dangers = world.library.dangers
    for danger in dangers.values():
        assert not any(danger.kind in dangers[loser].beats for loser in danger.beats)


@pytest.mark.parametrize(("winner", "loser"), BEATEN)
def test_b3_where_both_are_meant_the_table_decides_and_no_score(world, winner, loser):
    """The loser has the greater share and loses all the same."""
    engine = world.engine
    heard = engine.hear("my boss does not pay", "en")
    kinds = heard.kinds * 0
    kinds[engine.channels.dangers.index(winner), 0] = 1.0
    kinds[engine.channels.dangers.index(loser), 0] = 1.02
    object.__setattr__(heard, "kinds", kinds)
    found = recognised(heard, {}, engine.channels, world.library.dangers, engine.weights)
    assert found is not None
    assert found.kind == winner


def test_b3_not_free_comes_before_unpaid_wages(world):
    decision = world.engine.search("they lock us in and do not pay", "en")
    assert decision.danger == "not-free"


@pytest.mark.parametrize("text", ABOUT_THE_LAW)
@pytest.mark.slow
def test_b4_a_question_about_the_law_of_trafficking_is_no_alarm(learned_engine, text):
    assert not learned_engine.search(text).urgent


def test_b4_words_of_the_past_take_away_the_alarm_not_the_ranking(world):
    """Words such as "years ago" lower danger alone; cards are ranked as ever."""
    engine = world.engine
    now = engine.hear("a snake bit my leg", "en")
    past = engine.hear("a snake bit my leg years ago", "en")
    column = KIND_FEATURES.index("not now")
    assert not now.kinds[:-1, column].any()
    assert past.kinds[:-1, column].all()
    assert not past.kinds[-1, column]
    assert engine.weights.kinds[column] < 0
    assert not any("not now" in name for name in LABEL_FEATURES)


def test_b5_nothing_of_a_message_stays(world, tmp_path):
    """Neither in the engine nor in the vectors' cache: the second of two messages tells nothing."""
    cache = VectorCache(tmp_path)
    seen: list[str] = []

    def embed(texts):
        seen.extend(texts)
        rows = np.array([[len(text), text.count("a") + 1.0] for text in texts], dtype=np.float32)
        return np.hstack([rows, np.zeros((len(texts), 382), dtype=np.float32)])

    learned = world.engine.with_vectors(embed, cache)
    lines = len(seen)
    message = "zqxword is my name and i live in soi nine"
    learned.search(message, "en")
    assert any("zqxword" in text for text in seen[lines:])
    assert cache.missing([readings(message)[0].canonical]) != []
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert all(b"zqxword" not in file.read_bytes() for file in files)
    assert "zqxword" not in str(vars(learned))


def test_the_same_message_is_ranked_alike_whatever_was_asked_before(world):
    engine: Engine = world.engine
    first = engine.search("my boss keep my pasport", "en")
    engine.search("they lock us in", "en")
    assert engine.search("my boss keep my pasport", "en") == first
