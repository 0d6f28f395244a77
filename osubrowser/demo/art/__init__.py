"""Generated media: avatars, covers, emblems, flags, preview sounds."""
