"""Evidence of repeated data: which document asks for which data element, and how often that is."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from customs_app.analysis.rules import Rekeyed, rekeyed
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Rendering
from customs_app.figures import tokens
from customs_app.language.numbers import number
from customs_app.language.words import Words
from customs_app.ui import fonts
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.table import Table
from customs_app.ui.widgets.tips import plain

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_DISPLAY, _TIP, _SPOKEN = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)
_ALIGN = int(_Role.TextAlignmentRole)
ASKED = "●"
_FIRST_FORM = 2
_HEAD, _FORM_WIDTH, _COUNT_WIDTH, _NAME_WIDTH = 68, 98, 56, 230


class MatrixModel(QAbstractTableModel):
    """Data elements, the most asked first, by the forms that ask for them."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._reference: Reference | None = None
        self._tags: list[tuple[str, tuple[str, ...]]] = []
        self._forms: list[tuple[str, tuple[str, ...]]] = []

    def show_data(self, data: Rekeyed, reference: Reference) -> None:
        """Show the matrix of a procedure."""
        self.beginResetModel()
        self._reference = reference
        self._tags, self._forms = list(data.matrix.items()), list(data.forms.items())
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many data elements are asked for."""
        return 0 if parent.isValid() else len(self._tags)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Name, how often, and one column a form."""
        return 0 if parent.isValid() else _FIRST_FORM + len(self._forms)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Names of the documents."""
        if orientation is not Qt.Orientation.Horizontal or role not in (_DISPLAY, _TIP, _SPOKEN):
            return None
        if section == 0:
            return self._words.text("Data element")
        if section == 1:
            return self._words.text("Asked for")
        code, documents = self._forms[section - _FIRST_FORM]
        names = [self._document(one) for one in documents]
        told = "\n".join([*names, code])
        return {_DISPLAY: names[0], _TIP: plain(told)}.get(role, told)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """A name, a count, or the sign of a demand."""
        if not index.isValid():
            return None
        column = index.column()
        if role == _ALIGN and column:
            aside = Qt.AlignmentFlag.AlignRight if column == 1 else Qt.AlignmentFlag.AlignHCenter
            return aside | Qt.AlignmentFlag.AlignVCenter
        if role not in (_DISPLAY, _TIP, _SPOKEN):
            return None
        tag, forms = self._tags[index.row()]
        if column == 0:
            name = self._element(tag)
            return f"{name.text}\n{tag}" if role == _TIP else name.text
        if column == 1:
            return str(len(forms))
        return self._demand(role, asks=self._forms[column - _FIRST_FORM][0] in forms)

    def _demand(self, role: int, *, asks: bool) -> str | None:
        if role == _DISPLAY:
            return ASKED if asks else ""
        if role == _SPOKEN:
            return self._words.text("asked for") if asks else self._words.text("not asked for")
        return None

    def _element(self, tag: str) -> Rendering:
        known = self._reference.data_elements.get(tag) if self._reference else None
        return known.name.shown(self._words.language) if known else Rendering(tag, self._words.language)

    def _document(self, document_id: str) -> str:
        known = self._reference.documents.get(document_id) if self._reference else None
        return known.name[self._words.language] if known else document_id


class MatrixView(QWidget):
    """The counts in a sentence, the documents that are not counted, and the matrix below them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._words = session.words
        self.setObjectName("rekeyed")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counts = wrapped(role="lead")
        self._counts.setObjectName("rekeyed_counts")
        self._left_out = wrapped(role="second")
        self._left_out.setObjectName("rekeyed_left_out")
        self.model = MatrixModel(self._words, self)
        self.table = Table(session, "rekeyed_matrix")
        self.table.setAccessibleName(self._words.text("Data elements by documents"))
        self.table.setEditTriggers(Table.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().setDefaultSectionSize(tokens.MATRIX_ROW)
        head = self.table.horizontalHeader()
        head.setFixedHeight(_HEAD)
        head.setFont(fonts.font(tokens.CAPTION, bold=True))
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._counts, self._left_out):
            label.setContentsMargins(12, 4, 12, 6)
            column.addWidget(label)
        column.addWidget(self.table, 1)

    def show_procedure(self, full: FullProcedure, reference: Reference) -> None:
        """Show how often the documents of a procedure ask for the same data."""
        words, data = self._words, rekeyed(full, reference)
        self._counts.setText(
            words.text(
                "Data elements: {distinct} · asked for: {asked} · again: {repeated} ({share} %)",
                distinct=data.distinct,
                asked=data.asked,
                repeated=data.repeated,
                share=number(100 * (data.share or 0), words.language, decimals=0),
            )
        )
        self._left_out.setText("\n".join(self._notes(data, reference)))
        self._left_out.setVisible(bool(self._left_out.text()))
        self.table.setModel(None)
        self.model.show_data(data, reference)
        self.table.setModel(self.model)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section in range(self.model.columnCount()):
            wide = _NAME_WIDTH if section == 0 else _COUNT_WIDTH if section == 1 else _FORM_WIDTH
            head.resizeSection(section, wide)

    def _notes(self, data: Rekeyed, reference: Reference) -> list[str]:
        words, notes = self._words, []
        for ids, sentence in (
            (data.not_counted, words.text("Not counted, because their form is not known: {documents}")),
            (data.by_name, words.text("Form told by the name: {documents}")),
        ):
            names = [
                reference.documents[one].name[words.language] for one in ids if one in reference.documents
            ]
            if names:
                notes.append(sentence.replace("{documents}", words.list_of(tuple(names))))
        return notes
