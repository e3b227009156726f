"""A verdict that is being written, and what it still lacks."""

from dataclasses import dataclass

from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark
from customs_app.language.words import Words
from customs_app.ui.widgets.verdicts import lacking


@dataclass(frozen=True, slots=True)
class Decision:
    """What stands in the bar: on which step (or document of it), the verdict, why, and into what to merge.

    `dismiss` stands in place of a verdict: the finding is none.
    """

    step_id: str | None = None
    document_id: str | None = None
    verdict: Verdict | None = None
    reason: str = ""
    merge_into: str | None = None
    dismiss: bool = False

    @property
    def decided(self) -> bool:
        """Whether a verdict is chosen, or that the finding is none."""
        return self.dismiss or self.verdict is not None

    @property
    def empty(self) -> bool:
        """Whether nothing has been decided or written yet."""
        return not self.decided and not self.reason


def of_mark(mark: Mark) -> Decision:
    """What a mark has decided, to be changed."""
    return Decision(mark.step_id, mark.document_id, mark.verdict, mark.reason, mark.merge_into)


def missing(decision: Decision, words: Words, *, sole_safeguard: bool, read_only: bool) -> str:
    """What is still missing before it can be recorded, worded; empty when nothing is."""
    if read_only:
        return words.text("The catalogue is open for reading only")
    if decision.dismiss:
        return "" if decision.reason else words.text("Write why it is not redundant")
    if decision.step_id is None:
        return words.text("The finding names no step that could be marked")
    return lacking(
        decision.verdict, decision.reason, decision.merge_into, words, sole_safeguard=sole_safeguard
    )
