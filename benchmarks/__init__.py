"""Figures measured side by side, never asserted in a test."""
