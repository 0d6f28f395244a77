"""History of a player: figures over time, and their days."""
