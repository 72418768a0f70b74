"""Why a crash doubles at most one answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

_PATIENCE: Final = 0.25
_LONGEST: Final = 2.0


class Ledger:
    """One message at a time is on its way to the network and not yet noted as sent.

    A crash then leaves one whose fate is unknown, and which is sent again. But a network that
    hangs must not hold up everybody: when one entry takes longer than a quarter of a second, those
    who wait go beside it, and nobody waits longer than two seconds in all.
    """

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._since = 0.0

    @asynccontextmanager
    async def entry(self) -> AsyncIterator[None]:
        """While a message is being sent and noted."""
        mine = await self._mine()
        try:
            yield
        finally:
            if mine:
                self._lock.release()

    async def _mine(self) -> bool:
        """Whether the ledger is ours; if not, whoever has it takes too long."""
        now = asyncio.get_running_loop().time
        last = now() + _LONGEST
        while True:
            slow = (self._since if self._lock.locked() else now()) + _PATIENCE
            try:
                await asyncio.wait_for(self._lock.acquire(), min(slow, last) - now())
            except TimeoutError:
                if now() >= min(self._since + _PATIENCE, last):
                    return False
            else:
                self._since = now()
                return True
