"""One file a page: what the user sees below the tabs."""
