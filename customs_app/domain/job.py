"""What a long job tells of itself while it runs."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - it is a wish, not an error
    """The user no longer wants the job; it leaves nothing half done."""


class Progress(Protocol):
    """Told how far a job has come: `done` of `of` parts. Raises Cancelled to end the job."""

    def __call__(self, done: int, of: int) -> None:
        """Take note of the progress."""


def no_progress(done: int, of: int) -> None:
    """Progress that nobody watches."""
