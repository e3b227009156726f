"""The proposals workspace: the saved proposals, the measures of the open one, and its true pages."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from customs_app.analysis.measures import Measure
from customs_app.catalogue.commands.proposals import SaveProposal
from customs_app.catalogue.results import Changes
from customs_app.domain.errors import CustomsError
from customs_app.domain.proposal import Proposal
from customs_app.domain.text import Language
from customs_app.language.words import N_
from customs_app.reports.content import Content
from customs_app.ui.proposals.actions import Actions
from customs_app.ui.proposals.checks import Check
from customs_app.ui.proposals.commands import go_to_review
from customs_app.ui.proposals.left_pane import LeftPane
from customs_app.ui.proposals.page import ProposalPage
from customs_app.ui.proposals.pages_view import Fit
from customs_app.ui.proposals.paper import SUMMARY, TITLE, Paper, measure_key
from customs_app.ui.proposals.paper_maker import PaperMaker
from customs_app.ui.proposals.preview import Preview
from customs_app.ui.proposals.read_again import same_measures, topic
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
        self._open_id: str | None = None
        self._content: Content | None = None
        self._number = 0
        self._behind = False
        self._language: Language = session.language
        self._kept: Mapping[str, object] = {}
        self._maker = PaperMaker(self)
        self._calm = QTimer(self, interval=_CALM_MS, singleShot=True)
        self.actions_ = Actions(self)
        self.page = ProposalPage(session, self.actions_.review, self.actions_.suggestions)
        self.side = LeftPane(session, self.actions_.new)
        self.preview = Preview(session, self.actions_.pdf, self.actions_.excel)
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
        side.checks.chosen.connect(self.follow)
        page.head.changed.connect(self.save)
        page.head.scope_asked.connect(self.actions_.scope.trigger)
        page.table.chosen.connect(lambda row: self.show_measure(row + 1))
        page.details.step_asked.connect(partial(self.session.go_to, "catalogue"))
        self.preview.language_chosen.connect(self._choose_language)
        self.preview.pages.wanted.connect(maker.ask_pages)
        maker.read.connect(self._on_read)
        maker.written.connect(self._on_written)
        maker.painted.connect(self.preview.pages.show_picture)
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
        """A new proposal on the left."""
        return (self.actions_.new,), ()

    def status_text(self) -> str:
        """Which measure of how many."""
        words, n = self.words, len(self._measures)
        if self.proposal is None:
            return words.count("{n} proposal", "{n} proposals", len(self._proposals))
        if self._number and n:
            return words.text("Measure {number} of {n}", number=str(self._number), n=str(n))
        return words.count("{n} measure", "{n} measures", n) if self._content is not None else ""

    def keys_text(self) -> str:
        """Keys of this view."""
        if self.proposal is None:
            return self.words.text("Ctrl+Shift+N new proposal")
        return self.words.text("Ctrl+↑ ↓ measure · Alt+← → country · Ctrl+P PDF · Ctrl+Shift+X Excel")

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions."""
        text = self.words.text
        return (
            ("← →", text("Fold and unfold the measures, in the list of parts")),
            ("PgUp, PgDn", text("Page before, page after, in the preview")),
            ("Esc", text("Give back the title as it is saved")),
        )

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
        """Focus the measures, or what stands in their place."""
        if self._measures:
            self.page.table.setFocus()
        elif self.proposal is not None:
            self.side.list.setFocus()
        elif (button := self._none.findChild(QPushButton)) is not None:
            button.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Head, measures and details; the docks are the frame's."""
        return self.page.head, self.page.table, self.page.details.pane

    def save_state(self) -> Mapping[str, object]:
        """What is open and chosen, and in which language it is printed."""
        if self._kept:
            return self._kept
        return {
            "proposal": self._open_id,
            "measure": self._number,
            "country": self.page.details.country,
            "print_language": str(self._language),
            "fit": str(self.preview.pages.fit),
            "folded": self.side.parts.parts.folded,
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Open and choose it again."""
        language, fit, wanted = state.get("print_language"), state.get("fit"), state.get("proposal")
        if language in set(Language):
            self._language = Language(str(language))
            self.preview.show_language(self._language)
        if fit in set(Fit):
            self.preview.choose_fit(Fit(str(fit)))
        self.side.parts.parts.fold(folded=state.get("folded") is True)
        if isinstance(wanted, str) and wanted in self._proposals:
            self.open_proposal(wanted)
            # The measure can be chosen only when the proposal has been read.
            self._kept = state

    def commit_edits(self) -> None:
        """Save what is being written."""
        if self.proposal is not None and not self.session.catalogue.read_only:
            self.page.head.commit()

    def export_targets(self) -> Sequence[QAction]:
        """The paper and the workbook, in the language of the print."""
        return self.actions_.pdf, self.actions_.excel

    # -- what is open

    @property
    def proposal(self) -> Proposal | None:
        """The open proposal as it is saved."""
        return self._proposals.get(self._open_id or "")

    @property
    def content(self) -> Content | None:
        """The open proposal as it was read last; None as long as it has not been read."""
        return self._content

    @property
    def print_language(self) -> Language:
        """The language in which the proposal is printed."""
        return self._language

    @property
    def _measures(self) -> tuple[Measure, ...]:
        return self._content.measures if self._content is not None else ()

    def open_proposal(self, proposal_id: str) -> None:
        """Open a proposal; what was being written in another is saved first."""
        if proposal_id == self._open_id or proposal_id not in self._proposals:
            return
        self.commit_edits()
        self._open_id = proposal_id
        self._content, self._number, self._kept = None, 0, {}
        self.preview.show_note("")
        self.page.show_content(None)
        self._show_saved()
        self.side.parts.show_part(TITLE)
        self._renew(at_once=True)

    def show_part(self, key: str) -> None:
        """Show a part in the preview, a measure also in the centre."""
        keys = [measure_key(number) for number in range(1, len(self._measures) + 1)]
        if key in keys:
            self.show_measure(keys.index(key) + 1)
            return
        self._scroll_to(key)
        if key == SUMMARY:
            self.page.head.summary.ensureCursorVisible()

    def show_measure(self, number: int) -> None:
        """Show a measure, counted from 1, in the centre, in the list of parts and in the preview."""
        self._choose_measure(number)
        self._scroll_to(measure_key(number))

    def step_measure(self, by: int) -> None:
        """Show the measure so many further."""
        if self._measures:
            self.show_measure(max(1, min(self._number + by, len(self._measures))))

    def step_country(self, by: int) -> None:
        """Open the tab so many further."""
        self.page.details.country_after(by)

    def follow(self, check: Check) -> None:
        """Go to what a remark speaks of."""
        if check.review:
            go_to_review(self)
        elif check.step is not None:
            self.session.go_to("catalogue", *check.step)
        elif check.part is not None:
            self.show_part(check.part)
            self.side.parts.show_part(check.part)
            self.page.details.show_country(check.country)

    # -- commands

    def save(self, proposal: Proposal) -> None:
        """Write a proposal; a new one is opened."""
        changes = self.session.run(SaveProposal(proposal))
        if changes is None:
            self._show_saved()  # what could not be saved is not left on the screen as if it were
        elif not proposal.id and changes.new_id is not None:
            self.open_proposal(changes.new_id)

    # -- what is shown

    def _read_list(self) -> None:
        self._proposals = {proposal.id: proposal for proposal in self.session.catalogue.proposals()}
        self._show_saved()

    def _open_first(self) -> None:
        if self.proposal is not None:
            return
        first = next(iter(self._proposals), None)
        self._open_id = None
        if first is not None:
            self.open_proposal(first)
            return
        self._content, self._number = None, 0
        self._calm.stop()
        self._maker.forget()
        self.preview.show_note(self.words.text("The pages of a proposal stand here as they are printed."))
        self.page.show_content(None)
        self._show_saved()

    def _show_saved(self) -> None:
        """Show what is known without reading the proposal through."""
        proposal = self.proposal
        self.side.show_proposals(tuple(self._proposals.values()), self._open_id)
        self.side.show_open(proposal, self._content)
        self._show_page(self.page if proposal is not None else self._none)
        if proposal is not None:
            editable = not self.session.catalogue.read_only
            self.page.head.show_proposal(proposal, editable=editable)
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
            self._maker.ask(self.session.catalogue.path, proposal, self._language, self.session.who)

    def _choose_language(self, language: Language) -> None:
        self._language = language
        self.preview.show_language(language)
        if self.proposal is not None:
            self._renew(at_once=True)

    def _on_read(self, content: Content) -> None:
        shown, self._content = self._content, content
        if shown is not None and not self._kept and same_measures(shown, content):
            self.side.show_open(self.proposal, content)
            return  # the language of the print, the title ...: nothing of what stands here
        measures = shown.measures if shown is not None else ()
        before = topic(measures[self._number - 1]) if 0 < self._number <= len(measures) else None
        self.page.show_content(content)
        self.side.show_open(self.proposal, content)
        topics = [topic(measure) for measure in content.measures]
        self._number = topics.index(before) + 1 if before in topics else 1
        self.actions_.enable()
        # In a turn of its own: both together would be felt.
        QTimer.singleShot(0, self, self._show_details)

    def _show_details(self) -> None:
        """Show the details of the measure that was chosen before the proposal was read."""
        kept, self._kept = self._kept, {}
        wanted, country = kept.get("measure"), kept.get("country")
        number, self._number = self._number, 0
        if isinstance(wanted, int) and 0 < wanted <= len(self._measures):
            number = wanted
        self._choose_measure(number, quietly=True)
        self.page.details.show_country(country if isinstance(country, str) else None)
        self.told.emit()

    def _choose_measure(self, number: int, *, quietly: bool = False) -> None:
        if self._content is None or not 0 < number <= len(self._measures):
            return
        if number != self._number:
            self._number = number
            self.page.details.show_measure(self._content, number)
        self.page.table.show_row(number - 1)
        if not quietly:
            self.side.parts.show_part(measure_key(number))
        self.told.emit()

    def _on_written(self, paper: Paper) -> None:
        self.preview.show_paper(paper)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CustomsError | OSError):
            raise error
        sentence = self.words.say(error.message) if isinstance(error, CustomsError) else str(error)
        if self._content is None:
            self.page.show_failure(sentence)
        self.preview.show_note(sentence)

    def _scroll_to(self, key: str) -> None:
        paper = self.preview.pages.paper
        if paper is not None and key in paper.spots:
            self.preview.pages.show_spot(paper.spots[key])
