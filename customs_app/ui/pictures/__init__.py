"""Pictures in the window: painted, zoomed, walked through, copied, saved, and told as a table."""
