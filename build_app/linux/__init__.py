"""Linux packages: Debian package, AppImage and Flatpak."""
