"""List controllers: columns, export, links and pictures of any list."""
