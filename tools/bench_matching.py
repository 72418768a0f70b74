"""Matching, side by side in one run: Sala and what a project would otherwise take from PyPI.

Reads ../shared/bench (public data sets, not part of this repository) where it is there. Every
system sees the same phrases and the reported half of the queries; nobody is told which queries no
card answers. Its confidence in its first card decides where it answers: at the threshold at which
5 % of the unanswerable queries get an answer, so many of the answerable ones get the right one.
"""

import json
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench_peers import SYSTEMS, Bench, Query, as_deck

from bot.check.questions import is_for_tuning
from bot.search import NoVectorsError
from bot.search.channels import Channels
from bot.search.ranking import rank
from bot.search.weights import read_weights
from bot.text import readings

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
FALSE_ANSWERS = 0.05
SAMPLES = 1000
SEED = 20261124
SIZES = (1_000, 10_000, 100_000)
PEER = "rapidfuzz QRatio"


@dataclass(frozen=True)
class Result:
    """Per query: right first or not, and the confidence."""

    right: np.ndarray
    sure: np.ndarray


def benches() -> Iterator[Bench]:
    """The data sets that are there, each with the half of its queries that may be reported."""
    for folder in sorted(BENCH.glob("*/deck.jsonl")):
        deck = list(map(json.loads, folder.read_text(encoding="utf-8").splitlines()))
        asked = (folder.parent / "queries.jsonl").read_text(encoding="utf-8").splitlines()
        pairs = [(phrase, card["card"]) for card in deck for phrase in card["phrases"]]
        queries = [Query(each["text"], each["card"]) for each in map(json.loads, asked)]
        yield Bench(
            folder.parent.name,
            tuple(phrase for phrase, _ in pairs),
            tuple(card for _, card in pairs),
            tuple(each for each in queries if not is_for_tuning(each.text)),
        )


def answered_correctly(result: Result, answerable: np.ndarray) -> float:
    """The share of answerable queries answered correctly where 5 % of the others get an answer."""
    others = np.sort(result.sure[~answerable])[::-1]
    allowed = int(FALSE_ANSWERS * len(others))
    threshold = others[allowed] if allowed < len(others) else -np.inf
    return float((result.right & (result.sure > threshold))[answerable].mean())


def beyond(result: Result, peer: Result, answerable: np.ndarray) -> tuple[float, float]:
    """The 95 % interval of the lead over a peer, by a paired bootstrap over the queries."""
    chance = np.random.default_rng(SEED)
    leads = []
    for _ in range(SAMPLES):
        rows = chance.integers(0, len(answerable), len(answerable))
        mine = answered_correctly(Result(result.right[rows], result.sure[rows]), answerable[rows])
        theirs = answered_correctly(Result(peer.right[rows], peer.sure[rows]), answerable[rows])
        leads.append(mine - theirs)
    low, high = np.percentile(leads, [2.5, 97.5])
    return float(low), float(high)


def compare() -> None:
    """Print one table per measure: systems by data sets."""
    first: dict[str, list[float]] = {}
    answered: dict[str, list[float]] = {}
    leads: dict[str, list[tuple[float, float]]] = {}
    cost: dict[str, list[float]] = {}
    names = []
    for bench in benches():
        names.append(bench.name)
        answerable = np.array([query.card is not None for query in bench.queries])
        results: dict[str, Result] = {}
        for name, build in SYSTEMS.items():
            try:
                ask = build(bench)
            except NoVectorsError as reason:
                print(f"{name}: left out, {reason}")
                continue
            began = time.perf_counter()
            told = [ask(query.text) for query in bench.queries]
            cost.setdefault(name, []).append((time.perf_counter() - began) / len(told) * 1000)
            pairs = zip(told, bench.queries, strict=True)
            right = np.array([card == query.card for (card, _), query in pairs])
            results[name] = Result(right, np.array([sure for _, sure in told]))
            first.setdefault(name, []).append(float(right[answerable].mean()))
            answered.setdefault(name, []).append(answered_correctly(results[name], answerable))
        for name in SYSTEMS:
            if name.startswith("Sala") and name in results:
                lead = beyond(results[name], results[PEER], answerable)
                leads.setdefault(name, []).append(lead)
        print(f"{bench.name}: {len(bench.phrases)} phrases, {len(bench.queries)} queries")
    _table("right first, % of answerable", names, first)
    _table(f"answered correctly at {FALSE_ANSWERS:.0%} false answers, %", names, answered)
    print(f"lead over {PEER}, 95 % interval of a paired bootstrap, points:")
    for name, intervals in leads.items():
        cells = "".join(
            f"{f'{low * 100:+.1f} to {high * 100:+.1f}':>18}" for low, high in intervals
        )
        print(f"  {name:<28}{cells}")
        mean = statistics.mean(answered[name]) / statistics.mean(answered[PEER])
        print(f"  {'':<28}on the mean over the sets {mean:.2f} times as many as {PEER}")
    _table("milliseconds a query", names, cost, scale=1)


def _table(
    title: str, names: Sequence[str], rows: dict[str, list[float]], scale: float = 100
) -> None:
    print(f"{title}:")
    print(f"  {'':<28}" + "".join(f"{name:>14}" for name in names) + f"{'mean':>9}")
    for name, numbers in rows.items():
        cells = "".join(f"{number * scale:14.1f}" for number in numbers)
        print(f"  {name:<28}{cells}{statistics.mean(numbers) * scale:9.1f}")


def sizes() -> None:
    """Print what one message costs by letters at three sizes of the deck."""
    phrases = list(dict.fromkeys(phrase for bench in benches() for phrase in bench.phrases))
    queries = [query.text for bench in benches() for query in bench.queries][::7]
    print("one message by letters alone, milliseconds (phrases beyond the data are mixed from it):")
    _, weights = read_weights()
    for size in SIZES:
        chance = np.random.default_rng(SEED)
        lines = list(phrases[:size])
        while len(lines) < size:
            one, two = chance.integers(0, len(phrases), 2)
            lines.append(f"{phrases[one]} {phrases[two]}")
        cards = tuple(f"{number // 20}" for number in range(size))
        began = time.perf_counter()
        channels = Channels(as_deck(Bench("", tuple(lines), cards, ())))
        built = time.perf_counter() - began
        times = []
        for text in queries:
            began = time.perf_counter()
            rank(channels.hear(readings(text), ()).labels, channels, weights)
            times.append((time.perf_counter() - began) * 1000)
        low, high = np.percentile(times, [50, 99])
        print(f"  {size:>7} lines: p50 {low:6.2f}  p99 {high:6.2f}  (built in {built:.1f} s)")


def main() -> None:
    """Measure and print."""
    if not BENCH.exists():
        print(f"No matching benchmark: its public data sets are not at {BENCH}.")
        return
    compare()
    sizes()


if __name__ == "__main__":
    main()
