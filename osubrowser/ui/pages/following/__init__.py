"""What is followed, and what changed there."""
