"""Texts of a replay: its header, its misses, moments of the song."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.figures import header_counts
from osubrowser.analysis.result import Part
from osubrowser.api.entities.modes import GameMode
from osubrowser.models.beatmaps.mods import mods_text
from osubrowser.models.text.dates import day_cell, minute
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.replays.read_file import accuracy_of, grade_of
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.analysis.result import Analysis, JudgedPart
    from osubrowser.api.replays import Replay
    from osubrowser.services.replays.records import BeatmapTitle

_LONGEST_NAME: Final = 60
_LONGEST_TITLE: Final = 200
_LONGEST_TIME: Final = 1e9  # milliseconds: eleven days
_PARTS: Final = {
    Part.SLIDER_HEAD: tr("slider head"),
    Part.SLIDER_TICK: tr("slider tick"),
    Part.SLIDER_REPEAT: tr("slider repeat"),
    Part.SLIDER_END: tr("slider end"),
    Part.SLIDER: tr("slider"),
    Part.SPINNER: tr("spinner"),
    Part.DRUM_ROLL: tr("drum roll"),
    Part.HOLD: tr("hold note"),
    Part.HOLD_HEAD: tr("hold note head"),
    Part.HOLD_TAIL: tr("hold note tail"),
    Part.FRUIT: tr("fruit"),
    Part.DROPLET: tr("droplet"),
    Part.TINY_DROPLET: tr("tiny droplet"),
    Part.BANANA: tr("banana"),
}


def moment(time: float) -> str:
    """Format a moment of the song: `1:02.345`, `-0:00.500`, `1:02:03.004`."""
    if not math.isfinite(time):
        return NOTHING
    whole_ms = round(min(max(time, -_LONGEST_TIME), _LONGEST_TIME))
    sign, rest = ("-" if whole_ms < 0 else ""), abs(whole_ms)
    minutes, rest = divmod(rest, 60_000)
    seconds, thousandths = divmod(rest, 1000)
    hours, minutes = divmod(minutes, 60)
    head = f"{hours}:{minutes:02d}" if hours else f"{minutes}"
    return f"{sign}{head}:{seconds:02d}.{thousandths:03d}"


def miss_sentence(part: JudgedPart, mode: GameMode, widest: float = 0.0) -> str:
    """Return what was pressed for a missed part: `Missed at 1:02.345: pressed 63 ms early`.

    Args:
        part: the missed part.
        mode: the ruleset.
        widest: milliseconds of the widest hit window, in which a press of taiko can miss by its
            colour alone.
    """
    said = tr("Missed at {moment}").format(moment=moment(part.object_time))
    if part.column is not None:
        said = tr("{missed}, column {number}").format(missed=said, number=part.column + 1)
    elif part.part not in (Part.CIRCLE, Part.NOTE):
        said += f", {_PARTS.get(part.part, part.part.value)}"
    if mode == GameMode.CATCH:
        if part.error is None:
            return said
        return tr("{missed}: {distance} px beside the plate").format(
            missed=said, distance=numerals.decimal(abs(part.error), 0)
        )
    if part.press_error is None:
        return tr("{missed}: no press near it").format(missed=said)
    late = round(part.press_error)
    is_colour = mode == GameMode.TAIKO and abs(part.press_error) < widest
    if late == 0:
        how = (
            tr("{missed}: pressed the other colour, in time")
            if is_colour
            else tr("{missed}: pressed in time")
        )
    elif late > 0:
        how = (
            tr("{missed}: pressed the other colour, {time} ms late")
            if is_colour
            else tr("{missed}: pressed {time} ms late")
        )
    else:
        how = (
            tr("{missed}: pressed the other colour, {time} ms early")
            if is_colour
            else tr("{missed}: pressed {time} ms early")
        )
    said = how.format(missed=said, time=abs(late))
    if part.press_distance is not None:
        said = tr("{missed}, {distance} px away").format(
            missed=said, distance=numerals.decimal(part.press_distance, 0)
        )
    return said


@dataclass(frozen=True, slots=True)
class HeaderTexts:
    """Texts of the header of a replay.

    Attributes:
        player: name of the player.
        title: `Artist - Title [Difficulty]`, or what is known of the beatmap.
        mods: mods as `models.beatmaps.mods.mods_text` writes them.
        grade: as `Grade` spells it; "" for none.
        facts: label and value of each figure, in order.
        about: ruleset, day and game version, in one line.
        played: when the play ended; "" if the file does not say.
    """

    player: str
    title: str
    mods: str
    grade: str
    facts: tuple[tuple[str, str], ...]
    about: str
    played: str = ""

    @property
    def page_title(self) -> str:
        """Title of the page."""
        return f"{self.player} - {self.title}"

    def as_text(self) -> str:
        """Return everything as lines of text, to copy."""
        lines = [self.page_title, self.about]
        if self.played:
            lines.append("\t".join((tr("Played"), self.played)))
        if self.mods:
            lines.append("\t".join((tr("Mods"), self.mods)))
        lines += [f"{label}\t{value}" for label, value in self.facts]
        return "\n".join(lines)


def beatmap_title(titles: Beatmap | BeatmapTitle, *, original: bool = False) -> str:
    """Return `Artist - Title [Difficulty]` of a beatmap file, or of what osu! says of one."""
    artist = (original and titles.artist_original) or titles.artist or titles.artist_original
    title = (original and titles.title_original) or titles.title or titles.title_original
    names = " - ".join(filter(None, (plain(artist, 80), plain(title, 120)))) or tr(
        "Untitled beatmap"
    )
    level = plain(titles.difficulty, 80)
    return plain(f"{names} [{level}]" if level else names, _LONGEST_TITLE)


def header_texts(
    replay: Replay,
    beatmap: Beatmap | None = None,
    analysis: Analysis | None = None,
    *,
    original: bool = False,
    known: BeatmapTitle | None = None,
) -> HeaderTexts:
    """Return the texts of the header.

    Args:
        replay: the replay.
        beatmap: its beatmap; None while it is not known.
        analysis: the judgement; None while there is none.
        original: titles in the language of the song.
        known: without `beatmap`, the titles that osu! gave.
    """
    counts = header_counts(replay)
    accuracy = accuracy_of(replay, counts)
    info = replay.score_info
    grade = info.rank if info is not None else None
    grade = grade or grade_of(replay, counts, accuracy)
    mode = MODE_NAMES.get(
        replay.mode.value, tr("Ruleset {number}").format(number=replay.mode.number)
    )
    version = f"{'lazer' if replay.is_lazer else 'stable'} {replay.game_version}"
    if beatmap is not None:
        title = beatmap_title(beatmap, original=original)
    elif known is not None:
        title = beatmap_title(known, original=original)
    else:
        title = tr("Unknown beatmap {checksum}").format(checksum=plain(replay.beatmap_hash, 32)[:8])
    about = [mode, day_cell(replay.timestamp) if replay.timestamp else "", f"osu!{version}"]
    if info is not None and info.client_version:
        about[-1] = " ".join(("osu!lazer", plain(info.client_version, 30).removesuffix("-lazer")))
    return HeaderTexts(
        player=plain(replay.username, _LONGEST_NAME) or tr("Unnamed player"),
        title=title,
        mods=mods_text(replay.mods),
        grade="" if grade is None else str(grade.value),
        facts=tuple(_facts(replay, accuracy, analysis)),
        about=" · ".join(filter(None, about)),
        played=minute(replay.timestamp),
    )


def _facts(
    replay: Replay, accuracy: float | None, analysis: Analysis | None
) -> list[tuple[str, str]]:
    facts = [
        (tr("Score"), whole(replay.score)),
        (tr("Accuracy"), NOTHING if accuracy is None else numerals.percent(accuracy)),
        (tr("Combo"), f"{numerals.whole(replay.max_combo)}x"),
        (tr("Misses"), whole(replay.count_miss)),
    ]
    if analysis is not None and analysis.mode != GameMode.CATCH:
        rate, mean = analysis.unstable_rate, analysis.mean_error_ms
        facts.append((tr("Unstable rate"), NOTHING if rate is None else numerals.decimal(rate, 2)))
        facts.append(
            (
                tr("Mean error"),
                NOTHING
                if mean is None
                else tr("{time} ms").format(time=numerals.decimal(mean, 2, sign=True)),
            )
        )
    return facts
