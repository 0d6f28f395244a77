"""Table models: rows and columns, formatted on a worker before they are painted."""
