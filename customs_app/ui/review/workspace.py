"""The review workspace: findings, marks and boards in tabs; what stands behind them in the inspector."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QVBoxLayout, QWidget

from customs_app.catalogue.results import Changes
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Finding
from customs_app.language.words import N_
from customs_app.ui.loaded import Loaded
from customs_app.ui.meeting.lists import MeetingList
from customs_app.ui.review.actions import Actions
from customs_app.ui.review.boards_stack import BoardsStack
from customs_app.ui.review.csv_export import export_findings
from customs_app.ui.review.filters import FindingFilter
from customs_app.ui.review.finding_pane import FindingPane
from customs_app.ui.review.findings_tab import FindingsTab
from customs_app.ui.review.inspecting import Inspecting
from customs_app.ui.review.left_pane import FINDINGS, MARKS, TABS, LeftPane
from customs_app.ui.review.marks_model import MarkRow
from customs_app.ui.review.marks_page import MarksPage, MarksSummary, Wanted
from customs_app.ui.review.pages import Pages
from customs_app.ui.review.reading import Reading
from customs_app.ui.review.said import found_text, keys, short_keys
from customs_app.ui.review.state import kept_filter, kept_grouping, kept_state, kept_tab
from customs_app.ui.review.tab import Board
from customs_app.ui.review.ways import open_link
from customs_app.ui.session import Session
from customs_app.ui.widgets.page_stack import PageStack
from customs_app.ui.workspace import Workspace

_WIDE = 1400
"""From this width of the window on, both sides get the room that their lines ask for."""


class ReviewWorkspace(Workspace):
    """Works through the findings of the rules, the marks made so far, and what they come to."""

    key = "review"
    icon = "list-checks"
    title = N_("Review")
    menu = "review"
    left_width = 324
    right_width = 290

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.reading = Reading(session, self)
        self._summary = MarksSummary(session)
        self.side = LeftPane(session, self._summary)
        self.pane = FindingPane(session)
        self.marks = MarksPage(session)
        self.pages = Pages(session, self.pane)
        self._centre = PageStack()
        for page in (self.pages, self.marks):
            self._centre.addWidget(page)
        self.findings = FindingsTab(session, self.side, self.pages, self.reading, parent=self)
        self.boards = BoardsStack(session, self.side, self._centre, self)
        self.inspecting = Inspecting(
            session, self.side, self.findings, self.marks, reading=self.reading, parent=self
        )
        self.inspecting.board_step = lambda: self.boards.step
        self.actions_ = Actions(self)
        self.pages.offer(self.actions_.clear, self.actions_.propose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._centre)
        if self.window().width() < _WIDE:
            self.left_width, self.right_width = 284, 252
        self._connect()

    def _connect(self) -> None:
        reading, side, findings, boards = self.reading, self.side, self.findings, self.boards
        reading.found.connect(self._on_found)
        reading.marked.connect(self._on_marked)
        reading.failed.connect(lambda message: self.pages.show_failed(self.words.say(message)))
        side.filter_changed.connect(self._on_filter)
        side.tab_changed.connect(self._on_tab)
        findings.told.connect(self._on_told)
        findings.evidence_asked.connect(self.focus_evidence)
        self.pane.evidence.link_opened.connect(self._open_link)
        self.pane.title.procedure_asked.connect(self._open_procedure)
        self._summary.chosen.connect(self._want_marks)
        self.marks.opened.connect(self._open_mark)
        boards.step_asked.connect(lambda place: self.session.go_to("catalogue", *place))
        boards.finding_asked.connect(self._open_finding)
        boards.clear_asked.connect(self.clear_filters)
        boards.told.connect(self.told)
        boards.chosen.connect(self.inspecting.soon)
        boards.made.connect(self._on_board)

    @property
    def inspected(self) -> FullProcedure | None:
        """The procedure of the step that is inspected."""
        found = self.inspecting.step
        return found[0] if found is not None else None

    # -- what the frame asks

    def left(self) -> QWidget:
        """Tabs, filters, and what the current tab has at the left."""
        return self.side

    def inspector(self) -> QWidget:
        """What stands behind the finding or the step."""
        return self.inspecting.inspector

    def dock_titles(self) -> tuple[str, str]:
        """The current tab; the inspector of a finding, or of a step."""
        text = self.words.text
        tab = self.side.tab
        left = text("Findings of the rules") if tab == FINDINGS else text(list(TABS.values())[tab])
        of_finding = tab == FINDINGS and self.findings.desk.finding is not None
        return left, text("Inspector — finding") if of_finding else text("Inspector")

    def status_text(self) -> str:
        """How many findings, and how many of them are marked; or what the current tab says."""
        if self.reading.loaded is None:
            return ""
        if self.board is not None:
            return self.board.status_text()
        if self.side.tab == MARKS:
            every = len(self.reading.book.every)
            return self.words.text("{shown} of {n} marks shown", shown=self.marks.shown, n=every)
        return found_text(self.findings.shown, self.reading, self.words)

    def keys_text(self) -> str:
        """Keys of the list and the verdicts, or of the current tab."""
        if self.board is not None:
            return self.board.keys_text()
        return short_keys(self.words, of_marks=self.side.tab == MARKS)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions."""
        return self.board.keys() if self.board is not None else keys(self.words)

    def export_targets(self) -> Sequence[QAction]:
        """The findings that are shown."""
        return (self.actions_.export,)

    def meeting_lists(self) -> Sequence[MeetingList]:
        """The finding at hand, and what is contested."""
        from customs_app.ui.review.meeting_lists import review_lists  # noqa: PLC0415 - not at start

        scope, desk = self.reading.scope(self.findings.filter), self.findings.desk
        return () if scope is None else tuple(review_lists(desk.finding, desk.step, scope, self.words))

    def refresh(self, changes: Changes | None) -> None:
        """Read opinions anew; findings come anew by themselves."""
        self.reading.refresh(changes)

    def go_to(self, procedure_id: str | None, step_id: str | None) -> None:
        """Show the first finding about a procedure and step; `step_id` may be the key of a finding too."""
        self.side.tabs.choose(FINDINGS)
        self.findings.go_to(procedure_id, step_id)

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.side.tabs.choose(FINDINGS)
        self.side.bar.text.setFocus()
        self.side.bar.text.selectAll()

    def focus_main(self) -> None:
        """Focus the list or table, by which one moves."""
        self._main.setFocus()

    def focus_evidence(self) -> None:
        """Focus the evidence."""
        self.pane.view.setFocus()

    def focus_peers(self) -> None:
        """Lead to the list of those who live with the activity of the step, or without it."""
        if self.inspecting.step is None:
            return
        dock = self.window().findChild(QDockWidget, "right_dock")
        if dock is not None:
            dock.show()
        self.inspecting.now()
        self.inspecting.inspector.focus_peers()

    def panes(self) -> Sequence[QWidget]:
        """The evidence and the verdict, or the panes of the current tab."""
        if self.board is not None:
            return self.board.panes()
        return (self.pane.evidence, self.pane.matrix, self.pane.bar, self.marks)

    def commit_edits(self) -> None:
        """Keep a verdict that is written and not recorded."""
        super().commit_edits()
        self.findings.desk.keep()

    def save_state(self) -> Mapping[str, object]:
        """Filters, grouping, the finding and the tab, and what the boards have open."""
        view = self.side.view
        return kept_state(
            self.findings.filter,
            grouping=self.side.bar.grouping,
            finding=self.findings.finding_key,
            folded=view.folded,
            known=view.known,
            tab=list(TABS)[self.side.tab],
            unfolded=self.pane.model.unfolded,
            boards=self.boards.states(),
        )

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Filter and choose as it was; what is gone is passed over."""
        finding = state.get("finding")
        self.findings.want(finding if isinstance(finding, str) else None)
        wanted = kept_filter(state)
        self.side.set_low(shown=wanted.low)
        self.side.bar.want(wanted)
        self.side.bar.group(kept_grouping(state))
        folded, known, boards = state.get("folded"), state.get("known"), state.get("boards")
        if isinstance(folded, list) and isinstance(known, list):
            self.side.view.fold(frozenset(map(str, folded)), frozenset(map(str, known)))
        if isinstance(boards, Mapping):
            self.boards.keep(boards)
        if state.get("unfolded") is True:
            self.pane.evidence.turn_equal(always=True)
        self.side.tabs.choose(kept_tab(state))

    def showEvent(self, event: QShowEvent) -> None:
        """Look for findings now that somebody looks."""
        super().showEvent(event)
        if self.reading.loaded is None:
            self.pages.show_looking()
        self.reading.watch(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the rules alone while nobody looks."""
        super().hideEvent(event)
        self.reading.leave(self)

    # -- what is shown

    @property
    def board(self) -> Board | None:
        """The board that is in sight; None where findings or marks are."""
        return self.boards.current if self.reading.loaded is not None else None

    @property
    def _main(self) -> QWidget:
        if self.board is not None:
            return self.board.main
        return self.marks.table if self.side.tab == MARKS else self.side.view

    def clear_filters(self) -> None:
        """Show all findings, low confidence as it is chosen."""
        self.side.bar.take(FindingFilter())
        self.focus_main()

    def go_to_proposals(self) -> None:
        """Go where agreed marks become a proposal."""
        self.session.go_to("proposals")

    def export_csv(self) -> None:
        """Write the findings that are shown to a file."""
        if self.reading.loaded is not None:
            export_findings(self, self.findings.shown, self.reading.loaded)

    def take(self, loaded: Loaded) -> None:
        """Show what was found."""
        self.reading.take(loaded)

    def _on_found(self) -> None:
        self.findings.take()
        self._show_opinions()
        self._show_tab()
        self.actions_.rounds.enable()
        self.boards.prepare()

    def _on_marked(self) -> None:
        self.findings.opinions_changed()
        self._show_opinions()
        self._show_tab()
        self.inspecting.soon()
        self.actions_.rounds.enable()

    def _on_filter(self) -> None:
        self.findings.fill()
        if self.side.tab != FINDINGS:
            self._show_opinions()
            self._show_tab()

    def _on_told(self) -> None:
        self._show_counts()
        self.told.emit()

    def _show_opinions(self) -> None:
        """Show the marks on what the filters let through, in the table and as counts."""
        loaded, scope = self.reading.loaded, self.reading.scope(self.findings.filter)
        if loaded is None or scope is None:
            return
        self._show_counts()
        passing = {full.procedure.id for full in scope.procedures}
        marks = [
            mark
            for mark in self.reading.book.every
            if mark.step_id not in loaded.procedure_of
            or loaded.procedure_of[mark.step_id].procedure.id in passing
        ]
        self._summary.show_marks(marks, self.session.who)
        self.marks.show_marks(marks, loaded)

    def _show_counts(self) -> None:
        self.side.show_counts(len(self.findings.shown), len(self.reading.book.every))

    def _show_tab(self) -> None:
        tab = self.side.tab
        if tab == FINDINGS or self.reading.loaded is None:
            self._centre.setCurrentWidget(self.pages)
            self.findings.show_page()
        elif tab == MARKS:
            self._centre.setCurrentWidget(self.marks)
        else:
            self.boards.show(self.reading.scope(self.findings.filter))
        self.told.emit()

    def _on_tab(self, tab: int) -> None:
        if tab == FINDINGS and self.findings.desk.finding is None:
            self.findings.fill()
        self._show_tab()
        self.inspecting.soon()
        focus = QApplication.focusWidget()
        if focus is None or not self.side.tabs.isAncestorOf(focus):  # keys go on among the tabs
            self.focus_main()

    def _on_board(self, board: Board) -> None:
        self.addActions(list(board.board_actions))
        self.acts_changed.emit()

    def _want_marks(self, wanted: object) -> None:
        if isinstance(wanted, Wanted):
            self.marks.want(wanted)
            self.inspecting.soon()
            self.told.emit()

    # -- links

    def _open_link(self, link: str) -> None:
        if self.reading.loaded is not None:
            open_link(link, self.reading.loaded, self.inspecting.inspector, self.session)

    def _open_finding(self, key: str) -> None:
        """Show a finding, or the list of them where the key is empty."""
        if key:
            self.go_to(None, key)
        else:
            self.side.tabs.choose(FINDINGS)
            self.focus_main()

    def _open_procedure(self) -> None:
        desk = self.findings.desk
        finding: Finding | None = desk.finding
        if finding is not None:
            self.session.go_to("catalogue", finding.procedure, desk.step.id if desk.step else None)

    def _open_mark(self, row: object) -> None:
        if isinstance(row, MarkRow):
            self.session.go_to("catalogue", row.full.procedure.id, row.step.id)
