"""Windows installer, made by NSIS."""
