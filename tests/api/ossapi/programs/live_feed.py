"""Feed of new scores: raw JSON of the API, models of what is interesting, and where to go on."""

import os
from datetime import UTC

from ossapi.ossapiv2 import Ossapi, Score

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])


def page(cursor: str | None = None) -> dict:
    params = {"ruleset": "osu"} | ({"cursor_string": cursor} if cursor else {})
    answer = api.session.get(f"{api.base_url}/scores", params=params)
    answer.raise_for_status()
    return answer.json()


first = page()
interesting = [raw for raw in first["scores"] if raw["pp"] and raw["passed"]][-5:]
for raw in interesting:
    number = raw["id"]
    score = api._instantiate_type(Score, raw)
    when = score.ended_at.astimezone(UTC)
    print(
        number,
        score.user_id,
        f"{score.pp:.1f}",
        score.rank.value,
        f"{when:%H:%M}",
        score.mods[:1] == [],
    )
    print("  ", score.user().username, score.beatmap_id, score.statistics.great)
print(len(page(first["cursor_string"])["scores"]))
several = api._instantiate_type(list[Score], page()["scores"][:3])
print([score.id for score in several] == [raw["id"] for raw in page()["scores"][:3]])
api.base_url = api.base_url.replace("/api/v2", "/api/v3")
try:
    api.user(2)
except ValueError:
    print("there is no version 3")
