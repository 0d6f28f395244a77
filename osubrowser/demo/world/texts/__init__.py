"""What people of the embedded osu! write: sentences and frames to fill, no logic."""
