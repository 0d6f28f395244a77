"""Licence texts in one file, and of the installed packages."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from osubrowser import licences
from osubrowser.licences import LicenceText

TEXTS = [
    LicenceText("alpha 1.0 (MIT), beta 2", "First line\n\n====\nlast line"),
    LicenceText("gamma", ""),
    LicenceText("delta (BSD-3-Clause)", "x" * 200),
]


def test_one_file_has_them_all() -> None:
    assert licences.split("About this file.\n\n" + licences.join(TEXTS)) == TEXTS


def test_a_frozen_program_reads_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / licences.FILE).write_text(licences.join(TEXTS), "utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert licences.load() == TEXTS


def test_a_source_tree_lists_the_installed_packages_that_it_needs() -> None:
    found = {one.title.split()[0].lower(): one for one in licences.load()}
    assert {"osubrowser", "requests", "urllib3", "keyring"} <= set(found)
    assert "pytest" not in found  # an extra
    assert "Permission is hereby granted" in found["urllib3"].text
    assert all(one.text for one in found.values())
