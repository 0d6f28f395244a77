"""Heading: the texts and pictures of the header of a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """Formatted header of a subject.

    Attributes:
        title: name of the subject.
        badges: short texts before the facts, such as a status.
        facts: text and address of each fact, or "" for no link.
        figures: label and text of each figure.
        cover: URL of the picture behind the texts; None for none.
        picture: URL of a picture beside them; None for none.
        note: sentence below them; "" for none.
    """

    title: str
    badges: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    cover: str | None = None
    picture: str | None = None
    note: str = ""

    @property
    def words(self) -> str:
        """All texts as lines of name and text, for the clipboard."""
        lines = [self.title, ", ".join(self.badges), *(text for text, _ in self.facts)]
        lines += [f"{label}\t{text}" for label, text in self.figures]
        return "\n".join(filter(None, (*lines, self.note)))
