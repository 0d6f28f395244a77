"""macOS disk image, and the signature of the application bundle."""
