"""Accounts, their names and countries, teams, rankings, profiles."""
