"""Letters: canonical form and skeleton per script, Zawgyi, which language it may be."""

from bot.text.canonical import canonical
from bot.text.ends import ends
from bot.text.readings import Reading, readings
from bot.text.script import Guess, guess_language, is_spaceless, language_of
from bot.text.skeleton import skeleton

__all__ = [
    "Guess",
    "Reading",
    "canonical",
    "ends",
    "guess_language",
    "is_spaceless",
    "language_of",
    "readings",
    "skeleton",
]
