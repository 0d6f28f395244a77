"""Two running programs with one file: neither takes away what the other has written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from osubrowser.services.library.bookmarks import Bookmarks
from osubrowser.services.library.recently_seen import RecentlySeen
from osubrowser.services.places.places import BeatmapsetPlace, RankingsPlace, UserPlace
from osubrowser.services.settings.schema import SavedSignIn
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.json_merge import merged

PEPPY, TAIKO, SONG = UserPlace(2), RankingsPlace("taiko"), BeatmapsetPlace(39804)


def told(path: Path) -> list[tuple[str, str]]:
    """What a third program finds: title and note of each bookmark."""
    return [(one.title, one.note) for one in Bookmarks.load(path)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.json"


@pytest.fixture
def two(path: Path) -> tuple[Bookmarks, Bookmarks]:
    """Two programs that have begun with the same two bookmarks."""
    first = Bookmarks.load(path)
    first.add(PEPPY, "peppy")
    first.add(TAIKO, "Taiko")
    return first, Bookmarks.load(path)


def test_what_both_add_is_kept_however_often_they_write(
    path: Path, two: tuple[Bookmarks, Bookmarks]
) -> None:
    here, there = two
    here.add(SONG, "FREEDOM DiVE")
    there.add(UserPlace(3), "BanchoBot")
    here.add(UserPlace(4), "Somebody")
    there.add(UserPlace(5), "Else")
    titles = {title for title, _ in told(path)}
    assert titles == {"peppy", "Taiko", "FREEDOM DiVE", "BanchoBot", "Somebody", "Else"}


def test_what_one_changes_the_other_does_not_change_back(
    path: Path, two: tuple[Bookmarks, Bookmarks]
) -> None:
    here, there = two
    here.write(next(iter(here)), note="the founder")
    there.remove(*list(there)[1:])
    here.add(SONG, "FREEDOM DiVE")
    assert told(path) == [("peppy", "the founder"), ("FREEDOM DiVE", "")]


def test_of_one_bookmark_that_both_write_on_the_later_one_stays(
    path: Path, two: tuple[Bookmarks, Bookmarks]
) -> None:
    here, there = two
    here.write(next(iter(here)), note="here")
    there.write(next(iter(there)), note="there")
    assert told(path)[0] == ("peppy", "there")


def test_the_order_that_one_makes_stays(path: Path, two: tuple[Bookmarks, Bookmarks]) -> None:
    here, there = two
    there.add(SONG, "FREEDOM DiVE")
    here.move(list(here)[1], 0)
    assert [title for title, _ in told(path)] == ["Taiko", "peppy", "FREEDOM DiVE"]


def test_what_both_have_seen_is_there_and_what_is_forgotten_is_gone(path: Path) -> None:
    here, there = RecentlySeen.load(path), RecentlySeen.load(path)
    here.saw(PEPPY, "peppy")
    there.saw(TAIKO, "Taiko")
    here.saw(SONG, "FREEDOM DiVE")
    third = RecentlySeen.load(path)
    assert [one.title for one in third] == ["FREEDOM DiVE", "Taiko", "peppy"]
    third.clear()
    here.saw(UserPlace(3), "BanchoBot")
    assert [one.title for one in RecentlySeen.load(path)] == ["BanchoBot"]


def test_settings_are_put_together_choice_by_choice(path: Path) -> None:
    first = Settings.load(path)
    first.save_sign_in("https://osu.ppy.sh", SavedSignIn("1"))
    first.save()
    here, there = Settings.load(path), Settings.load(path)
    here.theme, there.pace = "dark", 30
    there.save_sign_in("https://osu.example", SavedSignIn("2"))
    here.delete_sign_in("https://osu.ppy.sh")
    there.save()
    here.save()
    found = Settings.load(path)
    assert (found.theme, found.pace) == ("dark", 30)
    assert found.sign_ins == {"https://osu.example": SavedSignIn("2")}


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b"[" * 9999, b'{"bookmarks": 3}'])
def test_what_makes_no_sense_by_then_is_written_over(
    path: Path, two: tuple[Bookmarks, Bookmarks], raw: bytes
) -> None:
    here, _ = two
    path.write_bytes(raw)
    here.add(SONG, "FREEDOM DiVE")
    assert [title for title, _ in told(path)] == ["peppy", "Taiko", "FREEDOM DiVE"]


def test_a_file_that_was_taken_away_is_written_anew(
    path: Path, two: tuple[Bookmarks, Bookmarks]
) -> None:
    here, _ = two
    path.unlink()
    here.add(SONG, "FREEDOM DiVE")
    assert len(told(path)) == 3


@pytest.mark.parametrize(
    ("ours", "base", "theirs", "result"),
    [
        ({"a": 1}, {"a": 1}, {"a": 2}, {"a": 2}),
        ({"a": 2}, {"a": 1}, {"a": 1}, {"a": 2}),
        ({"a": 2}, {"a": 1}, {"a": 3}, {"a": 2}),
        ({"a": 2}, {"a": 1}, {}, {"a": 2}),
        ({"a": 1}, {"a": 1}, {}, {}),
        ({}, {"a": 1}, {"a": 1}, {}),
        ({}, {}, {"new": 1}, {"new": 1}),
        ({"a": {"x": 1}}, {"a": {}}, {"a": {"y": 2}}, {"a": {"x": 1, "y": 2}}),
        ({"a": ["x"]}, {"a": []}, {"a": ["y"]}, {"a": ["x"]}),
    ],
)
def test_each_value_is_that_of_whoever_changed_it(
    ours: dict[str, Any], base: dict[str, Any], theirs: dict[str, Any], result: dict[str, Any]
) -> None:
    assert merged(ours, base, theirs) == result
