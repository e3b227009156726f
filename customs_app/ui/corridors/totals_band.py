"""The totals of the chain in a band: each figure with what it rests on and what is not in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.corridors.looks import TotalLook
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule
from customs_app.ui.widgets.tips import plain

_NARROWEST, _WIDEST, _MOST = 96, 150, 250


class TotalsBand(QFrame):
    """Figures beside one another, thin lines between them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.figures: dict[str, Total] = {}
        self.setObjectName("corridor_totals")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(session.words.text("Totals of the chain"))
        self._row = QHBoxLayout()
        self._row.setContentsMargins(12, 6, 12, 7)
        self._row.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(session.palette))
        column.addLayout(self._row)
        column.addWidget(Rule(session.palette))

    def show_totals(self, looks: Sequence[TotalLook]) -> None:
        """Show these figures."""
        if [look.key for look in looks] != list(self.figures):
            self._build(looks)
        for place, look in enumerate(looks):
            figure = self.figures[look.key]
            figure.show_total(look)
            self._row.setStretch(2 * place, figure.wanted)

    def _build(self, looks: Sequence[TotalLook]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        self.figures = {look.key: Total(look.key) for look in looks}
        for place, figure in enumerate(self.figures.values()):
            if place:
                self._row.addWidget(Rule(self._session.palette, upright=True))
            self._row.addWidget(figure)


class Total(QWidget):
    """Name, figure, and what it rests on; a figure is never cut, it goes on in a second line."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.wanted = _NARROWEST
        self.setObjectName(f"corridor_total_{name}")
        self.title, self.value, self.below = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "small")
        self.below.setProperty("role", "small")
        self.value.setObjectName(f"corridor_total_{name}_value")
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for label in (self.title, self.value, self.below):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_total(self, look: TotalLook) -> None:
        """Show a figure."""
        self.title.setText(look.title)
        self.value.setText(look.value)
        self.value.setFont(fonts.tabular(tokens.LEAD, bold=look.strong))
        self.below.setText(look.below)
        self.setToolTip(plain(look.tip))
        self.setAccessibleName(f"{look.title}: {look.value}. {look.below}")
        wanted = max(
            label.fontMetrics().horizontalAdvance(label.text())
            for label in (self.title, self.value, self.below)
        )
        self.wanted = max(min(wanted + 4, _MOST), _NARROWEST)
        self.setMinimumWidth(max(_NARROWEST, min(wanted + 4, _WIDEST)))
