"""What the title page says: title, number, day, status, delegation, what it is about, and who asks for it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from customs_app.analysis.dossier.result import Dossier
from customs_app.domain.codes import Mode
from customs_app.domain.proposal import MadeFrom, Proposal, ProposalStatus
from customs_app.domain.review import SECRETARIAT
from customs_app.figures import tokens
from customs_app.language.labels import delegation_name, label
from customs_app.language.norms import norm_name
from customs_app.ui import fonts
from customs_app.ui.icons import icon
from customs_app.ui.proposals.comments_part import CommentsPart
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.mandate_edit import MandateEdit
from customs_app.ui.proposals.measure.positions_part import PositionsPart
from customs_app.ui.proposals.passage_box import ONE_LINE, PassageBox
from customs_app.ui.proposals.plain_text import text_of
from customs_app.ui.proposals.standards_dialog import StandardsDialog
from customs_app.ui.proposals.title_edit import TitleEdit
from customs_app.ui.proposals.wrong import say_wrong
from customs_app.ui.widgets.choice_button import ChoiceButton
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import link, show_if, take_any_length
from customs_app.ui.widgets.tips import plain

TRANSITIONS = {
    ProposalStatus.DRAFT: (ProposalStatus.CIRCULATED, ProposalStatus.WITHDRAWN),
    ProposalStatus.CIRCULATED: (ProposalStatus.DRAFT, ProposalStatus.ADOPTED, ProposalStatus.WITHDRAWN),
    ProposalStatus.ADOPTED: (ProposalStatus.WITHDRAWN,),
    ProposalStatus.WITHDRAWN: (ProposalStatus.DRAFT,),
}
"""To which status a proposal can go from each."""


class FrontPage(QScrollArea):
    """`changed` carries the Proposal as it was edited; `scope_asked` when its countries are to be changed."""

    changed = Signal(object)
    scope_asked = Signal()

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits, self._session, self._words = edits, edits.session, edits.session.words
        self._proposal: Proposal | None = None
        text = self._words.text
        self.setObjectName("proposal_front")
        self.setAccessibleName(text("Title page"))
        self.title = TitleEdit()
        self.title.setAccessibleName(text("Title of the proposal"))
        self.title.editingFinished.connect(self._on_title)
        self.number = self._line("proposal_number", text("Number"), self._on_number)
        self.day = self._line("proposal_day", text("Date"), self._on_day)
        self.day.setPlaceholderText("2026-12-31")
        self.today = link("proposal_today", text("Today"), self._on_today, text("Put in the day of today"))
        self.status = ChoiceButton(self._session, "proposal_status", text("Status"))
        self.status.chosen.connect(self._on_status)
        self.delegation = ComboBox("proposal_delegation", text("Delegation"), shortest=14)
        self.delegation.activated.connect(lambda _row: self._on_delegation())
        self.about = wrapped(role="second")
        self.about.setObjectName("proposal_about")
        self.suggested = wrapped(text("not decided"), role="warn")
        self.suggested.setObjectName("proposal_not_decided")
        self.suggested.setToolTip(text("The rules suggest these; nobody has decided on them yet"))
        self.scope = link("proposal_scope", text("Change…"), self.scope_asked.emit, text("Countries, case…"))
        self.standards = wrapped()
        self.standards.setObjectName("proposal_standards")
        self.choose = link("proposal_choose_standards", text("Choose…"), self._ask_standards)
        self.mandate = MandateEdit(self._words)
        self.mandate.edited.connect(self._on_mandate)
        self.printed = PassageBox(
            edits, "title_text", text("Title in the language of the texts"), least=ONE_LINE
        )
        self.positions = PositionsPart(edits, "proposal_positions")
        self.comments = CommentsPart(edits, "proposal_comments")
        self._lay_out()

    def show_proposal(self, proposal: Proposal, countries: int) -> None:
        """Show what is saved, and about how many countries it is.

        Another proposal takes the place of what is being written.
        """
        if self._proposal is None or self._proposal.id != proposal.id:
            for field in (self.title, self.number, self.day, self.mandate):
                field.clearFocus()
        before, self._proposal = self._proposal, proposal
        self.title.show_saved(proposal.title)
        self.mandate.show_saved(proposal.mandate or "")
        for field, value in ((self.number, proposal.number), (self.day, proposal.day)):
            same = before is not None and before.id == proposal.id
            if not (same and field.hasFocus() and field.isModified()):
                field.setText(value or "")
        say_wrong(self.day, "")
        self._show_status(proposal)
        self._show_delegation(proposal)
        self._show_about(proposal, countries)
        self._show_standards(proposal)
        self._enable()

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the printed title, and the positions and comments on the whole proposal."""
        self.printed.show_passage(dossier.title if dossier is not None else None)
        if dossier is not None:
            self.positions.show_positions("", dossier.positions, dossier.reference)
            self.comments.show_comments("", dossier.comments)

    def comment(self) -> None:
        """Put the cursor where something can be said about the whole proposal."""
        self.comments.open_field()
        self.ensureWidgetVisible(self.comments)

    def commit(self) -> None:
        """Tell of what is being written."""
        self._on_title()
        self._on_number()
        self._on_day()
        self.mandate.commit()
        self.printed.edit.commit()

    # -- what is shown

    def _show_status(self, proposal: Proposal) -> None:
        words = self._words
        offered = (proposal.status, *TRANSITIONS[proposal.status])
        entries = [(status, label(status, words)) for status in ProposalStatus if status in offered]
        self.status.show_entries(entries, proposal.status)

    def _show_delegation(self, proposal: Proposal) -> None:
        countries = self._session.catalogue.reference().countries
        names = {SECRETARIAT: delegation_name(SECRETARIAT, countries, self._words)}
        members = [one for one in countries.values() if one.status == "member"] or list(countries.values())
        names |= {one.iso2: one.name[self._words.language] for one in members}
        if proposal.delegation:
            names.setdefault(
                proposal.delegation, delegation_name(proposal.delegation, countries, self._words)
            )
        if [self.delegation.itemData(row) for row in range(self.delegation.count())] != list(names):
            self.delegation.clear()
            for value, name in names.items():
                self.delegation.addItem(name, value)
        self.delegation.setCurrentIndex(self.delegation.findData(proposal.delegation))

    def _show_about(self, proposal: Proposal, countries: int) -> None:
        words = self._words
        corridor = self._session.catalogue.reference().corridors.get(proposal.corridor_id or "")
        parts = [
            label(proposal.regime, words),
            label(proposal.mode or Mode.ANY, words),
            words.count("{n} country", "{n} countries", countries),
        ]
        if corridor is not None:
            parts = [words.text("Corridor: {corridor}", corridor=corridor.name[words.language])]
        parts += [label(proposal.case_kind, words), label(proposal.made_from, words)]
        self.about.setText(" · ".join(parts))
        show_if(self.suggested, proposal.made_from is MadeFrom.FINDINGS)

    def _show_standards(self, proposal: Proposal) -> None:
        known = self._session.catalogue.reference().standards
        language = self._words.language
        lines = [
            f"{norm_name(known[one], self._words)} – {known[one].title[language]}"
            for one in proposal.standards
            if one in known
        ]
        self.standards.setText("\n".join(lines) or self._words.text("no standard chosen"))

    def _enable(self) -> None:
        editable = self._edits.editable
        for field in (self.title, self.number, self.day):
            field.setReadOnly(not editable)
        self.mandate.setReadOnly(not editable)
        for widget in (self.status, self.delegation, self.scope, self.choose, self.today):
            widget.setEnabled(editable)

    # -- what is edited

    def _on_title(self) -> None:
        if self._proposal is None:
            return
        title = " ".join(self.title.text().split())
        if not title:
            self.title.give_back()
        elif title != self._proposal.title:
            self._tell(title=title)

    def _on_number(self) -> None:
        number = self.number.text().strip() or None
        if self._proposal is not None and number != self._proposal.number:
            self._tell(number=number)

    def _on_day(self) -> None:
        text = self.day.text().strip()
        try:
            day = date.fromisoformat(text).isoformat() if text else None
        except ValueError:
            say_wrong(self.day, self._words.text("A day is expected, such as 2027-12-31"))
            return
        say_wrong(self.day, "")
        if self._proposal is not None and day != self._proposal.day:
            self._tell(day=day)

    def _on_today(self) -> None:
        self.day.setText(date.today().isoformat())
        self._on_day()

    def _on_status(self, status: object) -> None:
        if self._proposal is not None and status != self._proposal.status:
            self._tell(status=status)

    def _on_delegation(self) -> None:
        chosen = str(self.delegation.currentData())
        if self._proposal is not None and chosen != self._proposal.delegation:
            self._tell(delegation=chosen)

    def _on_mandate(self) -> None:
        self._tell(mandate=text_of(self.mandate).strip() or None)

    def _ask_standards(self) -> None:
        if self._proposal is None:
            return
        dialog = StandardsDialog(self._session, self._proposal.standards, self)
        dialog.accepted.connect(lambda: self._tell(standards=dialog.chosen))
        dialog.open()

    def _tell(self, **values: object) -> None:
        if self._proposal is not None:
            self.changed.emit(replace(self._proposal, **values))  # type: ignore[arg-type]

    # -- layout

    def _line(self, name: str, says: str, slot: object) -> QLineEdit:
        line = take_any_length(QLineEdit())
        line.setObjectName(name)
        line.setAccessibleName(says)
        line.setToolTip(plain(says))
        line.editingFinished.connect(slot)
        return line

    def _lay_out(self) -> None:
        text = self._words.text
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title, 1)
        top.addWidget(self.status)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(text("Number"), _row(self.number, (QLabel(text("Date")), self.day, self.today)))
        form.addRow(text("Delegation"), self.delegation)
        form.addRow(text("What it is about"), _row(self.about, (self.suggested, self.scope)))
        form.addRow(text("Standards that ask for it"), _row(self.standards, (self.choose,)))
        form.addRow(text("Mandate"), self.mandate)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 12, 12, 12)
        inner.setSpacing(12)
        for layout in (top, form):
            inner.addLayout(layout)
        inner.addWidget(self.printed)
        body = QWidget()
        body.setProperty("surface", "base")
        # As wide as there is room, whatever stands in it: nothing here is scrolled sideways.
        body.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner)
        column.addWidget(self.positions)
        column.addWidget(self.comments)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(body)
        self.choose.setIcon(icon("pencil", self._session.palette, "accent"))
        self.number.setFont(fonts.tabular(tokens.BODY))
        self.day.setFont(fonts.tabular(tokens.BODY))


def _row(first: QWidget, others: tuple[QWidget, ...]) -> QWidget:
    """A widget that takes the room, and others at its right."""
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(first, 1)
    for widget in others:
        row.addWidget(
            widget, 0, Qt.AlignmentFlag.AlignTop if isinstance(first, QLabel) else Qt.AlignmentFlag(0)
        )
    return cell
