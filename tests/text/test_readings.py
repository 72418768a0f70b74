"""readings(): a message as Unicode, as Zawgyi, or as either. The examples are our own."""

import pytest

from bot.text import canonical, readings, skeleton

# As typed on a Zawgyi keyboard, and the same in Unicode.
ZAWGYI = [
    ("ကြၽန္ေတာ္", "ကျွန်တော်"),
    ("ေဆး႐ုံ", "ဆေးရုံ"),
    ("ျမန္မာ", "မြန်မာ"),
    ("အိမ္ရွင္", "အိမ်ရှင်"),
    ("ႏိုင္ငံကူးလက္မွတ္", "နိုင်ငံကူးလက်မှတ်"),
]
LEFT_AS_ZAWGYI = [
    ("သူေဌးက လစာမေပးဘူး", "သူဌေးက လစာမပေးဘူး"),
    ("ေနမေကာင္းဘူး", "နေမကောင်းဘူး"),
    ("ကြၽန္ေတာ္ ေနမေကာင္းဘူး", "ကျွန်တော် နေမကောင်းဘူး"),
    ("အလုပ္", "အလုပ်"),
    ("ရွိ", "ရှိ"),
]


@pytest.mark.parametrize(("zawgyi", "unicode"), ZAWGYI)
def test_zawgyi_is_read_as_the_unicode_it_means(zawgyi, unicode):
    assert [reading.canonical for reading in readings(zawgyi)] == [canonical(unicode)]


@pytest.mark.parametrize(("zawgyi", "unicode"), LEFT_AS_ZAWGYI)
def test_zawgyi_is_converted_whatever_the_converter_thinks(zawgyi, unicode):
    assert [reading.canonical for reading in readings(zawgyi)] == [canonical(unicode)]


@pytest.mark.parametrize("unicode", [unicode for _, unicode in (*ZAWGYI, *LEFT_AS_ZAWGYI)])
def test_unicode_stays_as_it_is(unicode):
    assert [reading.text for reading in readings(unicode)] == [unicode]


def test_what_may_be_either_is_read_both_ways():
    """The likelier reading first; without stacked or killed letters nothing tells them apart."""
    assert [reading.text for reading in readings("ပိုက္ဆံ")] == ["ပိုက်ဆံ", "ပိုက္ဆံ"]
    assert [reading.text for reading in readings("မအေလိုး")] == ["မအလေိုး", "မအေလိုး"]


def test_the_same_reading_is_not_given_twice():
    """Converting what looks the same in Zawgyi and Unicode changes nothing."""
    assert [reading.text for reading in readings("ကူညီပါ")] == ["ကူညီပါ"]
    assert [reading.text for reading in readings("ရဲလား")] == ["ရဲလား"]


@pytest.mark.parametrize("text", ["my boss hit me", "ช่วยด้วย", "", "\0", "\ud800"])
def test_without_burmese_letters_there_is_one_reading(text):
    assert [reading.text for reading in readings(text)] == [text]


def test_a_reading_has_both_forms():
    (reading,) = readings("My PASSPORT!")
    assert reading.canonical == "my passport"
    assert reading.skeleton == skeleton("my passport") == "my pasport"
