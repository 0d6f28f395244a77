"""Remote suggestions: debounced, one request at a time, stale responses dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from osubrowser.api.errors import Cancelled, OsuError, RateLimited
from osubrowser.lru import LRUCache
from osubrowser.services.omnibox.suggestions import Suggestion, beatmaps_found, players_found
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.matching import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.api.client import Client
    from osubrowser.services.omnibox.query import Query
    from osubrowser.services.runtime.calls import Calls

DEBOUNCE: Final = 0.2  # seconds
_SHORTEST: Final = 2  # characters of a query; one suffices outside ASCII
_MOST_KEPT: Final = 64  # cached results, a few rows each
_LONGEST_PAUSE: Final = 300.0


@dataclass(slots=True, eq=False)
class _Question:
    """Pending search for players and beatmaps; `is_stale` once replaced by another."""

    words: str
    wants_beatmaps: bool
    client: Client
    due: float
    is_stale: bool = False


class RemoteSuggestions(QObject):
    """Controller of debounced searches on the server. Use it in the GUI thread.

    At most one request is under way: of the queries made meanwhile only the last is sent, after
    it has ended. Results of an older query are not emitted.

    Args:
        calls: runs the requests on workers.
        report: called with unexpected exceptions.

    Attributes:
        began: a search starts, or resumes after a pause.
        found: `(list of Suggestion)` for the current query; players first, then beatmaps.
        ended: the search is complete.
        failed: `(error)`: the search has ended with an error.
        paused: `(seconds)` left of a rate limit, emitted each second; the search resumes then.
    """

    began = Signal()
    found = Signal(object)
    ended = Signal()
    failed = Signal(object)
    paused = Signal(float)

    def __init__(
        self,
        calls: Calls,
        report: Callable[[BaseException], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._scope = TaskScope(report)
        self._question: _Question | None = None
        self._is_asking = False
        self._client: Client | None = None
        self._passing: Client | None = None
        self._known: LRUCache[tuple[str, str], list[Suggestion]] = LRUCache(_MOST_KEPT)
        self.original_titles = False

    @property
    def is_asking(self) -> bool:
        """Whether a request is under way or scheduled."""
        return self._is_asking

    def ask(self, client: Client | None, query: Query) -> bool:
        """Start a search in place of the current one.

        Returns:
            Whether results follow, from the server or from the cache.
        """
        import asyncio

        self.stop()
        words = query.words
        long_enough = len(words) >= _SHORTEST or (words and not words.isascii())
        if client is None or not query.asks_for_players or not long_enough:
            return False
        due = asyncio.get_running_loop().time() + DEBOUNCE
        question = _Question(words, query.asks_for_beatmaps, self._in_passing(client), due)
        self._question = question
        if self._answer_from_cache(question):
            self._question = None
            self.ended.emit()
            return True
        self.began.emit()
        if not self._is_asking:
            self._is_asking = True
            self._scope.start(self._go_on())
        return True

    def stop(self) -> None:
        """Cancel the current search."""
        if self._question is not None:
            self._question.is_stale = True
            self._question = None

    def clear(self) -> None:
        """Clear the cached results, after a change of the account or of the titles' script."""
        self.stop()
        self._client = self._passing = None
        self._known.clear()

    def close(self) -> None:
        """Cancel the current search and all tasks."""
        self.stop()
        self._scope.cancel_all()

    # --- requests ----------------------------------------------------------------------------

    def _in_passing(self, client: Client) -> Client:
        if client is not self._client or self._passing is None:
            self._client, self._passing = client, client.best_effort()
            self._known.clear()
        return self._passing

    async def _go_on(self) -> None:
        try:
            await self._ask_on()
        finally:
            self._is_asking = False

    async def _ask_on(self) -> None:
        """Run searches until none is pending."""
        import asyncio

        loop = asyncio.get_running_loop()
        while (question := self._question) is not None:
            rest = question.due - loop.time()
            if rest > 0:
                await asyncio.sleep(rest)
                continue
            try:
                await self._answer(question)
            except RateLimited as error:
                await self._pause(question, min(error.retry_after, _LONGEST_PAUSE))
                continue
            except Cancelled:  # its client was closed; a newer search may have another
                if not question.is_stale:
                    self._question = None
                continue
            except OsuError as error:
                if not question.is_stale:
                    self._question = None
                    self.failed.emit(error)
                continue
            if not question.is_stale:
                self._question = None
                self.ended.emit()

    async def _answer(self, question: _Question) -> None:
        for topic, ask in (("players", _ask_players), ("beatmaps", _ask_beatmaps)):
            if question.is_stale or (topic == "beatmaps" and not question.wants_beatmaps):
                return
            key = (topic, fold(question.words))
            rows = self._known.get(key)
            if rows is None:
                rows = await self._calls.run(ask, question, self.original_titles)
                if rows is None:
                    return
                if self._passing is question.client:
                    self._store(key, rows)
            if not question.is_stale:
                self.found.emit(rows)

    async def _pause(self, question: _Question, seconds: float) -> None:
        """Wait out a rate limit while the search is current, emitting `paused`."""
        import asyncio

        loop = asyncio.get_running_loop()
        until = loop.time() + max(seconds, 0.1)
        while not question.is_stale and (rest := until - loop.time()) > 0:
            self.paused.emit(rest)
            await asyncio.sleep(min(rest, 1.0))
        if not question.is_stale:
            self.began.emit()

    def _answer_from_cache(self, question: _Question) -> bool:
        topics = ("players", "beatmaps") if question.wants_beatmaps else ("players",)
        keys = [(topic, fold(question.words)) for topic in topics]
        known = [self._known.get(key) for key in keys]
        for rows in known:
            if rows is None:
                return False
        for rows in known:
            self.found.emit(rows)
        return True

    def _store(self, key: tuple[str, str], rows: list[Suggestion]) -> None:
        self._known.put(key, rows)


def _ask_players(question: _Question, _original: bool) -> list[Suggestion] | None:
    """Return suggestions of players; None if cancelled. Blocks: call it on a worker."""
    if question.is_stale:
        return None
    answer = question.client.search(question.words, mode="user")
    return players_found(answer.user.data if answer.user is not None else ())


def _ask_beatmaps(question: _Question, original: bool) -> list[Suggestion] | None:
    """Return suggestions of beatmapsets; None if cancelled. Blocks: call it on a worker."""
    if question.is_stale:
        return None
    answer = question.client.search_beatmapsets(question.words)
    return beatmaps_found(answer.beatmapsets, original=original)
