"""Modding: discussions, nominations, beatmapset events, kudosu history."""
