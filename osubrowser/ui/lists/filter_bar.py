"""Bar above a list: controls of its filters, the filter of loaded rows, and tools."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.models.feeds import filters as declared
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY
from osubrowser.ui.widgets.assistive import name_clear_button
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.flow_layout import FlowLayout
from osubrowser.ui.widgets.go_to_rank import field_style
from osubrowser.ui.widgets.picker import Picker
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.toggle_pills import TogglePills
from osubrowser.ui.widgets.tool_button import (
    columns_button,
    export_button,
    load_all_button,
    view_button,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QHideEvent

    from osubrowser.models.feeds.filters import Filter
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.tool_button import ToolButton

_Send = Callable[[str], object]

_FIELD: Final = 200
"""Largest width of a text field, in pixels."""
_HEIGHT: Final = 30
"""Height of a row of controls, in pixels."""
_POPUP: Final = 420
"""Width of the pop-up of several choices, in pixels."""


class FilterBar(QWidget):
    """Controls of the filters of a list.

    The first `Choice` that is no menu stands at the top left; the others are below, in as many
    rows as they need.

    Args:
        filters: the filters, in their order.
        parent: the Qt parent.
        note: sentence after the controls; "" for none.
        has_cards: whether the list has a view as cards, and a button for it.

    Attributes:
        changed: `{name: value}` of the filters that the user has changed.
        controls: the control of each filter, by its name.
        filter: the filter of the loaded rows.
        columns, load_all, export: the tools.
        view: shows cards or the table; None for a list without cards.
        top: layout of the first row, for other controls.
        rest: layout of the second row, for other controls.
    """

    changed = Signal(dict)

    def __init__(
        self,
        filters: Sequence[Filter],
        parent: QWidget,
        note: str = "",
        *,
        has_cards: bool = False,
    ) -> None:
        super().__init__(parent)
        self.controls: dict[str, _Control] = {}
        self.filter = FilterField(self)
        self.view = view_button(self) if has_cards else None
        self.columns = columns_button(self)
        self.load_all = load_all_button(self, LOAD_ALL_KEY)
        self.export = export_button(self)
        self._strips: list[ScrollStrip] = []
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        below = QWidget(self)
        self.rest = FlowLayout(below, spacing=8)
        for one in filters:
            control = self._build(one)
            self.controls[one.name] = control
            widget = control.widget
            if isinstance(widget, Segments):
                strip = ScrollStrip(widget, self)
                self._strips.append(strip)
                if self.top.isEmpty():
                    self.top.addWidget(strip)
                    continue
                widget = strip
            self.rest.addWidget(widget)
        self._note = QLabel(note, self)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setProperty("role", "secondary")
        self._note.setVisible(bool(note))
        if note:
            self._note.setMinimumHeight(_HEIGHT)
            self.rest.addWidget(self._note)
        self.top.addStretch(1)
        self.top.addWidget(self.filter)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for tool in self._tools:
            tools.addWidget(tool)
        self.top.addLayout(tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self.top)
        layout.addWidget(below)
        self._below = below
        below.setVisible(self.rest.count() > 0)

    @property
    def _tools(self) -> tuple[ToolButton, ...]:
        tools = (self.columns, self.load_all, self.export)
        return tools if self.view is None else (self.view, *tools)

    def add(self, *widgets: QWidget) -> None:
        """Append other controls to the second row."""
        for widget in widgets:
            self.rest.addWidget(widget)
        self._below.show()

    def show_values(self, values: Mapping[str, str]) -> None:
        """Set the controls; filters without a value show their default."""
        for name, control in self.controls.items():
            control.show_value(values.get(name, ""))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.filter.set_colours(colours)
        for tool in self._tools:
            tool.set_colours(colours)
        self._note.setStyleSheet(f"color: {colours.foreground.name()};")
        for strip in self._strips:
            strip.set_colours(colours)
        for control in self.controls.values():
            control.set_colours(colours)

    def _build(self, one: Filter) -> _Control:
        send = partial(self._send, one.name)
        match one:
            case declared.Choice(is_menu=True):
                return _Menu(one, self, send)
            case declared.Choice():
                return _Pills(one, self, send)
            case declared.Several():
                return _Several(one, self, send)
            case declared.Flag():
                return _Flag(one, self, send)
            case _:
                return _Field(one, self, send)

    def _send(self, name: str, value: str) -> None:
        self.changed.emit({name: value})


class _Control(Protocol):
    """Control of one filter."""

    @property
    def widget(self) -> QWidget: ...

    def show_value(self, value: str) -> None: ...

    def set_colours(self, colours: Colours) -> None: ...


class _Pills:
    def __init__(self, one: declared.Choice, parent: QWidget, send: _Send) -> None:
        self.widget = Segments(one.label, one.choices, parent)
        self._default = one.choices[0][0]
        self.widget.chosen.connect(lambda key: send("" if key == self._default else key))

    def show_value(self, value: str) -> None:
        self.widget.choose(value or self._default)

    def set_colours(self, colours: Colours) -> None:
        self.widget.set_colours(colours)


class _Menu:
    def __init__(self, one: declared.Choice, parent: QWidget, send: _Send) -> None:
        self.widget = Picker(one.label, parent)
        self._choices = {key: Choice(key, text) for key, text in one.choices}
        self._default = one.choices[0][0]
        self.widget.set_choices(self._choices.values())
        self.widget.set_current(self._choices[self._default])
        self.widget.chosen.connect(lambda key: send("" if key == self._default else key))

    def show_value(self, value: str) -> None:
        self.widget.set_current(self._choices.get(value, self._choices[self._default]))

    def set_colours(self, colours: Colours) -> None:
        self.widget.set_colours(colours)


class _Flag:
    def __init__(self, one: declared.Flag, parent: QWidget, send: _Send) -> None:
        choices = ((one.name, one.label),)
        self.widget = TogglePills(one.label, choices, parent, tips={one.name: one.tip})
        margin = (_HEIGHT - self.widget.sizeHint().height()) // 2
        self.widget.setContentsMargins(0, margin, 0, margin)
        self._name = one.name
        self.widget.toggled.connect(lambda _key, is_on: send("1" if is_on else ""))

    def show_value(self, value: str) -> None:
        self.widget.show_chosen((self._name,) if value else ())

    def set_colours(self, colours: Colours) -> None:
        self.widget.set_colours(colours)


class _Several:
    """Button that opens pills below it; its choice is sent when they are closed."""

    def __init__(self, one: declared.Several, parent: QWidget, send: _Send) -> None:
        self._label, self._send = one.label, send
        self._labels = dict(one.choices)
        self._value = ""
        self.widget = QPushButton(one.label, parent)
        self.widget.setAutoDefault(True)
        self.widget.clicked.connect(self._on_clicked)
        self.popup = _Popup(parent)
        self.pills = TogglePills(one.label, one.choices, self.popup)
        self.clear = QPushButton(tr("Show all"), self.popup)
        self.clear.setToolTip(tr("Show all of them"))
        self.clear.setAutoDefault(True)
        self.clear.clicked.connect(self._on_clear_clicked)
        self._layout = QVBoxLayout(self.popup)
        self._layout.addWidget(self.pills)
        self._layout.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignRight)
        self.popup.setFixedWidth(_POPUP)
        self.popup.closed.connect(self._on_popup_closed)

    def show_value(self, value: str) -> None:
        self._value = value
        keys = tuple(filter(None, value.split(".")))
        self.pills.show_chosen(keys)
        if not keys:
            text = self._label
        elif len(keys) == 1:
            text = f"{self._label}: {self._labels.get(keys[0], keys[0])}"
        else:
            text = f"{self._label}: {len(keys)}"
        self.widget.setText(text.replace("&", "&&"))

    def set_colours(self, colours: Colours) -> None:
        self.pills.set_colours(colours)
        self.popup.setStyleSheet(
            f"_Popup {{ background: {colours.background4.name()};"
            f" border: 1px solid {colours.background2.name()}; border-radius: 8px; }}"
        )

    def _on_clicked(self) -> None:
        self.popup.setFixedHeight(max(1, self._layout.totalHeightForWidth(_POPUP)))
        self.popup.move(self._place_of_popup())
        self.popup.show()
        self.pills.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place_of_popup(self) -> QPoint:
        """Return where the pop-up is below the button, or above it, whole on the screen."""
        below = self.widget.mapToGlobal(self.widget.rect().bottomLeft())
        screen, size = self.widget.screen().availableGeometry(), self.popup.size()
        x = max(screen.left(), min(below.x(), screen.right() + 1 - size.width()))
        y = below.y()
        if y + size.height() > screen.bottom() + 1:
            y = self.widget.mapToGlobal(QPoint(0, 0)).y() - size.height()
        return QPoint(x, max(screen.top(), y))

    def _on_clear_clicked(self) -> None:
        self.pills.show_chosen(())
        self.popup.close()

    def _on_popup_closed(self) -> None:
        value = ".".join(self.pills.chosen)
        if value != self._value:
            self._send(value)


class _Popup(QFrame):
    """Pop-up that tells when it was closed."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()


class _Field:
    def __init__(self, one: declared.Words, parent: QWidget, send: _Send) -> None:
        self._filter, self._send = one, send
        self._value = ""
        self.widget = QLineEdit(parent)
        self.widget.setAccessibleName(one.label)
        self.widget.setPlaceholderText(one.hint)
        self.widget.setToolTip(one.tip)
        self.widget.setMaxLength(200)
        self.widget.setClearButtonEnabled(True)
        name_clear_button(self.widget)
        self.widget.setFixedWidth(one.width or _FIELD)
        self.widget.returnPressed.connect(self._on_submitted)
        self.widget.textChanged.connect(self._on_text_changed)

    def show_value(self, value: str) -> None:
        self._value = value
        if self._filter.fit(self.widget.text()) != value or not value:
            self.widget.blockSignals(True)
            self.widget.setText(value)
            self.widget.blockSignals(False)

    def set_colours(self, colours: Colours) -> None:
        self.widget.setStyleSheet(field_style("QLineEdit", colours))

    def _on_submitted(self) -> None:
        text = self.widget.text()
        value = self._filter.fit(text)
        if value != self._value:
            self._send(value)
        elif text.strip() and not value:
            self.widget.selectAll()

    def _on_text_changed(self, text: str) -> None:
        if not text.strip() and self._value:
            self._send("")
