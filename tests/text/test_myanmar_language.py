"""Which language and encoding Myanmar letters are in. The sentences are our own."""

import pytest

from bot.text import canonical, guess_language, language_of, readings
from bot.text.myanmar_language import myanmar_text

SHAN = [
    "မႂ်ႇသုင်ၶႃႈ",
    "ၸွႆႈၶႃႈၼႄႈ",
    "ၶႃႈၶႂ်ႈၵႂႃႇႁူင်းယႃ",
    "ၸဝ်ႈၼၢႆးဢမ်ႇပၼ်ၵႃႈႁႅင်း",
    "ၶွပ်ႈၸႂ်ၼႃႇ",
    "ႁဝ်းဢမ်ႇမီးငိုၼ်း",
    "တူၵ်းၵၢၼ်ယူႇၸဵင်းမႂ်ႇ",
    "လုၵ်ႈႁဝ်းပဵၼ်ပဵၼ်",
    "ၵူၼ်းတႆး",
]
SGAW_KAREN = [
    "တၢ်ဘျုးဒိၣ်မး",
    "မၤစၢၤယၤ",
    "ယအဲၣ်ဒိးလဲၤဆူတၢ်ဆါဟံၣ်",
    "စ့တအိၣ်ဘၣ်",
    "ယတၢ်မၤလီၤမၢ်",
    "ယလံာ်အိၣ်ဖဲလဲၣ်",
    "ပှၤကညီဖိ",
    "ဂ့ၤလံ",
    "ကသံၣ်အိၣ်ဧါ",
]
MON = [
    "တၚ်ဂုဏ်ဗွဲမဂၠိုၚ်",
    "ရီုဗၚ်အဲညိ",
    "အဲဟွံဂွံသြန်ကမၠောန်",
    "ကမၠောန်ဟွံမွဲ",
    "သ္ၚိအဲနွံဏံ",
    "မၞိဟ်မန်",
    "ဂဥုဲနွံဟာ",
    "ကောန်ၚာ်မံၚ်ယဲ",
]
PWO_KAREN = ["ယအီၪမီၪ့", "ယဖါဒိၪမၫ", "အ်ုညာႋမေံ"]
PAO = ["ခွေꩻ", "နာꩻလဲ့"]
LANGUAGES = [
    *(("shn", text) for text in SHAN),
    *(("ksw", text) for text in SGAW_KAREN),
    *(("mnw", text) for text in MON),
    *(("pwo", text) for text in PWO_KAREN),
    *(("blk", text) for text in PAO),
]

# As typed on a Zawgyi keyboard, and the same in Unicode; by the number of letters.
TWO_TO_FOUR = [
    ("အလုပ္", "အလုပ်"),
    ("ထမင္း", "ထမင်း"),
    ("ေက်ာင္း", "ကျောင်း"),
    ("ေမာင္", "မောင်"),
    ("ျပန္", "ပြန်"),
]
FIVE_TO_EIGHT = [
    ("အလုပ္လုပ္တယ္", "အလုပ်လုပ်တယ်"),
    ("ထမင္းစားၿပီ", "ထမင်းစားပြီ"),
    ("ေက်ာင္းသြားမယ္", "ကျောင်းသွားမယ်"),
    ("ဖုန္းဆက္ပါ", "ဖုန်းဆက်ပါ"),
    ("အိမ္ျပန္ခ်င္တယ္", "အိမ်ပြန်ချင်တယ်"),
]
NINE_AND_MORE = [
    ("ပတ္စပို႔ သိမ္းထားတယ္", "ပတ်စပို့ သိမ်းထားတယ်"),
    ("ေဆး႐ုံကို ဘယ္လိုသြားရမလဲ", "ဆေးရုံကို ဘယ်လိုသွားရမလဲ"),
    ("လူနာတင္ကား ေခၚေပးပါ အျမန္", "လူနာတင်ကား ခေါ်ပေးပါ အမြန်"),
    ("အလုပ္ရွင္က ပိုက္ဆံမေပးေသးဘူး", "အလုပ်ရှင်က ပိုက်ဆံမပေးသေးဘူး"),
]
BURMESE = [*TWO_TO_FOUR, *FIVE_TO_EIGHT, *NINE_AND_MORE]

# Slips of Burmese that are shapes of other languages.
SLIPS = ["သွားကိုက်လိူ့ မခံနိုင်တော့ဘူ", "မျက်စိမူန်နေလို့ ဆေးခန်းသွားချင်တယ်", "ဒုက္ခရောက်နေတယ်"]


@pytest.mark.parametrize(("code", "text"), LANGUAGES)
def test_a_language_is_known_by_its_own_shapes_and_left_as_it_is_typed(code, text):
    assert language_of(text).code == code
    assert [reading.text for reading in readings(text)] == [text]


@pytest.mark.parametrize(("zawgyi", "unicode"), BURMESE)
def test_zawgyi_and_unicode_burmese_are_told_apart(zawgyi, unicode):
    assert myanmar_text(zawgyi).is_zawgyi
    assert not myanmar_text(unicode).is_zawgyi
    assert guess_language(zawgyi) == guess_language(unicode) == "my"


@pytest.mark.parametrize(("zawgyi", "unicode"), BURMESE)
def test_both_are_read_as_the_same_words(zawgyi, unicode):
    assert [reading.canonical for reading in readings(zawgyi)] == [canonical(unicode)]
    assert [reading.text for reading in readings(unicode)] == [unicode]


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_does_not_make_burmese_another_language(text):
    assert guess_language(text) == "my"
    assert [reading.text for reading in readings(text)] == [text]


def test_what_nothing_tells_apart_is_taken_for_burmese():
    assert language_of("မာလာ").code == "my"
    assert language_of("မာလာ").because == (
        "nothing tells the languages in Myanmar letters apart, and most are Burmese"
    )


REASONS = [
    ("ၶွပ်ႈၸႂ်", "it has letters of Shan"),
    ("တၢ်မၤ", "it has tones of S'gaw Karen"),
    ("ဍုၚ်", "it has the nga of Mon"),
    ("ေမာင္", "it has an e before its letter, as Zawgyi writes it"),
    ("မရဘူး", "it has a syllable of Burmese"),
]


@pytest.mark.parametrize(("text", "because"), REASONS)
def test_the_reason_names_what_was_seen(text, because):
    assert language_of(text).because == because
