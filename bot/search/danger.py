"""Which kind of danger a message shows, whatever the ranking of cards says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.content import Danger, DangerKind
from bot.search.channels import Channels, Heard
from bot.search.choice import shares
from bot.search.groups import Likeness
from bot.search.weights import Weights

# A kind beats another where both are meant, not where it is a far second.
_MEANT: Final = 0.25


@dataclass(frozen=True)
class Recognised:
    """A kind of danger and what showed it, in words for `--explain`."""

    kind: DangerKind
    because: str


def recognised(
    heard: Heard,
    signs: Mapping[str, str],
    channels: Channels,
    dangers: Mapping[DangerKind, Danger],
    weights: Weights,
) -> Recognised | None:
    """The kind of danger, or None. The table `beats` decides between kinds that are both meant."""
    if not channels.dangers:
        return None
    of_kinds, _ = shares(heard.kinds, weights.kinds)
    if of_kinds[:-1].sum() < weights.danger_from:
        return None
    share = dict(zip(map(DangerKind, channels.dangers), of_kinds.tolist(), strict=False))
    most = max(share.values())
    meant = {kind for kind, part in share.items() if part >= most * _MEANT}
    beaten = {loser for kind in meant for loser in dangers[kind].beats}
    kind = max(meant - beaten or meant, key=lambda each: (share[each], each))
    return Recognised(kind, _because(kind, heard, signs, channels))


def _because(kind: DangerKind, heard: Heard, signs: Mapping[str, str], channels: Channels) -> str:
    if kind in signs:
        return f"the words “{signs[kind]}”"
    nearest = _nearest(kind, heard.letters if heard.meaning is None else heard.meaning, channels)
    how = "letters" if heard.meaning is None else "meaning"
    return f"the known line “{nearest}”, near in {how}"


def _nearest(kind: str, likeness: Likeness, channels: Channels) -> str:
    rows = channels.kinds.best(likeness)[1]
    return channels.deck.lines[int(rows[channels.kinds.names.index(kind)])].text
