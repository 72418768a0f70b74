"""The key lies in a file for its owner alone, and pseudonyms tell nothing without it."""

import os
import re
import stat
import threading
from base64 import b64encode

import pytest

from bot.storage import KeyFileError, pseudonym, read_or_create_key
from bot.storage.key import derived


@pytest.fixture
def path(tmp_path):
    return tmp_path / "secrets" / "key"


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


class TestKeyFile:
    def test_a8_it_is_created_once_for_its_owner_alone(self, path):
        key, created = read_or_create_key(path)
        assert created
        assert len(key) == 32
        assert path.read_bytes() == b64encode(key) + b"\n"
        assert (mode(path), mode(path.parent)) == (0o600, 0o700)
        assert list(path.parent.iterdir()) == [path]
        assert read_or_create_key(path) == (key, False)

    def test_two_keys_are_never_alike(self, tmp_path):
        assert read_or_create_key(tmp_path / "a") != read_or_create_key(tmp_path / "b")

    def test_of_many_that_create_it_at_once_all_get_the_same(self, path):
        got = []
        threads = [
            threading.Thread(target=lambda: got.append(read_or_create_key(path))) for _ in range(12)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len({key for key, _ in got}) == 1
        assert sum(created for _, created in got) == 1
        assert list(path.parent.iterdir()) == [path]

    def test_a8_one_that_others_could_read_is_mended(self, path):
        key, _ = read_or_create_key(path)
        path.chmod(0o644)
        assert read_or_create_key(path) == (key, False)
        assert mode(path) == 0o600

    def test_a8_one_that_others_can_read_and_that_is_not_ours_is_refused(self, path, monkeypatch):
        def refused(_descriptor, _mode):
            raise PermissionError(1, "Operation not permitted")

        read_or_create_key(path)
        path.chmod(0o640)
        monkeypatch.setattr(os, "fchmod", refused)
        with pytest.raises(KeyFileError) as error:
            read_or_create_key(path)
        assert str(error.value) == (
            f"The key file {path} can be read by other users of this machine, and Sala may not "
            f"change that: run chmod 600 {path} as its owner."
        )

    @pytest.mark.parametrize(
        "text", [b"", b"\n", b"secret", b64encode(bytes(31)), b64encode(bytes(33)), b"\xff" * 44]
    )
    def test_one_that_is_no_key_is_left_alone(self, tmp_path, text):
        path = tmp_path / "key"
        path.write_bytes(text)
        with pytest.raises(KeyFileError) as error:
            read_or_create_key(path)
        assert str(error.value) == (
            f"The key file {path} does not hold a key (44 letters of base64): put it back from "
            "where it was kept, or move it away, and everybody will be a stranger to a new key."
        )
        assert path.read_bytes() == text

    def test_a_folder_where_the_file_should_be(self, tmp_path):
        with pytest.raises(KeyFileError) as error:
            read_or_create_key(tmp_path)
        assert str(error.value) == (
            f"The key file {tmp_path} can be neither read nor created (Is a directory): "
            "give the user that runs Sala the right to, or name another file."
        )

    def test_a_file_where_the_folder_should_be(self, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(KeyFileError, match="neither read nor created"):
            read_or_create_key(tmp_path / "file" / "key")


class TestPseudonym:
    def test_a8_it_is_the_same_for_the_same_person_and_key_alone(self, key):
        mine = pseudonym(key, "telegram", 42)
        assert mine == pseudonym(key, "telegram", 42)
        assert re.fullmatch("[0-9a-f]{32}", mine)
        others = {
            pseudonym(key, "telegram", 43),
            pseudonym(key, "telegram", -42),
            pseudonym(key, "web", 42),
            pseudonym(key[::-1], "telegram", 42),
        }
        assert len({mine, *others}) == 5

    def test_it_never_changes_between_versions(self, key):
        # Another value here would make a stranger of everybody.
        assert pseudonym(key, "telegram", 42) == "c99d1c23315f8135d2162d9222534257"

    def test_each_purpose_has_its_own_key(self, key):
        assert len({key, derived(key, b"sala seal"), derived(key, b"sala pseudonym")}) == 3

    @pytest.mark.parametrize("length", [0, 16, 31, 33])
    def test_a_key_of_another_length_protects_nobody(self, length):
        with pytest.raises(ValueError, match="needs 32"):
            pseudonym(bytes(length), "telegram", 42)
