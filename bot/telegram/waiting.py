"""How long Telegram asks to wait."""

from datetime import timedelta

from telegram.error import RetryAfter


def seconds_of(error: RetryAfter) -> float:
    """Seconds, in whichever form the library gives them: its switch PTB_TIMEDELTA decides."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
