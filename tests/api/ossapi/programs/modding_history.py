"""Modding history: events by type with their comments, open discussions, and who voted."""

import os

from ossapi import BeatmapsetDiscussionVote, BeatmapsetEventType, MessageType, Ossapi
from ossapi.models import (
    BeatmapsetEventCommentChange,
    BeatmapsetEventCommentNominate,
    BeatmapsetEventCommentOwnerChange,
)

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])
TYPES = [
    BeatmapsetEventType.ISSUE_REOPEN,
    BeatmapsetEventType.NOMINATE,
    BeatmapsetEventType.GENRE_EDIT,
    BeatmapsetEventType.QUALIFY,
    BeatmapsetEventType.DISQUALIFY,
    BeatmapsetEventType.BEATMAP_OWNER_CHANGE,
]
bundle = api.beatmapset_events(types=TYPES, limit=40)
names = {user.id: user.username for user in bundle.users}
for event in bundle.events:
    what = "without words"
    if isinstance(event.comment, BeatmapsetEventCommentNominate):
        what = f"for {event.comment.modes}"
    elif isinstance(event.comment, BeatmapsetEventCommentChange):
        what = f"from {event.comment.old} to {event.comment.new}"
    elif isinstance(event.comment, BeatmapsetEventCommentOwnerChange):
        what = f"{event.comment.beatmap_version} is {event.comment.new_user_username}'s"
    elif event.comment is not None:
        what = type(event.comment).__name__
    title = event.beatmapset.title if event.beatmapset else "?"
    print(event.id, event.type.value, names.get(event.user_id), title, what, event.created_at)
print(len(bundle.reviewsConfig.__class__.__name__) > 0)
found = api.beatmapset_discussions(message_types=[MessageType.PROBLEM, "suggestion"], limit=10)
for discussion in found.discussions:
    start = discussion.starting_post.message if discussion.starting_post else None
    print(discussion.id, discussion.message_type.name, discussion.resolved, discussion.timestamp)
    print("  ", (start or "").splitlines()[:1], discussion.can_be_resolved)
beatmapset = found.discussions[0].beatmapset()
print(beatmapset.id, beatmapset.creator, found.discussions[0].user().username)
posts = api.beatmapset_discussion_posts(limit=5, sort="id_desc")
for post in posts.posts:
    print(post.id, post.system, post.last_editor_id, post.user().id == post.user_id)
votes = api.beatmapset_discussion_votes(vote=BeatmapsetDiscussionVote.UPVOTE, limit=5)
print([(vote.id, vote.score, vote.user().id) for vote in votes.votes])
