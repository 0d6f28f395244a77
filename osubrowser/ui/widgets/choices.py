"""Choices of a picker, and the model that filters them while typing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

ChoiceRole = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Choice:
    """Choice of a picker.

    Attributes:
        key: identifier; "" for "all of them".
        text: label.
        detail: secondary text at the right end.
        picture: URL of a picture; None for none.
        also: additional search words, such as a country code.
    """

    key: str
    text: str
    detail: str = ""
    picture: str | None = None
    also: str = ""


def folded(text: str) -> str:
    """Return `text` without case, accents and width variants, for comparisons."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold().strip()


def found(choices: Iterable[Choice], typed: str) -> list[Choice]:
    """Return the matching choices: first by `also`, then by prefix, by word prefix, and others.

    Every typed word must occur. An empty text returns all choices, in their order.
    """
    words = folded(typed).split()
    if not words:
        return list(choices)
    ranked = [(_distance(choice, words), choice) for choice in choices]
    hits = [(distance, choice) for distance, choice in ranked if distance is not None]
    hits.sort(key=lambda hit: hit[0])
    return [choice for _, choice in hits]


def _distance(choice: Choice, words: list[str]) -> int | None:
    text, also = folded(choice.text), folded(choice.also).split()
    if len(words) == 1 and words[0] in also:
        return 0
    if not all(word in text or word in also for word in words):
        return None
    if text.startswith(words[0]):
        return 1
    return 2 if f" {words[0]}" in text else 3


class ChoiceModel(QAbstractListModel):
    """List model of the choices that match the typed text."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Choice] = []
        self._shown: list[Choice] = []
        self._typed = ""

    @property
    def shown(self) -> Sequence[Choice]:
        """The matching choices, best first."""
        return self._shown

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Set the choices; the present filter stays."""
        self._all = list(choices)
        self.set_typed(self._typed)

    def set_typed(self, typed: str) -> None:
        """Set the filter text."""
        self.beginResetModel()
        self._typed = typed
        self._shown = found(self._all, typed)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return the row of a choice; -1 if it is not shown."""
        return next((n for n, choice in enumerate(self._shown) if choice.key == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of matching choices."""
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the text of a choice, its detail for screen readers, or the `Choice`."""
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return choice.text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return choice.detail
        return choice if role == ChoiceRole else None
