"""Collector of raw JSON: models switched off, own paths of the API, and files of the answers."""

import json
import logging
import os

from ossapi import Ossapi, RankingType, User
from ossapi.models import Users

logging.getLogger("ossapi").setLevel(logging.WARNING)
api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])
api.log.setLevel(logging.ERROR)


def identity(type_, value, *args, **kwargs):
    return value


print(api._get(User, "/users/2/osu").username)
print(api._get(User, "/users/peppy", {"key": "username"}).id)
print([user.username for user in api._get(Users, "/users", {"ids": [2, 12092800]}).users])
plain = api._instantiate_type
api._instantiate_type = identity
page = api.ranking("osu", RankingType.PERFORMANCE)
print(type(page).__name__, sorted(page))
with open("ranking.json", "w", encoding="utf-8") as file:
    json.dump(page, file, indent=1)
with open("set.json", "w", encoding="utf-8") as file:
    json.dump(api.beatmapset(beatmap_id=221777), file, indent=1, ensure_ascii=False)
print(api._get(None, "/tags")["tags"][0]["name"])
api._instantiate_type = plain
print(api.beatmap(221777).version)
answer = api.session.get(f"{api.base_url}/users/2/osu")
print(answer.status_code, answer.json()["username"], answer.headers["Content-Type"])
answer = api.session.get(api.base_url + "/beatmaps", params={"ids[]": [221777, 1981090]})
print([beatmap["id"] for beatmap in answer.json()["beatmaps"]])
print(api.session.get(f"{api.base_url}/users/0/osu").status_code)
