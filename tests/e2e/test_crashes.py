"""Crashes of the real program: a report, something to see, and the next start offers safe mode."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from osubrowser import __main__ as program
from osubrowser import cli
from osubrowser.cli import arguments_again
from osubrowser.services.crashes.run_record import LastRun
from osubrowser.services.places.places import RankingsPlace, UserPlace
from osubrowser.services.runtime.instance_socket import Answer, deliver
from osubrowser.services.runtime.open_request import OpenRequest
from osubrowser.services.storage.folders import Folders
from osubrowser.ui.dialogs.crash import CrashDialog
from tests.e2e.conftest import Browser, quit_program
from tests.idle import HANG, wait_for
from tests.ui.gestures import click

posix = pytest.mark.skipif(os.name != "posix", reason="signals and programs of a script")

# What goes wrong is the first argument; what the window says is printed.
PROGRAM = """
import os, sys
how = sys.argv.pop(1)
from osubrowser.__main__ import main
from osubrowser.app import App

if how == "build":
    def build(self, *arguments, **named): raise ValueError("made up")
    App.__init__ = build

enter = App.enter

async def enter_and_break(self):
    print(self.window.message_bar.text, flush=True)
    if how == "crash":
        import ctypes
        ctypes.string_at(0)
    if how == "task": self._scope.start(broken())
    if how == "restart": self.restart(True)
    if how == "quit": self.window.close()
    if how == "no display":
        await enter(self)
        self.settings.titles = "original"
        self.settings.save()
        self._qt.exit(1)  # as Qt does when the display server is gone
        return
    if how == "kill": os.kill(os.getpid(), 9)
    await enter(self)

async def broken():
    raise ValueError("made up")

App.enter = enter_and_break
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.inside(tmp_path / "profile")


@pytest.fixture
def dialogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for the system's dialogs: what they would show is in this file."""
    shown, programs = tmp_path / "shown", tmp_path / "bin"
    programs.mkdir()
    program = programs / "zenity"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{shown}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":none")
    return shown


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    """Start the program on the profile; what still runs at the end is killed."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    with ExitStack() as stack:

        def run(how: str, *arguments: str) -> subprocess.Popen[str]:
            command = [sys.executable, "-c", PROGRAM, how, "--profile", str(tmp_path / "profile")]
            process = subprocess.Popen(
                [*command, *arguments],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
            stack.enter_context(process)
            stack.callback(process.kill)
            return process

        yield run


def end(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Wait for the end of a program; return its exit status and what it printed."""
    out, errors = process.communicate(timeout=HANG)
    return process.returncode, out, errors


def reports(folders: Folders) -> list[str]:
    """Return the texts of the reports, the oldest first."""
    return [one.read_text("utf-8") for one in sorted(folders.logs.glob("crash-*.txt"))]


@posix
def test_after_a_crash_the_next_start_offers_safe_mode_and_has_a_report(
    run: Callable[..., Any], folders: Folders
) -> None:
    status, out, _ = end(run("crash"))
    assert (status, out) == (-signal.SIGSEGV, "\n")
    status, out, _ = end(run("quit"))
    assert status == 0
    assert "did not end well the last time" in out
    assert "logs/crash-" in out
    [report] = reports(folders)
    assert "Fatal Python error: Segmentation fault" in report
    assert "enter_and_break" in report
    status, out, _ = end(run("quit"))
    assert (status, out) == (0, "\n"), "it is offered once"


@posix
def test_a_kill_is_no_crash_and_two_crashes_in_a_row_start_safe_mode(
    run: Callable[..., Any],
) -> None:
    assert end(run("kill"))[:2] == (-signal.SIGKILL, "\n")
    assert end(run("quit"))[:2] == (0, "\n")
    assert end(run("crash"))[0] == -signal.SIGSEGV
    assert "did not end well" in end(run("crash"))[1]
    assert end(run("quit"))[1].startswith("Safe mode: ")
    assert end(run("quit"))[:2] == (0, "\n")


@posix
def test_an_error_before_the_window_is_reported_and_shown(
    run: Callable[..., Any], folders: Folders, dialogs: Path
) -> None:
    status, _, errors = end(run("build"))
    assert status == 1
    assert "ValueError: made up" in errors
    shown = dialogs.read_text("utf-8")
    assert "--error\n" in shown
    assert "osubrowser could not start" in shown
    assert "ValueError: made up" in shown
    [report] = reports(folders)
    assert "ValueError: made up" in report
    assert not folders.lock_file.exists()
    assert "did not end well" in end(run("quit"))[1]


@posix
def test_without_a_platform_of_qt_a_double_click_shows_why(
    run: Callable[..., Any], folders: Folders, dialogs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "missing")
    status, _, errors = end(run("quit"))
    assert status == -signal.SIGABRT
    assert "missing" in errors
    assert "no Qt platform plugin could be initialized" in dialogs.read_text("utf-8")
    [report] = reports(folders)
    assert "no Qt platform plugin could be initialized" in report
    assert end(run("quit"))[0] == -signal.SIGABRT
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert end(run("quit"))[:2] == (0, "\n"), "safe mode would not help"


@posix
def test_a_display_that_goes_away_is_no_crash_and_loses_nothing(
    run: Callable[..., Any], folders: Folders
) -> None:
    for _ in range(2):
        status, out, errors = end(run("no display"))
        assert (status, out) == (1, "\n")
        assert "RuntimeError: Event loop" not in errors
    assert reports(folders) == []
    assert not folders.lock_file.exists()
    assert json.loads(folders.settings_file.read_bytes())["titles"] == "original"
    assert end(run("quit"))[:2] == (0, "\n")


@posix
def test_without_a_home_folder_a_sentence_says_so(
    tmp_path: Path, dialogs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_path: str) -> str:
        raise RuntimeError("could not determine the home directory")

    from platformdirs import unix

    monkeypatch.setattr(unix, "expand_user", missing)
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    assert program.main([]) == 1
    assert "there is no home folder: set HOME, or use --profile" in dialogs.read_text("utf-8")
    assert program.main(["--analyse", str(tmp_path / "a.osr")]) == 2


@posix
def test_a_restart_is_the_same_process_in_safe_mode(
    run: Callable[..., Any], folders: Folders
) -> None:
    process = run("restart")
    wait_for(lambda: deliver(folders.lock_file, OpenRequest()) is Answer.DONE)
    wait_for(lambda: b"--safe-mode" in Path(f"/proc/{process.pid}/cmdline").read_bytes())
    wait_for(lambda: deliver(folders.lock_file, OpenRequest()) is Answer.DONE)
    process.terminate()
    assert end(process)[0] == 0
    assert not folders.lock_file.exists()
    assert not (folders.logs / "running.txt").exists()
    assert not folders.cache.exists() or not list(folders.cache.rglob("*.sqlite"))


def test_a_restart_has_the_options_of_this_run_but_no_addresses() -> None:
    options = cli.parse(
        [
            *("osubrowser:users/2", "--demo", "--profile", "/tmp/a"),
            *("--server", "https://a.example", "--language", "de"),
        ]
    )
    again = cli.parse(arguments_again(options, safe_mode=True))
    assert (again.demo, again.profile, again.server) == (True, options.profile, options.server)
    assert again.safe_mode
    assert again.language == "de"
    assert again.addresses == ()
    assert not cli.parse(arguments_again(again, safe_mode=False)).safe_mode


def test_safe_mode_opens_nothing_keeps_nothing_and_loses_nothing(
    start: Callable[..., Browser],
) -> None:
    browser = start("--demo", "https://osu.ppy.sh/users/2")
    browser.wait(lambda: browser.window.navigator.place == UserPlace(2))
    browser.wait(lambda: (page := browser.window.navigator.page) is not None and page.is_settled)
    browser.window.navigator.open(UserPlace(3), "new")
    quit_program(browser)
    folders = browser.app.folders
    cached = {one: one.stat().st_size for one in folders.cache.rglob("*") if one.is_file()}
    safe = start("--demo", "--safe-mode")
    safe.wait_for_rows()
    window, app = safe.window, safe.app
    assert window.message_bar.text.startswith("Safe mode: ")
    assert window.navigator.places == []
    assert window.navigator.place == RankingsPlace()
    assert not app.images.is_enabled
    assert app.settings.pictures, "the preference stays"
    window.navigator.open(RankingsPlace(mode="taiko"))
    safe.wait_for_rows()
    temporary = app.folders.cache
    assert temporary.exists()
    assert folders.cache not in (temporary, *temporary.parents)
    quit_program(safe)
    assert not temporary.exists()
    assert cached == {one: one.stat().st_size for one in folders.cache.rglob("*") if one.is_file()}
    later = start("--demo")
    later.wait(lambda: len(later.window.navigator.places) > 0)
    assert later.window.navigator.places[-1][0] == UserPlace(3)


def test_an_error_is_shown_and_safe_mode_is_a_click_away(
    start: Callable[..., Browser], caplog: pytest.LogCaptureFixture
) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    app, window = browser.app, browser.window
    app._unexpected.report(ValueError("made up"))
    [dialog] = window.findChildren(CrashDialog)
    assert "ValueError: made up" in dialog.report.toPlainText()
    browser.wait(lambda: any(app.folders.logs.glob("crash-*.txt")))
    [file] = app.folders.logs.glob("crash-*.txt")
    assert "made up" in file.read_text("utf-8")
    click(dialog.safe_mode)
    assert window.is_closed
    assert app.next_start is not None
    assert "--safe-mode" in app.next_start
    caplog.clear()


def test_the_offer_after_a_crash_is_a_message_with_a_button(
    start: Callable[..., Browser], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("osubrowser.app.LastRun", lambda: LastRun(1, 1, tmp_path / "crash.txt"))
    browser = start("--demo")
    bar = browser.window.message_bar
    assert bar.level == "warning"
    assert "crash.txt" in bar.text
    assert bar.button.text() == "Start in safe mode"
    browser.wait_for_rows()
    assert not bar.isHidden(), "a session and rows do not take it away"
    click(bar.button)
    assert browser.app.next_start is not None
