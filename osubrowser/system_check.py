"""Checks of the libraries and of what they bring along, for `--self-test`.

A frozen program may lack a part that its start does not need. Each check returns what it found, in
a few words, and raises `MissingPartError` where a part is missing. They block, for seconds at most.
"""

from __future__ import annotations

import io
import os
import ssl
import sys
import wave
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QPluginLoader, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from osubrowser.services.images.decode import PictureSpec
    from osubrowser.services.images.decoder_process import DecoderProcess

_PLUGINS: Final = {
    "linux": (
        *("platforms/qxcb", "platforms/qwayland", "platforms/qoffscreen", "platforms/qminimal"),
        *("wayland-shell-integration/xdg-shell", "wayland-decoration-client/bradient"),
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platformthemes/qxdgdesktopportal",
        "tls/qopensslbackend",
    ),
    "win32": ("platforms/qwindows", "platforms/qoffscreen", "tls/qschannelbackend"),
    "darwin": ("platforms/qcocoa", "platforms/qoffscreen", "tls/qsecuretransportbackend"),
}
_PICTURE_PLUGINS: Final = (
    *("imageformats/qgif", "imageformats/qico", "imageformats/qjpeg"),
    *("imageformats/qsvg", "imageformats/qwebp", "iconengines/qsvgicon"),
)
_PICTURES: Final = ("PNG", "JPEG", "GIF", "WEBP")
_SVG: Final = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">'
    b'<rect width="8" height="8" fill="#f00"/></svg>'
)


class MissingPartError(Exception):
    """A part of the program is missing or does not work.

    Args:
        parts: what it is, in a few words.
    """

    def __init__(self, *parts: str) -> None:
        super().__init__("missing: " + ", ".join(parts))


def checks(window: QWidget) -> tuple[tuple[str, Callable[[], str]], ...]:
    """Return the name of each check, and the check.

    Args:
        window: the parent of dialogs.
    """
    return (
        ("plugins of Qt", load_plugins),
        ("decoding of pictures", decode_pictures),
        ("encryption", find_encryption),
        ("decoding of sound", decode_sound),
        ("keyrings", find_keyrings),
        ("bus of the desktop", find_bus),
        ("a file dialog", lambda: show_file_dialog(window)),
    )


def load_plugins() -> str:
    """Load the plugins of Qt that the program uses on this system.

    Those for Wayland need libraries that each desktop with Wayland has, and no other computer.
    """
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    names = (*_PLUGINS.get(sys.platform, ()), *_PICTURE_PLUGINS)
    failed, loaded = list[str](), 0
    for name in names:
        kind, _, stem = name.partition("/")
        files = [file for file in (folder / kind).glob(f"*{stem}.*") if file.suffix != ".debug"]
        if not files:
            failed.append(name)
        for file in files:
            loader = QPluginLoader(str(file))
            if loader.load():
                loaded += 1
            elif ": libwayland-" not in loader.errorString():
                failed.append(loader.errorString())
    if failed:
        raise MissingPartError(*failed)
    return f"{loaded} of {len(names)}"


def decode_pictures() -> str:
    """Decode a picture of each format, in the process that decodes those of the server."""
    from PIL import Image

    from osubrowser.services.images.decode import PictureSpec
    from osubrowser.services.images.decoder_process import DecoderProcess

    samples = {"SVG": _SVG}
    for kind in _PICTURES:
        file = io.BytesIO()
        Image.new("RGB", (8, 8), (255, 0, 0)).save(file, kind)
        samples[kind] = file.getvalue()
    process = DecoderProcess()
    try:
        target = PictureSpec(8, 8, "square")
        failed = [kind for kind, data in samples.items() if not _is_red(process, data, target)]
    finally:
        process.close()
    if failed:
        raise MissingPartError(*failed)
    return ", ".join(samples)


def _is_red(process: DecoderProcess, data: bytes, target: PictureSpec) -> bool:
    image = process.decode(data, target)
    if image is None:
        return False
    colour = image.pixelColor(4, 4)
    return bool(colour.red() > 200 and colour.green() < 60)


def find_encryption() -> str:
    """Look for TLS, of Qt and of Python, and for the certificates of authorities."""
    import certifi
    from PySide6.QtNetwork import QSslSocket

    if not QSslSocket.supportsSsl():
        raise MissingPartError("TLS of Qt")
    context = ssl.create_default_context(cafile=certifi.where())
    count = context.cert_store_stats()["x509_ca"]
    if not count:
        raise MissingPartError("certificates")
    return f"{QSslSocket.activeBackend()}, {ssl.OPENSSL_VERSION}, {count} certificates"


def decode_sound() -> str:
    """Decode a sound, where the library of sounds is there: not every system has it."""
    from osubrowser.services.audio.sound import NoSoundLibrary, decode

    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(2 * 800))
    try:
        decoded = decode(file.getvalue())
    except NoSoundLibrary:
        return "no sound library"
    return f"{decoded.seconds:.1f} s"


def find_keyrings() -> str:
    """Import the keyring's back end of this system; whether a keyring runs is no matter."""
    from keyring import backend

    if sys.platform == "linux":
        import keyring.backends.SecretService
    elif sys.platform == "darwin":
        import keyring.backends.macOS
    elif sys.platform == "win32":
        import keyring.backends.Windows  # noqa: F401
    names = {type(one).__module__.rsplit(".", 1)[-1] for one in backend.get_all_keyring()}
    return ", ".join(sorted(names))


def find_bus() -> str:
    """Connect to the bus of the desktop, where there is one."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return "none"
    from PySide6.QtDBus import QDBusConnection

    if not QDBusConnection.sessionBus().isConnected():
        raise MissingPartError("the session bus")
    return "connected"


def show_file_dialog(window: QWidget) -> str:
    """Show Qt's own file dialog, which is used where the desktop has none."""
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    is_shown = dialog.isVisible() and not dialog.grab().isNull()
    dialog.close()
    if not is_shown:
        raise MissingPartError("the file dialog")
    return "shown"
