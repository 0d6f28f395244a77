"""Build of the frozen program and its packages: `python -m build_app`."""
