"""Lint rules, the questions people ask, evaluation, facts due."""

from bot.check.due import due
from bot.check.evaluation import Report, evaluate
from bot.check.questions import Question, read_questions
from bot.check.run import check

__all__ = ["Question", "Report", "check", "due", "evaluate", "read_questions"]
