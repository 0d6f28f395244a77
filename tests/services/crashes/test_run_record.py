"""The record of a run: what ended it is told from a crash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from osubrowser.services.crashes.run_record import LastRun, RunRecord
from tests.idle import HANG

PROGRAM = """
import ctypes, os, sys
from pathlib import Path
from osubrowser.services.crashes.run_record import RunRecord
record = RunRecord(Path(sys.argv[1]))
last = record.begin()
print(last.unclean_ends, last.crashes, last.offers_safe_mode, last.needs_safe_mode, last.report)
how = sys.argv[2]
if how == "crashed": ctypes.string_at(0)
if how == "aborted": os.abort()
if how == "killed": sys.stdout.flush(); os.kill(os.getpid(), 9)
if how == "killed after an error": record.note_error(); sys.stdout.flush(); os.kill(os.getpid(), 9)
record.end(has_failed=how == "failed")
"""


class Last:
    """What a run found of the one before."""

    def __init__(self, line: str) -> None:
        unclean, crashes, offers, needs, report = line.split(maxsplit=4)
        self.counts = int(unclean), int(crashes)
        self.offers, self.needs = offers == "True", needs == "True"
        self.report = None if report == "None" else Path(report)


def run(folder: Path, how: str) -> Last:
    """Run a program that ends in some way; return what it found."""
    done = subprocess.run(
        [sys.executable, "-u", "-c", PROGRAM, str(folder), how],
        capture_output=True, text=True, timeout=HANG, check=False,
    )  # fmt: skip
    assert (done.returncode == 0) == (how in ("ended", "failed")), done.stderr
    return Last(done.stdout.strip())


def test_an_orderly_end_leaves_nothing(tmp_path: Path) -> None:
    assert run(tmp_path / "logs", "ended").counts == (0, 0)
    assert list((tmp_path / "logs").iterdir()) == []
    assert run(tmp_path / "logs", "ended").offers is False


def test_one_kill_is_no_crash_but_two_in_a_row_are_no_chance(tmp_path: Path) -> None:
    run(tmp_path, "killed")
    second = run(tmp_path, "killed")
    assert (second.counts, second.offers, second.report) == ((1, 0), False, None)
    third = run(tmp_path, "ended")
    assert (third.counts, third.offers, third.needs) == ((2, 0), True, False)
    assert run(tmp_path, "killed").counts == (0, 0)


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(
    ("how", "trace"), [("crashed", "Segmentation fault"), ("aborted", "Aborted")]
)
def test_a_crash_leaves_its_stacks_in_a_report(tmp_path: Path, how: str, trace: str) -> None:
    run(tmp_path, how)
    after = run(tmp_path, how)
    assert (after.counts, after.offers, after.needs) == ((1, 1), True, False)
    assert after.report is not None
    text = after.report.read_text("utf-8")
    assert text.startswith("osubrowser ")
    assert f"Fatal Python error: {trace}" in text
    assert 'File "<string>"' in text
    third = run(tmp_path, "ended")
    assert third.needs, "an offer might not stay for long enough"


@pytest.mark.parametrize("how", ["killed after an error", "failed"])
def test_an_error_makes_an_end_a_crash(tmp_path: Path, how: str) -> None:
    run(tmp_path, how)
    after = run(tmp_path, "ended")
    assert (after.counts, after.offers, after.report) == ((1, 1), True, None)


def test_a_damaged_record_and_a_read_only_folder_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "running.txt").write_bytes(b"\xff" * 1000)
    assert run(tmp_path, "ended").counts == (1, 1)
    (tmp_path / "file").touch()
    other = RunRecord(tmp_path / "file" / "logs")
    assert other.begin() == LastRun()
    other.note_error()
    other.end()
