"""All pages in a pseudo-language: every text is translated, and has room where it is longer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_translations import translations_tool

HANG: int = 600
"""Seconds after which the program hangs; it needs half a minute of processor time."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    catalogue = translations_tool().write_pseudo(tmp_path_factory.mktemp("translations"))
    script = Path(__file__).with_name("pseudo_language.py")
    done = subprocess.run(
        [sys.executable, str(script), str(catalogue), "1000", "640"],
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    read: dict[str, dict[str, str]] = json.loads(done.stdout.splitlines()[-1])
    return read


def test_no_visible_text_is_left_in_english(found: dict[str, dict[str, str]]) -> None:
    plain = [f"{where}: {text}" for text, where in found["plain"].items()]
    assert not plain, "\n".join(plain)


def test_no_text_is_cut_where_it_is_longer(found: dict[str, dict[str, str]]) -> None:
    cut = [f"{where}: {text}" for text, where in found["cut"].items()]
    assert not cut, "\n".join(cut)
