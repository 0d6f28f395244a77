"""Secret store: the system's keyring, or a file that only its owner can read."""

from __future__ import annotations

import base64
import binascii
import json
import logging
import os
import re
import stat
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from osubrowser.services.storage.atomic_write import private_parts, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

log = logging.getLogger(__name__)

SERVICE = "osubrowser"
KEYRING = "system keyring"
# Windows stores at most 2560 bytes of UTF-16 in one credential; a token can be longer.
WINDOWS_LIMIT = 1200
_PARTS = "osubrowser-parts:"
_LONGEST_WRITE = 5.0  # seconds to wait for another program that writes the file
_STRING = r'"(?:[^"\\\x00-\x1f]|\\.)*"'
_ENTRY = re.compile(rf"({_STRING})\s*:\s*({_STRING})")


class Keyring(Protocol):
    """Interface of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return the stored password, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store `password`."""

    def delete_password(self, service: str, username: str) -> None:
        """Delete the stored password; an error if there is none."""


class SecretStore:
    """Store of secrets by name; also the token store of the client (`load`, `save`, `delete`).

    Methods block on the disk, or while the user is asked to unlock the keyring: call them on a
    worker. Thread-safe. Methods that write raise OSError if neither the keyring nor the file
    stores the secret.

    Another program may use the same file. A damaged one is kept beside it as `NAME.damaged`, until
    the next `delete`; what can be read of it goes on. What killed writes left is deleted at the
    first use, and with each `delete`.

    Args:
        file: fallback without a working keyring; created with mode 0600.
        keyring: a backend, for tests; by default the system's, looked up on first use.
        use_keyring: False stores all secrets in the file, for a portable profile.
        limit: maximum length of a keyring entry in characters; longer values are split.
    """

    def __init__(
        self,
        file: Path,
        *,
        keyring: Keyring | None = None,
        use_keyring: bool = True,
        limit: int | None = None,
    ) -> None:
        self._file = file
        self._keyring = keyring
        self._limit = limit
        self._swept = False
        self._looked = keyring is not None or not use_keyring
        self._failed: Keyring | None = None
        self._lock = RLock()

    @property
    def where(self) -> str:
        """`system keyring`, or the path of the file. Slow on first use: looks the keyring up."""
        with self._lock:
            return KEYRING if self._backend() is not None else str(self._file)

    def get(self, name: str) -> str | None:
        """Return the secret called `name`, or None."""
        value = self.load(name)
        return None if value is None else value.decode(errors="replace")

    def set(self, name: str, secret: str) -> None:
        """Store `secret` under `name`."""
        self.save(name, secret.encode())

    def load(self, key: str) -> bytes | None:
        """Return the bytes stored under `key`, or None."""
        with self._lock:
            if not self._swept:
                self._swept = True
                self._repair()
            # The file has an entry only if the keyring failed to store the newest one.
            text = self._read_file().get(key)
            if text is None:
                text = self._from_keyring(key)
            if text is None:
                return None
            try:
                return base64.b64decode(text, validate=True)
            except (binascii.Error, ValueError):
                log.warning("a stored secret was damaged")
                return None

    def save(self, key: str, value: bytes) -> None:
        """Store `value` under `key`."""
        text = base64.b64encode(value).decode()
        with self._lock:
            self._change_file(key, None if self._into_keyring(key, text) else text)

    def delete(self, key: str) -> None:
        """Delete the value of `key` from the file and the keyring.

        A keyring that failed before is tried again: it may hold an older value. Raises OSError if
        the keyring or the file may still have a value.
        """
        with self._lock:
            try:
                self._change_file(key, None)
                self._damaged_file.unlink(missing_ok=True)  # it may hold what is to be forgotten
                self._sweep()
            finally:
                self._out_of_keyring(key)

    def try_lock(self, key: str) -> Callable[[], None] | None:
        """Take the lock of tokens between programs, and return its release; None while taken."""
        from osubrowser.api.auth.token_stores import try_file_lock

        return try_file_lock(self._file.with_name(f"{self._file.name}.refresh.lock"))

    # --- the keyring -------------------------------------------------------------------------

    def _backend(self) -> Keyring | None:
        if not self._looked:
            self._looked = True
            self._keyring, self._limit = _system_keyring()
        return self._keyring

    def _give_up_keyring(self, what: str, error: Exception) -> None:
        """Use the file from now on. The error message is not logged: it may have secrets."""
        log.warning("the keyring could not %s a secret (%s)", what, type(error).__name__)
        if self._keyring is not None:
            self._failed, self._keyring = self._keyring, None

    def _from_keyring(self, key: str) -> str | None:
        backend = self._backend()
        if backend is None:
            return None
        try:
            text = backend.get_password(SERVICE, key)
            if text is None or not text.startswith(_PARTS):
                return text
            parts = [backend.get_password(SERVICE, name) for name in _part_names(key, text)]
        except Exception as error:  # noqa: BLE001 - a backend is a plugin: it raises what it likes
            self._give_up_keyring("read", error)
            return None
        return "".join(part or "?" for part in parts)  # a missing part makes it undecodable

    def _into_keyring(self, key: str, text: str) -> bool:
        backend = self._backend()
        if backend is None:
            return False
        try:
            before = backend.get_password(SERVICE, key)
            limit = self._limit
            if limit is None or len(text) <= limit:
                backend.set_password(SERVICE, key, text)
            else:
                pieces = [text[at : at + limit] for at in range(0, len(text), limit)]
                head = f"{_PARTS}{os.urandom(4).hex()}:{len(pieces)}"
                for name, piece in zip(_part_names(key, head), pieces, strict=True):
                    backend.set_password(SERVICE, name, piece)
                backend.set_password(SERVICE, key, head)  # replaces the old value last
            if before is not None and before.startswith(_PARTS):
                for name in _part_names(key, before):
                    backend.delete_password(SERVICE, name)
        except Exception as error:  # noqa: BLE001 - a backend is a plugin: it raises what it likes
            self._give_up_keyring("keep", error)
            return False
        return True

    def _out_of_keyring(self, key: str) -> None:
        backend = self._backend() or self._failed
        if backend is None:
            return
        try:
            text = backend.get_password(SERVICE, key)
            if text is None:
                return
            # The head last: it names the parts, should one of them be left for the next time.
            for name in _part_names(key, text) if text.startswith(_PARTS) else ():
                if backend.get_password(SERVICE, name) is not None:
                    backend.delete_password(SERVICE, name)
            backend.delete_password(SERVICE, key)
        except Exception as error:  # noqa: BLE001 - a backend is a plugin: it raises what it likes
            self._give_up_keyring("delete", error)
            raise OSError("the keyring did not delete a secret") from None

    # --- the file ----------------------------------------------------------------------------

    @property
    def _damaged_file(self) -> Path:
        return self._file.with_name(f"{self._file.name}.damaged")

    def _read_file(self) -> dict[str, str]:
        """Return the entries of the file, as far as they can be read. Changes no file."""
        try:
            return _entries(self._file_content())[0]
        except OSError as error:
            log.warning("the file of secrets could not be read: %s", error.strerror)
            return {}

    def _file_content(self) -> bytes:
        try:
            raw = self._file.read_bytes()
            if os.name == "posix" and stat.S_IMODE(self._file.stat().st_mode) & 0o077:
                self._file.chmod(0o600)
        except FileNotFoundError:
            return b"{}"
        return raw

    def _change_file(self, key: str, text: str | None) -> None:
        """Set an entry of the file, or delete it. Raises OSError, and changes nothing then.

        A file that cannot be read is not replaced.
        """
        if text is None and not self._file.exists():
            return
        with self._file_lock():  # another program's change meanwhile would be lost
            raw = self._file_content()
            entries, is_damaged = _entries(raw)
            if is_damaged:
                self._set_aside(raw)
            if text is not None:
                entries[key] = text
            elif entries.pop(key, None) is None and not is_damaged:
                return
            self._write_file(entries)

    def _repair(self) -> None:
        """Set a damaged file aside, and delete what killed writes left."""
        try:
            if _entries(self._file_content())[1]:
                with self._file_lock():
                    raw = self._file_content()
                    entries, is_damaged = _entries(raw)
                    if is_damaged:
                        self._set_aside(raw)
                        self._write_file(entries)
            self._sweep()
        except OSError as error:
            log.warning("the file of secrets could not be repaired: %s", error.strerror)

    def _set_aside(self, raw: bytes) -> None:
        log.warning("the file of secrets was damaged: what can be read of it goes on")
        write_whole(self._damaged_file, raw, private=True)

    def _write_file(self, entries: dict[str, str]) -> None:
        if entries:
            write_whole(self._file, json.dumps(entries).encode(), private=True)
        else:
            self._file.unlink(missing_ok=True)

    def _file_lock(self) -> AbstractContextManager[bool]:
        from osubrowser.api.auth.token_stores import file_lock

        return file_lock(self._file.with_name(f"{self._file.name}.lock"), _LONGEST_WRITE)

    def _sweep(self) -> None:
        """Delete what killed writes left: under the lock, no write is in progress."""
        files = (self._file, self._damaged_file)
        if any(map(private_parts, files)):
            with self._file_lock() as is_locked:
                for part in (p for file in files for p in private_parts(file) if is_locked):
                    part.unlink(missing_ok=True)


def _entries(raw: bytes) -> tuple[dict[str, str], bool]:
    """Return the readable entries of a file of secrets, and whether it is damaged."""
    try:
        values = json.loads(raw)
    except (ValueError, RecursionError):
        values = None
    if isinstance(values, dict):
        entries = {k: v for k, v in values.items() if isinstance(v, str) and _is_base64(v)}
        return entries, len(entries) != len(values)
    entries = {}
    for match in _ENTRY.finditer(raw.decode(errors="replace")):
        try:
            key, value = (json.loads(part) for part in match.groups())
        except ValueError:
            continue
        if _is_base64(value):
            entries[key] = value
    return entries, True


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


def _part_names(key: str, head: str) -> list[str]:
    """Return the names of the entries of a split secret, from its head entry."""
    mark, _, count = head.removeprefix(_PARTS).partition(":")
    return [f"{key} {mark}.{at}" for at in range(min(int(count), 100))] if count.isdigit() else []


def _system_keyring() -> tuple[Keyring | None, int | None]:
    """Return the system's keyring and the maximum length of its entries; None if there is none."""
    try:
        import keyring

        backend = keyring.get_keyring()
        usable = backend.priority >= 1
    except Exception as error:  # noqa: BLE001 - a backend is a plugin: it raises what it likes
        log.info("there is no keyring (%s)", type(error).__name__)
        return None, None
    if not usable:
        return None, None
    inner = getattr(backend, "backends", [backend])  # of a chainer backend
    on_windows = any(type(one).__module__.endswith(".Windows") for one in inner)
    return backend, WINDOWS_LIMIT if on_windows else None
