"""Welcome page and sign-in form."""
