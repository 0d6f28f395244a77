"""Match with everything that its page says of it: names, results, and texts of the header."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from osubrowser.models.beatmaps.columns import artist_of, title_of
from osubrowser.models.matches.listing import match_name, seconds_of
from osubrowser.models.matches.results import (
    ABORTED,
    BLUE,
    FORMULAS,
    NO_CONTEST,
    PLAYED,
    RED,
    RUNNING,
    TIE,
    Entry,
    GameResult,
    MatchResults,
    PlayerResult,
    Rules,
    results_of,
    score_of,
)
from osubrowser.models.players.profile import Fact
from osubrowser.models.rankings.rankings import country_name_of
from osubrowser.models.text.dates import hours, in_utc, minute_cell
from osubrowser.services.places.places import MODE_NAMES, MODES, BeatmapPlace, UserPlace
from osubrowser.services.places.urls import address
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.entities.matches import MatchEvent, MatchGame
    from osubrowser.models.matches.timeline import MatchTimeline
    from osubrowser.models.table.column import Record

TEAM_NAMES: Final = {RED: tr("Red"), BLUE: tr("Blue")}
SCORING_NAMES: Final = {
    "score": tr("Score"),
    "scorev2": tr("Score V2"),
    "accuracy": tr("Accuracy"),
    "combo": tr("Combo"),
}
TEAM_TYPE_NAMES: Final = {
    "head-to-head": tr("Head to head"),
    "team-vs": tr("Team vs"),
    "tag-coop": tr("Tag co-op"),
    "tag-team-vs": tr("Tag team vs"),
}
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class MatchPlayer:
    """Player of a match.

    Attributes:
        key: the id, or -1 minus the slot of a score without one.
        name: the name, or what is known of somebody without an account.
        username: as `name`, for columns of players.
        avatar_url: URL of the avatar; "" for none.
        country: code and name of the country; None without one.
        has_page: whether there is a player's page.
    """

    key: int
    name: str
    avatar_url: str = ""
    country: tuple[str, str] | None = None
    has_page: bool = False

    @property
    def username(self) -> str:
        """The name."""
        return self.name


@dataclass(frozen=True, slots=True)
class MatchSubject:
    """Match as far as it is loaded, its results, and the texts of its header.

    Attributes:
        timeline: the events.
        results: who won, by `results.rules`.
        players: everybody in the events, by key.
        marked: key of the player whose scores are marked; None for none.
        title: name of the match.
        when: when it took place, and how long.
        counts: numbers of players and games.
        result: label and figure of each side, `(("Red", "5"), ("Blue", "3"))`; empty without teams.
        standing: the result in words; "" without games that count.
        facts: the summary, with links to players and beatmaps.
    """

    timeline: MatchTimeline
    results: MatchResults
    players: Mapping[int, MatchPlayer]
    marked: int | None
    title: str
    when: str
    counts: str
    result: tuple[tuple[str, str], ...]
    standing: str
    facts: tuple[Fact, ...] = ()

    @property
    def id(self) -> int:
        """The id of the match."""
        return self.timeline.match.id

    @property
    def rules(self) -> Rules:
        """What counts."""
        return self.results.rules

    def player(self, key: int) -> MatchPlayer:
        """Return a player."""
        return self.players.get(key) or _unknown(key)

    def name_of(self, side: str | int | None) -> str:
        """Return the name of a team or a player; "" for None."""
        if side is None:
            return ""
        return TEAM_NAMES.get(side, side) if isinstance(side, str) else self.player(side).name


def subject_of(
    timeline: MatchTimeline, rules: Rules, marked: int | None, now: datetime | None = None
) -> MatchSubject:
    """Return a match with its results and texts. Runs on a worker.

    Args:
        timeline: the events.
        rules: what counts.
        marked: key of the player whose scores are marked; None for none.
        now: the current time; None to look at the clock.
    """
    games = [event.game for event in timeline.events if event.game is not None]
    results = results_of(games, rules, timeline.current_game, is_over=not timeline.is_running)
    players = _players(timeline, results)
    subject = MatchSubject(
        timeline,
        results,
        players,
        marked,
        title=match_name(timeline.match),
        when=_when(timeline, now or datetime.now(UTC)),
        counts=_counts(results, players),
        result=(),
        standing="",
    )
    subject = replace(subject, result=_result(results), standing=standing_of(subject))
    return replace(subject, facts=tuple(_facts(subject)))


# --- texts --------------------------------------------------------------------------------------


def value_text(game: GameResult, value: float | None) -> str:
    """Format what a game compares: a score, an accuracy, or a combo."""
    if value is None:
        return ""
    if game.by_accuracy:
        return numerals.percent(value)
    return whole(int(value)) if game.is_by_score else f"{numerals.whole(int(value))}x"


def outcome_text(subject: MatchSubject, game: GameResult) -> str:
    """Return how a game ended: `Red by 12,345`, `Tie`, `Aborted`."""
    if game.state != PLAYED:
        return tr("being played") if game.state == RUNNING else tr("aborted")
    if game.outcome == TIE:
        is_tie = any(entry.is_counted for entry in game.entries)
        return tr("tie") if is_tie else tr("all failed")
    if game.outcome == NO_CONTEST:
        return tr("co-op") if game.is_coop else tr("no opponent")
    return tr("{winner} by {margin}", "the winner of a game, and by how much").format(
        winner=subject.name_of(game.winner), margin=value_text(game, game.margin)
    )


def song_text(game: MatchGame) -> str:
    """Return the beatmap of a game: `Artist - Title [Difficulty]`, or its number."""
    beatmap = game.beatmap
    beatmapset = beatmap.beatmapset if beatmap is not None else None
    if beatmap is None or beatmapset is None:
        return tr("deleted beatmap {id}").format(id=game.beatmap_id)
    artist, title = artist_of(beatmapset, original=False), title_of(beatmapset, original=False)
    return f"{artist} - {title} [{plain(beatmap.version, 120)}]"


def mode_name(game: MatchGame) -> str:
    """Return the name of the ruleset of a game."""
    mode = str(game.mode) if game.mode is not None else ""
    return MODE_NAMES.get(mode, plain(mode, 20))


def mode_of(game: MatchGame) -> str | None:
    """Return the ruleset of a game; None for an unknown one."""
    mode = str(game.mode) if game.mode is not None else ""
    return mode if mode in MODES else None


def kind_name(names: Mapping[str, str], value: str | None) -> str:
    """Return the name of a type of scoring or of teams; an unknown one as osu! sent it."""
    return names.get(value or "", plain(value or "", _LONGEST))


def standing_of(subject: MatchSubject) -> str:
    """Return the result of a match in words: `Red won 5 of 8 maps.`; "" without counted games."""
    results = subject.results
    games = len(results.counted)
    if not games:
        return ""
    ranked = sorted(results.wins.items(), key=lambda one: (-one[1], str(one[0])))
    said = _standing(subject, ranked)
    ties = tr("%n tie(s)", "", results.ties) if results.ties else ""
    return f"{said}, {ties}" if ties else said


def _standing(subject: MatchSubject, ranked: Sequence[tuple[str | int, int]]) -> str:
    results = subject.results
    games = tr("%n map(s)", "", len(results.counted))
    if not ranked:
        return tr("{maps}, no winner").format(maps=games)
    if results.has_teams and all(isinstance(side, str) for side, _ in ranked):
        red, blue = (results.wins.get(team, 0) for team in (RED, BLUE))
        if red == blue:
            return tr("Level at {red} : {blue}").format(red=red, blue=blue)
        said = (
            tr("{team} leads {most} : {least}")
            if subject.timeline.is_running
            else tr("{team} won {most} : {least}")
        )
        first = TEAM_NAMES[RED if red > blue else BLUE]
        return said.format(team=first, most=max(red, blue), least=min(red, blue))
    side, most = ranked[0]
    same = [name for name, wins in ranked if wins == most]
    if len(same) > 1:
        players = tr("%n player(s)", "", len(same))
        return tr("{players} with {maps} each").format(
            players=players, maps=tr("%n map(s)", "", most)
        )
    return tr("{name} won {count} of {maps}").format(
        name=subject.name_of(side), count=most, maps=games
    )


def event_text(subject: MatchSubject, event: MatchEvent) -> str:
    """Return what happened in an event of a match."""
    if event.game is not None:
        return tr("Played {song}").format(song=song_text(event.game))
    kind = str(event.detail.type or "")
    name = subject.player(event.user_id).name if event.user_id else ""
    player = name or tr("A player")
    words = {
        "match-created": tr("{name} created the match").format(name=name)
        if name
        else tr("The match was created"),
        "match-disbanded": tr("The match was disbanded"),
        "player-joined": tr("{player} joined").format(player=player),
        "player-left": tr("{player} left").format(player=player),
        "player-kicked": tr("{player} was kicked").format(player=player),
        "host-changed": tr("{name} became host").format(name=name)
        if name
        else tr("The host changed"),
    }
    text = plain(event.detail.text or "", 200)
    return words.get(kind) or text or plain(kind.replace("-", " "), _LONGEST) or tr("Unknown event")


_MOST_COSTS: Final = 5
"""Match costs in the summary."""


def _facts(subject: MatchSubject) -> Iterator[Fact]:
    results = subject.results
    games = results.counted
    if not games:
        return
    yield Fact("result", tr("Result"), subject.standing)
    mvp = results.mvp
    if mvp is not None:
        name = tr("{name}, match cost {cost}").format(
            name=subject.player(mvp.player).name, cost=numerals.decimal(mvp.cost, 3)
        )
        yield Fact("mvp", "MVP", name, links=((name, _player_link(subject, mvp.player)),))
    entries = [(game, entry) for game in games for entry in game.entries if entry.is_counted]
    by_score = [one for one in entries if one[0].is_by_score]
    yield from _record(subject, "score", tr("Best score"), by_score, lambda e: score_of(e.score))
    yield from _record(
        subject, "accuracy", tr("Best accuracy"), entries, lambda e: e.score.accuracy
    )
    yield from _record(subject, "combo", tr("Longest combo"), entries, lambda e: e.score.max_combo)
    won = [game for game in games if game.margin is not None]
    if won:
        # A margin says more as a share of the winner's value: scores differ by map.
        yield _margin_fact(subject, "closest", tr("Closest map"), min(won, key=_share))
        yield _margin_fact(subject, "clearest", tr("Clearest map"), max(won, key=_share))
    if results.ties or results.uncontested:
        parts = [tr("%n tie(s)", "", results.ties)] if results.ties else []
        if results.uncontested:
            parts.append(tr("%n without opponents", "", results.uncontested))
        yield Fact("others", tr("Not won"), ", ".join(parts))
    if not results.has_teams and results.wins:
        ranked = sorted(results.wins.items(), key=lambda one: (-one[1], str(one[0])))
        links = tuple(
            (f"{subject.name_of(side)} {wins}", _player_link(subject, side))
            for side, wins in ranked[:_MOST_COSTS]
            if isinstance(side, int)
        )
        yield Fact("wins", tr("Maps won"), ", ".join(text for text, _ in links), links=links)
    costs = tuple(
        (
            f"{subject.player(one.player).name} {numerals.decimal(one.cost, 3)}",
            _player_link(subject, one.player),
        )
        for one in results.players[:_MOST_COSTS]
        if one.cost is not None
    )
    if costs:
        yield Fact("costs", tr("Match costs"), ", ".join(text for text, _ in costs), links=costs)


def _record(
    subject: MatchSubject,
    key: str,
    label: str,
    entries: Sequence[tuple[GameResult, Entry]],
    value: Callable[[Entry], float],
) -> Iterator[Fact]:
    """Yield the best score by a value, with its player and its beatmap."""
    if not entries:
        return
    game, entry = max(entries, key=lambda one: value(one[1]))
    score = entry.score
    figure = {
        "score": whole(score_of(score)),
        "accuracy": numerals.percent(score.accuracy),
        "combo": f"{numerals.whole(score.max_combo)}x",
    }[key]
    links = (
        (
            tr("{figure} by {name}").format(figure=figure, name=subject.player(entry.player).name),
            _player_link(subject, entry.player),
        ),
        (tr("game {number}").format(number=game.number), _beatmap_link(game.game)),
    )
    yield Fact(key, label, figure, links=links)


def _share(game: GameResult) -> float:
    """Return the margin of a game as a share of the winner's value."""
    values = [*(game.totals or ()), *(entry.value for entry in game.entries[:1])]
    top = max(values[:2]) if game.totals is not None else values[0]
    return (game.margin or 0.0) / top if top else 0.0


def _margin_fact(subject: MatchSubject, key: str, label: str, game: GameResult) -> Fact:
    text = outcome_text(subject, game)
    links = ((text, ""), (tr("game {number}").format(number=game.number), _beatmap_link(game.game)))
    return Fact(key, label, text, links=links)


def _player_link(subject: MatchSubject, key: int) -> str:
    return address(UserPlace(key)) if subject.player(key).has_page else ""


def _beatmap_link(game: MatchGame) -> str:
    return address(BeatmapPlace(game.beatmap_id, mode_of(game))) if game.beatmap_id else ""


def _result(results: MatchResults) -> tuple[tuple[str, str], ...]:
    if not (results.has_teams and results.counted):
        return ()
    return tuple((TEAM_NAMES[team], str(results.wins.get(team, 0))) for team in (RED, BLUE))


def _when(timeline: MatchTimeline, now: datetime) -> str:
    match = timeline.match
    if match.start_time is None:
        return "" if match.end_time is not None else tr("running")
    length = hours(seconds_of(match, now))
    start = minute_cell(match.start_time)
    if match.end_time is None:
        return tr("since {start} UTC, running for {length}").format(start=start, length=length)
    first, last = in_utc(match.start_time), in_utc(match.end_time)
    end = f"{last:%H:%M}" if first.date() == last.date() else minute_cell(match.end_time)
    return tr("{start} – {end} UTC, {length}").format(start=start, end=end, length=length)


def _counts(results: MatchResults, players: Mapping[int, MatchPlayer]) -> str:
    states = [game.state for game in results.games]
    parts = [
        tr("%n player(s)", "", len(players)),
        tr("%n game(s)", "", states.count(PLAYED)),
    ]
    aborted, running = states.count(ABORTED), states.count(RUNNING)
    parts += [tr("%n aborted", "", aborted)] if aborted else []
    parts += [tr("one being played")] if running else []
    return " · ".join(parts)


def _players(timeline: MatchTimeline, results: MatchResults) -> dict[int, MatchPlayer]:
    keys = dict.fromkeys(event.user_id for event in timeline.events if event.user_id)
    keys |= dict.fromkeys(entry.player for game in results.games for entry in game.entries)
    found: dict[int, MatchPlayer] = {}
    for key in keys:
        user = timeline.users.get(key)
        if user is None:
            found[key] = _unknown(key)
            continue
        found[key] = MatchPlayer(
            key,
            plain(user.username, _LONGEST) or tr("Player {id}").format(id=key),
            user.avatar_url or "",
            (user.country_code, country_name_of(user)) if user.country_code else None,
            has_page=not user.is_deleted,
        )
    return found


def _unknown(key: int) -> MatchPlayer:
    return MatchPlayer(
        key,
        tr("[player {id}]").format(id=key)
        if key > 0
        else tr("[unknown, slot {number}]").format(number=-key),
    )


# --- export -------------------------------------------------------------------------------------


def export_of(subject: MatchSubject) -> dict[str, object]:
    """Return everything that is known of a match, and by what rules it was counted, for JSON.

    Runs on a worker.
    """
    timeline, results = subject.timeline, subject.results
    match, formula = timeline.match, FORMULAS[results.rules.formula]
    return {
        "match": {
            "id": match.id,
            "name": match.name,
            "start_time": match.start_time.isoformat() if match.start_time else None,
            "end_time": match.end_time.isoformat() if match.end_time else None,
            "is_complete": timeline.has_start,
        },
        "rules": {
            "warmups": results.rules.warmups,
            "failed_scores_count": results.rules.with_failed,
            "match_cost_formula": formula.key.capitalize(),
            "match_cost_formula_text": formula.text,
        },
        "result": {
            "wins": [
                {"side": side, "name": subject.name_of(side), "maps": wins}
                for side, wins in sorted(results.wins.items(), key=lambda one: (-one[1], str(one)))
            ],
            "ties": results.ties,
            "without_opponents": results.uncontested,
            "mvp_user_id": results.mvp.player if results.mvp is not None else None,
        },
        "games": [
            game_record(subject, game)
            | {"scores": [entry_record(subject, game, entry) for entry in game.entries]}
            for game in results.games
        ],
        "players": [player_record(subject, player) for player in results.players],
        "events": [event_record(subject, event) for event in timeline.events],
    }


def game_record(subject: MatchSubject, game: GameResult) -> Record:
    """Return the record of a game, for a JSON export."""
    sent = game.game
    red, blue = game.totals or (None, None)
    return {
        "game": game.number,
        "game_id": sent.id,
        "state": game.state,
        "is_warmup": game.is_warmup,
        "is_counted": game.is_counted,
        "beatmap_id": sent.beatmap_id,
        "beatmap": song_text(sent),
        "stars": sent.beatmap.difficulty_rating if sent.beatmap is not None else None,
        "ruleset": str(sent.mode) if sent.mode is not None else None,
        "mods": ",".join(sent.mods),
        "scoring_type": str(sent.scoring_type) if sent.scoring_type is not None else None,
        "team_type": str(sent.team_type) if sent.team_type is not None else None,
        "red": red,
        "blue": blue,
        "outcome": game.outcome,
        "winner": subject.name_of(game.winner) or None,
        "winner_id": game.winner if isinstance(game.winner, int) else None,
        "margin": game.margin,
        "start_time": sent.start_time.isoformat() if sent.start_time else None,
        "end_time": sent.end_time.isoformat() if sent.end_time else None,
    }


def entry_record(subject: MatchSubject, game: GameResult, entry: Entry) -> Record:
    """Return the record of a score, for a JSON export."""
    score = entry.score
    match = score.match
    return {
        "game": game.number,
        "game_id": game.game.id,
        "beatmap_id": game.game.beatmap_id,
        "beatmap": song_text(game.game),
        "is_counted": entry.is_counted and game.is_counted,
        "place": entry.place,
        "user_id": entry.player if entry.player > 0 else None,
        "player": subject.player(entry.player).name,
        "team": entry.team or None,
        "slot": match.slot if match is not None else None,
        "score": score_of(score),
        "value": entry.value,
        "accuracy": score.accuracy,
        "max_combo": score.max_combo,
        "mods": ",".join(mod.acronym for mod in score.mods),
        "grade": str(score.rank) if score.rank is not None else None,
        "passed": not entry.is_failed,
        **{
            name: getattr(score.statistics, name)
            for name in (
                "count_geki", "count_300", "count_katu", "count_100", "count_50", "count_miss",
            )
        },
    }  # fmt: skip


def player_record(subject: MatchSubject, one: PlayerResult) -> Record:
    """Return the record of a player, for a JSON export."""
    player, best = subject.player(one.player), one.best
    return {
        "user_id": one.player if one.player > 0 else None,
        "player": player.name,
        "country": player.country[0] if player.country is not None else None,
        "team": one.team or None,
        "match_cost": one.cost,
        "maps": len(one.entries),
        "maps_won": one.wins,
        "top_scores": one.best_of,
        "failed": one.failed,
        "total_score": one.total,
        "average_score": one.average,
        "best_score": score_of(best.score) if best is not None else None,
        "average_accuracy": one.accuracy,
        "average_combo": one.combo,
        "misses": one.misses,
        "mods": ", ".join(f"{acronym} {count}" for acronym, count in one.mods),
    }


def event_record(subject: MatchSubject, event: MatchEvent) -> Record:
    """Return the record of an event, for a JSON export."""
    return {
        "id": event.id,
        "type": str(event.detail.type) if event.detail.type is not None else None,
        "text": event_text(subject, event),
        "user_id": event.user_id,
        "game_id": event.game.id if event.game is not None else None,
        "timestamp": event.timestamp.isoformat() if event.timestamp else None,
    }
