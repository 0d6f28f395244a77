"""Timeline of a match: its events as far as they are loaded, and the loads of more of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from osubrowser.api.entities.matches import Match
from osubrowser.api.errors import NotFound

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.matches import MatchEvent, MatchResponse
    from osubrowser.api.entities.users import UserCompact

PAGE_SIZE: Final = 100
"""Events of a page."""


@dataclass(frozen=True, slots=True)
class MatchTimeline:
    """Events of a match without gaps, up to the latest ones.

    Attributes:
        match: the match.
        events: oldest first, each id once.
        users: the players by id; those without an account any more are missing.
        first_id: id of the first event of the match; None if it is unknown.
        current_game: id of the game that is being played; None for none.
        has_start: whether there are no events before these.
    """

    match: Match
    events: tuple[MatchEvent, ...] = ()
    users: Mapping[int, UserCompact] = field(default_factory=dict)
    first_id: int | None = None
    current_game: int | None = None
    has_start: bool = True

    @classmethod
    def of(cls, response: MatchResponse) -> MatchTimeline:
        """Return the timeline of the page of the latest events."""
        events = tuple(sorted(response.events, key=lambda event: event.id))
        first = response.first_event_id
        return cls(
            response.match,
            events,
            _by_id(response.users),
            first,
            response.current_game_id,
            has_start=not events or first is None or events[0].id <= first,
        )

    @property
    def is_running(self) -> bool:
        """Whether the match has not ended."""
        return self.match.end_time is None

    @property
    def oldest(self) -> int:
        """The id of the oldest loaded event; 0 without events."""
        return self.events[0].id if self.events else 0

    @property
    def resume_after(self) -> int:
        """The id after which events are new or may have changed: those of unfinished games.

        Games that were aborted have no end either: only the latest of the unfinished counts.
        """
        if not self.events:
            return 0
        latest = self.events[-1]
        for event in reversed(self.events):
            game = event.game
            if game is not None:
                return event.id - 1 if game.end_time is None else latest.id
        return latest.id

    def with_older(self, response: MatchResponse) -> MatchTimeline:
        """Return this timeline with a page of events before its oldest one."""
        oldest = self.oldest
        older = sorted((e for e in response.events if e.id < oldest), key=lambda event: event.id)
        events = (*older, *self.events)
        first = self.first_id
        return replace(
            self,
            events=events,
            users=_by_id(response.users) | dict(self.users),
            has_start=not older or (first is not None and events[0].id <= first),
        )

    def with_newer(self, response: MatchResponse) -> MatchTimeline:
        """Return this timeline with a page of events after `resume_after`."""
        known = {event.id: event for event in self.events}
        known.update((event.id, event) for event in response.events)
        return replace(
            self,
            match=response.match if response.match.id else self.match,
            events=tuple(known[key] for key in sorted(known)),
            users=dict(self.users) | _by_id(response.users),
            current_game=response.current_game_id,
        )

    def followed_by(self, newer: MatchTimeline) -> MatchTimeline:
        """Return the newer timeline of the match, with the events of this one before it.

        This one is dropped if there is a gap between the two.
        """
        if not (self.events and newer.events) or newer.oldest > self.events[-1].id:
            return newer
        older = tuple(event for event in self.events if event.id < newer.oldest)
        return replace(
            newer,
            events=(*older, *newer.events),
            users=dict(self.users) | dict(newer.users),
            has_start=self.has_start if older else newer.has_start,
        )


def load_timeline(client: Client, key: str) -> MatchTimeline:
    """Load a match with its latest events (`matches/{match}`); blocks, for a worker.

    Args:
        client: the API client.
        key: id of the match, in digits.

    Raises:
        NotFound: there is no such match.
        LoginRequired, Forbidden: the match is private.
        OsuError: as the client raises it.
    """
    number = _number(key)
    response = client.match(number, limit=PAGE_SIZE)
    if not response.match.id and not response.events:
        raise NotFound
    return MatchTimeline.of(response)


def load_older(client: Client, match: int, before: int) -> MatchResponse:
    """Load the events before one (`matches/{match}`); blocks, for a worker.

    Raises:
        OsuError: as the client raises it.
    """
    return client.match(match, before_id=before, limit=PAGE_SIZE)


def load_newer(client: Client, match: int, after: int) -> MatchResponse:
    """Load the events after one (`matches/{match}`); blocks, for a worker.

    Raises:
        OsuError: as the client raises it.
    """
    return client.match(match, after_id=after, limit=PAGE_SIZE)


def is_final(response: MatchResponse) -> bool:
    """Whether a page of old events can be taken from the cache: no game in it has no end."""
    return all(e.game is None or e.game.end_time is not None for e in response.events)


def _by_id(users: Iterable[UserCompact]) -> dict[int, UserCompact]:
    return {user.id: user for user in users if user.id}


def _number(key: str) -> int:
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        raise NotFound
    return int(key)
