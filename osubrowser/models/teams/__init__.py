"""Teams: their page, and their members."""
