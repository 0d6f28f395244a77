"""HTTP transport: requests, responses, rate limiting, retries, and errors by status."""
