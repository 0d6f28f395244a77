"""Players in batches of fifty: ids of many pages to names, teams and ranks by ruleset."""

import os

from ossapi import Ossapi, User, UserCompact

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])
ids = [
    row.user.id
    for page in (1, 2)
    for row in api.ranking("osu", "performance", cursor={"page": page}).ranking
]
ids += [123456789012]  # nobody
users: dict[int, UserCompact] = {}
for start in range(0, len(ids), 50):
    for user in api.users(ids[start : start + 50]):
        users[user.id] = user
print(len(ids), len(users), [i for i in ids if i not in users])
for user in list(users.values())[:12]:
    ranks = user.statistics_rulesets
    print(
        user.username,
        user.country_code,
        user.is_supporter,
        user.default_group,
        user.last_visit is None,
    )
    print(
        "  ",
        [
            round(r.pp, 1) if r else None
            for r in (ranks.osu, ranks.taiko, ranks.fruits, ranks.mania)
        ],
    )
    print("  ", user.team.name if user.team else None, user.profile_colour, user.avatar_url[-12:])
first = users[ids[0]]
print(type(first) is UserCompact, isinstance(first, User), first.is_bot)
full = first.expand()
print(isinstance(full, User), full.expand() is full, full.scores_best_count, full.follower_count)
print(list(full.previous_usernames), full.playmode, full.kudosu.total)
print(full.rank_history.mode.value, full.rank_history.data[-3:], full.monthly_playcounts[0].count)
print(full.playstyle, full.profile_order[0], full.daily_challenge_user_stats.playcount)
again = api.user(full)
print(again.id == full.id, again == full)
