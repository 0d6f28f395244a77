"""Search of everything: questions, columns and loads of each list, and their order."""
