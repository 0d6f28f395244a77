"""The Windows installer: its file list, and a run of it under Wine where there is one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_app.project import PackageError
from build_app.windows import installer, signature

FOLDER = Path("/build/osubrowser")
NAMES = st.lists(st.sampled_from(["_internal", "PIL", "a b", "ü", "x.dll"]), min_size=1, max_size=4)


def macro(text: str, name: str) -> list[str]:
    found = re.search(rf"!macro {name}\n(.*?)!macroend", text, re.DOTALL)
    assert found
    return found[1].splitlines()


def installed(lines: Sequence[str]) -> list[str]:
    """Return the paths that the commands write, as NSIS reads them."""
    folder, paths = "", []
    for line in lines:
        command, value = re.fullmatch(r'(SetOutPath|File) "(.*)"', line).groups()  # type: ignore[union-attr]
        if command == "SetOutPath":
            folder = value
        else:
            paths.append(f"{folder}\\{value.rsplit('/', 1)[-1]}")
    return paths


@given(st.sets(st.builds(lambda parts: PurePosixPath(*parts), NAMES), min_size=1))
def test_what_is_installed_is_what_is_removed(names: set[PurePosixPath]) -> None:
    text = installer.file_list(FOLDER, names)
    removal = macro(text, "UninstallFiles")
    deleted = [line.split('"')[1] for line in removal if line.startswith("Delete ")]
    assert sorted(installed(macro(text, "InstallFiles"))) == sorted(deleted)
    folders = [line.split('"')[1] for line in removal if line.startswith("RMDir ")]
    parents = {"$INSTDIR\\" + "\\".join(one.parts) for name in names for one in name.parents}
    assert set(folders) == parents - {"$INSTDIR\\"}
    for index, one in enumerate(folders):  # the folders in a folder go first
        assert not any(later.startswith(f"{one}\\") for later in folders[index + 1 :])


def test_nothing_is_removed_with_all_that_is_in_it_but_the_data_that_one_agreed_to() -> None:
    script = (Path(installer.__file__).parent / "installer.nsi").read_text("utf-8")
    assert re.findall(r"RMDir /r .*", script) == ['RMDir /r "${DATA}"']
    question = script.index("$(RemoveData)", script.index("Section Uninstall"))
    assert question < script.index("RMDir /r")
    assert "MB_DEFBUTTON2" in script
    assert "/SD IDNO" in script[question : question + 40]


@pytest.mark.parametrize("name", ["a:b", "a$b", 'a"b', "a\nb", "a.", "a ", "con?", "sub/a*"])
def test_a_name_that_windows_or_the_script_cannot_have_stops_the_build(name: str) -> None:
    with pytest.raises(PackageError, match="is no name for a file on Windows"):
        installer.file_list(FOLDER, [PurePosixPath(name)])


def test_two_names_that_are_one_on_windows_stop_the_build() -> None:
    with pytest.raises(PackageError, match="are one file on Windows"):
        installer.file_list(FOLDER, [PurePosixPath("A/x"), PurePosixPath("a/X")])


def test_without_the_compiler_the_error_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.setenv("ProgramFiles(x86)", str(tmp_path))
    with pytest.raises(PackageError, match="install NSIS"):
        installer.build(tmp_path, "0.1.0", tmp_path)


def frozen_folder(folder: Path, *names: str) -> Path:
    for name in ("osubrowser.exe", *names):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    return folder


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed")
def test_the_script_compiles_without_a_warning(tmp_path: Path) -> None:
    folder = frozen_folder(tmp_path / "osubrowser", "_internal/a b.dll", "_internal/ü/c.txt")
    package = installer.build(folder, "1.2.3", tmp_path, options=["-DFAST"])
    assert re.fullmatch(r"osubrowser-1\.2\.3-windows-\w+-setup\.exe", package.name)
    data = package.read_bytes()
    assert data.startswith(b"MZ")
    assert "ProductVersion\0\x001.2.3".encode("utf-16-le")[:28] in data
    assert "1.2.3".encode("utf-16-le") in data


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed")
@pytest.mark.skipif(sys.platform == "win32", reason="the command is a script of a shell")
def test_installer_and_uninstaller_are_signed_by_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, tool = tmp_path / "log", tmp_path / "sign tool"
    tool.write_text(f'#!/bin/sh\nhead -c 2 "$2" >>"{log}"; echo " $1 $2" >>"{log}"\n')
    tool.chmod(0o755)
    monkeypatch.setenv("OSUBROWSER_SIGN_WINDOWS", f'"{tool}" /sign')
    folder = frozen_folder(tmp_path / "osubrowser")
    package = installer.build(folder, "1.2.3", tmp_path, options=["-DFAST"])
    signature.sign(tool)
    signed = log.read_text().splitlines()
    assert len(signed) == 3
    assert [line.split()[:2] for line in signed] == [
        ["MZ", "/sign"],
        ["MZ", "/sign"],
        ["#!", "/sign"],
    ]
    assert str(package) in signed[1]

    tool.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(subprocess.CalledProcessError):
        installer.build(folder, "1.2.4", tmp_path, options=["-DFAST"])
    with pytest.raises(subprocess.CalledProcessError):
        signature.sign(package)


@dataclass
class Wine:
    """A Windows of its own, with the installers of two versions.

    Attributes:
        environment: the environment of its programs.
        home: the user's folder.
        out: the folder of the installers.
    """

    environment: dict[str, str]
    home: Path
    out: Path

    @property
    def program(self) -> Path:
        """The folder of the installation."""
        return self.home / "AppData" / "Local" / "Programs" / "osubrowser"

    @property
    def data(self) -> Path:
        """The folder of the user's data."""
        return self.home / "AppData" / "Local" / "osubrowser"

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["wine", *command],
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=300,
            check=False,
        )

    def install(self, version: str, *options: str) -> int:
        (setup,) = self.out.glob(f"osubrowser-{version}-*.exe")
        return self.run(str(setup), "/S", *options).returncode

    def uninstall(self) -> int:
        # It runs in place, and leaves itself: as a copy of itself it would outlive this call.
        folder = self.run("winepath", "-w", str(self.program)).stdout.strip()
        uninstaller = self.program / "uninstall.exe"
        status = self.run(str(uninstaller), "/S", f"_?={folder}").returncode
        if status == 0:
            uninstaller.unlink()
        return status

    def value(self, key: str, name: str = "") -> str | None:
        """Return a value in the user's registry; None where there is none."""
        which = ("/v", name) if name else ("/ve",)
        done = self.run("reg", "query", f"HKCU\\{key}", *which)
        found = re.search(r"REG_\w+[ ]*([^\r\n]*)", done.stdout)
        if done.returncode != 0 or found is None or "(value not set)" in found[1]:
            return None
        return found[1].strip()


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    """A fresh Windows 10; installers for it are 64-bit, so that they need no 32-bit libraries."""
    if not os.environ.get("OSUBROWSER_WINE"):
        pytest.skip("takes minutes: set OSUBROWSER_WINE=1")
    missing = [one for one in ("makensis", "wine", "wineserver") if shutil.which(one) is None]
    if missing or sys.platform != "linux":
        pytest.skip(f"not installed: {', '.join(missing)}")
    if not any(Path("/usr/share/nsis/Stubs").glob("*-amd64-unicode")):
        pytest.skip("this NSIS makes no 64-bit installers")
    prefix = tmp_path_factory.mktemp("wine")
    environment = {
        **os.environ,
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=",
        "DISPLAY": "",
        "LC_ALL": "C.UTF-8",
    }
    for command in (["wineboot", "-i"], ["wine", "winecfg", "-v", "win10"]):
        subprocess.run(command, env=environment, capture_output=True, timeout=600, check=True)
    users = [one for one in (prefix / "drive_c" / "users").iterdir() if one.name != "Public"]
    out = tmp_path_factory.mktemp("installers")
    for version, names in {
        "1.0.0": ("_internal/old.dll", "_internal/gone/a.txt"),
        "1.1.0": ("_internal/new.dll",),
    }.items():
        folder = frozen_folder(tmp_path_factory.mktemp(f"v{version}"), *names)
        options = ["-DFAST", "-DTARGET=amd64-unicode"]
        installer.build(folder, version, out, options=options, program="osubrowser.exe")
    yield Wine(environment, users[0], out)
    subprocess.run(["wineserver", "-k", "-w"], env=environment, timeout=120, check=False)


CLASSES = r"Software\Classes"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\osubrowser"


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_installation_upgrade_and_removal(wine: Wine) -> None:
    assert wine.install("1.0.0") == 0
    first = {"osubrowser.exe", "uninstall.exe", "_internal/old.dll", "_internal/gone/a.txt"}
    assert files(wine.program) == first
    assert wine.value(UNINSTALL, "DisplayVersion") == "1.0.0"
    for kind in ("osubrowser", "osubrowser.Replay"):
        command = wine.value(rf"{CLASSES}\{kind}\shell\open\command")
        assert command is not None
        assert command.endswith(r'\Programs\osubrowser\osubrowser.exe" "%1"')
    assert wine.value(rf"{CLASSES}\osubrowser", "URL Protocol") == ""
    assert wine.value(rf"{CLASSES}\.osr\OpenWithProgids", "osubrowser.Replay") == ""
    assert wine.value(rf"{CLASSES}\.osr") is None  # the default is not taken

    (wine.data / "Cache").mkdir(parents=True)
    (wine.data / "settings.json").write_text("{}")
    (wine.program / "notes.txt").write_text("of the user")
    assert wine.install("1.1.0") == 0
    own = {"osubrowser.exe", "uninstall.exe", "_internal/new.dll"}
    assert files(wine.program) == own | {"notes.txt"}
    assert not (wine.program / "_internal" / "gone").exists()
    assert wine.value(UNINSTALL, "DisplayVersion") == "1.1.0"

    assert wine.uninstall() == 0
    assert files(wine.program) == {"notes.txt"}
    assert (wine.data / "settings.json").exists()
    assert wine.value(UNINSTALL, "DisplayName") is None
    for kind in ("osubrowser", "osubrowser.Replay", r"Applications\osubrowser.exe"):
        assert wine.value(rf"{CLASSES}\{kind}\shell\open\command") is None
    assert wine.value(rf"{CLASSES}\.osr\OpenWithProgids", "osubrowser.Replay") is None
    assert wine.value(r"Software\RegisteredApplications", "osubrowser") is None
    assert not list(wine.home.rglob("osubrowser.lnk"))


def test_the_default_is_taken_on_request_kept_by_an_upgrade_and_given_back(wine: Wine) -> None:
    wine.run("reg", "add", rf"HKCU\{CLASSES}\.osr", "/ve", "/d", "osu", "/f")
    assert wine.install("1.0.0", "/DEFAULT") == 0
    assert wine.value(rf"{CLASSES}\.osr") == "osubrowser.Replay"
    assert wine.install("1.1.0") == 0
    assert wine.value(rf"{CLASSES}\.osr") == "osubrowser.Replay"
    assert wine.uninstall() == 0
    assert wine.value(rf"{CLASSES}\.osr") == "osu"


def test_a_program_that_cannot_be_replaced_stops_it_before_anything_changes(wine: Wine) -> None:
    assert wine.install("1.0.0") == 0
    before = files(wine.program)
    program = wine.program / "osubrowser.exe"
    program.unlink()
    program.mkdir()  # not to be opened for writing, like one that runs
    try:
        assert wine.install("1.1.0") == 3
        assert files(wine.program) == before - {"osubrowser.exe"}
        assert wine.value(UNINSTALL, "DisplayVersion") == "1.0.0"
        assert wine.uninstall() == 3
        assert files(wine.program) == before - {"osubrowser.exe"}
    finally:
        program.rmdir()
    assert wine.uninstall() == 0
