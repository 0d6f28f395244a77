"""Detection of changes of what is followed, in the answers of the server."""
