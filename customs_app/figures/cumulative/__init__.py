"""Charts of time that adds up step by step, along a corridor or through one procedure."""
