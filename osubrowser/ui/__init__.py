"""The window: shell, pages, tables, charts, widgets and dialogs."""
