"""What the inspector says first of a block: country, procedure, and why it stands there."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.corridors.looks import BlockSheet
from customs_app.ui.corridors.wrapped_link import WrappedLink
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, wrapped
from customs_app.ui.widgets.small import link


class BlockHead(QWidget):
    """`opened` is asked for the procedure in the catalogue, `menu_asked` has a place for the menu.

    `attached` carries the id of a procedure that is to stand in the block.
    """

    opened = Signal()
    attached = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, session: Session) -> None:
        super().__init__()
        text = session.words.text
        self._session = session
        self._badge = Badge("", session.palette)
        self.title = wrapped()
        self.title.setObjectName("corridor_block_title")
        self.title.setFont(fonts.font(tokens.LEAD, bold=True))
        self.about, self.why = wrapped(role="small"), wrapped(role="small")
        self.why.setObjectName("corridor_block_why")
        self.open = link("corridor_open_procedure", text("Open in the catalogue"), self.opened.emit)
        self.attach = link("corridor_attach", text("Attach a procedure…"), self._ask_menu)
        self._first = QHBoxLayout()
        self._first.setSpacing(6)
        self._first.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        self._first.addWidget(self.title, 1)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(1)
        ways = QVBoxLayout()
        ways.setSpacing(1)
        ways.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeft)
        ways.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 6)
        column.setSpacing(3)
        column.addLayout(self._first)
        column.addWidget(self.about)
        column.addWidget(self.why)
        column.addLayout(ways)
        column.addLayout(self._offers)

    def show_sheet(self, sheet: BlockSheet) -> None:
        """Show a block."""
        self._first.removeWidget(self._badge)
        self._badge.hide()
        self._badge.deleteLater()
        self._badge = Badge(sheet.country, self._session.palette)
        self._first.insertWidget(0, self._badge, 0, Qt.AlignmentFlag.AlignTop)
        self.title.setText(sheet.title)
        for label, said in ((self.about, sheet.about), (self.why, sheet.why)):
            label.setText(said)
            label.setVisible(bool(said))
        self.open.setVisible(sheet.procedure_id is not None)
        text = self._session.words.text
        attach = text("Another procedure…") if sheet.procedure_id else text("Attach a procedure…")
        self.attach.setText(attach)
        self.attach.setAccessibleName(attach)

        self._show_offers(sheet)

    def _show_offers(self, sheet: BlockSheet) -> None:
        """The procedures that could stand in an empty block, each one gesture away."""
        while (item := self._offers.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for procedure_id, name in sheet.offers:
            way = WrappedLink(self._session, f"attach_{procedure_id}", name, "plus")
            way.clicked.connect(lambda _checked=False, one=procedure_id: self.attached.emit(one))
            self._offers.addWidget(way)

    def _ask_menu(self) -> None:
        self.menu_asked.emit(self.attach.mapToGlobal(QPoint(0, self.attach.height())))
