"""Commands of a chat bot: a player's card, recent and best plays, and unknown names."""

import asyncio
import os

from ossapi import GameMode, OssapiAsync, ScoreType, UserLookupKey

api = OssapiAsync(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])


class Context:
    """What a chat library gives to a command."""

    async def send(self, text: str) -> None:
        print(text)


async def card(ctx: Context, name: str, mode: str = "osu") -> None:
    try:
        user = await api.user(name, mode=mode, key=UserLookupKey.USERNAME)
    except ValueError:
        await ctx.send(f"I know nobody called {name!r}.")
        return
    stats = user.statistics
    lines = [
        f"**{user.username}** ({user.country.name}, {user.country_code}) {mode}",
        f"joined {user.join_date:%d %B %Y}, online: {user.is_online}",
        f"{stats.pp:,.2f}pp, accuracy {stats.hit_accuracy:.2f}%, plays {stats.play_count:,}",
        f"level {stats.level.current} ({stats.level.progress}%)",
        f"SS {stats.grade_counts.ss + stats.grade_counts.ssh} A {stats.grade_counts.a}",
        f"peak {user.rank_highest.rank if user.rank_highest else 'none'}",
        f"team {user.team.short_name if user.team else 'none'}, badges {len(user.badges)}",
    ]
    await ctx.send("\n".join(lines))


async def top(ctx: Context, user_id: int, amount: int) -> None:
    scores = await api.user_scores(user_id, ScoreType.BEST, mode=GameMode.OSU, limit=amount)
    if not scores:
        await ctx.send("No plays.")
        return
    for place, score in enumerate(scores, 1):
        mods = "".join(mod.acronym for mod in score.mods) or "NM"
        title = f"{score.beatmapset.artist} - {score.beatmapset.title} [{score.beatmap.version}]"
        await ctx.send(
            f"{place}. {title} +{mods} {score.rank.value} {score.pp:.2f}pp"
            f" ({score.weight.percentage:.1f}%) <t:{int(score.ended_at.timestamp())}:R>"
        )


async def recent(ctx: Context, user_id: int) -> None:
    scores = await api.user_scores(user_id, "recent", include_fails=True, limit=3)
    for score in scores:
        hits = score.statistics
        await ctx.send(
            f"{score.beatmap.url} {score.max_combo}x/{score.rank}"
            f" [{hits.great or 0}/{hits.ok or 0}/{hits.meh or 0}/{hits.miss or 0}]"
        )
    if not scores:
        await ctx.send("Nothing in the last day.")


async def main() -> None:
    ctx = Context()
    await card(ctx, "peppy")
    await card(ctx, "Voses", "taiko")
    await card(ctx, "nobody has this name")
    await top(ctx, 12092800, 5)
    await recent(ctx, 12092800)


asyncio.run(main())
