"""Endpoint groups of API v2: one class per topic, one method per endpoint."""
