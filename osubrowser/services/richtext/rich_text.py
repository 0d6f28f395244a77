"""Sanitised text for Qt's rich text, with its headings and anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Heading(NamedTuple):
    """Heading of a text: its level from 1 to 6, its text, and the id of its anchor."""

    level: int
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class RichText:
    """Sanitized text for Qt's rich text.

    Attributes:
        blocks: well-formed pieces of HTML, to be shown one below the other. All markup in them is
            generated; none of the source is passed through.
        pictures: URLs of its images, without duplicates, all on allowed hosts.
        boxes: number of spoiler boxes.
        is_cut: whether the text was truncated.
        headings: its headings, for a table of contents.
        anchors: index of the block of each anchor, by id.
        texts: plain text of each block, with a line break between paragraphs and U+FFFC for a
            picture.
    """

    blocks: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    boxes: int = 0
    is_cut: bool = False
    headings: tuple[Heading, ...] = ()
    anchors: Mapping[str, int] = field(default_factory=dict)
    texts: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is no visible content."""
        return not self.blocks
