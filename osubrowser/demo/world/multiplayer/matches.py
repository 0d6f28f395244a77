"""Multiplayer matches of the stable client, each simulated on demand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.clock import LAUNCH, offset_form, seconds
from osubrowser.demo.world.data import texts
from osubrowser.demo.world.draws import Draws, Stream, between, chance, unit
from osubrowser.demo.world.multiplayer.lobbies import COMING, MOST_GAMES, Game, Lobby, Selection
from osubrowser.demo.world.multiplayer.match_scores import MatchScore, simulate_score
from osubrowser.demo.world.players.authors import GONE, Authors
from osubrowser.demo.world.players.teams import COUNT as TEAMS
from osubrowser.demo.world.players.teams import ME, Teams
from osubrowser.lru import LRUCache

COUNT = 24_000
"""How many matches there are, oldest first."""

EVENTS = 1_024
"""How many ids of events a match has for itself."""

LONGEST = 3 * 3_600
"""Seconds after which everybody has gone."""

MARATHON = COUNT - 700
"""Number of a match of two teams with 500 games."""

_MARATHON_GAMES, _MARATHON = 500, 40 * 3_600
_CROWDED = 53
"""Of so many matches one has 16 players."""

_FIRST_ID, _ID_STEP = 1_000_000, 4_700
_FIRST_EVENT = 400_000_000
_FIRST_GAME, _GAMES = 200_000_000, 64
_FIRST_OF_MARATHON = 900_000_000
_KEPT = 12
_MODS: tuple[tuple[str, ...], ...] = (
    (),
    (),
    (),
    ("HD",),
    ("HR",),
    ("DT",),
    ("NF",),
    ("NF", "HD"),
    ("EZ",),
    ("HD", "HR"),
    ("FL",),
    ("NF", "HR"),
)
_SCORINGS = ("score", "score", "score", "scorev2", "accuracy", "combo")
_TEAMS = ("head-to-head", "head-to-head", "head-to-head", "team-vs", "tag-coop", "tag-team-vs")


_LONG_NAME = (
    "日本マルチプレイヤー選手権2026: (チーム・さくらふぶき) vs"
    " (The Extraordinarily Long Name of a Team That Nobody Can Shorten)"
)


class Match(NamedTuple):
    """Record of a match. Times are in seconds since launch; `end` may lie in the future."""

    number: int
    id: int
    host: int
    ruleset: int
    tournament: bool
    private: bool
    start: int
    end: int


class Matches:
    """All matches of one world, by index from 0 to `COUNT - 1`. Thread-safe."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        teams: Teams,
        beatmaps: Beatmaps,
        authors: Authors,
        selection: Selection,
    ) -> None:
        self._seed = seed
        self._teams = teams
        self._beatmaps = beatmaps
        self._authors = authors
        self._selection = selection
        self._draws = Draws(seed, "matches")
        self._score_draws = Draws(seed, "match scores")
        self._skill_draws = Draws(seed, "skills")
        self._lobbies: LRUCache[int, Lobby] = LRUCache(_KEPT)
        self.now = seconds(now)

    # --- lists --------------------------------------------------------------------------------

    def id_of(self, number: int) -> int:
        """Return the id of a match: ids grow with the time and have gaps."""
        return _FIRST_ID + number * _ID_STEP + self._draws.at(number)[0] % _ID_STEP

    def by_id(self, match_id: int) -> int | None:
        """Return the number of the match with this id, or None."""
        number = (match_id - _FIRST_ID) // _ID_STEP
        return number if 0 <= number < COUNT and self.id_of(number) == match_id else None

    def first_after(self, match_id: int) -> int:
        """Return the index of the first match with a higher id, or `COUNT`."""
        number = (match_id - _FIRST_ID) // _ID_STEP
        if not 0 <= number < COUNT:
            return 0 if number < 0 else COUNT
        return number if self.id_of(number) > match_id else number + 1

    def of(self, number: int) -> Match:
        """Return a match."""
        draws = self._draws.at(number)
        start = self._start(number)
        tournament = chance(draws[1], 0.07)
        stay = 600 + unit(draws[2]) ** 2 * (LONGEST - 600)
        stream = Stream(f"{self._seed}/match {number} opened")
        selection = self._selection
        return Match(
            number=number,
            id=self.id_of(number),
            host=selection.people(stream, 1, start)[0],
            ruleset=selection.ruleset(stream),
            tournament=tournament or number == MARATHON,
            private=self.is_private(number),
            start=start,
            end=start + _stay(number, stay, tournament=tournament),
        )

    def is_private(self, number: int) -> bool:
        """Return whether a match is visible to participants only."""
        return number % 41 == 5 and number != MARATHON

    def _start(self, number: int) -> int:
        """Return when a match began: the newest a moment ago, more and more of them with time."""
        return max(0, self.now - 40 - int(85 * (COUNT - 1 - number) ** 1.55))

    def newest_first(self, below: int = COUNT) -> Iterator[int]:
        """Yield the numbers of the public matches below one, the newest first."""
        return (n for n in range(below - 1, -1, -1) if not self.is_private(n))

    def oldest_first(self, start: int = 0) -> Iterator[int]:
        """Yield the numbers of the public matches from one on, the oldest first."""
        return (n for n in range(start, COUNT) if not self.is_private(n))

    def entity(self, match: Match) -> dict[str, object]:
        """Return the `Match` of the API."""
        return {
            "id": match.id,
            "start_time": offset_form(moment(match.start)),
            "end_time": None if self.goes_on(match) else offset_form(moment(match.end)),
            "name": self.name(match),
        }

    def goes_on(self, match: Match) -> bool:
        """Return whether a match has not ended yet."""
        return match.end > self.now

    def name(self, match: Match) -> str:
        """Return the name of a match."""
        draws = self._draws.at(match.number)
        if match.number % 89 == 4:
            return _LONG_NAME
        if match.tournament:
            teams = self._teams
            first, second = (" ".join(teams.words(between(d, 1, TEAMS))) for d in draws[3:5])
            letters = "".join(chr(65 + between(draw, 0, 25)) for draw in draws[5:7])
            return f"{letters}C: ({first}) vs ({second})"
        return texts("matches")[draws[3] * len(texts("matches")) >> 32].format(
            self._authors.name_of(match.host)
        )

    # --- what happened ------------------------------------------------------------------------

    def lobby(self, match: Match) -> Lobby:
        """Return the evening of a match, up to now."""
        lobby = self._lobbies.get(match.number)
        if lobby is None:
            lobby = self._play(match)
            self._lobbies.put(match.number, lobby)
        return lobby

    def _play(self, match: Match) -> Lobby:
        stream = Stream(f"{self._seed}/match {match.number}")
        slots = 8 if match.tournament else stream.between(2, 16)
        is_crowded = match.number % _CROWDED == 9
        slots = 16 if is_crowded else slots
        others = self._selection.people(stream, slots + 6, match.start)
        guests = [match.host, *(one for one in others if one != match.host)]
        if match.number % 97 == 3:
            guests.insert(1, ME)
        stars = stream.spread(2.2, 5.6)

        def choose(stream: Stream) -> tuple[int, Difficulty, int]:
            return self._selection.beatmap(
                stream, match.ruleset, match.start, stars - 0.5, stars + 1.0
            )

        return Lobby(
            stream,
            match.start,
            match.end,
            self.now,
            guests=list(dict.fromkeys(guests)),
            slots=slots,
            choose=choose,
            mods=lambda stream: stream.pick(_MODS),
            most=_MARATHON_GAMES if match.number == MARATHON else MOST_GAMES,
            coming=1.0 if is_crowded else COMING,
            is_returning=match.number == MARATHON,
        )

    def event_id(self, match: Match, place: int) -> int:
        """Return the id of an event by its place in the match."""
        return _FIRST_EVENT + match.number * EVENTS + place

    def game_id(self, match: Match, game: int) -> int:
        """Return the id of a game by its place in the match."""
        if match.number == MARATHON:
            return _FIRST_OF_MARATHON + game
        return _FIRST_GAME + match.number * _GAMES + game

    def modes(self, match: Match) -> tuple[str, str]:
        """Return how a match counts and how its players stand to each other."""
        if match.tournament:
            return "scorev2", "team-vs"
        draws = self._draws.at(match.number)
        return _SCORINGS[draws[8] % len(_SCORINGS)], _TEAMS[draws[9] % len(_TEAMS)]

    def lost_beatmap(self, match: Match, game: int) -> int | None:
        """Return the id of the beatmap of a game if it does not exist any more, else None."""
        draws = self._score_draws.at((match.number * _GAMES + game) * 32 + 31)
        if not chance(draws[0], 0.03):
            return None
        beatmap_id = between(draws[1], 1_300, 4_000_000)
        while self._beatmaps.difficulty_by_id(beatmap_id) is not None:
            beatmap_id += 1
        return beatmap_id

    def is_aborted(self, match: Match, game: int) -> bool:
        """Return whether a game was aborted: it has no scores."""
        draws = self._score_draws.at((match.number * _GAMES + game) * 32 + 30)
        return chance(draws[0], 0.03)

    def has_end(self, match: Match, game: int) -> bool:
        """Return whether a game has an end: some of the aborted ones have none."""
        draws = self._score_draws.at((match.number * _GAMES + game) * 32 + 30)
        return not (self.is_aborted(match, game) and chance(draws[1], 0.5))

    def scores(self, match: Match, number: int, game: Game) -> list[tuple[int, int, MatchScore]]:
        """Return the scores of a game: slot, author and score; none of an aborted one."""
        if self.is_aborted(match, number):
            return []
        beatmaps = self._beatmaps
        counts = beatmaps.counts(game.beatmapset, game.difficulty)
        combo = beatmaps.max_combo(game.beatmapset, game.difficulty)
        found = []
        for slot, author in game.players:
            draws = self._score_draws.at((match.number * _GAMES + number) * 32 + slot)
            made = simulate_score(
                game.difficulty, counts, combo, game.mods, self.skill(author), draws
            )
            found.append((slot, author, made))
        draws = self._score_draws.at((match.number * _GAMES + number) * 32 + 30)
        if "team" in self.modes(match)[1] and chance(draws[2], 0.1):
            _tie(found)
        return found

    def skill(self, author: int) -> float:
        """Return the skill of a player, 0 to 1."""
        return 0.35 + 0.65 * unit(self._skill_draws.at(author)[0])

    def took_part(self, match: Match, account: int) -> bool:
        """Return whether an account was in a match."""
        return any(event.author == account for event in self.lobby(match).events)

    @staticmethod
    def colour(slot: int) -> str:
        """Return the team colour of a slot."""
        return "red" if slot & 1 else "blue"

    def is_gone(self, author: int) -> bool:
        """Return whether an author has no account any more."""
        return author >= GONE


def _stay(number: int, stay: float, *, tournament: bool) -> int:
    """Return how many seconds a match lasts."""
    if number == MARATHON:
        return _MARATHON
    return int(max(stay, 2_400.0) if tournament else stay)


_LARGEST_RAISE = 300_000


def _tie(scores: list[tuple[int, int, MatchScore]]) -> None:
    """Raise a score of the team that is a little behind, so that both have the same totals."""
    for name in ("total", "old_total"):
        sides: tuple[list[int], list[int]] = ([], [])
        for at, (slot, _, made) in enumerate(scores):
            if made.passed:
                sides[slot & 1].append(at)
        if not all(sides):
            return
        even, odd = (sum(getattr(scores[at][2], name) for at in side) for side in sides)
        if abs(even - odd) > _LARGEST_RAISE:
            continue
        side = sides[even > odd]
        at = min(side, key=lambda at: getattr(scores[at][2], name))
        slot, author, made = scores[at]
        raised = getattr(made, name) + abs(even - odd)
        scores[at] = (slot, author, made._replace(**{name: raised}))


def moment(second: int) -> datetime:
    """Return a number of seconds since launch as a time."""
    return LAUNCH + timedelta(seconds=second)
