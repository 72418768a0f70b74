"""Small hand-made things that tests of several folders need."""

from collections.abc import Sequence
from pathlib import PurePosixPath

import numpy as np

from bot.content import Danger, DangerKind, DangerText
from bot.search import Embedder
from bot.search.vectors import Vectors


def danger(kind: str, texts: dict[str, DangerText]) -> Danger:
    """A kind of danger of which nothing but its texts is known."""
    return Danger(
        kind=DangerKind(kind),
        path=PurePosixPath(f"content/dangers/{kind}.yaml"),
        quiet=False,
        urgent=True,
        card=None,
        beats=(),
        facts=(),
        places=(),
        show=(),
        texts=texts,
    )


def embedder_of(meanings: Sequence[Sequence[str]]) -> Embedder:
    """One number for each meaning of which a word is spoken, and one for all that is left."""

    def embed(texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), 384), dtype=np.float32)
        for row, text in enumerate(texts):
            for number, words in enumerate(meanings):
                vectors[row, number] = any(word in text for word in words)
            vectors[row, -1] = not vectors[row].any()
            vectors[row] /= np.linalg.norm(vectors[row])
        return vectors

    return embed
