"""User profiles and user pages ("me!")."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

import msgspec

from osubrowser.demo.world import bbcode
from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.favourites import Favourites
from osubrowser.demo.world.beatmaps.play_counts import PlayCounts
from osubrowser.demo.world.beatmaps.user_beatmaps import UserBeatmaps
from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.community.comments import Comments
from osubrowser.demo.world.community.feed import Feed
from osubrowser.demo.world.data import load, proxied_picture, texts
from osubrowser.demo.world.draws import Draws, between, chance, pick, spread
from osubrowser.demo.world.players.accounts import FIXED_IDS, PEPPY, Accounts
from osubrowser.demo.world.players.history import Histories
from osubrowser.demo.world.players.kudosu import Kudosu
from osubrowser.demo.world.players.names import normalised
from osubrowser.demo.world.players.rankings import Rankings
from osubrowser.demo.world.players.standings import UNRANKED
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.players.teams import ME, Teams
from osubrowser.demo.world.rulesets import RULESETS
from osubrowser.demo.world.scores.scores import Scores

_SHARE, _LONG_SHARE = 0.55, 0.2


class UserPageTexts(msgspec.Struct, frozen=True):
    """Templates of user pages in BBCode; names in braces are filled in."""

    long: str
    """One with every tag that such a page can have."""
    short: tuple[str, ...]
    bot: str


@cache
def user_page_texts() -> UserPageTexts:
    """Return the templates of user pages."""
    return load("user_pages", UserPageTexts)


class UserPages:
    """Generator of user pages; more than half of all players have one."""

    def __init__(self, seed: int, accounts: Accounts, beatmaps: Beatmaps) -> None:
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "profile pages")

    def of(self, account: int) -> dict[str, object]:
        """Return the `page` of an account; two empty texts without one."""
        draws = self._draws.at(account)
        known = account in (ME, PEPPY)
        if not known and not chance(draws[0], _SHARE):
            return {"html": "", "raw": ""}
        texts = user_page_texts()
        is_long = known or chance(draws[1], _LONG_SHARE)
        text = texts.long if is_long else pick(draws[2], texts.short)
        return page(text.format(**self._words(account, draws)))

    def _words(self, account: int, draws: tuple[int, ...]) -> dict[str, object]:
        accounts, beatmaps = self._accounts, self._beatmaps
        friend, rival = (draw * len(accounts) >> 32 for draw in draws[3:5])
        index = draws[5] % 900
        song, user_id = beatmaps.song(index), accounts.id_of(account)
        return {
            "id": user_id,
            "name": _words_of(accounts.name_of(account)),
            "home": accounts.country_of(account).name,
            "year": accounts.joined(account).year,
            "mode": self._accounts.playmode(account),
            "picture": proxied_picture(f"https://pictures.example/{user_id}.jpg"),
            "set": beatmaps.id_of(index),
            "song": _words_of(f"{song.artist} - {song.title}"),
            "friend": accounts.id_of(friend),
            "friend_name": _words_of(accounts.name_of(friend)),
            "rival": accounts.id_of(rival),
            "rival_name": _words_of(accounts.name_of(rival)),
        }


def page(text: str) -> dict[str, object]:
    """Return a text as it was written, and as the site shows it."""
    html = bbcode.to_html(text).removeprefix("<div class='bbcode'>")
    return {"html": f"<div class='bbcode bbcode--profile-page'>{html}", "raw": text}


def _words_of(name: str) -> str:
    """Return a name without markup characters."""
    return name.replace("[", "(").replace("]", ")")


_NEVER = "2000-01-01T00:00:00+00:00"
"""What osu! writes for the last daily challenge of somebody who never played one."""

_PREFERENCES: dict[str, object] = {
    "audio_autoplay": False,
    "audio_muted": False,
    "audio_volume": 0.45,
    "beatmapset_card_size": "normal",
    "beatmapset_download": "all",
    "beatmapset_show_anime_cover": True,
    "beatmapset_show_nsfw": False,
    "beatmapset_title_show_original": False,
    "comments_show_deleted": False,
    "forum_posts_show_deleted": True,
    "legacy_score_only": False,
    "profile_cover_expanded": True,
    "scoring_mode": "standardised",
    "user_list_filter": "all",
    "user_list_sort": "last_visit",
    "user_list_view": "card",
}
"""The `user_preferences` of an account that changed none."""

_ORDER = ("me", "recent_activity", "top_ranks", "medals", "historical", "beatmaps", "kudosu")
_BADGES = (
    ("Winter Cup Winner", "winter-cup"),
    ("5 Digit World Tournament: 3rd place", "digits-third"),
    ("Outstanding contribution to the mapping community", "mapping"),
    ("Longstanding commentator", "commentator"),
)


class Profiles:
    """Builder of `User` objects of every size."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        teams: Teams,
        statistics: StatisticsTable,
        beatmaps: Beatmaps,
        kudosu: Kudosu,
        favourites: Favourites,
        scores: Scores,
        play_counts: PlayCounts,
        user_beatmaps: UserBeatmaps,
        rankings: Rankings,
        feed: Feed,
        comments: Comments,
        today: Profiles | None = None,
    ) -> None:
        """Relate profiles to what they tell.

        Args:
            now: today, from which dates are counted back.
            feed: the activity feed of today.
            today: the profiles of today, if these are of another day.
        """
        self._current_time = now
        self._teams = teams
        self._all_statistics = statistics
        self._beatmaps = beatmaps
        self._kudosu = kudosu
        self._favourites = favourites
        self._scores = scores
        self._play_counts = play_counts
        self._user_beatmaps = user_beatmaps
        self._rankings = rankings
        self._comments = comments
        self._accounts = accounts
        self._draws = Draws(seed, "profiles")
        self._more = Draws(seed, "profile figures")
        histories: Histories | None = today.histories if today else None
        self.histories: Histories = Histories(seed, now, accounts, statistics, feed, histories)
        self._pages = UserPages(seed, accounts, beatmaps)

    # --- small record ----------------------------------------------------------------------------

    def favourites(self, account: int) -> list[int]:
        """Return the ids of the beatmapsets an account marked as favourites."""
        found = self._favourites.of(account)
        return [self._beatmaps.id_of(index) for index in found]

    def support_level(self, account: int) -> int:
        """Return the supporter level, 0 to 3."""
        if not self._accounts.has_supporter(account):
            return 0
        return pick(self._draws.at(account)[7], (1, 1, 1, 2, 2, 3))

    # --- users of every size --------------------------------------------------------------------

    def listed(self, account: int) -> dict[str, object]:
        """Return a user with `country`, `cover`, `groups`, `team` and `support_level`."""
        user = self._accounts.card(account)
        user["support_level"] = self.support_level(account)
        return user

    def with_rulesets(self, account: int, variants: bool) -> dict[str, object]:
        """Return a user with statistics of all played rulesets, as `GET users` does."""
        user = self.listed(account)
        del user["support_level"]
        user["statistics_rulesets"] = self._all_rulesets(account, variants)
        return user

    def _all_rulesets(self, account: int, variants: bool) -> dict[str, object] | None:
        found: dict[str, object] = {}
        for ruleset in RULESETS:
            figures = self._all_statistics.of(ruleset.name)
            if figures.has_played(account):
                statistics = figures.of(account)
                if variants and ruleset.name == "mania":
                    statistics["variants"] = self._rankings.variants_of(account)
                found[ruleset.name] = statistics
        return found or None

    def whole(self, account: int, mode: str | None, *, viewer: int | None) -> dict[str, object]:
        """Return the `UserExtended` with everything `GET users/{id}` includes.

        Args:
            mode: whose figures are shown; None for the player's own ruleset.
            viewer: the account behind the token, None for client credentials.
        """
        mode = mode or self._accounts.playmode(account)
        user = self._accounts.compact(account)
        user |= self._person(account)
        user |= self._possessions(account)
        user |= self._counts(account, mode)
        user |= self.histories.of(account, mode)
        user["statistics"] = self._statistics(account, mode)
        user["current_user_attributes"] = None if viewer is None else {"has_blocked": False}
        if viewer == account:
            user["is_restricted"] = False
        return user

    def own(self, account: int, mode: str | None) -> dict[str, object]:
        """Return the answer of `GET me`."""
        return self.whole(account, mode, viewer=account) | {
            "session_verified": True,
            "session_verification_method": None,
            "statistics_rulesets": self._all_rulesets(account, variants=False),
            "score_processing_notice_url": None,
            "user_preferences": dict(_PREFERENCES),
        }

    def _statistics(self, account: int, mode: str) -> dict[str, object]:
        figures = self._all_statistics.of(mode)
        statistics = figures.of(account)
        rank = figures.standings.rank_of(account)
        at_home = None
        if rank is not None:
            seats = figures.standings.by_country[self._accounts.country[account]]
            at_home = seats.index(figures.standings.position[account]) + 1
        statistics["country_rank"] = at_home
        statistics["rank"] = {"country": at_home}
        if mode == "mania":
            statistics["variants"] = self._rankings.variants_of(account)
        return statistics

    def _person(self, account: int) -> dict[str, object]:
        """Return the fixed fields of `UserExtended`."""
        draws, more, cover = self._draws.at(account), self._more.at(account), self._cover(account)
        devices = [
            device
            for device, bit in (("mouse", 1), ("keyboard", 2), ("tablet", 4), ("touch", 64))
            if draws[8] & bit and draws[8] >> 16 & 7 != 0
        ]
        name = normalised(self._accounts.name_of(account)).replace(" ", "")
        supporter = self._accounts.has_supporter(account)
        own_hue = supporter and chance(more[0], 0.5)
        return {
            "cover_url": cover["url"],
            "discord": f"{name}#{draws[9] % 9000 + 1000}" if chance(draws[9], 0.3) else None,
            "has_supported": supporter or chance(draws[10], 0.3),
            "interests": pick(draws[11], texts("interests")) if chance(draws[11], 0.35) else None,
            "join_date": offset_form(self._accounts.joined(account)),
            "location": pick(draws[12], texts("places")) if chance(draws[12], 0.35) else None,
            "max_blocks": 200 if supporter else 100,
            "max_friends": 1000 if supporter else 500,
            "occupation": pick(draws[13], texts("occupations"))
            if chance(draws[13], 0.25)
            else None,
            "playmode": self._accounts.playmode(account),
            "playstyle": devices or (["keyboard", "tablet"] if account in FIXED_IDS else None),
            "post_count": int(spread(draws[14], 0, 1) ** 9 * 9_000),
            "profile_hue": between(more[1], 1, 359) if own_hue else None,
            "profile_order": sorted(_ORDER, key=lambda part: (draws[15] >> len(part) & 1, part)),
            "title": pick(more[2], texts("titles")) if chance(more[2], 0.01) else None,
            "title_url": None,
            "twitter": name if name.isascii() and chance(more[3], 0.2) else None,
            "website": f"https://{name}.example"
            if name.isalnum() and chance(more[4], 0.06)
            else None,
        }

    def _cover(self, account: int) -> dict[str, object]:
        return self._accounts.cover(account)

    def _possessions(self, account: int) -> dict[str, object]:
        """Return country, cover, team, groups, badges and page of a profile."""
        more = self._more.at(account)
        badges = []
        if chance(more[5], 0.02):
            text, file = pick(more[6], _BADGES)
            base = f"https://assets.ppy.sh/profile-badges/{file}"
            badges.append(
                {
                    "awarded_at": offset_form(self._current_time - timedelta(days=more[7] % 2_000)),
                    "description": text,
                    "image@2x_url": f"{base}@2x.png",
                    "image_url": f"{base}.png",
                    "url": "",
                }
            )
        return {
            "country": self._accounts.country_of(account).entity(),
            "cover": self._cover(account),
            "kudosu": self._kudosu.of(account),
            "account_history": [],
            "active_tournament_banner": None,
            "active_tournament_banners": [],
            "badges": badges,
            "current_season_stats": None,
            "daily_challenge_user_stats": self._daily(account),
            "groups": self._accounts.groups(account),
            "matchmaking_stats": [],
            "page": self._pages.of(account),
            "previous_usernames": self._accounts.previous_names(account),
            "support_level": self.support_level(account),
            "team": self._teams.of_account(account),
        }

    def _daily(self, account: int) -> dict[str, object]:
        more = self._more.at(account)
        played = max(0, between(more[8], -300, 240))
        best = between(more[9], 1, played) if played else 0
        last = offset_form((self._current_time - timedelta(days=more[10] % 90)).replace(hour=0))
        return {
            "daily_streak_best": best,
            "daily_streak_current": best // 3 if chance(more[11], 0.3) else 0,
            "last_update": last if played else _NEVER,
            "last_weekly_streak": last if played else _NEVER,
            "playcount": played,
            "top_10p_placements": played // 9,
            "top_50p_placements": played // 2,
            "user_id": self._accounts.id_of(account),
            "weekly_streak_best": (best + 6) // 7,
            "weekly_streak_current": 0,
        }

    def _counts(self, account: int, mode: str) -> dict[str, object]:
        """Return the counts of all lists of a profile."""
        more, scores = self._more.at(account), self._scores
        lists = self._user_beatmaps
        ranked, pending = lists.count(account, "ranked"), lists.count(account, "pending")
        seats = self._all_statistics.standings(self._accounts.playmode(account)).position
        rank = 30_000 if seats[account] == UNRANKED else seats[account] + 1
        return {
            "beatmap_playcounts_count": self._play_counts.count(account),
            "comments_count": len(self._comments.by(account)),
            "favourite_beatmapset_count": lists.count(account, "favourite"),
            "follower_count": int(90_000 * (rank + 3) ** -0.72) + more[0] % 9,
            "graveyard_beatmapset_count": lists.count(account, "graveyard"),
            "guest_beatmapset_count": lists.count(account, "guest"),
            "loved_beatmapset_count": lists.count(account, "loved"),
            "mapping_follower_count": ranked * 23 + more[1] % 5,
            "nominated_beatmapset_count": lists.count(account, "nominated"),
            "pending_beatmapset_count": pending,
            "ranked_beatmapset_count": ranked,
            "ranked_and_approved_beatmapset_count": ranked,
            "unranked_beatmapset_count": pending,
            "scores_best_count": scores.best_count(account, mode),
            "scores_first_count": scores.first_count(account, mode),
            "scores_pinned_count": len(scores.pinned(account, mode)),
            "scores_recent_count": scores.recent_count(account, mode),
        }
