"""What stands behind a chosen row: a title, sentences, and sources that unfold."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from customs_app.domain.procedure import Source
from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.source_line import SourceLine


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or several lines, and the sources that they rest on."""

    text: str
    sources: tuple[Source, ...] = ()


class Details(QScrollArea):
    """A pane that is filled anew for each row."""

    def __init__(self, session: Session, name: str, says: str) -> None:
        super().__init__()
        self._session, self._says = session, says
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_parts("", ())

    def show_parts(self, title: str, parts: Sequence[Part], *, empty: str = "") -> None:
        """Show what stands behind a row; `empty` where none is chosen."""
        page = QWidget()
        page.setProperty("surface", "panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(5)
        if title:
            head = wrapped(title)
            head.setFont(fonts.font(tokens.BODY, bold=True))
            column.addWidget(head)
        elif empty:
            column.addWidget(wrapped(empty, role="second"))
        for part in parts:
            if part.text:
                column.addWidget(wrapped(part.text))
            for source in part.sources:
                line = SourceLine(self._session)
                line.show_source(source)
                if len(parts) == 1:
                    line.unfold()
                column.addWidget(line)
        column.addStretch()
        self.setWidget(page)
        self.setAccessibleName(f"{self._says}: {title}" if title else self._says)
