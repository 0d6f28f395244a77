"""API objects of API v1: flat, every value text or null."""

from __future__ import annotations

from datetime import UTC, datetime

from osubrowser.demo.world.beatmaps.attributes import Attributes
from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.beatmaps.mods import BITS as MATCH_BITS
from osubrowser.demo.world.beatmaps.mods import GameMod
from osubrowser.demo.world.beatmaps.packs import Packs
from osubrowser.demo.world.clock import LAUNCH
from osubrowser.demo.world.multiplayer.match_scores import OLD_NAMES, MatchScore
from osubrowser.demo.world.multiplayer.matches import Match, Matches
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.authors import Authors
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.scores.entities import old_statistics
from osubrowser.demo.world.scores.mods import bits_of
from osubrowser.demo.world.scores.results import Score, is_perfect, old_grade_of, old_score

Text = str | None
"""What a value of API v1 may be."""

_SCORINGS = ("score", "accuracy", "combo", "scorev2")
_TEAMS = ("head-to-head", "tag-coop", "team-vs", "tag-team-vs")
_COLOURS = {"blue": 1, "red": 2}


class LegacyEntities:
    """Builder of the objects of API v1."""

    def __init__(
        self,
        accounts: Accounts,
        statistics: StatisticsTable,
        beatmaps: Beatmaps,
        packs: Packs,
        attributes: Attributes,
        authors: Authors,
        matches: Matches,
    ) -> None:
        self._accounts = accounts
        self._all_statistics = statistics
        self._beatmaps = beatmaps
        self._packs = packs
        self._attributes = attributes
        self._authors = authors
        self._matches = matches

    # --- players ------------------------------------------------------------------------------

    def user(self, account: int, ruleset: int) -> dict[str, object]:
        """Return a player; statistics are null if the ruleset was never played."""
        figures = self._all_statistics.of(RULESETS[ruleset].name)
        whole: dict[str, object] = {
            "user_id": str(self._accounts.id_of(account)),
            "username": self._accounts.name_of(account),
            "join_date": _date(self._accounts.joined(account)),
            "country": self._accounts.country_of(account).code,
            "events": [],
        }
        played = figures.has_played(account)
        record = self._figures(account, ruleset) if played else dict.fromkeys(_FIGURES)
        return whole | record

    def _figures(self, account: int, ruleset: int) -> dict[str, Text]:
        name = RULESETS[ruleset].name
        figures = self._all_statistics.of(name)
        known = figures.of(account)
        grades, level = known["grade_counts"], known["level"]
        rank = figures.standings.rank_of(account)
        at_home = None
        if rank is not None:
            home = figures.standings.by_country[self._accounts.country[account]]
            at_home = home.index(figures.standings.position[account]) + 1
        found = {old: _text(known[new]) for old, new in _FIGURES.items() if new}
        if isinstance(level, dict):
            found["level"] = f"{level['current'] + level['progress'] / 100:.4f}"
        if isinstance(grades, dict):
            found |= {f"count_rank_{kind}": str(count) for kind, count in grades.items()}
        return found | {"pp_rank": _text(rank or 0), "pp_country_rank": _text(at_home or 0)}

    # --- beatmaps -----------------------------------------------------------------------------

    def beatmap(self, index: int, difficulty: Difficulty, mods: list[GameMod]) -> dict[str, object]:
        """Return a difficulty or a conversion with its set, as hard as mods make it."""
        beatmaps = self._beatmaps
        beatmap, beatmapset = beatmaps.beatmap(index, difficulty), beatmaps.extended(index)
        found: dict[str, object] = {old: _text(beatmap[new]) for old, new in _OF_BEATMAP.items()}
        found |= {old: _text(beatmapset[new]) for old, new in _OF_SET.items()}
        found |= {old: _old_date(beatmapset[new]) for old, new in _DATES.items()}
        record = self._attributes.with_mods(index, difficulty, mods)
        packs = self._packs.tags_of(index)
        return found | {
            "last_update": _old_date(beatmap["last_updated"]),
            "download_unavailable": "0",
            "audio_unavailable": "0",
            "packs": ",".join(packs) or None,
            "max_combo": None if difficulty.convert else _text(record["max_combo"]),
            "diff_aim": _text(record.get("aim_difficulty")),
            "diff_speed": _text(record.get("speed_difficulty")),
            "difficultyrating": _text(record["star_rating"]),
        }

    # --- scores -------------------------------------------------------------------------------

    def board_score(self, play: Score) -> dict[str, object]:
        """Return a score as `get_scores` has it: with the name, without the beatmap."""
        name = self._accounts.name_of(play.account)
        return self._score(play) | self._extra(play) | {"username": name}

    def best_score(self, play: Score) -> dict[str, object]:
        """Return a score as `get_user_best` has it."""
        beatmap = {"beatmap_id": str(play.entry.difficulty.id)}
        return beatmap | self._score(play) | self._extra(play)

    def recent_score(self, play: Score) -> dict[str, object]:
        """Return a score as `get_user_recent` has it: with an id only if it is a best one."""
        beatmap = {"beatmap_id": str(play.entry.difficulty.id)}
        return beatmap | self._score(play)

    def _score(self, play: Score) -> dict[str, object]:
        counts = {name.removeprefix("count_"): n for name, n in old_statistics(play).items()}
        return {
            "score_id": str(play.old_id) if play.old_id else None,
            "score": str(old_score(play)),
            "maxcombo": str(play.result.combo),
            **{f"count{kind}": str(counts[kind] or 0) for kind in ("50", "100", "300", "miss")},
            "countkatu": str(counts["katu"] or 0),
            "countgeki": str(counts["geki"] or 0),
            "perfect": _flag(is_perfect(play)),
            "enabled_mods": str(bits_of(play.mods)),
            "user_id": str(self._accounts.id_of(play.account)),
            "date": _date(datetime.fromtimestamp(play.seconds, UTC)),
            "rank": old_grade_of(play),
        }

    def _extra(self, play: Score) -> dict[str, object]:
        return {
            "pp": None if play.pp is None else _text(play.pp),
            "replay_available": _flag(play.replay),
        }

    # --- matches ------------------------------------------------------------------------------

    def match(self, match: Match) -> dict[str, object]:
        """Return a match with all its games."""
        matches = self._matches
        games = range(len(matches.lobby(match).games))
        head = {
            "match_id": str(match.id),
            "name": matches.name(match),
            "start_time": _after_launch(match.start),
            "end_time": None if matches.goes_on(match) else _after_launch(match.end),
        }
        return {"match": head, "games": [self._game(match, number) for number in games]}

    def _game(self, match: Match, number: int) -> dict[str, object]:
        matches = self._matches
        game = matches.lobby(match).games[number]
        scoring, teams = matches.modes(match)
        running = game.end > matches.now
        has_end = not running and matches.has_end(match, number)
        lost = matches.lost_beatmap(match, number)
        plays = [] if running else matches.scores(match, number, game)
        scores = []
        for slot, author, made in plays:
            team = _COLOURS[Matches.colour(slot)] if "team" in teams else 0
            user_id = self._authors.id_of(author)
            total = made.total if scoring == "scorev2" else made.old_total
            scores.append(_match_score(made, slot, team, user_id, total))
        return {
            "game_id": str(matches.game_id(match, number)),
            "start_time": _after_launch(game.start),
            "end_time": _after_launch(game.end) if has_end else None,
            "beatmap_id": str(game.difficulty.id if lost is None else lost),
            "play_mode": str(match.ruleset),
            "match_type": "0",
            "scoring_type": str(_SCORINGS.index(scoring)),
            "team_type": str(_TEAMS.index(teams)),
            "mods": str(_match_bits(game.mods)),
            "scores": scores,
        }


_FIGURES: dict[str, str] = {
    "count300": "count_300",
    "count100": "count_100",
    "count50": "count_50",
    "playcount": "play_count",
    "ranked_score": "ranked_score",
    "total_score": "total_score",
    "pp_rank": "",
    "level": "",
    "pp_raw": "pp",
    "accuracy": "hit_accuracy",
    "count_rank_ss": "",
    "count_rank_ssh": "",
    "count_rank_s": "",
    "count_rank_sh": "",
    "count_rank_a": "",
    "total_seconds_played": "play_time",
    "pp_country_rank": "",
}
_OF_BEATMAP = {
    "beatmapset_id": "beatmapset_id",
    "beatmap_id": "id",
    "approved": "ranked",
    "total_length": "total_length",
    "hit_length": "hit_length",
    "version": "version",
    "file_md5": "checksum",
    "diff_size": "cs",
    "diff_overall": "accuracy",
    "diff_approach": "ar",
    "diff_drain": "drain",
    "mode": "mode_int",
    "count_normal": "count_circles",
    "count_slider": "count_sliders",
    "count_spinner": "count_spinners",
    "playcount": "playcount",
    "passcount": "passcount",
}
_OF_SET = {
    "artist": "artist",
    "artist_unicode": "artist_unicode",
    "title": "title",
    "title_unicode": "title_unicode",
    "creator": "creator",
    "creator_id": "user_id",
    "bpm": "bpm",
    "source": "source",
    "tags": "tags",
    "genre_id": "genre_id",
    "language_id": "language_id",
    "favourite_count": "favourite_count",
    "rating": "rating",
    "storyboard": "storyboard",
    "video": "video",
}
_DATES = {"submit_date": "submitted_date", "approved_date": "ranked_date"}


def _match_score(
    made: MatchScore, slot: int, team: int, user_id: int, total: int
) -> dict[str, object]:
    names = OLD_NAMES[made.ruleset]
    counts = {f"count{kind}": made.statistics[name] if name else 0 for kind, name in names.items()}
    return {
        "slot": str(slot),
        "team": str(team),
        "user_id": str(user_id),
        "score": str(total),
        "maxcombo": str(made.combo),
        "rank": "0",
        **{name: str(count) for name, count in counts.items()},
        "perfect": _flag(made.is_perfect),
        "pass": _flag(made.passed),
        "enabled_mods": None,
    }


def _match_bits(mods: tuple[str, ...]) -> int:
    bits = 0
    for mod in mods:
        bits |= MATCH_BITS.get(mod, 0) | (MATCH_BITS["DT"] if mod == "NC" else 0)
    return bits


def _text(value: object) -> Text:
    if value is None:
        return None
    return _flag(value) if isinstance(value, bool) else str(value)


def _flag(value: bool) -> str:
    return "1" if value else "0"


def _date(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def _after_launch(seconds: int) -> str:
    return _date(datetime.fromtimestamp(LAUNCH.timestamp() + seconds, UTC))


def _old_date(zulu: object) -> Text:
    """Return a date of the newer API as the old one writes it."""
    return None if zulu is None else str(zulu).replace("T", " ").rstrip("Z")
