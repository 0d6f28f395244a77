"""Export of posts to a CSV or JSON file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.models.posts.post import Post, PostKind
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.models.table.column import Record
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.runtime.tasks import TaskScope
    from osubrowser.services.settings.settings import Settings

_HEADINGS: Final = {
    "id": tr("Id"),
    "level": tr("Level", "of a reply"),
    "author": tr("Author"),
    "time": tr("Time"),
    "labels": tr("Labels"),
    "on": tr("On", "what a post is about"),
    "text": tr("Text"),
    "facts": tr("Facts"),
    "link": tr("Link"),
}
"""Headings of a CSV file, by the names of the values in a JSON file."""
_LOADS: Final = (tr("Show votes"),)
"""Facts that ask for something, which a file leaves out."""


@dataclass(frozen=True, slots=True)
class ExportedPosts:
    """Posts to export. Its methods run on a worker.

    Attributes:
        rows: the posts, in the order of the list.
        origin: `https://host` of the server.
    """

    rows: Sequence[Post]
    origin: str

    def lines(self) -> list[list[str]]:
        """Return the headings and a line for each post."""
        return [
            list(_HEADINGS.values()),
            *([str(value) for value in self._values(p)] for p in self.rows),
        ]

    def records(self) -> list[Record]:
        """Return the values of each post."""
        return [dict(zip(_HEADINGS, self._values(post), strict=True)) for post in self.rows]

    def _values(self, post: Post) -> list[str | int]:
        facts = [fact for fact in post.facts.split(" · ") if fact and fact not in _LOADS]
        return [
            post.id,
            post.level,
            post.author,
            post.moment,
            ", ".join(pill.text for pill in post.pills),
            post.about,
            post.text,
            " · ".join(facts),
            f"{self.origin}{post.path}" if post.path else "",
        ]


def export_posts(
    widget: QWidget,
    calls: Calls,
    scope: TaskScope,
    settings: Settings,
    tell: Callable[[str, str], None],
    posts: Sequence[Post],
    origin: str,
    stem: str,
) -> None:
    """Ask for a file, then write the loaded posts to it, without headings and buttons.

    Args:
        widget: parent of the dialog.
        calls: runs the write on a worker.
        scope: owns the task of the write.
        settings: stores the folder of the last export.
        tell: called with the level and the text of the result.
        posts: rows of a list.
        origin: `https://host` of the server.
        stem: proposed file name without its suffix.
    """
    from osubrowser.ui.lists.export import TableExport

    kept = (PostKind.POST, PostKind.LINE)
    rows = [post for post in posts if post.kind in kept]
    TableExport(widget, calls, scope, settings, tell).start(stem, ExportedPosts(rows, origin), None)
