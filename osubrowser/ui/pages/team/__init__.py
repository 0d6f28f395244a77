"""Page of a team."""
