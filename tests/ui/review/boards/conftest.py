"""What the tests of the boards share."""

from tests.ui.review.stand import english, stand

__all__ = ["english", "stand"]
