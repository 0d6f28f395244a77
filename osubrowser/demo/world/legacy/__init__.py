"""Objects of API v1."""
