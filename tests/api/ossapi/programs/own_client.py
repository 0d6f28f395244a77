"""Client class of a program's own: addresses, a pace, a memory of players, more endpoints."""

import os
from typing import Any

from ossapi import Beatmapset, GameMode, Ossapi, Scope
from ossapi.models import BeatmapsetSearchResult


class Client(Ossapi):
    """An Ossapi that counts what it asks, and asks for no player twice."""

    TOKEN_URL = os.environ["OSU_URL"] + "/oauth/token"
    BASE_URL = os.environ["OSU_URL"] + "/api/v2"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.asked = 0
        self.known: dict[Any, Any] = {}
        super().__init__(*args, **kwargs)

    def _request(self, type_, method, url, params={}, data={}):  # noqa: B006
        self.asked += 1
        return super()._request(type_, method, url, params=params, data=data)

    def user(self, user, *, mode=None, key=None):
        if user not in self.known:
            self.known[user] = super().user(user, mode=mode, key=key)
        return self.known[user]

    def sets_of(self, name: str) -> list[Beatmapset]:
        found = self._get(BeatmapsetSearchResult, "/beatmapsets/search", {"q": f"creator={name}"})
        return found.beatmapsets


api = Client(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"], scopes=[Scope.PUBLIC])
print(isinstance(api, Ossapi), api.base_url.endswith("/api/v2"), api.token_url.endswith("/token"))
for _ in range(3):
    print(api.user(2).username, api.user("peppy").id)
print(api.asked)
owner = api.beatmap(221777).beatmapset()
print(owner.creator, [beatmapset.id for beatmapset in api.sets_of(owner.creator)][:5])
score = api.beatmap_scores(221777, mode=GameMode.OSU).scores[0]
print(score._api is api, score.beatmap is None, score.user().username)
print(api.asked)
