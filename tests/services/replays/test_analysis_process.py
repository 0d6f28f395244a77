"""The analysis process: it answers, it is ended at its limits, and nothing else is believed."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from osubrowser.analysis.result import NotJudged
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod
from osubrowser.services.replays import analysis_process
from osubrowser.services.replays.analysis_process import AnalysisProcess, Guess, ProcessFailed
from osubrowser.services.replays.records import FigureState, SourceKind
from tests.replay_files import beatmap_file, replay_file, saved

MAP = beatmap_file()


@pytest.fixture
def process() -> Iterator[AnalysisProcess]:
    process = AnalysisProcess()
    yield process
    process.close()


def test_records_and_figures(process: AnalysisProcess, tmp_path: Path) -> None:
    path = saved(tmp_path, "a.osr", replay_file(MAP, misses=True))
    gone = (str(tmp_path / "gone.osr"), SourceKind.CHOSEN)
    [record] = process.look([(str(path), SourceKind.CHOSEN), gone])
    assert record.player == "player"
    assert process.check(record).state is FigureState.NO_BEATMAP
    figures = process.analyse(record, MAP).figures
    assert figures is not None
    assert figures.misses == 1


def test_another_version_of_the_beatmap_is_not_judged(
    process: AnalysisProcess, tmp_path: Path
) -> None:
    path = saved(tmp_path, "a.osr", replay_file(MAP))
    [record] = process.look([(str(path), SourceKind.CHOSEN)])
    found = process.analyse(record, beatmap_file("other"))
    assert found.state is FigureState.NOT_JUDGED
    assert "version" in found.note


def test_a_whole_analysis_with_progress(process: AnalysisProcess) -> None:
    steps: list[float] = []
    found = process.judge(replay_file(MAP, misses=True), MAP, progress=steps.append)
    assert found.counts == {"great": 9, "ok": 0, "meh": 0, "miss": 1}
    assert len(found.misses) == 1
    assert found.beatmap.title == "Song"
    assert steps == sorted(steps)
    with pytest.raises(NotJudged, match="version"):
        process.judge(replay_file(MAP), beatmap_file("other"))
    other = process.judge(replay_file(MAP), beatmap_file("other"), any_version=True)
    assert other.counts["great"] == 10


def test_pp_of_a_play_and_over_it(process: AnalysisProcess) -> None:
    data = replay_file(MAP, misses=True)
    process.judge(data, MAP)
    found = process.performance(data, MAP)
    assert found.problem == ""
    assert found.pp is not None
    assert found.stars is not None
    assert found.formula
    assert found.max_combo == 10
    assert [time for time, _ in found.curve] == sorted(time for time, _ in found.curve)
    assert len(found.curve) == 10
    assert found.curve_formula
    process.judge(replay_file(MAP), MAP)
    assert process.performance(data, MAP) == found
    unjudged = AnalysisProcess()
    try:  # a process that has not judged it before judges it now
        assert unjudged.performance(data, MAP) == found
    finally:
        unjudged.close()


def test_pp_of_another_version_have_no_curve(process: AnalysisProcess) -> None:
    found = process.performance(replay_file(MAP), beatmap_file("other"))
    assert found.curve == []
    assert "version" in found.problem
    any_version = process.performance(replay_file(MAP), beatmap_file("other"), any_version=True)
    assert len(any_version.curve) == 10


def test_pp_of_files_that_cannot_be_read_are_a_sentence(process: AnalysisProcess) -> None:
    for replay, beatmap in ((b"", MAP), (replay_file(MAP), b"nothing")):
        found = process.performance(replay, beatmap)
        assert found.problem
        assert found.pp is None
        assert found.curve == []


def test_pp_of_plays_that_were_not(process: AnalysisProcess) -> None:
    def pp(accuracy: float, misses: int, combo: int | None, *mods: Mod) -> float:
        found = process.guess(Guess(MAP, GameMode.OSU, list(mods), False, accuracy, misses, combo))
        assert found.problem == ""
        assert found.pp is not None
        return found.pp

    full = pp(1.0, 0, None)
    assert full == pp(1.0, 0, 10) == pp(7.0, -3, 9_999)  # out of bounds is the bound
    assert full > pp(0.9, 0, None)
    assert pp(0.9, 1, 9) > pp(0.9, 3, 4)
    assert full > pp(0.9, 3, 4)
    faster = Mod(acronym="DT", settings={"speed_change": 1.1})
    assert full < pp(1.0, 0, None, faster) < pp(1.0, 0, None, Mod(acronym="DT"))
    none = process.guess(Guess(b"nothing", GameMode.OSU, [], False, 1.0))
    assert none.pp is None
    assert none.problem.endswith(".")


def test_a_killed_process_fails_its_request_and_the_next_one_works(
    process: AnalysisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert process.look([]) == []

    def kill_and_write(pipe: object, message: object) -> None:
        process.stop()

    with monkeypatch.context() as patch:
        patch.setattr(analysis_process, "_write", kill_and_write)
        with pytest.raises(ProcessFailed):
            process.look([])
    assert process.look([]) == []


def test_a_request_ends_at_its_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    process = AnalysisProcess(deadline=0.01)
    assert process._running() is not None
    monkeypatch.setattr(analysis_process, "_write", lambda *_: None)  # it waits for a request
    with pytest.raises(ProcessFailed, match="too long"):
        process.look([])
    process.close()


def test_after_closing_nothing_is_answered() -> None:
    process = AnalysisProcess()
    process.look([])
    closer = threading.Thread(target=process.close)
    closer.start()
    closer.join()
    with pytest.raises(ProcessFailed):
        process.look([])


class _Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("taken over",)


@pytest.mark.parametrize("data", [b"", b"nonsense", pickle.dumps(_Evil()), pickle.dumps({"a": 1})])
def test_a_process_that_was_taken_over_is_not_believed(data: bytes) -> None:
    with pytest.raises(ProcessFailed):
        analysis_process._unpickled(data)
