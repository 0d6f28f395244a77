"""Inventory of the frozen program: every component that is shipped, and the files it came from."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path
from typing import Final

from build_app.project import ROOT, PackageError
from osubrowser.licences import licence_files, licence_name, read_text

FILE: Final = "inventory.json"

_COPYRIGHT = "/usr/share/doc/{package}/copyright"

_MICROSOFT: Final = re.compile(
    r"(?i)(api-ms-win-.+|ucrtbase|vcruntime\d.*|msvcp\d.*|concrt\d.*)\.dll"
)
_MICROSOFT_TEXT: Final = (
    "Files of the Microsoft Visual C++ runtime and of the Universal C Runtime, which Microsoft "
    "allows to distribute unchanged with programs that need them, under the licence terms of "
    "Visual Studio."
)

TocRow = tuple[str, str, str]
"""Row of PyInstaller's tables of contents: name in the program, source, kind."""


@dataclass(frozen=True, slots=True)
class Component:
    """Component of the frozen program.

    Attributes:
        name: its name where it comes from.
        version: its version there.
        origin: "pypi", "cargo" (compiled into another component), "deb", or "generic".
        licence: SPDX expression, or another name of its licence; "" where only texts say it.
        texts: its licence texts.
        parent: name of the component that it is compiled into; "" for none.
    """

    name: str
    version: str
    origin: str
    licence: str = ""
    texts: tuple[str, ...] = ()
    parent: str = ""


class UnknownOriginError(PackageError):
    """Files are shipped that belong to no known component.

    Args:
        files: their paths.
    """

    def __init__(self, files: Iterable[str]) -> None:
        super().__init__("No component is known of: " + ", ".join(sorted(files)))


def read(*tables: Iterable[TocRow]) -> list[Component]:
    """Return the components that PyInstaller's tables lead to, sorted by origin and name.

    Args:
        tables: modules, scripts, binaries and data files of the program.

    Raises:
        UnknownOriginError: a file belongs to no component.
    """
    found = {"pyinstaller": _package(distribution("pyinstaller"))}  # its start-up code
    found["python"] = _python()
    system, unknown = set[str](), set[str]()
    for _, source, kind in (row for table in tables for row in table):
        if kind == "SYMLINK" or source in {"", "-"}:
            continue
        path = Path(source)
        if path.name == "base_library.zip" or path.is_relative_to(ROOT / "resources"):
            continue
        if path.is_relative_to(ROOT / "osubrowser"):
            continue
        name = _packages_by_file().get(str(path)) or _packages_by_file().get(str(path.resolve()))
        if name is not None:
            found[name] = _package(distribution(name))
        elif _MICROSOFT.fullmatch(path.name):
            name = "microsoft-visual-cpp-runtime"
            found[name] = Component(name, "14", "generic", "", (_MICROSOFT_TEXT,))
        elif not _is_python(path):
            system.add(source)
    for source, package in _debian_packages(system).items():
        if package:
            found[package] = _debian_package(package)
        else:
            unknown.add(source)
    if unknown:
        raise UnknownOriginError(unknown)
    found.pop("osubrowser", None)
    rows = [*found.values(), *(part for name in list(found) for part in _parts(name))]
    return sorted(rows, key=lambda row: (row.parent, row.origin, row.name.lower(), row.version))


def write(components: Sequence[Component], file: Path) -> None:
    """Write components to a JSON file."""
    file.write_text(json.dumps([asdict(one) for one in components], indent=1) + "\n", "utf-8")


def load(file: Path) -> list[Component]:
    """Return the components of a JSON file."""
    rows = json.loads(file.read_text("utf-8"))
    return [Component(**{**row, "texts": tuple(row["texts"])}) for row in rows]


# --- Python --------------------------------------------------------------------------------------


def _python() -> Component:
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    files = [place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file()]
    texts = tuple(read_text(file) for file in files[:1])
    return Component("python", sys.version.split()[0], "generic", "PSF-2.0", texts)


def _is_python(path: Path) -> bool:
    """Return whether a file is the interpreter's own, and no package of the system."""
    prefix = Path(sys.base_prefix).resolve()
    stdlib = Path(sysconfig.get_path("stdlib")).resolve()
    real = path.resolve()
    if real.is_relative_to(stdlib):
        return True
    return str(prefix) != "/usr" and real.is_relative_to(prefix)


@cache
def _packages_by_file() -> dict[str, str]:
    found = dict[str, str]()
    for one in distributions():
        # Both read files: once for each package.
        base, name = Path(str(one.locate_file(""))).resolve(), one.name
        found |= {os.path.normpath(base / file): name for file in one.files or ()}
    return found


def _package(one: Distribution) -> Component:
    texts = tuple(read_text(file) for file in licence_files(one))
    return Component(one.name, one.version, "pypi", licence_name(one), texts)


def _parts(name: str) -> Iterator[Component]:
    """Yield the components that a package's own bill of materials says it is compiled of."""
    try:
        files = distribution(name).files or ()
    except PackageNotFoundError:
        return
    for file in files:
        if "sboms" not in file.parts or file.suffix != ".json":
            continue
        for row in json.loads(file.read_text(encoding="utf-8")).get("components", ()):
            address = str(row.get("purl", ""))
            if address.startswith("pkg:cargo/"):
                licence = " AND ".join(
                    f"({each['expression']})" if " " in each["expression"] else each["expression"]
                    for each in row.get("licenses", ())
                    if "expression" in each
                )
                yield Component(row["name"], row["version"], "cargo", licence, parent=name)
            elif row["name"] == "openssl":
                yield Component("openssl", row["version"], "generic", "Apache-2.0", parent=name)


# --- libraries of the system ---------------------------------------------------------------------


def _debian_packages(files: Iterable[str]) -> dict[str, str]:
    """Return the Debian package of each file; "" for none."""
    wanted = {
        file: {file, str(Path(file).resolve()), *_other_names(file)} for file in sorted(files)
    }
    if not wanted:
        return {}
    try:
        done = subprocess.run(
            ["dpkg-query", "--search", *sorted(set().union(*wanted.values()))],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        return dict.fromkeys(wanted, "")
    owners = dict[str, str]()
    for line in done.stdout.splitlines():
        package, _, path = line.partition(": ")
        owners[path] = package.split(",")[0].split(":")[0]
    return {
        file: next((owners[name] for name in sorted(names) if name in owners), "")
        for file, names in wanted.items()
    }


def _other_names(file: str) -> Iterator[str]:
    """Yield other paths of a file on a system where `/lib` is a link to `/usr/lib`."""
    for name in (file, str(Path(file).resolve())):
        yield name.removeprefix("/usr") if name.startswith("/usr/lib") else f"/usr{name}"


def _debian_package(name: str) -> Component:
    done = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Version}\n", name],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    file = Path(_COPYRIGHT.format(package=name))
    texts = (read_text(file),) if file.is_file() else ()
    return Component(name, done.stdout.splitlines()[0], "deb", "", texts)
