"""The bar above the effect: the procedure, whose verdicts are applied, and in which case."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QToolButton

from customs_app.domain.codes import Basis, CaseKind
from customs_app.figures import tokens
from customs_app.language.labels import label
from customs_app.ui.session import Session
from customs_app.ui.widgets.choice_button import ChoiceButton
from customs_app.ui.widgets.labels import Badge, ElidedLabel

_TITLE = 260
"""So much room the title and its country have at least, in pixels."""


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
        self._narrow: bool | None = None
        self._badge = QHBoxLayout()
        self.title = ElidedLabel()
        self.title.setObjectName("effect_title")
        self.title.setProperty("role", "title")
        self.basis = ChoiceButton(session, "effect_basis", text("Whose verdicts are applied"))
        self.case = ChoiceButton(session, "effect_case", text("Case of the totals"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 0, 10, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addLayout(self._badge, 0, 0)
        self._grid.addWidget(self.title, 0, 1)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(8)
        self._buttons = QHBoxLayout()
        self._controls.addLayout(self._buttons)
        self._controls.addWidget(self.basis)
        self._controls.addWidget(self.case)
        self._arrange(narrow=False)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the title would be cut short, what is chosen stands below it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._arrange(narrow=self.width() < self._controls.sizeHint().width() + _TITLE)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        self.setFixedHeight(2 * tokens.TOOLBAR if narrow else tokens.TOOLBAR)
        self._grid.removeItem(self._controls)
        self._grid.addLayout(
            self._controls, int(narrow), 0 if narrow else 2, 1, 2 if narrow else 1, Qt.AlignmentFlag.AlignLeft
        )

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
        self._fit()
