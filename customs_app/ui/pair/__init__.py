"""Two procedures step by step against each other."""
