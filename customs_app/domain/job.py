"""What a long job tells of itself while it runs."""

from typing import Protocol

_FINE = 100


class Cancelled(Exception):  # noqa: N818 - it is a wish, not an error
    """The user no longer wants the job; it leaves nothing half done."""


class Progress(Protocol):
    """Told how far a job has come: `done` of `of` parts. Raises Cancelled to end the job."""

    def __call__(self, done: int, of: int) -> None:
        """Take note of the progress."""


def no_progress(done: int, of: int) -> None:
    """Progress that nobody watches."""


def share(progress: Progress, begins: int, ends: int) -> Progress:
    """What one part of a job tells: its own counting takes the hundredths of the whole between the two."""

    def told(done: int, of: int) -> None:
        progress(begins * _FINE + (ends - begins) * _FINE * done // max(of, 1), 100 * _FINE)

    return told
