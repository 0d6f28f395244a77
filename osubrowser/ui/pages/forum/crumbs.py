"""Path of boards, and the message for what is missing in the forum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from osubrowser.api.errors import NotFound
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.plain_text import LinkFlow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.ui.error_messages import Sentence


def forum_links(boards: Iterable[tuple[int, str]], origin: str) -> list[tuple[str, str]]:
    """Return name and address of boards."""
    return [(name, f"{origin}/community/forums/{id}") for id, name in boards]


def missing(sentence: Sentence, error: BaseException, text: str, id: str) -> Sentence:
    """Return the message for an error: what is not there was deleted, moved, or never was.

    Its button has the key `forums`.

    Args:
        sentence: the usual message for the error.
        error: the error.
        text: the message, with `{id}`.
        id: id of what was asked for.
    """
    if not isinstance(error, NotFound):
        return sentence
    hint = tr("It was deleted, or is for some groups of players only.")
    all_boards = ("forums", tr("All boards"))
    return replace(sentence, text=text.format(id=id), hint=hint, may_retry=False, button=all_boards)


class Crumbs(LinkFlow):
    """Path of boards: `Forum › Beatmaps › Ranked Beatmaps`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Path"), parent)
        self.show_path((), "")

    def show_path(self, boards: Sequence[tuple[int, str]], origin: str) -> None:
        """Set the boards of the path, from the top."""
        links = [(tr("Forum"), f"{origin}/community/forums")]
        for link in forum_links(boards, origin):
            links += [("›", ""), link]
        self.show_links(links)
