"""Player of previews: real downloads, a silent device, and every way that there is no sound."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.api import Client
from osubrowser.demo.art import previews as demo_previews
from osubrowser.services.assets import download
from osubrowser.services.audio import previews
from osubrowser.services.audio.output import SoundOutput
from osubrowser.services.audio.previews import PreviewPlayer, PreviewState
from osubrowser.services.audio.sound import SoundFailed
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from tests.asset_server import Answer, AssetServer
from tests.conftest import Server
from tests.idle import HANG, settle
from tests.services.audio.test_sound import wav
from tests.services.conftest import Run

PREVIEW = demo_previews.preview("1", 180)
SOUND: Answer = (200, {"Content-Type": "audio/mpeg"}, PREVIEW)

STOPPED, LOADING, PLAYING = PreviewState.STOPPED, PreviewState.LOADING, PreviewState.PLAYING


class Heard:
    """What a player has told."""

    def __init__(self, player: PreviewPlayer) -> None:
        self.states: list[tuple[object, PreviewState]] = []
        self.fractions: list[tuple[object, float]] = []
        self.failures: list[tuple[object, str]] = []
        self.web: list[str] = []
        self.threads: set[threading.Thread] = set()
        player.changed.connect(lambda key: self._note(self.states, (key, player.state_of(key))))
        player.progressed.connect(lambda key, part: self._note(self.fractions, (key, part)))
        player.failed.connect(lambda key, text: self._note(self.failures, (key, text)))
        player.web_requested.connect(lambda url: self._note(self.web, url))

    def _note(self, where: list[Any], what: object) -> None:
        where.append(what)
        self.threads.add(threading.current_thread())


Make = Callable[..., tuple[PreviewPlayer, Heard]]


@pytest.fixture
def server() -> Iterator[AssetServer]:
    server = AssetServer()
    yield server
    server.close()


@pytest.fixture
def make(loop: asyncio.AbstractEventLoop, server: AssetServer, run: Run) -> Iterator[Make]:
    """Make a player on a silent device, by default at the server of the test."""
    made: list[PreviewPlayer] = []

    def make(
        *,
        url: str = "",
        output: SoundOutput | None = None,
        preferences: Preferences | None = None,
    ) -> tuple[PreviewPlayer, Heard]:
        player = PreviewPlayer(
            preferences or Preferences(Settings()),
            lambda: url or server.url,
            output=output or SoundOutput(["NULL"]),
        )
        made.append(player)
        return player, Heard(player)

    yield make
    for player in made:
        run(player.close())
        player.deleteLater()
    settle()


def plays(player: PreviewPlayer, key: object) -> Callable[[], bool]:
    return lambda: player.state_of(key) is PLAYING and player.position > 0.1


# --- playing ---------------------------------------------------------------------------------


def test_a_preview_of_the_demo_is_played(make: Make, demo_server: Server, qtbot: QtBot) -> None:
    client = Client(int(demo_server.client_id), demo_server.client_secret, base_url=demo_server.url)
    found = client.beatmapset(1443224)
    client.close()
    assert found.id is not None
    player, heard = make(url=demo_server.url)
    assert heard.states == []
    player.toggle(found.preview_address, found.id, "A song")
    assert (player.key, player.title, player.state) == (found.id, "A song", LOADING)
    qtbot.waitUntil(plays(player, found.id))
    assert player.duration == pytest.approx(demo_previews.SECONDS, abs=0.1)
    assert 0 < player.fraction < 0.5
    assert player.fraction == pytest.approx(player.position / player.duration, abs=0.05)
    player.toggle(found.preview_address, found.id)
    assert (player.key, player.title, player.position, player.duration) == (None, "", 0, 0)
    assert heard.states == [(found.id, LOADING), (found.id, PLAYING), (found.id, STOPPED)]
    assert heard.failures == []
    assert heard.fractions
    assert heard.fractions == sorted(heard.fractions)
    assert heard.threads == {threading.main_thread()}


def test_a_preview_ends_by_itself(make: Make, server: AssetServer, qtbot: QtBot) -> None:
    server.answers["/a"] = (200, {}, wav(0.3))
    player, heard = make()
    player.toggle("/a", 1)
    qtbot.waitUntil(lambda: heard.states[-1] == (1, STOPPED))
    assert heard.fractions[-1] == (1, 1.0)
    assert not player._tick.isActive()
    # And can be played again, without asking osu! again.
    player.toggle("/a", 1)
    qtbot.waitUntil(plays(player, 1))
    assert server.asked == ["/a"]
    assert "Authorization" not in server.headers[0]


def test_the_next_preview_stops_the_first(make: Make, server: AssetServer, qtbot: QtBot) -> None:
    server.answers["/a"] = server.answers["/b"] = SOUND
    player, heard = make()
    player.toggle("/a", 1, "first")
    qtbot.waitUntil(plays(player, 1))
    first = player._voice
    player.toggle("/b", 2, "second")
    assert player.state_of(1) is STOPPED
    assert player.title == "second"
    qtbot.waitUntil(plays(player, 2))
    assert first is not None
    assert first.is_finished
    states = [(1, LOADING), (1, PLAYING), (1, STOPPED), (2, LOADING), (2, PLAYING)]
    assert heard.states == states


def test_a_stop_while_it_loads_plays_nothing(make: Make, server: AssetServer, qtbot: QtBot) -> None:
    server.answers["/a"] = server.answers["/b"] = SOUND
    server.gate.clear()
    player, heard = make()
    player.toggle("/a", 1)
    qtbot.waitUntil(lambda: server.asked == ["/a"])
    player.stop()
    player.stop()
    assert heard.states == [(1, LOADING), (1, STOPPED)]
    server.gate.set()
    player.toggle("/b", 2)
    qtbot.waitUntil(plays(player, 2))
    assert (1, PLAYING) not in heard.states
    assert heard.failures == []


def test_many_quick_presses_play_the_last(make: Make, server: AssetServer, qtbot: QtBot) -> None:
    player, heard = make()
    for number in range(30):
        server.answers[f"/{number}"] = SOUND
        player.toggle(f"/{number}", number)
        if number % 7 == 0:
            settle()
    qtbot.waitUntil(plays(player, 29))
    assert player.key == 29
    assert [key for key, state in heard.states if state is PLAYING][-1] == 29
    assert heard.failures == []


def test_the_device_rests_after_a_while_and_comes_back(
    make: Make, server: AssetServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "REST_AFTER", 1)
    server.answers["/a"] = (200, {}, wav(0.1))
    output = SoundOutput(["NULL"])
    player, heard = make(output=output)
    for _ in range(2):
        player.toggle("/a", 1)
        qtbot.waitUntil(lambda: heard.states[-1] == (1, STOPPED))
        qtbot.waitUntil(lambda: output._device is not None and not output._device.running)
    assert [state for _, state in heard.states] == [LOADING, PLAYING, STOPPED] * 2


def test_the_cache_of_files_is_bounded(
    make: Make, server: AssetServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "CACHE_LIMIT", int(2.5 * len(PREVIEW)))
    player, _ = make()
    for number in (1, 2, 3, 3, 1):
        server.answers[f"/{number}"] = SOUND
        player.toggle(f"/{number}", (number, len(server.asked)))
        qtbot.waitUntil(lambda: player.state is PLAYING)
        player.stop()
    assert server.asked == ["/1", "/2", "/3", "/1"]
    assert player._files.size <= previews.CACHE_LIMIT


# --- volume ----------------------------------------------------------------------------------


def test_the_volume_is_saved_and_heard_at_once(
    make: Make, server: AssetServer, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    preferences = Preferences(Settings.load(path))
    player, _ = make(preferences=preferences)
    told: list[int] = []
    player.volume_changed.connect(told.append)
    player.set_volume(30)
    player.set_volume(30)
    player.set_volume(900)
    preferences.set(previews.VOLUME, 10)
    assert told == [30, 100, 10]
    assert player.volume == 10
    assert Settings.load(path).preview_volume == 10
    server.answers["/a"] = SOUND
    player.toggle("/a", 1)
    qtbot.waitUntil(plays(player, 1))
    qtbot.waitUntil(lambda: player._mixer._gain == player._mixer._target)
    player.set_volume(0)
    qtbot.waitUntil(lambda: player._mixer._gain == 0)
    assert player.state is PLAYING


# --- no sound --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "answer", "sentence"),
    [
        ("/a", (404, {}, b"none"), "osu! has no preview of this song."),
        ("/a", (410, {}, b"gone"), "osu! has no preview of this song."),
        ("/a", (500, {}, b""), "The preview could not be loaded: status 500."),
        ("/a", (200, {}, b"<html>maintenance</html>"), "This preview is damaged: it cannot be"),
        ("/a", (200, {}, b""), "This preview is damaged: it cannot be played."),
        ("/a", (200, {}, PREVIEW[:100]), "This preview is damaged: it cannot be played."),
        ("/a", (200, {"Content-Length": str(9 << 20)}, b"x"), "could not be loaded: too large."),
        ("/a", (302, {"Location": "https://evil.example/a.mp3"}, b""), "to another host."),
        ("", (200, {}, b""), "osu! has no preview of this song."),
        ("https://evil.example/a.mp3", (200, {}, b""), "not an address of osu!."),
        ("//evil.example/a.mp3", (200, {}, b""), "not an address of osu!."),
        ("file:///etc/passwd", (200, {}, b""), "not an address of osu!."),
        ("http://127.0.0.1:9/a", (200, {}, b""), "not an address of osu!."),
        ("https://[", (200, {}, b""), "not an address of osu!."),
    ],
)
def test_what_cannot_be_played_says_why(
    make: Make, server: AssetServer, qtbot: QtBot, url: str, answer: Answer, sentence: str
) -> None:
    server.answers["/a"] = answer
    server.answers["/b"] = SOUND
    player, heard = make()
    player.toggle(url, 1)
    qtbot.waitUntil(lambda: bool(heard.failures))
    ((key, text),) = heard.failures
    assert key == 1
    assert sentence in text
    assert heard.states == [(1, LOADING), (1, STOPPED)]
    assert heard.web == []
    player.toggle("/b", 2)
    qtbot.waitUntil(plays(player, 2))


def test_a_body_without_end_is_cut(
    make: Make, server: AssetServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "LONGEST_BODY", 256 * 1024)
    server.endless.add("/a")
    player, heard = make()
    player.toggle("/a", 1)
    qtbot.waitUntil(lambda: bool(heard.failures))
    assert heard.failures == [(1, "The preview could not be loaded: too large.")]
    qtbot.waitUntil(lambda: not server.endless)


def test_a_cut_file_plays_as_far_as_it_goes(make: Make, server: AssetServer, qtbot: QtBot) -> None:
    server.answers["/a"] = (200, {}, PREVIEW[: len(PREVIEW) // 2])
    player, _ = make()
    player.toggle("/a", 1)
    qtbot.waitUntil(plays(player, 1))
    assert player.duration == pytest.approx(5, abs=0.2)


def test_without_a_server_there_is_a_sentence(
    make: Make, server: AssetServer, qtbot: QtBot
) -> None:
    gone = AssetServer()
    gone.close()
    player, heard = make(url=gone.url)
    player.toggle("/a", 1)
    qtbot.waitUntil(lambda: bool(heard.failures))
    assert heard.failures == [(1, "The preview could not be loaded: osu! does not answer.")]


class BrokenOutput(SoundOutput):
    """A device that is missing until it is connected."""

    is_connected = False

    def start(self) -> None:
        if not self.is_connected:
            raise SoundFailed("No sound device answers.", "Is one connected?")
        super().start()


def test_a_missing_device_has_a_sentence_and_may_come_later(
    make: Make, server: AssetServer, qtbot: QtBot
) -> None:
    server.answers["/a"] = SOUND
    output = BrokenOutput(["NULL"])
    player, heard = make(output=output)
    player.toggle("/a", 1)
    qtbot.waitUntil(lambda: bool(heard.failures))
    assert heard.failures == [(1, "No sound device answers. Is one connected?")]
    output.is_connected = True
    player.toggle("/a", 1)
    qtbot.waitUntil(plays(player, 1))


def test_a_device_that_cannot_be_opened_has_a_sentence() -> None:
    import miniaudio

    absent = next(
        backend.name for backend in miniaudio.Backend if not miniaudio.is_backend_enabled(backend)
    )
    output = SoundOutput([absent])
    with pytest.raises(SoundFailed, match="No sound device answers"):
        output.start()
    output.rest()
    output.close()


class SilentOutput(SoundOutput):
    """A device that never asks for sound, as one that was pulled out."""

    def start(self) -> None:
        pass


def test_a_device_that_stops_answering_has_a_sentence(
    make: Make, server: AssetServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "TICK", 1)
    server.answers["/a"] = SOUND
    player, heard = make(output=SilentOutput(["NULL"]))
    player.toggle("/a", 1)
    qtbot.waitUntil(lambda: bool(heard.failures))
    assert heard.failures == [(1, "The sound device has stopped answering.")]
    assert player.key is None


def test_without_the_library_the_web_browser_is_asked_for(
    make: Make, server: AssetServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    server.answers["/a"] = SOUND
    player, heard = make()
    player.toggle("/a", 1)
    qtbot.waitUntil(lambda: bool(heard.web))
    assert heard.web == [f"{server.url}/a"]
    assert "miniaudio is not installed" in heard.failures[0][1]


# --- the end ---------------------------------------------------------------------------------


@pytest.mark.parametrize("when", ["new", "loading", "playing", "stopped"])
def test_a_quit_leaves_nothing_behind(
    make: Make, server: AssetServer, qtbot: QtBot, run: Run, when: str
) -> None:
    before = set(threading.enumerate())
    server.answers["/a"] = SOUND
    player, heard = make()
    if when == "loading":
        server.gate.clear()
        player.toggle("/a", 1)
        qtbot.waitUntil(lambda: bool(server.asked))
    elif when != "new":
        player.toggle("/a", 1)
        qtbot.waitUntil(plays(player, 1))
        if when == "stopped":
            player.stop()
    run(player.close())
    server.gate.set()
    count = len(heard.states)
    player.toggle("/a", 2)
    assert len(heard.states) == count
    qtbot.waitUntil(
        lambda: not [t for t in set(threading.enumerate()) - before if "audio" in t.name]
    )


class HangingOutput(SoundOutput):
    """A device of a sound server that hangs."""

    def __init__(self) -> None:
        super().__init__(["NULL"])
        self.answers = threading.Event()

    def close(self) -> None:
        self.answers.wait(HANG)
        super().close()


def test_a_quit_does_not_wait_for_a_device_that_hangs(
    make: Make,
    server: AssetServer,
    qtbot: QtBot,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(previews, "_LONGEST_CLOSE", 0.05)
    server.answers["/a"] = SOUND
    output = HangingOutput()
    player, _ = make(output=output)
    player.toggle("/a", 1)
    qtbot.waitUntil(plays(player, 1))
    run(player.close())
    assert not output.answers.is_set()
    output.answers.set()


def test_a_program_that_ends_without_closing_its_device_does_end() -> None:
    code = (
        "from array import array; from osubrowser.services.audio.output import SoundOutput; "
        "from osubrowser.services.audio.sound import Sound; output = SoundOutput(['NULL']); "
        "output.start(); voice = output.mixer.play(Sound(array('h', [9]) * 400_000))\n"
        "while not voice.position: pass"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=HANG).returncode == 0


def test_a_program_that_plays_nothing_does_not_load_the_library() -> None:
    code = (
        "import sys; from osubrowser.services.audio import previews; "
        "sys.exit('miniaudio' in sys.modules or 'PySide6.QtNetwork' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
