"""Leaderboards of a difficulty: columns, loads, merged boards, and the scores of one player."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.errors import NotFound, OsuError
from osubrowser.models.beatmaps.mods import mods_text
from osubrowser.models.players.records import score_record
from osubrowser.models.rankings.rankings import player_columns
from osubrowser.models.scores.columns import (
    accuracy_column,
    combo_column,
    combo_of,
    date_column,
    grade_column,
    grade_letters,
    mods_column,
    pp_column,
    replay_column,
    score_identity,
)
from osubrowser.models.scores.mod_choice import ANY_MODS, ModChoice
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.models.text.dates import day_cell
from osubrowser.services.places.places import MODES
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
    from osubrowser.api.entities.scores import BeatmapScores, Score
    from osubrowser.api.entities.users import User, UserCompact
    from osubrowser.models.rankings.rankings import Flag
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Record, Row

MOST_SCORES: Final = 100
"""Most scores that osu! sends of one board."""
FRESH_FOR: Final = 300.0
"""Seconds for which a board of a merged leaderboard is not asked for again."""

OnProgress = Callable[[int, int, str], None]
"""Called in the GUI thread before each board: how many are done, of how many, mods of the next."""


class NoSuchPlayer(NotFound):
    """There is no player of this name or id."""


class NoLeaderboard(NotFound):
    """The difficulty has no leaderboard in this ruleset."""


@dataclass(frozen=True, slots=True)
class Board:
    """Leaderboard of a difficulty, or the scores of one player on it.

    Attributes:
        beatmap: the difficulty.
        beatmapset: its beatmapset; None if that is gone.
        mode: API name of the ruleset; another one than the difficulty's for a convert.
        kind: `global`, `country`, `friend` or `team`; not of a player's scores.
        mods: the mods of the scores.
        stable_only: stable's own leaderboard.
        player: id or name of the player; None for everybody.
        country: code of the only country whose players are shown, of those that were loaded; ""
            for all.
    """

    beatmap: Beatmap
    beatmapset: Beatmapset | None
    mode: str
    kind: str = "global"
    mods: ModChoice = ANY_MODS
    stable_only: bool = False
    player: int | str | None = None
    country: str = ""

    def takes(self, score: Score) -> bool:
        """Return whether a loaded score is shown, by its mods and its country."""
        if self.mods.is_excluded(acronyms_of(score)):
            return False
        return not self.country or (
            score.user is not None and score.user.country_code == self.country
        )

    def complete(self, score: Score, user: UserCompact | None = None) -> Score:
        """Return a score with its beatmap, which leaderboards leave out, and its player."""
        import msgspec

        return msgspec.structs.replace(
            score,
            beatmap=score.beatmap or self.beatmap,
            beatmapset=score.beatmapset or self.beatmapset,
            user=score.user or user,
        )

    def total_of(self, score: Score) -> int:
        """Return the score that the board is ordered by."""
        return score.legacy_total_score if self.stable_only else score.total_score


@dataclass(frozen=True, slots=True)
class PlacedScore:
    """Best score of one player, with its place.

    Attributes:
        score: the score, with beatmap and player.
        position: place on the leaderboard, from 1; None if it is not known.
        place_words: `#12 of 3,404`; "" without a position.
        words: the score as text.
    """

    score: Score
    position: int | None
    place_words: str
    words: str


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """Facts about loaded rows of a leaderboard.

    Attributes:
        count: number of players on the leaderboard; None if there is none, or it is not known.
        hidden: number of loaded scores that were left out by their mods, or their country.
        boards: number of boards that were merged.
        complete: number of places from the top of which no score is missing; None if none is
            missing but those after the end.
        own: the account's best score, or that of the board's player; None for none.
        player: the player whose scores these are; None on a leaderboard.
        note: what is to be known of the rows, as a sentence; "" for nothing.
    """

    count: int | None = None
    hidden: int = 0
    boards: int = 1
    complete: int | None = None
    own: PlacedScore | None = None
    player: UserCompact | None = None
    note: str = ""


# --- loads -------------------------------------------------------------------------------------


def board_source(
    loader: ClientLoader,
    board: Board,
    columns: Sequence[Column[Any]],
    *,
    refused: Callable[[], OsuError | None] = lambda: None,
    on_progress: OnProgress | None = None,
    newer_than: float = 0.0,
) -> CursorSource:
    """Return the source of a leaderboard: one page, whose `extra` are its `BoardFacts`.

    Boards of several combinations of mods are asked for one after another. Those that came stay
    where a later one fails, and those received lately are not asked for again.

    Args:
        loader: runs loads with the client of the session.
        board: the leaderboard.
        columns: those of `board_columns`.
        refused: called in the GUI thread before a request; returns an error to raise instead.
        on_progress: told before each of several boards.
        newer_than: Unix time; merged boards that were received before are asked for again.
    """
    asked = board.mods.combinations() if board.player is None else [None]
    came: dict[tuple[str, ...] | None, BeatmapScores] = {}

    async def fetch(_cursor: object | None) -> RowsPage:
        error = refused() if loader.is_signed_in else None
        if error is not None:
            raise error
        if board.player is not None:
            return await loader.fresh(load_player, board, columns)
        for number, mods in enumerate(asked):
            if mods in came:
                continue
            if on_progress is not None and len(asked) > 1:
                on_progress(number, len(asked), ", ".join(mods or ()))
            came[mods] = await one(mods)
        answers = [came[mods] for mods in asked]
        came.clear()
        return await loader.compute(board_page, board, answers, columns)

    async def one(mods: tuple[str, ...] | None) -> BeatmapScores:
        if len(asked) > 1:
            known = await loader.cached(load_board, board, mods)
            if known is not None and known[1] > max(newer_than, time.time() - FRESH_FOR):
                return known[0]
        return await loader.fresh(load_board, board, mods)

    async def fetch_cached(_cursor: object | None) -> RowsPage | None:
        if board.player is not None:
            known = await loader.cached(load_player, board, columns)
            return None if known is None else replace(known[0], seen_at=known[1])
        answers, seen_at = [], time.time()
        for mods in asked:
            found = await loader.cached(load_board, board, mods)
            if found is None:
                return None
            answers.append(found[0])
            seen_at = min(seen_at, found[1])
        page = await loader.compute(board_page, board, answers, columns)
        return replace(page, seen_at=seen_at)

    return CursorSource(fetch, fetch_cached)


def load_board(client: Client, board: Board, mods: tuple[str, ...] | None) -> BeatmapScores:
    """Load the board of exactly these mods (`beatmaps/{beatmap}/scores`); blocks, for a worker.

    Args:
        client: the API client.
        board: the leaderboard.
        mods: acronyms, `("NM",)` for none; None for any.

    Raises:
        OsuError: as the client raises it; InvalidRequest for a board of supporters only.
    """
    return client.beatmap_scores(
        board.beatmap.id,
        mode=board.mode or None,
        mods=mods,
        type_=None if board.kind == "global" else board.kind,
        limit=MOST_SCORES,
        legacy_only=True if board.stable_only else None,
    )


def load_player(client: Client, board: Board, columns: Sequence[Column[Any]]) -> RowsPage:
    """Load all scores of the board's player, best first; blocks, for a worker.

    Sources: `users/{user}`, `beatmaps/{beatmap}/scores/users/{user}` and its `/all`.

    Raises:
        NoSuchPlayer: there is no such player.
        NoLeaderboard: the difficulty has no leaderboard.
        OsuError: as the client raises it.
    """
    user = _user(client, board)
    old = True if board.stable_only else None
    try:
        found = client.beatmap_user_scores(
            board.beatmap.id, user.id or 0, mode=board.mode or None, legacy_only=old
        )
    except NotFound as error:
        raise NoLeaderboard(
            status=error.status, address=error.address, server_message=error.server_message
        ) from error
    scores = [board.complete(score, user) for score in found]
    fitting = [score for score in scores if board.mods.takes(acronyms_of(score))]
    rows = make_rows(columns, fitting, identity=score_identity)
    hidden = len(scores) - len(fitting)
    name = plain(user.username, 40)
    facts = BoardFacts(
        hidden=hidden,
        boards=0,
        own=_placed_of(client, board, user, scores),
        player=user,
        note=_sentence(
            tr("All scores of {name} here").format(name=name),
            tr("%n of other mods left out", "", hidden) if hidden else "",
        ),
    )
    return RowsPage(rows, total=len(rows), extra=facts)


def _user(client: Client, board: Board) -> User:
    player = board.player
    try:
        user = client.user(player if isinstance(player, int) else f"@{player}")
    except NotFound as error:
        raise NoSuchPlayer(
            status=error.status, address=error.address, server_message=error.server_message
        ) from error
    if user.id is None:
        raise NoSuchPlayer
    return user


def _placed_of(
    client: Client, board: Board, user: User, scores: Sequence[Score]
) -> PlacedScore | None:
    """Return a player's place on the leaderboard of any mods; None without a score on it."""
    if not scores:
        return None
    try:
        best = client.beatmap_user_score(
            board.beatmap.id,
            user.id or 0,
            mode=board.mode or None,
            legacy_only=True if board.stable_only else None,
        )
    except NotFound:  # such as of a player whose scores are not on leaderboards
        return None
    return placed(board, board.complete(best.score, user), best.position, None)


def board_page(
    board: Board, answers: Sequence[BeatmapScores], columns: Sequence[Column[Any]]
) -> RowsPage:
    """Merge the boards of one or more combinations of mods, and format the rows. For a worker.

    Rows are numbered by their place on the leaderboard, with the scores that are left out.
    """
    scores, complete = merged(board, answers)
    rows = make_rows(columns, scores, identity=score_identity)
    shown = [row for row in rows if board.takes(row.item)]
    counts = [answer.score_count for answer in answers if answer.score_count is not None]
    count, hidden = sum(counts) if counts else None, len(rows) - len(shown)
    facts = BoardFacts(
        count=count,
        hidden=hidden,
        boards=len(answers),
        complete=complete,
        own=_own(board, answers, scores),
        note=_note(board, count, len(answers), complete, hidden),
    )
    return RowsPage(shown, total=len(shown), extra=facts)


def _note(board: Board, count: int | None, boards: int, complete: int | None, hidden: int) -> str:
    """Return what is to be known of the rows of a leaderboard."""
    if count is None:
        return ""
    left_out = _left_out(board, hidden)
    if boards == 1:
        return _sentence(tr("%n player(s) on this leaderboard", "", count), left_out)
    said = _sentence(
        tr("%n score(s) on {boards} leaderboards", "", count).format(boards=boards), left_out
    )
    if complete is None:
        return said
    return tr("{counts}; none is missing down to #{place}, some may be below.").format(
        counts=said.removesuffix("."), place=numerals.whole(complete)
    )


def _sentence(said: str, left_out: str) -> str:
    return f"{said}, {left_out}." if left_out else f"{said}."


def _left_out(board: Board, count: int) -> str:
    """Return how many scores are left out, and why; "" for none."""
    if not count:
        return ""
    either = tr("or", "between mods")
    mods = f" {either} ".join(board.mods.excluded)
    if mods and board.country:
        text = tr("%n with {mods} or of other countries left out", "", count)
    elif mods:
        text = tr("%n with {mods} left out", "", count)
    else:
        text = tr("%n of other countries left out", "", count)
    return text.format(mods=mods)


def merged(board: Board, answers: Sequence[BeatmapScores]) -> tuple[list[Score], int | None]:
    """Return the scores of several boards, each once, the highest first.

    Equal scores stay in the order of their boards. With them comes the number of places from the
    top of which none is missing: a board that has more scores than osu! sends may have some
    between those of others. None if each board is whole, or there is only one.
    """
    found: dict[object, Score] = {}
    cut = None
    for answer in answers:
        for score in answer.scores:
            found.setdefault(score_identity(score), score)
        if _is_cut(answer):
            last = min(board.total_of(score) for score in answer.scores)
            cut = last if cut is None else max(cut, last)
    scores = [board.complete(score) for score in found.values()]
    if len(answers) == 1:  # as osu! orders it
        return scores, None
    scores.sort(key=board.total_of, reverse=True)
    complete = None
    if cut is not None:
        complete = sum(board.total_of(score) >= cut for score in scores)
    return scores, complete


def _is_cut(answer: BeatmapScores) -> bool:
    return bool(answer.scores) and len(answer.scores) < (answer.score_count or 0)


def _own(
    board: Board, answers: Sequence[BeatmapScores], scores: Sequence[Score]
) -> PlacedScore | None:
    """Return the best score of the account on some boards, with its place if that is known."""
    mine = [answer.user_score for answer in answers if answer.user_score is not None]
    if not mine:
        return None
    best = max(mine, key=lambda one: board.total_of(one.score))
    if len(answers) == 1:
        return placed(board, board.complete(best.score), best.position, answers[0].score_count)
    wanted = score_identity(best.score)
    ids = [score_identity(score) for score in scores]
    position = ids.index(wanted) + 1 if wanted in ids else None
    return placed(board, board.complete(best.score), position, None)


def placed(board: Board, score: Score, position: int | None, count: int | None) -> PlacedScore:
    """Return a score with its place on a leaderboard of `count` players, as text, too."""
    known = position if position is not None and position > 0 else None
    place = f"#{numerals.whole(known)}" if known else ""
    if count and known and count >= known:
        place = tr("{place} of {count}").format(place=place, count=numerals.whole(count))
    combo = combo_of(score)
    said = [
        grade_letters(score.rank),
        whole(board.total_of(score) or score.total_score),
        numerals.percent(score.accuracy),
        NOTHING if combo is None else f"{numerals.whole(combo)}x",
        mods_text(score.mods),
        "" if score.pp is None else tr("{pp} pp").format(pp=numerals.decimal(score.pp, 2)),
        day_cell(score.ended_at),
    ]
    words = plain(" · ".join(part for part in said if part and part != NOTHING))
    return PlacedScore(score, known, place, words)


def acronyms_of(score: Score) -> list[str]:
    """Return the acronyms of a score's mods."""
    return [mod.acronym for mod in score.mods]


# --- columns -----------------------------------------------------------------------------------

RESULTS: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "osu": (
        ("great", "300", tr("Great")),
        ("ok", "100", tr("Ok")),
        ("meh", "50", tr("Meh")),
    ),
    "taiko": (
        ("great", tr("Great"), tr("Great")),
        ("ok", tr("Ok"), tr("Ok")),
    ),
    "fruits": (
        ("great", tr("Fruits"), tr("Fruits caught")),
        ("large_tick_hit", tr("Drops"), tr("Drops caught")),
        ("small_tick_hit", tr("Droplets"), tr("Droplets caught")),
        ("small_tick_miss", tr("Lost droplets"), tr("Droplets that were not caught")),
    ),
    "mania": (
        ("perfect", "MAX", tr("Perfect")),
        ("great", "300", tr("Great")),
        ("good", "200", tr("Good")),
        ("ok", "100", tr("Ok")),
        ("meh", "50", tr("Meh")),
    ),
}  # fmt: skip
"""Hit results of each ruleset but misses: the API's name, a heading, and its meaning."""

_MOST_SHOWN: Final = 3


def board_columns(
    mode: str, flag: Flag, *, stable_only: bool = False, of_player: bool = False
) -> tuple[Column[Score], ...]:
    """Return the columns of a leaderboard.

    Args:
        mode: API name of the ruleset.
        flag: returns the URL of the flag of a country code.
        stable_only: whether the board is stable's own, ordered by stable's score.
        of_player: whether all scores are of one player.
    """
    rank, country, team, player = player_columns(flag, lambda score: score.user)
    who: tuple[Column[Any], ...] = (country, team.hidden(), replace(player, width=128))
    if of_player:
        rank, who = rank.hidden(), tuple(column.hidden() for column in who)
    counts = RESULTS.get(mode, RESULTS[MODES[0]])
    return (
        replace(rank, width=50, description=tr("Place in this list")),
        grade_column(),
        *who,
        _total_column("score", tr("Score"), lambda s: s.total_score, shown=not stable_only),
        _total_column(
            "classic_score",
            tr("Classic score"),
            lambda s: s.classic_total_score,
            shown=False,
            description=tr("The score as lazer's classic display shows it"),
        ),
        _total_column(
            "stable_score",
            tr("Stable score"),
            lambda s: s.legacy_total_score or None,
            shown=stable_only,
            description=tr("The score in stable; lazer's scores have none"),
        ),
        replace(accuracy_column(), width=68),
        replace(combo_column(), width=62),
        _full_combo_column(),
        *(
            _count_column(key, title, about, shown=place < _MOST_SHOWN)
            for place, (key, title, about) in enumerate(counts)
        ),
        _count_column("miss", tr("Miss"), tr("Misses"), shown=True),
        replace(pp_column(), width=64),
        replace(mods_column(), width=94),
        replace(date_column(to_the_minute=False), width=84),
        _game_column(shown=of_player),
        replay_column(),
    )


def _total_column(
    key: str,
    title: str,
    value: Callable[[Score], int | None],
    *,
    shown: bool,
    description: str = tr("Standardised score, by which lazer orders its boards"),
) -> Column[Score]:
    return Column(
        key,
        title,
        84,
        CellKind.NUMBER,
        text=lambda s, _: whole(value(s)),
        sort=lambda s, _: value(s),
        shown=shown,
        strong=True,
        description=description,
    )


def _count_column(key: str, title: str, about: str, *, shown: bool) -> Column[Score]:
    return Column(
        f"count_{key}",
        title,
        max(40, 10 + 8 * len(title)),
        CellKind.NUMBER,
        text=lambda s, _: numerals.whole(getattr(s.statistics, key)),
        sort=lambda s, _: getattr(s.statistics, key),
        shown=shown,
        description=about,
    )


def is_full_combo(score: Score) -> bool:
    """Return whether the combo was never broken, by lazer's or stable's rule."""
    return bool(score.is_perfect_combo or score.legacy_perfect)


def _full_combo_column() -> Column[Score]:
    return Column(
        "full_combo",
        "FC",
        36,
        CellKind.MARK,
        text=lambda s, _: tr("yes") if is_full_combo(s) else "",
        sort=lambda s, _: int(is_full_combo(s)),
        tone=lambda s: int(is_full_combo(s)),
        tooltip=lambda s: tr("Full combo: never broken") if is_full_combo(s) else "",
        description=tr("Whether the combo was never broken"),
    )


def game_of(score: Score) -> str:
    """Return the game that a score was set in: `stable` or `lazer`."""
    return "stable" if score.is_stable else "lazer"


def _game_column(*, shown: bool) -> Column[Score]:
    return Column(
        "game",
        tr("Game"),
        58,
        CellKind.TEXT,
        text=lambda s, _: game_of(s),
        sort=lambda s, _: game_of(s),
        shown=shown,
        description=tr("Whether it was set in osu!(stable) or osu!(lazer)"),
    )


def board_record(row: Row[Score]) -> Record:
    """Return the record of a row of a leaderboard: its place, its player, and the score."""
    score = row.item
    user, team = score.user, score.user.team if score.user is not None else None
    return {
        "place": row.number,
        "username": user.username if user is not None else None,
        "country_code": user.country_code if user is not None else None,
        "team": team.name if team is not None else None,
        **score_record(score),
        "classic_total_score": score.classic_total_score,
        "full_combo": is_full_combo(score),
        "game": game_of(score),
    }
