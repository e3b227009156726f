"""The swimlane diagram of a procedure: lanes are agencies, boxes are steps, lines say what waits for what."""

from customs_app.figures.swimlane.picture import swimlane

__all__ = ["swimlane"]
