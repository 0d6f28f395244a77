"""Bar of the page Following: filters of both lists, and what is done with all changes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from osubrowser.models.following.kinds import CHANGES, KINDS
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import hint, key_of
from osubrowser.ui.widgets.assistive import order_tab
from osubrowser.ui.widgets.breaking_row import BreakingRow
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.picker import Picker
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.tool_button import ToolButton, columns_button, export_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.services.history.follow_rows import Follow
    from osubrowser.ui.style.theme import Colours

CHANGES_SIDE: Final = "changes"
THINGS_SIDE: Final = "things"
_ANY: Final = ""
_NO_GROUP: Final = "none"
_GROUP: Final = "group:"
_PAUSE: Final = 250  # milliseconds without input until a text is looked for


@dataclass(frozen=True, slots=True)
class Filters:
    """Chosen filters.

    Attributes:
        thing: kind of followed things; "" for all.
        group: group of followed things; "" for things without one, None for all.
        change: kind of changes; "" for all.
        unread_only: whether only unread changes are wanted.
        text: words that a change, or the thing, must have.
    """

    thing: str = ""
    group: str | None = None
    change: str = ""
    unread_only: bool = False
    text: str = ""


class FollowingBar(QWidget):
    """Bar with the filters, the switch of sides in a narrow window, and the buttons.

    Args:
        parent: the Qt parent.

    Attributes:
        filters_changed: the filters that were chosen.
        side_chosen: `changes` or `things`, in a narrow window.
        read_all_pressed, more_pressed: a button was pressed.
        things, groups, kinds, unread, text: the controls of the filters.
        sides: the switch of sides.
        read_all, more, columns, export: the buttons.
    """

    filters_changed = Signal(object)
    side_chosen = Signal(str)
    read_all_pressed = Signal()
    more_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = Filters()
        row = self._row = BreakingRow(self)
        self.sides = Segments(
            tr("Side"),
            ((CHANGES_SIDE, tr("Changes")), (THINGS_SIDE, tr("Followed"))),
            row,
            is_primary=True,
        )
        self.sides.hide()
        self.things = Picker(tr("Kind of thing"), row, width=240)
        self.groups = Picker(tr("Group"), row, width=280)
        self.kinds = Picker(tr("Kind of change"), row, width=240)
        self.unread = QPushButton(_UNREAD, row)
        self.unread.setCheckable(True)
        self.text = FilterField(row)
        self.text.setPlaceholderText(tr("Words"))
        self.text.setAccessibleName(tr("Filter changes by words"))
        hint(
            self.text,
            tr("Show only the changes with these words: names, titles, notes"),
            key_of("filter"),
        )
        self.read_all = QPushButton(tr("Mark all read"), row)
        self.more = ToolButton(tr("More"), "more", tr("Groups, history and settings"), row)
        self.columns = columns_button(row)
        self.export = export_button(row)
        for widget in (self.sides, self.things, self.groups, self.kinds, self.unread):
            row.first.addWidget(widget)
        row.first.addStretch(1)
        row.second.addWidget(self.text)
        row.second.addStretch(1)
        for button in (self.read_all, self.columns, self.export, self.more):
            row.second.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(self._on_typing_timeout)
        self._connect()
        order_tab(row.first)
        order_tab(row.second)
        self.things.set_choices([Choice(_ANY, _ANY_THING), *_choices(KINDS)])
        self.kinds.set_choices([Choice(_ANY, _ANY_CHANGE), *_choices(CHANGES)])
        self.show_groups(())
        self.show_filters(self._filters)

    def _connect(self) -> None:
        self.sides.chosen.connect(self.side_chosen)
        self.things.chosen.connect(lambda key: self._choose(thing=key))
        self.kinds.chosen.connect(lambda key: self._choose(change=key))
        self.groups.chosen.connect(lambda key: self._choose(group=_group_of(key)))
        self.unread.clicked.connect(lambda checked: self._choose(unread_only=checked))
        self.text.textChanged.connect(lambda _text: self._typing.start())
        self.read_all.clicked.connect(self.read_all_pressed)
        self.more.clicked.connect(self.more_pressed)

    @property
    def filters(self) -> Filters:
        """The chosen filters."""
        return self._filters

    def show_filters(self, filters: Filters) -> None:
        """Set the filters without emitting `filters_changed`."""
        self._typing.stop()
        self._filters = filters
        self.things.set_current(Choice(filters.thing, KINDS.get(filters.thing, _ANY_THING)))
        self.kinds.set_current(Choice(filters.change, CHANGES.get(filters.change, _ANY_CHANGE)))
        self.groups.set_current(_group_choice(filters.group))
        self.unread.setChecked(filters.unread_only)
        self.text.show_text(filters.text)

    def show_groups(self, items: Sequence[Follow]) -> None:
        """Set the groups, with the numbers of their things and unread changes."""
        counts: dict[str, list[int]] = {}
        for one in items:
            found = counts.setdefault(one.group, [0, 0])
            found[0] += 1
            found[1] += one.unread
        total = sum(found[1] for found in counts.values())
        choices = [Choice(_ANY, _ANY_GROUP, _counted(len(items), total))]
        for group in sorted(counts, key=str.casefold):
            number, unread = counts[group]
            made = _group_choice(group)
            choices.append(replace(made, detail=_counted(number, unread)))
        self.groups.set_choices(choices)
        self.read_all.setEnabled(total > 0)
        # A play or medal stands where it happened: what is new is not only at the top.
        label = f"{_UNREAD} · {numerals.whole(total)}" if total else _UNREAD
        self.unread.setText(label)

    def show_side(self, side: str, *, is_folded: bool) -> None:
        """Show which side is seen, and whether it is one of both."""
        self.sides.setVisible(is_folded)
        self.sides.choose(side)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (
            self.sides, self.things, self.groups, self.kinds, self.text, self.more, self.columns,
            self.export,
        ):  # fmt: skip
            part.set_colours(colours)

    def _choose(
        self,
        *,
        thing: str | None = None,
        change: str | None = None,
        group: str | bool | None = False,
        unread_only: bool | None = None,
        text: str | None = None,
    ) -> None:
        now = self._filters
        self._filters = Filters(
            now.thing if thing is None else thing,
            now.group if isinstance(group, bool) else group,
            now.change if change is None else change,
            now.unread_only if unread_only is None else unread_only,
            now.text if text is None else text,
        )
        self.filters_changed.emit(self._filters)

    def _on_typing_timeout(self) -> None:
        text = " ".join(self.text.text().split())
        if text != self._filters.text:
            self._choose(text=text)


_UNREAD: Final = tr("Unread only")
_ANY_THING: Final = tr("Everything followed")
_ANY_CHANGE: Final = tr("All changes")
_ANY_GROUP: Final = tr("All groups")


def _choices(names: dict[str, str]) -> list[Choice]:
    return [Choice(key, name) for key, name in names.items()]


def _group_choice(group: str | None) -> Choice:
    if group is None:
        return Choice(_ANY, _ANY_GROUP)
    if not group:
        return Choice(_NO_GROUP, tr("No group"))
    return Choice(_GROUP + group, plain(group, 60))


def _group_of(key: str) -> str | None:
    if key == _ANY:
        return None
    return "" if key == _NO_GROUP else key.removeprefix(_GROUP)


def _counted(count: int, unread: int) -> str:
    """Return the number of things of a group, and of their unread changes."""
    if not unread:
        return numerals.whole(count)
    new = tr("%n new", "unread changes", unread)
    return f"{numerals.whole(count)} · {new}"


def has_filters(filters: Filters, selected: Collection[str]) -> bool:
    """Return whether any filter of changes is on, or things are selected."""
    return filters != Filters() or bool(selected)
