"""Judging a replay: against reading its frames with osrparse, and the beatmap with slider."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.analysis.plays import LEFT, Frame, beatmap_text, make_replay
from tests.conftest import SHARED
from tests.costs import ratio
from tests.replay_files import md5_of

REPLAYS = SHARED / "replays"
FIVE_MINUTES = "osu-bca89f23b3"
"""A play of five minutes, 1,537 objects."""
AN_HOUR = "osu-69646ae1d7"
"""A play of 53 minutes, 6,503 objects."""
TEN_MINUTES = "mania-59e8b68d70"
"""A play of ten minutes, 59,708 frames."""
MOST_MEGABYTES = 300
MOST_SECONDS = 1.0  # of CPU time, for ten minutes of play

with_known = pytest.mark.skipif(
    not REPLAYS.exists(), reason="the known replays are not beside this checkout"
)
needs_memory = pytest.mark.skipif(
    sys.platform == "win32", reason="the system does not tell the most memory"
)


def files(replay: str) -> tuple[Path, Path]:
    for pair in json.loads((REPLAYS / "index.json").read_text("utf-8"))["pairs"]:
        if replay in pair["replay"]:
            return REPLAYS / pair["replay"], REPLAYS / pair["map"]
    raise AssertionError(replay)


def made_files(folder: Path) -> tuple[Path, Path]:
    """Write a play of ten minutes: 1,800 circles and 600 sliders, a frame every 16 ms."""
    from osubrowser.api.replays import encode_replay

    objects, frames = list[str](), list[Frame]()
    for n in range(2400):
        x, y, time = 60 + 97 * n % 380, 60 + 61 * n % 260, 1000 + 250 * n
        shape = f"2,0,B|{x + 40}:{y + 40}|{x + 60}:{y},1,70" if n % 4 == 0 else "1,0"
        objects.append(f"{x},{y},{time},{shape}")
        for frame in range(15):  # held on the object, and on to the next
            keys = LEFT if 7 <= frame < 13 else 0
            frames.append((time - 120 + 16 * frame, x + 3 * math.sin(frame), y, keys))
    beatmap = beatmap_text(objects, timing=("0,500,4,2,0,100,1,0",)).encode()
    replay = encode_replay(make_replay(frames, count=2400, beatmap_hash=md5_of(beatmap)))
    found = folder / "made.osr", folder / "made.osu"
    for file, data in zip(found, (replay, beatmap), strict=True):
        file.write_bytes(data)
    return found


def analyse(replay: bytes, beatmap: bytes) -> None:
    """Do all that `--analyse` does: read both, judge, and calculate stars and pp."""
    from osubrowser.analysis.beatmap_reader import read_beatmap
    from osubrowser.analysis.report import analyse_replay, report
    from osubrowser.api.replays import read_replay

    known = read_replay(replay)
    found = report(known, analyse_replay(known, read_beatmap(beatmap), beatmap))
    assert found["counts"], found["notes"]


def measured(replay: Path, beatmap: Path) -> tuple[float, float]:
    """Return seconds of CPU time and the most megabytes of an analysis in its own process."""
    code = (
        "import resource, sys, time\n"
        "from pathlib import Path\n"
        "from tests.benchmarks.test_analysis import analyse\n"
        "data = [Path(name).read_bytes() for name in sys.argv[1:]]\n"
        "began = time.process_time()\n"
        "analyse(*data)\n"
        "took = time.process_time() - began\n"
        "print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    command = [sys.executable, "-c", code, str(replay), str(beatmap)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(printed[0]), int(printed[1]) / 1024


@needs_memory
@pytest.mark.parametrize("kind", ["made", pytest.param("known", marks=with_known)])
def test_ten_minutes_of_play_take_a_second_and_300_megabytes(kind: str, tmp_path: Path) -> None:
    replay, beatmap = made_files(tmp_path) if kind == "made" else files(TEN_MINUTES)
    turns = [measured(replay, beatmap) for _ in range(3)]
    seconds, megabytes = min(took for took, _ in turns), max(most for _, most in turns)
    print(f"\nten minutes of play ({kind}): {seconds:.2f} s of CPU time, {megabytes:.0f} MB")
    assert seconds <= MOST_SECONDS
    assert megabytes < MOST_MEGABYTES


@with_known
def test_ten_minutes_are_analysed_in_a_few_times_of_what_osrparse_reads_them() -> None:
    osrparse = pytest.importorskip("osrparse")
    replay, beatmap = (file.read_bytes() for file in files(TEN_MINUTES))
    found = ratio(lambda: analyse(replay, beatmap), lambda: osrparse.Replay.from_string(replay))
    print(f"\nten minutes of play analysed: x{found:.2f} of reading it with osrparse")
    assert found <= 5, f"{found:.2f} times osrparse"


@with_known
def test_a_replay_is_judged_in_little_more_than_osrparse_reads_it() -> None:
    osrparse = pytest.importorskip("osrparse")
    replay, beatmap = (file.read_bytes() for file in files(FIVE_MINUTES))
    began = time.process_time()
    analyse(replay, beatmap)
    took = time.process_time() - began
    found = ratio(lambda: analyse(replay, beatmap), lambda: osrparse.Replay.from_string(replay))
    print(f"\nfive minutes of play judged: x{found:.2f} of reading it with osrparse ({took:.2f} s)")
    assert found <= 10, f"{found:.2f} times osrparse"


@with_known
def test_a_beatmap_is_read_faster_than_by_slider() -> None:
    slider = pytest.importorskip("slider", reason="slider is not installed")
    from osubrowser.analysis.beatmap_reader import read_beatmap

    data = files(FIVE_MINUTES)[1].read_bytes()
    text = data.decode("utf-8-sig")
    found = ratio(lambda: read_beatmap(data), lambda: slider.Beatmap.parse(text))
    print(f"\na beatmap with all slider paths: x{found:.2f} of slider")
    assert found <= 1, f"{found:.2f} times slider"


@with_known
@needs_memory
def test_memory_and_time_of_an_hour_of_play() -> None:
    seconds, megabytes = measured(*files(AN_HOUR))
    print(f"\n53 minutes of play judged: {seconds:.2f} s of CPU time, {megabytes:.0f} MB")
    assert megabytes < MOST_MEGABYTES
