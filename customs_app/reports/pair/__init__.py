"""Two procedures step by step against each other: what the window shows, commands tell and papers print."""
