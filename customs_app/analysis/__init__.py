"""Pure functions over the domain: totals, comparison, findings. No Qt, no SQL, no files."""
