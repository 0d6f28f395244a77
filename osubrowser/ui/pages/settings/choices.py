"""Settings sections with few choices: appearance, sound, requests, start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from osubrowser.services.settings.schema import (
    FASTEST_PACE,
    LARGEST_TEXT,
    PACE,
    SLOWEST_PACE,
    SMALLEST_TEXT,
)
from osubrowser.ui.pages.settings.rows import NumberField, SettingRow
from osubrowser.ui.pages.settings.section import SettingsSection
from osubrowser.ui.style.theme import CHOICES
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.ui.pages.settings.section import SettingsParts
    from osubrowser.ui.style.theme import Colours

_TITLES = (("romanised", "Romanised"), ("original", "Original"))


class AppearanceSection(SettingsSection):
    """Section for theme, text size, titles and pictures."""

    title = "Appearance"

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        preferences = parts.preferences
        self.theme = Segments("Theme", CHOICES)
        self.text_size = NumberField("Text size", SMALLEST_TEXT, LARGEST_TEXT, step=10, unit="%")
        self.titles = Segments("Titles of songs", _TITLES)
        self.pictures = QCheckBox("Avatars, covers, flags")
        self.pictures.setAccessibleName("Load pictures")
        self.no_picture = QPushButton("No picture")
        self.no_picture.setAccessibleName("No picture behind the welcome page")
        self.no_picture.setToolTip("Show no picture behind the welcome page")
        self._lay_out(
            SettingRow("Theme", "", (self.theme,)),
            SettingRow(
                "Text size",
                "Of everything in the window, from the next start on.",
                (self.text_size,),
            ),
            SettingRow(
                "Titles of songs",
                "Original ones are written as the artist does, many of them in Japanese.",
                (self.titles,),
            ),
            SettingRow(
                "Load pictures",
                "Without them osu! is asked for nothing but the answers themselves.",
                (self.pictures,),
            ),
            SettingRow(
                "Welcome page",
                "One of the game's seasonal backgrounds behind it (osubrowser:backgrounds).",
                (self.no_picture,),
            ),
        )
        self.theme.chosen.connect(partial(preferences.set, "theme"))
        self.text_size.valueChanged.connect(partial(preferences.set, "text_size"))
        self.titles.chosen.connect(partial(preferences.set, "titles"))
        self.pictures.toggled.connect(partial(preferences.set, "pictures"))
        self.no_picture.clicked.connect(self._on_no_picture_clicked)

    def refresh(self) -> None:
        """Update the controls from the preferences."""
        preferences = self._parts.preferences
        self.theme.choose(preferences.settings.theme)
        self.text_size.setValue(preferences.settings.text_size)
        self.titles.choose(preferences.settings.titles)
        self.pictures.setChecked(preferences.settings.pictures)
        self.no_picture.setEnabled(bool(preferences.settings.welcome_picture))

    def _on_no_picture_clicked(self) -> None:
        self._parts.preferences.set("welcome_picture", "")
        self.refresh()

    def finish(self) -> None:
        """Commit edited numbers."""
        self.text_size.interpretText()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.theme.set_colours(colours)
        self.titles.set_colours(colours)


class SoundSection(SettingsSection):
    """Section for the volume of preview sounds."""

    title = "Sound"

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.volume = NumberField("Volume of previews", 0, 100, step=5, unit="%")
        self._lay_out(
            SettingRow(
                "Volume of previews",
                "Of the songs of beatmaps, wherever they are played. 0 % is silent.",
                (self.volume,),
            )
        )
        self.volume.valueChanged.connect(partial(parts.preferences.set, "preview_volume"))

    def refresh(self) -> None:
        """Update the controls from the preferences."""
        self.volume.setValue(self._parts.preferences.settings.preview_volume)

    def finish(self) -> None:
        """Commit edited numbers."""
        self.volume.interpretText()


class RequestsSection(SettingsSection):
    """Section for the rate of requests."""

    title = "Requests"

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.pace = NumberField(
            "Requests a minute", SLOWEST_PACE, FASTEST_PACE, step=6, unit="a minute"
        )
        self.row = SettingRow("Most requests to osu!", "", (self.pace,))
        self._lay_out(self.row)
        self.pace.valueChanged.connect(partial(parts.preferences.set, "pace"))
        self.pace.valueChanged.connect(self._explain)

    def refresh(self) -> None:
        """Update the controls from the preferences."""
        self.pace.setValue(self._parts.preferences.settings.pace)
        self._explain(self.pace.value())

    def finish(self) -> None:
        """Commit edited numbers."""
        self.pace.interpretText()

    def _explain(self, pace: int) -> None:
        every = f"One every {60 / pace:.2g} s over a longer time; a handful at once is always fine."
        if pace > PACE:
            self.row.say(
                f"{every} osu! asks programs to stay at {PACE} or below, and may shut out one "
                "that does not.",
                "warning",
            )
        else:
            self.row.say(f"{every} Replays have a limit of their own: 10 a minute.")


class StartSection(SettingsSection):
    """Section for the places that a start opens."""

    title = "Start"

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.reopen = QCheckBox("Open the last places again")
        self.reopen.setAccessibleName("Open the last places again at the start")
        self._lay_out(
            SettingRow(
                "When the program starts",
                "What is in the tabs and beside them, as it was at the end of the last run.",
                (self.reopen,),
            )
        )
        self.reopen.toggled.connect(partial(parts.preferences.set, "reopen"))

    def refresh(self) -> None:
        """Update the controls from the preferences."""
        self.reopen.setChecked(self._parts.preferences.settings.reopen)
