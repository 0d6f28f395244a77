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

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    Params = Mapping[str, str | Sequence[str]]
    from osubrowser.api.client import Client
    from osubrowser.services.runtime.calls import Calls


RAM_LIMIT = 32 * 1024 * 1024  # bytes


class RamStore:
    """Bodies by address, evicted by least recent use. For any thread.

    Args:
        limit: bytes, as compressed.
    """

    def __init__(self, limit: int = RAM_LIMIT) -> None:
        self._bodies: LRUCache[str, StoredBody] = LRUCache(
            limit, lambda stored: len(stored.packed.body) + OVERHEAD
        )

    def find(self, address: str) -> StoredBody | None:
        """Return what is stored, which is the most recently used now; None for nothing."""
        return self._bodies.get(address)

    def put(self, address: str, packed: CompressedBody, seen_at: float) -> bool:
        """Store a body. Returns False for one that is too large."""
        if len(packed.body) + OVERHEAD > self._bodies.limit:
            return False
        self._bodies.put(address, StoredBody(packed, seen_at))
        return True

    def clear(self) -> None:
        """Remove everything."""
        self._bodies.clear()


T = TypeVar("T")

log = logging.getLogger(__name__)

LIMIT = 512 * 1024 * 1024
"""Bytes that are kept on disk unless the user chooses otherwise."""

LARGEST_SHARE = 8  # one answer never takes more than an eighth of the room
_LEVEL = 3  # of zlib: a third faster than the usual 6, and hardly larger
_SMALLEST = 400  # bytes below which compressing is not worth it
_ROOM = 16 * 1024 * 1024  # bytes: a disk that has them is not full
_PAUSE = 30.0  # seconds after which a disk that refused is tried again


class CachedBody(NamedTuple):
    """Cached body as the server sent it, and when, in seconds since 1970."""

    body: bytes
    seen_at: float


class ResponseCache:
    """Cache of response bodies by account and address. For any thread; nothing raises.

    Nothing touches the disk before the first call, and nothing of the embedded osu!
    (`DEMO`) ever does: it is remembered until `close`.

    Args:
        folder: where the file is; made when it is first needed.
        limit_bytes: of all that is kept on disk; the least recently used goes first.
    """

    def __init__(self, folder: Path, limit_bytes: int = LIMIT) -> None:
        self.path = folder / "answers.sqlite"
        self._limit = limit_bytes
        self._brief = RamStore()
        self._file: SqliteStore | None = None
        self._frozen = ReadOnlyStore(self.path)  # while nothing can be written
        self._lock = threading.Lock()
        self._rest_until = 0.0  # nothing is opened or written before
        self._damage: str | None = None
        self._refusal: str | None = None
        self._telling = threading.Lock()
        self._tell: Callable[[str | None], None] | None = None
        self._told: str | None = None
        self._closed = False

    @classmethod
    def open(cls, folder: Path, limit_bytes: int = LIMIT) -> ResponseCache:
        """Return the cache in `folder`, opened at once, so that `problem` is known. On a worker."""
        cache = cls(folder, limit_bytes)
        cache._opened()
        return cache

    @property
    def problem(self) -> str | None:
        """Why nothing is kept at the moment, or what was lost, as a sentence; None: all is well."""
        return self._refusal or self._damage

    def watch_problem(self, tell: Callable[[str | None], None]) -> None:
        """Have `tell` called with `problem` whenever it is another one, on whichever thread.

        One that is there already is told at once. `tell` must not wait for anything.
        """
        with self._telling:
            self._tell, self._told = tell, None
        self._tell_problem()

    def load(self, account: str, address: str) -> CachedBody | None:
        """Return the last answer that `account` got from `address`; None if there is none."""
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
        """Keep an answer that has just come. Returns whether it is kept now.

        What holds a secret is not, nor what alone would take an eighth of the room.
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
        """Delete all of one account, or everything. Return whether it is gone from the disk.

        It takes a while where there is much, in short steps: others go on meanwhile.
        """
        if account in (None, DEMO):
            self._brief.clear()
        if account == DEMO:
            return True
        with contextlib.suppress(OSError):
            self._aside.unlink(missing_ok=True)  # it may hold the same

        def clear(file: SqliteStore) -> bool:
            file.clear(account)
            return True

        return self._with_file(clear, False)

    def size(self) -> int:
        """Return how many bytes are kept on disk."""
        return self._with_file(lambda file: file.size(), 0)

    def set_limit(self, limit_bytes: int) -> None:
        """Keep no more than `limit_bytes` on disk from now on, and give the rest back."""
        self._limit = limit_bytes
        self._with_file(lambda file: file.set_limit(limit_bytes), None)

    def close(self) -> None:
        """Let go of the file. Later calls find nothing and keep nothing."""
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
        """Do `work`; with a new file once more if this one is damaged; `otherwise` if it fails."""
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
        """Return the file, opened; None if it cannot be used now."""
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
                self.path.touch(mode=0o600)  # what a person saw is theirs alone
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
        """Return True if the work can be tried again, with a new file."""
        trouble = schema.problem_of(error)
        if trouble is schema.StoreProblem.DISK:
            if self._is_sound(error, file):
                self._refuse(error)
            else:
                trouble = schema.StoreProblem.DAMAGED
        if trouble is not schema.StoreProblem.DAMAGED:
            return False
        with self._lock:
            if self._file is file:  # else another worker has done it
                self._file = None
                file.abandon()
                self._set_aside(file.identity)
        return True

    def _is_sound(self, error: Exception, file: SqliteStore) -> bool:
        """Return False if it is not the disk that is full, but the file that is damaged."""
        try:
            free = shutil.disk_usage(self.path.parent).free
            return not schema.is_full(error) or free < _ROOM or file.is_sound()
        except schema.errors() as other:
            return schema.problem_of(other) is not schema.StoreProblem.DAMAGED
        except OSError:
            return True

    def _refuse(self, error: Exception) -> None:
        """Keep nothing for a while. `_lock` need not be held: the last word is as good as any."""
        self._rest_until = time.monotonic() + _PAUSE
        folder = self.path.parent
        self._refusal = f"What you see is not kept at the moment: {_cause(error)} ({folder})."
        log.warning("answers are not stored: %s", error)
        self._tell_problem()

    def _tell_problem(self) -> None:
        """Tell it, if it is another one than was told last; others wait, so that it is in order."""
        with self._telling:
            problem = self.problem
            if self._tell is not None and problem != self._told:
                self._told = problem
                self._tell(problem)

    def _set_aside(self, identity: tuple[int, int]) -> None:
        """Move the damaged file out of the way, unless another process has just done it."""
        self._damage = "What was seen before was damaged. It starts anew"
        try:
            if schema.identity_of(self.path) != identity:
                return
            self.path.replace(self._aside)
            for ending in ("-wal", "-shm"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
            self._damage += f"; the old file is {self._aside}."
        except OSError:
            self._damage += "."
        finally:
            log.warning("%s", self._damage)
            self._tell_problem()


def _cause(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error) or "the disk refuses"


def _checksum(body: bytes, account: str, address: str) -> int:
    """Return the checksum of a body as it is stored, and of whose and what it is."""
    return zlib.crc32(body, zlib.crc32(f"{account}\n{address}".encode(errors="replace")))


def _packed(body: bytes, account: str, address: str) -> CompressedBody:
    smaller = zlib.compress(body, _LEVEL) if len(body) >= _SMALLEST else body
    is_compressed = len(smaller) < len(body) * 0.9
    stored = smaller if is_compressed else body
    return CompressedBody(stored, is_compressed, len(body), _checksum(stored, account, address))


def _unpacked(packed: CompressedBody, account: str, address: str) -> bytes | None:
    """Return what was packed; None if it is not what was packed."""
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
"""The account of the embedded osu!: its answers are kept until the program ends, not on disk."""

LONGEST_ADDRESS = 8000

_SECRETS = frozenset(
    ("k", "api_key", "code", "state", "client_secret", "password", "token", "access_token")
)
# A name of an object's member: inside a text of JSON its quotes would be written with backslashes.
_SECRET_MEMBERS = re.compile(rb'"(?:access_token|refresh_token|client_secret)"\s*:')


def account_key(server: str, player: int | None) -> str:
    """Return the key of an account, which no other account has.

    Args:
        server: origin of the server: the same id is somebody else on another one.
        player: the id of who is signed in; None for guests, who all see the same.
    """
    who = "guest" if player is None else f"player {player:d}"
    return f"{who} on {server.lower().rstrip('/')}"


def cache_key(
    origin: str, path: str, params: Mapping[str, str | Sequence[str]] | None = None
) -> str:
    """Return the one address of an answer: origin, path, and the query sorted by name.

    The values of one name (`ids[]`) keep their order: the answer has it too.
    """
    pairs: list[tuple[str, str]] = []
    for name, value in (params or {}).items():
        pairs += [(name, value)] if isinstance(value, str) else [(name, one) for one in value]
    query = urlencode(sorted(pairs, key=lambda pair: pair[0]))
    return f"{origin}{path}" + (f"?{query}" if query else "")


def is_cacheable(address: str, body: bytes) -> bool:
    """Return False for what holds a secret, or is no answer of a server's API."""
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
        account: whose answers they are (`account_key`, or `DEMO`). None until that is
            known: nothing is saved or loaded then. It never becomes another one's.
    """

    def __init__(self, cache: ResponseCache, origin: str, account: str | None = None) -> None:
        self.account = account
        self._cache = cache
        self._origin = origin

    def save(self, path: str, params: Params, body: bytes) -> None:
        """Keep the body of a good answer to `GET path` with `params`."""
        account = self.account
        if account is not None:
            self._cache.save(account, cache_key(self._origin, path, params), body)

    def load(self, path: str, params: Params) -> CachedBody | None:
        """Return the last body that was kept, and when that was; None if there is none."""
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
    """Return what `load(client, ...)` returns from cached answers alone; None if it is not there.

    It waits for no request: a thread of its own does it.

    Returns:
        The value, and when the oldest part of it was seen, in seconds since 1970.
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
