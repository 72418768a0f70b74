"""Matching, side by side in one run: Sala and what a project would otherwise take from PyPI.

Reads ../shared/bench (public data sets, not part of this repository) where it is there. Every
system sees the same phrases and the reported half of the queries; nobody is told which queries no
card answers. Its confidence in its first card decides where it answers: at the threshold at which
5 % of the unanswerable queries get an answer, so many of the answerable ones get the right one.
"""

import json
import sqlite3
import statistics
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench"
sys.path.insert(0, str(ROOT))

from bot.app import vector_cache  # noqa: E402
from bot.search import NoVectorsError, embedder  # noqa: E402
from bot.search.channels import Channels  # noqa: E402
from bot.search.deck import Deck, Line  # noqa: E402
from bot.search.ranking import rank  # noqa: E402
from bot.search.weights import read_weights  # noqa: E402
from bot.text import canonical, readings, skeleton  # noqa: E402

FALSE_ANSWERS = 0.05
SAMPLES = 1000
SEED = 20261124
SIZES = (1_000, 10_000, 100_000)

Ask = Callable[[str], tuple[str, float]]
"""The first card for a query, and how sure the system is of it; greater is surer."""


@dataclass(frozen=True)
class Query:
    """What somebody writes, and the card that answers it; None when no card does."""

    text: str
    card: str | None


@dataclass(frozen=True)
class Bench:
    """One data set: phrases with their cards, and queries."""

    name: str
    phrases: tuple[str, ...]
    cards: tuple[str, ...]
    queries: tuple[Query, ...]


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


def is_for_tuning(text: str) -> bool:
    """The same split as that of tests/questions."""
    return sha256(text.encode("utf-8", "replace")).digest()[0] % 2 == 0


def light(text: str) -> str:
    """What every peer gets: NFKC and lower case; rapidfuzz's own processor deletes vowels."""
    return unicodedata.normalize("NFKC", text).casefold()


def by_rapidfuzz(scorer: Callable[..., float]) -> Callable[[Bench], Ask]:
    """A peer that takes the likest phrase."""

    def build(bench: Bench) -> Ask:
        phrases = list(map(light, bench.phrases))

        def ask(text: str) -> tuple[str, float]:
            scores = process.cdist([light(text)], phrases, scorer=scorer, dtype=np.float32)[0]
            best = int(scores.argmax())
            return bench.cards[best], float(scores[best])

        return ask

    return build


def by_bm25(bench: Bench) -> Ask:
    """bm25s over words, as its own tokenizer makes them."""
    import bm25s  # noqa: PLC0415

    index = bm25s.BM25()
    words = bm25s.tokenize(list(map(light, bench.phrases)), stopwords=None, show_progress=False)
    index.index(words, show_progress=False)

    def ask(text: str) -> tuple[str, float]:
        query = bm25s.tokenize([light(text)], stopwords=None, show_progress=False)
        found, scores = index.retrieve(query, k=1, show_progress=False)
        return bench.cards[int(found[0, 0])], float(scores[0, 0])

    return ask


def by_tfidf(bench: Bench) -> Ask:
    """scikit-learn's TF-IDF over 2 to 4 letters, cosine."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    matrix = vectorizer.fit_transform(map(light, bench.phrases))

    def ask(text: str) -> tuple[str, float]:
        scores = (matrix @ vectorizer.transform([light(text)]).T).toarray()[:, 0]
        best = int(scores.argmax())
        return bench.cards[best], float(scores[best])

    return ask


def by_fts5(bench: Bench) -> Ask:
    """SQLite's full-text search with its trigram tokenizer, any of the trigrams, its own BM25."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE phrase USING fts5(text, tokenize='trigram')")
    rows = [(light(phrase),) for phrase in bench.phrases]
    database.executemany("INSERT INTO phrase(text) VALUES (?)", rows)

    def ask(text: str) -> tuple[str, float]:
        plain = light(text).replace('"', " ")
        grams = {plain[at : at + 3] for at in range(len(plain) - 2)}
        wanted = " OR ".join(f'"{gram}"' for gram in sorted(grams))
        select = "SELECT rowid, rank FROM phrase WHERE phrase MATCH ? ORDER BY rank LIMIT 1"
        found = database.execute(select, (wanted,)).fetchone() if wanted else None
        return (bench.cards[found[0] - 1], -found[1]) if found else ("", 0.0)

    return ask


def by_tantivy(bench: Bench) -> Ask:
    """Tantivy over 2 to 3 letters."""
    import tantivy  # noqa: PLC0415

    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(2, 3, prefix_only=False))
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("text", tokenizer_name="grams")
    schema.add_unsigned_field("row", stored=True)
    index = tantivy.Index(schema.build())
    index.register_tokenizer("grams", analyzer.build())
    writer = index.writer()
    for row, phrase in enumerate(bench.phrases):
        writer.add_document(tantivy.Document(text=light(phrase), row=row))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(text: str) -> tuple[str, float]:
        plain = light(text)
        grams = {plain[at : at + n] for n in (2, 3) for at in range(len(plain) - n + 1)}
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "text", gram))
            for gram in sorted(grams)
        ]
        hits = searcher.search(tantivy.Query.boolean_query(terms), 1).hits if terms else []
        if not hits:
            return "", 0.0
        score, address = hits[0]
        return bench.cards[searcher.doc(address)["row"][0]], float(score)

    return ask


def as_deck(bench: Bench) -> Deck:
    """The phrases as Sala keeps lines."""
    lines = tuple(
        Line(phrase, "", f"bench/{card}", None)
        for phrase, card in zip(bench.phrases, bench.cards, strict=True)
    )
    forms = tuple(canonical(line.text) for line in lines)
    return Deck(lines, forms, tuple(map(skeleton, forms)))


def by_sala(*, meaning: bool) -> Callable[[Bench], Ask]:
    """Sala's own ranking with the weights that it has learned from its own questions."""

    def build(bench: Bench) -> Ask:
        channels = Channels(as_deck(bench))
        with_vectors, letters = read_weights()
        if meaning:
            embed, cache = embedder(), vector_cache()
            missing = cache.missing(channels.deck.canonical)
            for start in range(0, len(missing), 64):
                batch = missing[start : start + 64]
                cache.add(batch, embed(batch))
            channels = channels.with_vectors(cache, embed)
        weights = with_vectors if meaning else letters

        def ask(text: str) -> tuple[str, float]:
            read = readings(text)
            if not any(each.skeleton for each in read):
                return "", 0.0
            heard = channels.hear(read, None, {})
            label, sure = rank(heard.labels, channels, weights).cards[0]
            return label.removeprefix("bench/"), sure

        return ask

    return build


SYSTEMS: dict[str, Callable[[Bench], Ask]] = {
    "rapidfuzz WRatio": by_rapidfuzz(fuzz.WRatio),
    "rapidfuzz QRatio": by_rapidfuzz(fuzz.QRatio),
    "rapidfuzz token_set_ratio": by_rapidfuzz(fuzz.token_set_ratio),
    "BM25 (bm25s)": by_bm25,
    "TF-IDF (scikit-learn)": by_tfidf,
    "SQLite FTS5 trigram": by_fts5,
    "tantivy, n-grams": by_tantivy,
    "Sala, by letters alone": by_sala(meaning=False),
    "Sala, with meaning": by_sala(meaning=True),
}
PEER = "rapidfuzz QRatio"


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
            rank(channels.hear(readings(text), None, {}).labels, channels, weights)
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
