"""What is followed: sentences of changes, rows of changes and of followed things."""
