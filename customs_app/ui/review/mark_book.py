"""The marks that a reviewer sees, found by step and by finding, and who has marked besides."""

from collections.abc import Collection, Iterable, Mapping

from customs_app.analysis.blind import Seen
from customs_app.domain.review import Finding, Mark, Reviewer

_NOTHING: Mapping[str, tuple[Reviewer, ...]] = {}


class MarkBook:
    """Marks by step, kept up to date procedure by procedure.

    `hidden` has those whose marks on a step a blind round hides, by step id.
    """

    def __init__(
        self, marks: Iterable[Mark] = (), hidden: Mapping[str, tuple[Reviewer, ...]] = _NOTHING
    ) -> None:
        self._by_step: dict[str, tuple[Mark, ...]] = {}
        self._hidden = dict(hidden)
        self._put(marks)

    @property
    def every(self) -> tuple[Mark, ...]:
        """All marks that are seen, those of one step together, the oldest first."""
        return tuple(mark for marks in self._by_step.values() for mark in marks)

    @property
    def seen(self) -> Seen:
        """The same as a plain value."""
        return Seen(self.every, dict(self._hidden))

    def read_again(self, seen: Seen, steps: Collection[str]) -> None:
        """Take what is seen now of these steps (ids) and of those that are named by it."""
        # A step may have gone from the procedure, or come to it.
        for step_id in {*steps, *(mark.step_id for mark in seen.marks)}:
            self._by_step.pop(step_id, None)
            self._hidden.pop(step_id, None)
        self._hidden.update(seen.hidden)
        self._put(seen.marks)

    def of_step(self, step_id: str) -> tuple[Mark, ...]:
        """Marks on a step and on its documents, the oldest first."""
        return self._by_step.get(step_id, ())

    def of_finding(self, finding: Finding) -> tuple[Mark, ...]:
        """Marks on the steps of a finding, those made for it first."""
        marks = [mark for step_id in finding.steps for mark in self.of_step(step_id)]
        return tuple(sorted(marks, key=lambda mark: mark.finding != finding.key))

    def hidden_of(self, steps: Iterable[str]) -> tuple[Reviewer, ...]:
        """Who else has marked one of these steps (ids), each once."""
        return tuple(dict.fromkeys(who for step_id in steps for who in self._hidden.get(step_id, ())))

    def marked(self, finding: Finding) -> bool:
        """Whether one of the steps of a finding has a mark that is seen."""
        return any(step_id in self._by_step for step_id in finding.steps)

    def own(self, step_id: str, document_id: str | None, who: Reviewer) -> Mark | None:
        """A reviewer's mark on a step, or on a document of it."""
        for mark in self.of_step(step_id):
            if mark.reviewer == who and mark.document_id == document_id:
                return mark
        return None

    def _put(self, marks: Iterable[Mark]) -> None:
        for mark in marks:
            self._by_step[mark.step_id] = (*self._by_step.get(mark.step_id, ()), mark)
