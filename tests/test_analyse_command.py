"""`osubrowser --analyse`: one JSON object and 0, or one sentence and 2; no Qt."""

from __future__ import annotations

import json
import lzma
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from osubrowser import cli
from osubrowser.__main__ import main
from osubrowser.analysis.report import NO_BEATMAP
from osubrowser.api.client import Client
from osubrowser.api.replays import encode_replay, read_replay
from osubrowser.services.storage.folders import Folders
from tests.conftest import ROOT, SHARED, Server
from tests.replay_files import beatmap_file, md5_of, replay_file, saved

MAP = beatmap_file()
KEYS = [
    *("player", "beatmap_md5", "ruleset", "mods", "game_version", "header_counts", "counts"),
    *("unstable_rate", "unstable_rate_raw", "mean_error_ms", "misses", "slider_breaks"),
    *("stars", "pp", "formula", "notes"),
]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No osu! of this computer is found."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)


def analysed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, *arguments: object
) -> dict[str, Any]:
    profile = str(tmp_path / "profile")
    status = main(["--profile", profile, "--analyse", *map(str, arguments)])
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    result: dict[str, Any] = json.loads(out)
    assert list(result) == KEYS
    return result


def refused(capsys: pytest.CaptureFixture[str], tmp_path: Path, *arguments: object) -> str:
    profile = str(tmp_path / "profile")
    assert main(["--profile", profile, "--analyse", *map(str, arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.endswith(".\n")
    return err


def test_a_replay_and_its_beatmap(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    replay = saved(tmp_path, "a.osr", replay_file(MAP, misses=True))
    found = analysed(capsys, tmp_path, replay, "--beatmap", saved(tmp_path, "a.osu", MAP))
    assert found["player"] == "player"
    assert found["beatmap_md5"] == md5_of(MAP)
    assert found["ruleset"] == "osu"
    assert found["mods"] == []
    assert found["counts"] == found["header_counts"] == {"great": 9, "ok": 0, "meh": 0, "miss": 1}
    assert found["misses"] == [{"time_ms": 5000.0, "x": 120.0, "y": 100.0, "kind": "circle"}]
    assert found["unstable_rate"] == found["unstable_rate_raw"] == pytest.approx(99.4, abs=0.1)
    assert found["slider_breaks"] == 0
    assert found["stars"] > 0
    assert found["pp"] > 0
    assert found["formula"]
    assert found["notes"] == []


def test_a_beatmap_file_of_the_profile(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    replay = saved(tmp_path, "a.osr", replay_file(MAP))
    found = analysed(capsys, tmp_path, replay)
    assert found["counts"] is found["misses"] is found["unstable_rate"] is None
    assert found["header_counts"]["great"] == 10
    assert "not on this computer, and nobody is signed in" in found["notes"][0]
    folder = Folders.inside(tmp_path / "profile").beatmap_files
    saved(folder, f"{md5_of(MAP)}.osu", MAP)
    assert analysed(capsys, tmp_path, replay)["counts"]["great"] == 10


def test_a_beatmap_file_of_the_server(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    demo_server: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", demo_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", demo_server.client_secret)
    with Client(
        demo_server.client_id, demo_server.client_secret, base_url=demo_server.url
    ) as client:
        beatmap = next(iter(client.search_beatmapsets().beatmapsets[0].beatmaps or ()))
        same = md5_of(client.beatmap_file(beatmap.id)) == beatmap.checksum
    data = replay_file(MAP).replace(md5_of(MAP).encode(), (beatmap.checksum or "").encode())
    replay = saved(tmp_path, "a.osr", data)
    found = analysed(capsys, tmp_path, replay, "--server", demo_server.url)
    if same:
        assert found["counts"] is not None
    else:
        assert "another version" in found["notes"][0]
    unknown = saved(tmp_path, "b.osr", replay_file(MAP))
    found = analysed(capsys, tmp_path, unknown, "--server", demo_server.url)
    assert found["notes"] == [NO_BEATMAP]
    found = analysed(capsys, tmp_path, unknown, "--server", "http://127.0.0.1:9")
    assert "could not be fetched" in found["notes"][0]


def test_another_version_that_is_named_is_judged(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    replay = saved(tmp_path, "a.osr", replay_file(MAP))
    other = saved(tmp_path, "b.osu", beatmap_file("another"))
    found = analysed(capsys, tmp_path, replay, "--beatmap", other)
    assert found["counts"]["great"] == 10
    assert any("version" in note for note in found["notes"])


def test_what_cannot_be_read_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    replay = saved(tmp_path, "a.osr", replay_file(MAP))
    beatmap = saved(tmp_path, "a.osu", MAP)
    cut = saved(tmp_path, "cut.osr", replay_file(MAP)[:100])
    page = saved(tmp_path, "page.osr", b"<html>")
    empty = saved(tmp_path, "empty.osu", b"")
    assert "cut off" in refused(capsys, tmp_path, cut, "--beatmap", beatmap)
    assert "web page" in refused(capsys, tmp_path, page)
    assert "No such file" in refused(capsys, tmp_path, tmp_path / "none.osr")
    assert "No such file" in refused(capsys, tmp_path, replay, "--beatmap", tmp_path / "none.osu")
    assert "empty" in refused(capsys, tmp_path, replay, "--beatmap", empty)
    assert "directory" in refused(capsys, tmp_path, tmp_path)


def test_what_is_no_file_is_refused_at_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("the system has no pipes with names")
    os.mkfifo(tmp_path / "pipe")
    replay = saved(tmp_path, "a.osr", replay_file(MAP))
    for pipe in (tmp_path / "pipe", "/dev/zero"):
        assert "is a pipe or a device" in refused(capsys, tmp_path, pipe)
        assert "is a pipe or a device" in refused(capsys, tmp_path, replay, "--beatmap", pipe)
    odd = saved(tmp_path, "a\n\x1b.osr", b"<html>")
    assert "web page" in refused(capsys, tmp_path, odd)  # one line


def test_damaged_frames_are_refused_with_a_beatmap_too(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    whole = read_replay(replay_file(MAP))
    cut = encode_replay(replace(whole, packed_frames=whole.packed_frames[:-9]))
    replay = saved(tmp_path, "a.osr", cut)
    assert "cut off" in refused(capsys, tmp_path, replay)
    assert "cut off" in refused(
        capsys, tmp_path, replay, "--beatmap", saved(tmp_path, "a.osu", MAP)
    )


@pytest.mark.parametrize(
    "info",
    [
        b'{"statistics": {"great": %s}}' % (b"9" * 4000),
        b'{"statistics": {"great": 1e999}, "mods": [1, null, {"acronym": 5}]}',
        b'{"mods": [{"acronym": "DA", "settings": {"x": %s%s}}]}' % (b"[" * 900, b"]" * 900),
        b"[" * 100_000,
        b'{"mods": [{"acronym": "DT", "settings": {"speed_change": 0}}]}',
        b'{"mods": [{"acronym": "DT", "settings": {"speed_change": "fast"}}]}',
    ],
    ids=["huge", "types", "nested", "deep", "no speed", "words"],
)
def test_an_odd_score_info_says_nothing_beside_the_object(tmp_path: Path, info: bytes) -> None:
    packed = lzma.compress(info, lzma.FORMAT_ALONE)
    whole = read_replay(replay_file(MAP))
    made = replace(whole, game_version=30_000_016, packed_score_info=packed)
    command = [sys.executable, "-m", "osubrowser", "--profile", str(tmp_path / "profile")]
    command += ["--analyse", str(saved(tmp_path, "a.osr", encode_replay(made)))]
    done = subprocess.run(  # in a process of its own: pytest takes what is logged
        [*command, "--beatmap", str(saved(tmp_path, "a.osu", MAP))],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert list(found) == KEYS
    assert found["header_counts"]["great"] == 10


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_has_a_sentence(tmp_path: Path) -> None:
    replay = saved(tmp_path, "a.osr", replay_file(MAP))
    command = [sys.executable, "-m", "osubrowser", "--profile", str(tmp_path / "profile")]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command, "--analyse", str(replay)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "The analysis could not be written: No space left on device.\n"


def test_the_damaged_replays() -> None:
    if not (SHARED / "replays").exists():
        pytest.skip("the collected replays (../shared/replays) are not beside this checkout")
    for path in sorted((SHARED / "replays" / "broken").iterdir()):
        assert main(["--analyse", str(path)]) == 2


def test_no_qt_is_loaded(tmp_path: Path) -> None:
    replay = saved(tmp_path, "a.osr", replay_file(MAP))
    beatmap = saved(tmp_path, "a.osu", MAP)
    script = (
        "import sys; from osubrowser.__main__ import main;"
        "status = main(sys.argv[1:]);"
        "print(sorted(m for m in sys.modules if m.startswith(('PySide6', 'requests'))));"
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--analyse", replay, "--beatmap", beatmap],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines()[1] == "[]"


def test_a_beatmap_goes_with_a_replay(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.parse(["--beatmap", "a.osu"])
    assert ended.value.code == 2
    assert "--beatmap goes with --analyse" in capsys.readouterr().err
