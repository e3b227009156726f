"""What stands above the evidence: the rule, the country and its procedure, the confidence."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from customs_app.analysis.rules import RULES
from customs_app.domain.review import Finding
from customs_app.figures.signs import confidence_sign
from customs_app.language.labels import label
from customs_app.ui.loaded import Loaded
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, SignLabel
from customs_app.ui.widgets.tips import plain


class FindingTitle(QWidget):
    """`procedure_asked` when the name of the procedure is clicked."""

    procedure_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self.setObjectName("finding_title_bar")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(38)
        self._rule = QHBoxLayout()
        self._country = QHBoxLayout()
        self._sure = QHBoxLayout()
        self._name = QLabel()
        self._name.setObjectName("finding_rule")
        self._name.setProperty("role", "title")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._procedure = _ElidedButton()
        self._procedure.setObjectName("finding_procedure")
        self._procedure.clicked.connect(self.procedure_asked)
        self._level = QLabel()
        self._level.setObjectName("finding_confidence")
        self._level.setProperty("role", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addLayout(self._rule)
        row.addWidget(self._name)
        row.addSpacing(4)
        row.addLayout(self._country)
        row.addWidget(self._procedure, 1)
        row.addLayout(self._sure)
        row.addWidget(self._level)

    def show_finding(self, finding: Finding, loaded: Loaded) -> None:
        """Say what a finding is about."""
        session, words = self._session, self._words
        own = loaded.procedures[finding.procedure].procedure
        country = loaded.reference.countries.get(finding.country)
        name = country.name[words.language] if country else finding.country
        _put(self._rule, Badge(finding.rule, session.palette))
        _put(self._country, Badge(finding.country, session.palette, says=name))
        sign = confidence_sign(finding.confidence, session.palette, words)
        _put(self._sure, SignLabel(sign))
        rule = words.text(RULES[finding.rule].name)
        self._name.setText(rule)
        title = own.title[words.language]
        self._procedure.show_text(f"{title} · {label(own.regime, words)}, {label(own.mode, words)}")
        self._level.setText(label(finding.confidence, words))
        self._level.setToolTip(sign.says)
        self.setAccessibleName(f"{finding.rule} {rule}, {name}, {title}, {sign.says}")


class _ElidedButton(QPushButton):
    """A link of one line that ends in an ellipsis where it does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._full = ""
        self.setProperty("link", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(self.sizePolicy().Policy.Ignored, self.sizePolicy().Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._full = text
        self.setAccessibleName(text)
        self.setToolTip(plain(text))
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it has to be."""
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """Fit the text into the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width() - 8)
        self.setText(shown.replace("&", "&&"))


def _put(place: QHBoxLayout, widget: QWidget) -> None:
    """Show a widget in place of the one before."""
    while (item := place.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
    place.addWidget(widget)
