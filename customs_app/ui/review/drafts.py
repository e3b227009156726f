"""Verdicts that are written and not recorded yet: no text is lost when another finding is looked at."""

from dataclasses import replace

from customs_app.domain.review import Finding, Mark
from customs_app.ui.review.decision import Decision, of_mark

_Key = tuple[str, str | None, str | None]


class Drafts:
    """Decisions by finding and by what is marked, in a dict that may outlive this."""

    def __init__(self, kept: dict[_Key, Decision]) -> None:
        self._kept = kept

    def keep(self, finding: Finding, decision: Decision, own: Mark | None) -> None:
        """Keep what is written, unless it is empty or what one's own mark says already."""
        key = _key(finding, decision)
        if decision.empty or (own is not None and decision == of_mark(own)):
            self._kept.pop(key, None)
        else:
            self._kept[key] = decision

    def drop(self, finding: Finding, decision: Decision) -> None:
        """Forget what was written: it is recorded."""
        self._kept.pop(_key(finding, decision), None)

    def of(self, finding: Finding, target: Decision, own: Mark | None) -> Decision:
        """What was written about a target; else what one's own mark on it says; else nothing."""
        kept = self._kept.get(_key(finding, target))
        if kept is not None:
            return kept
        return of_mark(own) if own is not None else replace(target, verdict=None, reason="")


def _key(finding: Finding, decision: Decision) -> _Key:
    return finding.key, decision.step_id, decision.document_id
