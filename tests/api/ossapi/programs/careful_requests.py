"""Requests that fail: unknown things, wrong words, and a helper that tries again."""

import os
from collections.abc import Callable
from typing import Any

from ossapi import GameMode, Mod, Ossapi, ScoreType

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])


def attempt(call: Callable[..., Any], *args: Any, tries: int = 3, **kwargs: Any) -> Any:
    for number in range(tries):
        try:
            return call(*args, **kwargs)
        except ValueError:
            print(f"{call.__name__} {args}: not there")
            return None
        except OSError:
            print("again", number)
    return None


print(attempt(api.user, "nobody has this name"))
print(attempt(api.user, 2).username)
print(attempt(api.beatmap, 1))
print(attempt(api.beatmapset, 1))
print(attempt(api.match, 1))
print(attempt(api.score, 1))
print(attempt(api.user_scores, 12092800, "bets"))
print(attempt(api.ranking, "standard", "performance"))
print(attempt(api.news_post, "no such post"))
print(attempt(api.forum_topic, 1))
try:
    api.user("nobody has this name")
except ValueError as error:
    print("`None`" in str(error), str(error).startswith("api returned an error of `"))
try:
    api.beatmap(1)
except ValueError as error:
    print(str(error).split(" for a request to ")[0])
for value in ("XX", "HDX", ["HD", "QQ"], -1.5):
    try:
        print(Mod(value))
    except ValueError as error:
        print(type(error).__name__, bool(str(error)))
    except TypeError as error:
        print(type(error).__name__)
try:
    GameMode("std")
except ValueError as error:
    print(error)
try:
    api.user_scores(12092800)
except TypeError as error:
    print("TypeError", "type" in str(error))
try:
    api.beatmap()
except ValueError:
    print("nothing to look for")
missing = [name for name in ("user", "beatmap", "no_such_call") if not hasattr(api, name)]
print(
    missing, ScoreType("best") is ScoreType.BEST, GameMode.OSU == "osu", GameMode.OSU.value == "osu"
)
