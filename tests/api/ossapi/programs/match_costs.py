"""Tournament script: all events of matches, each player's match cost, written as CSV."""

import csv
import os
from collections import defaultdict
from statistics import median

from ossapi import MatchEventType, Ossapi
from ossapi.models import MatchResponse

api = Ossapi(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"])


def points_of(score) -> int:
    """Return the points of a play, whichever form the server sent."""
    return score.score if hasattr(score, "score") else score.total_score


def all_events(match_id: int) -> tuple[MatchResponse, list]:
    response = api.match(match_id)
    events = list(response.events)
    while events[0].id > response.first_event_id:
        response = api.match(match_id, before_id=events[0].id)
        events = response.events + events
    return response, events


def costs(events: list) -> dict[int, float]:
    points = defaultdict(list)
    games = [event.game for event in events if event.game and event.game.scores]
    for game in games:
        middle = median(points_of(score) for score in game.scores)
        for score in game.scores:
            points[score.user_id].append(points_of(score) / middle)
    return {user: 2 * sum(p) / (len(p) + 2) for user, p in points.items()}


def main() -> None:
    rows = []
    played = 0
    for match in api.matches().matches:
        response, events = all_events(match.id)
        names = {user.id: user.username for user in response.users}
        kinds = {event.detail.type for event in events}
        assert events[0].detail.type is MatchEventType.MATCH_CREATED
        print(response.match.id, response.match.name, response.match.start_time, len(events))
        print(sorted(kind.value for kind in kinds))
        for user_id, cost in sorted(costs(events).items()):
            rows.append([match.id, names.get(user_id, user_id), f"{cost:.4f}"])
        for event in events:
            game = event.game
            if game is None:
                continue
            played += 1
            title = game.beatmap.beatmapset().title if game.beatmap else "deleted"
            print(" ", game.id, title, game.mods, game.scoring_type.name, game.team_type.value)
            for score in game.scores:
                info = score.match
                mods = "".join(str(getattr(mod, "acronym", mod)) for mod in score.mods)
                print(
                    "   ",
                    mods,
                    score.user_id,
                    points_of(score),
                    names.get(score.user_id),
                    info.team,
                    info.slot,
                    info.pass_,
                )
        if played > 6:
            break
    with open("costs.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["match", "player", "cost"])
        writer.writerows(rows)
    assert rows


main()
