"""The disk image of macOS: settings and signature; the image itself is made on macOS alone."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path

import pytest

from build_app.macos import dmg
from build_app.project import PackageError

MACH_O = bytes.fromhex("cffaedfe") + b"\0" * 28


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    root = tmp_path / "osubrowser.app"
    for name, data in {
        "Contents/MacOS/osubrowser": MACH_O,
        "Contents/Frameworks/PySide6/QtCore.abi3.so": MACH_O,
        "Contents/Frameworks/QtCore.framework/Versions/A/QtCore": bytes.fromhex("cafebabe") + b"\0",
        "Contents/Resources/icons/a.svg": b"<svg/>",
        "Contents/Info.plist": b"<plist/>",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def test_all_code_is_signed_and_the_bundle_last(bundle: Path) -> None:
    (bundle / "Contents/Frameworks/link.so").symlink_to("PySide6/QtCore.abi3.so")
    commands = dmg.signing_commands(bundle, "Developer ID Application: A (B)")
    signed = [Path(command[-1]).relative_to(bundle.parent).as_posix() for command in commands]
    assert signed == [
        "osubrowser.app/Contents/Frameworks/QtCore.framework/Versions/A/QtCore",
        "osubrowser.app/Contents/Frameworks/PySide6/QtCore.abi3.so",
        "osubrowser.app/Contents/MacOS/osubrowser",
        "osubrowser.app",
    ]
    for command in commands:
        assert command[command.index("--sign") + 1] == "Developer ID Application: A (B)"
        assert command[command.index("--options") + 1] == "runtime"
        assert plistlib.loads(Path(command[command.index("--entitlements") + 1]).read_bytes())


def test_the_window_shows_the_bundle_and_where_to_drag_it(bundle: Path) -> None:
    settings = dmg.settings(bundle)
    places = settings["icon_locations"]
    assert isinstance(places, dict)
    assert set(places) == {"osubrowser.app", "Applications"}
    assert settings["files"] == [str(bundle)]
    assert settings["symlinks"] == {"Applications": "/Applications"}


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has it")
def test_elsewhere_the_error_says_where_it_is_built(bundle: Path, tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="built on macOS"):
        dmg.build(bundle, "0.1.0", tmp_path)
