"""Token store for a sign-in in progress: in RAM until committed."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.api.auth.token_stores import SharedTokenStore


class StagedTokens:
    """Token store that writes to RAM until `commit`, and to `store` from then on.

    A cancelled sign-in thus stores nothing, and does not affect the tokens of the session that it
    was to replace. Thread-safe.
    """

    def __init__(self, store: SharedTokenStore, *, committed: bool = False) -> None:
        self._store = store
        self._committed = committed
        self._forgotten = False
        self._values: dict[str, bytes] = {}
        self._keys: set[str] = set()
        self._lock = Lock()

    def load(self, key: str) -> bytes | None:
        """Return the value of `key`, or None; before `commit` only those saved here."""
        with self._lock:
            self._keys.add(key)
            if self._committed:
                return self._store.load(key)
            return self._values.get(key)

    def save(self, key: str, value: bytes) -> None:
        """Store `value` under `key`. Does nothing after `discard`."""
        with self._lock:
            self._keys.add(key)
            if self._forgotten:
                return
            if self._committed:
                self._store.save(key, value)
            else:
                self._values[key] = value

    def delete(self, key: str) -> None:
        """Delete the value of `key`."""
        with self._lock:
            self._values.pop(key, None)
            if self._committed:
                self._store.delete(key)

    def try_lock(self, key: str) -> Callable[[], None] | None:
        """Take the store's lock of `key`, and return its release; None while it is taken.

        Before `commit` there is nothing to share.
        """
        with self._lock:
            committed = self._committed
        return self._store.try_lock(key) if committed else _nothing

    def commit(self) -> None:
        """Move all values to the store, and write to it from now on. Does nothing after `discard`.

        Raises:
            OSError: the store could not be written; the tokens stay in RAM, and usable.
        """
        with self._lock:
            if self._forgotten:
                return
            for key, value in self._values.items():
                self._store.save(key, value)
            self._values.clear()
            self._committed = True

    def discard(self) -> None:
        """Delete all tokens that were loaded or saved here, and store none from now on.

        Raises:
            OSError: one of them could not be deleted; the others are.
        """
        with self._lock:
            self._forgotten = True
            self._values.clear()
            if not self._committed:
                return
            failure: OSError | None = None
            for key in self._keys:
                try:
                    self._store.delete(key)
                except OSError as error:
                    failure = error
            if failure is not None:
                raise failure


def _nothing() -> None:
    """Release what was not taken."""
