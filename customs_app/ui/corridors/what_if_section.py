"""The what-if in the inspector: which steps are left out, and what becomes of the chain."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.corridors.looks import StruckLook, WhatIfLook
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, wrapped
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.small import link


class WhatIfSection(Section):
    """`started`, `ended` and `cleared` when its buttons are pressed, `put_back` with the id of a step."""

    started = Signal()
    ended = Signal()
    cleared = Signal()
    put_back = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "what_if", session.words.text("What if"))
        text = self.words.text
        self._page: QWidget | None = None
        self.says = wrapped(role="small")
        self.start = self._button("what_if_start", text("Start a what-if"), "flask-conical")
        self.end = self._button("what_if_end", text("End the what-if"), "")
        self.clear = self._button("what_if_clear", text("Put all back"), "")
        self.start.setToolTip(text("Leave steps out and see the chain without them (W)"))
        self.start.clicked.connect(lambda _=False: self.started.emit())
        self.end.clicked.connect(lambda _=False: self.ended.emit())
        self.clear.clicked.connect(lambda _=False: self.cleared.emit())
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(4)
        for button in (self.start, self.end, self.clear):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._place = QVBoxLayout()
        self.body.addWidget(self.says)
        self.body.addLayout(self._place)
        self.body.addLayout(self._buttons)
        self.show_state(None, on=False)

    def show_state(self, look: WhatIfLook | None, *, on: bool) -> None:
        """Show that a what-if is on, and what it comes to."""
        text = self.words.text
        self.start.setVisible(not on)
        self.end.setVisible(on)
        self.clear.setVisible(on and look is not None and bool(look.struck))
        self.says.setText(
            text("Clear the box of a step, or press X, to see the chain without it. Nothing is changed.")
            if on
            else text("Leave steps out to see the chain without them. Nothing in the catalogue is changed.")
        )
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        if on and look is not None:
            self._page = self._made(look)
            self._place.addWidget(self._page)

    def _made(self, look: WhatIfLook) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(5)
        for name, before, after in look.figures:
            column.addLayout(self._figure(name, before, after))
        for one in look.struck:
            column.addLayout(self._struck(one))
        return page

    def _figure(self, name: str, before: str, after: str) -> QVBoxLayout:
        title = wrapped(name, role="small")
        line = wrapped(before if before == after else f"{before}  →  {after}")
        line.setObjectName("what_if_figure")
        line.setFont(fonts.tabular(tokens.BODY, bold=before != after))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(line)
        return column

    def _struck(self, one: StruckLook) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Badge(one.country, self.session.palette), 0, Qt.AlignmentFlag.AlignTop)
        title = wrapped(one.title)
        font = title.font()
        font.setStrikeOut(True)
        title.setFont(font)
        head.addWidget(title, 1)
        step_id = one.step_id
        back = link(
            f"what_if_back_{step_id}", self.words.text("Put back"), lambda: self.put_back.emit(step_id)
        )
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(wrapped(one.says, role="small"))
        return column

    def _button(self, name: str, text: str, picture: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        if picture:
            button.setIcon(icon(picture, self.session.palette))
        return button
