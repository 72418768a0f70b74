"""Systems that find the card for a query: what a project would otherwise take, and Sala."""

import sqlite3
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.app import vector_cache
from bot.search import embedder
from bot.search.channels import Channels
from bot.search.deck import Deck, Line
from bot.search.ranking import rank
from bot.search.weights import read_weights
from bot.text import canonical, readings, skeleton

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
            # Not saved: the cache on disk is that of Sala's own lines.
            cache.learn(channels.deck.canonical, embed)
            channels = channels.with_vectors(cache, embed)
        weights = with_vectors if meaning else letters

        def ask(text: str) -> tuple[str, float]:
            read = readings(text)
            if not any(each.skeleton for each in read):
                return "", 0.0
            heard = channels.hear(read, ())
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
