"""Earlier days of the world: what players did since, and the world as it was."""
