"""Cursors: parsing of `cursor` and `cursor_string`, parameters, immutability."""

from __future__ import annotations

import copy
import pickle

import pytest

from osubrowser.api import Cursor


def test_both_forms_are_one() -> None:
    assert Cursor.from_string("eyJwYWdlIjoyfQ") == Cursor(page=2) == Cursor({"page": 2})


def test_values_are_attributes_and_parameters() -> None:
    cursor = Cursor({"approved_date": 1783125464000}, id=5)
    assert cursor.id == 5
    assert cursor.params() == {"cursor[approved_date]": "1783125464000", "cursor[id]": "5"}
    with pytest.raises(AttributeError, match="page"):
        _ = cursor.page


def test_a_cursor_does_not_change() -> None:
    cursor = Cursor(page=2)
    with pytest.raises(AttributeError):
        cursor.page = 3
    with pytest.raises(AttributeError):
        cursor["page"] = 3
    with pytest.raises(AttributeError):
        cursor.update(page=3)
    assert cursor.page == 2


def test_cursors_are_compared_copied_and_kept() -> None:
    cursor = Cursor(page=2, keys=[1])
    assert hash(cursor) == hash(Cursor(keys=[1], page=2))
    assert cursor != Cursor(page=3)
    assert Cursor(cursor) == copy.deepcopy(cursor) == pickle.loads(pickle.dumps(cursor)) == cursor
    assert repr(cursor) == "Cursor(keys=[1], page=2)"


@pytest.mark.parametrize("text", ["", "%", "bm8", "WzFd"])
def test_what_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Cursor.from_string(text)
