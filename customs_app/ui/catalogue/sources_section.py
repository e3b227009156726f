"""Sources of a procedure in the inspector."""

from PySide6.QtWidgets import QVBoxLayout

from customs_app.ui.catalogue.figures_section import SourceLine
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.catalogue.section import Section
from customs_app.ui.session import Session


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


def sources_of(opened: OpenProcedure) -> list[str]:
    """Ids of the sources that a procedure and its steps cite, each once."""
    ids = dict.fromkeys(opened.full.procedure.source_ids)
    for step in opened.full.steps:
        ids.update(dict.fromkeys(step.source_ids))
    return list(ids)
