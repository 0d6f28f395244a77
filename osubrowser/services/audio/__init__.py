"""Preview sounds: decoding, output device and player."""
