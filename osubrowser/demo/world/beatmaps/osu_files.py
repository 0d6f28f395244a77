"""Writer of `.osu` files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.beatmaps.hit_objects import (
    CIRCLE,
    FIRST,
    SLIDER,
    SLIDER_MULTIPLIER,
    SPINNER,
    HitObject,
    objects_of,
)

if TYPE_CHECKING:
    from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps

_HEAD = """\
osu file format v14

[General]
AudioFilename: audio.mp3
AudioLeadIn: 0
PreviewTime: {preview}
Countdown: 0
SampleSet: Soft
StackLeniency: 0
Mode: {mode}
LetterboxInBreaks: 0
WidescreenStoryboard: 0

[Editor]
DistanceSpacing: 1
BeatDivisor: 4
GridSize: 8
TimelineZoom: 1

[Metadata]
Title:{title}
TitleUnicode:{title_unicode}
Artist:{artist}
ArtistUnicode:{artist_unicode}
Creator:{creator}
Version:{version}
Source:{source}
Tags:{tags}
BeatmapID:{id}
BeatmapSetID:{set}

[Difficulty]
HPDrainRate:{hp}
CircleSize:{cs}
OverallDifficulty:{od}
ApproachRate:{ar}
SliderMultiplier:{multiplier}
SliderTickRate:1

[Events]
//Background and Video events
0,0,"background.jpg",0,0
//Break Periods

[TimingPoints]
{first},{beat},4,2,1,60,1,0

[HitObjects]
"""


def osu_file(beatmaps: Beatmaps, index: int, difficulty: Difficulty) -> str:
    """Return the file of a difficulty as it was made."""
    song = beatmaps.song(index)
    beatmap = beatmaps.beatmap(index, difficulty)
    head = _HEAD.format(
        preview=song.length * 400,
        mode=difficulty.ruleset,
        title=song.title,
        title_unicode=song.title_unicode,
        artist=song.artist,
        artist_unicode=song.artist_unicode,
        creator=beatmaps.accounts.name_of(beatmaps.mapper[index]),
        version=difficulty.version,
        source=song.source,
        tags=song.tags,
        id=difficulty.id,
        set=beatmaps.id_of(index),
        hp=beatmap["drain"],
        cs=beatmap["cs"],
        od=beatmap["accuracy"],
        ar=beatmap["ar"],
        multiplier=SLIDER_MULTIPLIER,
        first=FIRST,
        beat=60_000 / song.bpm,
    )
    lines = [_line(one) for one in objects_of(beatmaps, index, difficulty)]
    return (head + "\n".join(lines) + "\n").replace("\n", "\r\n")


def _line(one: HitObject) -> str:
    """Return the line of an object."""
    start = f"{one.x},{one.y},{one.time},{one.kind | 4 * one.opens},0"
    if one.kind == CIRCLE:
        return f"{start},0:0:0:0:"
    if one.kind == SLIDER:
        return f"{start},L|{one.end_x}:{one.end_y},{one.spans},{one.length}"
    if one.kind == SPINNER:
        return f"{start},{one.end},0:0:0:0:"
    return f"{start},{one.end}:0:0:0:0:"
