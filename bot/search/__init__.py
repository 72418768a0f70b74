"""The Engine: channels, scores, decision, danger, intents."""

from bot.search.decision import Decision, Evidence, Hit
from bot.search.engine import Engine
from bot.search.vectors import Embedder, NoVectorsError, VectorCache, embedder

__all__ = [
    "Decision",
    "Embedder",
    "Engine",
    "Evidence",
    "Hit",
    "NoVectorsError",
    "VectorCache",
    "embedder",
]
