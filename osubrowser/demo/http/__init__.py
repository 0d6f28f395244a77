"""The HTTP side of the demo server: sockets, dispatch, OAuth, rate limits, replies."""
