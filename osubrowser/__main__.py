"""Entry point of `python -m osubrowser` and of the `osubrowser` command."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osubrowser.cli import Options
    from osubrowser.services.crashes.run_record import RunRecord
    from osubrowser.services.runtime.single_instance import ProfileLock
    from osubrowser.services.runtime.stop_signals import StopSignals
    from osubrowser.services.storage.folders import Folders

_DECODER_SWITCH = "--decode-pictures"
_ANALYSIS_SWITCH = "--analyse-replays"
_INDEX_SWITCH = "--index-game-files"
"""Switches of processes that the window starts; the imports of the modules that have them take
longer than a signal may wait."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program until its window is closed.

    A second start with the same profile hands its addresses to the first, and ends.

    Args:
        arguments: command line arguments without the program's name; None reads `sys.argv`.

    Returns:
        The exit status: 0 for a normal exit, 1 when a self-test failed, when a running program
        with the same profile did not answer, or when `--integrate` failed, 2 for a replay that
        `--analyse` could not read. A signal of the system ends it in order, with 0 too; before
        the interpreter has come to this function it ends the process.
    """
    _restore_library_path()
    # Objects created before the first frame are long-lived: collections would only delay it.
    gc.disable()
    given = sys.argv[1:] if arguments is None else list(arguments)
    status = _serve(given)
    if status is not None:
        return status
    if any(one.split("=", 1)[0] == "--analyse" for one in given):
        from osubrowser import cli

        options = cli.parse(given)
        if options.analyse is not None:
            return _analyse(options, options.analyse)
    if any(one.split("=", 1)[0] == "--integrate" for one in given):
        from osubrowser import cli
        from osubrowser.services.desktop import integration

        options = cli.parse(given)
        if options.integrate is not None:
            return integration.run(options.integrate)
    from osubrowser.services.runtime.stop_signals import StopSignals

    signals = StopSignals()  # before all other imports, which take most of the start
    try:
        from osubrowser.services.runtime.qt_import import import_qt

        import_qt()
        from osubrowser import cli

        return _run(cli.parse(arguments), signals)
    finally:
        signals.close()


def _restore_library_path() -> None:
    """Let programs of the system, such as a web browser, load their own libraries.

    The start program of the frozen application points LD_LIBRARY_PATH at its folder, for a process
    that has read it by now, and that every child would inherit. A child that is this program again
    must set it anew: the other variable asks its start program to.
    """
    if not getattr(sys, "frozen", False) or sys.platform != "linux":
        return
    given = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if given is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = given
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


def _serve(arguments: list[str]) -> int | None:
    """Do the work of a process that the window has started; None for another command line."""
    if arguments == [_DECODER_SWITCH]:
        from osubrowser.services.images import decoder_process

        return decoder_process.serve()
    if arguments == [_INDEX_SWITCH]:
        from osubrowser.services.beatmaps import index_process

        return index_process.serve()
    if len(arguments) == 2 and arguments[0] == _ANALYSIS_SWITCH and arguments[1].isdecimal():
        from osubrowser.services.replays import analysis_process

        return analysis_process.serve(int(arguments[1]))
    return None


def _analyse(options: Options, replay: Path) -> int:
    """Print the analysis of a replay; loads no Qt."""
    from osubrowser.services.replays.analyse_command import Command, run
    from osubrowser.services.storage.folders import Folders, NoHomeError

    profile = options.profile
    try:
        folders = Folders.inside(profile) if profile else Folders.default()
    except NoHomeError as error:
        _say(f"osubrowser has no place for its files: {error}.")
        return 2
    guest = options.guest_id, options.guest_secret
    return run(
        Command(
            replay,
            options.beatmap,
            folders,
            is_portable=profile is not None,
            server=options.server,
            guest=(guest[0], guest[1]) if guest[0] and guest[1] else None,
        )
    )


def _run(options: Options, signals: StopSignals) -> int:
    from osubrowser.services.storage.folders import Folders, NoHomeError

    with ExitStack() as stack:
        profile = options.profile
        if options.self_test and profile is None:
            from tempfile import TemporaryDirectory

            folder = TemporaryDirectory(prefix="osubrowser-", ignore_cleanup_errors=True)
            profile = Path(stack.enter_context(folder))
        try:
            folders = Folders.inside(profile) if profile else Folders.default()
        except NoHomeError as error:
            _say_in_dialog(f"osubrowser has no place for its files: {error}.")
            return 1
        status = _hand_over_at_once(folders.lock_file, options)
        if status is not None:
            return status
        from osubrowser.services.crashes.run_record import LastRun, RunRecord
        from osubrowser.services.runtime.single_instance import ProfileLock
        from osubrowser.services.storage.atomic_write import sweep_parts

        lock = ProfileLock(folders.lock_file)
        status = _lock_profile(lock, options, signals)
        if status is not None:
            return status
        stack.callback(lock.release)
        record, last_run = RunRecord(folders.logs), LastRun()
        if lock.is_held:
            last_run = record.begin()
            sweep_parts(folders.config, folders.data)
        from osubrowser.services.settings.settings import saved_early
        from osubrowser.services.text import translation

        early = saved_early(folders.settings_file)
        # Before the modules with texts: their constants are translated when they are imported.
        translation.set_language(translation.resolve(options.language or early.language))
        try:
            from osubrowser import app

            return app.run(
                options, profile, lock, signals, record, last_run, text_size=early.text_size
            )
        except Exception as error:  # noqa: BLE001 - reported, and shown
            return _tell_failure(error, folders, record)


def _hand_over_at_once(lock_file: Path, options: Options) -> int | None:
    """Hand the addresses to a running program, without Qt. Returns the exit status; None to go on.

    A program that is just starting or ending is not reached: `_lock_profile` waits for it.
    """
    if options.self_test:
        return None
    from osubrowser.services.runtime.instance_socket import Answer, deliver
    from osubrowser.services.runtime.open_request import OpenRequest

    answer = deliver(lock_file, OpenRequest.of_start(options.addresses))
    return _delivered(options) if answer is Answer.DONE else None


def _lock_profile(lock: ProfileLock, options: Options, signals: StopSignals) -> int | None:
    """Lock the profile, or hand the addresses over. Returns the exit status; None to go on."""
    from osubrowser.services.runtime.open_request import OpenRequest
    from osubrowser.services.runtime.single_instance import HandOver, LockState, hand_over

    state = lock.acquire()
    if state is LockState.HELD or state is LockState.UNAVAILABLE:
        return None  # without a lock, `_hand_over_at_once` has found no running program
    if options.self_test:
        _say(f"The profile is in use ({lock.owner}).")
        return 1
    request = OpenRequest.of_start(options.addresses)
    outcome = hand_over(lock, request, should_stop=lambda: signals.number)
    if outcome is HandOver.LOCKED:
        return None
    if outcome is HandOver.DELIVERED:
        return _delivered(options)
    if outcome is HandOver.NO_ANSWER:
        _say_in_dialog(
            f"osubrowser runs already with this profile ({lock.owner}) and does not answer. "
            f"If it does not run, delete {lock.file}."
        )
    elif outcome is HandOver.REFUSED:
        _say_in_dialog("Another version of osubrowser runs with this profile: close it first.")
    return 1


def _tell_failure(error: Exception, folders: Folders, record: RunRecord) -> int:
    """Report and show why the program could not start, or go on. Returns the exit status."""
    from traceback import format_exception

    from osubrowser.services.crashes import report, start_failure

    record.end(has_failed=True)
    trace = report.cleaned("".join(format_exception(error)).rstrip())
    _say(trace)
    start_failure.show(trace.rpartition("\n")[2], report.write_report(folders.logs, trace))
    return 1


def _delivered(options: Options) -> int:
    """Return the exit status of a start whose addresses the running program has taken."""
    if options.demo or options.server is not None:
        _say("osubrowser runs already with this profile: --demo and --server do not apply.")
    return 0


def _say_in_dialog(line: str) -> None:
    """Say why there is no window, in the terminal and in a dialog."""
    from osubrowser.services.crashes import start_failure

    _say(line)
    start_failure.show(line, None)


def _say(line: str) -> None:
    if sys.stderr is not None:  # a window of its own on Windows has no terminal
        sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
