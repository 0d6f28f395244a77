"""Marks of beatmap sets: set, removed, limited, written and read again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.beatmaps import marks as marks_module
from osubrowser.services.beatmaps.marks import (
    BeatmapMarks,
    Mark,
    MarkedSets,
    packed,
    read_marks,
)

STATES = st.sampled_from([Mark(value) for value in range(1, 8)])


@given(st.dictionaries(st.integers(1, 2**53 - 1), STATES, max_size=30))
def test_marks_are_read_as_they_were_written(marks: dict[int, Mark]) -> None:
    values = json.loads(json.dumps(packed(marks)))
    assert read_marks(values) == (marks, 0)


@pytest.mark.parametrize(
    ("values", "kept", "skipped"),
    [
        (None, {}, 0),
        ([1, 2], {}, 1),
        ({"seen": [1, "2", 0, -3, 4.0, True, None, 2**53, 1]}, {1: Mark.SEEN}, 8),
        ({"seen+liked": [1], "liked": [1, 2]}, {1: Mark.SEEN | Mark.LIKED, 2: Mark.LIKED}, 1),
        ({"": [1], "loved": [2], "seen+": [3], "seen": 4, "hidden": [5]}, {5: Mark.HIDDEN}, 4),
        ({"seen+" * 5000: [1]}, {}, 1),
    ],
)
def test_what_is_damaged_is_left_out(values: object, kept: dict[int, Mark], skipped: int) -> None:
    assert read_marks(values) == (kept, skipped)


def test_marks_are_added_and_removed_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    marks = MarkedSets.load(path)
    assert marks.set_mark([1, 2, 2, 0, -1], Mark.SEEN) == [1, 2]
    assert marks.set_mark([2, 3], Mark.LIKED) == [2, 3]
    assert marks.set_mark([2], Mark.LIKED) == []
    assert marks.state(2) == Mark.SEEN | Mark.LIKED
    assert marks.set_mark([1, 2, 9], Mark.SEEN, on=False) == [1, 2]
    assert marks.state(1) == Mark.NONE
    again = MarkedSets.load(path)
    assert again.problem is None
    assert again.as_dict() == marks.as_dict() == {3: Mark.LIKED, 2: Mark.LIKED}
    assert (again.ids(Mark.LIKED), again.count(Mark.SEEN)) == ([3, 2], 0)


def test_marking_is_undone_by_what_it_returns() -> None:
    marks = MarkedSets()
    marks.set_mark([1, 2], Mark.SEEN)
    changed = marks.set_mark([1, 2, 3], Mark.SEEN | Mark.HIDDEN)
    marks.set_mark(changed, Mark.HIDDEN, on=False)
    assert marks.count(Mark.HIDDEN) == 0


def test_those_seen_first_give_way_and_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks_module, "MOST_MARKED", 3)
    marks = MarkedSets()
    marks.set_mark([1], Mark.LIKED)
    marks.set_mark([2, 3, 4], Mark.SEEN)
    assert marks.as_dict() == {1: Mark.LIKED, 3: Mark.SEEN, 4: Mark.SEEN}
    assert marks.set_mark([5, 6, 7], Mark.HIDDEN) == [5, 6]
    assert marks.as_dict() == {1: Mark.LIKED, 5: Mark.HIDDEN, 6: Mark.HIDDEN}
    assert marks.set_mark([1], Mark.SEEN) == [1], "one that is there already needs no room"
    assert marks.merge({8: Mark.SEEN, 5: Mark.LIKED}) == (1, 1)


def test_a_file_of_an_odd_kind_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    path.write_text('{"version": 1, "marks": {"seen": [1, "x"], "odd": []}}')
    marks = MarkedSets.load(path)
    assert marks.as_dict() == {1: Mark.SEEN}
    assert "2 of the marks of beatmaps are damaged" in (marks.problem or "")
    path.write_bytes(b"no JSON")
    assert "The marks of beatmaps were damaged" in (MarkedSets.load(path).problem or "")


def test_changes_are_told_once_for_all_sets() -> None:
    stored = [MarkedSets()]
    marks = BeatmapMarks(lambda: stored[0])
    told: list[frozenset[int]] = []
    marks.changed.connect(told.append)
    marks.set_mark([1, 2], Mark.SEEN)
    marks.set_mark([1, 2], Mark.SEEN)
    assert marks.toggle([1, 3], Mark.SEEN), "one of them had no mark"
    assert not marks.toggle([1, 3], Mark.SEEN)
    assert marks.has(2, Mark.SEEN)
    assert told == [{1, 2}, {3}, {1, 3}]
    marks.set_mark([7, 8], Mark.HIDDEN)
    assert sorted(marks.forget(Mark.HIDDEN)) == [7, 8]
    assert marks.count(Mark.HIDDEN) == 0
    stored[0] = MarkedSets()
    marks.replaced()
    assert told[-1] == frozenset()
    assert marks.state(2) == Mark.NONE
