"""Preferences: what is chosen is checked, kept, told, and carried out in the running services."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.services.cache.response_cache import ResponseCache
from osubrowser.services.images.image_store import ImageStore
from osubrowser.services.preference_effects import MEGABYTE, PreferenceEffects
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.session.account import Account
from osubrowser.services.settings import schema as form
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage import default_folders
from osubrowser.services.storage.folders import Folders

OTHER: dict[str, Any] = {
    "theme": "light",
    "text_size": 150,
    "language": "de",
    "titles": "original",
    "reduce_motion": True,
    "pictures": False,
    "welcome_picture": "https://assets.ppy.sh/one.jpg",
    "pace": 30,
    "memory_limit": 64,
    "images_limit": 32,
    "reopen": False,
    "check_updates": True,
    "preview_volume": 20,
    "export_folder": "/tmp/tables",
    "replay_folder": "/tmp/リプレイ",
    "replay_folders": ["/tmp/リプレイ", "/srv/replays"],
    "use_installed": False,
    "stable_folder": "/tmp/osu!",
    "lazer_folder": "/tmp/osu",
    "replay_name": "{player} {title}",
    "replay_existing": "number",
    "replay_notice": False,
    "excluded_tags": ["anime", "東方"],
    "excluded_genres": [3, 7],
    "excluded_languages": [2],
    "excluded_mappers": ["peppy", "124493"],
    "record_history": False,
    "follow_pace": 12,
    "follow_metered": True,
    "tray": True,
    "notify": True,
    "quiet_hours": True,
    "quiet_from": 60,
    "quiet_until": 360,
}


def told(preferences: Preferences) -> list[str]:
    names: list[str] = []
    preferences.changed.connect(names.append)
    return names


@pytest.mark.parametrize("name", OTHER)
def test_a_choice_is_kept_and_told_once(tmp_path: Path, name: str) -> None:
    path = tmp_path / "settings.json"
    preferences = Preferences(Settings.load(path))
    names = told(preferences)
    for _ in range(2):  # the same again is no change
        preferences.set(name, OTHER[name])
    assert names == [name]
    assert getattr(preferences.settings, name) == OTHER[name]
    assert getattr(Settings.load(path), name) == OTHER[name]


def test_every_choice_can_be_made() -> None:
    assert set(OTHER) | {"shortcuts"} == set(Preferences(Settings()).names)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("titles", ""),
        ("pictures", 1),
        ("pace", form.FASTEST_PACE + 1),
        ("pace", 5),
        ("memory_limit", 0),
        ("images_limit", form.LARGEST_PICTURES + 1),
        ("preview_volume", 101),
        ("preview_volume", -1),
        ("export_folder", "x" * 6000),
        ("excluded_tags", ["x" * 101]),
        ("excluded_tags", ["anime", "anime"]),
        ("excluded_mappers", ["  "]),
        ("excluded_genres", [True]),
        ("excluded_languages", [-1]),
    ],
)
def test_what_would_not_come_back_is_refused(tmp_path: Path, name: str, value: object) -> None:
    path = tmp_path / "settings.json"
    preferences = Preferences(Settings.load(path))
    names = told(preferences)
    with pytest.raises(ValueError, match=name):
        preferences.set(name, value)
    assert names == []
    assert not path.exists()


def test_keys_are_chosen_and_given_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    preferences = Preferences(Settings.load(path))
    names = told(preferences)
    preferences.set_keys("reload", ["F5", "Ctrl+U"])
    preferences.set_keys("home", [])
    again = Preferences(Settings.load(path))
    assert again.shortcuts == {"reload": ["F5", "Ctrl+U"], "home": []}
    preferences.set_keys("reload", None)
    assert preferences.shortcuts == {"home": []}
    preferences.reset_keys()
    preferences.reset_keys()
    assert preferences.shortcuts == {}
    assert names == ["shortcuts"] * 4
    with pytest.raises(ValueError, match="shortcuts"):
        preferences.set_keys("reload", ["x" * 100])
    assert preferences.shortcuts == {}


def test_nobody_changes_the_keys_behind_its_back() -> None:
    preferences = Preferences(Settings())
    preferences.set_keys("reload", ["F5"])
    preferences.shortcuts["reload"].append("F6")
    assert preferences.shortcuts == {"reload": ["F5"]}


def test_reset_leaves_who_is_signed_in(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "settings.json")
    settings.save_sign_in(settings.server, form.SavedSignIn("7", player=2))
    settings.window, settings.callback_port = "AAAA", 2000
    preferences = Preferences(settings)
    for name, value in OTHER.items():
        preferences.set(name, value)
    preferences.set_keys("reload", [])
    names = told(preferences)
    assert preferences.changed_names == list(preferences.names)
    preferences.reset()
    assert names == list(preferences.names)
    again = Settings.load(tmp_path / "settings.json")
    assert Preferences(again).changed_names == []
    assert again.sign_in_at(again.server) == form.SavedSignIn("7", player=2)
    assert (again.window, again.callback_port) == ("AAAA", 2000)


# --- carried out -----------------------------------------------------------------------------


class SmallAccount(QObject):
    """Has the client that the test gives it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.client: Client | None = None

    def enter(self) -> Client:
        client = self.client = Client(1, "s", token_store=MemoryTokenStore(), burst=1)
        self.changed.emit()
        return client


class Desk:
    """Preferences and everything that follows them, on a disk of their own."""

    def __init__(self, calls: Calls, folder: Path) -> None:
        self.preferences = Preferences(Settings())
        self.account = SmallAccount()
        self.cache = ResponseCache(folder / "memory")
        self.images = ImageStore(calls, folder / "images", server=lambda: "http://127.0.0.1:9")
        self.effects = PreferenceEffects(
            self.preferences,
            cast("Account", self.account),
            calls,
            self.cache,
            self.images,
        )


@pytest.fixture
def desk(calls: Calls, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(calls, tmp_path)
    yield desk
    desk.effects.close()
    desk.images.close()
    desk.cache.close()


@pytest.mark.usefixtures("rate_clock")
def test_the_pace_holds_for_the_running_client_and_the_next_one(desk: Desk) -> None:
    first = desk.account.enter()
    assert first._rate_limiter.delay("api") == 0.0
    desk.preferences.set("pace", 12)
    assert first._rate_limiter.delay("api") == pytest.approx(5)
    second = desk.account.enter()
    assert second._rate_limiter.delay("api") == 0.0
    assert second._rate_limiter.delay("api") == pytest.approx(5)


def test_without_pictures_none_is_wanted(desk: Desk) -> None:
    desk.preferences.set("pictures", False)
    assert desk.images.request("/a.png", 8, 8) is None
    assert not desk.images._wanted
    desk.preferences.set("pictures", True)
    desk.images.request("/a.png", 8, 8)
    assert desk.images._wanted
    desk.preferences.set("pictures", False)


def test_a_lower_limit_of_answers_is_kept_at_once(
    desk: Desk, run: Callable[..., Any], calls: Calls, qtbot: QtBot
) -> None:
    def fill() -> int:
        for number in range(60):
            desk.cache.save(
                "https://osu.ppy.sh#2", f"https://osu.ppy.sh/users/{number}", os.urandom(512 * 1024)
            )
        return desk.cache.size()

    assert run(calls.run(fill)) > 20 * MEGABYTE
    with qtbot.waitSignal(desk.effects.tidied):
        desk.preferences.set("memory_limit", 16)
    assert 8 * MEGABYTE < desk.cache.size() <= 16 * MEGABYTE


def test_a_lower_limit_of_pictures_is_kept_at_once(
    desk: Desk, run: Callable[..., Any], tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "images" / "ab"
    folder.mkdir(parents=True)
    for number in range(40):
        (folder / f"ab{number}").write_bytes(bytes(512 * 1024))
    assert run(desk.images.disk_use()) == 20 * MEGABYTE
    with qtbot.waitSignal(desk.effects.tidied):
        desk.preferences.set("images_limit", 16)
    assert 8 * MEGABYTE < run(desk.images.disk_use()) <= 16 * MEGABYTE


def test_a_choice_that_cannot_be_written_works_and_is_told_once_until_one_is(
    tmp_path: Path,
) -> None:
    folder, problems = tmp_path / "config", list[str]()
    preferences = Preferences(Settings.load(folder / "settings.json", tell=problems.append))
    folder.touch()  # a file is in the way now
    preferences.set("titles", "original")
    assert len(problems) == 1
    assert problems[0].startswith("The settings could not be saved (")
    preferences.set("titles", "romanised")
    assert len(problems) == 1
    assert preferences.settings.titles == "romanised"
    folder.unlink()
    preferences.set("pictures", False)
    assert preferences.settings.problem is None
    (folder / "settings.json").unlink()
    folder.rmdir()
    folder.touch()
    preferences.set("pictures", True)
    assert problems[1:] == problems[:1]


# --- folders ---------------------------------------------------------------------------------


def test_a_folder_that_can_be_used_or_made_is_no_trouble(tmp_path: Path) -> None:
    assert default_folders.problem_with(str(tmp_path)) == ""
    assert default_folders.problem_with(str(tmp_path / "not" / "yet")) == ""
    assert Path(default_folders.replays(None, is_demo=False)).is_absolute()


def test_replays_of_a_portable_profile_and_of_the_demo_have_folders_of_their_own(
    tmp_path: Path,
) -> None:
    portable = Folders.inside(tmp_path).portable_replays
    assert default_folders.replays(portable, is_demo=False) == str(tmp_path / "replays")
    assert default_folders.replays(portable, is_demo=True) == str(tmp_path / "replays")
    documents = Folders.default().portable_replays
    real = Path(default_folders.replays(documents, is_demo=False))
    demo = Path(default_folders.replays(documents, is_demo=True))
    assert real.parent == demo.parent
    assert not demo.is_relative_to(real)  # the library would list it with the real ones


def test_a_folder_that_cannot_be_used_gets_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert default_folders.problem_with(str(file)) == "This is a file, not a folder."
    assert "cannot be made" in default_folders.problem_with(str(file / "below"))
    assert "whole path" in default_folders.problem_with("replays")
    assert "whole path" in default_folders.problem_with("/a\0b")
    assert "reached" in default_folders.problem_with("/" + "x" * 5000)
    # For the superuser of a container no folder refuses: the system's answer is put in place.
    monkeypatch.setattr(os, "access", lambda *_args: False)
    assert "Nothing can be written" in default_folders.problem_with(str(tmp_path))


# --- the table -------------------------------------------------------------------------------


@dataclass(slots=True)
class MoreSettings(Settings):
    """Settings with one more line."""

    dots: int = form.setting(3, form.between(1, 9), is_choice=True)


def test_a_setting_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": form.VERSION, "dots": 99, "theme": "dark"}))
    settings = MoreSettings.load(path)
    assert (settings.dots, settings.theme) == (3, "dark"), "what fails the check has its default"
    preferences = Preferences(settings)
    names = told(preferences)
    for wrong in (0, 10, "5", True, None):
        with pytest.raises(ValueError, match="dots"):
            preferences.set("dots", wrong)
    preferences.set("dots", 5)
    preferences.set("dots", 5)
    assert names == ["dots"]
    assert preferences.changed_names == ["theme", "dots"]
    assert MoreSettings.load(path).dots == 5
    preferences.reset()
    assert MoreSettings.load(path).dots == 3
    Settings.load(path).save()
    assert json.loads(path.read_text())["dots"] == 3, "an older version hands it on"
