"""The one secret of storage: its file, the keys derived from it, and pseudonyms.

It lies apart from the database and from backups: who has both can try out every Telegram id.
"""

import hashlib
import hmac
import os
import secrets
import stat
from base64 import b64decode, b64encode
from binascii import Error as NotBase64Error
from contextlib import suppress
from pathlib import Path
from typing import Final

from bot.people.store import PersonKey
from bot.storage.errors import KeyFileError

_LENGTH: Final = 32
_PSEUDONYM_BYTES: Final = 16
# A key is 45 bytes; a file that was named by mistake may be any length.
_LONGEST: Final = 1024


def read_or_create_key(path: Path) -> tuple[bytes, bool]:
    """The 32 bytes of the key file, and whether it was created just now.

    The file is for its owner alone; if it was not, it is afterwards. Raises KeyFileError.
    """
    try:
        if not path.exists():
            with suppress(FileExistsError):  # another process was first: its key is the key
                return _create(path), True
        return _read(path), False
    except OSError as error:
        reason = error.strerror or error
        raise KeyFileError(
            f"The key file {path} can be neither read nor created ({reason}): "
            "give the user that runs Sala the right to, or name another file."
        ) from error


def derived(key: bytes, purpose: bytes) -> bytes:
    """A key for one purpose alone; `purpose` is at most 16 bytes. Nothing leads back to `key`."""
    if len(key) != _LENGTH:
        # Shorter keys, even none, would work and protect nobody.
        raise ValueError(f"The key has {len(key)} bytes and needs {_LENGTH}.")
    return hashlib.blake2b(key=key, person=purpose, digest_size=32).digest()


def pseudonym(key: bytes, channel: str, user_id: int) -> PersonKey:
    """Always the same 32 hexadecimal digits for the same person of a channel."""
    name = f"{channel}:{user_id}".encode()
    digest = hmac.digest(derived(key, b"sala pseudonym"), name, "sha256")
    return PersonKey(digest[:_PSEUDONYM_BYTES].hex())


def _read(path: Path) -> bytes:
    # The descriptor is asked, not the name: the file that is mended is the file that is read.
    with path.open("rb") as file:
        mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
        if mode & 0o077:
            _close_to_others(file.fileno(), path)
        text = file.read(_LONGEST).strip()
    try:
        key = b64decode(text, validate=True)
    except (NotBase64Error, ValueError):
        key = b""
    if len(key) != _LENGTH:
        raise KeyFileError(
            f"The key file {path} does not hold a key (44 letters of base64): put it back from "
            "where it was kept, or move it away, and everybody will be a stranger to a new key."
        )
    return key


def _close_to_others(descriptor: int, path: Path) -> None:
    try:
        os.fchmod(descriptor, 0o600)
    except OSError as error:
        raise KeyFileError(
            f"The key file {path} can be read by other users of this machine, and Sala may not "
            f"change that: run chmod 600 {path} as its owner."
        ) from error


def _create(path: Path) -> bytes:
    """A new key. Raises FileExistsError if there is one by now."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = secrets.token_bytes(_LENGTH)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123  # a descriptor has no Path
            file.write(b64encode(key) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        # A link, not a rename: it never replaces a key, and the name never stands for half of one.
        os.link(draft, path)
    finally:
        draft.unlink()
    _write_names(path.parent)
    return key


def _write_names(folder: Path) -> None:
    # Without this a power cut may lose the name of a file whose key is already in use.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
