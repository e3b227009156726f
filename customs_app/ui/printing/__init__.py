"""Prints papers: to the printers of the system, and to a file."""
