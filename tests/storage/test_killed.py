"""kill -9 in the middle of writing: the database opens, and nothing is half kept."""

import asyncio
import signal
import subprocess
import sys
from collections import Counter

import pytest

from bot.people.store import PersonKey
from bot.storage.sqlite import open_store

WRITER = """
import asyncio, sys
from pathlib import Path
from bot.people import Person
from bot.people.store import Handled, Parcel, PersonKey
from bot.storage.sqlite import open_store

async def main():
    store = await open_store(Path(sys.argv[1]), bytes(range(32)))
    for update in range(int(sys.argv[2]), 10**9):
        who = PersonKey(f"{update:032x}")
        parcels = tuple(Parcel(update, "x" * 3000, who=who) for _ in range(3))
        await store.keep(Handled(update, who, Person("my"), messages=(1, 2), parcels=parcels), 1e9)
        print(update, flush=True)

asyncio.run(main())
"""


def killed_after(database, first, updates):
    """Start a writer and kill it while it writes on; the last update it was sure of."""
    command = [sys.executable, "-c", WRITER, str(database), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        for _ in range(updates):
            last = writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split()
    return int(rest[-1] if rest else last)


@pytest.mark.parametrize("rounds", [4])
def test_every_update_is_kept_whole_or_not_at_all(database, key, rounds):
    sure = 0
    for round_ in range(rounds):
        sure = killed_after(database, sure + 2, 5 + round_)

        async def look(sure=sure):
            store = await open_store(database, key)  # the kernel has let go of the lock
            parcels = Counter(waiting.parcel.chat for waiting in await store.outbox())
            assert set(parcels.values()) == {3}
            for update in range(sure + 3):
                who = PersonKey(f"{update:032x}")
                kept = await store.was_handled(update)
                assert kept == (update in parcels)
                assert (await store.messages(who) == (1, 2)) == kept
                assert ((await store.person(who)).language == "my") == kept
            assert sure in parcels  # what was said to be kept is kept
            await store.close()

        asyncio.run(look())
