"""Lists of a match, their rows and columns: games, maps, scores, players, events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from osubrowser.models.beatmaps.columns import difficulty_column, stars_column, title_column
from osubrowser.models.beatmaps.mods import BETWEEN
from osubrowser.models.matches.match import (
    SCORING_NAMES,
    TEAM_NAMES,
    TEAM_TYPE_NAMES,
    entry_record,
    event_record,
    event_text,
    game_record,
    kind_name,
    mode_name,
    outcome_text,
    player_record,
    subject_of,
    value_text,
)
from osubrowser.models.matches.results import (
    BLUE,
    FORMULAS,
    NO_CONTEST,
    PLAYED,
    RED,
    WON,
    acronyms,
    score_of,
)
from osubrowser.models.matches.timeline import load_timeline
from osubrowser.models.scores.columns import grade_letters, grade_order, grade_tone, hits
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.table.common_columns import minute_column, number_column, player_column
from osubrowser.models.text.dates import second, sort_key
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset
    from osubrowser.api.entities.matches import MatchEvent, MatchGame
    from osubrowser.models.matches.match import MatchPlayer, MatchSubject
    from osubrowser.models.matches.results import Entry, GameResult, PlayerResult, Rules
    from osubrowser.models.matches.timeline import MatchTimeline
    from osubrowser.models.table.column import Record


@dataclass(frozen=True, slots=True)
class GameRow:
    """Game as a row.

    Attributes:
        subject: the match.
        game: the game.
        standing: the result after it, such as `3 : 2`; "" without teams.
    """

    subject: MatchSubject
    game: GameResult
    standing: str = ""

    @property
    def sent(self) -> MatchGame:
        """The game as osu! sent it."""
        return self.game.game

    @property
    def record(self) -> Record:
        """The exact values."""
        return {**game_record(self.subject, self.game), "standing": self.standing or None}


@dataclass(frozen=True, slots=True)
class EntryRow:
    """Score of a game as a row."""

    subject: MatchSubject
    game: GameResult
    entry: Entry

    @property
    def player(self) -> MatchPlayer:
        """The player."""
        return self.subject.player(self.entry.player)

    @property
    def record(self) -> Record:
        """The exact values."""
        return entry_record(self.subject, self.game, self.entry)


@dataclass(frozen=True, slots=True)
class PlayerRow:
    """Player with the figures of a match as a row."""

    subject: MatchSubject
    result: PlayerResult

    @property
    def player(self) -> MatchPlayer:
        """The player."""
        return self.subject.player(self.result.player)

    @property
    def record(self) -> Record:
        """The exact values."""
        return player_record(self.subject, self.result)


@dataclass(frozen=True, slots=True)
class EventRow:
    """Event of a match as a row."""

    subject: MatchSubject
    event: MatchEvent

    @property
    def player(self) -> MatchPlayer | None:
        """The player; None for an event without one."""
        number = self.event.user_id
        return self.subject.player(number) if number else None

    @property
    def record(self) -> Record:
        """The exact values."""
        return event_record(self.subject, self.event)


# --- rows ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MatchLists:
    """Match with the items of its lists.

    Attributes:
        subject: the match.
        games: all games, in their order.
        maps: the games that count, in their order.
        entries: all scores, by game, the best first.
        players: the players of games that count, by match cost.
        events: the latest first.
    """

    subject: MatchSubject
    games: tuple[GameRow, ...]
    maps: tuple[GameRow, ...]
    entries: tuple[EntryRow, ...]
    players: tuple[PlayerRow, ...]
    events: tuple[EventRow, ...]

    @classmethod
    def of(cls, subject: MatchSubject) -> MatchLists:
        """Return the lists of a match. Runs on a worker."""
        games = tuple(_game_rows(subject))
        results, events = subject.results, reversed(subject.timeline.events)
        return cls(
            subject,
            games,
            tuple(row for row in games if row.game.is_counted),
            tuple(EntryRow(subject, game, one) for game in results.games for one in game.entries),
            tuple(PlayerRow(subject, one) for one in results.players),
            tuple(EventRow(subject, event) for event in events),
        )

    def entries_of(self, number: int) -> tuple[EntryRow, ...]:
        """Return the scores of a game by its number; none for an unknown number."""
        if not 0 < number <= len(self.games):
            return ()
        game = self.games[number - 1].game
        return tuple(EntryRow(self.subject, game, entry) for entry in game.entries)


def lists_of(timeline: MatchTimeline, rules: Rules, marked: int | None) -> MatchLists:
    """Return the lists of a match. Runs on a worker.

    Args:
        timeline: the events.
        rules: what counts.
        marked: key of the player whose scores are marked; None for none.
    """
    return MatchLists.of(subject_of(timeline, rules, marked))


def load_match(client: Client, address: tuple[str, Rules, int | None]) -> MatchLists:
    """Load a match with its latest events (`matches/{match}`); blocks, for a worker.

    Args:
        client: the API client.
        address: id of the match in digits, the rules, and the key of the marked player.

    Raises:
        OsuError: as `load_timeline` raises it.
    """
    key, rules, marked = address
    return lists_of(load_timeline(client, key), rules, marked)


def _game_rows(subject: MatchSubject) -> Iterator[GameRow]:
    wins = {RED: 0, BLUE: 0}
    for game in subject.results.games:
        if game.is_counted and game.outcome == WON and isinstance(game.winner, str):
            wins[game.winner] += 1
        has_standing = game.has_teams and game.is_counted
        yield GameRow(subject, game, f"{wins[RED]} : {wins[BLUE]}" if has_standing else "")


# --- columns ------------------------------------------------------------------------------------


def game_columns(
    *, original: bool, marked: str, has_teams: bool = True, is_summary: bool = False
) -> tuple[Column[GameRow], ...]:
    """Return the columns of games.

    Args:
        original: titles are not romanised.
        marked: name of the marked player, whose scores have a column; "" for none.
        has_teams: whether there are teams, with totals; else the best scores are shown.
        is_summary: of the games that count only, with margin, best player, and the result after
            each game.
    """
    return (
        _number_column(with_warmups=not is_summary),
        _beatmap_column(_set_of, lambda row: row.sent.beatmap_id, 190, original=original),
        difficulty_column(_beatmap_of, 104),
        stars_column(_beatmap_of),
        Column(
            "mods",
            tr("Mods"),
            76,
            CellKind.MODS,
            text=lambda row, _: BETWEEN.join(_short(mod) for mod in row.sent.mods),
            sort=lambda row, _: " ".join(row.sent.mods) or None,
            description=tr("Mods of all players; each may add more"),
        ),
        _winner_column() if is_summary else _outcome_column(),
        *([_standing_column()] if has_teams and is_summary else []),
        *(
            [_total_column(0, "red", tr("Red")), _total_column(1, "blue", tr("Blue"))]
            if has_teams
            else []
        ),
        *([_marked_column(marked)] if marked else []),
        Column(
            "margin",
            tr("Margin"),
            84,
            CellKind.NUMBER,
            text=lambda row, _: value_text(row.game, row.game.margin) or NOTHING,
            sort=lambda row, _: row.game.margin,
            description=tr("By how much it was won"),
            shown=is_summary,
        ),
        replace(
            player_column("best", tr("Best player"), _best_player, 140),
            shown=is_summary or not has_teams,
        ),
        *([] if has_teams else [_best_column()]),
        number_column("players", tr("Scores"), 60, lambda row: len(row.game.entries)).hidden(),
        _words_column("scoring", tr("Win condition"), 114, _scoring),
        _words_column("teams", tr("Teams"), 106, _team_type),
        _words_column("ruleset", tr("Ruleset"), 84, lambda row: mode_name(row.sent)),
        minute_column("started", tr("Started"), lambda row: row.sent.start_time).hidden(),
        minute_column("ended", tr("Ended"), lambda row: row.sent.end_time).hidden(),
    )


def entry_columns(*, original: bool, with_game: bool) -> tuple[Column[EntryRow], ...]:
    """Return the columns of scores.

    Args:
        original: titles are not romanised.
        with_game: with the game and its beatmap.
    """
    games: tuple[Column[EntryRow], ...] = ()
    if with_game:
        games = (
            _number_column(with_warmups=True),
            _beatmap_column(_set_of, lambda row: row.game.game.beatmap_id, 170, original=original),
            difficulty_column(_beatmap_of, 90).hidden(),
        )
    return (
        *games,
        Column(
            "place",
            "#" if not with_game else tr("Place"),
            44 if not with_game else 50,
            CellKind.NUMBER,
            text=lambda row, _: str(row.entry.place),
            sort=lambda row, _: row.entry.place,
            description=tr("Place among the scores of the game"),
        ),
        player_column("player", tr("Player"), lambda row: row.player, 160),
        Column(
            "team",
            tr("Team"),
            56,
            CellKind.TEXT,
            text=lambda row, _: TEAM_NAMES.get(row.entry.team, ""),
            sort=lambda row, _: row.entry.team or None,
        ),
        Column(
            "score",
            tr("Score"),
            92,
            CellKind.NUMBER,
            text=lambda row, _: whole(score_of(row.entry.score)),
            sort=lambda row, _: score_of(row.entry.score),
            strong=True,
        ),
        Column(
            "accuracy",
            tr("Accuracy", "column"),
            74,
            CellKind.NUMBER,
            text=lambda row, _: numerals.percent(row.entry.score.accuracy),
            sort=lambda row, _: row.entry.score.accuracy,
            tooltip=lambda row: hits(row.entry.score),
        ),
        Column(
            "combo",
            tr("Combo"),
            66,
            CellKind.NUMBER,
            text=lambda row, _: f"{numerals.whole(row.entry.score.max_combo)}x",
            sort=lambda row, _: row.entry.score.max_combo,
        ),
        number_column(
            "misses", tr("Misses"), 60, lambda row: row.entry.score.statistics.count_miss
        ),
        Column(
            "mods",
            tr("Mods"),
            92,
            CellKind.MODS,
            text=lambda row, _: BETWEEN.join(map(_short, acronyms(row.entry.score))),
            sort=lambda row, _: " ".join(acronyms(row.entry.score)) or None,
        ),
        Column(
            "grade",
            tr("Grade"),
            54,
            CellKind.GRADE,
            text=lambda row, _: grade_letters(row.entry.score.rank),
            sort=lambda row, _: grade_order(row.entry.score.rank),
            tone=lambda row: grade_tone(row.entry.score.rank),
        ),
        Column(
            "counts",
            tr("Counts"),
            84,
            CellKind.TEXT,
            text=lambda row, _: _counts_text(row),
            sort=lambda row, _: _counts_text(row),
            description=tr("Whether the score counts in the result of the match"),
        ),
        number_column(
            "slot",
            tr("Slot"),
            50,
            _slot,
        ).hidden(),
    )


def player_columns(formula: str) -> tuple[Column[PlayerRow], ...]:
    """Return the columns of players; `formula` is that of the match cost."""
    about = FORMULAS[formula]

    def figure(
        key: str, title: str, width: int, value: Callable[[PlayerResult], float | None],
        description: str = "",
    ) -> Column[PlayerRow]:  # fmt: skip
        return number_column(key, title, width, lambda row: value(row.result), description)

    return (
        player_column("player", tr("Player"), lambda row: row.player, 160),
        Column(
            "team",
            tr("Team"),
            52,
            CellKind.TEXT,
            text=lambda row, _: TEAM_NAMES.get(row.result.team, ""),
            sort=lambda row, _: row.result.team or None,
        ),
        Column(
            "cost",
            tr("Match cost"),
            84,
            CellKind.NUMBER,
            text=lambda row, _: (
                NOTHING if row.result.cost is None else numerals.decimal(row.result.cost, 3)
            ),
            sort=lambda row, _: row.result.cost,
            tooltip=lambda _row: about.text,
            strong=True,
            description=f"{about.name}. {about.text}",
        ),
        figure("maps", tr("Maps"), 50, lambda r: len(r.entries), tr("Counted scores")),
        figure("wins", tr("Won"), 50, lambda r: r.wins, tr("Maps won, alone or with the team")),
        figure(
            "top", tr("Best of map"), 90, lambda r: r.best_of, tr("Maps with the highest score")
        ),
        figure("average", tr("Average score"), 104, lambda r: _rounded(r.average)),
        Column(
            "accuracy",
            tr("Accuracy", "column"),
            74,
            CellKind.NUMBER,
            text=lambda row, _: _percent(row.result.accuracy),
            sort=lambda row, _: row.result.accuracy,
            description=tr("Average accuracy"),
        ),
        figure("best", tr("Best score"), 98, lambda r: _best(r)),
        figure("failed", tr("Failed"), 52, lambda r: r.failed, tr("Failed scores, counted or not")),
        figure("misses", tr("Misses"), 60, lambda r: r.misses, tr("Misses in counted scores")),
        figure("combo", tr("Average combo"), 108, lambda r: _rounded(r.combo)).hidden(),
        figure("total", tr("Total score"), 100, lambda r: r.total).hidden(),
        Column(
            "mods",
            tr("Mods"),
            150,
            CellKind.TEXT,
            text=lambda row, _: _mods_count(row.result),
            sort=lambda row, _: _mods_count(row.result) or None,
            description=tr("Number of scores with each mod"),
        ).hidden(),
        Column(
            "country",
            tr("Country"),
            64,
            CellKind.FLAG,
            text=lambda row, _: _country(row),
            sort=lambda row, _: _country(row) or None,
        ).hidden(),
    )


def event_columns() -> tuple[Column[EventRow], ...]:
    """Return the columns of events."""
    return (
        Column(
            "time",
            tr("Time"),
            184,
            CellKind.DATE,
            text=lambda row, _: second(row.event.timestamp) or NOTHING,
            sort=lambda row, _: sort_key(row.event.timestamp),
        ),
        Column(
            "event",
            tr("Event"),
            480,
            CellKind.TEXT,
            text=lambda row, _: event_text(row.subject, row.event),
            sort=lambda row, _: event_text(row.subject, row.event).casefold(),
            strong=True,
        ),
        player_column("player", tr("Player"), lambda row: row.player, 180),
        Column(
            "id",
            tr("Number"),
            110,
            CellKind.NUMBER,
            text=lambda row, _: str(row.event.id),
            sort=lambda row, _: row.event.id,
        ).hidden(),
    )


# --- cells --------------------------------------------------------------------------------------


def _set_of(row: Any) -> Beatmapset | None:  # noqa: ANN401 - a row with a game
    beatmap = row.game.game.beatmap
    return beatmap.beatmapset if beatmap is not None else None


def _beatmap_of(row: Any) -> BeatmapCompact | None:  # noqa: ANN401 - a row with a game
    beatmap: BeatmapCompact | None = row.game.game.beatmap
    return beatmap


def _beatmap_column(
    set_of: Callable[[Any], Beatmapset | None],
    number_of: Callable[[Any], int],
    width: int,
    *,
    original: bool,
) -> Column[Any]:
    """Return the column of the beatmap, a deleted one by its number."""
    column = title_column(set_of, width, original=original)
    text, tone = column.text, column.tone

    def title(row: Any, number: int) -> str:  # noqa: ANN401
        if set_of(row) is None:
            return tr("[deleted beatmap {id}]").format(id=number_of(row))
        return text(row, number)

    def length(row: Any) -> int:  # noqa: ANN401
        return len(title(row, 0)) if set_of(row) is None or tone is None else tone(row)

    return replace(column, text=title, tone=length)


def _number_column(*, with_warmups: bool) -> Column[Any]:
    def text(row: Any, _number: int) -> str:  # noqa: ANN401 - a row with a game
        return f"{row.game.number} W" if row.game.is_warmup else str(row.game.number)

    return Column(
        "game",
        tr("Game"),
        50,
        CellKind.NUMBER,
        text=text if with_warmups else lambda row, _: str(row.game.number),
        sort=lambda row, _: row.game.number,
        tooltip=lambda row: tr("A warm-up, which does not count") if row.game.is_warmup else "",
        description=tr("In the order in which they were played; W: warm-up"),
    )


def _outcome_column() -> Column[GameRow]:
    return Column(
        "outcome",
        tr("Result"),
        168,
        CellKind.TEXT,
        text=lambda row, _: outcome_text(row.subject, row.game),
        sort=lambda row, _: outcome_text(row.subject, row.game).casefold(),
        tooltip=_outcome_words,
        strong=True,
    )


def _winner_column() -> Column[GameRow]:
    def text(row: GameRow, _number: int) -> str:
        return row.subject.name_of(row.game.winner) or outcome_text(row.subject, row.game)

    return Column(
        "winner",
        tr("Winner"),
        100,
        CellKind.TEXT,
        text=text,
        sort=lambda row, number: text(row, number).casefold(),
        tooltip=_outcome_words,
        strong=True,
    )


def _total_column(at: int, key: str, title: str) -> Column[GameRow]:
    def value(row: GameRow) -> float | None:
        has_value = row.game.totals is not None and row.game.state == PLAYED
        return row.game.totals[at] if has_value and row.game.totals is not None else None

    return Column(
        key,
        title,
        92,
        CellKind.NUMBER,
        text=lambda row, _: value_text(row.game, value(row)) or NOTHING,
        sort=lambda row, _: value(row),
        description=tr("Total of the team: the sum of its scores, or the average of accuracies"),
    )


def _best_column() -> Column[GameRow]:
    def value(row: GameRow) -> float | None:
        entries = row.game.entries
        return entries[0].value if entries and entries[0].is_counted else None

    return Column(
        "best_value",
        tr("Best"),
        92,
        CellKind.NUMBER,
        text=lambda row, _: value_text(row.game, value(row)) or NOTHING,
        sort=lambda row, _: value(row),
        description=tr("The best score, or what else the game compares"),
    )


def _standing_column() -> Column[GameRow]:
    return Column(
        "standing",
        tr("Red : Blue"),
        78,
        CellKind.TEXT,
        text=lambda row, _: row.standing,
        description=tr("Maps won after this one"),
    )


def _marked_column(name: str) -> Column[GameRow]:
    def entry(row: GameRow) -> Entry | None:
        return next((e for e in row.game.entries if e.player == row.subject.marked), None)

    def text(row: GameRow, _number: int) -> str:
        found = entry(row)
        return NOTHING if found is None else f"#{found.place} {value_text(row.game, found.value)}"

    def value(row: GameRow) -> float | None:
        found = entry(row)
        return None if found is None else found.value

    return Column(
        "marked",
        plain(name, 20),
        116,
        CellKind.NUMBER,
        text=text,
        sort=lambda row, _: value(row),
        description=tr("Place and score of {name}").format(name=name),
    )


def _words_column(
    key: str, title: str, width: int, value: Callable[[GameRow], str]
) -> Column[GameRow]:
    return Column(
        key,
        title,
        width,
        CellKind.TEXT,
        text=lambda row, _: value(row),
        sort=lambda row, _: value(row) or None,
        shown=False,
    )


def _scoring(row: GameRow) -> str:
    return kind_name(SCORING_NAMES, row.sent.scoring_type)


def _team_type(row: GameRow) -> str:
    return kind_name(TEAM_TYPE_NAMES, row.sent.team_type)


def _best_player(row: GameRow) -> MatchPlayer | None:
    entries: Sequence[Entry] = row.game.entries
    return row.subject.player(entries[0].player) if entries and entries[0].is_counted else None


def _outcome_words(row: GameRow) -> str:
    game = row.game
    said = [_scoring(row), _team_type(row), mode_name(row.sent)]
    if game.outcome == NO_CONTEST and game.state == PLAYED:
        said.append(tr("nobody played against another"))
    return ", ".join(filter(None, said))


def _country(row: PlayerRow) -> str:
    country = row.player.country
    return "" if country is None else country[1]


def _slot(row: EntryRow) -> int | None:
    match = row.entry.score.match
    return None if match is None else match.slot + 1


def _counts_text(row: EntryRow) -> str:
    if row.game.is_warmup:
        return tr("warm-up")
    if row.entry.is_counted:
        return tr("failed, yes") if row.entry.is_failed else tr("yes")
    return tr("failed")


def _short(acronym: str) -> str:
    return plain(acronym, 6).replace(",", "") or "?"


def _best(result: PlayerResult) -> int | None:
    best = result.best
    return score_of(best.score) if best is not None else None


def _rounded(value: float | None) -> int | None:
    return None if value is None else round(value)


def _percent(value: float | None) -> str:
    return NOTHING if value is None else numerals.percent(value)


def _mods_count(result: PlayerResult) -> str:
    return ", ".join(f"{plain(acronym, 6)} {count}" for acronym, count in result.mods)
