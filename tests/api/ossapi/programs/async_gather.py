"""Many requests at once: players, boards and sets gathered, in order, with a limit of four."""

import asyncio
import os

from ossapi import OssapiAsync, RankingType


async def main() -> None:
    api = OssapiAsync(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])
    gate = asyncio.Semaphore(4)

    async def gated(coroutine):
        async with gate:
            return await coroutine

    pages = await asyncio.gather(
        *(api.ranking(mode, RankingType.PERFORMANCE) for mode in ("osu", "taiko", "fruits"))
    )
    for page in pages:
        print(page.ranking[0].user.username, page.ranking[0].pp)
    ids = [row.user.id for row in pages[0].ranking[:8]]
    users = await asyncio.gather(*(gated(api.user(user_id)) for user_id in ids))
    print([user.id for user in users] == ids, [user.username for user in users])
    results = await asyncio.gather(
        api.beatmap(221777),
        api.beatmap(0),
        api.beatmapset(beatmap_id=221777),
        return_exceptions=True,
    )
    print(results[0].version, isinstance(results[1], ValueError), results[2].title)
    scores = await api.beatmap_scores(221777)
    for task in asyncio.as_completed([api.score(scores.scores[0].id)]):
        print((await task).total_score)
    try:
        await asyncio.wait_for(api.user("peppy"), timeout=30)
    except TimeoutError:
        print("too slow")
    boards = await asyncio.gather(
        *[api.beatmap_user_score(221777, s.user_id) for s in scores.scores[:3]]
    )
    print([board.position for board in boards])


asyncio.run(main())
