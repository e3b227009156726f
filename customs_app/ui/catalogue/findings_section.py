"""What the rules suggest about a step, in the inspector."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from customs_app.domain.procedure import Step
from customs_app.domain.review import Finding
from customs_app.figures.signs import confidence_sign
from customs_app.ui.session import Session
from customs_app.ui.widgets.lines import Line, LinesView
from customs_app.ui.widgets.section import Section


class FindingsSection(Section):
    """Findings that name the step; `opened` carries the Finding that was opened."""

    opened = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "findings", session.words.text("Findings"))
        self.view = LinesView("step_findings", session.words.text("Findings"), session.palette)
        self.view.opened.connect(self.opened)
        self.body.addWidget(self.view)

    def show_findings(self, step: Step, findings: Sequence[Finding] | None) -> None:
        """Show those of a procedure's findings that name the step; None = they are still looked for."""
        words = self.words
        own = [finding for finding in findings or () if step.id in finding.steps]
        self.view.show_lines([self._line(finding) for finding in own])
        self.view.setVisible(bool(own))
        self.count.setText(
            words.text("are being looked for…")
            if findings is None
            else str(len(own))
            if own
            else words.text("none")
        )

    def _line(self, finding: Finding) -> Line:
        words = self.words
        says = words.say(finding.summary)
        doubt = words.text("Why it may be wrong: {doubt}", doubt=words.say(finding.doubt))
        return Line(
            text=says,
            tip=f"{finding.rule}  {says}\n{doubt}",
            about=finding,
            sign=confidence_sign(finding.confidence, self.session.palette, words),
            badge=finding.rule,
        )
