"""Background refreshing of what is followed, with its own rate limit."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from osubrowser.api.errors import (
    Cancelled,
    Forbidden,
    InvalidRequest,
    LoginRequired,
    NotFound,
    Offline,
    OsuError,
    RateLimited,
)
from osubrowser.services.history.checks import (
    CHECKED_EVERY,
    MATCH_EVERY,
    Check,
    Due,
    Wish,
    drop_wanted,
    next_check,
    send,
)
from osubrowser.services.history.detect.failures import note_failure
from osubrowser.services.history.detect.look import GONE
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.pace import Pace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.account import AccountState

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Sequence

    from osubrowser.api.client import Client
    from osubrowser.services.history.connection import NetworkState
    from osubrowser.services.history.follow_rows import Follow
    from osubrowser.services.history.histories import History
    from osubrowser.services.history.records import Difference
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences

log = logging.getLogger(__name__)

LONGEST_PAUSE: Final = 15 * 60.0
"""Seconds of the longest pause after failures in a row."""
FIRST_PAUSE: Final = 10.0
"""Seconds of the pause after the first failure; each further one doubles it."""
_BUSY_WAIT: Final = 5.0
_IDLE_WAIT: Final = 60.0  # until what is due is looked for again, at the latest
_SKIPPED: Final = 0.9  # part of the time in which a thing is not asked for again


class RefreshWord(StrEnum):
    """What refreshing is doing."""

    OFF = "off"
    """The pace is 0."""
    STOPPED = "stopped"
    """Not started yet, held, or the program ends."""
    SIGNED_OUT = "signed_out"
    OFFLINE = "offline"
    """The computer has no connection."""
    METERED = "metered"
    """The connection is metered, and the setting says to wait."""
    RATE_LIMITED = "rate_limited"
    """The server asked to wait."""
    FAILING = "failing"
    """The server did not answer, or failed; it is asked again later."""
    BUSY = "busy"
    """The person's own requests come first."""
    EMPTY = "empty"
    """Nothing is followed."""
    RESTING = "resting"
    """Everything was checked a short time ago."""
    WAITING = "waiting"
    """The next request waits for its turn."""
    CHECKING = "checking"
    """A request is under way."""


@dataclass(frozen=True, slots=True)
class RefreshState:
    """What refreshing is doing, and until when.

    Attributes:
        word: what.
        until: when it goes on (Unix time in seconds); None if that is not known.
    """

    word: RefreshWord
    until: float | None = None


class Clock:
    """Clock of refreshing; tests have one of their own."""

    def now(self) -> float:
        """Return the Unix time in seconds, which may jump."""
        return time.time()

    def monotonic(self) -> float:
        """Return seconds that never go back."""
        return time.monotonic()

    async def wait(self, event: asyncio.Event, seconds: float) -> None:
        """Wait until an event is set, for a number of seconds at most."""
        import asyncio

        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            pass


class _TokenFirst(Exception):
    """A token was requested, and the request itself has to wait for the next turn."""


class Refresher(QObject):
    """Sender of the requests that look for changes of what is followed. For the GUI thread.

    It asks for what was not looked at for longest, at the pace of the settings, and while the
    person's own requests leave room. The answers go to the history like all others, which finds
    the changes in them.

    Signals:
        state_changed: `state` is another.

    Args:
        calls: runs blocking calls on workers.
        account: the session.
        preferences: the settings `follow_pace`, `follow_metered` and `pace`.
        network: network state of the computer.
        history: returns the history in use.
        on_written: called with differences that no recorder tells.
        clock: the clock.

    Attributes:
        state: what it is doing.
    """

    state_changed = Signal()

    def __init__(
        self,
        calls: Calls,
        account: Account,
        preferences: Preferences,
        network: NetworkState,
        history: Callable[[], History],
        on_written: Callable[[Sequence[Difference]], object],
        clock: Clock | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._account = account
        self._preferences = preferences
        self._network = network
        self._history = history
        self._on_written = on_written
        self._clock = clock or Clock()
        self._scope = TaskScope()
        self._woken: asyncio.Event | None = None
        self._pace = Pace()
        self._asked: dict[tuple[int, str], float] = {}
        self._wish = Wish()
        self._prefers_wanted = False
        self._failures = 0
        self._paused_until = 0.0
        self._is_held = False
        self._pause_word = RefreshWord.FAILING
        self.state = RefreshState(RefreshWord.STOPPED)
        preferences.changed.connect(self._on_preference_changed)
        account.changed.connect(self._on_account_changed)
        network.changed.connect(self._on_network_changed)

    # --- what the person does --------------------------------------------------------------------

    def start(self) -> None:
        """Begin to refresh; call it once."""
        self._scope.start(self._run(), key="run")

    def hold(self) -> None:
        """Send nothing until `release`, such as while the history is filled with earlier days."""
        self._is_held = True
        self.wake()

    def release(self) -> None:
        """Go on after `hold`."""
        self._is_held = False
        self.wake()

    def check_now(self, follow: Follow | None = None) -> None:
        """Check a thing before all others; or everything, whenever that was checked last.

        The pace stays as it is. A pause after failures ends, but not one that the server asked for.
        """
        self._end_pause()
        if follow is None:
            self._wish = Wish(self._wish.ids, self._clock.now())
            self._asked.clear()
        elif follow.id:
            self._wish = Wish(self._wish.ids | {follow.id}, self._wish.all_before)
        self.wake()

    def wake(self) -> None:
        """Look for what is due now."""
        if self._woken is not None:
            self._woken.set()

    def close(self) -> None:
        """End refreshing; may be called twice."""
        self._scope.cancel_all()
        self._set_state(RefreshWord.STOPPED)

    def _on_preference_changed(self, name: str) -> None:
        if name in ("follow_pace", "follow_metered"):
            self.wake()

    def _on_network_changed(self) -> None:
        self._end_pause()  # the failures were those of the connection
        self.wake()

    def _end_pause(self) -> None:
        if self._pause_word is RefreshWord.FAILING:
            self._paused_until = 0.0

    def _on_account_changed(self) -> None:
        # Another server knows nothing of what this one said.
        self._paused_until, self._failures = 0.0, 0
        self._asked.clear()
        self.wake()

    # --- the loop --------------------------------------------------------------------------------

    async def _run(self) -> None:
        import asyncio

        self._woken = asyncio.Event()
        while True:
            self._woken.clear()
            try:
                seconds = await self._step()
            except OSError as error:  # the history cannot be read: `HistoryServices` says it
                log.warning("nothing is refreshed: %s", error)
                seconds = _IDLE_WAIT
            if seconds > 0:
                await self._clock.wait(self._woken, seconds)

    async def _step(self) -> float:
        """Send the next request if it may be sent now; return the seconds to wait after it."""
        client = self._account.client
        blocked = self._blocked(client)
        if blocked is not None or client is None:
            return blocked or _IDLE_WAIT
        history, is_urgent = self._history(), bool(self._wish.ids)
        per_minute = self._preferences.settings.follow_pace
        # Cheap, so that the file is read only when a request could be sent.
        wait = self._pace.delay(self._clock.monotonic(), per_minute, spread=not is_urgent)
        if wait > 0:
            self._set_state(RefreshWord.WAITING, wait)
            return wait
        due = await self._calls.run_at_once(self._next, history)
        if due.check is None:
            self._wish = Wish()
            return self._rest(due)
        now = self._clock.monotonic()
        wait = self._pace.delay(now, per_minute, due.check.units, spread=not is_urgent)
        if wait > 0:
            self._set_state(RefreshWord.WAITING, wait)
            return wait
        most = self._pace.free(now, per_minute)
        await self._send(client, history, due.check, most)
        return 0.0

    def _blocked(self, client: Client | None) -> float | None:
        """Return the seconds to wait where nothing may be sent at all; None if it may be."""
        settings = self._preferences.settings
        if self._is_held:
            return self._wait(RefreshWord.STOPPED)
        if settings.follow_pace <= 0:
            return self._wait(RefreshWord.OFF)
        if client is None or self._account.state is AccountState.SIGNING_IN:
            return self._wait(RefreshWord.SIGNED_OUT)
        if self._network.is_offline:
            return self._wait(RefreshWord.OFFLINE)
        if self._network.is_metered and not settings.follow_metered:
            return self._wait(RefreshWord.METERED)
        now = self._clock.monotonic()
        if self._paused_until > now:
            self._set_state(self._pause_word, self._paused_until - now)
            return self._paused_until - now
        # Half of the pace at least is left to the person.
        own = self._pace.sent(now)
        if client.requests_last_minute() - own > settings.pace / 2:
            self._set_state(RefreshWord.BUSY, _BUSY_WAIT)
            return _BUSY_WAIT
        return None

    def _wait(self, word: RefreshWord) -> float:
        """Wait for something that wakes this object."""
        self._set_state(word)
        return 3600.0

    def _rest(self, due: Due) -> float:
        if due.next_at is None:
            self._set_state(RefreshWord.EMPTY)
            return _IDLE_WAIT
        seconds = min(max(due.next_at - self._clock.now(), 1.0), _IDLE_WAIT)
        self._set_state(RefreshWord.RESTING, due.next_at - self._clock.now())
        return seconds

    def _next(self, history: History) -> Due:
        """Return what is due. On a worker."""
        now = self._clock.monotonic()
        skipped = [key for key, until in list(self._asked.items()) if until > now]
        return next_check(
            history.store(),
            self._clock.now(),
            self._wish,
            frozenset(skipped),
            prefers_wanted=self._prefers_wanted and not self._wish.ids,
        )

    async def _send(self, client: Client, history: History, check: Check, most: int) -> None:
        import asyncio

        self._set_state(RefreshWord.CHECKING)
        self._prefers_wanted = not check.request
        try:
            sent, error = await self._calls.run(_ask, client, history, check, most)
        except asyncio.CancelledError:
            # Whether it was sent is not known: count it.
            self._pace.note(self._clock.monotonic(), 1, check.units)
            raise
        now = self._clock.monotonic()
        self._pace.note(now, sent, check.units)
        self._asked = {key: until for key, until in self._asked.items() if until > now}
        every = MATCH_EVERY if check.kind is FollowKind.MATCH else CHECKED_EVERY
        for number in check.ids:
            self._asked[number, check.request] = now + every * _SKIPPED
        # A thing that is not followed any more is never checked.
        left = self._wish.ids - set(check.ids) if self._wish.ids & set(check.ids) else frozenset()
        self._wish = Wish(frozenset(left), self._wish.all_before)
        await self._judge(history, check, error)

    async def _judge(self, history: History, check: Check, error: Exception | None) -> None:
        """Draw the consequences of how a request ended."""
        if error is None:
            self._failures = 0
            return
        if isinstance(error, (Cancelled, LoginRequired, _TokenFirst)):
            for number in check.ids:  # it says nothing about the thing
                self._asked.pop((number, check.request), None)
            self._pause(RefreshWord.FAILING, FIRST_PAUSE)
            return
        log.info("a check failed: %s: %s", check.addresses[0], error)
        if isinstance(error, RateLimited):
            for number in check.ids:
                self._asked.pop((number, check.request), None)
            self._failures += 1
            doubled = FIRST_PAUSE * 2.0 ** min(self._failures, 10)
            self._pause(
                RefreshWord.RATE_LIMITED, max(error.retry_after, min(doubled, LONGEST_PAUSE))
            )
            return
        failure = _failure_of(error, check)
        if check.request and failure in ("refused", "forbidden"):  # the thing itself is there
            await self._calls.run_at_once(lambda: drop_wanted(history.store(), check))
            return
        if failure in ("offline", "unreadable"):
            self._failures += 1
            doubled = FIRST_PAUSE * 2.0 ** min(self._failures - 1, 10)
            self._pause(RefreshWord.FAILING, min(doubled, LONGEST_PAUSE))
            if failure == "offline":
                for number in check.ids:  # `OFFLINE_EVERY` says when
                    self._asked.pop((number, check.request), None)
        status = getattr(error, "status", None) or 0
        note = partial(note_failure, status=status)
        at = int(self._clock.now())
        found = await self._calls.run_at_once(lambda: note(history.store(), check.ids, failure, at))
        self._on_written(found)

    def _pause(self, word: RefreshWord, seconds: float) -> None:
        self._paused_until = self._clock.monotonic() + seconds
        self._pause_word = word

    def _set_state(self, word: RefreshWord, seconds: float | None = None) -> None:
        until = None if seconds is None else self._clock.now() + seconds
        state = RefreshState(word, until)
        before = self.state
        is_same = before.word is word and (
            before.until == until
            or (before.until is not None and until is not None and abs(before.until - until) < 1)
        )
        if not is_same:
            self.state = state
            self.state_changed.emit()


def _ask(client: Client, history: History, check: Check, most: int) -> tuple[int, Exception | None]:
    """Send a request, and wait until its answer is written. On a worker.

    Returns:
        The number of requests that were sent, and the error, or None.
    """
    recorder = history.recorder
    quiet = client.single_try().observed_by(recorder.background)
    error: Exception | None = None
    with quiet.at_most(max(1, most)) as allowance:
        try:
            send(quiet, check)
        except (OsuError, ValueError) as failure:
            error = failure
    if allowance.is_exceeded and isinstance(error, RateLimited):
        error = _TokenFirst()
    recorder.flush()
    if error is None and check.request:
        drop_wanted(history.store(), check)
    return allowance.sent, error


def _failure_of(error: Exception, check: Check) -> str:
    """Return the `Follow.failure` of an error."""
    match error:
        case NotFound() if not check.request or check.kind is FollowKind.PLAYER:
            return GONE
        case NotFound() | InvalidRequest() | ValueError():
            return "refused"
        case Forbidden():
            return "forbidden"
        case Offline():
            return "offline"
        case _:
            return "unreadable"
