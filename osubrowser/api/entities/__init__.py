"""What osu! things are: typed structures with the API's own field names."""
