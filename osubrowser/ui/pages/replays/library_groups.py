"""List of the groups of the replay library: players, or beatmaps, with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.models.replays.library_rows import Group
    from osubrowser.ui.style.theme import Colours

Index = QModelIndex | QPersistentModelIndex

WIDTH: Final = 216
_HEIGHT: Final = 28
_PADDING: Final = 10


class GroupModel(QAbstractListModel):
    """List model of groups, the one of all replays first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Set the groups; only their counts change where they are the same."""
        new = list(groups)
        if [group.key for group in new] == [group.key for group in self._groups]:
            self._groups = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._groups = new
        self.endResetModel()

    def group_at(self, row: int) -> Group | None:
        """Return a group; None if there is none."""
        return self._groups[row] if 0 <= row < len(self._groups) else None

    def row_of(self, key: str) -> int:
        """Return the row of a group by its key; -1 if there is none."""
        return next((n for n, group in enumerate(self._groups) if group.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._groups)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102
        group = self.group_at(index.row())
        if group is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return group.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return group.spoken
        return None


class GroupList(QListView):
    """List of groups, one of which is chosen.

    Attributes:
        chosen: the key of the group that the user chose; "" for all replays.
    """

    chosen = Signal(str)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._groups = GroupModel(self)
        self._key = ""
        self._is_setting = False
        self.setModel(self._groups)
        self.setItemDelegate(_GroupDelegate(self))
        self.setUniformItemSizes(True)
        self.setFixedWidth(WIDTH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def colours(self) -> Colours:
        """The colours that are painted with."""
        return self._colours

    @property
    def groups(self) -> GroupModel:
        """The groups."""
        return self._groups

    @property
    def key(self) -> str:
        """The key of the chosen group; "" for all replays."""
        return self._key

    def show_groups(self, groups: Sequence[Group], key: str) -> None:
        """Set the groups and the chosen one, without emitting `chosen`."""
        self._is_setting = True
        self._key = key
        self._groups.set_groups(groups)
        row = max(self._groups.row_of(key), 0)
        if self.currentIndex().row() != row:
            self.setCurrentIndex(self._groups.index(row))
        self._is_setting = False

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are shortcuts of the window."""

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        group = self._groups.group_at(current.row())
        if group is not None and not self._is_setting and group.key != self._key:
            self._key = group.key
            self.chosen.emit(group.key)


class _GroupDelegate(QStyledItemDelegate):
    """Delegate that paints a name on the left and a count on the right."""

    def __init__(self, view: GroupList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(WIDTH, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = self._view.groups.group_at(index.row())
        if group is None:
            return
        colours, rect = self._view.colours, option.rect
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, colours.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.background4)
        inside = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setFont(self._view.font())
        metrics = painter.fontMetrics()
        painter.setPen(colours.content2 if is_chosen else colours.foreground)
        painter.drawText(inside, _RIGHT, group.words)
        inside.adjust(0, 0, -metrics.horizontalAdvance(group.words) - _PADDING, 0)
        name = metrics.elidedText(group.name, Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(colours.content1 if is_chosen else colours.content2)
        painter.drawText(inside, _LEFT, name)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
