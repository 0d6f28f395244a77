"""Application services without widgets: sign-in, settings, places, images, worker threads."""
