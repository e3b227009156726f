"""The bar above two procedures: what is compared, how much of it differs, and the ways to look at it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from customs_app.domain.codes import CaseKind
from customs_app.figures import tokens
from customs_app.language.labels import label
from customs_app.ui.session import Session
from customs_app.ui.widgets.choice_button import ChoiceButton
from customs_app.ui.widgets.labels import ElidedLabel
from customs_app.ui.widgets.small import action_button


class PairBar(QFrame):
    """`case_chosen` carries a CaseKind."""

    case_chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._words = session.words
        self.setObjectName("pair_bar")
        self.setProperty("surface", "base")
        self.setFixedHeight(tokens.TOOLBAR)
        self.title = QLabel(session.words.text("Step by step"))
        self.title.setObjectName("pair_title")
        self.title.setProperty("role", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.subject = ElidedLabel()
        self.subject.setObjectName("pair_subject")
        self.subject.setProperty("role", "second")
        self.counts = ElidedLabel()
        self.counts.setObjectName("pair_counts")
        self.counts.setProperty("role", "second")
        self.counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.case = ChoiceButton(session, "pair_case_choice", session.words.text("Case of the totals"))
        self.case.chosen.connect(lambda case: self.case_chosen.emit(CaseKind(case)))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 10, 0)
        self._row.setSpacing(6)

    def add_actions(self, back: QAction, differences: QAction, others: Sequence[QAction]) -> None:
        """Take the buttons."""
        row = self._row
        row.addWidget(action_button(back))
        row.addWidget(self.title)
        row.addWidget(self.subject, 1)
        row.addWidget(self.counts, 3)
        row.addWidget(self.case)
        only = action_button(differences)
        only.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        only.setProperty("framed", "true")
        row.addWidget(only)
        for action in others:
            row.addWidget(action_button(action))

    def show_texts(self, subject: str, counts: str) -> None:
        """Say what is compared, and how much differs."""
        self.subject.set_text(subject)
        self.counts.set_text(counts)

    def show_case(self, case: CaseKind) -> None:
        """Show which case the totals are of."""
        self.case.show_entries([(one, label(one, self._words)) for one in CaseKind], case)
