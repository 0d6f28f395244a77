"""Response cache of one client: bound to an account, keyed by request address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.cache.keys import cache_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from osubrowser.services.cache.response_cache import CachedBody, ResponseCache

    Params = Mapping[str, str | Sequence[str]]


class ClientCache:
    """View of the response cache for the account of one client.

    Attributes:
        account: whose answers they are (`memory_keys.account_key`, or `DEMO`). None until that is
            known: nothing is kept or recalled then. It never becomes another one's.
    """

    def __init__(self, memory: ResponseCache, origin: str, account: str | None = None) -> None:
        self.account = account
        self._memory = memory
        self._origin = origin

    def save(self, path: str, params: Params, body: bytes) -> None:
        """Keep the body of a good answer to `GET path` with `params`."""
        account = self.account
        if account is not None:
            self._memory.keep(account, cache_key(self._origin, path, params), body)

    def load(self, path: str, params: Params) -> CachedBody | None:
        """Return the last body that was kept, and when that was; None if there is none."""
        account = self.account
        if account is None:
            return None
        return self._memory.recall(account, cache_key(self._origin, path, params))
