"""Profile of a player in a ruleset: loaded and formatted on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.models.players.charts import ChartData, month_chart, rank_chart
from osubrowser.models.players.facts import Fact, facts_of
from osubrowser.models.players.figures import Figure, Grade, figures_of, grades_of
from osubrowser.models.rankings.players import country_name_of
from osubrowser.models.text.dates import ago, minute
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import User

_LONGEST_NAME = 60


class Pill(NamedTuple):
    """Group or badge: short text, colour (`#RRGGBB`, None for none), full text."""

    text: str
    colour: str | None
    words: str


class Badge(NamedTuple):
    """Awarded badge: a picture and its description."""

    url: str
    words: str


class TeamWords(NamedTuple):
    """Team of a player."""

    id: int
    name: str
    tag: str
    flag: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """Formatted profile of a player in one ruleset.

    Attributes:
        user: as osu! sent it.
        id: of the player.
        name: safe to show.
        mode: the ruleset of the figures, as the API writes it.
        colour: of the name, `#RRGGBB`; None for the usual one.
        hue: of the profile, 1 to 359; None for the usual one.
        avatar, cover: addresses of pictures, or None.
        country_code, country: two letters and the name; "" for none.
        team: or None.
        title: what osu! calls the player beside the name, or "".
        groups, badges: of the player.
        is_online: whether the player is there now.
        presence: `Online`, `Last seen 3 days ago`; "" if it is hidden.
        seen: the moment of the last visit, or "".
        supporter: `osu!supporter` with its level as hearts; "" for none.
        followers: `59,499 followers`, or "".
        previous_names: `Formerly a, b`, or "".
        notice: a sentence about what is out of the ordinary, or "".
        figures, grades, facts: what the overview shows.
        ranks, plays, replays: the curves.
    """

    user: User
    id: int
    name: str
    mode: str
    colour: str | None
    hue: int | None
    avatar: str | None
    cover: str | None
    country_code: str
    country: str
    team: TeamWords | None
    title: str
    groups: tuple[Pill, ...]
    badges: tuple[Badge, ...]
    is_online: bool
    presence: str
    seen: str
    supporter: str
    followers: str
    previous_names: str
    notice: str
    figures: tuple[Figure, ...]
    grades: tuple[Grade, ...]
    facts: tuple[Fact, ...]
    ranks: ChartData
    plays: ChartData
    replays: ChartData

    def figure(self, key: str) -> Figure | None:
        """Return the figure with this key."""
        return next((figure for figure in self.figures if figure.key == key), None)


def load_profile(client: Client, user: int | str, mode: str | None) -> Profile:
    """Load and format a player (`users/{user}/{mode?}`); blocks, for a worker.

    Args:
        client: who asks.
        user: an id (a number) or a name (a text, also one of digits).
        mode: a ruleset; None for the player's own.

    Raises:
        NotFound: there is no such player, or the account is restricted.
        OsuError: anything else that went wrong.
    """
    key = "id" if isinstance(user, int) else "username"
    return profile_of(client.user(user, mode=mode, key=key), mode)


def load_own_profile(client: Client, mode: str | None) -> Profile:
    """Load and format the player who is signed in (`me/{mode?}`), like `load_profile`."""
    return profile_of(client.get_me(mode), mode)


def profile_of(user: User, mode: str | None, *, now: datetime | None = None) -> Profile:
    """Format a player.

    Args:
        user: as `users/{user}/{mode?}` answers.
        mode: the ruleset that was asked for; None for the player's own.
        now: when the answer came; None for this moment.
    """
    now = now or datetime.now(UTC)
    shown = mode or str(user.playmode)
    return Profile(
        user=user,
        id=user.id or 0,
        name=plain(user.username, _LONGEST_NAME) or f"Player {user.id}",
        mode=shown,
        colour=_colour(user.profile_colour),
        hue=_hue(user.profile_hue),
        avatar=user.avatar_url,
        cover=_cover(user),
        country_code=plain(user.country_code or "", 8),
        country=country_name_of(user),
        team=_team(user),
        title=plain(user.title or "", 100),
        groups=_groups(user),
        badges=_badges(user),
        is_online=user.is_online,
        presence=_presence(user, now),
        seen=minute(user.last_visit),
        supporter=_supporter(user),
        followers=_counted(user.follower_count, "follower"),
        previous_names=_previous(user),
        notice=_notice(user, shown),
        figures=figures_of(user),
        grades=grades_of(user),
        facts=facts_of(user, now),
        ranks=rank_chart(user.rank_history, now.astimezone(UTC).date()),
        plays=month_chart(user.monthly_playcounts, "play", "plays"),
        replays=month_chart(user.replays_watched_counts, "replay", "replays"),
    )


def has_played(user: User) -> bool:
    """Return whether the player has figures in the ruleset that was asked for."""
    statistics = user.statistics
    return statistics is not None and bool(
        statistics.play_count or statistics.total_score or statistics.total_hits
    )


def _notice(user: User, mode: str) -> str:
    name = plain(user.username, _LONGEST_NAME)
    if user.is_deleted:
        return "This player's account was deleted."
    if user.is_bot:
        return f"{name} is a bot: a program that osu! runs, not a player."
    if user.is_restricted:
        return "This account is restricted: nobody but you sees this profile."
    if not has_played(user):
        ruleset = MODE_NAMES.get(mode, mode)
        if user.statistics is None and (user.rank_history or user.scores_best_count):
            return f"osu! sent no figures of {name} in {ruleset}."
        return f"{name} has never played {ruleset}."
    return ""


def _cover(user: User) -> str | None:
    url = user.cover.url if user.cover is not None else None
    return url or user.cover_url


def _colour(text: str | None) -> str | None:
    """Return a colour `#RRGGBB` if it is valid, else None."""
    if text is None or len(text) != 7 or text[0] != "#":
        return None
    return text if all(sign in "0123456789abcdefABCDEF" for sign in text[1:]) else None


def _hue(degrees: int | None) -> int | None:
    """Return a hue if it is valid, else None."""
    return degrees if degrees is not None and 0 <= degrees <= 360 else None


def _team(user: User) -> TeamWords | None:
    team = user.team
    if team is None:
        return None
    return TeamWords(team.id, plain(team.name, 100), plain(team.short_name, 12), team.flag_url)


def _groups(user: User) -> tuple[Pill, ...]:
    found = []
    for group in user.groups or ():
        modes = ", ".join(MODE_NAMES.get(str(m), str(m)) for m in group.playmodes or ())
        words = plain(group.name, 100) + (f" ({plain(modes)})" if modes else "")
        if group.is_probationary:
            words += ", on probation"
        text = plain(group.short_name or group.name, 12)
        found.append(Pill(text, _colour(group.colour), words))
    return tuple(found)


def _badges(user: User) -> tuple[Badge, ...]:
    found = []
    for badge in user.badges or ():
        when = minute(badge.awarded_at).partition(",")[0]
        words = plain(badge.description, 200) + (f", {when}" if when else "")
        found.append(Badge(badge.image_2x_url or badge.image_url, words))
    return tuple(found)


def _presence(user: User, now: datetime) -> str:
    if user.is_online:
        return "Online"
    seen = ago(user.last_visit, now)
    return f"Last seen {seen}" if seen else ""


def _supporter(user: User) -> str:
    if not user.is_supporter:
        return ""
    return " ".join(filter(None, ("osu!supporter", "♥" * min(3, user.support_level or 1))))


def _previous(user: User) -> str:
    names = ", ".join(plain(name, _LONGEST_NAME) for name in user.previous_usernames or ())
    return f"Formerly {names}" if names else ""


def _counted(count: int | None, word: str) -> str:
    if count is None:
        return ""
    return f"{count:,} {word}{'' if count == 1 else 's'}"
