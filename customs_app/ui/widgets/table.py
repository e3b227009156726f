"""The base of all tables: fixed rows, copying with headers, tooltips of cut texts, a choice of columns."""

from collections.abc import Collection

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QTreeView,
)

from customs_app.domain.text import Language
from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.session import Session
from customs_app.ui.widgets.copying import copy_cells


def row_height(language: Language) -> int:
    """Height of a table's row in logical pixels: Chinese needs more."""
    return tokens.ROW_ZH if language is Language.ZH else tokens.ROW


class Table(QTableView):
    """A table under a name, by which the widths and the choice of its columns are remembered.

    `fixed` are columns that cannot be left out. One column may take all spare width: `stretch`.
    """

    def __init__(
        self, session: Session, name: str, *, fixed: Collection[int] = (0,), stretch: int | None = None
    ) -> None:
        from customs_app.ui.widgets.delegates import CellDelegate  # noqa: PLC0415 - not at start

        super().__init__()
        self._session, self._name = session, name
        self._fixed, self._stretch = frozenset(fixed), stretch
        self.setObjectName(name)
        self.setFont(fonts.tabular(tokens.TABLE))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setItemDelegate(CellDelegate(session.palette, self))
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(16)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height(session.language))
        dress_header(self.horizontalHeader())
        self.addAction(copy_action(self, session))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model, with the columns as they were left."""
        super().setModel(model)
        header = self.horizontalHeader()
        if self._stretch is not None and model is not None:
            header.setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Stretch)
        remember_columns(self, self._session, self._name, self._fixed, self._stretch)


def dress_header(header: QHeaderView) -> None:
    """Give a header the look: 26 high, small semibold, columns that can be moved."""
    header.setFixedHeight(tokens.HEADER)
    header.setMinimumSectionSize(24)
    header.setHighlightSections(False)
    header.setSectionsMovable(True)
    header.setFont(fonts.font(tokens.SMALL, bold=True))
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def copy_action(view: QTableView | QTreeView, session: Session) -> QAction:
    """The action that copies a view's chosen cells, with its key."""
    action = QAction(session.words.text("Copy cells with headers"), view)
    action.setObjectName(f"{view.objectName()}_copy")
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked=False: copy_cells(view))
    return action


def remember_columns(
    view: QTableView | QTreeView,
    session: Session,
    name: str,
    fixed: Collection[int] = (0,),
    stretch: int | None = None,
) -> None:
    """Take the widths and the choice of columns as they were left, keep them, and offer the choice."""
    header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
    kept = session.columns.setdefault(name, {})
    for column in range(header.count()):
        value = kept.get(str(column))
        if isinstance(value, int) and column != stretch:
            header.resizeSection(column, value)
        header.setSectionHidden(column, kept.get(f"hidden {column}") is True)

    def resized(column: int, _old: int, new: int) -> None:
        if new > 0 and column != stretch:
            kept[str(column)] = new

    def choose(place: QPoint) -> None:
        menu = columns_menu(view, header, kept, fixed)
        menu.exec(header.mapToGlobal(place))
        menu.deleteLater()

    if header.property("remembered") is not True:
        header.setProperty("remembered", True)
        header.sectionResized.connect(resized)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(choose)


def columns_menu(
    view: QTableView | QTreeView, header: QHeaderView, kept: dict[str, object], fixed: Collection[int]
) -> QMenu:
    """A menu with one check a column; columns in `fixed` stay."""
    menu = QMenu(view)
    model = view.model()
    for column in range(header.count()):
        role = Qt.ItemDataRole.AccessibleTextRole
        full = model.headerData(column, Qt.Orientation.Horizontal, role)
        title = full or model.headerData(column, Qt.Orientation.Horizontal) or "–"
        action = menu.addAction(str(title).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(not header.isSectionHidden(column))
        action.setEnabled(column not in fixed)

        def show(shown: bool, column: int = column) -> None:
            header.setSectionHidden(column, not shown)
            kept[f"hidden {column}"] = not shown

        action.toggled.connect(show)
    return menu
