"""What the review offers to a meeting: the finding at hand, and the steps that are contested."""

from collections.abc import Iterator

from customs_app.domain.procedure import Step
from customs_app.domain.review import Finding
from customs_app.language.words import Words
from customs_app.ui.meeting.lists import MeetingList, contested_list, finding_list, procedure_list
from customs_app.ui.review.tab import Scope


def review_lists(
    finding: Finding | None, step: Step | None, scope: Scope, words: Words
) -> Iterator[MeetingList]:
    """The steps of the finding, what is contested among the procedures shown, then the whole procedure."""
    loaded = scope.loaded
    full = loaded.procedures.get(finding.procedure) if finding is not None else None
    current = step.id if step is not None else None
    if finding is not None and full is not None and finding.steps:
        yield finding_list(finding, full, loaded.reference, current, words)
    contested = contested_list(scope.seen.marks, scope.procedures, words)
    if contested is not None:
        yield contested
    if full is not None:
        yield procedure_list(full, loaded.reference, current, words)
