"""Asks who the user is: a name, and the delegation for which he or she speaks."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.review import SECRETARIAT, Reviewer
from customs_app.ui.session import NOBODY, Session


class IdentityDialog(QDialog):
    """A name and a delegation, needed before anything is changed; it can be put off until then."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = session.words
        self.setObjectName("identity")
        self.setWindowTitle(words.text("Who I am"))
        sentence = QLabel(
            words.text("Every change and every mark is kept with the name and delegation of who made it.")
        )
        sentence.setWordWrap(True)
        self.name = QLineEdit(session.who.name)
        self.name.setObjectName("identity_name")
        self.name.setAccessibleName(words.text("Name"))
        self.name.setMaxLength(120)
        self.delegation = QComboBox()
        self.delegation.setObjectName("identity_delegation")
        self.delegation.setAccessibleName(words.text("Delegation"))
        self._fill(session)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        later = self._buttons.addButton(words.text("Later"), QDialogButtonBox.ButtonRole.RejectRole)
        later.setObjectName("identity_later")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(words.text("Name"), self.name)
        form.addRow(words.text("Delegation"), self.delegation)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(sentence)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self.setMinimumWidth(400)
        self.name.textChanged.connect(self._allow)
        self._allow()
        self.name.setFocus()

    @property
    def who(self) -> Reviewer:
        """Who was named; NOBODY where it was put off."""
        if self.result() != QDialog.DialogCode.Accepted:
            return NOBODY
        return Reviewer(self.name.text().strip(), self.delegation.currentData())

    def _fill(self, session: Session) -> None:
        words, reference = session.words, session.catalogue.reference()
        members = [country for country in reference.countries.values() if country.status == "member"]
        for country in sorted(members, key=lambda country: country.name[words.language]):
            self.delegation.addItem(country.name[words.language], country.iso2)
        self.delegation.addItem(words.text("Secretariat"), SECRETARIAT)
        at = self.delegation.findData(session.who.delegation or SECRETARIAT)
        self.delegation.setCurrentIndex(max(at, 0))

    def _allow(self) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.name.text().strip()))
