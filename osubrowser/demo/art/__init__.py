"""Pictures drawn on request: avatars, covers, emblems, flags; one address, one picture."""
