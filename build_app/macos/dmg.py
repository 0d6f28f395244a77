"""macOS disk image of the application bundle; signed and notarised where there is an identity.

Not tried outside of the workflow that runs it: dmgbuild and codesign are macOS's.
"""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path
from typing import Final

from build_app.project import PackageError

ENTITLEMENTS: Final = Path(__file__).with_name("entitlements.plist")
_MAGIC: Final = frozenset(
    bytes.fromhex(one) for one in ("cffaedfe", "cefaedfe", "feedfacf", "feedface", "cafebabe")
)
"""First bytes of Mach-O files of one architecture, in both orders, and of several."""


def settings(bundle: Path) -> dict[str, object]:
    """Return dmgbuild's settings: the bundle beside a link to the applications, to drag it onto."""
    return {
        "format": "ULMO",  # LZMA; every supported macOS reads it
        "files": [str(bundle)],
        "symlinks": {"Applications": "/Applications"},
        "icon": str(bundle / "Contents" / "Resources" / "osubrowser.icns"),
        "background": "builtin-arrow",
        "window_rect": ((200, 200), (640, 280)),
        "icon_size": 128,
        "icon_locations": {bundle.name: (140, 120), "Applications": (500, 120)},
    }


def signing_commands(bundle: Path, identity: str) -> list[list[str]]:
    """Return the commands that sign a bundle: each file of code in it, then the bundle.

    Args:
        bundle: the application bundle.
        identity: name of a "Developer ID Application" certificate in the keychain.
    """
    sign = ["codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity]
    sign += ["--entitlements", str(ENTITLEMENTS)]
    code = [path for path in sorted(bundle.rglob("*")) if _is_code(path)]
    code.sort(key=lambda path: len(path.parts), reverse=True)  # what contains others comes later
    return [[*sign, str(path)] for path in [*code, bundle]]


def _is_code(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) in _MAGIC


def build(bundle: Path, version: str, out: Path) -> Path:
    """Build the disk image.

    Two environment variables, both optional: OSUBROWSER_SIGN_MACOS is the identity that signs,
    OSUBROWSER_NOTARY_PROFILE the keychain profile of notarytool that sends the image to Apple.

    Args:
        bundle: the application bundle.
        version: its version as of PEP 440.
        out: an existing folder for the image.

    Returns:
        The path of the image.

    Raises:
        PackageError: dmgbuild is missing.
        subprocess.CalledProcessError: a command of the signature failed; it has printed why.
    """
    try:
        import dmgbuild
    except ImportError as error:
        raise PackageError("dmgbuild is missing: a .dmg is built on macOS") from error
    identity = os.environ.get("OSUBROWSER_SIGN_MACOS")
    profile = os.environ.get("OSUBROWSER_NOTARY_PROFILE")
    package = out / f"osubrowser-{version}-macos-{platform.machine()}.dmg"
    commands = signing_commands(bundle, identity) if identity else []
    for command in commands:
        subprocess.run(command, check=True)
    dmgbuild.build_dmg(str(package), f"osubrowser {version}", settings=settings(bundle))
    after = []
    if identity:
        after.append(["codesign", "--timestamp", "--sign", identity, str(package)])
    if identity and profile:
        submit = ["xcrun", "notarytool", "submit", "--wait", "--keychain-profile", profile]
        after += [[*submit, str(package)], ["xcrun", "stapler", "staple", str(package)]]
    for command in after:
        subprocess.run(command, check=True)
    return package
