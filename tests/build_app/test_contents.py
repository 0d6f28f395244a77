"""Contents of the frozen program, by made-up paths and libraries."""

from __future__ import annotations

import pytest

from build_app import contents

LANGUAGES = ("en", "de")


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/platforms/libqminimal.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "resources/translations/osubrowser_de.qm",
        "resources/icons/back.svg",
        "libc-client.so.2",
        "osubrowser/screenshots.py",
    ],
)
def test_what_the_program_uses_is_shipped(path: str) -> None:
    assert contents.is_shipped(path, LANGUAGES)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/plugins/imageformats/qtiff.dll",
        "PySide6\\plugins\\imageformats\\qtiff.dll",
        "PySide6/Qt/plugins/platforms/libqminimalegl.so",
        "PySide6/Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/qt_de.qm",
        "resources/translations/osubrowser_de.ts",
        "resources/screenshots/rankings.png",
        "libmvec.so.1",
        "libwayland-client.so.0",
    ],
)
def test_what_it_does_not_use_is_left_out(path: str) -> None:
    assert not contents.is_shipped(path, LANGUAGES)


def test_libraries_of_what_was_left_out_are_unneeded() -> None:
    files = {
        "PySide6/QtCore.abi3.so": "core",
        "PySide6/Qt/lib/libQt6Core.so.6": "qt",
        "PySide6/Qt/lib/libQt6OpenGL.so.6": "gl",
        "libglib-2.0.so.0": "glib",
        "libgtk-3.so.0": "gtk",
        "libpython3.11.so.1.0": "python",
    }
    linked = {
        "core": ["libQt6Core.so.6", "libglib-2.0.so.0", "libc.so.6"],
        "gtk": ["libgtk-3.so.0"],
    }
    unneeded = contents.unneeded_libraries(files, lambda source: linked.get(source, []))
    assert unneeded == {"PySide6/Qt/lib/libQt6OpenGL.so.6", "libgtk-3.so.0"}


def test_the_first_reason_that_fits_is_given() -> None:
    icu = contents.reason("_internal/PySide6/Qt/lib/libicudata.so.73")
    assert icu is not None
    assert icu.startswith("ICU's data")
    assert contents.reason("_internal/PySide6/QtCore.abi3.so") == "Qt for Python"
    assert contents.reason("_internal/libunheard-of.so.1") is None
