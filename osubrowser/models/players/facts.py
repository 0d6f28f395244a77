"""Facts of a profile other than figures: join date, play style, location, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from osubrowser.models.text.dates import ago, day, minute
from osubrowser.models.text.numbers import whole
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from osubrowser.api.entities.users import User

_WEB = ("http://", "https://")


class Fact(NamedTuple):
    """Labelled fact of a player.

    Attributes:
        key: its name in code.
        label: what it is.
        text: what is told.
        link: the address that it leads to, or "".
    """

    key: str
    label: str
    text: str
    link: str = ""


def facts_of(user: User, now: datetime) -> tuple[Fact, ...]:
    """Return the facts of a profile (`users/{user}`), without empty ones."""
    return tuple(fact for fact in _facts(user, now) if fact.text)


def _facts(user: User, now: datetime) -> Iterator[Fact]:
    joined = day(user.join_date)
    if joined:
        joined += f" ({ago(user.join_date, now)})"
    yield Fact("join_date", "Joined", joined)
    seen = minute(user.last_visit)
    yield Fact("last_visit", "Last seen", "online now" if user.is_online else seen)
    names = ", ".join(plain(name, 60) for name in user.previous_usernames or ())
    yield Fact("previous_usernames", "Former names", plain(names))
    yield Fact("title", "Title", plain(user.title or ""), _link(user.title_url))
    yield Fact("groups", "Groups", plain(", ".join(plain(g.name) for g in user.groups or ())))
    for badge in user.badges or ():
        when = day(badge.awarded_at)
        text = plain(badge.description) + (f", {when}" if when else "")
        yield Fact("badges", "Badge", text, _link(badge.url))
    yield Fact("playstyle", "Plays with", plain(", ".join(user.playstyle or ())))
    yield Fact("location", "Location", plain(user.location or ""))
    yield Fact("occupation", "Occupation", plain(user.occupation or ""))
    yield Fact("interests", "Interests", plain(user.interests or ""))
    yield Fact("website", "Website", plain(user.website or ""), _link(user.website))
    yield Fact("discord", "Discord", plain(user.discord or ""))
    name = plain(user.twitter or "").removeprefix("@")
    yield Fact("twitter", "Twitter", f"@{name}" if name else "")
    yield from _counts(user)
    for entry in user.account_history or ():
        words = f"{str(entry.type).replace('_', ' ')}, {day(entry.timestamp)}"
        if entry.description:
            words += f": {entry.description}"
        yield Fact("account_history", "Account standing", plain(words))


def _counts(user: User) -> Iterator[Fact]:
    if user.user_achievements is not None:
        yield Fact("medals", "Medals", whole(len(user.user_achievements)))
    for key, label, count in (
        ("follower_count", "Followers", user.follower_count),
        ("mapping_follower_count", "Mapping followers", user.mapping_follower_count),
        ("post_count", "Forum posts", user.post_count),
        ("comments_count", "Comments", user.comments_count),
        ("beatmap_playcounts_count", "Beatmaps played", user.beatmap_playcounts_count),
    ):
        if count is not None:
            yield Fact(key, label, whole(count))
    if user.kudosu is not None:
        text = f"{user.kudosu.total:,} earned, {user.kudosu.available:,} left"
        yield Fact("kudosu", "Kudosu", text)


def _link(url: str | None) -> str:
    """Return a URL if it is safe to open in a web browser, else ""."""
    fits = url and url.lower().startswith(_WEB) and plain(url, 2000) == url
    return url if url and fits else ""
