"""Country flags as SVG, 36 x 26 in the middle of 36 x 36, as on the website."""

from __future__ import annotations

from osubrowser.resources import resource_path

_FIRST_LETTER = 0x1F1E6


def code_of(file: str) -> str | None:
    """Return the country code that a file name like `1f1e6-1f1fa.svg` stands for, or None."""
    parts = file.removesuffix(".svg").split("-")
    try:
        letters = [int(part, 16) - _FIRST_LETTER for part in parts]
    except ValueError:
        return None
    if len(letters) != 2 or not all(0 <= letter < 26 for letter in letters):
        return None
    return "".join(chr(ord("A") + letter) for letter in letters)


def file_of(code: str) -> str:
    """Return the name of a country's flag file on the website."""
    return "-".join(f"{_FIRST_LETTER + ord(letter) - ord('A'):x}" for letter in code) + ".svg"


def flag(code: str) -> str | None:
    """Return a country's flag as SVG text, or None if there is no such flag."""
    file = resource_path("demo", "flags", f"{code}.svg")
    return file.read_text("utf-8").rstrip("\n") if code and file.is_file() else None
