"""Secret store: the system's keyring, or a file that only its owner can read."""

from __future__ import annotations

import base64
import binascii
import json
import logging
import os
import stat
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from osubrowser.services.storage.atomic_write import write_whole

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

SERVICE = "osubrowser"
KEYRING = "system keyring"
# Windows stores at most 2560 bytes of UTF-16 in one credential; a token can be longer.
WINDOWS_LIMIT = 1200
_PARTS = "osubrowser-parts:"


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
        self._looked = keyring is not None or not use_keyring
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
            # The file has an entry only if the keyring failed to store the newest one.
            text = self._read_file().get(key)
            if text is None:
                text = self._from_keyring(key)
            if text is None:
                return None
            try:
                return base64.b64decode(text, validate=True)
            except (binascii.Error, ValueError):
                log.warning("a kept secret was damaged")
                return None

    def save(self, key: str, value: bytes) -> None:
        """Store `value` under `key`."""
        text = base64.b64encode(value).decode()
        with self._lock:
            kept = self._read_file()
            if self._into_keyring(key, text):
                if key in kept:
                    del kept[key]
                    self._write_file(kept)
                return
            kept[key] = text
            self._write_file(kept)

    def delete(self, key: str) -> None:
        """Delete the value of `key` from the file and the keyring."""
        with self._lock:
            kept = self._read_file()
            if kept.pop(key, None) is not None:
                self._write_file(kept)
            self._out_of_keyring(key)

    # --- the keyring -------------------------------------------------------------------------

    def _backend(self) -> Keyring | None:
        if not self._looked:
            self._looked = True
            self._keyring, self._limit = _system_keyring()
        return self._keyring

    def _give_up_keyring(self, what: str, error: Exception) -> None:
        """Use the file from now on. The error message is not logged: it may have secrets."""
        log.warning("the keyring could not %s a secret (%s)", what, type(error).__name__)
        self._keyring = None

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
        backend = self._backend()
        if backend is None:
            return
        try:
            text = backend.get_password(SERVICE, key)
            if text is None:
                return
            backend.delete_password(SERVICE, key)
            for name in _part_names(key, text) if text.startswith(_PARTS) else ():
                backend.delete_password(SERVICE, name)
        except Exception as error:  # noqa: BLE001 - a backend is a plugin: it raises what it likes
            self._give_up_keyring("delete", error)
            raise OSError("the keyring did not delete a secret") from None

    # --- the file ----------------------------------------------------------------------------

    def _read_file(self) -> dict[str, str]:
        try:
            raw = self._file.read_bytes()
            if os.name == "posix" and stat.S_IMODE(self._file.stat().st_mode) & 0o077:
                self._file.chmod(0o600)
        except FileNotFoundError:
            return {}
        except OSError as error:
            log.warning("the file of secrets could not be read: %s", error.strerror)
            return {}
        try:
            values = json.loads(raw)
        except (ValueError, RecursionError):
            values = None
        if not isinstance(values, dict):
            log.warning("the file of secrets was damaged and is started anew")
            return {}
        return {k: v for k, v in values.items() if isinstance(v, str)}

    def _write_file(self, kept: dict[str, str]) -> None:
        if kept:
            write_whole(self._file, json.dumps(kept).encode(), private=True)
        else:
            self._file.unlink(missing_ok=True)


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
