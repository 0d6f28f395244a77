"""Forum: boards, topics and posts: columns, loads and lists."""
