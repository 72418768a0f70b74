"""The vectors' cache on disk, and what is handed to the library that computes them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.search import NoVectorsError, VectorCache, embedder
from bot.search.vectors import Vectors, cleaned


class Counting:
    """An embedder that counts: of a text, its length and its number among all that were asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), 384), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            self.asked.append(text)
            row[:2] = len(text), len(self.asked)
        return rows


def learn(folder: Path, embed: Counting, texts: Sequence[str]) -> VectorCache:
    """A cache of the folder that knows the texts, as the engine makes it."""
    cache = VectorCache(folder)
    cache.learn(texts, embed)
    cache.save(texts)
    return cache


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_new_cache_knows_nothing(tmp_path):
    assert VectorCache(tmp_path).missing(["a", "b", "a"]) == ["a", "b"]
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_is_loaded_again(tmp_path):
    saved = learn(tmp_path, Counting(), ["boss", "ช่วยด้วย"])
    loaded = VectorCache(tmp_path)
    assert loaded.missing(["boss", "ช่วยด้วย"]) == []
    assert np.array_equal(loaded.vectors(["ช่วยด้วย", "boss"]), saved.vectors(["ช่วยด้วย", "boss"]))
    assert loaded.vectors(["boss"])[:, :2].tolist() == [[4, 1]]
    assert loaded.vectors(["boss"]).dtype == np.float32


def test_only_missing_texts_are_computed_each_once(tmp_path):
    embed = Counting()
    learn(tmp_path, embed, ["a", "b"])
    learn(tmp_path, embed, ["b", "c", "c", "a"])
    assert embed.asked == ["a", "b", "c"]


def test_lines_that_nobody_says_any_more_are_not_kept(tmp_path):
    learn(tmp_path, Counting(), ["old", "kept"])
    learn(tmp_path, Counting(), ["kept", "new"])
    assert VectorCache(tmp_path).missing(["old", "kept", "new"]) == ["old"]


def test_no_text_stands_in_the_file(tmp_path):
    """Only hashes: nobody reads from it what people ask (protection.md B5)."""
    learn(tmp_path, Counting(), ["my boss keeps my passport"])
    raw = only_file(tmp_path).read_bytes()
    assert b"passport" not in raw
    assert b"boss" not in raw


def test_vectors_come_in_the_order_asked_for(tmp_path):
    cache = learn(tmp_path, Counting(), ["a", "bb", "ccc"])
    assert cache.vectors(["ccc", "a", "ccc"])[:, 0].tolist() == [3, 1, 3]
    assert cache.vectors([]).shape == (0, 384)


def test_a_text_that_is_not_known_is_an_error(tmp_path):
    with pytest.raises(KeyError):
        learn(tmp_path, Counting(), ["a"]).vectors(["a", "b"])


def test_lone_surrogates_can_be_kept(tmp_path):
    learn(tmp_path, Counting(), ["a\ud800b"])
    assert VectorCache(tmp_path).missing(["a\ud800b"]) == []


def test_folders_are_made_and_nothing_else_is_left_in_them(tmp_path):
    folder = tmp_path / "one" / "two"
    learn(folder, Counting(), ["a"])
    learn(folder, Counting(), ["a", "b"])
    assert only_file(folder).suffix == ".npz"


def test_where_nothing_can_be_written_the_vectors_are_still_known(tmp_path):
    learn(tmp_path, Counting(), ["a"])
    file = only_file(tmp_path)
    file.unlink()
    file.mkdir()
    assert learn(tmp_path, Counting(), ["a"]).missing(["a"]) == []
    assert only_file(tmp_path) == file
    assert VectorCache(tmp_path).missing(["a"]) == ["a"]


def test_where_a_file_stands_for_the_folder_the_vectors_are_still_known(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert learn(tmp_path / "file", Counting(), ["a"]).missing(["a"]) == []


@pytest.mark.parametrize("raw", [b"", b"PK", b"nothing of ours", b"\x80\x04\x95."])
def test_a_file_that_is_no_cache_is_computed_again(tmp_path, raw):
    learn(tmp_path, Counting(), ["a"])
    only_file(tmp_path).write_bytes(raw)
    embed = Counting()
    learn(tmp_path, embed, ["a"])
    assert embed.asked == ["a"]
    assert VectorCache(tmp_path).missing(["a"]) == []


def cut_off(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def one_byte_else(raw: bytes) -> bytes:
    middle = len(raw) // 2
    return raw[:middle] + bytes([raw[middle] ^ 0xFF]) + raw[middle + 1 :]


@pytest.mark.parametrize("spoilt", [cut_off, one_byte_else])
def test_a_spoilt_cache_is_computed_again(tmp_path, spoilt):
    learn(tmp_path, Counting(), ["a", "b"])
    file = only_file(tmp_path)
    file.write_bytes(spoilt(file.read_bytes()))
    assert VectorCache(tmp_path).missing(["a", "b"]) == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("my boss", "my boss"),
        ("ကူညီပါ", "ကူညီပါ"),
        ("", ""),
        ("a\0b", "a b"),
        ("a\ud800\udfffb", "a  b"),
        ("a" * 400, "a" * 300),
        ("ก" * 400, "ก" * 160),
        ("a" * 299 + "ก" * 99, "a" * 160),
        ("a" * 300 + "ก" * 99, "a" * 300),
    ],
)
def test_a_text_is_handed_on_without_what_stops_the_library(text, clean):
    """NUL and lone surrogates go; Latin letters are cheaper, so more of them are looked at."""
    assert cleaned(text) == clean


def test_vectors_can_be_switched_off(monkeypatch):
    monkeypatch.setenv("SALA_VECTORS", "off")
    with pytest.raises(NoVectorsError, match="switched off by SALA_VECTORS=off"):
        embedder()
