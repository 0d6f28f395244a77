"""Entities of countries and territories."""

from __future__ import annotations

from osubrowser.api.entities.base import Entity, FiniteFloat, Int64


class Country(Entity, frozen=True, kw_only=True):
    """Country or territory; `XX` is unknown, and codes outside ISO 3166 occur."""

    code: str
    name: str = ""


class CountryStatistics(Entity, frozen=True, kw_only=True):
    """Row of the country ranking (`rankings/{mode}/country`)."""

    code: str
    active_users: Int64 = 0
    play_count: Int64 = 0
    ranked_score: Int64 = 0
    performance: FiniteFloat = 0.0
    country: Country | None = None
