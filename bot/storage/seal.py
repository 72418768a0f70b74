"""Sealing of what waits to be sent, so that a copy of the database alone tells nothing."""

import os
import struct
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from bot.storage.key import derived

# Sealed along with every parcel: a later form of the contents is refused, not misread.
_FORM: Final = b"sala parcel 1"
_NONCE_BYTES: Final = 12
_HEAD: Final = struct.Struct(">qI")
# The length of an answer would tell which card it is, so bodies are filled up to whole pages.
_PAGE: Final = 4096


class Seal:
    """Seals chat ids with their bodies by the key of this installation."""

    def __init__(self, key: bytes) -> None:
        self._cipher = ChaCha20Poly1305(derived(key, b"sala seal"))

    def sealed(self, chat: int, body: str) -> bytes:
        """Bytes that only `opened` with the same key can read; never twice the same."""
        # People send lone surrogates, and an answer may quote them.
        text = body.encode("utf-8", "surrogatepass")
        plain = _HEAD.pack(chat, len(text)) + text
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain + bytes(-len(plain) % _PAGE), _FORM)

    def opened(self, sealed: bytes) -> tuple[int, str] | None:
        """The chat id and the body; None if another key sealed them or a byte was changed."""
        try:
            plain = self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _FORM)
        except (InvalidTag, ValueError):  # ValueError: shorter than anything that was sealed
            return None
        chat, length = _HEAD.unpack_from(plain)
        text = plain[_HEAD.size : _HEAD.size + length]
        return chat, text.decode("utf-8", "surrogatepass")
