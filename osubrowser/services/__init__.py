"""The application without a window: sign-in, settings, places, pictures, worker threads."""
