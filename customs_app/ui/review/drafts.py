"""Verdicts that are written and not recorded yet: no text is lost when another finding is looked at."""

from customs_app.domain.review import Finding
from customs_app.ui.review.decision import Decision

_Key = tuple[str, str | None, str | None]


class Drafts:
    """Decisions by finding and by what is marked, in a dict that may outlive this.

    `recorded` is everywhere what is recorded of that already, an empty decision where nothing is.
    """

    def __init__(self, kept: dict[_Key, Decision]) -> None:
        self._kept = kept

    def keep(self, finding: Finding, decision: Decision, recorded: Decision) -> None:
        """Keep what is written, unless it is empty or recorded already."""
        key = _key(finding, decision)
        if decision.empty or decision == recorded:
            self._kept.pop(key, None)
        else:
            self._kept[key] = decision

    def drop(self, finding: Finding, decision: Decision) -> None:
        """Forget what was written: it is recorded."""
        self._kept.pop(_key(finding, decision), None)

    def of(self, finding: Finding, target: Decision, recorded: Decision) -> Decision:
        """What was written about a target; else what is recorded."""
        return self._kept.get(_key(finding, target), recorded)


def _key(finding: Finding, decision: Decision) -> _Key:
    return finding.key, decision.step_id, decision.document_id
