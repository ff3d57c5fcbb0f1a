"""When to post, how often, how far apart."""
