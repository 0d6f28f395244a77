"""Data files are found by one function, wherever the program runs from."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from osubrowser import resources
from osubrowser.resources import resource_path

SHIPPED = ("icons/osubrowser.svg", "desktop/osubrowser.desktop", "desktop/osubrowser.metainfo.xml")


def installed_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the package look as if it were installed below a folder; return the package."""
    package = folder / "osubrowser"
    package.mkdir()
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    return package


@pytest.mark.parametrize("name", SHIPPED)
def test_from_where_the_tests_run(name: str) -> None:
    assert resource_path(*name.split("/")).is_file()


def test_from_a_source_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed_at(tmp_path, monkeypatch)
    (tmp_path / "resources").mkdir()
    assert resource_path("icons", "a.svg") == tmp_path / "resources" / "icons" / "a.svg"


def test_from_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = installed_at(tmp_path, monkeypatch)
    (package / "_resources").mkdir()
    (tmp_path / "resources").mkdir()  # of somebody else, beside it in site-packages
    assert resource_path("icons", "a.svg") == package / "_resources" / "icons" / "a.svg"


def test_from_a_frozen_application(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed_at(tmp_path, monkeypatch)
    unpacked = tmp_path / "unpacked"
    (unpacked / "resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(unpacked), raising=False)
    assert resource_path("icons", "a.svg") == unpacked / "resources" / "icons" / "a.svg"
