"""Asks what a proposal is about: title, regime, mode, countries, case, and what it is made of."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.codes import CaseKind, Mode, Regime, Verdict
from customs_app.domain.proposal import MadeFrom, Proposal, ProposalStatus
from customs_app.domain.text import Message
from customs_app.language.labels import label
from customs_app.reports.titles import proposal_title
from customs_app.ui.proposals.countries_box import CountriesBox
from customs_app.ui.proposals.scope import chosen_of, corridor_procedures, modes_of, offers_of, regimes_of
from customs_app.ui.session import Session
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.labels import wrapped


class ScopeDialog(QDialog):
    """A new proposal, or another scope of one that is there; `proposal` is what came of it."""

    def __init__(self, session: Session, proposal: Proposal | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._words = session, session.words
        self._before = proposal
        self._rows = session.catalogue.procedures()
        self._prefilled = ""
        text = self._words.text
        self.setObjectName("proposal_scope_dialog")
        self.setWindowTitle(text("New proposal") if proposal is None else text("What the proposal is about"))
        self.setMinimumWidth(880)
        self._title = QLineEdit(proposal.title if proposal is not None else "")
        self._title.setMaxLength(300)
        self._title.textChanged.connect(lambda _: self._check())
        self._regime, self._mode, self._case = QComboBox(), QComboBox(), QComboBox()
        self._corridor = ComboBox("new_proposal_corridor", text("Corridor"), shortest=24)
        self._of_corridor: tuple[str, ...] = ()
        self._fill(proposal)
        self._countries = CountriesBox(session)
        self._countries.changed.connect(self._on_countries)
        self._made_from = {kind: QRadioButton(label(kind, self._words)) for kind in MadeFrom}
        self._note = wrapped(role="small")
        self._note.setObjectName("new_proposal_note")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setObjectName("new_proposal_ok")
        self.ok.setText(text("Make the proposal") if proposal is None else text("Take over"))
        self.ok.setProperty("primary", "true")
        self._lay_out()
        made_from = proposal.made_from if proposal is not None else MadeFrom.MARKS
        self._made_from[made_from].setChecked(True)
        self._regime.currentIndexChanged.connect(lambda _: self._on_regime())
        self._mode.currentIndexChanged.connect(lambda _: self._on_mode())
        self._corridor.currentIndexChanged.connect(lambda _: self._on_corridor())
        self._show_countries()
        self._on_corridor()

    @property
    def proposal(self) -> Proposal:
        """The proposal as it was asked for."""
        made_from = next(kind for kind, radio in self._made_from.items() if radio.isChecked())
        before = self._before or Proposal(
            "", "", ProposalStatus.DRAFT, self._regime_chosen, None, procedures=()
        )
        return replace(
            before,
            title=" ".join(self._title.text().split()),
            regime=self._regime_chosen,
            mode=self._mode_chosen,
            procedures=self._procedures,
            corridor_id=self._corridor.currentData() or None,
            case_kind=CaseKind(self._case.currentData()),
            made_from=made_from,
        )

    @property
    def _procedures(self) -> tuple[str, ...]:
        """Ids of the procedures it is about: those of the countries that are checked, or of the corridor."""
        return self._of_corridor if self._corridor.currentData() else self._countries.procedures

    def choose(self, made_from: MadeFrom) -> None:
        """Choose what the measures are made of."""
        self._made_from[made_from].setChecked(True)

    @property
    def _regime_chosen(self) -> Regime:
        return Regime(self._regime.currentData())

    @property
    def _mode_chosen(self) -> Mode | None:
        mode = Mode(self._mode.currentData())
        return None if mode is Mode.ANY else mode

    def _fill(self, proposal: Proposal | None) -> None:
        words = self._words
        for regime in regimes_of(self._rows):
            self._regime.addItem(label(regime, words), regime)
        for kind in CaseKind:
            self._case.addItem(label(kind, words), kind)
        self._corridor.addItem(words.text("no corridor: countries side by side"), "")
        for corridor in self._session.catalogue.reference().corridors.values():
            self._corridor.addItem(corridor.name[words.language], corridor.id)
        if proposal is not None:
            self._corridor.setCurrentIndex(max(0, self._corridor.findData(proposal.corridor_id or "")))
            self._regime.setCurrentIndex(max(0, self._regime.findData(proposal.regime)))
            self._case.setCurrentIndex(self._case.findData(proposal.case_kind))
        self._fill_modes((proposal.mode or Mode.ANY) if proposal is not None else Mode.ROAD)

    def _fill_modes(self, wanted: Mode) -> None:
        self._mode.blockSignals(True)
        self._mode.clear()
        for mode in modes_of(self._rows, self._regime_chosen):
            self._mode.addItem(label(mode, self._words), mode)
        self._mode.setCurrentIndex(max(0, self._mode.findData(wanted)))
        self._mode.blockSignals(False)

    def _lay_out(self) -> None:
        text = self._words.text
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setVerticalSpacing(10)
        for name, widget, title in (
            ("title", self._title, text("Title")),
            ("corridor", self._corridor, text("Corridor")),
            ("regime", self._regime, text("Regime")),
            ("mode", self._mode, text("Mode of transport")),
            ("countries", self._countries, text("Countries")),
            ("case", self._case, text("Case")),
        ):
            widget.setObjectName(f"new_proposal_{name}")
            widget.setAccessibleName(title)
            form.addRow(title, widget)
        origin = QWidget()
        origin.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        made = QVBoxLayout(origin)
        made.setContentsMargins(0, 0, 0, 0)
        made.setSpacing(4)
        self._group = QButtonGroup(self)
        for kind, radio in self._made_from.items():
            radio.setObjectName(f"new_proposal_{kind}")
            radio.toggled.connect(lambda _on: self._show_note())
            self._group.addButton(radio)
            made.addWidget(radio)
        made.addWidget(self._note)
        form.addRow(text("Measures made of"), origin)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(self._buttons)

    def _on_corridor(self) -> None:
        """A corridor says which procedures of which countries it takes; regime, mode and countries rest."""
        corridor_id = str(self._corridor.currentData() or "")
        for widget in (self._regime, self._mode, self._countries):
            widget.setEnabled(not corridor_id)
        self._of_corridor = corridor_procedures(self._session.catalogue, corridor_id) if corridor_id else ()
        self._prefill()
        self._check()
        self._show_note()

    def _on_regime(self) -> None:
        self._fill_modes(Mode(self._mode.currentData()))
        self._on_mode()

    def _on_mode(self) -> None:
        self._show_countries()
        self._check()

    def _show_countries(self) -> None:
        offers = offers_of(self._rows, self._regime_chosen, self._mode_chosen)
        before = self._before
        kept = before is not None and (before.regime, before.mode) == (self._regime_chosen, self._mode_chosen)
        chosen = chosen_of(before.procedures, offers) if before is not None and kept else None
        self._countries.show_offers(offers, chosen)
        self._prefill()

    def _prefill(self) -> None:
        """Name a new proposal after what it is about, until it has a name of its own."""
        if self._before is not None or self._title.text() not in ("", self._prefilled):
            return
        named = proposal_title(self._regime_chosen, self._mode_chosen or Mode.ANY)
        if self._corridor.currentData():
            name = self._session.catalogue.reference().corridors[self._corridor.currentData()].name
            named = Message("Corridor {corridor}: simpler procedures", {"corridor": name})
        self._prefilled = self._words.say(named)
        self._title.setText(self._prefilled)
        self._title.setCursorPosition(0)

    def _on_countries(self) -> None:
        self._check()
        self._show_note()

    def _show_note(self) -> None:
        words = self._words
        if self._made_from[MadeFrom.FINDINGS].isChecked():
            self._note.setText(
                words.text("Suggestions are printed as such: nobody has decided on them. Marks come later.")
            )
            return
        marks = self._session.seen_marks(self._procedures).marks
        n = sum(mark.verdict is not Verdict.KEEP for mark in marks)
        says = words.count(
            "{n} mark on these procedures asks for a change.",
            "{n} marks on these procedures ask for a change.",
            n,
        )
        self._note.setText(
            says if n else words.text("No step of these procedures is marked for a change yet.")
        )

    def _check(self) -> None:
        text = self._words.text
        reason = ""
        if not self._title.text().strip():
            reason = text("Write a title first")
        elif self._corridor.currentData() and not self._of_corridor:
            reason = text("No procedure is attached to this corridor")
        elif not self._procedures:
            reason = text("Choose at least one country")
        self.ok.setEnabled(not reason)
        self.ok.setToolTip(reason)
