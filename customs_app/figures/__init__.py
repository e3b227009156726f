"""Signs, charts and diagrams as plain shapes, computed once, painted by two thin painters."""
