"""Endpoints of the client: each is used in the window, or there is a reason why not."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that makes the table in CONTRIBUTING.md."""
    spec = importlib.util.spec_from_file_location("endpoints", ROOT / ".ci" / "endpoints.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclass looks there
    spec.loader.exec_module(module)
    return module


def test_each_endpoint_has_a_place_in_the_window_or_a_reason(script: ModuleType) -> None:
    source = script.Source()
    places = source.table()
    assert len(places) > 75
    assert all(source.methods.values()), "a docstring without its endpoint"
    assert [name for name, where in places.items() if not where] == []
    used = {name for name, where in places.items() if where != script.REASONS.get(name)}
    assert not used & set(script.REASONS), "a reason for what is used"
    assert set(script.REASONS) <= set(places)
    assert "Rankings" in places["ranking"].split(", ")
    assert "Rankings" not in places["rooms"], "a page is credited with what it does not use"
    assert places["beatmap_file"] == "Beatmapset, Replay", "by an object that they are given"
