"""Previews in the whole program: played on pages, stopped from everywhere, ended with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from osubrowser.services.audio import previews
from osubrowser.services.audio.output import SoundOutput
from osubrowser.services.audio.previews import PreviewState
from osubrowser.services.places.places import RankingsPlace
from osubrowser.services.settings.settings import Settings
from tests.e2e.conftest import Browser, quit_program
from tests.ui.gestures import click, press

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def browser(start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The demo, on a sound device that is silent."""
    monkeypatch.setattr(previews, "SoundOutput", partial(SoundOutput, ["NULL"]))
    return start("--demo")


def play(browser: Browser, title: str) -> None:
    """Play the preview of a set of the demo."""
    client = browser.app.account.client
    assert client is not None
    found = browser.run(browser.app.calls.run(client.beatmapset, 1443224))
    player = browser.app.beatmaps.previews
    player.toggle(found.preview_url, found.id, title)
    browser.wait(lambda: player.state is PreviewState.PLAYING)


def test_a_preview_goes_on_while_pages_change_and_stops_by_key(browser: Browser) -> None:
    assert browser.window.now_playing is None
    play(browser, "森羅万象 - 千本桜 <b>&amp;</b>")
    shown = browser.window.now_playing
    assert shown is not None
    browser.wait(lambda: "/ 0:10" in shown.text)
    assert "森羅万象 - 千本桜 <b>&amp;</b>" in shown.text
    browser.window.navigator.open(RankingsPlace(mode="taiko"))
    browser.wait_for_rows()
    player = browser.app.beatmaps.previews
    assert player.state is PreviewState.PLAYING
    assert shown.isVisible()
    browser.window.activateWindow()
    browser.wait(browser.window.isActiveWindow)
    press(browser.window, Qt.Key.Key_Period, CTRL)
    assert player.state is PreviewState.STOPPED
    assert not shown.isVisible()
    assert shown.text == ""
    # One that cannot be played says why.
    player.toggle("/b.ppy.sh/preview/999999999999.mp3", 1)
    browser.wait(lambda: player.key is None)
    assert browser.window.message_bar.text == "osu! has no preview of this song."
    assert not shown.isVisible()


def test_volume_is_remembered_and_a_sign_out_and_a_quit_end_what_plays(
    browser: Browser, tmp_path: Path
) -> None:
    play(browser, "A song")
    shown = browser.window.now_playing
    assert shown is not None
    player = browser.app.beatmaps.previews
    shown.volume.setValue(25)
    assert player.volume == 25
    click(shown.mute)
    assert (player.volume, shown.volume.value()) == (0, 0)
    assert shown.mute.accessibleName() == "Unmute"
    click(shown.mute)
    assert (player.volume, shown.volume.value()) == (25, 25)
    click(shown.stop)
    assert player.key is None
    play(browser, "A song")
    browser.run(browser.app.account.sign_out())
    assert player.key is None
    browser.run(browser.app.start_demo())
    play(browser, "A song")
    quit_program(browser)
    assert player.key is None
    path = tmp_path / "profile" / "config" / "settings.json"
    assert Settings.load(path).preview_volume == 25
