"""The bar above the effect: the procedure, whose verdicts are applied, and in which case."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from customs_app.domain.codes import Basis, CaseKind
from customs_app.figures import tokens
from customs_app.language.labels import label
from customs_app.ui.session import Session
from customs_app.ui.widgets.choice_button import ChoiceButton
from customs_app.ui.widgets.labels import Badge, ElidedLabel


class EffectBar(QFrame):
    """`basis_chosen` carries a Basis, `case_chosen` a CaseKind."""

    basis_chosen = Signal(object)
    case_chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        text = session.words.text
        self.setObjectName("effect_bar")
        self.setProperty("surface", "base")
        self.setFixedHeight(tokens.TOOLBAR)
        self._badge = QHBoxLayout()
        self.title = ElidedLabel()
        self.title.setObjectName("effect_title")
        self.title.setProperty("role", "title")
        self.basis = ChoiceButton(session, "effect_basis", text("Whose verdicts are applied"))
        self.case = ChoiceButton(session, "effect_case", text("Case of the totals"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 10, 0)
        row.setSpacing(8)
        row.addLayout(self._badge)
        row.addWidget(self.title, 1)
        self._buttons = QHBoxLayout()
        row.addLayout(self._buttons)
        row.addWidget(self.basis)
        row.addWidget(self.case)
        self.basis.chosen.connect(lambda basis: self.basis_chosen.emit(Basis(basis)))
        self.case.chosen.connect(lambda case: self.case_chosen.emit(CaseKind(case)))

    def show_title(self, title: str, country: str, name: str) -> None:
        """Say what the effect is about; `country` is empty for several."""
        self.title.set_text(title)
        old = self._badge.takeAt(0)
        if old is not None and (widget := old.widget()) is not None:
            widget.deleteLater()
        if country:
            self._badge.addWidget(Badge(country, self._session.palette, says=name))

    def add_action(self, action: QAction) -> None:
        """Take a button of the board."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setObjectName(f"button_{action.objectName()}")
        button.setAccessibleName(action.text())
        button.setFixedHeight(tokens.CONTROL)
        button.setProperty("framed", "true")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._buttons.addWidget(button)

    def show_choices(self, basis: Basis, case: CaseKind) -> None:
        """Show what is chosen."""
        words = self._session.words
        self.basis.show_entries([(one, label(one, words)) for one in Basis], basis)
        self.case.show_entries([(one, label(one, words)) for one in CaseKind], case)
