"""Reader of the forum: its boards as a tree, topics of one, and the posts of topics with polls."""

import os

from ossapi import ForumTopicSort, Ossapi

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])


def show(forum, depth: int = 0) -> None:
    print("  " * depth + f"{forum.id} {forum.name}: {forum.description[:50]}")
    for child in forum.subforums or []:
        show(child, depth + 1)


for forum in api.forum_listing():
    show(forum)
board = api.forum_topics(2)
print(board.forum.name, len(board.topics), len(board.pinned_topics))
for topic in board.topics[:4]:
    print(topic.id, topic.title, topic.type.value, topic.views, topic.post_count, topic.is_locked)
    page = api.forum_topic(topic.id, limit=5)
    for post in page.posts:
        print("  ", post.id, post.created_at, post.body.raw.splitlines()[0][:60], post.edited_at)
    if topic.poll:
        poll = topic.poll
        print(poll.title.bbcode, poll.max_votes, poll.total_vote_count)
        for option in poll.options:
            print("    ", option.id, option.text.html, option.vote_count)
first = board.topics[0]
newest = api.forum_topic(first.id, sort=ForumTopicSort.NEW, limit=3)
print([post.id for post in newest.posts], newest.cursor_string is None)
author = newest.topic.user()
editor = newest.posts[0].edited_by()
print(author.username, author.country_code, editor.username if editor else None)
if newest.cursor_string:
    older = api.forum_topic(first.id, cursor_string=newest.cursor_string)
    print([post.id for post in older.posts][:5], older.search.limit)
