"""What Linux desktops read: desktop entry, icons, metainfo, man page; judged by their own tools."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from build_app import project
from build_app.linux import share
from osubrowser import cli

DATE = 1_700_000_000
HOME = "https://example.org/osubrowser"


def judged(*command: str) -> str:
    """Run a tool of the desktop; return what it found, or skip where it is not installed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("share")
    share.write(root, "1.2.3", DATE)
    return root


def test_the_desktop_entry_is_valid(folder: Path) -> None:
    entry = folder / "applications" / "osubrowser.desktop"
    assert judged("desktop-file-validate", str(entry)) == ""


@pytest.mark.parametrize("home", ["", HOME])
def test_the_metainfo_is_valid(home: str, tmp_path: Path) -> None:
    file = tmp_path / f"{project.APPLICATION_ID}.metainfo.xml"
    file.write_text(share.metainfo("1.2.3", DATE, home), "utf-8")
    found = judged("appstreamcli", "validate", "--pedantic", "--no-net", "--explain", str(file))
    assert set(re.findall(r"^[EWIP]: .*: ([\w-]+)", found, re.MULTILINE)) <= (
        set() if home else {"url-homepage-missing"}
    )
    assert not home or found == ""


def test_the_metainfo_names_the_release_and_existing_screenshots() -> None:
    root = ElementTree.fromstring(share.metainfo("1.2.3", DATE, HOME))
    release = root.find("releases/release")
    assert release is not None
    assert (release.get("version"), release.get("date")) == ("1.2.3", "2023-11-14")
    images = [image.text or "" for image in root.findall("screenshots/screenshot/image")]
    assert len(images) >= 3
    for image in images:
        assert image.startswith(f"{HOME}/raw/v1.2.3/")
        assert (project.ROOT / image.removeprefix(f"{HOME}/raw/v1.2.3/")).is_file()


def test_the_metainfo_goes_with_the_desktop_entry(folder: Path) -> None:
    root = ElementTree.parse(folder / share.METAINFO).getroot()
    launchable = root.find("launchable")
    assert launchable is not None
    assert (folder / "applications" / (launchable.text or "")).is_file()
    entry = (folder / "applications" / "osubrowser.desktop").read_text("utf-8")
    for media in root.findall("provides/mediatype"):
        assert f"{media.text};" in entry
    comment = root.find("summary")
    assert comment is not None
    assert f"Comment={comment.text}" in entry


def test_icons_of_each_size(folder: Path) -> None:
    icons = folder / "icons" / "hicolor"
    for size in share.ICON_SIZES:
        for name in ("apps/osubrowser", "mimetypes/application-x-osu-replay"):
            picture = QImage(str(icons / f"{size}x{size}" / f"{name}.png"))
            assert (picture.width(), picture.height()) == (size, size)
            corner, middle = picture.pixelColor(0, 0), picture.pixelColor(size // 2, size * 3 // 5)
            assert (corner.alpha(), middle.alpha()) == (0, 255)
    for name in ("scalable/apps/osubrowser", "symbolic/apps/osubrowser-symbolic"):
        assert (icons / f"{name}.svg").is_file()


@pytest.mark.qt_log_ignore("Cannot open file", extend=True)
def test_a_file_that_is_no_picture_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(project.PackageError, match="no SVG picture"):
        share.icon(tmp_path / "missing.svg", 16)


def test_the_symbolic_icon_can_be_recoloured() -> None:
    # GTK colours what is filled: a stroke would keep its colour, and its shape would be filled.
    text = (project.ROOT / "resources/desktop/osubrowser-symbolic.svg").read_text("utf-8")
    assert "stroke" not in text
    assert len(set(re.findall(r'fill="([^"]+)"', text))) == 1


def test_the_man_page_has_every_option(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.parse(["--help"])
    options = set(re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out))
    assert len(options) > 8
    page = gzip.decompress((folder / share.MAN_PAGE).read_bytes()).decode()
    assert "@" not in page
    assert options <= set(re.findall(r"--[a-z][a-z-]+", page.replace(r"\-", "-")))


def test_the_man_page_is_without_errors(folder: Path) -> None:
    if shutil.which("man") is None:
        pytest.skip("man is not installed")
    done = subprocess.run(
        ["man", "--warnings", "-l", str(folder / share.MAN_PAGE)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""


def test_the_type_of_replays_is_well_formed_for_the_database(folder: Path, tmp_path: Path) -> None:
    packages = tmp_path / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(folder / "mime" / "packages" / "osubrowser.xml", packages)
    assert judged("update-mime-database", str(tmp_path / "mime")) == ""
    assert "50:application/x-osu-replay:*.osr" in (tmp_path / "mime" / "globs2").read_text()
