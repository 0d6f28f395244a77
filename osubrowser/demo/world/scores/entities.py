"""API objects of scores, in the legacy and the modern shape."""

from __future__ import annotations

from datetime import UTC, datetime

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.details import BeatmapDetails
from osubrowser.demo.world.clock import zulu_form
from osubrowser.demo.world.draws import Draws, number
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.scores.mods import BITS
from osubrowser.demo.world.scores.results import (
    Hits,
    Score,
    accuracy_of,
    classic_total,
    grade_of,
    is_perfect,
    judged,
    most,
    old_accuracy_of,
    old_grade_of,
    old_score,
)
from osubrowser.demo.world.scores.scores import Scores
from osubrowser.demo.world.scores.skill import WEIGHT

MODERN_SINCE = 20220705
"""The version from which scores have the modern shape."""

_NAMES = {
    "perfect": "perfect",
    "great": "great",
    "good": "good",
    "ok": "ok",
    "meh": "meh",
    "miss": "miss",
    "large": "large_tick_hit",
    "large_miss": "large_tick_miss",
    "tail": "slider_tail_hit",
    "tail_miss": "ignore_miss",
    "small": "small_tick_hit",
    "small_miss": "small_tick_miss",
}
_BUILDS = 6_000
_DAY = 86_400


def modern(play: Score, user_id: int) -> dict[str, object]:
    """Return the modern `Score`, without the optional parts."""
    entry, result = play.entry, play.result
    accuracy = result.accuracy
    if not play.passed:
        accuracy = accuracy_of(entry.ruleset, partial(result.hits, play.progress))
    body: dict[str, object] = {
        "classic_total_score": classic_total(entry, result.total, play.lazer),
        "preserve": play.passed,
        "processed": True,
        "ranked": play.passed,
        "maximum_statistics": _maximum(play),
        "mods": _mods(play),
        "statistics": statistics(result.hits, play.progress),
        "beatmap_id": entry.difficulty.id,
        "best_id": None,
        "id": play.id,
        "rank": grade_of(play),
        "type": "solo_score",
        "user_id": user_id,
        "accuracy": number(round(accuracy, 6)),
        "build_id": _build(play),
        "ended_at": _time(play.seconds),
        "has_replay": play.replay,
        "is_perfect_combo": play.passed and result.combo >= entry.limit,
        "legacy_perfect": is_perfect(play),
        "legacy_score_id": play.old_id,
        "legacy_total_score": old_score(play),
        "max_combo": result.combo,
        "passed": play.passed,
        "pp": None if play.pp is None else number(play.pp),
        "ruleset_id": entry.ruleset,
        "started_at": _started(play),
        "total_score": result.total,
        "replay": play.replay,
        "current_user_attributes": {"pin": None},
    }
    if play.lazer and play.pay != 1:
        body["total_score_without_mods"] = round(result.total / play.pay)
    return body


def legacy(play: Score, user_id: int) -> dict[str, object]:
    """Return the old `Score`, without the optional parts."""
    entry, result = play.entry, play.result
    name = RULESETS[entry.ruleset].name
    kind, id, best = "solo_score", play.id, None
    if not play.lazer:
        kind = f"score_best_{name}" if play.old_id else f"score_{name}"
        id = play.old_id or 0
        best = play.old_id or None
    return {
        "accuracy": number(old_accuracy_of(entry.ruleset, partial(result.hits, play.progress))),
        "best_id": best,
        "created_at": _time(play.seconds),
        "id": id,
        "max_combo": result.combo,
        "mode": name,
        "mode_int": entry.ruleset,
        "mods": [mod for mod in play.mods if mod in BITS],
        "passed": play.passed,
        "perfect": is_perfect(play),
        "pp": None if play.pp is None else number(play.pp),
        "rank": old_grade_of(play),
        "replay": play.replay,
        "score": old_score(play),
        "statistics": old_statistics(play),
        "type": kind,
        "user_id": user_id,
        "current_user_attributes": {"pin": None},
    }


# --- parts -----------------------------------------------------------------------------------


def statistics(hits: Hits, progress: float = 1.0) -> dict[str, int]:
    """Return hits under lazer's names, without zeros."""
    counts = partial(hits, progress)._asdict()
    return {_NAMES[name]: count for name, count in counts.items() if count} or {"miss": 0}


def partial(hits: Hits, progress: float) -> Hits:
    """Return the hits of a play that went only so far."""
    return hits if progress >= 1 else Hits(*(int(count * progress) for count in hits))


def old_statistics(play: Score) -> dict[str, int | None]:
    """Return hits under the stable client's names; None for absent ones."""
    hits = partial(play.result.hits, play.progress)
    whole: dict[str, int | None] = {
        "count_100": hits.ok,
        "count_300": hits.great,
        "count_50": hits.meh,
        "count_geki": None,
        "count_katu": None,
        "count_miss": hits.miss,
    }
    match play.entry.ruleset:
        case 1:
            whole |= {"count_50": 0}
        case 2:
            whole |= {"count_100": hits.large, "count_50": hits.small}
            whole |= {"count_katu": hits.small_miss, "count_miss": hits.miss + hits.large_miss}
        case 3:
            whole |= {"count_geki": hits.perfect, "count_katu": hits.good}
    return whole


def _maximum(play: Score) -> dict[str, int]:
    found = statistics(most(play.entry, play.lazer))
    if not play.lazer:
        judgements = judged(play.entry, lazer=False)
        if play.entry.ruleset == 2:
            judgements = play.entry.limit
        if play.entry.limit > judgements:
            found["legacy_combo_increase"] = play.entry.limit - judgements
    return found


def _mods(play: Score) -> list[dict[str, object]]:
    mods: list[dict[str, object]] = [{"acronym": mod} for mod in play.mods]
    for mod in mods:
        if play.rate is not None and mod["acronym"] in ("DT", "NC"):
            mod["settings"] = {"speed_change": play.rate}
    return mods


def _build(play: Score) -> int | None:
    return _BUILDS + (play.seconds // _DAY - 18_500) // 3 if play.lazer else None


def seconds_played(play: Score) -> int:
    """Return how long the play took, in seconds."""
    return round((play.entry.length + 4) * play.progress / play.speed)


def _started(play: Score) -> str | None:
    return _time(play.seconds - seconds_played(play)) if play.lazer else None


def _time(seconds: int) -> str:
    return zulu_form(datetime.fromtimestamp(seconds, UTC))


class ScoreEntities:
    """Builder of `Score` objects of every size.

    `version` is the `x-api-version` asked for, which chooses the shape; `viewer` the account
    behind the token, None for client credentials.
    """

    def __init__(
        self,
        seed: int,
        accounts: Accounts,
        beatmaps: Beatmaps,
        scores: Scores,
        beatmap_details: BeatmapDetails,
    ) -> None:
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._scores = scores
        self._beatmap_details = beatmap_details
        self._draws = Draws(seed, "replay views")

    def entity(self, play: Score, version: int, viewer: int | None = None) -> dict[str, object]:
        """Return a `Score` without optional parts."""
        shape = modern if version >= MODERN_SINCE else legacy
        body = shape(play, self._accounts.id_of(play.account))
        if viewer == play.account:
            pinned = self._scores.is_pinned(play)
            body["current_user_attributes"] = {
                "pin": {"is_pinned": pinned, "score_id": play.id},
            }
        return body

    def listed(self, play: Score, version: int, viewer: int | None) -> dict[str, object]:
        """Return a `Score` with `beatmap`, `beatmapset` and `user`, as lists of players have it."""
        body = self.entity(play, version, viewer)
        beatmaps, entry = self._beatmaps, play.entry
        body["beatmap"] = beatmaps.beatmap(entry.set_index, entry.difficulty)
        body["beatmapset"] = beatmaps.entity(entry.set_index)
        body["user"] = self._accounts.compact(play.account)
        return body

    def weighted(
        self, play: Score, place: int, version: int, viewer: int | None
    ) -> dict[str, object]:
        """Return a `Score` of a best list, with the `weight` that its place gives it."""
        body = self.listed(play, version, viewer)
        share = WEIGHT**place
        pp = None if play.pp is None else number(play.pp * share)
        body["weight"] = {"percentage": number(share * 100), "pp": pp}
        return body

    def on_board(self, play: Score, version: int, viewer: int | None) -> dict[str, object]:
        """Return a `Score` with its `user`, as leaderboards have it."""
        body = self.entity(play, version, viewer)
        body["user"] = self._accounts.with_home(play.account)
        return body

    def of_player(self, play: Score, version: int, viewer: int | None) -> dict[str, object]:
        """Return a `Score` with `beatmap` and `user`, as a player's on one beatmap has it."""
        body = self.on_board(play, version, viewer)
        beatmap = self._beatmaps.beatmap(play.entry.set_index, play.entry.difficulty)
        beatmap["owners"] = self._owners(play)
        body["beatmap"] = beatmap
        return body

    def whole(self, play: Score, version: int, viewer: int | None) -> dict[str, object]:
        """Return a `Score` with all optional fields."""
        entry = play.entry
        body = self.listed(play, version, viewer)
        beatmap = self._beatmaps.beatmap(entry.set_index, entry.difficulty)
        beatmap["max_combo"] = entry.limit
        beatmap["owners"] = self._owners(play)
        beatmap["user"] = self._accounts.compact(entry.difficulty.owner)
        user = self._accounts.card(play.account)
        views = self._draws.at(play.id)[0] % 400 if play.replay else 0
        body |= {"beatmap": beatmap, "user": user, "replay_views": views}
        body["rank_global"] = self._scores.leaderboards.rank_of(play)
        return body

    def _owners(self, play: Score) -> list[dict[str, object]]:
        return self._beatmap_details.owners(play.entry.set_index, play.entry.difficulty)
