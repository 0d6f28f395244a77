"""Entities of osu!'s APIs: typed immutable structs with the API's own field names."""
