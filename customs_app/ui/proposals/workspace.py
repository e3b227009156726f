"""The proposals workspace: the saved proposals, the part that is edited of the open one, its true pages."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import Dossier, DossierMeasure
from customs_app.catalogue.commands.proposals import SaveProposal
from customs_app.catalogue.results import Changes
from customs_app.domain.errors import CustomsError
from customs_app.domain.proposal import Proposal
from customs_app.domain.text import Language
from customs_app.language.words import N_
from customs_app.ui.preview.pane import PreviewPane
from customs_app.ui.preview.paper import Paper
from customs_app.ui.proposals.actions import Actions
from customs_app.ui.proposals.commands import follow_check
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.keys import keys_line, keys_sheet
from customs_app.ui.proposals.left_pane import LeftPane
from customs_app.ui.proposals.page import MEASURE, ProposalPage
from customs_app.ui.proposals.paper import MEASURES, TITLE, measure_key
from customs_app.ui.proposals.paper_maker import ProposalWanted, proposal_maker
from customs_app.ui.proposals.scope import countries_of
from customs_app.ui.proposals.state import language_of, near, ordered, state_of
from customs_app.ui.session import Session
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.workspace import Workspace

_CALM_MS = 250
"""So long nothing may change before the proposal is read and its pages are laid out anew."""
_WHAT_IT_IS = N_(
    "A proposal brings the marks of the reviewers together as measures for the meeting: what to change in "
    "which country, what it saves, and which act it touches."
)


class ProposalsWorkspace(Workspace):
    """Makes, edits, previews and exports proposals."""

    key = "proposals"
    icon = "file-pen-line"
    title = N_("Proposals")
    menu = "proposal"
    left_width = 264
    right_width = 424

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._proposals: dict[str, Proposal] = {}
        self._countries: Mapping[str, int] = {}
        self._open_id: str | None = None
        self._dossier: Dossier | None = None
        self._part, self._measure = "", ""
        self._behind = self._unread = False
        self._language: Language = session.language
        self._texts: Language = session.language
        self._kept: Mapping[str, object] = {}
        self._maker = proposal_maker(self)
        self._calm = QTimer(self, interval=_CALM_MS, singleShot=True)
        self.edits = Edits(session, self)
        self.actions_ = Actions(self)
        self.page = ProposalPage(
            self.edits, (self.actions_.review, self.actions_.suggestions), self.actions_.of_measure
        )
        self.side = LeftPane(session, self.actions_.new)
        self.preview = PreviewPane(session, self.actions_.outlets)
        self.preview.setObjectName("proposal_preview")
        self._none = EmptyState(self.words.text(_WHAT_IT_IS), [self.actions_.new])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        self._read_list()
        # Asked for last, so that a state that is restored first is not overridden.
        QTimer.singleShot(0, self, self._open_first)

    def _connect(self) -> None:
        side, page, maker = self.side, self.page, self._maker
        side.list.chosen.connect(self.open_proposal)
        side.parts.chosen.connect(self.show_part)
        side.checks.chosen.connect(partial(follow_check, self))
        page.front.changed.connect(self.save)
        page.front.scope_asked.connect(self.actions_.scope.trigger)
        page.measure_asked.connect(self._on_measure_asked)
        page.step_asked.connect(partial(self.session.go_to, "catalogue"))
        page.language_chosen.connect(self._choose_texts)
        page.reached.connect(self._follow_cursor)
        page.left.connect(side.parts.setFocus)
        page.told.connect(self.told)
        page.turned.connect(self.turn_measure)
        page.moved.connect(self._on_moved)
        page.measure_chosen.connect(self._on_measure_chosen)
        self.preview.language_chosen.connect(self._choose_language)
        self.preview.wanted.connect(maker.ask_small)
        maker.told.connect(self._on_read)
        maker.written.connect(self._on_written)
        maker.answered.connect(self.preview.take)
        maker.failed.connect(self._on_failed)
        self._calm.timeout.connect(self._ask)
        self.session.who_changed.connect(self._on_who)

    # -- what the frame asks

    def left(self) -> QWidget:
        """Proposals, parts, remarks."""
        return self.side

    def inspector(self) -> QWidget:
        """The pages."""
        return self.preview

    def dock_titles(self) -> tuple[str, str]:
        """Proposals, and the preview."""
        return self.words.text(self.title), self.words.text("Page preview")

    def dock_actions(self) -> tuple[Sequence[QAction], Sequence[QAction]]:
        """A new proposal, and a copy, on the left."""
        return (self.actions_.new, self.actions_.copy), ()

    def status_text(self) -> str:
        """Which measure of how many."""
        words, n = self.words, len(self.measures)
        if self.proposal is None:
            return words.count("{n} proposal", "{n} proposals", len(self._proposals))
        measure = self.measure
        if measure is not None and measure.number:
            return words.text("Measure {number} of {n}", number=str(measure.number), n=str(n))
        return words.count("{n} measure", "{n} measures", n) if self._dossier is not None else ""

    def keys_text(self) -> str:
        """Keys of this view."""
        return keys_line(self.words, opened=self.proposal is not None)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions."""
        return keys_sheet(self.words)

    def refresh(self, changes: Changes | None) -> None:
        """Show what has changed; the pages follow."""
        if changes is not None and not changes.tables:
            return
        before = self.proposal
        self._read_list()
        if before is None or self.proposal is None:
            self._open_first()
        elif changes is None or changes.tables != {"proposal"} or self.proposal != before:
            self._renew()

    def go_to(self, procedure_id: str | None, step_id: str | None) -> None:
        """Open the newest proposal about a procedure."""
        del step_id
        for proposal in self._proposals.values():
            if procedure_id is not None and procedure_id in proposal.procedures:
                self.open_proposal(proposal.id)
                return

    def focus_main(self) -> None:
        """Focus the parts, or what stands in their place."""
        if self.proposal is not None:
            self.side.parts.setFocus()
        elif (button := self._none.findChild(QPushButton)) is not None:
            button.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """The part that is open; the docks are the frame's."""
        return (self.page.current,)

    def save_state(self) -> Mapping[str, object]:
        """What is open and chosen, and in which languages it is written and printed."""
        return self._kept or state_of(self, self._open_id, self._texts)

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Open and choose it again."""
        wanted = state.get("proposal")
        self._language = language_of(state.get("print_language"), self._language)
        self._texts = language_of(state.get("texts_language"), self._texts)
        self.preview.show_language(self._language)
        if isinstance(kept := state.get("preview"), dict):
            self.preview.restore(kept)
        self.side.parts.parts.fold(folded=state.get("folded") is True)
        if isinstance(wanted, str) and wanted in self._proposals:
            self.open_proposal(wanted)
            # The measure can be chosen only when the proposal has been read.
            self._kept = state

    def commit_edits(self) -> None:
        """Save what is being written."""
        if self.proposal is not None and self.edits.editable:
            self.page.commit()

    def export_targets(self) -> Sequence[QAction]:
        """The paper and the workbook, in the language of the print."""
        papers = self.actions_.papers
        return self.actions_.pdf, self.actions_.excel, papers.again, papers.preview, papers.print

    # -- what is open

    @property
    def proposal(self) -> Proposal | None:
        """The open proposal as it is saved."""
        return self._proposals.get(self._open_id or "")

    @property
    def dossier(self) -> Dossier | None:
        """The open proposal as it was read last; None as long as it has not been read."""
        return self._dossier

    @property
    def behind(self) -> bool:
        """Whether what stands in the centre is older than what is saved."""
        return self._unread

    @property
    def print_language(self) -> Language:
        """The language in which the proposal is printed."""
        return self._language

    @property
    def page_in_sight(self) -> int | None:
        """The page that the preview shows, counted from 0; None where it shows none."""
        return self.preview.pages.page if self.preview.pages.paper is not None else None

    @property
    def part(self) -> str:
        """The part that is open; MEASURE where it is a measure."""
        return self._part

    @property
    def measure_key(self) -> str:
        """The key of the measure that was open or chosen last; empty where none was."""
        return self._measure

    @property
    def measures(self) -> tuple[DossierMeasure, ...]:
        """The measures that stand in the open proposal."""
        return self._dossier.measures if self._dossier is not None else ()

    @property
    def measure(self) -> DossierMeasure | None:
        """The measure that is open, or chosen in the table of measures."""
        every = (*self.measures, *self._dossier.left_out) if self._dossier is not None else ()
        if self._part not in (MEASURE, MEASURES):
            return None
        return next((one for one in every if one.key == self._measure), None)

    def open_proposal(self, proposal_id: str) -> None:
        """Open a proposal; what was being written in another is saved first."""
        if proposal_id == self._open_id or proposal_id not in self._proposals:
            return
        self.commit_edits()
        self._open_id = self.edits.proposal_id = proposal_id
        self._dossier, self._part, self._measure, self._kept = None, "", "", {}
        self.preview.show_note("")
        self.page.show_dossier(None)
        self._show_saved()
        self.page.show_waiting()
        self.side.parts.show_part(TITLE)
        self._renew(at_once=True)

    def show_part(self, key: str) -> None:
        """Show a part in the centre and in the preview."""
        numbers = {measure_key(one.number): one for one in self.measures}
        if key in numbers:
            self.show_measure(numbers[key])
            return
        self.commit_edits()
        self._part = key
        self.page.show_part(key)
        self.side.parts.show_part(key)
        self._scroll_to(key)
        self.actions_.enable()
        self.told.emit()

    def show_measure(self, measure: DossierMeasure, country: str | None = None) -> None:
        """Show a measure in the centre, in the list of parts and in the preview."""
        self._part, self._measure = MEASURE, measure.key
        self.page.show_measure(measure.key, country)
        self.side.parts.show_part(measure_key(measure.number) if measure.number else MEASURES)
        self._scroll_to(measure_key(measure.number))
        self.actions_.enable()
        self.told.emit()

    def step_measure(self, by: int) -> None:
        """Show the measure so many further."""
        if self.measures:
            number = self.measure.number if self.measure is not None else 0
            self.show_measure(self.measures[max(0, min(number - 1 + by, len(self.measures) - 1))])

    def step_country(self, by: int) -> None:
        """Open the tab so many further."""
        if self._part == MEASURE:
            self.page.editor.head.choose(self.page.editor.head.tabs.currentIndex() + by)

    def choose_country(self, at: int) -> None:
        """Open a tab, counted from 0."""
        if self._part == MEASURE:
            self.page.editor.head.choose(at)

    def comment(self) -> None:
        """Put the cursor where something can be said about the measure, or about the whole proposal."""
        if self._part == MEASURE:
            self.page.editor.comment()
        elif self.proposal is not None:
            self.show_part(TITLE)
            self.page.front.comment()

    # -- commands

    def save(self, proposal: Proposal) -> None:
        """Write a proposal; a new one is opened."""
        changes = self.session.run(SaveProposal(proposal))
        if changes is None:
            self._show_saved()  # what could not be saved is not left on the screen as if it were
        elif not proposal.id and changes.new_id is not None:
            self.open_proposal(changes.new_id)

    def turn_measure(self) -> None:
        """Leave the measure out, or take it in again."""
        if self.measure is not None:
            self.edits.take(self.measure.key, taken=not self.measure.number)

    def move_measure(self, by: int) -> None:
        """Put the measure so many places further."""
        if self.measure is not None and self.measure.number:
            self._on_moved(self.measure.key, self.measure.number - 1 + (by if by < 0 else by + 1))

    def _on_moved(self, key: str, before: int) -> None:
        """Put a measure before the one at a row, counted from 0."""
        order = ordered([one.key for one in self.measures], key, before)
        if order is not None:
            self.edits.order(order)

    # -- what is shown

    def _read_list(self) -> None:
        catalogue = self.session.catalogue
        self._proposals = {proposal.id: proposal for proposal in catalogue.proposals()}
        self._countries = countries_of(self._proposals.values(), catalogue.procedures())
        self._show_saved()

    def _open_first(self) -> None:
        if self.proposal is not None:
            return
        first = next(iter(self._proposals), None)
        self._open_id = None
        if first is not None:
            self.open_proposal(first)
            return
        self._dossier, self._part, self._measure = None, "", ""
        self._calm.stop()
        self._maker.forget()
        self.preview.show_note(self.words.text("The pages of a proposal stand here as they are printed."))
        self.page.show_dossier(None)
        self._show_saved()

    def _show_saved(self) -> None:
        """Show what is known without reading the proposal through."""
        proposal = self.proposal
        self.side.show_proposals(tuple(self._proposals.values()), self._countries, self._open_id)
        self.side.show_open(proposal, self._dossier)
        self._show_page(self.page if proposal is not None else self._none)
        if proposal is not None:
            self.page.front.show_proposal(proposal, self._countries[proposal.id])
        self.actions_.enable()
        self.told.emit()

    def _show_page(self, page: QWidget) -> None:
        """Show the proposal or the empty page; the focus does not stray when its place is gone."""
        had_focus = self.window().focusWidget() in self._none.findChildren(QPushButton)
        lost = had_focus and page is not self._stack.currentWidget()
        self._stack.setCurrentWidget(page)
        if lost:
            self.focus_main()

    def _renew(self, *, at_once: bool = False) -> None:
        """Read the proposal and lay out its pages anew, soon; where nobody looks, when it is shown again."""
        # An answer that is under way is older than what was written since: it must not come back over it.
        self._maker.forget()
        self._unread = True
        self.preview.show_under_way()
        self._behind = not self.isVisible()
        if not self._behind:
            self._calm.start(0 if at_once else _CALM_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what has changed meanwhile."""
        super().showEvent(event)
        if self._behind:
            self._renew(at_once=True)

    def _on_who(self) -> None:
        # In a blind round another reviewer sees other marks.
        if self.proposal is not None:
            self._renew()

    def _ask(self) -> None:
        if (proposal := self.proposal) is not None:
            path, who = self.session.catalogue.path, self.session.who
            self._maker.ask(ProposalWanted(path, proposal, self._texts, self._language, who))

    def _choose_language(self, language: Language) -> None:
        self._language = language
        self.preview.show_language(language)
        if self.proposal is not None:
            self._renew(at_once=True)

    def _choose_texts(self, language: Language) -> None:
        self.commit_edits()
        self._texts = language
        self._renew(at_once=True)

    def _on_read(self, dossier: Dossier) -> None:
        before, self._dossier = self._dossier, dossier
        self.side.show_open(self.proposal, dossier)
        if self._kept:
            self._take_kept()
        elif before is not None and self._part == MEASURE and self.measure is None:
            self._part = MEASURE if dossier.measures else MEASURES
            self._measure = near(before, self._measure, dossier)
        elif not self._part:
            self._part = MEASURE if dossier.measures else MEASURES
            self._measure = dossier.measures[0].key if dossier.measures else ""
        # In a turn of its own: both together would be felt.
        QTimer.singleShot(0, self, self._show_read)

    def _take_kept(self) -> None:
        """Choose what was open before the window was built anew."""
        kept, self._kept = self._kept, {}
        part, measure = str(kept.get("part") or ""), str(kept.get("measure") or "")
        self._part, self._measure = part or MEASURES, measure
        if part == MEASURE and self.measure is None:
            self._part = MEASURES
        country = kept.get("country")
        if self._part == MEASURE and self._dossier is not None and isinstance(country, str):
            self.page.show_dossier(self._dossier)
            self.page.show_measure(measure, country)

    def _show_read(self) -> None:
        """Show the part that is open as it was read."""
        if self._dossier is None:
            return
        self.page.show_dossier(self._dossier)
        self._unread = False
        measure = self.measure
        if self._part == MEASURE and measure is not None:
            self.page.show_measure(measure.key)
            self.side.parts.show_part(measure_key(measure.number) if measure.number else MEASURES)
        else:
            self.page.show_part(self._part)
            self.side.parts.show_part(self._part)
        self.actions_.enable()
        self.told.emit()

    def _on_measure_asked(self, key: str, country: str) -> None:
        """Show a measure that a table leads to; an empty key is the whole proposal."""
        if not key:
            self.show_part(TITLE)
        elif self._dossier is not None:
            self.show_measure(self._dossier.measure(key), country or None)

    def _on_measure_chosen(self, key: str) -> None:
        """A measure was chosen in the table of measures: actions are about it from now on."""
        self._measure = key
        self.actions_.enable()
        self.told.emit()

    def _follow_cursor(self) -> None:
        measure = self.measure
        if self._part == MEASURE and measure is not None:
            self._scroll_to(measure_key(measure.number))
        else:
            self._scroll_to(self._part)

    def _on_written(self, paper: Paper) -> None:
        first = self.preview.pages.paper is None
        self.preview.show_paper(paper)
        if first and self._part:
            self._follow_cursor()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CustomsError | OSError):
            raise error
        sentence = self.words.say(error.message) if isinstance(error, CustomsError) else str(error)
        if self._dossier is None:
            self.page.show_failure(sentence)
        self.preview.show_note(sentence)

    def _scroll_to(self, key: str) -> None:
        paper = self.preview.pages.paper
        if paper is not None and key in paper.spots:
            self.preview.pages.show_spot(paper.spots[key])
