"""Sources of a procedure in the inspector."""

from PySide6.QtWidgets import QVBoxLayout

from customs_app.ui.catalogue.opened import OpenProcedure, sources_of
from customs_app.ui.session import Session
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.source_line import SourceLine


class SourcesSection(Section):
    """Titles of all sources that a procedure and its steps cite; each unfolds its details."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "sources", session.words.text("Sources"))
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.body.addLayout(self._column)
        self._lines: list[SourceLine] = []

    def show_procedure(self, opened: OpenProcedure) -> None:
        """Show the sources of a procedure."""
        ids = sources_of(opened)
        known = [opened.reference.sources[one] for one in ids if one in opened.reference.sources]
        while len(self._lines) < len(known):
            line = SourceLine(self.session)
            self._lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(known))
            if place < len(known):
                line.show_source(known[place])
        self.count.setText(str(len(known)))
