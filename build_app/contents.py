"""Contents of the frozen program: what is left out of it, and why its largest parts stay."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

EXCLUDED_MODULES: Final = (
    "osubrowser.api.ossapi",  # for scripts: the program does not import it
    "tkinter",
    "readline",  # its library is under the GPL
    # Installers, and what others use only where it is installed, as with the tools of the build.
    *("setuptools", "pkg_resources", "_distutils_hack", "attr", "attrs", "defusedxml"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtWebEngineCore"),
    # Pillow makes the demo's pictures, without text, colour profiles and AVIF.
    *("PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingmath", "PIL._imagingtk"),
)
"""Modules that PyInstaller would collect, and the program does not use."""

UNUSED_HOOKS: Final = {
    "pyi_rth_inspect": "source lines of modules, which a frozen program has not",
    "pyi_rth_multiprocessing": "processes of multiprocessing: the program starts its own",
    "pyi_rth_pkgutil": "lists of modules, which nothing asks for",
}
"""Start-up code of PyInstaller that is left out, and what it is for: it imports more than the
program does until its first frame."""

LEFT_OUT_PLUGINS: Final = {
    "egldeviceintegrations/*": "screens without a window system",
    "generic/*": "keyboards and mice without a window system",
    "networkinformation/*connman*": "no supported desktop has it",
    "networkinformation/*qglib*": "brings all of GLib along",
    "platforms/*qeglfs*": "screens without a window system",
    "platforms/*qlinuxfb*": "screens without a window system",
    "platforms/*qminimalegl*": "for tests of Qt",
    "platforms/*qvkkhrdisplay*": "screens without a window system",
    "platforms/*qvnc*": "a window for a remote viewer",
    "platformthemes/*qgtk3*": "brings GTK along; the portal opens the desktop's own file dialogs",
    "imageformats/*qicns*": "osu! has no such pictures",
    "imageformats/*qpdf*": "osu! has no such pictures",
    "imageformats/*qtga*": "osu! has no such pictures",
    "imageformats/*qtiff*": "osu! has no such pictures",
    "imageformats/*qwbmp*": "osu! has no such pictures",
    # Widgets are painted by the processor.
    "wayland-graphics-integration-client/*": "windows of OpenGL and Vulkan",
    "xcbglintegrations/*": "windows of OpenGL",
    "wayland-shell-integration/*fullscreen*": "shells of devices and old compositors",
    "wayland-shell-integration/*ivi*": "shells of devices and old compositors",
    "wayland-shell-integration/*qt-shell*": "shells of devices and old compositors",
    "wayland-shell-integration/*wl-shell*": "shells of devices and old compositors",
}
"""Plugins of Qt that are left out, as patterns below `plugins`, and the reason for each."""

_LIBRARY: Final = re.compile(r"(PySide6/Qt/lib/|pillow\.libs/)?lib(?!python)[^/]+\.so[^/]*")
"""Libraries that are there for others, and are never loaded by name."""
_HOST_LIBRARIES: Final = ("libmvec.so.*", "libwayland-*.so.*")
"""Parts of glibc, which work with the glibc of the same computer only, and of Wayland, which each
desktop with Wayland has."""

REASONS: Final = {
    "PySide6/*libicudata*": "ICU's data: collation, plurals, and dates of each language, for Qt",
    "PySide6/*libicu*": "ICU, which Qt's core is linked with",
    "PySide6/*libQt6Gui*": "Qt: fonts, pictures, painting",
    "PySide6/*libQt6Widgets*": "Qt: every control of the window",
    "PySide6/*libQt6Core*": "Qt: its core",
    "PySide6/*libQt6Network*": "Qt: downloads of pictures, and the socket of the one instance",
    "PySide6/*libQt6Wayland*": "Qt: windows on Wayland",
    "PySide6/*libQt6XcbQpa*": "Qt: windows on X11",
    "PySide6/*libQt6DBus*": "Qt: notices, the tray, portals",
    "PySide6/*libQt6Svg*": "Qt: icons, and flags of osu!",
    "PySide6/Qt/plugins/*": "Qt: plugins for windows, pictures, input methods, TLS",
    "PySide6/*/translations/*": "Qt's own texts, in the languages of the program",
    "PySide6/*": "Qt for Python",
    "shiboken6/*": "Qt for Python",
    "cryptography/*": "signatures of OAuth, and the keyring of Linux desktops",
    "libpython*": "Python",
    "python3*/*": "Python's extension modules",
    "base_library.zip": "Python's modules that its start needs",
    "osubrowser": "the program itself and all pure Python modules",
    "osubrowser.exe": "the program itself and all pure Python modules",
    "nh3/*": "cleans HTML of the server",
    "rosu_pp_py/*": "stars and pp",
    "_miniaudio*": "preview sounds",
    "msgspec/*": "JSON into typed structures",
    "PIL/*": "pictures of the demo",
    "pillow.libs/*": "pictures of the demo",
    "certifi/*": "certificates of TLS",
    "resources/demo/*": "the demo: texts, flags, checksums of its beatmap files",
    "resources/*": "icons, themes, catalogues",
    "LICENCES.txt": "licence texts of all of this",
    "libcrypto*": "OpenSSL: TLS of Python and Qt",
    "libssl*": "OpenSSL: TLS of Python and Qt",
    "libsqlite3*": "the cache and the indexes",
    "libstdc++*": "C++ at run time, for Qt",
    "libX*": "X11, which Qt is linked with",
    "libxcb*": "X11, which Qt is linked with",
    "libxkb*": "keyboard layouts, for Qt",
    "libglib*": "Qt's core is linked with it",
    "libpcre2*": "GLib is linked with it",
    "libgcrypt*": "systemd's library, which D-Bus is linked with, needs it",
    "libsystemd*": "D-Bus is linked with it",
    "libdbus*": "D-Bus: notices, the tray, portals",
    "libkrb5*": "Kerberos: Qt's network library is linked with it",
    "libgssapi*": "Kerberos: Qt's network library is linked with it",
    "libk5crypto*": "Kerberos: Qt's network library is linked with it",
    "libfreetype*": "fonts",
    "libfontconfig*": "fonts",
    "libzstd*": "compression, for Qt",
}
"""Why a file is shipped, by a pattern of its path below the program's folder; the first counts."""


def is_shipped(path: str, languages: Iterable[str]) -> bool:
    """Return whether a collected file belongs into the frozen program.

    Args:
        path: its path in the program's folder.
        languages: ISO 639-1 codes of the program's languages.
    """
    posix = PurePosixPath(path.replace("\\", "/"))
    parts = posix.parts
    if any(fnmatch.fnmatch(posix.name, pattern) for pattern in _HOST_LIBRARIES):
        return False
    if parts[0] == "resources":
        # Catalogues' sources, and what only the packages and the README need.
        return posix.suffix != ".ts" and parts[1:2] != ("screenshots",)
    if parts[0] != "PySide6":
        return True
    if "translations" in parts:
        return posix.name in {f"qtbase_{code}.qm" for code in languages}
    if "plugins" in parts:
        below = "/".join(parts[parts.index("plugins") + 1 :])
        return not any(fnmatch.fnmatch(below, pattern) for pattern in LEFT_OUT_PLUGINS)
    return True


def reason(path: str) -> str | None:
    """Return why a file is shipped; None where no pattern names it.

    Args:
        path: its path below the program's folder, or below `_internal` of it.
    """
    name = path.replace("\\", "/").removeprefix("_internal/")
    return next((why for glob, why in REASONS.items() if fnmatch.fnmatch(name, glob)), None)


def unneeded_libraries(
    files: Mapping[str, str], needed_by: Callable[[str], Iterable[str]]
) -> set[str]:
    """Return the paths of shared libraries that no other file of the program needs.

    They were collected for something that has been left out since.

    Args:
        files: the source of each collected binary, by its path in the program's folder.
        needed_by: the names of the libraries that a binary is linked with, and those in turn.
    """
    libraries = {path for path in files if _LIBRARY.fullmatch(path)}
    needed = {
        name
        for path, source in files.items()
        if path not in libraries
        for name in needed_by(source)
    }
    return {path for path in libraries if PurePosixPath(path).name not in needed}
