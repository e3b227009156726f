"""How far a workbook has come."""

from customs_app.domain.job import Progress

_EVERY = 20


class Meter:
    """Counts rows written and tells a Progress of them; Progress raises Cancelled to end the job."""

    def __init__(self, progress: Progress, of: int) -> None:
        self._progress = progress
        self._of = max(1, of)
        self._done = 0
        progress(0, self._of)

    def row(self) -> None:
        """One more row stands."""
        self._done += 1
        if self._done % _EVERY == 0:
            self.look()

    def part(self) -> None:
        """One more part of what is written is ready, which takes its time."""
        self._done += 1
        self.look()

    def look(self) -> None:
        """Tell how far it has come; the end is told by `finish` alone."""
        self._progress(min(self._done, self._of - 1), self._of)

    def finish(self) -> None:
        """All is written."""
        self._progress(self._of, self._of)
