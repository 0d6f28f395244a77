"""One score with everything that its page says of it, loaded and formatted on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.models.beatmaps.columns import artist_of, stars_of, stars_text, title_of
from osubrowser.models.beatmaps.mods import mods_text
from osubrowser.models.rankings.rankings import country_name_of
from osubrowser.models.scores.columns import grade_letters, grade_tone
from osubrowser.models.scores.leaderboard import game_of
from osubrowser.models.scores.score_facts import (
    Line,
    Result,
    accuracy_text,
    combo_text,
    fact_lines,
    figure_lines,
    mod_lines,
    old_results_of,
    place_text,
    results_of,
)
from osubrowser.models.text.dates import day_cell
from osubrowser.services.places.places import (
    MODE_NAMES,
    BeatmapPlace,
    BeatmapsetPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.scores import Score

_NOBODY: Final = tr("Unknown player")


@dataclass(frozen=True, slots=True)
class ScoreSubject:
    """Score, and the texts of its page.

    Attributes:
        score: the score as osu! sent it.
        place: its place, by the id that it was asked for.
        name: `player on artist - title [difficulty]`, romanised, for titles.
        title, artist: of the song, in the script that was asked for.
        mapper: line about the mapper; "" if the beatmap is gone.
        difficulty: name of the difficulty, with the ruleset of a convert.
        stars: the star rating; 0 if it is unknown.
        stars_text: it as text.
        status: status of the beatmap, as the API names it; "" if it is unknown.
        cover: URL of the cover, or None.
        player: name of the player.
        player_line: when, and in which game.
        avatar: URL of the avatar, or None.
        country: code and name of the player's country; None without one.
        team: name of the player's team; "" for none.
        grade: letters of the grade.
        is_silver: whether it is one of the silver grades.
        headline: the most important figures.
        figures, facts, results, old_results, mods: lines of the panels.
        mods_text: the mods as text.
        beatmap_place, player_place: where the beatmap's leaderboard and the player are; None if
            they are gone.
        mapper_place: where the mapper is; None if it is not known.
        team_place: where the player's team is; None without one.
        own_place: where all scores of the player on the beatmap are; None if one of them is gone.
        notice: what is unusual about the score; "" for nothing.
    """

    score: Score
    place: ScorePlace
    name: str
    title: str
    artist: str
    mapper: str
    difficulty: str
    stars: float
    stars_text: str
    status: str
    cover: str | None
    player: str
    player_line: str
    avatar: str | None
    country: tuple[str, str] | None
    team: str
    grade: str
    is_silver: bool
    headline: tuple[Line, ...]
    figures: tuple[Line, ...]
    facts: tuple[Line, ...]
    results: tuple[Result, ...]
    old_results: tuple[Line, ...]
    mods: tuple[Line, ...]
    mods_text: str
    beatmap_place: BeatmapsetPlace | BeatmapPlace | None
    player_place: UserPlace | None
    mapper_place: UserPlace | None
    team_place: ThingPlace | None
    own_place: BeatmapsetPlace | BeatmapPlace | None
    notice: str

    @property
    def words(self) -> str:
        """All figures as text, a line of name and figure each."""
        lines = [(tr("Player"), self.player), (tr("Beatmap"), self.name), (tr("Grade"), self.grade)]
        lines += [(tr("Mods"), self.mods_text)] if self.mods_text else []
        lines += [(line.label, line.text) for line in self.figures]
        lines += [(result.name, result.text) for result in self.results]
        lines += [(line.label, line.text) for line in self.facts]
        return "\n".join(f"{label}\t{text}" for label, text in lines)


def load_score(client: Client, place: ScorePlace, *, original: bool) -> ScoreSubject:
    """Load a score (`scores/{score}`, `scores/{ruleset}/{score}`); blocks, for a worker.

    Args:
        client: the API client.
        place: the score.
        original: whether titles are not romanised.

    Raises:
        NotFound: there is no such score, or its player is restricted.
        OsuError: as the client raises it.
    """
    score = (
        client.score(place.id) if place.mode is None else client.score_mode(place.mode, place.id)
    )
    return subject_of(score, place, original=original)


def subject_of(score: Score, place: ScorePlace, *, original: bool) -> ScoreSubject:
    """Return a score with the texts of its page."""
    beatmap, beatmapset, user = score.beatmap, score.beatmapset, score.user
    player = plain(user.username, 60) if user is not None else ""
    artist, song = artist_of(beatmapset, original=False), title_of(beatmapset, original=False)
    version = plain(beatmap.version, 120) if beatmap is not None else ""
    what = f"{artist} - {song}" if artist else song
    mode = str(score.mode) if score.mode is not None and score.mode.is_known else None
    board, own = _boards(score, mode)
    is_known = user is not None and bool(user.id) and not user.is_deleted
    mapper = plain(beatmapset.creator, 60) if beatmapset is not None else ""
    mapper_id = beatmapset.user_id if beatmapset is not None else 0
    country = user.country_code if user is not None else None
    return ScoreSubject(
        score,
        place,
        name=tr("{player} on {song}").format(
            player=player or _NOBODY, song=f"{what} [{version}]" if version else what
        ),
        title=title_of(beatmapset, original=original),
        artist=artist_of(beatmapset, original=original),
        mapper=tr("mapped by {mapper}").format(mapper=mapper) if mapper else "",
        difficulty=_difficulty(score, version, mode),
        stars=stars_of(beatmap),
        stars_text=stars_text(stars_of(beatmap)),
        status=str(beatmap.status) if beatmap is not None and beatmap.status else "",
        cover=_cover(score),
        player=player or _NOBODY,
        player_line=_player_line(score),
        avatar=user.avatar_url if user is not None else None,
        country=(country, country_name_of(user)) if country else None,
        team=plain(user.team.name, 60) if user is not None and user.team is not None else "",
        grade=grade_letters(score.rank),
        is_silver=bool(grade_tone(score.rank)),
        headline=_headline(score),
        figures=figure_lines(score),
        facts=fact_lines(score),
        results=results_of(score),
        old_results=old_results_of(score),
        mods=mod_lines(score),
        mods_text=mods_text(score.mods),
        beatmap_place=board,
        player_place=UserPlace(user.id, mode) if is_known and user and user.id else None,
        mapper_place=UserPlace(mapper_id) if mapper_id else None,
        team_place=(
            ThingPlace("team", str(user.team.id))
            if user is not None and user.team is not None and user.team.id
            else None
        ),
        own_place=own if is_known else None,
        notice=_notice(score),
    )


def _boards(
    score: Score, mode: str | None
) -> tuple[BeatmapsetPlace | BeatmapPlace | None, BeatmapsetPlace | BeatmapPlace | None]:
    """Return the places of the leaderboard, and of the player's scores on it."""
    beatmap = score.beatmap
    player = score.user_id or None
    number = score.beatmap_id
    if beatmap is not None and beatmap.beatmapset_id:
        there = BeatmapsetPlace(beatmap.beatmapset_id, beatmap.id, mode, section="scores")
        mine = BeatmapsetPlace(
            beatmap.beatmapset_id, beatmap.id, mode, section="scores", player=player
        )
        return there, mine if player else None
    if not number:
        return None, None
    other = BeatmapPlace(number, mode, section="scores", player=player)
    return BeatmapPlace(number, mode, section="scores"), other if player else None


def _difficulty(score: Score, version: str, mode: str | None) -> str:
    beatmap = score.beatmap
    if mode is None or beatmap is None or not (beatmap.convert or beatmap.mode not in (None, mode)):
        return version or NOTHING
    return tr("{difficulty}, converted to {ruleset}").format(
        difficulty=version or NOTHING, ruleset=MODE_NAMES[mode]
    )


def _cover(score: Score) -> str | None:
    beatmapset = score.beatmapset
    if beatmapset is None or beatmapset.nsfw:
        return None
    covers = beatmapset.covers
    return covers.cover_2x or covers.cover or None


def _player_line(score: Score) -> str:
    return ", ".join((day_cell(score.ended_at), f"osu!({game_of(score)})"))


def _headline(score: Score) -> tuple[Line, ...]:
    pp = NOTHING if score.pp is None else numerals.decimal(score.pp, 2)
    return (
        Line(tr("Score"), whole(score.total_score or score.legacy_total_score or None)),
        Line(tr("Accuracy"), accuracy_text(score)),
        Line(tr("Combo"), combo_text(score)),
        Line("pp", pp),
        Line(tr("Global place"), place_text(score)),
    )


def _notice(score: Score) -> str:
    if score.passed is False:
        return tr("This play was failed: it is on no leaderboard.")
    if score.processed is False:
        return tr("osu! has not processed this score yet: pp and places may be missing.")
    if score.beatmapset is None and score.beatmap is None:
        return tr("The beatmap of this score is not on osu! any more.")
    return ""
