"""News, wiki, changelog, forum, chat, comments and the activity feed."""
