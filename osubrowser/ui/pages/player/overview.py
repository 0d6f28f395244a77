"""Overview section of a profile: figures, charts and facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from osubrowser.models.players.profile import Profile
from osubrowser.services.places.places import WebAddress
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.charts.chart import BarChart, Curve, LineChart
from osubrowser.ui.sections.host import ScrolledSection
from osubrowser.ui.widgets.plain_text import FactGrid, FigureGrid

if TYPE_CHECKING:
    from osubrowser.models.players.history import ChangedFigures
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


_CHART, _EMPTY_CHART = 190, 84  # heights
_SIDE_BY_SIDE = 860  # width in pixels from which the two smaller charts share a row


@dataclass(frozen=True, slots=True)
class OverviewState:
    """Saved state of the overview: its scroll position."""

    offset: int


class OverviewSection(ScrolledSection[Profile]):
    """Section that shows the profile itself; it needs no load."""

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(tr("Overview"), parent)
        self.figures = FigureGrid(self)
        self.ranks = LineChart(
            tr("Global rank, last 90 days"),
            tr("There was no rank in the last 90 days."),
            lambda value: f"#{numerals.whole(round(value))}",
            self,
            is_reversed=True,
        )
        self.plays = BarChart(tr("Plays per month"), tr("Nothing was played yet."), _count, self)
        self.replays = BarChart(
            tr("Replays watched by others per month"),
            tr("Nobody has watched a replay yet."),
            _count,
            self,
        )
        self.facts = FactGrid(tr("About the player"), self)
        self.facts.link_requested.connect(self._on_link_requested)
        self._lay_out()
        self.set_colours(parts.colours)

    # --- requests of the page -----------------------------------------------------------------

    def show_subject(self, subject: Profile, state: object | None = None) -> None:
        """Show the figures, the charts and the facts of a profile."""
        profile = subject
        self.figures.show_figures(profile.figures, profile.grades)
        for chart, data in (
            (self.ranks, profile.ranks),
            (self.plays, profile.plays),
            (self.replays, profile.replays),
        ):
            chart.show_curves([Curve("", data)])
            chart.setFixedHeight(_CHART if data else _EMPTY_CHART)
        self.facts.show_facts(profile.facts)
        offset = state.offset if isinstance(state, OverviewState) else 0
        self.scroll_to(offset)
        self.status_changed.emit("")

    def show_changed(self, changed: ChangedFigures) -> None:
        """Show the figures with their changes since an earlier day."""
        self.figures.show_figures(changed.figures, changed.grades)

    def save_state(self) -> object:
        """Return the scroll position."""
        return OverviewState(self.offset)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.figures, self.ranks, self.plays, self.replays):
            part.set_colours(colours)

    def copy_selection(self) -> None:
        """Copy all figures to the clipboard as TSV: name and figure."""
        QGuiApplication.clipboard().setText(self.figures.words)
        self.message_requested.emit("good", tr("The figures are on the clipboard."))

    # --- private ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(10)
        self._pair.addWidget(self.plays)
        self._pair.addWidget(self.replays)
        column = self.column
        column.addWidget(self.figures)
        column.addWidget(self.ranks)
        column.addLayout(self._pair)
        column.addWidget(self.facts)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the smaller charts side by side where they fit."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(across if wide else down)

    def _on_link_requested(self, link: str) -> None:
        place = parse(link, origins=(HOME,))
        self.open_requested.emit(place if place is not None else WebAddress(link), "here")


def _count(value: float) -> str:
    return numerals.whole(value)
