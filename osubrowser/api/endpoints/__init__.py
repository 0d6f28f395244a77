"""One small class a topic: which path, which parameters, which answer."""
