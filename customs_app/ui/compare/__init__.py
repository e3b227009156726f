"""The workspace that puts countries side by side."""
