"""The base of the inspector's sections: a heading with what stands beside it, and a line below."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule


class Section(QWidget):
    """A part of the inspector; `body` takes its contents, `beside` what stands right of the heading."""

    def __init__(self, session: Session, name: str, title: str = "") -> None:
        super().__init__()
        self.session, self.words = session, session.words
        self.setObjectName(f"inspector_{name}")
        self.setAccessibleName(title or name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(10, 8, 10, 8)
        inner.setSpacing(4)
        self.heading = QLabel(title)
        self.heading.setProperty("role", "heading")
        self.count = QLabel()
        self.count.setProperty("role", "small")
        self.beside = QHBoxLayout()
        self.beside.setSpacing(6)
        self.beside.addWidget(self.heading)
        self.beside.addWidget(self.count)
        self.beside.addStretch(1)
        if title:
            inner.addLayout(self.beside)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        inner.addLayout(self.body)
        column.addLayout(inner)
        column.addWidget(Rule(session.palette))


def sections_page(name: str, says: str, parts: Iterable[QWidget]) -> QScrollArea:
    """A page of an inspector: its parts one below the other, scrolled upright alone."""
    inner = QWidget()
    inner.setProperty("surface", "panel")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    scroll = QScrollArea()
    scroll.setObjectName(name)
    scroll.setAccessibleName(says)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    return scroll
