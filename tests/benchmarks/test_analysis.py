"""Judging a replay: against reading its frames with osrparse, and the beatmap with slider."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.costs import ratio

REPLAYS = SHARED / "replays"
FIVE_MINUTES = "osu-bca89f23b3"
"""A play of five minutes, 1,537 objects."""
AN_HOUR = "osu-69646ae1d7"
"""A play of 53 minutes, 6,503 objects."""
MOST_MEGABYTES = 300

pytestmark = pytest.mark.skipif(
    not REPLAYS.exists(), reason="the known replays are not beside this checkout"
)


def files(replay: str) -> tuple[Path, Path]:
    for pair in json.loads((REPLAYS / "index.json").read_text("utf-8"))["pairs"]:
        if replay in pair["replay"]:
            return REPLAYS / pair["replay"], REPLAYS / pair["map"]
    raise AssertionError(replay)


def analyse(replay: bytes, beatmap: bytes) -> None:
    from osubrowser.analysis.beatmap_reader import read_beatmap
    from osubrowser.analysis.osu import judge
    from osubrowser.api.replays import read_replay

    judge(read_beatmap(beatmap), read_replay(replay))


def test_a_replay_is_judged_in_little_more_than_osrparse_reads_it() -> None:
    osrparse = pytest.importorskip("osrparse")
    replay, beatmap = (file.read_bytes() for file in files(FIVE_MINUTES))
    began = time.process_time()
    analyse(replay, beatmap)
    took = time.process_time() - began
    found = ratio(lambda: analyse(replay, beatmap), lambda: osrparse.Replay.from_string(replay))
    print(f"\nfive minutes of play judged: x{found:.2f} of reading it with osrparse ({took:.2f} s)")
    assert found <= 10, f"{found:.2f} times osrparse"


def test_a_beatmap_is_read_faster_than_by_slider() -> None:
    slider = pytest.importorskip("slider", reason="slider is not installed")
    from osubrowser.analysis.beatmap_reader import read_beatmap

    data = files(FIVE_MINUTES)[1].read_bytes()
    text = data.decode("utf-8-sig")
    found = ratio(lambda: read_beatmap(data), lambda: slider.Beatmap.parse(text))
    print(f"\na beatmap with all slider paths: x{found:.2f} of slider")
    assert found <= 1, f"{found:.2f} times slider"


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell the most memory")
def test_memory_and_time_of_an_hour_of_play() -> None:
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
    command = [sys.executable, "-c", code, *map(str, files(AN_HOUR))]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    seconds, megabytes = float(printed[0]), int(printed[1]) / 1024
    print(f"\n53 minutes of play judged: {seconds:.2f} s of CPU time, {megabytes:.0f} MB")
    assert megabytes < MOST_MEGABYTES
