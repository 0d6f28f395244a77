"""The Debian package: its control files, its dependencies, and what dpkg and lintian say of it."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from build_app import project
from build_app.linux import deb, dependencies
from build_app.project import PackageError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Debian packages are Linux's")
needs_dpkg = pytest.mark.skipif(
    shutil.which("dpkg-deb") is None or shutil.which("objdump") is None,
    reason="dpkg-deb and objdump are not both installed",
)
DATE = 1_700_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder like that of the frozen program: a program, a library with two names, licences."""
    root = tmp_path / "osubrowser"
    library = root / "_internal" / "libx.so.1.2"
    library.parent.mkdir(parents=True)
    program = shutil.which("true")
    assert program is not None
    shutil.copyfile(program, root / "osubrowser")
    library.write_bytes(b"no library")
    (root / "_internal" / "libx.so.1").symlink_to("libx.so.1.2")
    (root / "LICENCES.txt").write_text("Copyright 2026 of all of it\n")
    return root


@pytest.fixture(autouse=True)
def date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(DATE))


@pytest.mark.parametrize(
    ("version", "debian"),
    [
        ("0.1.0", "0.1.0-1"),
        ("1.0rc2", "1.0~rc2-1"),
        ("1.0a1.dev3", "1.0~a1~dev3-1"),
        ("1.0.dev3", "1.0~dev3-1"),
        ("1.0.post1", "1.0.post1-1"),
        ("1.0+local.2", "1.0+local.2-1"),
    ],
)
def test_versions(version: str, debian: str) -> None:
    assert deb.debian_version(version) == debian


@needs_dpkg
def test_versions_sort_as_they_do_for_python() -> None:
    ordered = ["1.0a1.dev1", "1.0a1", "1.0b1", "1.0rc1", "1.0", "1.0.post1", "1.1"]
    versions = [deb.debian_version(one) for one in ordered]
    for older, newer in pairwise(versions):
        command = ["dpkg", "--compare-versions", older, "lt", newer]
        assert subprocess.run(command, check=False).returncode == 0, (older, newer)


@pytest.mark.parametrize("version", ["1!1.0", "v1", "1.0-1", "1.0 ", ""])
def test_a_version_that_debian_would_read_otherwise_is_an_error(version: str) -> None:
    with pytest.raises(ValueError, match="is no version"):
        deb.debian_version(version)


def test_dependencies_are_read_from_the_files() -> None:
    listing = """
  NEEDED               libxcb.so.1
  NEEDED               libc.so.6
    0x06969189 0x00 05 GLIBC_2.4
    0x069691b4 0x00 02 GLIBC_2.34
    0x09691974 0x00 03 GLIBC_2.3.4
    0x0d696914 0x00 09 GLIBC_PRIVATE
  NEEDED               libxcb.so.1
"""
    binary = dependencies.read(listing)
    assert binary.needed == {"libxcb.so.1", "libc.so.6"}
    assert binary.glibc == (2, 34)
    clauses = dependencies.clauses(binary.needed, binary.glibc)
    assert clauses == sorted(clauses)
    assert {"libxcb1", "libc6 (>= 2.34)", "xkb-data"} <= set(clauses)
    assert len([one for one in clauses if one.startswith("libc6")]) == 1


def test_a_library_of_an_unknown_package_stops_the_build() -> None:
    with pytest.raises(PackageError, match=r"libgtk-9\.so\.1"):
        dependencies.clauses({"libgtk-9.so.1", "libc.so.6"}, (2, 34))


def test_without_dpkg_the_error_names_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PackageError, match="dpkg-deb is missing"):
        deb.build(folder, "0.1.0", tmp_path)


@needs_dpkg
def test_two_builds_are_one_package_to_the_byte(folder: Path, tmp_path: Path) -> None:
    packages = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        packages.append(deb.build(folder, "0.1.0", tmp_path / name).read_bytes())
        (folder / "osubrowser").touch()  # another build's date
        (folder / "osubrowser").chmod(0o700)
    assert packages[0] == packages[1]


@needs_dpkg
def test_the_package_holds_what_debian_wants(folder: Path, tmp_path: Path) -> None:
    package = deb.build(folder, "0.1.0", tmp_path)
    listing = subprocess.run(
        ["dpkg-deb", "-c", str(package)], capture_output=True, text=True, check=True
    ).stdout
    assert "./usr/bin/osubrowser -> ../lib/osubrowser/osubrowser" in listing
    assert "./usr/lib/osubrowser/_internal/libx.so.1 -> libx.so.1.2" in listing
    owners = {tuple(line.split()[1:2]) for line in listing.splitlines()}
    assert owners == {("root/root",)}
    modes = {line.split()[5]: line.split()[0] for line in listing.splitlines()}
    assert modes["./usr/lib/osubrowser/osubrowser"] == "-rwxr-xr-x"
    assert modes["./usr/lib/osubrowser/LICENCES.txt"] == "-rw-r--r--"

    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "-R", str(package), str(root)], check=True)
    done = subprocess.run(
        ["md5sum", "--check", "--strict", "--quiet", "DEBIAN/md5sums"], cwd=root, check=False
    )
    assert done.returncode == 0
    summed = (root / "DEBIAN" / "md5sums").read_text().splitlines()
    files = [one for one in (root / "usr").rglob("*") if one.is_file() and not one.is_symlink()]
    assert len(summed) == len(files)
    documents = root / "usr/share/doc/osubrowser"
    assert "Copyright 2026 of all of it" in (documents / "copyright").read_text()
    assert b"osubrowser (0.1.0-1)" in gzip.decompress(
        (documents / "changelog.Debian.gz").read_bytes()
    )
    control = (root / "DEBIAN" / "control").read_text()
    size = re.search(r"^Installed-Size: (\d+)$", control, re.MULTILINE)
    assert size
    assert int(size[1]) >= sum(one.stat().st_size for one in files) // 1024
    assert not (root / "DEBIAN" / "postinst").exists()  # the triggers of others index its files


@needs_dpkg
def test_lintian_finds_nothing(folder: Path, tmp_path: Path) -> None:
    if shutil.which("lintian") is None:
        pytest.skip("lintian is not installed")
    package = deb.build(folder, "0.1.0", tmp_path)
    done = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error,warning", str(package)],
        capture_output=True,
        text=True,
        check=False,
    )
    # The stand-in for the program is one of the system's own, linked as Debian wants it.
    assert done.returncode == 0, done.stdout


def test_each_override_of_lintian_has_a_reason() -> None:
    text = (Path(deb.__file__).parent / "lintian-overrides").read_text("utf-8")
    assert text.startswith("# ")
    assert all(line.startswith(("# ", "osubrowser: ")) for line in text.splitlines())


def test_the_date_of_the_source_is_given_or_that_of_its_last_commit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert project.source_date() == DATE
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert project.source_date() > DATE
