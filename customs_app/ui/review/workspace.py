"""The review workspace: findings at the left, their evidence, and the verdict about them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.catalogue.commands.marks import ConfirmMark, RemoveMark
from customs_app.catalogue.results import Changes
from customs_app.domain.codes import Confidence
from customs_app.domain.review import Finding, Mark
from customs_app.domain.text import Message
from customs_app.language.words import N_
from customs_app.ui.filtering import MarkFilter
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.actions import Actions
from customs_app.ui.review.csv_export import export_findings
from customs_app.ui.review.desk import Desk
from customs_app.ui.review.filters import FindingFilter, grouped, passing
from customs_app.ui.review.finding_pane import FindingPane
from customs_app.ui.review.inspector import Inspector
from customs_app.ui.review.left_pane import FINDINGS, MARKS, LeftPane
from customs_app.ui.review.mark_book import MarkBook
from customs_app.ui.review.marks_model import MarkRow
from customs_app.ui.review.marks_page import MarksPage, MarksSummary, Wanted
from customs_app.ui.review.pages import Pages
from customs_app.ui.review.said import found_text, keys, short_keys
from customs_app.ui.review.state import kept_filter, kept_state
from customs_app.ui.review.ways import find_finding, open_link
from customs_app.ui.session import Session
from customs_app.ui.workspace import Workspace


class ReviewWorkspace(Workspace):
    """Works through the findings of the rules, and through the marks made so far."""

    key = "review"
    icon = "list-checks"
    title = N_("Review")
    menu = "review"
    left_width = 324
    right_width = 290

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._loaded: Loaded | None = None
        self._findings: tuple[Finding, ...] = ()
        self._wanted_key: str | None = None
        self._wanted_place: tuple[str | None, str | None] | None = None
        self._after: str | None = None
        self._summary = MarksSummary(session)
        self.side = LeftPane(session, self._summary)
        self.pane = FindingPane(session)
        self.desk = Desk(session, self.pane, self)
        self.marks = MarksPage(session)
        self.inspector_ = Inspector(session)
        self.pages = Pages(session, self.pane, self.marks)
        # The inspector comes a turn of the event loop later: whoever holds ↓ need not wait for it.
        self._inspecting = QTimer(self, interval=0, singleShot=True)
        self._inspecting.timeout.connect(self._inspect)
        self.actions_ = Actions(self)
        self.pages.offer(self.actions_.clear, self.actions_.propose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._connect()

    def _connect(self) -> None:
        side, pane, inspector = self.side, self.pane, self.inspector_
        self.session.findings.found.connect(self._take_known)
        self.session.findings.failed.connect(lambda message: self.pages.show_failed(self.words.say(message)))
        side.filter_changed.connect(self._fill)
        side.tab_changed.connect(self._on_tab)
        side.view.chosen.connect(self._on_finding)
        side.view.entered.connect(self._on_enter)
        pane.evidence.entered.connect(self._on_enter)
        pane.evidence.link_opened.connect(self._open_link)
        pane.title.procedure_asked.connect(self._open_procedure)
        self.desk.turned.connect(self._inspecting.start)
        self.desk.recording.connect(self._before_recording)
        self.desk.recorded.connect(self._on_recorded)
        pane.bar.skipped.connect(self.skip)
        pane.bar.left.connect(self.focus_main)
        self._summary.chosen.connect(self._want_marks)
        self.marks.opened.connect(self._open_mark)
        self.marks.table.chosen.connect(lambda _row: self._inspecting.start())
        inspector.step_asked.connect(lambda place: self.session.go_to("catalogue", *place))
        inspector.change_asked.connect(self._change_mark)
        inspector.remove_asked.connect(lambda mark_id: self.session.run(RemoveMark(mark_id)))
        inspector.confirm_asked.connect(lambda mark_id: self.session.run(ConfirmMark(mark_id)))
        self.session.who_changed.connect(self._fill)

    # -- what the frame asks

    def left(self) -> QWidget:
        """Findings or marks."""
        return self.side

    def inspector(self) -> QWidget:
        """What stands behind the finding."""
        return self.inspector_

    def dock_titles(self) -> tuple[str, str]:
        """Findings of the rules; the inspector of one."""
        text = self.words.text
        left = text("Findings of the rules") if self.side.tab == FINDINGS else text("Marks")
        return left, text("Inspector — finding") if self.desk.finding and self.side.tab == FINDINGS else text(
            "Inspector"
        )

    def dock_actions(self) -> tuple[Sequence[QAction], Sequence[QAction]]:
        """More filters on the left."""
        return (self.actions_.filters,), ()

    def status_text(self) -> str:
        """How many findings, and how many of them are marked."""
        if self._loaded is None:
            return ""
        if self.side.tab == MARKS:
            every = len(self.desk.book.every)
            return self.words.text("{shown} of {n} marks shown", shown=self.marks.shown, n=every)
        return found_text(self._findings, self.desk.book, self.words)

    def keys_text(self) -> str:
        """Keys of the list and the verdicts, or of the table of marks."""
        return short_keys(self.words, of_marks=self.side.tab == MARKS)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions."""
        return keys(self.words)

    def export_targets(self) -> Sequence[QAction]:
        """The findings that are shown."""
        return (self.actions_.export,)

    def refresh(self, changes: Changes | None) -> None:
        """Read marks anew; findings come anew by themselves."""
        if changes is None or self._loaded is None:
            return
        touched = {
            key: [step.id for step in self._loaded.procedures[key].steps]
            for key in changes.procedures
            if key in self._loaded.procedures
        }
        if touched:
            self.desk.book.read_again(self.session.catalogue, touched)
            self._on_marks()

    def go_to(self, procedure_id: str | None, step_id: str | None) -> None:
        """Show the first finding about a procedure and step; `step_id` may be the key of a finding too."""
        self.side.tabs.setCurrentIndex(FINDINGS)
        if self._loaded is None:
            self._wanted_place = procedure_id, step_id
            return
        self._wanted_place = None
        key = find_finding(procedure_id, step_id, self._findings)
        if key is None:
            key = find_finding(procedure_id, step_id, self._loaded.findings)
            if key is not None:
                low = self._loaded.by_key[key].confidence is Confidence.LOW
                self._wanted_key = key
                self.side.set_low(shown=low or self.side.low.isChecked())
                self.side.bar.take(FindingFilter())
        if key is not None:
            self.side.view.show_finding(key)

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.side.tabs.setCurrentIndex(FINDINGS)
        self.side.bar.show_second(shown=True)
        self.actions_.filters.setChecked(True)
        self.side.bar.text.setFocus()
        self.side.bar.text.selectAll()

    def focus_main(self) -> None:
        """Focus the list, by which one moves."""
        (self.side.view if self.side.tab == FINDINGS else self.marks.table).setFocus()

    def focus_evidence(self) -> None:
        """Focus the evidence."""
        self.pane.view.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """The evidence and the verdict."""
        return (self.pane.evidence, self.pane.matrix, self.pane.bar, self.marks)

    def commit_edits(self) -> None:
        """Keep a verdict that is written and not recorded."""
        super().commit_edits()
        self.desk.keep()

    def save_state(self) -> Mapping[str, object]:
        """Filters, the finding and the tab."""
        view = self.side.view
        return kept_state(
            self.side.bar.filter(low=self.side.low.isChecked()),
            finding=self.desk.finding.key if self.desk.finding else self._wanted_key,
            folded=view.folded,
            known=view.known,
            tab=self.side.tab,
            unfolded=self.pane.model.unfolded,
        )

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Filter and choose as it was; what is gone is passed over."""
        finding, tab = state.get("finding"), state.get("tab")
        self._wanted_key = finding if isinstance(finding, str) else None
        wanted = kept_filter(state)
        self.side.set_low(shown=wanted.low)
        self.side.bar.want(wanted)
        folded, known = state.get("folded"), state.get("known")
        if isinstance(folded, list) and isinstance(known, list):
            self.side.view.fold(frozenset(map(str, folded)), frozenset(map(str, known)))
        if state.get("unfolded") is True:
            self.pane.evidence.turn_equal(always=True)
        if tab == MARKS:
            self.side.tabs.setCurrentIndex(MARKS)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for findings now that somebody looks."""
        super().showEvent(event)
        if self._loaded is None:
            self.pages.show_looking()
        self.session.findings.watch(self, at_once=True)
        QTimer.singleShot(0, self, self._take_known)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the rules alone while nobody looks."""
        super().hideEvent(event)
        self.session.findings.leave(self)

    # -- what is shown

    def clear_filters(self) -> None:
        """Show all findings, low confidence as it is chosen."""
        self.side.bar.take(FindingFilter())
        self.focus_main()

    def go_to_proposals(self) -> None:
        """Go where agreed marks become a proposal."""
        self.session.go_to("proposals")

    def export_csv(self) -> None:
        """Write the findings that are shown to a file."""
        if self._loaded is not None:
            export_findings(self, self._findings, self._loaded)

    def _take_known(self) -> None:
        """Take what was found, maybe for another view; while nobody looks here it can wait."""
        known = self.session.findings.known
        if known is not None and known is not self._loaded and self.isVisible():
            self._take(known)

    def _take(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self.desk.book = MarkBook(self.session.catalogue.marks())
        self.side.bar.offer(loaded)
        self.side.show_low_count(sum(one.confidence is Confidence.LOW for one in loaded.findings))
        self._fill()
        if self._wanted_place is not None:
            self.go_to(*self._wanted_place)

    def _fill(self) -> None:
        """Fill the list with what the filters let through; the finding that was chosen stays chosen."""
        loaded = self._loaded
        if loaded is None:
            return
        wanted = self.side.bar.filter(low=self.side.low.isChecked())
        before = self._wanted_key or (self.desk.finding.key if self.desk.finding else None)
        self._findings = passing(loaded, self.desk.book, wanted, self.session.who, self.words)
        groups = grouped(self._findings, self.words)
        self._findings = tuple(one for group in groups for one in group.findings)
        self.side.model.show_groups(groups, self.desk.book)
        self.actions_.filters.setChecked(self.side.bar.second_shown)
        self.side.show_counts(len(self._findings), len(self.desk.book.every))
        self._summary.show_marks(self.desk.book.every, self.session.who)
        self.marks.show_marks(self.desk.book.every, loaded)
        self._wanted_key = None
        if not (before and self.side.view.show_finding(before)):
            first = next((one.key for group in groups if not group.apart for one in group.findings), None)
            key = first or next(iter(self.side.model.keys), None)
            if key is None:
                self._show_none(wanted)
            else:
                self.side.view.show_finding(key)
        self._show_page()
        self.told.emit()

    def _on_marks(self) -> None:
        """Show the marks anew; where they are filtered by, the list too."""
        loaded = self._loaded
        if loaded is None:
            return
        if self.side.bar.filter(low=False).marks is not MarkFilter.ALL:
            self._fill()
        else:
            self.side.model.marks_changed(self.desk.book)
            self.side.show_counts(len(self._findings), len(self.desk.book.every))
            self._summary.show_marks(self.desk.book.every, self.session.who)
            self.marks.show_marks(self.desk.book.every, loaded)
        self._inspecting.start()
        self.told.emit()

    def _show_none(self, wanted: FindingFilter) -> None:
        """Nothing is left: because the filters leave nothing, or because all of it is marked."""
        self.desk.clear()
        self._inspecting.start()
        loaded = self._loaded
        if loaded is None or wanted.marks is not MarkFilter.UNMARKED:
            return
        every = passing(loaded, self.desk.book, wanted.without_marks(), self.session.who, self.words)
        if every:
            marks = {mark.id: mark for one in every for mark in self.desk.book.of_finding(one)}
            self.pages.show_decided(len(every), marks.values())

    def _show_page(self) -> None:
        if self.side.tab == MARKS:
            self.pages.show_marks()
        elif self._loaded is None:
            self.pages.show_looking()
        elif self.desk.finding is not None:
            self.pages.show_finding()
        elif not self.pages.shows_decided:
            self.pages.show_none()

    def _on_tab(self, tab: int) -> None:
        self._show_page()
        if tab == FINDINGS and self.desk.finding is None:
            self._fill()
        self._inspecting.start()
        self.told.emit()

    def _want_marks(self, wanted: object) -> None:
        if isinstance(wanted, Wanted):
            self.marks.want(wanted)
            self._inspecting.start()
            self.told.emit()

    # -- one finding

    def _on_finding(self, finding: Finding) -> None:
        if self._loaded is None:
            return
        self.desk.put(finding, self._loaded)
        self._show_page()
        self.session.select(finding)
        self.told.emit()

    def _inspect(self) -> None:
        """Show in the inspector what stands behind the finding, or behind the mark that is current."""
        loaded, row, finding = self._loaded, self.marks.table.row, self.desk.finding
        if loaded is None:
            return
        if self.side.tab == MARKS and row is not None:
            self.inspector_.show_step(row.full, row.step, loaded, self.desk.book)
        elif self.side.tab == FINDINGS and finding is not None:
            self.inspector_.show_finding(finding, self.desk.step, loaded, self.desk.book)
        else:
            self.inspector_.show_nothing()

    def _change_mark(self, mark: Mark) -> None:
        """Go on with one's own mark: here where a finding led to it, else in the catalogue."""
        loaded = self._loaded
        if loaded is None:
            return
        if self.side.tab == MARKS and mark.finding in loaded.by_key:
            self.go_to(None, mark.finding)
        if self.side.tab == MARKS or not self.desk.change(mark):
            self.session.go_to("catalogue", loaded.procedure_of[mark.step_id].procedure.id, mark.step_id)

    # -- going on

    def skip(self) -> None:
        """Go on to the next finding without a verdict."""
        if self.desk.finding is not None:
            self._go_on(self.side.view.key_after(self.desk.finding.key))

    def _on_enter(self) -> None:
        """Record what is decided; where something is lacking, go there."""
        bar = self.pane.bar
        if bar.record_button.isEnabled():
            bar.record()
        elif bar.decision.verdict is not None:
            bar.reason.setFocus()
        else:
            self.focus_evidence()

    def _before_recording(self) -> None:
        """Where only unmarked findings are shown this one goes, and the next takes its place."""
        if self.desk.finding is not None:
            self._wanted_key = self._after = self.side.view.key_after(self.desk.finding.key)

    def _on_recorded(self, done: bool) -> None:
        self._wanted_key = None
        if done:
            self._go_on(self._after)

    def _go_on(self, key: str | None) -> None:
        self.focus_main()
        if key is not None:
            self.side.view.show_finding(key)
        elif self._findings:
            self.session.tell(Message(N_("That was the last finding of the list")))
            self.desk.show_again()

    # -- links

    def _open_link(self, link: str) -> None:
        if self._loaded is not None:
            open_link(link, self._loaded, self.inspector_, self.session)

    def _open_procedure(self) -> None:
        finding, step = self.desk.finding, self.desk.step
        if finding is not None:
            self.session.go_to("catalogue", finding.procedure, step.id if step else None)

    def _open_mark(self, row: object) -> None:
        if isinstance(row, MarkRow):
            self.session.go_to("catalogue", row.full.procedure.id, row.step.id)
