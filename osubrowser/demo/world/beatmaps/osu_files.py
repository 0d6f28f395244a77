"""Writer of `.osu` files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.demo.world.beatmaps.difficulties import Difficulty, settings
from osubrowser.demo.world.beatmaps.hit_objects import FIRST, HitObject, chart_of
from osubrowser.demo.world.beatmaps.rhythms import CIRCLE, SLIDER, SPINNER
from osubrowser.demo.world.draws import number

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
StackLeniency: 0.7
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
SliderTickRate:{ticks}

[Events]
//Background and Video events
0,0,"background.jpg",0,0
//Break Periods
{breaks}
[TimingPoints]
{first},{beat},4,2,1,60,1,0
{kiai}
[HitObjects]
"""


def osu_file(beatmaps: Beatmaps, index: int, difficulty: Difficulty) -> bytes:
    """Return the file of a difficulty as it was made.

    Only the seed of the world decides what it says: the time does not.
    """
    if difficulty.convert:
        difficulty = beatmaps.original(index, difficulty)
    song, chart = beatmaps.song(index), chart_of(beatmaps, index, difficulty)
    od, ar, cs, drain = settings(difficulty, beatmaps.draws_of(difficulty))
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
        hp=drain,
        cs=cs,
        od=od,
        ar=ar,
        multiplier=number(chart.multiplier),
        ticks=number(chart.grid.tick_rate),
        breaks="".join(f"2,{start},{end}\n" for start, end in chart.breaks),
        first=FIRST,
        beat=chart.grid.beat,
        kiai="".join(f"{start},{_KIAI}{end},{_CALM}" for start, end in chart.kiai),
    )
    lines = [_line(one) for one in chart.objects]
    return (head + "\n".join(lines) + "\n").replace("\n", "\r\n").encode()


_KIAI, _CALM = "-100,4,2,1,70,0,1\n", "-100,4,2,1,60,0,0\n"


def _line(one: HitObject) -> str:
    """Return the line of an object."""
    kind = one.kind
    start = f"{one.x},{one.y},{one.time},{kind | 4 * one.opens},{one.sounds}"
    if kind == CIRCLE:
        return f"{start},0:0:0:0:"
    if kind == SLIDER:
        points = "|".join([f"{x}:{y}" for x, y in one.points])
        return f"{start},{one.curve}|{points},{one.spans},{number(one.length)}"
    if kind == SPINNER:
        return f"{start},{one.end},0:0:0:0:"
    return f"{start},{one.end}:0:0:0:0:"
