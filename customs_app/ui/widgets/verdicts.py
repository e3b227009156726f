"""Eight buttons for the eight verdicts, and what a verdict still lacks before it can be recorded."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup

from customs_app.domain.codes import Verdict
from customs_app.language.words import Words
from customs_app.ui.session import Session
from customs_app.ui.widgets.verdict_button import VerdictButton

VERDICTS = tuple(Verdict)
"""In the order of their digits, from 1."""


class VerdictButtons(QObject):
    """The buttons in the order of their digits; `chosen` carries the verdict that was clicked."""

    chosen = Signal(object)

    def __init__(
        self, session: Session, parent: QObject, *, name: str, texts: Mapping[Verdict, str] | None = None
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons = [
            VerdictButton(verdict, str(place + 1), session, name=name, text=(texts or {}).get(verdict))
            for place, verdict in enumerate(VERDICTS)
        ]
        for place, button in enumerate(self.buttons):
            self._group.addButton(button, place)
            button.clicked.connect(lambda _=False, verdict=button.verdict: self.chosen.emit(verdict))

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that is chosen."""
        checked = self._group.checkedId()
        return VERDICTS[checked] if checked >= 0 else None

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Choose a verdict, or none, without telling."""
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(button.verdict is verdict)
        self._group.setExclusive(True)


def lacking(
    verdict: Verdict | None, reason: str, merge_into: str | None, words: Words, *, sole_safeguard: bool
) -> str:
    """What is still missing before a verdict can be recorded, worded; empty when nothing is."""
    text = words.text
    # Keeping what stands needs no defence; whatever changes the procedure does.
    unsaid = not reason and verdict is not Verdict.KEEP
    missing = (
        (verdict is None, text("Choose a verdict (1 to 8)")),
        (verdict is Verdict.MERGE and merge_into is None, text("Choose the step into which it is merged")),
        (
            unsaid and verdict is Verdict.REMOVE and sole_safeguard,
            text("Write why: nothing else guards against this risk"),
        ),
        (unsaid, text("Write why")),
    )
    return next((sentence for lacks, sentence in missing if lacks), "")
