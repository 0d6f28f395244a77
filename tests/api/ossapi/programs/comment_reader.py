"""Reader of comments: newest first by cursor, with replies, authors, and what they are about."""

import os
from collections import Counter

from ossapi import CommentableType, CommentSort, Ossapi

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])
kinds: Counter[str] = Counter()
cursor = None
for _ in range(3):
    bundle = api.comments(sort=CommentSort.NEW, cursor=cursor)
    users = {user.id: user.username for user in bundle.users}
    for comment in bundle.comments:
        kinds[comment.commentable_type] += 1
        text = (comment.message or "(deleted)").splitlines()[0]
        print(comment.id, users.get(comment.user_id), comment.votes_count, text[:60])
        print("  ", comment.created_at, comment.edited_at, comment.pinned, comment.replies_count)
    print([parent.id for parent in bundle.included_comments][:5], bundle.has_more)
    cursor = bundle.cursor
print(kinds)
about = api.comments(commentable_type=CommentableType.CHANGELOG, sort="top")
for meta in about.commentable_meta[:4]:
    print(meta.id, meta.type, meta.title, meta.url)
first = next(comment for comment in about.comments if comment.user_id)
again = api.comment(first.id)
print(again.comments[0].message_html == first.message_html, first.user().id == first.user_id)
print(again.comments[0].edited_by(), again.sort, about.total, about.top_level_count)
