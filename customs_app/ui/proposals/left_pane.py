"""The left dock: the proposals, the parts of the open one, and what to know before an export."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import Dossier
from customs_app.domain.proposal import Proposal
from customs_app.ui.icons import icon
from customs_app.ui.proposals.checks import checks
from customs_app.ui.proposals.checks_view import ChecksView
from customs_app.ui.proposals.parts import parts_of
from customs_app.ui.proposals.parts_list import PartsView
from customs_app.ui.proposals.proposals_list import ProposalsView
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule, link, show_if


class LeftPane(QWidget):
    """`list`, `parts` and `checks` tell what was chosen in them."""

    def __init__(self, session: Session, new: QAction) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[bool, Dossier | None] | None = None
        self.setObjectName("proposals_left")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = ProposalsView(session)
        self.new = link("new_proposal_link", new.text().rstrip("…"), new.trigger, new.toolTip())
        self.new.setIcon(icon("plus", session.palette, "accent"))
        new.enabledChanged.connect(self.new.setEnabled)
        self.parts = PartsView(session)
        self.checks = ChecksView(session)
        row = QVBoxLayout()
        row.setContentsMargins(8, 5, 8, 5)
        row.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        self._rule = Rule(session.palette)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addLayout(row)
        column.addWidget(self._rule)
        column.addSpacing(4)
        column.addWidget(self.parts, 1)
        column.addWidget(Rule(session.palette))
        column.addWidget(self.checks)

    def show_proposals(
        self, proposals: tuple[Proposal, ...], countries: Mapping[str, int], open_id: str | None
    ) -> None:
        """Show the saved proposals with the number of their countries, the open one chosen."""
        self.list.show_proposals(proposals, countries, open_id)

    def show_open(self, proposal: Proposal | None, dossier: Dossier | None) -> None:
        """Show the parts of the open proposal and the remarks on it, as far as it is read."""
        shown = proposal is not None, dossier
        if self._shown is not None and self._shown[0] is shown[0] and self._shown[1] is dossier:
            return  # asked at every change, also at those that only the next reading will tell of
        self._shown = shown
        words = self._session.words
        self.parts.show_parts(parts_of(dossier, words) if proposal is not None else ())
        show_if(self.checks, proposal is not None)
        self.checks.show_checks(checks(dossier) if dossier is not None else None)
