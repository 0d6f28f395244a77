"""Choice of mods for the figures of a difficulty: pills, the speed, and adjusted settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from osubrowser.models.beatmaps.place_mods import (
    SPEEDS,
    VALUES,
    adjusted,
    adjusted_values,
    mods_of,
    text_of,
)
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.decimal_box import DecimalBox
from osubrowser.ui.widgets.toggle_pills import TogglePills

if TYPE_CHECKING:
    from osubrowser.api.mods import Mod
    from osubrowser.ui.style.theme import Colours

_COMMON: Final = ("EZ", "HT", "DC", "HR", "DT", "NC", "HD", "FL")
_KEYS: Final = tuple(f"{keys}K" for keys in range(1, 11))
MODS_OF: Final = {
    "osu": (*_COMMON, "BL", "TC", "RX", "AP", "SO", "TD", "CL", "DA"),
    "taiko": (*_COMMON, "RX", "CL", "DA"),
    "fruits": (*_COMMON, "RX", "CL", "DA"),
    "mania": (*_COMMON, "FI", "CL", "DA"),
}
"""Mods that can be chosen, by ruleset: those that change figures."""
OF_CONVERTS: Final = (*_KEYS, "DS")
"""Mods that can be chosen on converts to mania as well."""
_ALL: Final = tuple(dict.fromkeys(one for mods in MODS_OF.values() for one in mods)) + OF_CONVERTS
_GROUPS: Final = (
    frozenset({"EZ", "HR"}),
    frozenset({"HT", "DC", "DT", "NC"}),
    frozenset({"RX", "AP"}),
    frozenset({"HD", "TC", "FI"}),
    frozenset(_KEYS),
)
"""Groups of mods of which one excludes the others."""
_SETTINGS_OF: Final = {
    "osu": ("AR", "OD", "CS", "HP"),
    "taiko": ("OD", "HP"),
    "fruits": ("AR", "CS", "HP"),
    "mania": ("OD", "HP"),
}
_BOX_EDGES: Final = 38  # pixels: frame and arrows of a number field
_DELAY: Final = 300  # milliseconds without a change of a number before it counts


class ModBar(QFrame):
    """Card that chooses mods.

    Attributes:
        changed: the chosen mods, as the text of a place: `HDDT(1.3)`; a moment after the last
            change of a number.
        pills: the mods.
        speed: the speed of the song, while a mod changes it.
        values: adjusted settings by their abbreviations, while `DA` is chosen.
        reset: removes all mods.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from osubrowser.api.mods import MODS

        self._mode = ""
        self._others: tuple[Mod, ...] = ()  # chosen by the address, without a pill
        self.setProperty("panel", True)
        self.setAccessibleName(tr("Mods"))
        tips = {acronym: MODS[acronym].name for acronym in _ALL}
        self.pills = TogglePills(tr("Mods"), [(one, one) for one in _ALL], self, tips=tips)
        for one in _ALL:
            self.pills.set_label(one, one, tr("Mod: {name}").format(name=tips[one]))
        self.speed = DecimalBox(self, lowest=50, highest=200, step=5, suffix="×", is_short=True)
        self.speed.setAccessibleName(tr("Speed of the song"))
        self.values = {name: self._value(name) for name in VALUES}
        self.reset = QPushButton(tr("No mods"), self)
        self.reset.setProperty("link", True)
        self._speed_label = QLabel(tr("Speed"), self)
        self._labels = {name: QLabel(name, self) for name in VALUES}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._emit)
        self._lay_out()
        self.pills.toggled.connect(self._on_toggled)
        self.speed.valueChanged.connect(self._timer.start)
        for box in self.values.values():
            box.valueChanged.connect(self._timer.start)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.show_mods("osu", "", is_convert=False)

    def show_mods(self, mode: str, text: str, *, is_convert: bool) -> None:
        """Set the ruleset, and the chosen mods as the text of a place; emits nothing."""
        chosen = mods_of(text)
        offered = (*MODS_OF.get(mode, ()), *(OF_CONVERTS if mode == "mania" and is_convert else ()))
        self._mode = mode
        self._timer.stop()
        for one in _ALL:
            self.pills.set_shown(one, one in offered)
        self.pills.show_chosen(mod.acronym for mod in chosen if mod.acronym in offered)
        self._others = tuple(mod for mod in chosen if mod.acronym not in offered)
        for mod in chosen:
            if mod.acronym in SPEEDS:
                self._set_speed(mod)
        settings = next((mod.settings for mod in chosen if mod.acronym == "DA"), {})
        given = adjusted_values(settings)
        for name, box in self.values.items():
            box.blockSignals(True)
            box.setValue(round(given[name] * 100) if name in given else box.minimum())
            box.blockSignals(False)
        self._show_numbers()

    @property
    def text(self) -> str:
        """The chosen mods, as the text of a place."""
        from osubrowser.api.mods import Mod

        found = []
        for acronym in self.pills.chosen:
            settings: dict[str, float] = {}
            if acronym in SPEEDS:
                speed = self.speed.value() / 100
                usual = Mod(acronym=acronym).rate
                low, high = SPEEDS[acronym]
                settings = (
                    {"speed_change": speed} if speed != usual and low <= speed <= high else {}
                )
            elif acronym == "DA":
                offered = _SETTINGS_OF.get(self._mode, ())
                settings = adjusted(
                    {
                        name: box.value() / 100 if box.value() >= 0 else None
                        for name, box in self.values.items()
                        if name in offered
                    }
                )
            found.append(Mod(acronym=acronym, settings=dict(settings)))
        return text_of((*found, *self._others))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.pills.set_colours(colours)

    # --- private ------------------------------------------------------------------------------

    def _value(self, name: str) -> DecimalBox:
        low, high = VALUES[name]
        box = DecimalBox(
            self, lowest=round(low * 100) - 10, highest=round(high * 100), step=10, is_short=True
        )
        box.setSpecialValueText(tr("as is", "value of a difficulty setting"))
        box.setValue(box.minimum())
        box.setAccessibleName(tr("{name}, adjusted").format(name=name))
        return box

    def _lay_out(self) -> None:
        numbers = QHBoxLayout()
        numbers.setSpacing(6)
        pairs = (
            (self._speed_label, self.speed),
            *((self._labels[n], b) for n, b in self.values.items()),
        )
        for label, box in pairs:
            label.setBuddy(box)
            label.setProperty("role", "secondary")
            longest = box.fontMetrics().horizontalAdvance(box.specialValueText())
            box.setFixedWidth(max(82, longest + _BOX_EDGES))
            numbers.addWidget(label)
            numbers.addWidget(box)
            numbers.addSpacing(8)
        numbers.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.pills, 1)
        top.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(numbers)

    def _show_numbers(self) -> None:
        """Show the fields of numbers that the chosen mods have."""
        chosen = self.pills.chosen
        has_speed = any(one in SPEEDS for one in chosen)
        for part in (self._speed_label, self.speed):
            part.setVisible(has_speed)
        offered = _SETTINGS_OF.get(self._mode, ()) if "DA" in chosen else ()
        for name, box in self.values.items():
            box.setVisible(name in offered)
            self._labels[name].setVisible(name in offered)
        self.reset.setVisible(bool(chosen or self._others))

    def _set_speed(self, mod: Mod) -> None:
        low, high = SPEEDS[mod.acronym]
        self.speed.blockSignals(True)
        self.speed.setRange(round(low * 100), round(high * 100))
        self.speed.setValue(round(mod.rate * 100))
        self.speed.blockSignals(False)

    def _on_toggled(self, acronym: str, is_on: bool) -> None:
        if is_on:
            from osubrowser.api.mods import Mod

            rivals = {one for group in _GROUPS if acronym in group for one in group} - {acronym}
            self.pills.show_chosen(one for one in self.pills.chosen if one not in rivals)
            if acronym in SPEEDS:
                self._set_speed(Mod(acronym=acronym))
        self._show_numbers()
        self._emit()

    def _on_reset_clicked(self) -> None:
        self.pills.show_chosen(())
        self._others = ()
        self._show_numbers()
        self._emit()
        self.pills.pill(self.pills.chosen[0] if self.pills.chosen else "EZ").setFocus()

    def _emit(self) -> None:
        self._timer.stop()
        self.changed.emit(self.text)
