"""Licence file of the frozen program: the licence texts of every component in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from license_expression import (
    ExpressionError,
    LicenseSymbol,
    LicenseWithExceptionSymbol,
    Licensing,
    get_spdx_licensing,
)

from build_app.inventory import Component
from build_app.project import ROOT, PackageError
from osubrowser import __version__
from osubrowser.licences import FILE, LicenceText, join

__all__ = ["FILE", "UnknownLicenceError", "document"]

_TEXTS: Final = Path(__file__).parent / "licence_texts"
_COMMON: Final = Path("/usr/share/common-licenses")
"""Licences that Debian's copyright files refer to."""

_QT: Final = {"pyside6", "pyside6-essentials", "pyside6-addons", "shiboken6"}
_AT_HAND: Final = frozenset(file.stem for file in _TEXTS.glob("*.txt")) - {"qt", "LGPL-3.0-only"}
"""Licences and exceptions whose texts components without a text of their own are given."""


class UnknownLicenceError(PackageError):
    """Components are shipped whose licence is not known.

    Args:
        names: their names, and what their metadata says.
    """

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__("No licence is known of: " + ", ".join(names))


def document(components: Sequence[Component]) -> str:
    """Return the licence file of the program.

    Args:
        components: the inventory of the program.

    Raises:
        UnknownLicenceError: a component has neither a licence text nor a known licence.
    """
    sections = [LicenceText(f"osubrowser {__version__} (MIT)", _read(ROOT / "LICENSE"))]
    groups = defaultdict[str, list[str]](list)  # titles by text
    compiled = defaultdict[str, list[str]](list)  # lines by parent
    standard, unknown = set[str](), list[str]()
    for one in components:
        title = f"{one.name} {one.version}" + (f" ({one.licence})" if one.licence else "")
        chosen = choice(one.licence)
        if one.parent:
            compiled[one.parent].append(title)
        if _is_qt(one):
            groups[_qt_notice()].append(title)
        elif one.texts:
            groups["\n\n".join(text.strip() for text in one.texts)].append(title)
        elif chosen is None:
            unknown.append(title)
        else:
            standard |= chosen
    if unknown:
        raise UnknownLicenceError(unknown)
    sections += [LicenceText(", ".join(titles), text) for text, titles in groups.items()]
    for parent, titles in compiled.items():
        lines = "\n".join(sorted(titles, key=str.lower))
        sections.append(
            LicenceText(
                f"Compiled into {parent}",
                f"The makers of {parent} name these parts and their licences; the texts of the "
                f"licences are below.\n\n{lines}",
            )
        )
    referred = set().union(*(references(section.text) for section in sections))
    sections += [LicenceText(name, _read(_TEXTS / f"{name}.txt")) for name in sorted(standard)]
    sections += [
        LicenceText(f"Debian's {name}", _read(_COMMON / name))
        for name in sorted(referred)
        if (_COMMON / name).is_file()
    ]
    if any(_is_qt(one) for one in components):
        lgpl = "LGPL-3.0-only"
        sections.append(LicenceText(f"{lgpl}, of Qt", _read(_TEXTS / f"{lgpl}.txt")))
        sections.append(LicenceText("Unicode-3.0, of ICU", _read(_TEXTS / "Unicode-3.0.txt")))
    head = (
        f"osubrowser {__version__} is under the MIT licence. What it consists of has licences of "
        "its own, which follow.\n\n"
    )
    return head + join(sections)


def choice(expression: str) -> frozenset[str] | None:
    """Return the licences to comply with, of those whose texts are at hand.

    Args:
        expression: an SPDX expression, with alternatives by OR.

    Returns:
        Their names, those of the first alternative that is known; None if none is.
    """
    try:
        parsed = _notation().parse(expression)
    except ExpressionError:
        return None
    return None if parsed is None else _choice(parsed)


@cache
def _notation() -> Licensing:
    return get_spdx_licensing()


def _choice(node: object) -> frozenset[str] | None:
    if isinstance(node, LicenseWithExceptionSymbol):
        names = {node.license_symbol.key, node.exception_symbol.key}
    elif isinstance(node, LicenseSymbol):
        names = {node.key}
    else:
        found = [_choice(one) for one in getattr(node, "args", ())]
        if getattr(node, "operator", "").strip() == "OR":
            return next((one for one in found if one is not None), None)
        return None if None in found else frozenset().union(*filter(None, found))
    return frozenset(names) if names <= _AT_HAND else None


def references(text: str) -> set[str]:
    """Return the names of Debian's common licences that a copyright file refers to."""
    names = re.findall(r"/usr/share/common-licen[cs]es/([A-Za-z0-9.+-]+)", text)
    return {name.rstrip(".+-") for name in names}


def _is_qt(one: Component) -> bool:
    return one.name.lower().replace("_", "-") in _QT


def _qt_notice() -> str:
    return _read(_TEXTS / "qt.txt")


def _read(file: Path) -> str:
    return file.read_text("utf-8").strip()
