"""Texts about one difficulty of a beatmapset: figures, with mods too, success and tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.modded_settings import ModdedSettings, modded_settings
from osubrowser.api.entities.modes import GameMode
from osubrowser.models.beatmaps.columns import length, stars_of, stars_text
from osubrowser.models.players.profile import ChartData, Figure
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset, BeatmapTag
    from osubrowser.api.entities.difficulty import BeatmapDifficultyAttributes
    from osubrowser.api.mods import Mod

_LONGEST_NAME: Final = 120
_MOST_POINTS: Final = 200
_MOST_TAGS: Final = 60
_MOST_OWNERS: Final = 20
_HIGHEST: Final = 11.0
"""Value of AR and OD at which their bars are full."""
_SAME: Final = 0.005


@dataclass(frozen=True, slots=True)
class VotedTag:
    """Tag that players have voted for.

    Attributes:
        name: with its category: `skillset/jump aim`.
        votes: number of votes.
        words: its description, and that the account has voted for it; "" for none.
        is_own: whether the account has voted for it.
    """

    name: str
    votes: int
    words: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class DifficultyEntry:
    """Difficulty of a set, or a convert of one, with its texts.

    Attributes:
        beatmap: the difficulty.
        mode: the ruleset.
        name: its name.
        stars: star rating without mods; 0 if it is unknown.
        stars_text: the star rating, formatted.
        owners: names and ids of its mappers.
        told: all of it on one line, as a tooltip and for screen readers.
        figures: its figures without mods.
        fails, exits: by part of the difficulty, from its start to its end.
        tags: those with the most votes first.
    """

    beatmap: Beatmap
    mode: str
    name: str
    stars: float
    stars_text: str
    owners: tuple[tuple[str, int], ...]
    told: str
    figures: tuple[Figure, ...]
    fails: ChartData
    exits: ChartData
    tags: tuple[VotedTag, ...]

    @property
    def key(self) -> tuple[int, str]:
        """Identity: the id and the ruleset; converts share the ids."""
        return (self.beatmap.id, self.mode)

    @property
    def is_convert(self) -> bool:
        """Whether it is converted from osu!."""
        return bool(self.beatmap.convert)


def entry_of(beatmapset: Beatmapset, beatmap: Beatmap, mode: str) -> DifficultyEntry:
    """Return a difficulty of a set with its texts."""
    stars = stars_of(beatmap)
    name = plain(beatmap.version, _LONGEST_NAME) or tr("Difficulty {id}").format(id=beatmap.id)
    owners = _owners(beatmapset, beatmap)
    ruleset = MODE_NAMES.get(mode, plain(mode, 20))
    told = [
        name,
        tr("{stars} stars").format(stars=stars_text(stars)),
        tr("{ruleset}, convert").format(ruleset=ruleset) if beatmap.convert else ruleset,
    ]
    if owners:
        mappers = ", ".join(name for name, _ in owners)
        told.append(tr("mapped by {mapper}").format(mapper=mappers))
    fails, exits = failures(beatmap)
    return DifficultyEntry(
        beatmap=beatmap,
        mode=mode,
        name=name,
        stars=stars,
        stars_text=stars_text(stars),
        owners=owners,
        told=" · ".join(told),
        figures=figures_of(beatmap, mode, (), None),
        fails=fails,
        exits=exits,
        tags=tuple(_tags(beatmap, {tag.id: tag for tag in beatmapset.related_tags or ()})),
    )


def _owners(beatmapset: Beatmapset, beatmap: Beatmap) -> tuple[tuple[str, int], ...]:
    if beatmap.owners is not None:
        return tuple(
            (plain(owner.username, 40) or tr("[deleted user]"), owner.id)
            for owner in beatmap.owners[:_MOST_OWNERS]
        )
    names = {user.id: user.username for user in beatmapset.related_users or ()}
    names.setdefault(beatmapset.user_id, beatmapset.creator)
    name = names.get(beatmap.user_id, "")
    return ((plain(name, 40), beatmap.user_id),) if name else ()


def failures(beatmap: Beatmap) -> tuple[ChartData, ChartData]:
    """Return the fails and the exits by part of a difficulty; empty where osu! sends none."""
    times = beatmap.failtimes
    counts = (times.fail or [], times.exit or []) if times is not None else ([], [])
    points = min(max(map(len, counts)), _MOST_POINTS)
    labels = tuple(
        f"{length(round(beatmap.total_length * n / points))} · {n * 100 // points}%"
        for n in range(points)
    )
    return (
        _counted(labels, counts[0], lambda count: tr("%n fail(s)", "", count)),
        _counted(labels, counts[1], lambda count: tr("%n exit(s)", "", count)),
    )


def _counted(
    labels: tuple[str, ...], counts: Sequence[int], words: Callable[[int], str]
) -> ChartData:
    if not any(counts):
        return ChartData()
    values = [max(0, counts[n]) if n < len(counts) else 0 for n in range(len(labels))]
    return ChartData(labels, tuple(map(float, values)), tuple(map(words, values)))


def _tags(beatmap: Beatmap, known: Mapping[int, BeatmapTag]) -> Iterator[VotedTag]:
    for vote in sorted(beatmap.top_tag_ids or (), key=lambda one: -one.count)[:_MOST_TAGS]:
        tag = known.get(vote.tag_id)
        name = plain(tag.name, 60) if tag is not None else ""
        words = plain(tag.description) if tag is not None else ""
        is_own = vote.tag_id in (beatmap.current_user_tag_ids or ())
        words = (
            tr("You voted for it. {description}").format(description=words).strip()
            if is_own
            else words
        )
        yield VotedTag(name or tr("tag {id}").format(id=vote.tag_id), vote.count, words, is_own)


# --- figures --------------------------------------------------------------------------------------


def figures_of(
    beatmap: Beatmap,
    mode: str,
    mods: Sequence[Mod],
    attributes: BeatmapDifficultyAttributes | None,
) -> tuple[Figure, ...]:
    """Return the figures of a difficulty with mods.

    Args:
        beatmap: the difficulty, or the convert.
        mode: the ruleset that is played.
        mods: the mods; none for the difficulty itself.
        attributes: the server's attributes with these mods; None where they are not known, with
            which stars and combo are unknown unless there are no mods.
    """
    plain_settings, modded = settings_of(beatmap, mode, ()), settings_of(beatmap, mode, mods)
    return (
        _stars(beatmap, mods, attributes),
        *_settings(plain_settings, modded),
        *_times(beatmap, modded),
        _combo(beatmap, attributes),
        Figure("objects", tr("Circles · sliders · spinners"), _objects(beatmap), None),
        _success(beatmap),
        *_own_plays(beatmap),
    )


def settings_of(beatmap: Beatmap, mode: str, mods: Sequence[Mod]) -> ModdedSettings:
    """Return the settings of a difficulty with mods, by the game's own formulas."""
    return modded_settings(
        GameMode(mode),
        mods,
        circle_size=beatmap.cs,
        approach_rate=beatmap.ar,
        overall_difficulty=beatmap.accuracy,
        drain=beatmap.drain,
        is_convert=bool(beatmap.convert),
    )


def load_attributes(
    client: Client, beatmap_id: int, mode: str, mods: Sequence[Mod]
) -> BeatmapDifficultyAttributes:
    """Load the attributes of a difficulty with mods: `POST beatmaps/{beatmap}/attributes`.

    Blocks, for a worker.

    Raises:
        InvalidRequest: the ruleset does not have one of the mods.
        ServerTrouble: osu!'s calculation is down.
        OsuError: the request failed.
    """
    return client.beatmap_attributes(beatmap_id, mods=mods, ruleset=mode).attributes


def _stars(
    beatmap: Beatmap, mods: Sequence[Mod], attributes: BeatmapDifficultyAttributes | None
) -> Figure:
    before = stars_of(beatmap)
    if not mods:
        return Figure(
            "stars", tr("Stars"), stars_text(before), before or None, share=_part(before, 10)
        )
    if attributes is None:
        return Figure(
            "stars",
            tr("Stars"),
            NOTHING,
            None,
            tr("was {value}").format(value=stars_text(before)),
        )
    stars = min(max(attributes.star_rating, 0.0), 1000.0)
    detail = (
        tr("{change}, was {value}").format(
            change=numerals.decimal(stars - before, 2, sign=True), value=stars_text(before)
        )
        if before
        else ""
    )
    return Figure("stars", tr("Stars"), stars_text(stars), stars, detail, _part(stars, 10))


def _settings(before: ModdedSettings, now: ModdedSettings) -> Iterator[Figure]:
    if now.keys is not None:
        yield _setting("cs", tr("Keys"), before.keys, now.keys, "")
    if now.circle_size is not None:
        yield _setting("cs", tr("Circle size"), before.circle_size, now.circle_size, "")
    if now.approach_rate is not None and now.preempt_ms is not None:
        said = tr("{time} ms").format(time=numerals.whole(now.preempt_ms))
        yield _setting("ar", tr("Approach rate"), before.approach_rate, now.approach_rate, said)
    if now.overall_difficulty is not None and now.great_ms is not None:
        said = tr("±{time} ms").format(time=numerals.decimal(now.great_ms, 1))
        yield _setting(
            "od", tr("Overall difficulty"), before.overall_difficulty, now.overall_difficulty, said
        )
    yield _setting("hp", tr("HP drain"), before.drain, now.drain, "")


def _setting(key: str, label: str, before: float | None, now: float, said: str) -> Figure:
    changed = before is not None and abs(before - now) >= _SAME
    told = tr("was {value}").format(value=number(before or 0.0)) if changed else ""
    detail = " · ".join(filter(None, (said, told)))
    return Figure(key, label, number(now), now, detail, _part(now, _HIGHEST))


def _times(beatmap: Beatmap, now: ModdedSettings) -> Iterator[Figure]:
    about = tr("about {value}") if now.has_variable_rate else "{value}"
    is_changed = abs(now.rate - 1.0) >= _SAME
    bpm = beatmap.bpm
    if bpm:
        told = (
            tr("was {value}, speed {rate}×").format(
                value=number(bpm), rate=numerals.significant(now.rate, 6)
            )
            if is_changed
            else ""
        )
        yield Figure("bpm", "BPM", about.format(value=number(bpm * now.rate)), bpm * now.rate, told)
    total, drain = (seconds / now.rate for seconds in (beatmap.total_length, beatmap.hit_length))
    told = tr("was {value}").format(value=length(beatmap.total_length)) if is_changed else ""
    said = tr("{length} played").format(length=length(round(drain))) if drain > 0 else ""
    detail = " · ".join(filter(None, (said, told)))
    text = about.format(value=length(round(total)))
    yield Figure("length", tr("Length"), text, total, detail)


def _combo(beatmap: Beatmap, attributes: BeatmapDifficultyAttributes | None) -> Figure:
    combo = beatmap.max_combo if attributes is None else attributes.max_combo
    text = f"{numerals.whole(combo)}×" if combo else NOTHING
    return Figure("max_combo", tr("Max combo"), text, combo or None)


def _success(beatmap: Beatmap) -> Figure:
    plays, passes = beatmap.playcount, beatmap.passcount
    if plays <= 0:
        return Figure("success", tr("Success rate"), NOTHING, None, tr("nobody has played it yet"))
    rate = passes / plays
    detail = tr("{passes} of {plays} plays").format(
        passes=numerals.whole(passes), plays=numerals.whole(plays)
    )
    return Figure(
        "success", tr("Success rate"), numerals.percent(rate, 1), rate, detail, _part(rate, 1.0)
    )


def _own_plays(beatmap: Beatmap) -> Iterator[Figure]:
    """Yield how often the account has played it, which osu! tells the player alone."""
    plays = beatmap.current_user_playcount
    if plays is not None:
        text = tr("%n time(s)", "", plays) if plays > 0 else tr("not yet")
        yield Figure("own_plays", tr("Played by you"), text, plays)


def _objects(beatmap: Beatmap) -> str:
    counts = (beatmap.count_circles, beatmap.count_sliders, beatmap.count_spinners)
    return " · ".join(map(whole, counts))


def number(value: float) -> str:
    """Format a setting with at most two decimals: `9`, `9.3`, `10.33`."""
    return numerals.trimmed(value)


def _part(value: float, most: float) -> float:
    return min(max(value / most, 0.0), 1.0)
