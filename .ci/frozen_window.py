"""Check of a frozen program on a desktop of its own: Xvfb, a D-Bus session, and no Python.

Run it as `python .ci/frozen_window.py PROGRAM`. The self-test passes; a link and a replay file
open, at the start and in a window that runs; and its start takes at most 1.1 x as long as that of
the source, to the first frame, both medians of alternating starts. Exit status 0, or 1 and what was
found.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PIL import ImageGrab

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.demo.server import DemoServer

ROOT = Path(__file__).resolve().parents[1]
STARTS, ROUNDS = 7, 3
RATIO_AT_MOST = 1.1
HANG = 120.0
"""Seconds after which something that has not happened never will."""
SIZE = 1280, 800


class NotAsExpectedError(SystemExit):
    """What was found instead of what a check expects."""


def say(*words: str) -> None:
    """Print what a check found."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


@contextmanager
def desktop() -> Iterator[dict[str, str]]:
    """Run an X server and a session bus; gives the environment of programs on them.

    It has what a login shell of a computer without Python has: no PATH leads to one.
    """
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        environment = {
            "HOME": name,
            "LANG": "C.UTF-8",
            "PATH": "/nonexistent",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(home),
        }
        screen = "x".join(map(str, (*SIZE, 24)))
        server = ["Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
        with _running(server) as number, _bus() as bus:
            yield {**environment, **bus, "DISPLAY": f":{number}"}


@contextmanager
def _bus() -> Iterator[dict[str, str]]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    try:
        with _running(command) as address:
            yield {"DBUS_SESSION_BUS_ADDRESS": address}
    except FileNotFoundError:
        say("no dbus-daemon here: the program is checked without a session bus")
        yield {}


@contextmanager
def _running(command: list[str]) -> Iterator[str]:
    """Run a server, and give the first line that it prints."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        line = process.stdout.readline().strip() if process.stdout else ""
        if not line:
            raise NotAsExpectedError(f"{command[0]} does not start.")
        yield line
    finally:
        process.terminate()
        process.wait()
        if process.stdout:
            process.stdout.close()


@contextmanager
def program(command: list[str], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Run the program; killed if it still runs at the end."""
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, env=environment, stderr=errors, text=True)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def wait_for(
    condition: Callable[[], bool], what: Callable[[], object], *, every: float = 0.05
) -> None:
    """Wait until a condition holds; the check ends where it does not within a long time.

    Args:
        condition: what is waited for.
        what: what is told where it does not come.
        every: seconds between two looks.
    """
    end = time.monotonic() + HANG
    while not condition():
        if time.monotonic() > end:
            raise NotAsExpectedError(f"Not as expected: {what()}")
        time.sleep(every)


def titles(display: str) -> list[str]:
    """Return the titles of the program's windows."""
    done = subprocess.run(
        ["xwininfo", "-display", display, "-root", "-tree"],
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.split('"')[1] for line in done.stdout.splitlines() if '("osubrowser' in line]


# --- the checks ----------------------------------------------------------------------------------


def check_self_test(path: str, environment: Mapping[str, str]) -> None:
    """Check that the self-test passes: every page, and every part that is needed later."""
    done = subprocess.run(
        [path, "--self-test", "--idle", "10"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    lines = done.stdout.splitlines()
    failed = [line for line in lines if not line.startswith("ok ")]
    if done.returncode or failed != ["all pages loaded"]:
        raise NotAsExpectedError(f"Not as expected: {failed} {done.stderr}")
    if "DBUS_SESSION_BUS_ADDRESS" in environment:
        expect(
            any(line.startswith("ok      bus of the desktop: connected") for line in lines), lines
        )
    say(f"self-test on X11, without Python: {len(lines) - 1} checks")


def check_links(
    path: str, environment: Mapping[str, str], links: Mapping[str, str], profile: Path
) -> None:
    """Check that links and files open at the start, and in a window that runs already.

    Args:
        path: the program.
        environment: of `desktop`.
        links: links and files, and what the title of the window says when they are open.
        profile: folder for the files of the program.
    """
    command = [path, "--profile", str(profile), "--demo"]
    (first, title), *later = links.items()

    def wait_for_title(text: str) -> None:
        display = environment["DISPLAY"]
        wait_for(
            lambda: any(text in one for one in titles(display)), lambda: (text, titles(display))
        )

    with program([*command, first], environment) as window:
        wait_for_title(title)
        for link, text in later:
            start = [path, "--profile", str(profile), link]
            done = subprocess.run(start, env=environment, timeout=HANG, check=False)
            expect(done.returncode == 0, done)
            wait_for_title(text)
        window.send_signal(signal.SIGTERM)
        wait_for(lambda: window.poll() is not None, lambda: "it does not end")
        expect(window.returncode == 0, window.returncode)
    say(
        f"opened at the start: {first}\nopened in the window that runs:", *(one for one, _ in later)
    )


def check_start(path: str, environment: Mapping[str, str], profile: Path) -> None:
    """Check how long a start takes, beside one of the source, to the first frame on the screen.

    The quietest of a few rounds counts: what else the machine does may fall on either of them.
    """
    source = {**environment, "PYTHONPATH": str(ROOT)}
    commands = {
        "frozen": ([path, "--profile", str(profile / "frozen")], environment),
        "source": (
            [sys.executable, "-m", "osubrowser", "--profile", str(profile / "source")],
            source,
        ),
    }
    for name in commands:
        first_frame(*commands[name])  # makes the profile
    ratio = RATIO_AT_MOST + 1
    for _ in range(ROUNDS):
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(STARTS):
            for name in sorted(commands, reverse=bool(turn % 2)):
                seconds[name].append(first_frame(*commands[name]))
        frozen, made = (statistics.median(seconds[name]) for name in ("frozen", "source"))
        ratio = min(ratio, frozen / made)
        say(
            f"start to the first frame, medians of {STARTS}: frozen {frozen:.2f} s, "
            f"source {made:.2f} s, ratio {frozen / made:.2f}"
        )
        if ratio <= RATIO_AT_MOST:
            return
    raise NotAsExpectedError(f"The frozen program starts too slowly: {ratio:.2f}")


def first_frame(command: list[str], environment: Mapping[str, str]) -> float:
    """Start the program, and return the seconds until the screen shows it; then end it."""
    display = environment["DISPLAY"]
    began = time.perf_counter()
    with program(command, environment):
        wait_for(lambda: is_painted(display), lambda: "no frame", every=0.005)
        seconds = time.perf_counter() - began
    wait_for(lambda: not is_painted(display), lambda: "a window is left")
    return seconds


def is_painted(display: str) -> bool:
    """Return whether the screen, which is black, shows something."""
    return ImageGrab.grab(xdisplay=display).convert("L").getextrema()[1] > 0


def expect(is_so: bool, found: object) -> None:
    """End the check, and print what was found, unless it is as expected."""
    if not is_so:
        raise NotAsExpectedError(f"Not as expected: {found}")


def links_of_demo(folder: Path) -> dict[str, str]:
    """Return links to the embedded server and a saved replay, and what their titles say."""
    with (
        DemoServer() as server,
        Client(
            server.client_id,
            server.client_secret,
            base_url=server.url,
            token_store=MemoryTokenStore(),
        ) as client,
    ):
        for row in client.ranking("osu", "performance").ranking:
            player = row.user
            if player is None or player.id is None or player.username is None:
                continue
            for score in client.user_scores(player.id, "best", mode="osu", limit=20):
                if score.has_replay and score.id:
                    file = folder / "play.osr"
                    file.write_bytes(client.download_score(score.id).data)
                    return {
                        "osubrowser:users/2": str(client.user(2).username),
                        str(file): f"{player.username} - ",
                        "https://osu.ppy.sh/rankings/taiko/score": "taiko",
                    }
    raise NotAsExpectedError("The embedded server has no replay.")


def main() -> None:
    """Check the program that the command line names."""
    path = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name, desktop() as environment:
        folder = Path(name)
        os.chdir(folder)  # elsewhere than the source, which must not help it out
        check_self_test(path, environment)
        check_links(path, environment, links_of_demo(folder), folder / "links")
        check_start(path, environment, folder)


if __name__ == "__main__":
    main()
