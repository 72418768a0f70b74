"""What only one language or encoding in Myanmar letters writes, each with its weight.

Zawgyi uses the code points of Shan, Karen and Mon for parts of Burmese letters, so that a single
sign tells nothing: only its place beside others does.
"""

import re
from dataclasses import dataclass
from typing import Final

# Letters that can carry vowels: those of Burmese, and of Mon, Karen and Shan.
_BURMESE: Final = "က-အဣ-ဪ"
_LETTER: Final = "က-ဪဿၐ-ၕၚ-ၝၡၥၦၮ-ၰၵ-ႁႎ"
_BELOW: Final = "ျ-ှၞ-ၠႂ"
# Burmese and Pali stack these pairs; another pair around U+1039 is Zawgyi or Mon.
_STACKS: Final = (
    "(?:က္[ကခလသ]|ဂ္[ဂဃ]|င္[ကခဂဃ]|စ္[စဆ]|ဇ္[ဇဈ]|[ဉည]္[စဆဇဈဉည]|ဋ္[ဋဌ]|ဍ္[ဍဎ]|ဏ္[ဋဌဍဎဏ]"
    "|တ္[တထမ]|ဒ္[ဒဓမ]|န္[တထဒဓန]|ပ္[ပဖ]|ဗ္[ဗဘ]|မ္[ပဖဗဘမ]|လ္[လယ]|သ္[သတမဝ]|ယ္ယ|ဠ္ဠ|ဟ္မ|်္.)"
)
_MON_ONSET: Final = f"(?!{_STACKS})[ကခဂတထဒပဗမလသစဇန]္[ကခဂဃစဇညဍဏတထဒဓပဗမဝယရလဟၚၜၞအ]"
# After U+107E and U+1081, which are ra in Zawgyi, fa and ha in Shan; Shan would close the syllable
# with a killed letter.
_BEFORE_BURMESE: Final = rf"(?=[{_BURMESE}](?!်)(?!\S{{0,3}}[ႇ-ႊ]))"
_NO_E_BEFORE: Final = "(?<!ေ.)(?<!ေ[ျ-ှ].)"


@dataclass(frozen=True)
class Shape:
    """What is looked for, in words that follow "it has", and how much it tells."""

    weight: int
    what: str
    pattern: re.Pattern[str]


def _shapes(*rows: tuple[int, str, str]) -> tuple[Shape, ...]:
    return tuple(Shape(weight, what, re.compile(pattern)) for weight, what, pattern in rows)


ZAWGYI: Final = _shapes(
    (3, "an e before its letter", rf"(?<![{_LETTER}{_BELOW}်ၢ])ေ(?=[{_BURMESE}ျႏၾ-ႄ႐])"),
    (3, "the sign U+1039 with nothing under it", rf"္(?![{_LETTER}])"),
    (
        2,
        "the sign U+1039 between letters that are not stacked",
        (
            rf"္(?=[{_BURMESE}])(?!ဍ)(?<=[^\sံးၚ၊။][{_BURMESE}]္)(?<![ငညတန]်[{_BURMESE}]္)"
            f"(?!.(?<={_STACKS}))"
        ),
    ),
    (3, "a ra before its letter", rf"(?<![{_LETTER}{_BELOW}်])ျ(?=[{_BURMESE}])"),
    (
        3,
        "a ra of another width before its letter",
        rf"[ၿႀ](?=[{_BURMESE}])|(?<![{_LETTER}{_BELOW}])[ႂ-ႄ](?=[{_BURMESE}])|[ၾႁ]{_BEFORE_BURMESE}",
    ),
    (3, "a short na or ra with a vowel", "[ႏ႐](?=[ာိီဲုူံျ-ှဳဴေွၱ-ၷ])"),
    (3, "the dot U+1094 or U+1095 after a letter", "(?<=[က-႟])[႔႕](?![႐-႙])"),
    (3, "a long u beside i", "[ိံ][ဳဴ]|[ဳဴ][ိံ]"),
    (2, "a long u after ya or ra", "[်ၽ][ဳဴ]|[ျၾ-ႄ].[ဳဴ]"),
    (2, "a ya with a vowel after it", rf"[{_BURMESE}](?:[်ၽ][ာိီဲံွြ])"),
    (3, "a tall aa U+105A after e", rf"ေ[ျၾ-ႄ]?[{_BURMESE}][ျ-ှ]?ၚ(?!်)"),
    (
        2,
        "a small letter below",
        "မ[ၻၺ]|ကၡ|ဂ[ၢၤ]|တ[ၱၳ]|ဒ[ၵၶ]|ႏၷ|ပ[ၸၹ]|စ[ၥၦ]|ဇၨ|ဗ[ၺၻ]|သၱ|လႅ|၎(?!င်း)",
    ),
    (2, "a ha with u in one sign", r"(?<=[မရလၫန႐ယ])[ႈႉ](?=[ိ႔့း]|$|\s|[က-အ]္)"),
    (2, "a wa where Unicode would have ra", "[ထလရနဆ]ြ"),
    (3, "a wa where Unicode would have ha", "ရွိ"),
    (1, "a u after the dot above", "ံု"),
    (1, "a wa with ha in one sign", "[ရလမၫ]ႊ(?=[ာဲနတမင]?္?)"),
)
UNICODE: Final = _shapes(
    (3, "an e after its letter", rf"ေ(?![{_LETTER}ျၾ-ႄႏ႐])"),
    (2, "a killed letter at the end of a syllable", "[ငညတနဏဒဉၚၵၼ]်(?![ာိီဲံ])"),
    (1, "a killed letter at the end of a syllable", "[ကပမယသလဝဂအဟဗ]်(?![ာိီဲံဳဴေ])"),
    (1, "a killed letter with a tone", "[က-အ](?:့်|်း)"),
    (3, "a killer after aa", "[ာါ]်"),
    (3, "a small nga above", f"င်္[{_BURMESE}]"),
    (2, "a ya after its letter", "[က-အ]ျ[ာိီုူဲံွှ့း]"),
    (2, "a wa where Zawgyi would have ha", "[ကခဂစဆဇတထဒပဖဗဘသအ]ွ"),
    (2, "a ha with ra or wa", "[က-အ][ျြွ]*ှ"),
)
BURMESE: Final = _shapes(
    (2, "an ending that only Burmese has", "[ညဏစ]့?်|ော့?်|ို့|[ခတရနမ]ဲ့|ယာဉ်"),
    (
        1,
        "a syllable of Burmese",
        (
            "တယ်|ဘူး|များ|[မနရ]ှ[ာိုေ]|ျွန်|ချ[ငိ]|ကြ[ီိေော]|ဖြ|မြ|ပြ[ောန]|[ကခပဖမ]ြေ(?![က-အဝ]်)|ွေး"
            "|ပါ(?:တယ|ဘူး|ရ|စေ)|[ခစပသလရတနကမဆ]ေး|ွင့်|ိုက်ဆံ|သား|စာ(?![က-အ]်)"
        ),
    ),
)
SHAN: Final = _shapes(
    (3, "a tone of Shan after a killed letter", "်[ႇႈႉႊ]"),
    (
        2,
        "letters of Shan",
        (
            "[ၵၶၸၺၼၽၾႁ](?<![ႏဒ].)(?<!ပၸ)(?!(?<=မၼ)(?!်))(?!(?<=[က-ဗမလ]ၽ)[ြွာိီံဳဴု])"
            f"(?!(?<=[ၾႁ]){_BEFORE_BURMESE})"
        ),
    ),
    (3, "a vowel of Shan in two signs", "ိူ[က-ႁ]်"),
    (2, "a stop or a w with a high tone", "[ကတပဝ]်း"),
    (2, "a uu with an ending", "ူ[ငတနဝ]်|ူမ်(?![ာိီး])"),
    (2, "a ui with w", "ိုဝ်"),
    (1, "a w as an ending", "ဝ်"),
    (2, "the a of Shan", "ဢ"),
    (2, "vowels of Shan", "ဵ(?!ု)|[ႃႄႅႆ]|ႂ်|ႂႃ|ၢ[ၼၵငမတပဝႆႇႈႉႊး]"),
    (2, "a tone of Shan after a vowel", "[ာႃိီုူႄႅႆေဝ][ႇႈႉႊ]"),
    (1, "digits of Shan", "[႐-႙]{2}"),
)
SGAW_KAREN: Final = _shapes(
    (4, "tones of S'gaw Karen", "[ၢၣ]်"),
    (
        3,
        "the tone U+1064 of S'gaw Karen",
        "[ိီုူဲံာါ့ၢှျြွ]ၤ|[က-ဟ]ၤ(?![ာါိီုူေ]|[က-အ]္)",
    ),
    (2, "the tone U+1063 of S'gaw Karen", "ၣ"),
    (4, "an aa with a killer after a vowel", "[ိီုူဲံ့]ာ်|[ၢၥ]ၲ"),
    (2, "an aa with a killer and no e", "(?<!ေ)(?<!ေ[က-အ])(?<!ေ[က-အ][ျ-ှ])(?<!ကျ)ာ်"),
    (2, "a killed letter at the start of a word", r"(?:^|(?<=\s))[ဒနတ]်(?![ာ-ံ])|ဘျ[ံ့]"),
    (1, "a dot below as a vowel", "(?<![ိီုူေဲံာါ])(?<![ိီုူေဲံာါ].)[က-အ][ျ-ှ]?့(?!်)"),
    (2, "the vowel U+1062 of S'gaw Karen", "(?<!ဂ)ၢ(?![ၼၵငမတပဝႆႇႈႉႊ])"),
    (2, "the sha of S'gaw Karen", "(?<!က)ၡ"),
    (2, "a dot below with a tone of S'gaw Karen", "့[ၣၢ]"),
)
PWO_KAREN: Final = _shapes(
    (3, "letters of Western Pwo Karen", "(?<!စ)[ၥၦ]"),
    (3, "tones of Western Pwo Karen", "[ၩၪၫၬၭ](?![္ွႊြံႈႉ])|(?<!ဇ)[ၧၨ]"),
    (4, "letters of Eastern Pwo Karen", "[ၮၯၰ]"),
    (4, "a tone of Eastern Pwo Karen", "ႋ"),
    (3, "a killer with u", "်ု"),
    (2, "a u with ai", "ုဲ"),
    (1, "letters of Pwo Karen and Mon", "[ၜၞၠ]"),
    (
        2,
        "a vowel and an ending of Pwo Karen",
        f"ေံ|ေါဟ်|[ုိ]ဂ်|ါ{_NO_E_BEFORE}င့?်|ိုဝ့?်(?!း)",
    ),
    (1, "a w or h as an ending", "[ဝဟ]့?်"),
)
MON: Final = _shapes(
    (3, "the nga of Mon", "ၚ်|္ၚ|ၚ[ိီုူဲာေ]"),
    (3, "letters of Mon", "[ၛၜၝၞၟဨ]"),
    (2, "a la below", "(?<!က)ၠ|ကၠ[ောိုံဲါ]"),
    (3, "the ii of Mon", "(?<![ိံ်ၽ])(?<![ျၾ-ႄ].)[ဳဴ](?![ိံ])"),
    (3, "a dda below a letter that Burmese does not stack it on", "[က-ညတ-ဟ]္ဍ"),
    (3, "the e with u of Mon", "ဵု"),
    (3, "vowels that only Mon joins", "ီု|ဲါ|[ါာ]ဲ|ေုာ|ှ်ေ|ံ[ကၚဟ]်"),
    (2, "an h or a as an ending", "(?<!လာ)[ဟအ]်(?!ု)"),
    (1, "a w as an ending", "ဝ်(?![ႇႈႉႊး])"),
    (
        2,
        "a vowel and an ending of Mon",
        (
            "ိ[ကဟ]်|ု(?<![တိ].)က်|ော(?:[နတမပဟဝ]်|ံ)|ေ(?<=[က-အှ].)[တနမငဝ]့?်(?![ာ-း])"
            f"|ာ{_NO_E_BEFORE}[ကင]့?်|ါ{_NO_E_BEFORE}(?:[ကင]့?်|[နပမ]်)"
        ),
    ),
    (2, "an aa with a killer and no e", "ာ(?<=[က-အ].)(?<!ေ..)(?<!ေ[ျ-ှ]..)(?<!ေ[ျ-ှ][ျ-ှ]..)်(?!း)"),
    (2, "a ha below with a killer", "[က-ယသဟအ]ှ်"),
    (3, "a stacked beginning of Mon", rf"(?:^|(?<=[\sံးၚ])|(?<=[ငညတန]်)){_MON_ONSET}"),
    (1, "a stacked beginning of Mon after a vowel", f"(?<=[ာိီုူဲ]){_MON_ONSET}"),
    (1, "an ending of Mon", "[ဂဟမ]ွံ|ဍုၚ်|ဍ[ေုိာ]"),
    (2, "a u with ai", "ုဲ"),
)
PAO: Final = _shapes(
    (4, "a tone of Pa'O", "ꩻ"),
    (3, "the tone U+108F of Pa'O", "ႏ(?![ာိီဲုူံျ-ှဳဴေၱ-ၷ])"),
)
