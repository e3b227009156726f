"""The marks of all reviewers, found by step and by finding."""

from collections.abc import Collection, Iterable, Mapping

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.review import Finding, Mark, Reviewer


class MarkBook:
    """Marks by step, kept up to date procedure by procedure."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._by_step: dict[str, tuple[Mark, ...]] = {}
        self._put(marks)

    @property
    def every(self) -> tuple[Mark, ...]:
        """All marks, those of one step together, the oldest first."""
        return tuple(mark for marks in self._by_step.values() for mark in marks)

    def read_again(self, catalogue: Catalogue, steps: Mapping[str, Collection[str]]) -> None:
        """Read anew the marks of these procedures: id of the procedure -> ids of its steps."""
        marks = catalogue.marks(list(steps))
        # A step may have gone from the procedure, or come to it.
        gone = {step_id for step_ids in steps.values() for step_id in step_ids}
        for step_id in gone | {mark.step_id for mark in marks}:
            self._by_step.pop(step_id, None)
        self._put(marks)

    def of_step(self, step_id: str) -> tuple[Mark, ...]:
        """Marks on a step and on its documents, the oldest first."""
        return self._by_step.get(step_id, ())

    def of_finding(self, finding: Finding) -> tuple[Mark, ...]:
        """Marks on the steps of a finding, those made for it first."""
        marks = [mark for step_id in finding.steps for mark in self.of_step(step_id)]
        return tuple(sorted(marks, key=lambda mark: mark.finding != finding.key))

    def marked(self, finding: Finding) -> bool:
        """Whether one of the steps of a finding has a mark."""
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
