"""What can be done with a beatmapset: preview, the game's link, marks, copies and exports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from osubrowser.services.places.places import BeatmapsetPlace, UserPlace
from osubrowser.services.places.urls import address, parse
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.menus import add_action, copy_text, escaped, pop_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
    from osubrowser.services.beatmap_services import BeatmapServices
    from osubrowser.services.session.account import Account
    from osubrowser.ui.pages.beatmapset.header import BeatmapsetHeader
    from osubrowser.ui.sections.host import SectionParts

_LABELS: Final = {"stopped": tr("Preview"), "loading": tr("Loading …"), "playing": tr("Stop")}
_COPIED: Final = {
    "link": tr("The link is on the clipboard."),
    "title": tr("The title is on the clipboard."),
    "number": tr("The number is on the clipboard."),
    "numbers": tr("The numbers are on the clipboard."),
    "checksum": tr("The checksum is on the clipboard."),
}
_NO_GAME: Final = tr("No program on this computer opens the links of osu!.")


class BeatmapsetActions(QObject):
    """Controller of the buttons of a header.

    Args:
        header: the header, which is the Qt parent of the menu.
        parts: account, and the services of beatmaps.
        open_url: opens an address in the program that the system has for it; returns whether
            there is one.

    Attributes:
        open_requested: `(Place, how)`: open a link.
        message_requested: `(level, text)`: show a message.
    """

    open_requested = Signal(object, str)
    message_requested = Signal(str, str)

    def __init__(
        self, header: BeatmapsetHeader, parts: SectionParts, open_url: Callable[[str], bool]
    ) -> None:
        super().__init__(header)
        self._header = header
        self._account: Account = parts.account
        self._beatmaps: BeatmapServices | None = parts.beatmaps
        self._open_url = open_url
        self._subject: BeatmapsetSubject | None = None
        self._is_bound = False
        header.pressed.connect(self._on_pressed)
        header.mark_toggled.connect(self._on_mark_toggled)
        for mark in ("liked", "seen", "hidden"):
            header.buttons[mark].setEnabled(self._beatmaps is not None)

    def show_subject(self, subject: BeatmapsetSubject | None) -> None:
        """Set the beatmapset; None for none."""
        self._subject = subject
        self._bind()
        self._show_marks()
        self._show_owned()
        self._show_preview()

    # --- services -----------------------------------------------------------------------------

    def _bind(self) -> None:
        """Follow the services; they are built at the first use."""
        services = self._beatmaps
        if services is None or self._is_bound or self._subject is None:
            return
        self._is_bound = True
        services.marks.changed.connect(self._show_marks)
        services.owned.changed.connect(self._show_owned)
        services.previews.changed.connect(self._show_preview)
        services.previews.progressed.connect(self._show_preview)
        services.previews.failed.connect(self._on_preview_failed)

    def _show_marks(self, _ids: object = None) -> None:
        if self._subject is None or self._beatmaps is None:
            return
        from osubrowser.services.beatmaps.marks import Mark

        state = self._beatmaps.marks.state(self._subject.id)
        for name, mark in (("liked", Mark.LIKED), ("seen", Mark.SEEN), ("hidden", Mark.HIDDEN)):
            self._header.set_mark(name, bool(state & mark))

    def _show_owned(self) -> None:
        services, subject = self._beatmaps, self._subject
        is_owned = (
            services is not None and subject is not None and services.owned.owns(subject.beatmapset)
        )
        self._header.set_owned(is_owned)

    def _show_preview(self, key: object = None, _fraction: float = 0.0) -> None:
        services, subject = self._beatmaps, self._subject
        if services is None or subject is None:
            self._header.set_preview(tr("Preview"), 0.0, is_offered=False)
            return
        if key is not None and key != subject.id:
            return
        previews = services.previews
        state = previews.state_of(subject.id)
        fraction = previews.fraction if state.value == "playing" else 0.0
        is_offered = bool(subject.romanised.preview)
        self._header.set_preview(_LABELS[state.value], fraction, is_offered=is_offered)

    def _on_preview_failed(self, key: object, sentence: str) -> None:
        if self._subject is not None and key == self._subject.id and self._header.isVisible():
            self.message_requested.emit("warning", sentence)

    # --- buttons ------------------------------------------------------------------------------

    def _on_pressed(self, key: str) -> None:
        if key == "preview":
            self.toggle_preview()
        elif key == "game":
            self.open_in_game()
        else:
            pop_up(self.menu(), self._header.below("more"))

    def _on_mark_toggled(self, name: str, is_on: bool) -> None:
        if self._subject is None or self._beatmaps is None:
            return
        from osubrowser.services.beatmaps.marks import Mark

        mark = {"liked": Mark.LIKED, "seen": Mark.SEEN, "hidden": Mark.HIDDEN}[name]
        self._beatmaps.marks.set_mark([self._subject.id], mark, on=is_on)

    def toggle_preview(self) -> None:
        """Play the preview, or stop it."""
        subject = self._subject
        if subject is not None and self._beatmaps is not None and subject.romanised.preview:
            self._beatmaps.previews.toggle(subject.romanised.preview, subject.id, subject.title)

    def open_in_game(self) -> None:
        """Open the game's own link of the difficulty, with which it can download the set."""
        subject = self._subject
        if subject is None:
            return
        if not self._open_url(game_link(subject)):
            self.message_requested.emit("warning", _NO_GAME)

    def menu(self) -> QMenu:
        """Return the menu of everything else."""
        menu = QMenu(self._header)
        subject = self._subject
        if subject is None:
            return menu
        beatmap = subject.beatmap
        here = BeatmapsetPlace(subject.id)
        if beatmap is not None:
            here = BeatmapsetPlace(subject.id, beatmap.id, subject.mode)
        add_action(menu, tr("Open in &web browser"), self.open_requested.emit, here, "web")
        menu.addSeparator()
        add_action(menu, tr("Copy &link"), self._copy, address(here, self._account.server), "link")
        add_action(menu, tr("Copy &title"), self._copy, subject.title, "title")
        game = game_link(subject)
        add_action(menu, tr("Copy the link of the &game"), self._copy, game, "link")
        add_action(menu, tr("Copy the &number of the set"), self._copy, str(subject.id), "number")
        if beatmap is not None:
            add_action(
                menu,
                tr("Copy the number of the &difficulty"),
                self._copy,
                str(beatmap.id),
                "number",
            )
            if beatmap.checksum:
                add_action(menu, tr("Copy the &checksum"), self._copy, beatmap.checksum, "checksum")
        ids = [str(entry.beatmap.id) for entry in subject.entries if not entry.is_convert]
        if len(ids) > 1:
            words = tr("Copy the numbers of &all %n difficulties", "", len(ids))
            add_action(menu, words, self._copy, "\n".join(ids), "numbers")
        menu.addSeparator()
        self._add_searches(menu, subject)
        return menu

    def _add_searches(self, menu: QMenu, subject: BeatmapsetSubject) -> None:
        from osubrowser.models.beatmaps.set_heading import search_by

        beatmapset, heading = subject.beatmapset, subject.romanised
        if beatmapset.user_id > 0:
            there = UserPlace(beatmapset.user_id, section="beatmaps")
            label = tr("Beatmaps of {player}").format(player=escaped(heading.mapper.text))
            add_action(menu, label, self.open_requested.emit, there, "here")
        if heading.artist:
            label = tr("Beatmaps with songs of {artist}").format(artist=escaped(heading.artist))
            found = parse(search_by("artist", heading.artist))
            add_action(menu, label, self.open_requested.emit, found, "here")

    def _copy(self, text: str, what: str) -> None:
        copy_text(text)
        self.message_requested.emit("good", _COPIED[what])


def game_link(subject: BeatmapsetSubject) -> str:
    """Return the game's own link of the chosen difficulty; of the set without a known one."""
    beatmap = subject.beatmap
    if beatmap is not None and beatmap.id > 0:
        return f"osu://b/{beatmap.id}"
    return f"osu://s/{subject.id}"
