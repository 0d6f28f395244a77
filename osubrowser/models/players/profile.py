"""Profile of a player in a ruleset: loaded and formatted on a worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.models.text.dates import ago, day, day_cell, hours, minute, month
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import hex_colour, plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import (
        DailyChallengeUserStats,
        RankHistory,
        User,
        UserMonthlyPlaycount,
        UserReplaysWatchedCount,
        UserStatistics,
    )


_MOST_DAYS: Final = 1000
"""Most days of a chart; osu! sends 90."""
_MOST_MONTHS: Final = 1200
"""Most months of a chart; limits the damage of an invalid year in the response."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """Points of one curve, the oldest first.

    Attributes:
        labels: the day or month of each point.
        values: the number of each point; None for none.
        words: each value, formatted; never "".
    """

    labels: tuple[str, ...] = ()
    values: tuple[float | None, ...] = ()
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is anything to draw."""
        return any(value is not None for value in self.values)


def rank_chart(history: RankHistory | None, today: date) -> ChartData:
    """Return the global rank of each day; None for a day without a rank.

    Args:
        history: `rank_history` of a profile; its last value is that of `today`.
        today: the day of the response, in UTC.
    """
    ranks = history.data[-_MOST_DAYS:] if history is not None else []
    count = len(ranks)
    return ChartData(
        tuple(day(today - timedelta(days=count - 1 - n)) for n in range(count)),
        tuple(float(rank) if rank > 0 else None for rank in ranks),
        tuple(f"#{numerals.whole(rank)}" if rank > 0 else tr("no rank") for rank in ranks),
    )


def month_chart(
    counts: Iterable[UserMonthlyPlaycount | UserReplaysWatchedCount] | None,
    words: Callable[[int], str],
) -> ChartData:
    """Return the count of each month; months that osu! omits count 0.

    Args:
        counts: monthly counts of a profile, in any order.
        words: formats a count with its unit.
    """
    known: dict[int, int] = {}
    for entry in counts or ():
        if entry.start_date is not None:
            number = entry.start_date.year * 12 + entry.start_date.month - 1
            known[number] = known.get(number, 0) + entry.count
    if not known:
        return ChartData()
    last = max(known)
    numbers = range(max(min(known), last - _MOST_MONTHS + 1), last + 1)
    values = [known.get(number, 0) for number in numbers]
    return ChartData(
        tuple(month(date(number // 12, number % 12 + 1, 1)) for number in numbers),
        tuple(float(value) for value in values),
        tuple(map(words, values)),
    )


_WEB = ("http://", "https://")
_STANDINGS = {
    "note": tr("note"),
    "restriction": tr("restriction"),
    "silence": tr("silence"),
    "tournament_ban": tr("tournament ban"),
}
_PLAY_STYLES = {
    "mouse": tr("mouse"),
    "keyboard": tr("keyboard"),
    "tablet": tr("tablet"),
    "touch": tr("touch"),
}


class Fact(NamedTuple):
    """Labelled fact of a player, or of another thing.

    Attributes:
        key: identifier.
        label: name of the fact.
        text: the formatted value.
        link: URL to open, or "".
        links: values in place of `text`, each with its URL or path, or "".
    """

    key: str
    label: str
    text: str
    link: str = ""
    links: tuple[tuple[str, str], ...] = ()


def facts_of(user: User, now: datetime) -> tuple[Fact, ...]:
    """Return the facts of a profile (`users/{user}`), without empty ones."""
    return tuple(fact for fact in _facts(user, now) if fact.text or fact.links)


def _facts(user: User, now: datetime) -> Iterator[Fact]:
    joined = day(user.join_date)
    if joined:
        joined += f" ({ago(user.join_date, now)})"
    yield Fact("join_date", tr("Joined"), joined)
    seen = minute(user.last_visit)
    yield Fact("last_visit", tr("Last seen"), tr("online now") if user.is_online else seen)
    names = ", ".join(plain(name, 60) for name in user.previous_usernames or ())
    yield Fact("previous_usernames", tr("Former names"), plain(names))
    yield Fact("title", tr("Title"), plain(user.title or ""), _link(user.title_url))
    groups = [(plain(group.name, 60), f"/groups/{group.id}") for group in user.groups or ()]
    yield Fact("groups", tr("Groups"), "", links=tuple(one for one in groups if one[0]))
    for badge in user.badges or ():
        when = day(badge.awarded_at)
        text = plain(badge.description) + (f", {when}" if when else "")
        yield Fact("badges", tr("Badge"), text, _link(badge.url))
    yield Fact(
        "playstyle",
        tr("Plays with"),
        plain(", ".join(_PLAY_STYLES.get(one, one) for one in user.playstyle or ())),
    )
    yield Fact("location", tr("Location"), plain(user.location or ""))
    yield Fact("occupation", tr("Occupation"), plain(user.occupation or ""))
    yield Fact("interests", tr("Interests"), plain(user.interests or ""))
    yield Fact("website", tr("Website"), plain(user.website or ""), _link(user.website))
    yield Fact("discord", tr("Discord"), plain(user.discord or ""))
    name = plain(user.twitter or "").removeprefix("@")
    yield Fact("twitter", tr("Twitter"), f"@{name}" if name else "")
    yield from _counts(user)
    for entry in user.account_history or ():
        kind = _STANDINGS.get(entry.type or "") or (entry.type or "").replace("_", " ")
        words = ", ".join(filter(None, (kind, day(entry.timestamp))))
        if entry.description:
            words += f": {entry.description}"
        yield Fact("account_history", tr("Account standing"), plain(words))


def _counts(user: User) -> Iterator[Fact]:
    here = f"/users/{user.id}"
    if user.user_achievements is not None:
        yield Fact("medals", tr("Medals"), whole(len(user.user_achievements)), f"{here}#medals")
    played = user.beatmap_playcounts_count
    for key, label, count, link in (
        ("follower_count", tr("Followers"), user.follower_count, ""),
        ("mapping_follower_count", tr("Mapping followers"), user.mapping_follower_count, ""),
        ("post_count", tr("Forum posts"), user.post_count, f"{here}/posts"),
        ("comments_count", tr("Comments"), user.comments_count, f"/comments?user_id={user.id}"),
        ("beatmap_playcounts_count", tr("Beatmaps played"), played, f"{here}#historical"),
    ):
        if count is not None:
            yield Fact(key, label, whole(count), link if count else "")
    if user.kudosu is not None:
        text = tr("{total} earned, {available} left").format(
            total=numerals.whole(user.kudosu.total), available=numerals.whole(user.kudosu.available)
        )
        yield Fact("kudosu", tr("Kudosu"), text, f"{here}#kudosu")
    modding = (
        (tr("discussions"), f"{here}/modding"),
        (tr("posts"), f"{here}/modding/posts"),
        (tr("votes given"), f"{here}/modding/votes-given"),
        (tr("votes received"), f"{here}/modding/votes-received"),
        (tr("events"), f"/beatmapsets/events?user={user.id}"),
    )
    yield Fact("modding", tr("Modding"), "", links=modding)


def _link(url: str | None) -> str:
    """Return a URL if it is safe to open in a web browser, else ""."""
    fits = url and url.lower().startswith(_WEB) and plain(url, 2000) == url
    return url if url and fits else ""


@dataclass(frozen=True, slots=True)
class Figure:
    """Formatted figure of a player, or of another thing.

    Attributes:
        key: identifier.
        label: name of the figure.
        text: the formatted value.
        value: number for comparisons; None for none.
        detail: additional text, or "".
        share: filled part of the bar below it, 0 to 1; None for no bar.
        is_better: which of two values is better: 1 the greater, -1 the smaller, 0 neither.
        change: difference from an earlier day, or "".
        tone: 1 for a change to the better, -1 to the worse, 0 for neither.
        changed: both values of the change and their dates, or "".
        told: label, value, additional text and change, as a tooltip.
    """

    key: str
    label: str
    text: str
    value: float | None
    detail: str = ""
    share: float | None = None
    is_better: int = 1
    change: str = ""
    tone: int = 0
    changed: str = ""
    told: str = field(init=False)

    def __post_init__(self) -> None:
        lines = (f"{self.label}: {self.text}", self.detail, self.change, self.changed)
        object.__setattr__(self, "told", "\n".join(filter(None, lines)).strip())


@dataclass(frozen=True, slots=True)
class Grade:
    """Number of scores with a grade, as the API spells it (`XH` is a silver SS).

    Attributes:
        key: the grade.
        name: name of the grade.
        count: the number.
        text: the number, formatted.
        change: difference from an earlier day, or "".
    """

    key: str
    name: str
    count: int
    text: str
    change: str = ""


_GRADES = (
    ("XH", "ssh", tr("Silver SS")),
    ("X", "ss", "SS"),
    ("SH", "sh", tr("Silver S")),
    ("S", "s", "S"),
    ("A", "a", "A"),
)


def figures_of(user: User) -> tuple[Figure, ...]:
    """Return the figures of a profile (`users/{user}/{mode}`), the most important first."""
    statistics = user.statistics
    if statistics is None:
        return ()
    return (
        *_ranks(user, statistics),
        *_skills(statistics),
        *_amounts(statistics),
        *_variants(statistics),
        *_daily(user.daily_challenge_user_stats),
    )


def grades_of(user: User) -> tuple[Grade, ...]:
    """Return the grades of a profile, the best first."""
    if user.statistics is None:
        return ()
    counts = user.statistics.grade_counts
    found = ((key, name, int(getattr(counts, field))) for key, field, name in _GRADES)
    return tuple(Grade(key, name, count, whole(count)) for key, name, count in found)


def rank_text(rank: int | None) -> str:
    """Format a rank: `#829,418`."""
    return NOTHING if rank is None else f"#{numerals.whole(rank)}"


def _ranks(user: User, statistics: UserStatistics) -> tuple[Figure, ...]:
    rank = statistics.global_rank
    share = statistics.global_rank_percent
    top = (
        tr("top {share}").format(share=_percent(share))
        if share is not None and rank is not None
        else ""
    )
    highest = user.rank_highest
    best = highest.rank if highest is not None and highest.rank > 0 else None
    when = day(highest.updated_at) if highest is not None and best is not None else ""
    home = statistics.country_rank
    if home is None and statistics.rank is not None:
        home = statistics.rank.country
    return (
        Figure("global_rank", tr("Global rank"), rank_text(rank), rank, top, is_better=-1),
        Figure("country_rank", tr("Country rank"), rank_text(home), home, is_better=-1),
        Figure("rank_highest", tr("Best rank"), rank_text(best), best, when, is_better=-1),
    )


def _percent(share: float) -> str:
    """Format a share (0 to 1) in percent with two significant digits: `0.012%`, `12%`."""
    percent = share * 100
    decimals = next((n for n, limit in enumerate((10, 1, 0.1, 0.01)) if percent >= limit), 4)
    return numerals.hundredths(percent, decimals)


def _skills(statistics: UserStatistics) -> tuple[Figure, ...]:
    level, pp = statistics.level, statistics.pp
    accuracy: float | None = statistics.accuracy_percent
    if not accuracy and not statistics.play_count:
        accuracy = None  # no ratio without a total
    # Any hit makes a combo: 0 means that it was not sent.
    combo = statistics.maximum_combo or (None if statistics.total_hits else 0)
    return (
        Figure(
            "pp",
            tr("Performance"),
            NOTHING if pp is None else tr("{pp} pp").format(pp=numerals.decimal(pp, 2)),
            pp,
        ),
        Figure(
            "accuracy",
            tr("Accuracy"),
            NOTHING if accuracy is None else numerals.hundredths(accuracy, 4),
            accuracy,
        ),
        Figure(
            "level",
            tr("Level"),
            whole(level.current),
            level.current + level.progress / 100,
            tr("{progress} to {level}").format(
                progress=numerals.hundredths(level.progress, 0),
                level=numerals.whole(level.current + 1),
            ),
            min(1.0, max(0.0, level.progress / 100)),
        ),
        Figure(
            "maximum_combo",
            tr("Maximum combo"),
            NOTHING if combo is None else f"{numerals.whole(combo)}×",
            combo,
        ),
    )


def _amounts(statistics: UserStatistics) -> tuple[Figure, ...]:
    plays, hits = statistics.play_count, statistics.total_hits
    per_play = hits / plays if plays > 0 else None
    return (
        Figure("play_count", tr("Play count"), whole(plays), plays),
        Figure("play_time", tr("Play time"), hours(statistics.play_time), statistics.play_time),
        Figure("total_hits", tr("Total hits"), whole(hits), hits),
        Figure(
            "hits_per_play",
            tr("Hits per play"),
            NOTHING if per_play is None else numerals.decimal(per_play, 2),
            per_play,
        ),
        Figure(
            "ranked_score",
            tr("Ranked score"),
            whole(statistics.ranked_score),
            statistics.ranked_score,
        ),
        Figure(
            "total_score", tr("Total score"), whole(statistics.total_score), statistics.total_score
        ),
        Figure(
            "replays_watched",
            tr("Replays watched by others"),
            whole(statistics.replays_watched_by_others),
            statistics.replays_watched_by_others,
        ),
    )


def _variants(statistics: UserStatistics) -> tuple[Figure, ...]:
    found = []
    for variant in statistics.variants or ():
        keys = str(variant.variant or "").upper()
        if not keys:
            continue
        detail = tr("{pp} pp").format(pp=numerals.decimal(variant.pp, 2))
        if variant.country_rank:
            home = tr("country {rank}").format(rank=rank_text(variant.country_rank))
            detail = f"{home} · {detail}"
        found.append(
            Figure(
                f"rank_{keys.lower()}",
                tr("Global rank, {keys}").format(keys=keys),
                rank_text(variant.global_rank),
                variant.global_rank,
                detail,
                is_better=-1,
            )
        )
    return tuple(found)


def _daily(stats: DailyChallengeUserStats | None) -> tuple[Figure, ...]:
    if stats is None or stats.playcount <= 0:
        return ()
    return (
        Figure(
            "daily_challenge",
            tr("Daily challenges"),
            whole(stats.playcount),
            stats.playcount,
            tr("best streak %n day(s), now {current}", "", stats.daily_streak_best).format(
                current=numerals.whole(stats.daily_streak_current)
            ),
        ),
    )


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


class HeadingTexts(NamedTuple):
    """Texts of the header of a player's page, made with the profile: painting only looks them up.

    Attributes:
        status: the presence, or that it is hidden.
        status_told: that with the time of the last visit, as a tooltip.
        about: followers and previous names.
        ranks: the figures at the right of the full header.
        line: the figures of the compact header.
        line_told: the same with their labels, as a tooltip.
        hearts: of a supporter; "" for none.
        badges_told: what all badges are for.
    """

    status: str
    status_told: str
    about: str
    ranks: tuple[Figure, ...]
    line: str
    line_told: str
    hearts: str
    badges_told: str


def _heading_of(profile: Profile) -> HeadingTexts:
    status = profile.presence or tr("Hides when they are online")
    found = {figure.key: figure for figure in profile.figures}
    ranks = [found[key] for key in ("global_rank", "country_rank", "pp") if key in found]
    line = [figure for figure in ranks if figure.key != "country_rank"]
    supporter = profile.supporter
    return HeadingTexts(
        status=status,
        status_told="\n".join(filter(None, (status, profile.seen))),
        about=" · ".join(filter(None, (profile.followers, profile.previous_names))),
        ranks=tuple(ranks),
        line="   ".join(figure.text for figure in line),
        line_told="\n".join(f"{figure.label}: {figure.text}" for figure in line),
        hearts="♥" * max(1, supporter.count("♥")) if supporter else "",
        badges_told="\n".join(badge.words for badge in profile.badges),
    )


@dataclass(frozen=True, slots=True)
class Profile:
    """Formatted profile of a player in one ruleset.

    Attributes:
        user: the entity that osu! sent.
        id: id of the player.
        name: name of the player, safe for display.
        mode: the ruleset of the figures, as the API writes it.
        colour: colour of the name, `#RRGGBB`; None for the default.
        hue: hue of the profile in degrees, 1 to 359; None for the default.
        avatar, cover: URLs of pictures, or None.
        country_code, country: two letters and the name; "" for none.
        team: the team, or None.
        title: title that osu! shows beside the name, or "".
        groups, badges: those of the player.
        is_online: whether the player is online.
        presence: `Online`, `Last seen 3 days ago`; "" if it is hidden.
        seen: the time of the last visit, or "".
        supporter: `osu!supporter` with its level as hearts; "" for none.
        followers: `59,499 followers`, or "".
        previous_names: `Formerly a, b`, or "".
        notice: message about an unusual state of the account, or "".
        figures, grades, facts: contents of the overview.
        ranks, plays, replays: data of the charts.
        heading: the texts of the page's header that are made of several of these.
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
    heading: HeadingTexts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "heading", _heading_of(self))

    def figure(self, key: str) -> Figure | None:
        """Return the figure with this key."""
        return next((figure for figure in self.figures if figure.key == key), None)


def load_profile(client: Client, user: int | str, mode: str | None) -> Profile:
    """Load and format a player (`users/{user}/{mode?}`); blocks, for a worker.

    Args:
        client: the API client.
        user: an id (`int`) or a name (`str`, even if it has digits only).
        mode: a ruleset; None for the player's default one.

    Raises:
        NotFound: the player does not exist or is restricted.
        OsuError: any other error of the client.
    """
    key = "id" if isinstance(user, int) else "username"
    return profile_of(client.user(user, mode=mode or None, key=key), mode)


def load_similar(client: Client, name: str, most: int = 5) -> list[tuple[int, str]]:
    """Load the ids and names of the players whose names are most like `name`; blocks.

    Raises:
        OsuError: any error of the client.
    """
    answer = client.search(name, mode="user")
    users = answer.user.data if answer.user is not None else ()
    known = [(user.id, plain(user.username, 40)) for user in users if user.id is not None]
    return [(number, found) for number, found in known if found][:most]


def load_own_profile(client: Client, mode: str | None) -> Profile:
    """Load and format the signed-in player (`me/{mode?}`), like `load_profile`."""
    return profile_of(client.get_me(mode), mode)


def profile_of(user: User, mode: str | None, *, now: datetime | None = None) -> Profile:
    """Format a player.

    Args:
        user: the response of `users/{user}/{mode?}`.
        mode: the requested ruleset; None for the player's default one.
        now: time of the response; None for the current time.
    """
    now = now or datetime.now(UTC)
    shown = mode or user.playmode or ""
    return Profile(
        user=user,
        id=user.id or 0,
        name=plain(user.username, _LONGEST_NAME) or tr("Player {id}").format(id=user.id),
        mode=shown,
        colour=hex_colour(user.profile_colour),
        hue=_hue(user.profile_hue),
        avatar=user.avatar_url,
        cover=_cover(user),
        country_code=plain(user.country_code or "", 8),
        country=plain(user.country_name),
        team=_team(user),
        title=plain(user.title or "", 100),
        groups=_groups(user),
        badges=_badges(user),
        is_online=bool(user.is_online),
        presence=_presence(user, now),
        seen=minute(user.last_visit),
        supporter=_supporter(user),
        followers=_followers(user.follower_count),
        previous_names=_previous(user),
        notice=_notice(user, shown),
        figures=figures_of(user),
        grades=grades_of(user),
        facts=facts_of(user, now),
        ranks=rank_chart(user.rank_history, now.astimezone(UTC).date()),
        plays=month_chart(user.monthly_playcounts, lambda n: tr("%n play(s)", "", n)),
        replays=month_chart(user.replays_watched_counts, lambda n: tr("%n replay(s)", "", n)),
    )


def has_played(user: User) -> bool:
    """Return whether the player has figures in the requested ruleset."""
    statistics = user.statistics
    return statistics is not None and bool(
        statistics.play_count or statistics.total_score or statistics.total_hits
    )


def _notice(user: User, mode: str) -> str:
    name = plain(user.username, _LONGEST_NAME)
    if user.is_deleted:
        return tr("This player's account was deleted.")
    if user.is_bot:
        return tr("{name} is a bot: a program that osu! runs, not a player.").format(name=name)
    if user.is_restricted:
        return tr("This account is restricted: nobody but you sees this profile.")
    if not has_played(user):
        ruleset = MODE_NAMES.get(mode, mode)
        if user.statistics is None and (user.rank_history or user.scores_best_count):
            return tr("osu! sent no figures of {name} in {ruleset}.").format(
                name=name, ruleset=ruleset
            )
        return tr("{name} has never played {ruleset}.").format(name=name, ruleset=ruleset)
    return ""


def _cover(user: User) -> str | None:
    url = user.cover.url if user.cover is not None else None
    return url or user.cover_url


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
            words = tr("{group}, on probation").format(group=words)
        text = plain(group.short_name or group.name, 12)
        found.append(Pill(text, hex_colour(group.colour), words))
    return tuple(found)


def _badges(user: User) -> tuple[Badge, ...]:
    found = []
    for badge in user.badges or ():
        when = day_cell(badge.awarded_at) if badge.awarded_at is not None else ""
        words = plain(badge.description, 200) + (f", {when}" if when else "")
        found.append(Badge(badge.image_2x_url or badge.image_url, words))
    return tuple(found)


def _presence(user: User, now: datetime) -> str:
    if user.is_online:
        return tr("Online")
    seen = ago(user.last_visit, now)
    return tr("Last seen {when}").format(when=seen) if seen else ""


def _supporter(user: User) -> str:
    if not user.is_supporter:
        return ""
    return " ".join(filter(None, ("osu!supporter", "♥" * min(3, user.support_level or 1))))


def _previous(user: User) -> str:
    names = ", ".join(plain(name, _LONGEST_NAME) for name in user.previous_usernames or ())
    return tr("Formerly {names}").format(names=names) if names else ""


def _followers(count: int | None) -> str:
    return "" if count is None else tr("%n follower(s)", "", count)
