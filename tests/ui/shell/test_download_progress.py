"""What the window says about downloads: when they end, and the message to the task bar."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import datetime

import pytest

from osubrowser.services.downloads.entries import QueueSummary
from osubrowser.ui.shell import task_bar
from osubrowser.ui.shell.download_progress import end_text, status_text

NOW = datetime(2026, 3, 14, 22, 30)


@pytest.mark.parametrize(
    ("summary", "text"),
    [
        (QueueSummary(), ""),
        (QueueSummary(running=1, eta=60.0), "1 replay downloading · done 22:31"),
        (QueueSummary(running=2, waiting=38, eta=240.0), "40 replays downloading · done 22:34"),
        (QueueSummary(waiting=3, is_paused=True, reason="The disk is full."), "3 replays paused"),
        (QueueSummary(waiting=3, reason="Sign in to osu! to go on."), "3 replays waiting"),
        (QueueSummary(paused=3), ""),
    ],
)
def test_the_status_line(summary: QueueSummary, text: str) -> None:
    assert status_text(summary, NOW) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(5.0, "22:30"), (2 * 3600.0, "tomorrow 00:30"), (4 * 86_400.0, "in 4 d"), (1e18, "in 116 d")],
)
def test_the_end(seconds: float, text: str) -> None:
    assert end_text(seconds, NOW) == text


def test_without_a_session_bus_no_task_bar_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not task_bar.is_supported()


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-run-session") is None,
    reason="there is no D-Bus to start",
)
def test_the_task_bar_is_told_by_dbus() -> None:
    program = (
        "from subprocess import PIPE, Popen\n"
        "watch = Popen(['dbus-monitor', '--session'], stdout=PIPE, text=True)\n"
        "while 'NameAcquired' not in watch.stdout.readline(): pass\n"
        "from osubrowser.ui.shell.task_bar import is_supported, show_progress\n"
        "assert is_supported() and show_progress(0.25)\n"
        "for line in watch.stdout:\n"
        "    print(line.strip())\n"
        "    if 'boolean' in line: break\n"
        "watch.kill()\n"
    )
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "member=Update" in done.stdout
    assert "application://osubrowser.desktop" in done.stdout
    assert "double 0.25" in done.stdout
    assert "boolean true" in done.stdout
