"""The centre of the review: one finding with its evidence, its grounds, the guard and the verdict."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from customs_app.analysis.measures import suggested_verdict
from customs_app.analysis.rules import RULES
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Finding
from customs_app.ui.loaded import Loaded, steps_of
from customs_app.ui.review.dismissed_strip import DismissedStrip
from customs_app.ui.review.evidence_model import EvidenceModel
from customs_app.ui.review.evidence_view import EvidenceView
from customs_app.ui.review.grounds import Grounds
from customs_app.ui.review.matrix import MatrixView
from customs_app.ui.review.sheet import sheet
from customs_app.ui.review.title_bar import FindingTitle
from customs_app.ui.review.verdict_bar import VerdictBar
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule

MATRIX_RULE = "R17"
"""The rule of which the evidence is a matrix instead of steps side by side."""
_SHARE, _SHARE_BESIDE_GUARD = 0.15, 0.1
"""Shares of the height that the grounds have at least, where the evidence wants all of it."""
_SPARE = 24
_COMES_OR_GOES = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
_LAID_OUT = (QEvent.Type.Show, QEvent.Type.LayoutRequest)


class FindingPane(QWidget):
    """Shows a finding. `step_chosen` carries the id of the step that is to be marked from now on."""

    step_chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self.setObjectName("finding_pane")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = FindingTitle(session)
        self.dismissed = DismissedStrip(session)
        self.model = EvidenceModel(session.words, self)
        self.evidence = EvidenceView(session, self.model)
        self.matrix = MatrixView(session)
        self.grounds = Grounds(session)
        self.bar = VerdictBar(session)
        self.evidence.step_chosen.connect(self.step_chosen)
        self.bar.guard.installEventFilter(self)
        self.grounds.installEventFilter(self)
        self._grounds = QScrollArea()
        self._grounds.setObjectName("finding_grounds_scroll")
        self._grounds.setAccessibleName(session.words.text("Norm, saving, and why the finding may be wrong"))
        self._grounds.setWidgetResizable(True)
        self._grounds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._grounds.setWidget(self.grounds)
        self._lay_out()

    @property
    def view(self) -> QWidget:
        """The table that shows the evidence of the current finding."""
        return self.evidence if self.matrix.isHidden() else self.matrix.table

    def show_finding(self, finding: Finding, loaded: Loaded) -> None:
        """Show a finding; the bar is emptied."""
        full = loaded.procedures[finding.procedure]
        self.title.show_finding(finding, loaded)
        self.grounds.show_finding(finding, loaded.reference)
        self._show_evidence(finding, full, loaded)
        suggested = suggested_verdict(finding, loaded.procedures)
        self.bar.show_finding(finding, full, steps_of(finding, loaded), loaded.reference, suggested)
        self.show_marked()
        self._fit_grounds()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height among evidence and grounds."""
        super().resizeEvent(event)
        self._fit_grounds()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The guard takes room when it comes; the grounds know what they need when they are laid out."""
        guard = watched is self.bar.guard and event.type() in _COMES_OR_GOES
        if guard or (watched is self.grounds and event.type() in _LAID_OUT):
            self._fit_grounds()
        return super().eventFilter(watched, event)

    def show_marked(self) -> None:
        """Show in the evidence which step is to be marked."""
        self.evidence.show_marked(self.bar.target.step_id)

    def _show_evidence(self, finding: Finding, full: FullProcedure, loaded: Loaded) -> None:
        is_matrix = RULES[finding.rule].code == MATRIX_RULE
        self.matrix.setVisible(is_matrix)
        self.evidence.setVisible(not is_matrix)
        if is_matrix:
            self.matrix.show_procedure(full, loaded.reference)
        else:
            self.evidence.show_sheet(sheet(finding, loaded, self._words))

    def _fit_grounds(self) -> None:
        """Give the grounds what the evidence leaves over, but never less than their share."""
        needed = max(self.grounds.heightForWidth(self.width()), self.grounds.minimumSizeHint().height())
        evidence = self.evidence.maximumHeight() if not self.evidence.isHidden() else self.height()
        rest = self.height() - self.title.height() - evidence - self.bar.sizeHint().height() - _SPARE
        share = _SHARE if self.bar.guard.isHidden() else _SHARE_BESIDE_GUARD
        self._grounds.setFixedHeight(min(needed, max(rest, round(self.height() * share))))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(Rule(self._session.palette))
        column.addWidget(self.dismissed)
        # The evidence takes what it needs; only what it leaves over stays empty.
        column.addWidget(self.evidence, 1000)
        column.addWidget(self.matrix, 1000)
        column.addWidget(Rule(self._session.palette))
        column.addWidget(self._grounds)
        column.addStretch(1)
        guard = QHBoxLayout()
        guard.setContentsMargins(10, 8, 10, 8)
        guard.addWidget(self.bar.guard)
        column.addLayout(guard)
        column.addWidget(self.bar)
