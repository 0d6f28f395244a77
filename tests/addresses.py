"""Addresses of the real website, every kind: what they mean, and what Copy link makes of them.

Lists that the website has no page for stand at the end, with addresses of the program's own.
"""

from __future__ import annotations

from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    Place,
    RankingsPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.places.urls import HOME

ADDRESSES: list[tuple[str, Place, str]] = [
    # players
    ("https://osu.ppy.sh/users/2", UserPlace(2), "users/2"),
    ("osu.ppy.sh/users/2/osu", UserPlace(2, "osu"), "users/2/osu"),
    ("https://osu.ppy.sh/users/2/catch", UserPlace(2, "fruits"), "users/2/fruits"),
    ("https://osu.ppy.sh/users/peppy", UserPlace("peppy"), "users/@peppy"),
    ("https://osu.ppy.sh/users/@123", UserPlace("123"), "users/@123"),
    ("https://osu.ppy.sh/users/123?key=username", UserPlace("123"), "users/@123"),
    ("https://osu.ppy.sh/u/2", UserPlace(2), "users/2"),
    ("http://osu.ppy.sh/u/Some%20Name", UserPlace("Some Name"), "users/@Some%20Name"),
    ("https://osu.ppy.sh/u/-%20-?m=3", UserPlace("- -", "mania"), "users/@-%20-/mania"),
    ("https://old.ppy.sh/p/profile?u=55", UserPlace(55), "users/55"),
    ("/users/2/osu?compare=124493", UserPlace(2, "osu", 124493), "users/2/osu?compare=124493"),
    (
        "https://osu.ppy.sh/users/2#top_ranks",
        UserPlace(2, section="best"),
        "users/2#top_ranks",
    ),
    (
        "https://osu.ppy.sh/users/2/mania#recent_activity",
        UserPlace(2, "mania", section="activity"),
        "users/2/mania#recent_activity",
    ),
    ("osu.ppy.sh/u/peppy#kudosu", UserPlace("peppy", section="kudosu"), "users/@peppy#kudosu"),
    ("https://osu.ppy.sh/users/2#nothing", UserPlace(2), "users/2"),
    ("https://osu.ppy.sh/users/2/fruits/", UserPlace(2, "fruits"), "users/2/fruits"),
    ("https://osu.ppy.sh/users/2/kudosu", UserPlace(2, section="kudosu"), "users/2#kudosu"),
    (
        "https://osu.ppy.sh/users/2/recent_activity?offset=5",
        UserPlace(2, section="activity"),
        "users/2#recent_activity",
    ),
    (
        "https://osu.ppy.sh/users/2/scores/best?mode=taiko",
        UserPlace(2, "taiko", section="best"),
        "users/2/taiko#top_ranks",
    ),
    (
        "https://osu.ppy.sh/users/2/scores/firsts",
        UserPlace(2, section="firsts"),
        "users/2#firsts",
    ),
    (
        "https://osu.ppy.sh/users/2/beatmapsets/most_played",
        UserPlace(2, section="most_played"),
        "users/2#historical",
    ),
    (
        "https://osu.ppy.sh/users/2/beatmapsets/favourite",
        UserPlace(2, section="beatmaps"),
        "users/2#beatmaps",
    ),
    (
        "https://osu.ppy.sh/users/2/osu#history",
        UserPlace(2, "osu", section="history"),
        "users/2/osu#history",
    ),
    (
        "https://osu.ppy.sh/users/2/osu#best_history",
        UserPlace(2, "osu", section="best_history"),
        "users/2/osu#best_history",
    ),
    ("https://osu.ppy.sh/users/2#medals", UserPlace(2, section="medals"), "users/2#medals"),
    (
        "https://osu.ppy.sh/users/2/modding",
        ListPlace("discussions", (("user", "2"),)),
        "beatmapsets/discussions?user=2",
    ),
    (
        "https://osu.ppy.sh/users/2/modding/posts",
        ListPlace("posts", (("user", "2"),)),
        "beatmapsets/discussions/posts?user=2",
    ),
    (
        "https://osu.ppy.sh/users/2/modding/votes-given",
        ListPlace("votes", (("user", "2"),)),
        "beatmapsets/discussions/votes?user=2",
    ),
    (
        "https://osu.ppy.sh/users/2/modding/votes-received",
        ListPlace("votes", (("receiver", "2"),)),
        "beatmapsets/discussions/votes?receiver=2",
    ),
    ("osu://u/2", UserPlace(2), "users/2"),
    # beatmaps
    ("https://osu.ppy.sh/beatmapsets/39804", BeatmapsetPlace(39804), "beatmapsets/39804"),
    (
        "http://lazer.ppy.sh/beatmapsets/39804#osu/129891",
        BeatmapsetPlace(39804, 129891, "osu"),
        "beatmapsets/39804#osu/129891",
    ),
    (
        "osu.ppy.sh/beatmapsets/1#taiko",
        BeatmapsetPlace(1, None, "taiko"),
        "beatmapsets/1#taiko",
    ),
    ("https://osu.ppy.sh/s/1", BeatmapsetPlace(1), "beatmapsets/1"),
    ("https://osu.ppy.sh/p/beatmap?s=1", BeatmapsetPlace(1), "beatmapsets/1"),
    ("https://osu.ppy.sh/b/123", BeatmapPlace(123), "beatmaps/123"),
    ("https://osu.ppy.sh/b/123?m=1", BeatmapPlace(123, "taiko"), "beatmaps/123?mode=taiko"),
    ("https://osu.ppy.sh/b/123&m=2", BeatmapPlace(123, "fruits"), "beatmaps/123?mode=fruits"),
    ("https://osu.ppy.sh/beatmaps/123", BeatmapPlace(123), "beatmaps/123"),
    (
        "https://osu.ppy.sh/beatmaps/123?ruleset=mania",
        BeatmapPlace(123, "mania"),
        "beatmaps/123?mode=mania",
    ),
    ("https://osu.ppy.sh/p/beatmap?b=7&m=3", BeatmapPlace(7, "mania"), "beatmaps/7?mode=mania"),
    ("osu://b/129891", BeatmapPlace(129891), "beatmaps/129891"),
    ("osu://s/39804", BeatmapsetPlace(39804), "beatmapsets/39804"),
    ("https://osu.ppy.sh/beatmapsets", BeatmapsPlace(), "beatmapsets"),
    (
        "https://osu.ppy.sh/beatmapsets?q=stars%3E5%20nekodex&s=any&x=1",
        BeatmapsPlace((("q", "stars>5 nekodex"), ("s", "any"))),
        "beatmapsets?q=stars%3E5+nekodex&s=any",
    ),
    (
        "/beatmapsets?m=0&s=loved",
        BeatmapsPlace((("m", "0"), ("s", "loved"))),
        "beatmapsets?m=0&s=loved",
    ),
    (
        "/beatmapsets?s=leaderboard&m=9&g=10.3.8&l=x&nsfw=1&sort=plays&view=difficulties",
        BeatmapsPlace((("g", "3.10"), ("nsfw", "true"), ("sort", "plays_desc")), "difficulties"),
        "beatmapsets?g=3.10&nsfw=true&sort=plays_desc&view=difficulties",
    ),
    (
        "/p/beatmaplist?l=1&r=8&q=a&g=3&la=2&ra=&s=4&o=1&m=-1&page=1",
        BeatmapsPlace((("q", "a"), ("s", "loved"), ("g", "3"), ("l", "2"))),
        "beatmapsets?q=a&s=loved&g=3&l=2",
    ),
    (
        'osu.ppy.sh/beatmapsets?q=stars>5+title="a"',
        BeatmapsPlace((("q", 'stars>5 title="a"'),)),
        "beatmapsets?q=stars%3E5+title%3D%22a%22",
    ),
    (
        "osu.ppy.sh/beatmapsets?q=stars>5 bpm>=180&m=0",
        BeatmapsPlace((("q", "stars>5 bpm>=180"), ("m", "0"))),
        "beatmapsets?q=stars%3E5+bpm%3E%3D180&m=0",
    ),
    ("/p/beatmaplist?q=a", BeatmapsPlace((("q", "a"),)), "beatmapsets?q=a"),
    (
        "https://osu.ppy.sh/beatmapsets/39804/discussion#/123",
        BeatmapsetPlace(39804, section="discussion", at=123),
        "beatmapsets/39804/discussion#/123",
    ),
    (
        "/beatmapsets/39804/discussion/129891/generalall/pending",
        BeatmapsetPlace(39804, 129891, section="discussion", view="generalAll"),
        "beatmapsets/39804/discussion/129891/generalAll",
    ),
    (
        "/beatmapsets/39804/discussion/-/events",
        BeatmapsetPlace(39804, section="discussion", view="events"),
        "beatmapsets/39804/discussion/-/events",
    ),
    (
        "https://osu.ppy.sh/beatmapsets/discussions/5",
        ThingPlace("discussion", "5"),
        "beatmapsets/discussions/5",
    ),
    (
        "/beatmapsets/39804?section=scores&board=country&mods=hddt&player=@peppy#osu/129891",
        BeatmapsetPlace(
            39804,
            129891,
            "osu",
            section="scores",
            mods="HDDT",
            board="country",
            player="peppy",
        ),
        "beatmapsets/39804?section=scores&mods=HDDT&board=country&player=%40peppy#osu/129891",
    ),
    (
        "/beatmapsets/39804?mods=DT(1.3)&board=country#osu",
        BeatmapsetPlace(39804, mode="osu", mods="DT(1.3)"),
        "beatmapsets/39804?mods=DT(1.3)#osu",
    ),
    (
        "/beatmapsets/39804?section=history#osu/129891",
        BeatmapsetPlace(39804, 129891, "osu", section="history"),
        "beatmapsets/39804?section=history#osu/129891",
    ),
    (
        "/beatmapsets/39804?section=comments&comment=9",
        BeatmapsetPlace(39804, section="comments", at=9),
        "beatmapsets/39804?section=comments&comment=9",
    ),
    (
        "osu.ppy.sh/beatmapsets/1#/75",
        BeatmapsetPlace(1, 75),
        "beatmapsets/1#/75",
    ),
    (
        "https://osu.ppy.sh/beatmaps/123/scores?type=friend&mods=HD&mode=catch",
        BeatmapPlace(123, "fruits", section="scores", mods="HD", board="friend"),
        "beatmaps/123?mode=fruits&section=scores&mods=HD&board=friend",
    ),
    (
        "https://osu.ppy.sh/beatmaps/123/scores/users/2",
        BeatmapPlace(123, section="scores", player=2),
        "beatmaps/123?section=scores&player=2",
    ),
    (
        "/beatmapsets/events?types%5B%5D=rank&types%5B%5D=love",
        ListPlace("events", (("types[]", "rank.love"),)),
        "beatmapsets/events?types%5B%5D=rank&types%5B%5D=love",
    ),
    (
        "https://osu.ppy.sh/beatmapsets/discussions?user=2&message_types%5B%5D=problem",
        ListPlace("discussions", (("message_types[]", "problem"), ("user", "2"))),
        "beatmapsets/discussions?message_types%5B%5D=problem&user=2",
    ),
    (
        "https://osu.ppy.sh/beatmapsets/discussions/posts?user=2",
        ListPlace("posts", (("user", "2"),)),
        "beatmapsets/discussions/posts?user=2",
    ),
    (
        "https://osu.ppy.sh/beatmapsets/discussions/votes?score=-1",
        ListPlace("votes", (("score", "-1"),)),
        "beatmapsets/discussions/votes?score=-1",
    ),
    ("https://osu.ppy.sh/beatmaps/artists", ListPlace("artists"), "beatmaps/artists"),
    ("https://osu.ppy.sh/beatmaps/artists/7", ThingPlace("artist", "7"), "beatmaps/artists/7"),
    (
        "https://osu.ppy.sh/beatmaps/artists/tracks?artist=kuro",
        ListPlace("tracks", (("artist", "kuro"),)),
        "beatmaps/artists/tracks?artist=kuro",
    ),
    (
        "https://osu.ppy.sh/beatmapsets/search?q=camellia",
        BeatmapsPlace((("q", "camellia"),)),
        "beatmapsets?q=camellia",
    ),
    (
        "https://osu.ppy.sh/beatmapsets/39804/discussion/-/timeline#/123/456",
        BeatmapsetPlace(39804, section="discussion", view="timeline", at=123),
        "beatmapsets/39804/discussion/-/timeline#/123",
    ),
    (
        "https://osu.ppy.sh/beatmapsets/beatmap-discussions/5",
        ThingPlace("discussion", "5"),
        "beatmapsets/discussions/5",
    ),
    (
        "https://osu.ppy.sh/beatmapsets/beatmap-discussion-posts?user=2",
        ListPlace("posts", (("user", "2"),)),
        "beatmapsets/discussions/posts?user=2",
    ),
    (
        "https://osu.ppy.sh/beatmaps/123/solo-scores?mode=osu&type=country",
        BeatmapPlace(123, "osu", section="scores", board="country"),
        "beatmaps/123?mode=osu&section=scores&board=country",
    ),
    ("osu://dl/39804", BeatmapsetPlace(39804), "beatmapsets/39804"),
    (
        "https://osu.ppy.sh/beatmaps/artists/tracks?genre=Metal&is_exclusive_only=true",
        ListPlace("tracks", (("genre", "Metal"), ("is_exclusive_only", "true"))),
        "beatmaps/artists/tracks?genre=Metal&is_exclusive_only=true",
    ),
    ("https://osu.ppy.sh/beatmaps/tags", ListPlace("tags"), "osubrowser:tags"),
    ("https://osu.ppy.sh/p/packlist", ListPlace("packs"), "beatmaps/packs"),
    ("https://osu.ppy.sh/home/friends", ListPlace("friends"), "home/friends"),
    ("https://osu.ppy.sh/beatmaps/packs", ListPlace("packs"), "beatmaps/packs"),
    (
        "https://osu.ppy.sh/beatmaps/packs?type=featured",
        ListPlace("packs", (("type", "featured"),)),
        "beatmaps/packs?type=featured",
    ),
    (
        "https://osu.ppy.sh/beatmaps/packs/s1828",
        ThingPlace("pack", "S1828"),
        "beatmaps/packs/S1828",
    ),
    # scores
    ("https://osu.ppy.sh/scores/4600000123", ScorePlace(4600000123), "scores/4600000123"),
    ("https://osu.ppy.sh/scores/osu/1", ScorePlace(1, "osu"), "scores/osu/1"),
    ("https://osu.ppy.sh/scores/catch/9", ScorePlace(9, "fruits"), "scores/fruits/9"),
    (
        "https://osu.ppy.sh/scores/4600000123/download",
        ScorePlace(4600000123),
        "scores/4600000123",
    ),
    ("https://osu.ppy.sh/scores/osu/1/download", ScorePlace(1, "osu"), "scores/osu/1"),
    # rankings
    ("https://osu.ppy.sh/rankings", RankingsPlace(), "rankings/osu/performance"),
    ("https://osu.ppy.sh/rankings/taiko", RankingsPlace("taiko"), "rankings/taiko/performance"),
    (
        "https://osu.ppy.sh/rankings/osu/global/score?page=3",
        RankingsPlace("osu", "score", page=3),
        "rankings/osu/score?page=3",
    ),
    (
        "https://osu.ppy.sh/rankings/mania/performance?variant=7k&country=KR",
        RankingsPlace("mania", variant="7k", country="KR"),
        "rankings/mania/performance?country=KR&variant=7k",
    ),
    (
        "https://osu.ppy.sh/rankings/osu/performance?filter=friends",
        RankingsPlace(filter="friends"),
        "rankings/osu/performance?filter=friends",
    ),
    (
        "https://osu.ppy.sh/rankings/fruits/charts?spotlight=4",
        RankingsPlace("fruits", "charts", spotlight=4),
        "rankings/fruits/charts?spotlight=4",
    ),
    ("https://osu.ppy.sh/rankings/osu/team", RankingsPlace(type="team"), "rankings/osu/team"),
    ("https://osu.ppy.sh/rankings/kudosu", RankingsPlace(type="kudosu"), "rankings/kudosu"),
    (
        "https://osu.ppy.sh/p/playerranking/?m=2",
        RankingsPlace("fruits", "score"),
        "rankings/fruits/score",
    ),
    (
        "https://osu.ppy.sh/p/countryranking",
        RankingsPlace(type="country"),
        "rankings/osu/country",
    ),
    (
        "https://osu.ppy.sh/p/chart?m=3",
        RankingsPlace("mania", "charts"),
        "rankings/mania/charts",
    ),
    (
        "https://osu.ppy.sh/rankings/daily-challenge",
        ThingPlace("room", "daily"),
        "rankings/daily-challenge",
    ),
    (
        "https://osu.ppy.sh/rankings/daily-challenge/2026-08-01",
        ThingPlace("room", "daily-2026-08-01"),
        "rankings/daily-challenge/2026-08-01",
    ),
    ("https://osu.ppy.sh/rankings/osu/global", RankingsPlace(), "rankings/osu/performance"),
    ("https://osu.ppy.sh/p/pp", RankingsPlace(), "rankings/osu/performance"),
    (
        "https://osu.ppy.sh/p/pp?m=1&c=JP&page=2",
        RankingsPlace("taiko", country="JP", page=2),
        "rankings/taiko/performance?country=JP&page=2",
    ),
    # everything else
    ("https://osu.ppy.sh/teams/7", ThingPlace("team", "7"), "teams/7"),
    ("https://osu.ppy.sh/teams/7/taiko", ThingPlace("team", "7"), "teams/7"),
    (
        "https://osu.ppy.sh/teams/7/members",
        ThingPlace("team", "7", section="members"),
        "teams/7#members",
    ),
    ("https://osu.ppy.sh/teams/7/leaderboard/osu", ThingPlace("team", "7"), "teams/7"),
    ("https://osu.ppy.sh/mp/123", ThingPlace("match", "123"), "community/matches/123"),
    ("https://osu.ppy.sh/community/matches/5", ThingPlace("match", "5"), "community/matches/5"),
    ("osump://123/secret", ThingPlace("match", "123"), "community/matches/123"),
    (
        "https://osu.ppy.sh/community/matches/5/history",
        ThingPlace("match", "5"),
        "community/matches/5",
    ),
    (
        "https://osu.ppy.sh/seasons/25",
        ListPlace("rooms", (("mode", "all"), ("season_id", "25"))),
        "osubrowser:rooms?mode=all&season_id=25",
    ),
    (
        "https://osu.ppy.sh/multiplayer/rooms/9/events",
        ThingPlace("room", "9", section="events"),
        "multiplayer/rooms/9#events",
    ),
    (
        "osu.ppy.sh/multiplayer/rooms/9?item=5#scores",
        ThingPlace("room", "9", 5, section="scores"),
        "multiplayer/rooms/9?item=5#scores",
    ),
    ("https://osu.ppy.sh/multiplayer/rooms/9", ThingPlace("room", "9"), "multiplayer/rooms/9"),
    (
        "https://osu.ppy.sh/home/search?mode=user&query=peppy",
        ListPlace("search", (("mode", "user"), ("query", "peppy"))),
        "home/search?mode=user&query=peppy",
    ),
    (
        "https://osu.ppy.sh/home/quick-search?query=peppy",
        ListPlace("search", (("query", "peppy"),)),
        "home/search?query=peppy",
    ),
    (
        "https://osu.ppy.sh/wiki/search?q=mod",
        ListPlace("search", (("mode", "wiki_page"), ("query", "mod"))),
        "home/search?mode=wiki_page&query=mod",
    ),
    ("https://osu.ppy.sh/", ListPlace("explore"), "osubrowser:explore"),
    ("https://osu.ppy.sh/home", ListPlace("explore"), "osubrowser:explore"),
    ("https://osu.ppy.sh/home/news", ListPlace("news"), "home/news"),
    ("https://osu.ppy.sh/p/news", ListPlace("news"), "home/news"),
    (
        "https://osu.ppy.sh/home/news?year=2024",
        ListPlace("news", (("year", "2024"),)),
        "home/news?year=2024",
    ),
    (
        "https://osu.ppy.sh/home/news/2026-01-01-Happy-New-Year",
        ThingPlace("news", "2026-01-01-Happy-New-Year"),
        "home/news/2026-01-01-Happy-New-Year",
    ),
    ("https://osu.ppy.sh/home/changelog", ListPlace("changelog"), "home/changelog"),
    (
        "https://osu.ppy.sh/home/changelog/lazer/2026.101.0",
        ThingPlace("changelog", "lazer/2026.101.0"),
        "home/changelog/lazer/2026.101.0",
    ),
    ("https://osu.ppy.sh/p/changelog", ListPlace("changelog"), "home/changelog"),
    (
        "https://osu.ppy.sh/home/changelog/stable40",
        ThingPlace("changelog", "stable40"),
        "home/changelog/stable40",
    ),
    ("https://osu.ppy.sh/wiki", ThingPlace("wiki", "en/Main_page"), "wiki/en/Main_page"),
    ("https://osu.ppy.sh/wiki/Rules", ThingPlace("wiki", "en/Rules"), "wiki/en/Rules"),
    (
        "https://osu.ppy.sh/wiki/pt-br/Gameplay/Game_modifier/Hidden",
        ThingPlace("wiki", "pt-br/Gameplay/Game_modifier/Hidden"),
        "wiki/pt-br/Gameplay/Game_modifier/Hidden",
    ),
    ("https://osu.ppy.sh/help/wiki/FAQ", ThingPlace("wiki", "en/FAQ"), "wiki/en/FAQ"),
    (
        "https://osu.ppy.sh/legal/en/Terms",
        ThingPlace("wiki", "en/Legal/Terms"),
        "wiki/en/Legal/Terms",
    ),
    (
        "https://osu.ppy.sh/legal/privacy",
        ThingPlace("wiki", "en/Legal/Privacy"),
        "wiki/en/Legal/Privacy",
    ),
    (
        "https://osu.ppy.sh/wiki/en/Main_page",
        ThingPlace("wiki", "en/Main_page"),
        "wiki/en/Main_page",
    ),
    (
        "https://osu.ppy.sh/wiki/Ranking_criteria",
        ThingPlace("wiki", "en/Ranking_criteria"),
        "wiki/en/Ranking_criteria",
    ),
    ("https://osu.ppy.sh/wiki/ja", ThingPlace("wiki", "ja/Main_page"), "wiki/ja/Main_page"),
    (
        "https://osu.ppy.sh/home/news/2026-06-11-x?comment=5",
        ThingPlace("news", "2026-06-11-x", 5, "comments"),
        "home/news/2026-06-11-x?comment=5#comments",
    ),
    (
        "osu.ppy.sh/home/news/2026-06-11-x#prizes",
        ThingPlace("news", "2026-06-11-x", anchor="prizes"),
        "home/news/2026-06-11-x#prizes",
    ),
    (
        "/home/changelog/lazer/2026.1112.0#entries",
        ThingPlace("changelog", "lazer/2026.1112.0", section="entries"),
        "home/changelog/lazer/2026.1112.0#entries",
    ),
    (
        "/home/changelog?stream=lazer&from=2026.1.0&to=2026.2.0&view=compare&x=1",
        ListPlace(
            "changelog",
            (("from", "2026.1.0"), ("stream", "lazer"), ("to", "2026.2.0"), ("view", "compare")),
        ),
        "home/changelog?from=2026.1.0&stream=lazer&to=2026.2.0&view=compare",
    ),
    ("https://osu.ppy.sh/comments/1", ThingPlace("comment", "1"), "comments/1"),
    (
        "https://osu.ppy.sh/comments?user_id=2",
        ListPlace("comments", (("user_id", "2"),)),
        "comments?user_id=2",
    ),
    ("https://osu.ppy.sh/community/forums", ListPlace("forums"), "community/forums"),
    (
        "https://osu.ppy.sh/community/forums/5?sort=created#topics",
        ThingPlace("forum", "5"),
        "community/forums/5",
    ),
    (
        "https://osu.ppy.sh/community/forums/topics/1?n=3",
        ThingPlace("topic", "1"),
        "community/forums/topics/1",
    ),
    ("https://osu.ppy.sh/forum", ListPlace("forums"), "community/forums"),
    ("https://osu.ppy.sh/forum/4", ThingPlace("forum", "4"), "community/forums/4"),
    ("https://osu.ppy.sh/forum/p/9", ThingPlace("post", "9"), "community/forums/posts/9"),
    (
        "http://osu.ppy.sh/forum/viewforum.php?f=2",
        ThingPlace("forum", "2"),
        "community/forums/2",
    ),
    (
        "https://osu.ppy.sh/comments?commentable_type=news_post&commentable_id=3",
        ListPlace("comments", (("commentable_id", "3"), ("commentable_type", "news_post"))),
        "comments?commentable_id=3&commentable_type=news_post",
    ),
    ("https://osu.ppy.sh/community/forums/5", ThingPlace("forum", "5"), "community/forums/5"),
    (
        "https://osu.ppy.sh/community/forums/topics/1?start=22",
        ThingPlace("topic", "1", 22),
        "community/forums/topics/1?start=22",
    ),
    (
        "https://osu.ppy.sh/community/forums/posts/22",
        ThingPlace("post", "22"),
        "community/forums/posts/22",
    ),
    (
        "http://osu.ppy.sh/forum/t/123",
        ThingPlace("topic", "123"),
        "community/forums/topics/123",
    ),
    (
        "http://osu.ppy.sh/forum/viewtopic.php?f=2&t=9",
        ThingPlace("topic", "9"),
        "community/forums/topics/9",
    ),
    ("https://osu.ppy.sh/groups/7", ThingPlace("group", "7"), "groups/7"),
    ("https://osu.ppy.sh/g/7", ThingPlace("group", "7"), "groups/7"),
    (
        "https://osu.ppy.sh/rankings/osu/team?compare=2026-11-12&page=2",
        RankingsPlace("osu", "team", page=2, compare="2026-11-12"),
        "rankings/osu/team?compare=2026-11-12&page=2",
    ),
    # the program's own
    (
        "osubrowser:activity?types%5B%5D=rank",
        ListPlace("activity", (("types[]", "rank"),)),
        "osubrowser:activity?types%5B%5D=rank",
    ),
    (
        "osubrowser:scores?mode=taiko",
        ListPlace("scores", (("mode", "taiko"),)),
        "osubrowser:scores?mode=taiko",
    ),
    ("osubrowser:matches", ListPlace("matches"), "osubrowser:matches"),
    (
        "osubrowser:rooms?mode=ended",
        ListPlace("rooms", (("mode", "ended"),)),
        "osubrowser:rooms?mode=ended",
    ),
    ("osubrowser:backgrounds", ListPlace("backgrounds"), "osubrowser:backgrounds"),
    (
        "osubrowser:neighbours?user=2&mode=taiko&days=90&page=3",
        ListPlace("neighbours", (("days", "90"), ("mode", "taiko"), ("user", "2"))),
        "osubrowser:neighbours?days=90&mode=taiko&user=2",
    ),
]


def copied_address(copied: str) -> str:
    """Return what Copy link gives, of the third column."""
    return copied if copied.startswith("osubrowser:") else f"{HOME}/{copied}"
