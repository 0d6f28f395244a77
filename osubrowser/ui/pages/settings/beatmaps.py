"""Settings section: what the listing never shows, marks of beatmaps, and an installed osu!."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from osubrowser.models.beatmaps.listing_query import GENRE_NAMES, LANGUAGE_NAMES
from osubrowser.services.beatmaps import installed
from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.settings.schema import LONGEST_EXCLUDE, MOST_EXCLUDES
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.settings.folders import FolderChoice, FolderSection
from osubrowser.ui.pages.settings.rows import WIDEST, SettingRow, button, heading, text
from osubrowser.ui.widgets.toggle_pills import TogglePills

if TYPE_CHECKING:
    from osubrowser.services.beatmaps.local_library import OwnedState
    from osubrowser.ui.pages.settings.section import SettingsParts
    from osubrowser.ui.style.theme import Colours

_MARKS: Final = (
    (Mark.SEEN, tr("Forget seen"), tr("Remove the mark “seen” from all beatmaps")),
    (Mark.LIKED, tr("Forget liked"), tr("Remove the mark “liked” from all beatmaps")),
    (Mark.HIDDEN, tr("Forget hidden"), tr("Remove the mark “hidden” from all beatmaps")),
)
"""Each mark, and label and description of the button that removes it."""
_LONGEST_LINE: Final = 20_000


class WordsField(QLineEdit):
    """Field for words and phrases that are separated by commas.

    Args:
        name: accessible name.
        example: placeholder.
    """

    def __init__(self, name: str, example: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setMaxLength(_LONGEST_LINE)

    @property
    def words(self) -> list[str]:
        """The words, each once, without those that are too long, or too many."""
        found = (" ".join(plain(one).split()) for one in self.text().split(","))
        kept = dict.fromkeys(one for one in found if 0 < len(one) <= LONGEST_EXCLUDE)
        return list(kept)[:MOST_EXCLUDES]

    def show_words(self, words: Iterable[str]) -> None:
        """Show words, unless the field has them already: it may be being edited."""
        wanted = list(words)
        if self.words != wanted:
            self.setText(", ".join(wanted))

    def tidy(self) -> None:
        """Show the words as they are understood."""
        tidied = ", ".join(self.words)
        if self.text() != tidied:
            self.setText(tidied)


class BeatmapsSection(FolderSection):
    """Section for the listing of beatmaps, and the beatmaps of an installed osu!.

    Attributes:
        tags, mappers: fields of excluded words and names.
        genres, languages: pills of excluded ones.
        forget: buttons that remove a mark from all sets, by the mark.
        undo: puts back what was removed last.
        use_installed: whether an installed osu! is used.
        stable, lazer: controls of its folders.
        look_again: looks for it, and reads it again.
        owned: row that says what was found.
    """

    title = tr("Beatmaps")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._removed: tuple[Mark, list[int]] | None = None
        self._make_excludes()
        self._make_marks()
        self._make_installed()
        self._lay_out(
            heading(tr("Never shown in the listing"), size=15),
            _text(tr("The listing says how many it left out, and can show them for once.")),
            self.tags_row,
            self.mappers_row,
            self.genres_row,
            self.languages_row,
            10,
            self.marks_row,
            10,
            heading(tr("osu! on this computer"), size=15),
            _text(
                tr(
                    "Its files are read, and never changed, so that the listing can tell what you "
                    "have. lazer keeps files of deleted beatmaps for a while: they count, too."
                )
            ),
            self.owned,
            self.stable.row,
            self.lazer.row,
        )
        parts.beatmaps.marks.changed.connect(self._show_marks)
        parts.beatmaps.owned.state_changed.connect(self._show_owned)
        parts.beatmaps.owned.changed.connect(self._show_owned)

    def refresh(self) -> None:
        """Update all controls from settings, marks, and what is on this computer."""
        super().refresh()
        settings = self._parts.preferences.settings
        self.tags.show_words(settings.excluded_tags)
        self.mappers.show_words(settings.excluded_mappers)
        self.genres.show_chosen(map(str, settings.excluded_genres))
        self.languages.show_chosen(map(str, settings.excluded_languages))
        self.use_installed.setChecked(settings.use_installed)
        self._show_marks()
        self._show_owned()

    def finish(self) -> None:
        """Take over edited words."""
        self._set_words("excluded_tags", self.tags)
        self._set_words("excluded_mappers", self.mappers)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.genres.set_colours(colours)
        self.languages.set_colours(colours)

    # --- excludes -----------------------------------------------------------------------------

    def _make_excludes(self) -> None:
        self.tags = WordsField(tr("Excluded tags"), tr("None. For example: anime, featured artist"))
        self.mappers = WordsField(
            tr("Excluded mappers"), tr("None. Names or ids, separated by commas")
        )
        self.genres = _pills(tr("Excluded genres"), GENRE_NAMES)
        self.languages = _pills(tr("Excluded languages"), LANGUAGE_NAMES)
        self.tags_row = SettingRow(tr("Tags"), "", (self.tags,), wide=True)
        self.mappers_row = SettingRow(tr("Mappers"), "", (self.mappers,), wide=True)
        self.genres_row = SettingRow(tr("Genres"), "", (self.genres,), wide=True)
        self.languages_row = SettingRow(tr("Languages"), "", (self.languages,), wide=True)
        self.tags.editingFinished.connect(partial(self._set_words, "excluded_tags", self.tags))
        self.mappers.editingFinished.connect(
            partial(self._set_words, "excluded_mappers", self.mappers)
        )
        self.genres.changed.connect(partial(self._set_numbers, "excluded_genres"))
        self.languages.changed.connect(partial(self._set_numbers, "excluded_languages"))

    def _set_words(self, name: str, field: WordsField) -> None:
        self._parts.preferences.set(name, field.words)
        field.tidy()

    def _set_numbers(self, name: str, keys: tuple[str, ...]) -> None:
        self._parts.preferences.set(name, [int(key) for key in keys])

    # --- marks --------------------------------------------------------------------------------

    def _make_marks(self) -> None:
        self.forget: dict[Mark, QPushButton] = {}
        for mark, label, description in _MARKS:
            one = button(label, description)
            one.clicked.connect(partial(self._forget, mark))
            self.forget[mark] = one
        self.undo = button(tr("Undo"), tr("Put the removed marks back"))
        self.undo.clicked.connect(self._put_back)
        self.undo.hide()
        self.marks_row = SettingRow(
            tr("Marks", "of beatmaps, by the user"), "", (*self.forget.values(), self.undo)
        )

    def _show_marks(self) -> None:
        marks = self._parts.beatmaps.marks
        counts = {mark: marks.count(mark) for mark, *_ in _MARKS}
        for mark, one in self.forget.items():
            if one.hasFocus() and not counts[mark]:
                self.setFocus()
            one.setEnabled(bool(counts[mark]))
        said = {
            Mark.SEEN: tr("%n seen", "beatmap sets", counts[Mark.SEEN]),
            Mark.LIKED: tr("%n liked", "beatmap sets", counts[Mark.LIKED]),
            Mark.HIDDEN: tr("%n hidden", "beatmap sets", counts[Mark.HIDDEN]),
        }
        shown = [said[mark] for mark, *_ in _MARKS if counts[mark]]
        self.marks_row.say(
            tr("Beatmap sets: {counts}.").format(counts=", ".join(shown))
            if shown
            else tr("No beatmap set is marked.")
        )

    def _forget(self, mark: Mark) -> None:
        self._removed = mark, self._parts.beatmaps.marks.forget(mark)
        self.undo.show()
        self.undo.setFocus()

    def _put_back(self) -> None:
        if self._removed is not None:
            mark, set_ids = self._removed
            self._removed = None
            self._parts.beatmaps.marks.set_mark(set_ids, mark)
        self.setFocus()
        self.undo.hide()

    # --- an installed osu! --------------------------------------------------------------------

    def _make_installed(self) -> None:
        preferences = self._parts.preferences
        self.use_installed = QCheckBox(tr("Read its files"))
        self.use_installed.setAccessibleName(tr("Read an installed osu!"))
        self.look_again = button(
            tr("Look again"), tr("Look for an installed osu!, and read it again")
        )
        self.owned = SettingRow(tr("Installed osu!"), "", (self.use_installed, self.look_again))
        self.stable = self._control(
            FolderChoice(
                tr("Folder of osu!stable"),
                lambda: preferences.settings.stable_folder,
                partial(preferences.set, "stable_folder"),
                lambda: str(installed.stable_folder() or ""),
                partial(
                    _problem_with, installed.is_stable, tr("It has no osu!.db and no osu!.exe.")
                ),
                tr("Found by itself."),
            )
        )
        self.lazer = self._control(
            FolderChoice(
                tr("Data folder of osu!lazer"),
                lambda: preferences.settings.lazer_folder,
                partial(preferences.set, "lazer_folder"),
                lambda: str(installed.lazer_folder() or ""),
                partial(
                    _problem_with, installed.is_lazer, tr("It has no files and no client.realm.")
                ),
                tr("Found by itself."),
            )
        )
        self.use_installed.toggled.connect(partial(preferences.set, "use_installed"))
        self.look_again.clicked.connect(self._on_look_again)

    def _on_look_again(self) -> None:
        self._scope.start(self._looked_again(), key="look again")

    async def _looked_again(self) -> None:
        await self._parts.beatmaps.owned.rescan(look_again=True)
        self.refresh()

    def _show_owned(self) -> None:
        owned = self._parts.beatmaps.owned
        is_used = self._parts.preferences.settings.use_installed
        self.look_again.setEnabled(is_used)
        words, role = _owned_words(
            owned.state,
            len(owned.index.sets),
            len(owned.index.checksums),
            is_used=is_used,
        )
        self.owned.say(words, role)


def _text(words: str) -> QLabel:
    label = text(words)
    label.setMaximumWidth(WIDEST)
    return label


def _pills(name: str, names: dict[int, str]) -> TogglePills:
    return TogglePills(name, [(str(number), label) for number, label in names.items()])


def _owned_words(
    state: OwnedState, sets: int, difficulties: int, *, is_used: bool
) -> tuple[str, str]:
    """Return what is said of an installed osu!, and the role of the label."""
    if not is_used:
        return tr("It is not read: neither its beatmaps nor its replays are known."), "secondary"
    if state.problem:
        return plain(state.problem, 500), "warning"
    if state.is_scanning:
        return tr("It is being read: {done}.").format(
            done=numerals.percent(state.done, 0)
        ), "secondary"
    if not state.is_loaded:
        return tr("It is being looked for."), "secondary"
    if not state.has_game:
        return (
            tr("No osu! was found on this computer. If there is one, choose its folder."),
            "secondary",
        )
    words = tr("It has {sets} and {difficulties}.").format(
        sets=tr("%n beatmap set(s)", "", sets),
        difficulties=tr("%n difficulties", "", difficulties),
    )
    return words, "secondary"


def _problem_with(is_one: Callable[[Path], bool], problem: str, folder: str) -> str:
    """Return what is wrong with a folder of osu!, as a sentence. Blocks."""
    if not folder:
        return tr("None was found.")
    return "" if is_one(Path(folder)) else problem
