"""Forum: a board with its topics, and a topic with its posts."""
