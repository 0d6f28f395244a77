"""What the parts of a player's page wish for: other rulesets, sections, players, pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from osubrowser.services.places.places import RankingsPlace, ThingPlace, UserPlace

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.pages.player.parts.header import PlayerHeader
    from osubrowser.ui.sections.host import SectionHost


class PlayerLinks:
    """Answers the wishes of the header and of the sections by those of their page.

    Args:
        page: whose signals are emitted.
        place: answers the place that is shown.
        profile: answers the player that is shown.
    """

    def __init__(
        self, page: Page, place: Callable[[], Place], profile: Callable[[], Profile | None]
    ) -> None:
        self._page = page
        self._place = place
        self._profile = profile
        self._partner: tuple[int | str, int | str] | None = None  # who was compared with whom

    def serve(self, header: PlayerHeader, host: SectionHost[Profile]) -> None:
        """Answer the wishes of these."""
        header.mode_chosen.connect(self._on_mode_chosen)
        header.country_requested.connect(self._on_country_requested)
        header.team_requested.connect(self._on_team_requested)
        host.section_chosen.connect(self._on_section_chosen)
        host.open_requested.connect(self._on_open_requested)
        host.place_requested.connect(self._on_place_requested)

    def note_place(self, place: UserPlace) -> None:
        """Take note of who is compared, so that the section's pill leads back there."""
        if place.compare is not None:
            self._partner = (place.user, place.compare)

    def forget(self) -> None:
        """Forget who was compared: another account asks."""
        self._partner = None

    def _on_mode_chosen(self, mode: str) -> None:
        place = self._place()
        if isinstance(place, UserPlace):
            self._page.move_to(replace(place, mode=mode))

    def _on_section_chosen(self, key: str) -> None:
        place = self._place()
        if isinstance(place, UserPlace):
            compare = None
            if key == "compare" and self._partner is not None and self._partner[0] == place.user:
                compare = self._partner[1]
            self._page.move_to(replace(place, section=key, compare=compare))

    def _on_place_requested(self, place: UserPlace, instead: bool) -> None:
        if place.compare is None and place.section == "compare":
            self._partner = None
        self._page.move_to(place, replace=instead)

    def _on_open_requested(self, place: Place, how: str) -> None:
        """Open a place; another player is shown in this page."""
        if isinstance(place, UserPlace) and how == "here":
            self._page.move_to(place)
        else:
            self._page.open_requested.emit(place, how)

    def _on_country_requested(self) -> None:
        profile = self._profile()
        if profile is not None:
            there = RankingsPlace(profile.mode, country=profile.country_code)
            self._page.open_requested.emit(there, "here")

    def _on_team_requested(self) -> None:
        profile = self._profile()
        if profile is not None and profile.team is not None:
            self._page.open_requested.emit(ThingPlace("team", str(profile.team.id)), "here")
