"""Desktop integration for one user: what the desktop finds, and that it can all be taken away."""

from __future__ import annotations

import configparser
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from osubrowser import __main__ as program
from osubrowser.resources import resource_path
from osubrowser.services.desktop import integration
from osubrowser.services.runtime import restart

REPLAY = b"\x00" + (20_240_101).to_bytes(4, "little") + b"\x0b\x20" + b"0" * 32 + b"\x0b\x00"
MIME = "application/x-osu-replay"

linux = pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are Linux's")


def entry(share: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=True, delimiters="=")
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read(share / integration.DESKTOP_ENTRY, encoding="utf-8")
    return parser["Desktop Entry"]


def arguments_of(exec_value: str) -> list[str]:
    """Read an Exec value as the specification says: a string value, then quoted arguments."""
    escapes = {"\\": "\\", "s": " ", "n": "\n", "t": "\t", "r": "\r"}
    text, index = "", 0
    while index < len(exec_value):
        if exec_value[index] == "\\":
            index += 1
            text += escapes[exec_value[index]]
        else:
            text += exec_value[index]
        index += 1
    arguments: list[str] = []
    index = 0
    while index < len(text):
        if text[index] == " ":
            index += 1
            continue
        word = ""
        if text[index] == '"':
            index += 1
            while text[index] != '"':
                if text[index] == "\\":
                    index += 1
                    assert text[index] in '"`$\\'
                else:
                    assert text[index] not in "`$"
                word += text[index]
                index += 1
            index += 1
        else:
            while index < len(text) and text[index] != " ":
                word += text[index]
                index += 1
        arguments.append(word)
    return [one if one == "%U" else one.replace("%%", "%") for one in arguments]


def test_every_file_is_there_and_the_entry_starts_this_copy(tmp_path: Path) -> None:
    share = tmp_path / "share"
    files = integration.add(share, ["/opt/my games/osubrowser"])
    assert sorted(files) == sorted(share / name for name in integration.SHARE_FILES)
    assert all(file.stat().st_size for file in files)
    assert entry(share)["Exec"] == '"/opt/my games/osubrowser" %U'
    assert set(entry(share)["MimeType"].strip(";").split(";")) == {
        MIME,
        "x-scheme-handler/osubrowser",
    }
    assert entry(share)["Icon"] == "osubrowser"


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), min_size=1, max_size=3))
@example(["/tmp/a\"b`c$d\\e%u 'f'"])
@example(["/tmp/%%f\\", "-m", "osubrowser"])
@example(["/tmp/a\nExec=evil"])
def test_any_path_can_stand_in_the_entry(command: list[str]) -> None:
    if any(not one.isprintable() for one in command):
        with pytest.raises(ValueError, match="control character"):
            integration.exec_line(command)
    else:
        assert arguments_of(integration.exec_line(command)) == [*command, "%U"]


def test_removal_leaves_what_others_have_put_there(tmp_path: Path) -> None:
    share = tmp_path / "share"
    other = share / "icons" / "hicolor" / "scalable" / "apps" / "other.svg"
    other.parent.mkdir(parents=True)
    other.write_text("<svg/>")
    integration.add(share, ["/opt/osubrowser"])
    integration.add(share, ["/opt/newer/osubrowser"])
    assert len(integration.remove(share)) == len(integration.SHARE_FILES)
    assert [path for path in share.rglob("*") if not path.is_dir()] == [other]
    assert not (share / "applications").exists()
    assert integration.remove(share) == []


def test_a_folder_that_cannot_be_written_is_an_error_and_an_exit_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "applications").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert integration.run("add") == 1
    assert "could not be changed" in capsys.readouterr().err


@pytest.mark.parametrize("home", ["", "relative"])
def test_without_a_home_folder_nothing_is_changed(
    home: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def found() -> Path:
        if not home:
            raise RuntimeError("Could not determine home directory.")
        return Path(home)

    monkeypatch.setattr(Path, "home", found)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert integration.run("remove") == 1
    assert "home folder" in capsys.readouterr().err


def test_other_systems_are_told_who_does_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert program.main(["--integrate", "add"]) == 2
    assert "the installer does it" in capsys.readouterr().err


@linux
def test_an_app_image_is_started_by_its_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted = tmp_path / "mounted"
    monkeypatch.setenv("APPIMAGE", "/home/me/osubrowser.AppImage")
    monkeypatch.setenv("APPDIR", str(mounted))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(mounted / "osubrowser"))
    image = ["/home/me/osubrowser.AppImage"]
    assert integration.start_command() == restart.command_of(()) == image


@linux
@pytest.mark.parametrize("is_frozen", [True, False])
def test_the_app_image_of_a_terminal_is_not_started(
    is_frozen: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPIMAGE", "/home/me/terminal.AppImage")
    monkeypatch.setenv("APPDIR", str(tmp_path / "mounted"))
    monkeypatch.setattr(sys, "frozen", is_frozen, raising=False)
    for command in (integration.start_command(), restart.command_of(())):
        assert Path(command[0]).is_relative_to(Path(sys.executable).parent)


def test_a_missing_indexer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    integration.add(tmp_path, ["/opt/osubrowser"])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert integration.index(tmp_path) == ["update-mime-database", "update-desktop-database"]


@linux
def test_the_desktop_finds_it_and_no_longer_after_removal(tmp_path: Path) -> None:
    tools = ("update-mime-database", "update-desktop-database", "xdg-mime")
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    starter = bin_folder / "osubrowser"
    starter.write_text("#!/bin/sh\n")
    starter.chmod(starter.stat().st_mode | stat.S_IXUSR)
    share = tmp_path / "share"
    environment = {
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(share),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_DIRS": str(tmp_path / "nothing"),
        "LC_ALL": "C",
    }

    def osubrowser(action: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "osubrowser", "--integrate", action],
            env={**environment, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
            timeout=120,
        )

    def handler(mime: str) -> str:
        command = ["xdg-mime", "query", "default", mime]
        return subprocess.run(
            command, env=environment, check=False, timeout=60, capture_output=True, text=True
        ).stdout.strip()

    osubrowser("add")
    assert "osr" in (share / "mime" / "globs2").read_text()
    assert handler(MIME) == "osubrowser.desktop"
    assert handler("x-scheme-handler/osubrowser") == "osubrowser.desktop"
    osubrowser("remove")
    assert handler(MIME) == ""
    assert list(share.rglob("*")) == []


def test_indexes_of_others_stay(tmp_path: Path) -> None:
    for name in ("mime/packages/other.xml", "mime/globs2", "mime/application/x-other.xml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    for name in ("applications/other.desktop", "applications/mimeinfo.cache"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    before = sorted(tmp_path.rglob("*"))
    integration.delete_indexes(tmp_path)
    assert sorted(tmp_path.rglob("*")) == before
    (tmp_path / "mime/packages/other.xml").unlink()
    (tmp_path / "applications/other.desktop").unlink()
    integration.delete_indexes(tmp_path)
    left = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert left == [tmp_path / "mime/application/x-other.xml"], "not an index"


def matches(rule: ElementTree.Element, data: bytes) -> bool:
    """Evaluate one match of shared-mime-info, and those below it."""
    offset, value = int(rule.get("offset", "")), rule.get("value", "")
    if rule.get("type") == "byte":
        mask = int(rule.get("mask", "0xff"), 0)
        found = len(data) > offset and data[offset] & mask == int(value, 0)
    else:
        wanted = value.encode().decode("unicode_escape").encode("latin-1")
        found = data[offset : offset + len(wanted)] == wanted
    return found and (len(rule) == 0 or any(matches(one, data) for one in rule))


@pytest.mark.parametrize(
    ("data", "is_replay"),
    [
        (REPLAY, True),
        (b"\x03" + (30_000_016).to_bytes(4, "little") + REPLAY[5:], True),
        (b"\x04" + REPLAY[1:], False),
        (b"\x00" + (7).to_bytes(4, "little") + REPLAY[5:], False),
        (REPLAY[:5] + b"\x0b\x10" + REPLAY[7:], False),
        (REPLAY[:3], False),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, False),
    ],
)
def test_a_replay_is_known_by_its_first_bytes(data: bytes, is_replay: bool) -> None:
    file = resource_path("desktop", "osubrowser-mime.xml")
    space = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}
    magic = ElementTree.parse(file).findall(".//mime:magic/mime:match", space)
    assert magic
    assert any(matches(rule, data) for rule in magic) is is_replay


@linux
@pytest.mark.parametrize(("before", "after"), [("/opt/lib", "/opt/lib"), (None, None)])
def test_other_programs_do_not_load_the_frozen_libraries(
    before: str | None, after: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/osubrowser/_internal")
    monkeypatch.setenv("PYINSTALLER_RESET_ENVIRONMENT", "")
    if before is None:
        monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    else:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    with pytest.raises(SystemExit):
        program.main(["--version", "--integrate=add"])
    assert os.environ.get("LD_LIBRARY_PATH") == after
    assert os.environ.get("PYINSTALLER_RESET_ENVIRONMENT") == "1"  # for its own child processes
