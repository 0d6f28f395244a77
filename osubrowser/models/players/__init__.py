"""Player profiles, their lists, charts and comparison."""
