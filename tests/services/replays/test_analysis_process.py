"""The analysis process: it answers, it is ended at its limits, and nothing else is believed."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from osubrowser.analysis.result import NotJudged
from osubrowser.services.replays import analysis_process
from osubrowser.services.replays.analysis_process import AnalysisProcess, ProcessFailed
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
    assert process._running().poll() is None
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
