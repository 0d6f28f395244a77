"""Wiki pages: title, path, languages, notices and text."""
