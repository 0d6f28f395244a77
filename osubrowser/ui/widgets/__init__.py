"""Controls that know Qt only."""
