"""Chooses the standards that ask for a proposal, from the reference list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from customs_app.language.norms import norm_name
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import plain


class StandardsDialog(QDialog):
    """A list of checks with a filter; `chosen` has the ids that are checked."""

    def __init__(self, session: Session, chosen: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        words = session.words
        self.setObjectName("standards_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.text("Standards that ask for it"))
        self.setMinimumSize(620, 460)
        self.filter = QLineEdit()
        self.filter.setObjectName("standards_filter")
        self.filter.setPlaceholderText(words.text("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setObjectName("standards_list")
        self.list.setProperty("framed", "true")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for standard in session.catalogue.reference().standards.values():
            title = standard.title[words.language]
            item = QListWidgetItem(f"{norm_name(standard, words)} – {title}")
            item.setData(Qt.ItemDataRole.UserRole, standard.id)
            item.setToolTip(plain(f"{title}\n{standard.gist[words.language]}"))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if standard.id in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setObjectName("standards_ok")
        ok.setText(words.text("Take over"))
        ok.setProperty("primary", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        for widget in (self.filter, self.list, buttons):
            column.addWidget(widget)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the standards that are checked, in the order of the list."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            said = f"{item.text()} {item.toolTip()}".casefold()
            item.setHidden(not all(word in said for word in wanted))
