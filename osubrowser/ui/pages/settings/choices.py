"""Settings sections with few choices: appearance, sound, requests, start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from osubrowser.services.settings.schema import (
    FASTEST_PACE,
    LARGEST_TEXT,
    PACE,
    SLOWEST_PACE,
    SMALLEST_TEXT,
)
from osubrowser.services.text import numerals, translation
from osubrowser.services.text.translation import SYSTEM, tr
from osubrowser.ui.pages.settings.rows import NumberField, SettingRow, button
from osubrowser.ui.pages.settings.section import SettingsSection
from osubrowser.ui.style.theme import CHOICES
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.ui.pages.settings.section import SettingsParts
    from osubrowser.ui.style.theme import Colours

_REPLAYS: Final = tr("Replays have a limit of their own: 10 a minute.")
_TITLES = (("romanised", tr("Romanised", "titles")), ("original", tr("Original", "titles")))


def _languages() -> list[tuple[str, str]]:
    """Return the choices of a language: each in its own name, and which one the system's is."""
    names = translation.LANGUAGES
    own = names[translation.resolve(SYSTEM)]
    system = (SYSTEM, tr("As the system ({language})").format(language=own))
    return [system, *names.items()]


def _restart_button() -> QPushButton:
    made = button(tr("Restart now"), tr("Restart osubrowser now, with the same tabs"))
    made.hide()
    return made


class AppearanceSection(SettingsSection):
    """Section for theme, text size, titles and pictures."""

    title = tr("Appearance")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        preferences = parts.preferences
        self.theme = Segments(tr("Theme"), CHOICES)
        self.text_size = NumberField(
            tr("Text size"), SMALLEST_TEXT, LARGEST_TEXT, step=10, unit="%"
        )
        self.language = Segments(tr("Language"), _languages())
        self.restart_text, self.restart_language = _restart_button(), _restart_button()
        self.titles = Segments(tr("Titles of songs"), _TITLES)
        self.reduce_motion = QCheckBox(tr("Less motion"))
        self.reduce_motion.setAccessibleName(tr("Less motion"))
        self.pictures = QCheckBox(tr("Avatars, covers, flags"))
        self.pictures.setAccessibleName(tr("Load pictures"))
        self.no_picture = QPushButton(tr("No picture"))
        self.no_picture.setAccessibleName(tr("No picture behind the welcome page"))
        self.no_picture.setToolTip(tr("Show no picture behind the welcome page"))
        self._lay_out(
            SettingRow(tr("Theme"), "", (self.theme,)),
            SettingRow(
                tr("Text size"),
                tr("Of everything in the window, from the next start on."),
                (self.restart_text, self.text_size),
            ),
            SettingRow(
                tr("Language"),
                tr("Of this program, from the next start on; osu! has its own."),
                (self.restart_language, self.language),
            ),
            SettingRow(
                tr("Titles of songs"),
                tr("Original ones are written as the artist does, many of them in Japanese."),
                (self.titles,),
            ),
            SettingRow(
                tr("Motion"),
                tr("With less of it, the progress of a load stands still."),
                (self.reduce_motion,),
            ),
            SettingRow(
                tr("Load pictures"),
                tr("Without them osu! is asked for nothing but the answers themselves."),
                (self.pictures,),
            ),
            SettingRow(
                tr("Welcome page"),
                tr("One of the game's seasonal backgrounds behind it (osubrowser:backgrounds)."),
                (self.no_picture,),
            ),
        )
        self.theme.chosen.connect(partial(preferences.set, "theme"))
        self.text_size.valueChanged.connect(partial(preferences.set, "text_size"))
        self.language.chosen.connect(partial(preferences.set, "language"))
        for restart in (self.restart_text, self.restart_language):
            restart.clicked.connect(lambda: parts.restart())
        self.titles.chosen.connect(partial(preferences.set, "titles"))
        self.reduce_motion.toggled.connect(partial(preferences.set, "reduce_motion"))
        self.pictures.toggled.connect(partial(preferences.set, "pictures"))
        self.no_picture.clicked.connect(self._on_no_picture_clicked)

    def refresh(self) -> None:
        """Update the controls from the preferences."""
        preferences = self._parts.preferences
        self.theme.choose(preferences.settings.theme)
        self.text_size.setValue(preferences.settings.text_size)
        language = preferences.settings.language
        self.language.choose(language if language in translation.LANGUAGES else SYSTEM)
        self.restart_text.setVisible(preferences.settings.text_size != self._parts.text_size)
        self.restart_language.setVisible(translation.resolve(language) != translation.language())
        self.titles.choose(preferences.settings.titles)
        self.reduce_motion.setChecked(preferences.settings.reduce_motion)
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
        self.language.set_colours(colours)
        self.titles.set_colours(colours)


class SoundSection(SettingsSection):
    """Section for the volume of preview sounds."""

    title = tr("Sound")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.volume = NumberField(tr("Volume of previews"), 0, 100, step=5, unit="%")
        self._lay_out(
            SettingRow(
                tr("Volume of previews"),
                tr("Of the songs of beatmaps, wherever they are played. 0 % is silent."),
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

    title = tr("Requests")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.pace = NumberField(
            tr("Requests a minute"), SLOWEST_PACE, FASTEST_PACE, step=6, unit=tr("a minute")
        )
        self.row = SettingRow(tr("Most requests to osu!"), "", (self.pace,))
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
        every = tr(
            "One every {seconds} s over a longer time; a handful at once is always fine."
        ).format(seconds=numerals.decimal(60 / pace, 0 if 60 % pace == 0 or pace <= 6 else 1))
        if pace > PACE:
            self.row.say(
                every
                + " "
                + tr(
                    "osu! asks programs to stay at {pace} or below, and may shut out one that "
                    "does not."
                ).format(pace=PACE),
                "warning",
            )
        else:
            self.row.say(f"{every} {_REPLAYS}")


class StartSection(SettingsSection):
    """Section for the places that a start opens."""

    title = tr("Start")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.reopen = QCheckBox(tr("Open the last places again"))
        self.reopen.setAccessibleName(tr("Open the last places again at the start"))
        self._lay_out(
            SettingRow(
                tr("When the program starts"),
                tr("What is in the tabs and beside them, as it was at the end of the last run."),
                (self.reopen,),
            )
        )
        self.reopen.toggled.connect(partial(parts.preferences.set, "reopen"))

    def refresh(self) -> None:
        """Update the controls from the preferences."""
        self.reopen.setChecked(self._parts.preferences.settings.reopen)
