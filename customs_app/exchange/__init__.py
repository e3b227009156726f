"""In and out: country folders."""
