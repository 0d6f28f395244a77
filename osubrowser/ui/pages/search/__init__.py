"""Search of everything, and the start page of all lists."""
