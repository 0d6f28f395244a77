"""Bar of the local filters of the beatmap listing, each with the number of sets that it hides."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from osubrowser.models.beatmaps.local_filters import Hidden, LocalFilters
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.picker import Picker
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.toggle_pills import TogglePills

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_PILLS: Final = (
    ("seen", tr("Hide seen"), Hidden.SEEN),
    ("marked", tr("Hide hidden"), Hidden.MARKED),
    ("liked", tr("Only liked"), Hidden.NOT_LIKED),
    ("not", tr("Hide owned"), Hidden.OWNED),
    ("only", tr("Only owned"), Hidden.NOT_OWNED),
    ("excludes", tr("Excludes"), Hidden.EXCLUDED),
)
_TIPS: Final = {
    "seen": tr("Hide the sets that you have marked as seen (S)"),
    "marked": tr("Hide the sets that you have hidden (H)"),
    "liked": tr("Show only the sets that you have marked as liked (L)"),
    "not": tr("Hide the sets that are on this computer"),
    "only": tr("Show only the sets that are on this computer"),
    "excludes": tr("Hide what you never want to see: mappers, tags, genres, languages"),
}
_COUNTS: Final = {
    "seen": tr("Hide seen: {count} seen"),
    "marked": tr("Hide hidden: {count} hidden by you"),
    "liked": tr("Only liked: {count} not liked"),
    "not": tr("Hide owned: {count} owned"),
    "only": tr("Only owned: {count} not owned"),
    "excludes": tr("Excludes: {count} excluded"),
}
"""Accessible names of the filters that are on."""
_RULESET: Final = "ruleset:"
NO_GAME: Final = tr("No osu! was found on this computer: you can choose its folder in the settings")


class LocalBar(QWidget):
    """Bar of local filters: they hide rows that have come, and ask osu! for nothing.

    Args:
        parent: the Qt parent.

    Attributes:
        filters_changed: `LocalFilters`: those that the user has chosen.
        excludes_toggled: whether the permanent excludes apply.
        edit_requested: the list of excludes is to be opened.
    """

    filters_changed = Signal(object)
    excludes_toggled = Signal(bool)
    edit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = LocalFilters()
        self._counts: Mapping[Hidden, int] = {}
        self._excludes = 0
        self._uses_excludes = True
        self._content = QWidget(self)
        self.ruleset = Picker(tr("Ruleset"), self._content, width=240)
        self.pills = TogglePills(
            tr("Local filter"),
            [(key, label) for key, label, _ in _PILLS],
            self._content,
            tips=_TIPS,
        )
        self.edit = QPushButton(tr("Edit excludes …"), self._content)
        self.edit.setProperty("link", True)
        self.edit.setAutoDefault(True)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.ruleset, self.pills, self.edit):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._strip = ScrollStrip(self._content, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._strip)
        layout.addStretch(1)
        self.ruleset.set_choices(
            [Choice("", tr("Any ruleset")), *(Choice(key, _only(key)) for key in MODE_NAMES)]
        )
        self.ruleset.chosen.connect(lambda key: self._tell(ruleset=key or None))
        self.pills.toggled.connect(self._on_toggled)
        self.edit.clicked.connect(self.edit_requested)
        self.show_filters(self._filters)

    @property
    def filters(self) -> LocalFilters:
        """The choices, without the excludes."""
        return self._filters

    def show_filters(self, filters: LocalFilters) -> None:
        """Set the choices without emitting `filters_changed`."""
        self._filters = filters
        self._show()

    def show_counts(self, counts: Mapping[Hidden, int]) -> None:
        """Set how many sets each filter hides."""
        if counts != self._counts:
            self._counts = dict(counts)
            self._show()

    def show_excludes(self, count: int, *, are_used: bool) -> None:
        """Set the number of permanent excludes, and whether they apply."""
        if (count, are_used) != (self._excludes, self._uses_excludes):
            self._excludes, self._uses_excludes = count, are_used
            self._show()

    def set_owned(self, *, is_known: bool, has_game: bool) -> None:
        """Set whether it is known what is on this computer, and whether osu! is."""
        for key in ("not", "only"):
            pill = self.pills.pill(key)
            pill.setEnabled(has_game or not is_known)
            waiting = "" if is_known else tr("The list of what you own is being read")
            tip = ". ".join(filter(None, (_TIPS[key], waiting)))
            pill.setToolTip(tip if has_game or not is_known else NO_GAME)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.ruleset, self.pills, self._strip):
            part.set_colours(colours)

    # --- private ------------------------------------------------------------------------------

    def _on_toggled(self, key: str, is_on: bool) -> None:
        match key:
            case "seen":
                self._tell(hide_seen=is_on)
            case "marked":
                self._tell(hide_marked=is_on)
            case "liked":
                self._tell(liked_only=is_on)
            case "excludes":
                self.excludes_toggled.emit(is_on)
            case _:
                self._tell(owned=key if is_on else "any")

    def _tell(self, **changes: object) -> None:
        filters = replace(self._filters, **changes)  # type: ignore[arg-type] # fields of its own
        if filters != self._filters:
            self.show_filters(filters)
            self.filters_changed.emit(filters)

    def _show(self) -> None:
        filters = self._filters
        on = {
            "seen": filters.hide_seen,
            "marked": filters.hide_marked,
            "liked": filters.liked_only,
            "not": filters.owned == "not",
            "only": filters.owned == "only",
            "excludes": self._uses_excludes and self._excludes > 0,
        }
        self.pills.show_chosen([key for key, is_on in on.items() if is_on])
        for key, label, reason in _PILLS:
            count = self._counts.get(reason, 0) if on[key] else 0
            self.pills.set_label(
                key,
                f"{label} · {numerals.whole(count)}" if count else label,
                _COUNTS[key].format(count=numerals.whole(count)) if count else label,
            )
        self.pills.set_shown("excludes", self._excludes > 0)
        self.edit.setText(tr("Edit …") if self._excludes else tr("Exclude …"))
        self.edit.setAccessibleName(tr("Edit what is never shown"))
        self.edit.setToolTip(tr("Mappers, tags, genres and languages that are never shown"))
        ruleset = filters.ruleset
        if ruleset is None:
            self.ruleset.set_current(Choice("", tr("Any ruleset")))
        else:
            count = self._counts.get(Hidden.RULESET, 0)
            said = (
                tr("Only with {mode} · {count} without").format(
                    mode=MODE_NAMES[ruleset], count=numerals.whole(count)
                )
                if count
                else _only(ruleset)
            )
            self.ruleset.set_current(Choice(ruleset, said))


def _only(mode: str) -> str:
    return tr("Only with {mode}").format(mode=MODE_NAMES[mode])


def names_of(filters: LocalFilters) -> list[str]:
    """Return the names of the filters that are on, for the settings; see `filters_of`."""
    found = {
        "seen": filters.hide_seen,
        "marked": filters.hide_marked,
        "liked": filters.liked_only,
        filters.owned: filters.owned != "any",
        f"{_RULESET}{filters.ruleset}": filters.ruleset is not None,
    }
    return [name for name, is_on in found.items() if is_on]


def filters_of(names: Collection[str]) -> LocalFilters:
    """Return the filters of saved names; unknown ones are ignored."""
    rulesets = (one for one in MODE_NAMES if f"{_RULESET}{one}" in names)
    return LocalFilters(
        ruleset=next(rulesets, None),
        hide_seen="seen" in names,
        hide_marked="marked" in names,
        liked_only="liked" in names,
        owned=next((one for one in ("not", "only") if one in names), "any"),
    )
