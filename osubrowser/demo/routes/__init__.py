"""Routes of API v2, API v1 and the website, one module a topic."""
