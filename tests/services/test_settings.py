"""Settings: defaults, field by field; damaged files set aside; writes that merge."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from osubrowser.services import settings as module
from osubrowser.services.settings import Settings, TableState, is_server


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "none" / "settings.json")
    assert settings == Settings()
    assert settings.problem is None
    assert (settings.theme, settings.server) == ("system", "https://osu.ppy.sh")
    assert settings.callback_port == 17272


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings.load(path)
    settings.theme = "dark"
    settings.client_id = "4242"
    settings.guest = True
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
    path.write_text(
        json.dumps(
            {
                "version": "x",
                "theme": "pink",
                "server": "http://evil.example",
                "client_id": 12,
                "guest": "yes",
                "callback_port": True,
                "window": None,
                "pictures": False,
                "tables": {
                    "rankings": {"order": ["a", 1], "widths": {"a": "x", "b": 50, "c": -1}},
                    "other": 3,
                },
            }
        )
    )
    settings = Settings.load(path)
    assert settings == Settings(
        pictures=False, tables={"rankings": TableState(order=["a"], widths={"b": 50})}
    )


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
    path.write_text(json.dumps({"version": 1, "colours": "dark"}))
    monkeypatch.setattr(module, "VERSION", 2)
    monkeypatch.setitem(module._STEPS, 1, lambda v: {**v, "theme": v.pop("colours")})
    settings = Settings.load(path)
    assert settings.theme == "dark"
    settings.save()
    assert json.loads(path.read_bytes())["version"] == 2


def test_saves_in_a_row_are_one_write_of_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    settings = Settings.load(path)
    writes: list[bytes] = []
    monkeypatch.setattr(module, "write_whole", lambda _path, data: writes.append(data))
    gate = threading.Event()
    with ThreadPoolExecutor(1) as executor:
        executor.submit(gate.wait)
        settings.use_executor(executor)
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

    monkeypatch.setattr(module, "write_whole", full)
    settings = Settings.load(tmp_path / "settings.json")
    settings.save()
    assert settings.problem == "The settings could not be saved (No space left on device)."


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
    ],
)
def test_a_server_is_https_or_this_machine(text: object, good: bool) -> None:
    assert is_server(text) is good
