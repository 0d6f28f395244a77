"""Images: download, decoding, disk cache and pixmap cache."""
