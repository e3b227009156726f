"""What the verdicts would change: the procedure as it is and as it would be."""
