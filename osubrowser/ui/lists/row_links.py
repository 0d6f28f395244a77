"""Links of rows: the places that a row leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from osubrowser.services.places.places import ScorePlace, ThingPlace
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.menus import escaped

if TYPE_CHECKING:
    from osubrowser.api.entities.scores import Score
    from osubrowser.api.entities.teams import Team
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.services.places.places import Place


@dataclass(frozen=True, slots=True)
class RowLink:
    """Places that a row of a list leads to.

    Attributes:
        place: opened by Enter or a double click.
        name: name of the subject of the row, for copying; "" for none.
        country: code and name of the country of a player; None for none.
        more: other places, each with its menu label.
    """

    place: Place
    name: str = ""
    country: tuple[str, str] | None = None
    more: tuple[tuple[str, Place], ...] = ()


def place_of_score(score: Score) -> ScorePlace | None:
    """Return the place of a score: by its id, or by that of stable; None for one without an id."""
    if score.score_id:
        return ScorePlace(score.score_id)
    if score.legacy_score_id:
        mode = score.mode
        return ScorePlace(score.legacy_score_id, mode if mode and mode.is_known else None)
    return None


def country_of(user: UserCompact) -> tuple[str, str] | None:
    """Return code and name of the country of a player, for `RowLink`; None without one."""
    return (user.country_code, plain(user.country_name)) if user.country_code else None


def team_link(team: Team | None) -> tuple[tuple[str, Place], ...]:
    """Return the team of a player as a further place of a link, with its menu label."""
    if team is None or not team.id:
        return ()
    name = escaped(plain(team.name or team.short_name, 40))
    return ((tr("Open &team {name}").format(name=name).rstrip(), ThingPlace("team", str(team.id))),)
