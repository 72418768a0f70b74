"""The Engine: channels, scores, decision, danger, intents."""

from bot.search.decision import CHOICES, Decision, Evidence, Hit, Spoke
from bot.search.engine import Engine
from bot.search.vectors import Embedder, NoVectorsError, VectorCache, embedder
from bot.search.weights import Weights

__all__ = [
    "CHOICES",
    "Decision",
    "Embedder",
    "Engine",
    "Evidence",
    "Hit",
    "NoVectorsError",
    "Spoke",
    "VectorCache",
    "Weights",
    "embedder",
]
