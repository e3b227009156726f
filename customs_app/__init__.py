"""Customs steps of the SCO member states: catalogue, review, comparison, proposals."""

__version__ = "0.1.0"
