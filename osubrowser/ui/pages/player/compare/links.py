"""What a comparison leads to: another second player, the players swapped, and their pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from osubrowser.services.places.places import UserPlace

if TYPE_CHECKING:
    from osubrowser.models.players.comparison import Comparison
    from osubrowser.models.players.profile import Profile
    from osubrowser.ui.pages.player.compare.bar import CompareBar
    from osubrowser.ui.pages.player.compare.view import CompareView
    from osubrowser.ui.pages.player.sections import Section


class CompareLinks:
    """Answers the wishes of the bar and of the cards by those of their section.

    Args:
        section: whose signals are emitted.
        profile: answers the first player.
        comparison: answers what is shown; None until the second player is known.
        origin: answers `https://host` of the server.
    """

    def __init__(
        self,
        section: Section,
        *,
        profile: Callable[[], Profile | None],
        comparison: Callable[[], Comparison | None],
        origin: Callable[[], str],
    ) -> None:
        self._section = section
        self._profile = profile
        self._comparison = comparison
        self._origin = origin

    def serve(self, bar: CompareBar, view: CompareView) -> None:
        """Answer the wishes of these."""
        bar.player_chosen.connect(self._on_player_chosen)
        bar.swap_requested.connect(self._on_swap_requested)
        bar.stop_requested.connect(lambda: self._go_to(None))
        view.opened.connect(self._section.open_requested)
        view.menu_requested.connect(self._on_card_menu_requested)

    def _on_player_chosen(self, user: int | str) -> None:
        profile = self._profile()
        if profile is None:
            return
        shown = self._comparison()
        if shown is not None and user == shown.right.name:
            return
        if user == profile.id or str(user).casefold() == profile.name.casefold():
            self._section.message_requested.emit("info", f"That is {profile.name} already.")
            return
        self._go_to(user)

    def _go_to(self, other: int | str | None) -> None:
        profile = self._profile()
        if profile is not None:
            place = self._section.place
            mode = place.mode if place is not None else profile.mode
            there = UserPlace(profile.id, mode, compare=other, section="compare")
            self._section.place_requested.emit(there, False)

    def _on_swap_requested(self) -> None:
        comparison = self._comparison()
        if comparison is not None:
            left, right = comparison.left, comparison.right
            place = UserPlace(right.id, left.mode, compare=left.id, section="compare")
            self._section.place_requested.emit(place, False)

    def _on_card_menu_requested(self, place: UserPlace, name: str, where: QPoint) -> None:
        from osubrowser.ui.pages.player.compare.menu import player_menu
        from osubrowser.ui.pages.rankings.links import pop_up

        section = self._section
        pop_up(
            player_menu(section, place, name, section.open_requested.emit, self._origin()), where
        )
