"""Posts in files: what is seen, without buttons, in CSV and JSON."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from osubrowser.models.posts.post import Pill, Post
from osubrowser.ui.lists.export import write_table
from osubrowser.ui.richtext.post_export import ExportedPosts

POSTS = (
    Post(
        "d1",
        author="peppy",
        moment="26 Nov 2026, 10:00:00 UTC",
        pills=(Pill("Problem", "bad"), Pill("終焉")),
        text="two\nlines, “quoted”",
        facts="edited 3 days ago · Show votes",
        path="/beatmapsets/1/discussion#/1",
    ),
    Post("p2", level=1, author="mapper", text="=fixed()"),
)


def test_posts_are_written_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    assert write_table(path, ExportedPosts(POSTS, "https://osu.ppy.sh")) == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        headings, first, second = csv.reader(file)
    assert headings[:3] == ["Id", "Level", "Author"]
    assert first[2:] == [
        "peppy",
        "26 Nov 2026, 10:00:00 UTC",
        "Problem, 終焉",
        "",
        "two\nlines, “quoted”",
        "edited 3 days ago",
        "https://osu.ppy.sh/beatmapsets/1/discussion#/1",
    ]
    assert second[:3] == ["p2", "1", "mapper"]
    assert not second[6].startswith("="), "no formula for a spreadsheet"


def test_posts_are_written_as_json(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    assert write_table(path, ExportedPosts(POSTS, "https://osu.ppy.sh")) == 2
    first, second = json.loads(path.read_text("utf-8"))
    assert first["text"] == "two\nlines, “quoted”"
    assert second["level"] == 1
    assert second["text"] == "=fixed()"
