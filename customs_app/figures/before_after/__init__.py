"""A procedure as it is and as it would be, in two diagrams on one scale."""

from customs_app.figures.before_after.picture import Diagrams, before_after

__all__ = ["Diagrams", "before_after"]
