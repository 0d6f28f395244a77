"""Settings: defaults, field by field; damaged files set aside; saves in a row are one write."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.settings import schema as form
from osubrowser.services.settings.schema import (
    ANY_SERVER,
    SavedSignIn,
    SavedTabs,
    TableState,
    is_server,
)
from osubrowser.services.settings.settings import Settings, saved_early
from osubrowser.services.storage import json_file

OSU = "https://osu.ppy.sh"
OTHER = "https://osu.example:8443"


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "none" / "settings.json")
    assert settings == Settings()
    assert settings.problem is None
    assert (settings.theme, settings.server) == ("system", "https://osu.ppy.sh")
    assert settings.callback_port == 17272
    assert (settings.titles, settings.pictures, settings.reopen) == ("romanised", True, True)
    assert (settings.pace, settings.memory_limit) == (60, 512)
    assert settings.sign_in_at(settings.server) is None


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings.load(path)
    settings.theme = "dark"
    settings.save_sign_in(OSU, SavedSignIn("4242", guest=True))
    settings.save_sign_in(OTHER, SavedSignIn("7", player=2))
    settings.titles = "original"
    settings.pace = 30
    settings.memory_limit = 2048
    settings.images_limit = 100
    settings.shortcuts = {"reload": ["F5", "Ctrl+U"], "home": []}
    settings.reopen = False
    beside = ((f"{OSU}/users/2", "peppy"), (f"{OSU}/users/3", "プレイヤー"))
    settings.open_places = {
        OSU: SavedTabs({"rankings": f"{OSU}/rankings/osu/performance"}, beside, "beside:1"),
        "demo": SavedTabs(),
    }
    settings.replay_folder = "/home/プレイヤー/replays"
    settings.replay_folders = ["/srv/replays"]
    settings.table("rankings").widths["pp"] = 90
    settings.table("rankings").hidden.append("s")
    settings.window = "AAAA"
    settings.save()
    again = Settings.load(path)
    assert again == settings
    assert again.tables["rankings"] == TableState(hidden=["s"], widths={"pp": 90})


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'{"a": 1}garbage']
)
def test_a_damaged_file_is_set_aside_with_a_sentence(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(damage)
    settings = Settings.load(path)
    assert settings == Settings()
    assert settings.problem is not None
    assert "settings.json.damaged" in settings.problem
    assert (tmp_path / "settings.json.damaged").read_bytes() == damage
    settings.save()
    assert Settings.load(path).problem is None


def test_a_field_that_makes_no_sense_has_its_default_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    damaged = json.dumps(
        {
            "version": form.VERSION,
            "theme": "pink",
            "server": "http://evil.example",
            "callback_port": True,
            "titles": "both",
            "pace": 100_000,
            "memory_limit": True,
            "images_limit": 1,
            "shortcuts": {
                "reload": ["F5", 3, "", "x" * 61],
                "home": [],
                "back": [None],
                "rank": "F7",
                "": ["F8"],
                "many": [f"F{n}" for n in range(1, 10)],
            },
            "reopen": 1,
            "open_places": {
                "a": {
                    "tabs": {"x": "a", "y": 1, "z" * 200: "a", "v": "a" * 3000},
                    "beside": [["a", "A" * 900], ["b"], "c", ["d", 1], ["", "e"], None],
                    "current": 3,
                },
                "b": "x",
                "c" * 301: {},
            },
            "replay_folder": 3,
            "replay_folders": ["/a", 3, "", "/a", "x" * 5001, "/b"],
            "stable_folder": ["/osu!"],
            "replay_name": "{player} {nobody}",
            "replay_existing": "ask",
            "replay_notice": "yes",
            "sign_ins": {
                "http://evil.example": {"client_id": "1"},
                OSU: {"client_id": 12},
                "https://a.example": {"client_id": "1", "guest": "yes", "player": True},
                "https://b.example": {"client_id": "1", "guest": True, "player": 2},
                "https://c.example": ["1"],
            },
            "window": None,
            "pictures": False,
            "tables": {
                "rankings": {"order": ["a", 1], "widths": {"a": "x", "b": 50, "c": -1}},
                "other": 3,
            },
        }
    )
    path.write_text(damaged)
    settings = Settings.load(path)
    assert settings == Settings(
        pictures=False,
        shortcuts={
            "reload": ["F5"],
            "home": [],
            "many": ["F1", "F2", "F3", "F4", "F5", "F6"],
        },
        open_places={"a": SavedTabs({"x": "a"}, (("a", "A" * 300),))},
        sign_ins={
            "https://a.example": SavedSignIn("1"),
            "https://b.example": SavedSignIn("1", guest=True),
        },
        replay_folders=["/a", "/b"],
        tables={"rankings": TableState(order=["a"], widths={"b": 50})},
    )
    assert settings.problem is not None
    assert settings.problem.startswith(
        "Some settings are damaged (theme, server, callback_port, window, titles, pace, "
        "memory_limit, images_limit, reopen, replay_folder, replay_name, "
        "replay_existing, replay_notice, replay_folders, stable_folder, "
        "sign_ins, tables, shortcuts, open_places). The rest is there; the old file is "
    )
    assert (tmp_path / "settings.json.damaged").read_text() == damaged
    assert Settings.load(path) == settings
    assert Settings.load(path).problem is None
    assert not (tmp_path / "settings.json.damaged-2").exists()


def test_settings_that_are_not_in_the_file_are_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": form.VERSION, "theme": "dark"}))
    assert Settings.load(path).problem is None
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


def test_what_is_saved_of_many_accounts_is_what_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings.load(path)
    for n in range(30):
        settings.open_places[f"account {n}"] = SavedTabs()
        settings.save_sign_in(f"https://osu{n}.example", SavedSignIn("1"))
    settings.save_sign_in("https://osu12.example", SavedSignIn("2"))
    settings.save()
    again = Settings.load(path)
    assert again.problem is None
    assert len(again.open_places) == len(again.sign_ins) == form.MOST_SERVERS
    assert again.sign_ins["https://osu12.example"] == SavedSignIn("2")
    assert "account 29" in again.open_places


def test_what_a_newer_version_wrote_is_handed_on(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": 7, "volume": 3, "theme": "light"}))
    settings = Settings.load(path)
    assert settings.theme == "light"
    settings.save()
    written = json.loads(path.read_bytes())
    assert (written["version"], written["volume"]) == (7, 3)


def test_an_older_version_is_brought_up_step_by_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": 1, "colours": "dark", "client_id": "5"}))
    newest = form.VERSION
    monkeypatch.setattr(form, "VERSION", newest + 1)
    monkeypatch.setitem(form.STEPS, newest, lambda v: {**v, "theme": v.pop("colours")})
    settings = Settings.load(path)
    assert settings.theme == "dark"
    assert settings.sign_in_at(OSU) == SavedSignIn("5")
    settings.save()
    assert json.loads(path.read_bytes())["version"] == newest + 1


VERSION_1: dict[str, Any] = {
    "version": 1,
    "theme": "dark",
    "server": OTHER,
    "client_id": "4242",
    "guest": True,
    "callback_port": 2000,
    "window": "AAAA",
    "pictures": False,
    "export_folder": "/home/x",
    "tables": {"rankings": {"order": ["a"], "hidden": ["b"], "shown": ["c"], "widths": {"d": 90}}},
    "what nobody knows": [1, {"a": None}],
}


def test_version_1_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(VERSION_1))
    settings = Settings.load(path)
    # Nobody wrote down which server it was for: it goes for each, as it did then.
    for server in (OSU, OTHER):
        assert settings.sign_in_at(server) == SavedSignIn("4242", guest=True)
    settings.save()
    written = json.loads(path.read_bytes())
    kept = {name: value for name, value in VERSION_1.items() if name not in ("client_id", "guest")}
    table = VERSION_1["tables"]["rankings"] | {"view": ""}
    new = {"version": form.VERSION, "tables": {"rankings": table}}
    assert {name: written[name] for name in kept} == kept | new
    assert written["sign_ins"] == {ANY_SERVER: {"client_id": "4242", "guest": True, "player": None}}
    assert Settings.load(path) == settings


def test_version_2_keeps_what_was_chosen_and_has_every_key_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    chosen = {"theme": "light", "titles": "original", "pace": 30, "memory_limit": 64}
    path.write_text(json.dumps({"version": 2, **chosen, "open_tab": "rankings"}))
    settings = Settings.load(path)
    assert {name: getattr(settings, name) for name in chosen} == chosen
    assert (settings.shortcuts, settings.images_limit) == ({}, form.PICTURES)


def test_version_1_that_was_signed_out_stays_signed_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(VERSION_1 | {"client_id": "", "guest": False}))
    assert Settings.load(path).sign_ins == {}


def test_each_server_has_its_own_sign_in() -> None:
    settings = Settings(sign_ins={ANY_SERVER: SavedSignIn("1")})
    settings.save_sign_in(OSU, SavedSignIn("1", player=2))
    settings.save_sign_in(OTHER, SavedSignIn("9", guest=True))
    assert settings.sign_in_at(OSU) == SavedSignIn("1", player=2)
    assert settings.sign_in_at("https://third.example") == SavedSignIn("1")
    settings.delete_sign_in(OTHER)  # another application: the old pair is not meant
    assert settings.sign_ins == {ANY_SERVER: SavedSignIn("1"), OSU: SavedSignIn("1", player=2)}
    settings.delete_sign_in(OSU)
    assert settings.sign_in_at(OSU) is None
    settings.delete_sign_in(OSU)
    settings.sign_ins[ANY_SERVER] = SavedSignIn("1")
    settings.delete_sign_in(OSU)
    assert settings.sign_ins == {}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
names = st.sampled_from(sorted((*form.rules_of(Settings), "version")))


@given(values=st.dictionaries(names | st.text(max_size=9), json_values))
def test_whatever_a_file_holds_the_settings_make_sense_and_come_back(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    path = tmp_path_factory.getbasetemp() / "anything.json"
    path.write_text(json.dumps(values))
    settings = Settings.load(path)
    rules = form.rules_of(settings)
    assert all(rule.accepts(getattr(settings, name)) for name, rule in rules.items())
    settings.save()
    assert Settings.load(path) == settings


def test_saves_in_a_row_are_one_write_of_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    writes: list[bytes] = []
    monkeypatch.setattr(json_file, "write_whole", lambda _path, data: writes.append(data))
    gate = threading.Event()
    with ThreadPoolExecutor(1) as executor:
        executor.submit(gate.wait)
        settings = Settings.load(path, executor=executor)
        for port in (2000, 2001, 2002):
            settings.callback_port = port
            settings.save()
        assert writes == []
        gate.set()
    assert [json.loads(data)["callback_port"] for data in writes] == [2002]
    settings.callback_port = 2003
    settings.save()  # the pool is gone
    settings.flush()
    assert json.loads(writes[-1])["callback_port"] == 2003
    settings.flush()
    assert len(writes) == 2


def test_a_disk_that_refuses_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json_file, "write_whole", full)
    settings = Settings.load(tmp_path / "settings.json")
    assert settings.flush() is True
    settings.save()
    assert settings.problem == "The settings could not be saved (No space left on device)."
    assert settings.flush() is False


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    settings = Settings.load(path)
    assert settings.problem is not None
    assert settings.problem.startswith("The settings could not be read (")
    settings.save()
    assert path.is_dir()
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("https://osu.ppy.sh", True),
        ("https://osu.example:8443", True),
        ("http://127.0.0.1:5000", True),
        ("http://localhost:5000", True),
        ("http://[::1]:5000", True),
        ("http://osu.ppy.sh", False),
        ("https://osu.ppy.sh/", False),
        ("https://osu.ppy.sh/api", False),
        ("https://a@osu.ppy.sh", False),
        ("https://osu.ppy.sh:99999", False),
        ("https://", False),
        ("osu.ppy.sh", False),
        ("https://osu ppy.sh", False),
        ("https://osu.ppy.sh\n", False),
        (7, False),
        ("https://osu.ppy.sh:0", False),
        ("https://evil\\.ppy.sh", False),
    ],
)
def test_a_server_is_https_or_this_machine(text: object, good: bool) -> None:
    assert is_server(text) is good


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ('{"text_size": 80}', 80),
        ('{"text_size": 200}', 200),
        ('{"text_size": 79}', 100),
        ('{"text_size": 201}', 100),
        ('{"text_size": true}', 100),
        ('{"text_size": "150"}', 100),
        ('{"text_size": 1e400}', 100),
        ('{"text_size": null}', 100),
        ("[150]", 100),
        ("{", 100),
        ("[" * 100_000, 100),
        (None, 100),
    ],
)
def test_the_text_size_is_read_before_there_is_an_application(
    tmp_path: Path, written: str | None, size: int
) -> None:
    path = tmp_path / "settings.json"
    if written is not None:
        path.write_text(written)
    assert saved_early(path).text_size == size
    assert ([path] if written is not None else []) == list(tmp_path.iterdir()), "only read"
