"""Executor, task scopes, error categories, logging and idle garbage collection."""
