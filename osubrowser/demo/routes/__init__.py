"""The API's routes, a file per topic, and the website's and assets' beside them."""
