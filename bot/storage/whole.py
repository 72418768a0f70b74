"""What was begun is finished, also where nobody waits for it any more."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def whole(method: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    """The method, which runs to its end where the task that called it is cancelled.

    Otherwise SQLAlchemy throws the connection away in the middle of its work, and whoever comes
    next waits for another one: one second for each cancelled task, measured.
    """

    @wraps(method)
    async def finished(*args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.shield(asyncio.create_task(method(*args, **kwargs)))

    return finished
