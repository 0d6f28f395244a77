"""Response cache: bodies of responses by account and address, bounded by bytes."""

from __future__ import annotations

import contextlib
import logging
import re
import shutil
import threading
import time
import zlib
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec, TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from osubrowser.api.errors import OsuError
from osubrowser.lru import LRUCache
from osubrowser.services.cache import sqlite_schema as schema
from osubrowser.services.cache.read_only_store import ReadOnlyStore
from osubrowser.services.cache.sqlite_store import OVERHEAD, CompressedBody, SqliteStore, StoredBody
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    Params = Mapping[str, str | Sequence[str]]
    from osubrowser.api.client import Client
    from osubrowser.services.runtime.calls import Calls


RAM_LIMIT = 32 * 1024 * 1024  # bytes


class RamStore:
    """Least-recently-used cache of response bodies in RAM, by address. Thread-safe.

    Args:
        limit: maximum size in bytes, after compression.
    """

    def __init__(self, limit: int = RAM_LIMIT) -> None:
        self._bodies: LRUCache[str, StoredBody] = LRUCache(
            limit, lambda stored: len(stored.packed.body) + OVERHEAD
        )

    def find(self, address: str) -> StoredBody | None:
        """Return the stored body and mark it as most recently used; None on a miss."""
        return self._bodies.get(address)

    def put(self, address: str, packed: CompressedBody, seen_at: float) -> bool:
        """Store a body. Returns False for one that is too large."""
        if len(packed.body) + OVERHEAD > self._bodies.limit:
            return False
        self._bodies.put(address, StoredBody(packed, seen_at))
        return True

    def clear(self) -> None:
        """Remove all bodies."""
        self._bodies.clear()


T = TypeVar("T")

log = logging.getLogger(__name__)

LIMIT = 512 * 1024 * 1024
"""Default size limit on disk, in bytes."""

LARGEST_SHARE = 8  # one response takes at most an eighth of the limit
_LEVEL = 3  # zlib level: a third faster than the default 6, and hardly larger
_SMALLEST = 400  # bytes below which compression does not pay off
_ROOM = 16 * 1024 * 1024  # bytes: a disk with this much free space is not full
_PAUSE = 30.0  # seconds before the disk is tried again after an error


class CachedBody(NamedTuple):
    """Cached body as the server sent it, and when it was received (Unix time in seconds)."""

    body: bytes
    seen_at: float


class ResponseCache:
    """Cache of response bodies by account and address. Thread-safe; methods do not raise.

    The file is opened on the first call. Responses of the embedded server (`DEMO`) are cached in
    RAM only, until `close`.

    Args:
        folder: folder of the database file; created on first use.
        limit_bytes: maximum size on disk; the least recently used responses are evicted.
    """

    def __init__(self, folder: Path, limit_bytes: int = LIMIT) -> None:
        self.path = folder / "answers.sqlite"
        self._limit = limit_bytes
        self._brief = RamStore()
        self._file: SqliteStore | None = None
        self._frozen = ReadOnlyStore(self.path)  # used while the folder is not writable
        self._lock = threading.Lock()
        self._rest_until = 0.0  # the file is not opened or written before this time
        self._damage: str | None = None
        self._refusal: str | None = None
        self._telling = threading.Lock()
        self._tell: Callable[[str | None], None] | None = None
        self._told: str | None = None
        self._closed = False

    @classmethod
    def open(cls, folder: Path, limit_bytes: int = LIMIT) -> ResponseCache:
        """Return the cache in `folder`, already opened, so that `problem` is set. Blocks."""
        cache = cls(folder, limit_bytes)
        cache._opened()
        return cache

    @property
    def problem(self) -> str | None:
        """Why responses are not stored, or what was lost, as a sentence; None if all is well."""
        return self._refusal or self._damage

    def watch_problem(self, tell: Callable[[str | None], None]) -> None:
        """Call `tell` with `problem` whenever it changes, on the thread where it changed.

        It is called at once if there is a problem already. `tell` must not block.
        """
        with self._telling:
            self._tell, self._told = tell, None
        self._tell_problem()

    def load(self, account: str, address: str) -> CachedBody | None:
        """Return the last response of `address` to `account`; None on a miss."""
        if account == DEMO:
            found = self._brief.find(address)
        else:
            found = self._with_file(lambda file: file.find(account, address), None)
            if found is None and self._file is None and self._refusal and not self._closed:
                found = self._frozen.find(account, address)
        if found is None:
            return None
        body = _unpacked(found.packed, account, address)
        if body is None:
            log.warning("a kept answer was damaged")
            self._with_file(lambda file: file.drop(account, address), None)
            return None
        return CachedBody(body, found.seen_at)

    def save(self, account: str, address: str, body: bytes) -> bool:
        """Store a response body that was just received. Return whether it was stored.

        A response with a secret is not stored, nor one larger than an eighth of the limit.
        """
        if not account or not is_cacheable(address, body):
            return False
        packed, now = _packed(body, account, address), time.time()
        if account == DEMO:
            return self._brief.put(address, packed, now)
        if len(packed.body) > self._limit // LARGEST_SHARE or time.monotonic() < self._rest_until:
            return False

        def put(file: SqliteStore) -> bool:
            file.put(account, address, packed, now)
            self._refusal = None
            self._frozen.close()
            self._tell_problem()
            return True

        return self._with_file(put, False)

    def clear(self, account: str | None = None) -> bool:
        """Delete the responses of one account, or all. Return whether they were deleted on disk.

        Deletes in small batches, so that other threads are not blocked for long.
        """
        if account in (None, DEMO):
            self._brief.clear()
        if account == DEMO:
            return True
        with contextlib.suppress(OSError):
            self._aside.unlink(missing_ok=True)  # it may contain the same responses

        def clear(file: SqliteStore) -> bool:
            file.clear(account)
            return True

        return self._with_file(clear, False)

    def size(self) -> int:
        """Return the size of the cache on disk, in bytes."""
        return self._with_file(lambda file: file.size(), 0)

    def set_limit(self, limit_bytes: int) -> None:
        """Set the maximum size on disk, evict what exceeds it, and shrink the file."""
        self._limit = limit_bytes
        self._with_file(lambda file: file.set_limit(limit_bytes), None)

    def close(self) -> None:
        """Close the file. Later lookups miss, and later saves are ignored."""
        with self._lock:
            self._closed = True
            file, self._file = self._file, None
        self._brief.clear()
        self._frozen.close()
        if file is not None:
            file.close()

    # --- the file ----------------------------------------------------------------------------

    @property
    def _aside(self) -> Path:
        return self.path.with_name(f"{self.path.name}.damaged")

    def _with_file(self, work: Callable[[SqliteStore], T], otherwise: T) -> T:
        """Return `work(file)`, retried once with a new file if damaged; `otherwise` on failure."""
        for _ in range(2):
            file = self._opened()
            if file is None:
                break
            try:
                return work(file)
            except schema.errors() as error:
                if not self._begin_anew_after(error, file):
                    break
        return otherwise

    def _opened(self) -> SqliteStore | None:
        """Return the open store, opening it if needed; None if it cannot be used now."""
        with self._lock:
            if self._file is None and not self._closed and time.monotonic() >= self._rest_until:
                self._file = self._open()
            return self._file

    def _open(self) -> SqliteStore | None:
        failures: tuple[type[Exception], ...] = (OSError, *schema.errors())
        for _ in range(2):
            identity = None
            try:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self.path.touch(mode=0o600)  # private to the user
                identity = schema.identity_of(self.path)
                return SqliteStore(self.path, self._limit)
            except failures as error:
                trouble = schema.problem_of(error)
                if trouble is schema.StoreProblem.DAMAGED and identity is not None:
                    self._set_aside(identity)
                    continue
                if trouble is not schema.StoreProblem.BUSY:
                    self._refuse(error)
                break
        return None

    def _begin_anew_after(self, error: Exception, file: SqliteStore) -> bool:
        """Handle an error: return True if the work can be retried with a new file."""
        with self._lock:
            if self._file is not file:
                return True  # another thread has replaced it meanwhile, which may be the cause
        trouble = schema.problem_of(error)
        if trouble is schema.StoreProblem.DISK:
            if self._is_sound(error, file):
                self._refuse(error)
            else:
                trouble = schema.StoreProblem.DAMAGED
        if trouble is not schema.StoreProblem.DAMAGED:
            return False
        with self._lock:
            if self._file is file:  # else another thread has replaced it
                self._file = None
                file.abandon()
                self._set_aside(file.identity)
        return True

    def _is_sound(self, error: Exception, file: SqliteStore) -> bool:
        """Return False if the error comes from a damaged file, not from a full disk."""
        try:
            free = shutil.disk_usage(self.path.parent).free
            return not schema.is_full(error) or free < _ROOM or file.is_sound()
        except schema.errors() as other:
            return schema.problem_of(other) is not schema.StoreProblem.DAMAGED
        except OSError:
            return True

    def _refuse(self, error: Exception) -> None:
        """Suspend the cache after a disk error. `_lock` need not be held: the last error wins."""
        self._rest_until = time.monotonic() + _PAUSE
        folder = self.path.parent
        self._refusal = tr("What you see is not kept at the moment: {cause} ({folder}).").format(
            cause=_cause(error), folder=folder
        )
        log.warning("answers are not stored: %s", error)
        self._tell_problem()

    def _tell_problem(self) -> None:
        """Call the observer if `problem` has changed; serialised, so that calls are in order."""
        with self._telling:
            problem = self.problem
            if self._tell is not None and problem != self._told:
                self._told = problem
                self._tell(problem)

    def _set_aside(self, identity: tuple[int, int]) -> None:
        """Rename the damaged file, unless another process has already replaced it."""
        self._damage = tr("What was seen before was damaged. It starts anew.")
        try:
            if schema.identity_of(self.path) != identity:
                return
            self.path.replace(self._aside)
            for ending in ("-wal", "-shm"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
            self._damage = tr(
                "What was seen before was damaged. It starts anew; the old file is {aside}."
            ).format(aside=self._aside)
        except OSError:
            log.debug("the damaged cache could not be set aside")
        finally:
            log.warning("%s", self._damage)
            self._tell_problem()


def _cause(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error) or tr("the disk refuses")


def _checksum(body: bytes, account: str, address: str) -> int:
    """Return the CRC-32 of account, address and the stored body."""
    return zlib.crc32(body, zlib.crc32(f"{account}\n{address}".encode(errors="replace")))


def _packed(body: bytes, account: str, address: str) -> CompressedBody:
    smaller = zlib.compress(body, _LEVEL) if len(body) >= _SMALLEST else body
    is_compressed = len(smaller) < len(body) * 0.9
    stored = smaller if is_compressed else body
    return CompressedBody(stored, is_compressed, len(body), _checksum(stored, account, address))


def _unpacked(packed: CompressedBody, account: str, address: str) -> bytes | None:
    """Return the decompressed body; None if checksum or length do not match."""
    if _checksum(packed.body, account, address) != packed.checksum:
        return None
    if not packed.is_compressed:
        return packed.body
    try:
        body = zlib.decompressobj().decompress(packed.body, packed.length + 1)
    except zlib.error:
        return None
    return body if len(body) == packed.length else None


DEMO = "demo"
"""Account key of the embedded server, whose responses are cached in RAM only."""

LONGEST_ADDRESS = 8000

_SECRETS = frozenset(
    ("k", "api_key", "code", "state", "client_secret", "password", "token", "access_token")
)
# Matches member names only: inside a JSON string the quotes would be escaped.
_SECRET_MEMBERS = re.compile(rb'"(?:access_token|refresh_token|client_secret)"\s*:')


def account_key(server: str, player: int | None) -> str:
    """Return the unique cache key of an account.

    Args:
        server: origin of the server: user ids are unique per server only.
        player: user id of the signed-in player; None for guests, who share one key.
    """
    who = "guest" if player is None else f"player {player:d}"  # not shown: key of the cache
    return f"{who} on {server.lower().rstrip('/')}"  # not shown: key of the cache


def cache_key(
    origin: str, path: str, params: Mapping[str, str | Sequence[str]] | None = None
) -> str:
    """Return the normalised address of a response: origin, path, and the query sorted by name.

    The values of one name (`ids[]`) are not sorted: the order of the response depends on them.
    """
    pairs: list[tuple[str, str]] = []
    for name, value in (params or {}).items():
        pairs += [(name, value)] if isinstance(value, str) else [(name, one) for one in value]
    query = urlencode(sorted(pairs, key=lambda pair: pair[0]))
    return f"{origin}{path}" + (f"?{query}" if query else "")


def is_cacheable(address: str, body: bytes) -> bool:
    """Whether a response may be stored: it has no secrets and comes from a server's API."""
    if len(address) > LONGEST_ADDRESS:
        return False
    try:
        parts = urlsplit(address)
        names = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and "@" not in parts.netloc
        and not parts.path.lower().startswith("/oauth")
        and names.isdisjoint(_SECRETS)
        and _SECRET_MEMBERS.search(body) is None
    )


class ClientCache:
    """View of the response cache for the account of one client.

    Attributes:
        account: key of the account (`account_key`, or `DEMO`). None until it is known: nothing
            is saved or loaded then. Once set, it does not change.
    """

    def __init__(self, cache: ResponseCache, origin: str, account: str | None = None) -> None:
        self.account = account
        self._cache = cache
        self._origin = origin

    def save(self, path: str, params: Params, body: bytes) -> None:
        """Store the body of a successful response to `GET path` with `params`."""
        account = self.account
        if account is not None:
            self._cache.save(account, cache_key(self._origin, path, params), body)

    def load(self, path: str, params: Params) -> CachedBody | None:
        """Return the stored body and when it was received; None on a miss."""
        account = self.account
        if account is None:
            return None
        return self._cache.load(account, cache_key(self._origin, path, params))


P = ParamSpec("P")


async def load_cached(
    calls: Calls,
    load: Callable[Concatenate[Client, P], T],
    client: Client,
    *args: P.args,
    **kwargs: P.kwargs,
) -> tuple[T, float] | None:
    """Return the result of `load(client, ...)` from cached responses alone; None on a miss.

    Does not wait for requests: it runs on a separate thread.

    Returns:
        The value, and when the oldest response in it was received (Unix time in seconds).
    """
    if not client.has_cache:
        return None

    def from_cache() -> tuple[T, float] | None:
        twin = client.from_cache()
        try:
            found = load(twin, *args, **kwargs)
        except OsuError:
            return None
        return None if twin.cached_at is None else (found, twin.cached_at)

    return await calls.run_at_once(from_cache)
