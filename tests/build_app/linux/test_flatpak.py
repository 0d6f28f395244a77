"""The Flatpak's manifest and the folder that it installs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_app import project
from build_app.linux import flatpak, share

TEXT = flatpak.MANIFEST.read_text("utf-8")


def test_each_permission_has_a_reason() -> None:
    block = TEXT[TEXT.index("finish-args:") : TEXT.index("modules:")].splitlines()[1:]
    permissions = [line for line in block if line.strip().startswith("- ")]
    assert len(permissions) > 5
    assert block[0].strip().startswith("# ")
    # The home folder, all devices and the whole session bus would undo the sandbox.
    forbidden = r"filesystem=(home|host)\b|device=all|socket=(session|system)-bus|=all\b"
    assert not [line for line in permissions if re.search(forbidden, line)]


@pytest.mark.skipif(shutil.which("flatpak-builder") is None, reason="no flatpak-builder")
def test_flatpak_builder_reads_the_manifest(tmp_path: Path) -> None:
    done = subprocess.run(
        ["flatpak-builder", "--show-manifest", str(flatpak.MANIFEST)],
        cwd=tmp_path,  # where it makes a folder for its state
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    manifest = json.loads(done.stdout)
    assert manifest["id"] == project.APPLICATION_ID
    assert manifest["finish-args"]


@pytest.mark.skipif(sys.platform == "win32", reason="runs the manifest's commands in a shell")
def test_its_commands_install_the_program_and_what_is_exported(tmp_path: Path) -> None:
    program = tmp_path / "frozen"
    program.mkdir()
    (program / "osubrowser").write_text("#!/bin/sh\n")
    source, app = tmp_path / "source", tmp_path / "app"
    source.mkdir()
    (app / "share").mkdir(parents=True)
    flatpak.fill(source, program, "0.1.0", 1_700_000_000)
    block = TEXT[TEXT.index("build-commands:") : TEXT.index("sources:")]
    commands = re.findall(r"- (.*)", block)
    assert commands
    for command in commands:
        subprocess.run(
            ["sh", "-ec", command.replace("/app/", f"{app}/")], cwd=source, check=True, timeout=60
        )
    assert (app / "bin" / "osubrowser").samefile(app / "lib" / "osubrowser" / "osubrowser")
    assert (app / "share" / "mime" / "packages" / f"{project.APPLICATION_ID}.xml").is_file()
    assert (app / "share" / share.METAINFO).is_file()
    for key, pattern in {
        "rename-desktop-file": "applications/osubrowser.desktop",
        "rename-icon": "icons/hicolor/scalable/apps/osubrowser.svg",
    }.items():
        name = re.search(rf"^{key}: (\S+)$", TEXT, re.MULTILINE)
        assert name
        assert Path(pattern).name.startswith(name[1].removesuffix(".desktop"))
        assert (app / "share" / pattern).is_file()


def test_without_the_tools_the_error_names_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(project.PackageError, match="flatpak-builder or flatpak is missing"):
        flatpak.build(tmp_path, "0.1.0", tmp_path)
