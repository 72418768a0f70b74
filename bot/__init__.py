"""Sala answers migrants' questions from short cards, in their own language."""

__version__ = "0.1.0"
