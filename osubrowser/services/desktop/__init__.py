"""Integration with Linux desktops: menu entry, icons, type of replay files and link scheme."""
