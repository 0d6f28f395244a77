"""What the rankings page says: file names, sentences for what is empty or failed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.places import MODE_NAMES, RankingsPlace
from osubrowser.services.places.ranking_query import ranking_title
from osubrowser.ui.error_messages import Sentence, describe

if TYPE_CHECKING:
    from osubrowser.models.table.paged_model import PagedModel


class FriendsNeedPlayer(LoginRequired):
    """A guest has no friends list."""


def file_stem(place: RankingsPlace) -> str:
    """Return the name that an export has at first, without its ending."""
    parts = ["osu-ranking", place.mode, place.variant, place.type, place.country]
    if place.type == "kudosu":
        parts = ["osu-ranking", "kudosu"]
    if place.spotlight is not None:
        parts.append(str(place.spotlight))
    if place.filter == "friends":
        parts.append("friends")
    return "-".join(part for part in parts if part)


def describe_in(place: RankingsPlace, error: BaseException) -> Sentence:
    """Put into words why a place's rows did not come."""
    sentence = describe(error)
    if isinstance(error, FriendsNeedPlayer):
        return replace(
            sentence,
            text="The ranking of your friends is seen when you are signed in as a player.",
            hint="You look around as a guest, and a guest has no friends list.",
            details="",
        )
    if isinstance(error, LoginRequired):
        return replace(sentence, text="Rankings are seen when you are signed in to osu!.")
    if isinstance(error, NotFound) and place.type == "charts":
        which = "This spotlight has" if place.spotlight else "The newest spotlight has"
        return replace(sentence, text=f"{which} no ranking for {MODE_NAMES[place.mode]}.")
    if isinstance(error, NotFound) and place.country:
        return replace(sentence, text=f"osu! has no ranking for the country {place.country}.")
    return sentence


def nothing_in(
    place: RankingsPlace, country: str | None = None
) -> tuple[str, tuple[str, str] | None]:
    """Return the sentence for a ranking without entries, and what helps: (key, words of a button).

    The keys are `everyone` (not only friends) and `world` (not only one country).
    """
    name = country or place.country
    mode = MODE_NAMES[place.mode]
    if place.filter == "friends":
        who = f" in {name}" if place.country else ""
        return f"None of your friends{who} is in this ranking.", ("everyone", "Show everyone")
    if place.country:
        keys = f" with {place.variant.upper()}" if place.variant else ""
        return f"Nobody from {name} is ranked in {mode}{keys}.", ("world", "Show all countries")
    if place.type == "charts":
        return f"Nobody has played this spotlight in {mode}.", None
    return f"The {ranking_title(place)} is empty.", None


def status_of(model: PagedModel, first: int, last: int) -> str:
    """Return what the status line says: `1-50 of 10,000 · 350 loaded`.

    Args:
        model: the rows.
        first: the first visible row, from 0.
        last: the last one.
    """
    if not model.loaded:
        return ""
    if model.is_arranged:
        return f"{model.rowCount():,} of {model.loaded:,} loaded rows"
    age = seen_ago(model.seen_at)
    known = f" of {model.total:,}" if model.total else ""
    return f"{first + 1:,}-{last + 1:,}{known} · {model.loaded:,} loaded{age}"
