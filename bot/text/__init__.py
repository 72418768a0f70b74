"""Letters: canonical form and skeleton per script, Zawgyi, which script it is."""

from bot.text.canonical import canonical
from bot.text.ends import ends
from bot.text.readings import Reading, readings
from bot.text.script import guess_language, is_spaceless
from bot.text.skeleton import skeleton

__all__ = ["Reading", "canonical", "ends", "guess_language", "is_spaceless", "readings", "skeleton"]
