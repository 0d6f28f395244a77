"""Version resource of the Windows program, which the properties of the file show."""

from __future__ import annotations

import re

_NEUTRAL = 1033, 1200  # English, UTF-16


def numbers(version: str) -> tuple[int, int, int, int]:
    """Return the four numbers of a version resource.

    Args:
        version: a version as of PEP 440; what follows its release number is left out.

    Raises:
        ValueError: it does not begin with a release number.
    """
    found = re.match(r"\d+(?:\.\d+){0,3}", version)
    if found is None:
        raise ValueError(f"{version!r} is no version")
    parts = [int(part) for part in found[0].split(".")]
    first, second, third, fourth = [*parts, 0, 0, 0][:4]
    return first, second, third, fourth


def resource(version: str) -> str:
    """Return the resource in the notation that PyInstaller reads from a file."""
    words = {
        "CompanyName": "osubrowser contributors",
        "FileDescription": "osubrowser",
        "FileVersion": version,
        "InternalName": "osubrowser",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": "osubrowser.exe",
        "ProductName": "osubrowser",
        "ProductVersion": version,
    }
    language, encoding = _NEUTRAL
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in words.items())
    table = f"StringTable('{language:04X}{encoding:04X}', [{strings}])"
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers(version)}, "
        f"prodvers={numbers(version)}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0, "
        f"date=(0, 0)), kids=[StringFileInfo([{table}]), "
        f"VarFileInfo([VarStruct('Translation', [{language}, {encoding}])])])\n"
    )
