"""Featured artist: header, and tracks by album."""
