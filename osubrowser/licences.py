"""Licence texts of the libraries: of a frozen program's file, or of the installed packages."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

FILE: Final = "LICENCES.txt"
"""Name of the file in a frozen program."""

_RULE: Final = "=" * 78
_OWN: Final = "osubrowser"
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LICENCE_FILE: Final = re.compile(r"(?i)(licen[cs]e|copying|notice|authors)")


@dataclass(frozen=True, slots=True)
class LicenceText:
    """Licence of one library, or of several with the same text.

    Attributes:
        title: their names and versions, on one line.
        text: the text; it may be empty.
    """

    title: str
    text: str


def join(texts: Iterable[LicenceText]) -> str:
    """Return licence texts as one, which `split` takes apart."""
    return "".join(f"{_RULE}\n{one.title}\n{_RULE}\n\n{one.text.strip()}\n\n" for one in texts)


def split(text: str) -> list[LicenceText]:
    """Return the licence texts that `join` has put together; what stands before is left out."""
    parts = re.split(rf"^{_RULE}\n(.*)\n{_RULE}\n", text, flags=re.MULTILINE)
    return [
        LicenceText(title, body.strip())
        for title, body in zip(parts[1::2], parts[2::2], strict=True)
    ]


def load() -> list[LicenceText]:
    """Return the licence texts of everything that this program consists of. Reads files.

    Run from its source, it is those of the installed packages that it needs.

    Raises:
        OSError: a file cannot be read.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return split((Path(frozen) / FILE).read_text("utf-8"))
    return [_installed(one) for one in needed(_OWN)]


def needed(name: str) -> list[Distribution]:
    """Return an installed package and the installed ones that it needs, by name.

    A package that is not installed is left out, and with it what only it needs.
    """
    found = dict[str, Distribution]()
    todo = [name]
    while todo:
        key = re.sub(r"[-_.]+", "-", todo.pop()).lower()
        if key in found:
            continue
        try:
            one = distribution(key)
        except PackageNotFoundError:
            continue
        found[key] = one
        for line in one.requires or ():
            match = _NAME.match(line)
            if match and "extra ==" not in line:
                todo.append(match[0])
    return [found[key] for key in sorted(found)]


def licence_files(one: Distribution) -> Iterator[Path]:
    """Yield the licence files among the metadata of an installed package."""
    for file in one.files or ():
        inside = ".dist-info" in file.parts[0] and "sboms" not in file.parts
        if inside and _LICENCE_FILE.match(file.name):
            yield Path(str(one.locate_file(file)))


def licence_name(one: Distribution) -> str:
    """Return the licence that an installed package names; "" for none."""
    metadata = one.metadata
    for key in ("License-Expression", "License"):
        given = metadata[key].strip() if key in metadata else ""
        if given and "\n" not in given:  # some have the text in it
            return given
    classes = [str(row) for row in metadata.get_all("Classifier") or ()]
    return ", ".join(row.rsplit(" :: ", 1)[-1] for row in classes if row.startswith("License :: "))


def read_text(file: Path) -> str:
    """Return the text of a file, with damaged characters replaced."""
    return file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\f", "")


def _installed(one: Distribution) -> LicenceText:
    texts = [read_text(file).strip() for file in licence_files(one)]
    named = licence_name(one)
    title = f"{one.name} {one.version}" + (f" ({named})" if named else "")
    return LicenceText(title, "\n\n".join(texts) or named)
