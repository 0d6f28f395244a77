"""The inputs of ../shared/cases: each is read by a test, which is named here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SHARED

CASES = SHARED / "cases"
TESTS = Path(__file__).parent
COVERED = {
    "P01-": ["api/replays/test_layouts.py"],
    "P03-": ["api/replays/test_layouts.py"],
    "P04-id-of-four-bytes-target-practice": ["api/replays/test_layouts.py"],
    "P04-id-of-four-bytes": ["api/replays/test_layouts.py"],
    "P04-no-id": ["api/replays/test_layouts.py"],
    "P06-ticks": ["api/replays/test_layouts.py"],
    "P08-v1-null": ["api/test_damaged_responses.py"],
    "P08-v1-empty": ["api/test_damaged_responses.py"],
    "P10-error-null-200": ["api/test_damaged_responses.py"],
    "P11-beatmap-mode-null": ["api/test_damaged_responses.py"],
    "P11-score-rank-null": ["api/test_damaged_responses.py"],
    "P14-number-no-float-holds": [
        "api/test_damaged_responses.py",
        "models/test_extreme_values.py",
    ],
    "P14-rank-history": ["api/test_damaged_responses.py", "models/test_extreme_values.py"],
    "beatmap-queries": ["api/test_beatmap_query.py"],
    "wiki-markdown": ["services/richtext/test_markdown.py"],
}
"""Beginning of the name of an input, and the test files that name it."""


@pytest.mark.parametrize("name", COVERED)
def test_the_tests_of_an_input_name_it(name: str) -> None:
    for file in COVERED[name]:
        assert name in (TESTS / file).read_text("utf-8"), file


def test_each_input_has_a_test() -> None:
    if not CASES.is_dir():
        pytest.skip("the collected inputs (../shared/cases) are not beside this checkout")
    inputs = [path.name for path in CASES.iterdir() if path.name != "README.md"]
    assert len(inputs) >= 15
    assert [name for name in inputs if not name.startswith(tuple(COVERED))] == []
