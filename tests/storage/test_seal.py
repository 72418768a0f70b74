"""A copy of the database tells nothing of what waits to be sent."""

import pytest

from bot.storage.seal import Seal


@pytest.fixture
def seal(key):
    return Seal(key)


@pytest.mark.parametrize("body", ["", "hello", "မြန်မာ", "\ud800 \0", "x" * 9000])
@pytest.mark.parametrize("chat", [5, -1001234567890, 2**63 - 1, -(2**63)])
def test_what_was_sealed_is_opened_unchanged(seal, key, body, chat):
    assert Seal(key).opened(seal.sealed(chat, body)) == (chat, body)


def test_nothing_of_it_can_be_read_and_no_two_are_alike(seal):
    first, second = seal.sealed(123456789, "HIV test"), seal.sealed(123456789, "HIV test")
    assert first != second
    assert b"HIV" not in first
    assert (123456789).to_bytes(8, "big") not in first
    assert (123456789).to_bytes(8, "little") not in first


def test_the_length_does_not_tell_which_answer_it_is(seal):
    assert len({len(seal.sealed(5, "x" * length)) for length in range(0, 4000, 500)}) == 1


def test_another_key_a_changed_byte_or_half_of_it_opens_nothing(seal, key):
    sealed = seal.sealed(5, "hello")
    assert Seal(key[::-1]).opened(sealed) is None
    for at in (0, 12, 100, len(sealed) - 1):
        changed = bytes([*sealed[:at], sealed[at] ^ 1, *sealed[at + 1 :]])
        assert seal.opened(changed) is None
    for length in (0, 5, 12, 20, len(sealed) - 1):
        assert seal.opened(sealed[:length]) is None
