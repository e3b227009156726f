"""The catalogue workspace: procedures at the left, their steps, and what stands behind a step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.analysis.case import BASE, WORST, Case, tick
from customs_app.domain.procedure import DocumentUse, Step
from customs_app.domain.review import Finding
from customs_app.language.words import N_
from customs_app.ui.catalogue.actions import Actions
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.catalogue.rows import Grouping, StepRow, filtered, grouped, step_rows
from customs_app.ui.catalogue.steps_pane import StepsPane
from customs_app.ui.catalogue.tree_view import TreePane
from customs_app.ui.session import Session
from customs_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from customs_app.catalogue.results import Changes
    from customs_app.ui.catalogue.diagram import Diagram
    from customs_app.ui.catalogue.inspector import Inspector
    from customs_app.ui.meeting.lists import MeetingList

_REFERENCE_TABLES = frozenset(
    {"agency", "activity", "country", "document", "exchange_rate", "location", "source", "standard"}
)


class CatalogueWorkspace(Workspace):
    """Reads, filters, edits and marks the steps of one procedure at a time."""

    key = "catalogue"
    icon = "library"
    title = N_("Catalogue")
    menu = "catalogue"
    right_width = 308

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.opened: OpenProcedure | None = None
        self._case: Case = BASE
        self._rows: tuple[StepRow, ...] = ()
        self.tree = TreePane(session)
        self._side: Inspector | None = None
        self._diagram: Diagram | None = None
        # The table is painted before totals and inspector are filled, each in a turn of the loop of its own,
        # and whoever runs through procedures and steps waits for none.
        self._inspect = QTimer(self, singleShot=True, interval=0)
        self._inspect.timeout.connect(self._inspect_now)
        self.actions_ = Actions(self)
        acts = self.actions_
        self.pane = StepsPane(
            session, self, add=acts.add, diagram=acts.diagram, clear=acts.clear_filters, ways_on=acts.ways_on
        )
        self.pane.table.menu_actions = acts.of_steps
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        self._connect()
        self._fill_tree()
        # Asked for last, so that a state that is restored first is not overridden.
        QTimer.singleShot(0, self, self._open_first)

    @property
    def side(self) -> Inspector:
        """The inspector; it is built when it is first asked for, which is after the first painting."""
        if self._side is None:
            from customs_app.ui.catalogue.inspector import Inspector  # noqa: PLC0415 - not at start

            self._side = Inspector(self.session)
            self._connect_side(self._side)
            self._show_in_side(self._side)
        while self._inspect.isActive():
            self._inspect_now()
        return self._side

    def _connect(self) -> None:
        pane, acts = self.pane, self.actions_
        self.tree.chosen.connect(self.open_procedure)
        self.tree.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.tree.tree.addAction(acts.compare_with)
        pane.table.step_changed.connect(self._on_step)
        pane.model.edited.connect(acts.edit_values)
        pane.model.refused.connect(lambda message: self.session.tell(message, bad=True))
        pane.title.sources_asked.connect(self.show_sources)
        pane.bar.changed.connect(self.show_steps)
        pane.bar.condition_ticked.connect(self._tick)
        pane.bar.columns.clicked.connect(self._choose_columns)
        pane.totals.case_chosen.connect(self._choose_case)
        pane.totals.step_chosen.connect(self.show_step)
        pane.totals.path_asked.connect(self._show_path)
        self.session.who_changed.connect(self._on_who)

    def _connect_side(self, side: Inspector) -> None:
        acts = self.actions_
        side.documents.view.menu_actions = acts.of_document
        side.step_chosen.connect(self.show_step)
        side.left_page.connect(self.focus_main)
        side.edit_asked.connect(acts.open_editor)
        side.saved.connect(acts.save_editor)
        side.recorded.connect(acts.record_mark)
        side.marks.mark_asked.connect(acts.open_marking)
        side.marks.remove_asked.connect(acts.remove_mark)
        side.marks.confirm_asked.connect(acts.confirm_mark)
        side.documents.mark_asked.connect(acts.open_marking)
        side.documents.add_asked.connect(acts.add_document)
        side.findings.opened.connect(self._open_finding)
        side.place_asked.connect(self._open_place)

    def _show_in_side(self, side: Inspector) -> None:
        if self.opened is None:
            side.show_nothing()
        elif self.step is None:
            side.show_procedure(self.opened)
        else:
            side.show_step(self.opened, self.step)

    # -- what the frame asks

    def left(self) -> QWidget:
        """The tree with the legend."""
        return self.tree

    def inspector(self) -> Inspector:
        """The inspector; the totals wait for the first painting too."""
        self.pane.fill_totals()
        return self.side

    def dock_titles(self) -> tuple[str, str]:
        """The right one names the step."""
        text, step = self.words.text, self.step
        if step is not None and (self._side is None or self._side.step is not None):
            return text(self.title), text("Inspector — step {n}", n=str(step.seq))
        return text(self.title), text("Inspector")

    def dock_actions(self) -> tuple[Sequence[QAction], Sequence[QAction]]:
        """A new procedure on the left."""
        return (self.actions_.new_procedure,), ()

    def status_text(self) -> str:
        """Which step of how many."""
        if self.opened is None:
            return ""
        n, shown = len(self.opened.full.steps), len(self.pane.model.shown_rows())
        if shown < n:
            return self.words.text("{shown} of {n} steps shown", shown=shown, n=n)
        if self.step is None:
            return self.words.count("{n} step", "{n} steps", n)
        return self.words.text("Step {number} of {n}", number=str(self.step.seq), n=n)

    def keys_text(self) -> str:
        """Keys of the table, or of the diagram."""
        if self.diagram is not None:
            return self.diagram.keys_text()
        return self.words.text("Enter edit · M mark · L next unknown · Alt+↑ ↓ move · / filter")

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of the table, or of the diagram, that are no actions."""
        if self.diagram is not None:
            return self.diagram.page.keys()
        text = self.words.text
        return (
            ("↑ ↓", text("Step before, step after")),
            ("← →", text("Fold and unfold the group")),
            ("Ctrl+← →", text("Cell before, cell after")),
            ("Enter, F2", text("Edit the cell in place")),
            ("1 – 8", text("Verdict, when marking")),
        )

    def meeting_lists(self) -> Sequence[MeetingList]:
        """All steps of the open procedure."""
        from customs_app.ui.meeting.lists import procedure_list  # noqa: PLC0415 - not at start

        if self.opened is None:
            return ()
        step = self.step.id if self.step is not None else None
        return (procedure_list(self.opened.full, self.opened.reference, step, self.words),)

    def refresh(self, changes: Changes | None) -> None:
        """Show what has changed."""
        if changes is None or changes.tables & {"procedure", "step", "country"}:
            self._fill_tree()
        opened = self.opened
        if opened is None:
            self._open_first()
            return
        own = opened.full.procedure.id
        if changes is None or own in changes.procedures or changes.tables & _REFERENCE_TABLES:
            self._read(own)

    def go_to(self, procedure_id: str | None, step_id: str | None) -> None:
        """Show a procedure and a step of it."""
        if procedure_id is not None:
            self.open_procedure(procedure_id)
        if step_id is not None:
            self.show_step(step_id)

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.leave_diagram()
        self.pane.bar.text.setFocus()
        self.pane.bar.text.selectAll()

    def focus_main(self) -> None:
        """Put the focus on the table, or on the diagram."""
        (self.diagram.page.main if self.diagram is not None else self.pane.table).setFocus()

    def panes(self) -> Sequence[QWidget]:
        """The table; the docks are the frame's."""
        return (self.pane,)

    def commit_edits(self) -> None:
        """Write the cell that is edited; a form that is not saved, or a mark not recorded, is kept."""
        super().commit_edits()
        if self._side is not None:
            self._side.keep_drafts()

    def save_state(self) -> Mapping[str, object]:
        """What is open and chosen."""
        return {
            "procedure": self.opened.full.procedure.id if self.opened else None,
            "step": self.step.id if self.step else None,
            "grouping": str(self.pane.bar.grouping),
            "legend_folded": self.tree.legend.folded,
            "diagram": self.diagram.kind if self.diagram is not None else None,
            "totals_height": self.pane.totals_height,
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Open and choose it again."""
        grouping = state.get("grouping")
        if grouping in set(Grouping):
            self.pane.bar.grouping = Grouping(str(grouping))
        self.tree.legend.set_folded(state.get("legend_folded") is True)
        kind = state.get("diagram")
        if isinstance(kind, str):  # the first painting waits for no picture
            QTimer.singleShot(0, self, lambda: self._show_diagram(kind))
        procedure, step = state.get("procedure"), state.get("step")
        if isinstance(procedure, str) and self.tree.model.index_of(procedure).isValid():
            self.open_procedure(procedure)
            if isinstance(step, str):
                self.show_step(step)
        self._open_first()  # where nothing was open, so that the first painting has steps in it
        self.pane.keep_room(state.get("totals_height"))

    # -- the diagram in place of the table

    @property
    def diagram(self) -> Diagram | None:
        """The diagram, while it is in sight."""
        return self._diagram if self.actions_.diagram.isChecked() else None

    def turn_diagram(self) -> None:
        """Show the diagram in place of the table, or the table again."""
        if self.actions_.diagram.isChecked():
            self._show_diagram()
        else:
            self.leave_diagram()

    def leave_diagram(self) -> None:
        """Show the table again."""
        self.actions_.diagram.setChecked(False)
        if self._diagram is not None:
            focused = self._diagram.page.main.hasFocus()
            self.pane.show_instead(None, None)
            self.show_steps()
            if focused:
                self.focus_main()

    def _show_diagram(self, kind: str = "") -> None:
        if self._diagram is None:
            from customs_app.ui.catalogue.diagram import Diagram  # noqa: PLC0415 - not at start

            self._diagram = Diagram(self)
            self.acts_changed.emit()
        self.actions_.diagram.setChecked(True)
        self._diagram.take_kind(kind)
        self.pane.show_instead(self._diagram.page, self._diagram.tools)
        self.show_steps()
        if self.opened is not None:
            self._diagram.show_opened(self.opened, self.step)
        self.focus_main()

    # -- what is open

    @property
    def step(self) -> Step | None:
        """The step that is current in the table."""
        row = self.pane.table.row
        return row.step if row is not None else None

    def open_procedure(self, procedure_id: str) -> None:
        """Show a procedure, its first step chosen."""
        if self.opened is not None and self.opened.full.procedure.id == procedure_id:
            return
        self._case = BASE
        self.pane.table.mark_path(frozenset())
        self._read(procedure_id)
        self.tree.show_chosen(procedure_id)
        first = self.pane.table.first_step
        if first is not None:
            self.show_step(first)
        elif self._side is not None:
            self._show_in_side(self._side)
        self.told.emit()

    def show_step(self, step_id: str) -> None:
        """Choose a step; filters that hide it are taken back."""
        if self.pane.table.show_step(step_id):
            return
        if self.opened is not None and any(step.id == step_id for step in self.opened.full.steps):
            self.pane.bar.clear()
            self.pane.table.show_step(step_id)

    def show_sources(self) -> None:
        """List the sources of the procedure in the inspector."""
        if self.opened is not None:
            self.side.show_procedure(self.opened)
            self.told.emit()

    def show_steps(self) -> None:
        """Fill the table with what grouping and filters ask for; the chosen step stays chosen."""
        opened = self.opened
        if opened is None:
            return
        bar, before = self.pane.bar, self.step
        shown = filtered(self._rows, opened, bar.filter, self.session.who, self.words)
        kept = self.pane.model.show_groups(grouped(shown, bar.grouping, self.words), self.words)
        self.pane.show_table(steps=len(self._rows), shown=len(shown))
        if not kept and before is not None and not self.pane.table.show_step(before.id) and shown:
            self.pane.table.show_step(self.pane.table.first_step or shown[0].step.id)
        self.told.emit()

    def _on_who(self) -> None:
        """Somebody else may see other marks."""
        if self.opened is not None:
            self._read(self.opened.full.procedure.id)

    def clear_filters(self) -> None:
        """Show all steps."""
        self.pane.bar.clear()

    def _open_first(self) -> None:
        if self.opened is not None:
            return
        first = self.tree.model.first_procedure()
        if first is not None:
            self.open_procedure(first)
        else:
            self._show_none()

    def _fill_tree(self) -> None:
        catalogue = self.session.catalogue
        self.tree.fill(catalogue.procedures(), catalogue.reference().countries, self.words)
        if self.opened is not None:
            self.tree.show_chosen(self.opened.full.procedure.id)

    def _read(self, procedure_id: str) -> None:
        catalogue = self.session.catalogue
        try:
            full = catalogue.full_procedure(procedure_id)
        except KeyError:
            self.opened = None
            self._open_first()
            return
        seen = self.session.seen_marks([procedure_id])
        self._show(OpenProcedure(full, catalogue.reference(), seen.marks, self._case, seen.hidden))

    def _show(self, opened: OpenProcedure) -> None:
        was = self.step
        self.opened = opened
        self._rows = step_rows(opened, self.words)
        pane = self.pane
        pane.show_page(has_procedure=True, catalogue_empty=False)
        pane.table.delegate.opened = opened
        pane.model.editable = not self.session.catalogue.read_only
        pane.title.show_procedure(opened)
        pane.bar.show_conditions(opened)
        pane.show_totals(opened)
        self._inspect.start()
        if pane.table.path:
            pane.table.mark_path(frozenset(opened.totals.path))
        self.show_steps()
        if self.diagram is not None:
            self.diagram.show_opened(opened, self.step)
        now = self.step
        if now is not None and was is not None and now.id == was.id:
            self._on_step(pane.table.row)
        self.actions_.enable()

    def _show_none(self) -> None:
        self.opened = None
        self._rows = ()
        self.pane.model.show_groups((), self.words)
        self.pane.show_page(has_procedure=False, catalogue_empty=self.tree.model.first_procedure() is None)
        if self._side is not None:
            self._show_in_side(self._side)
        self.actions_.enable()
        self.told.emit()

    # -- what is chosen

    def _on_step(self, row: StepRow | None) -> None:
        if row is None or self.opened is None:
            return
        self._inspect.start()
        self.pane.table.mark_companions(self.opened.companions(row.step.id))
        if self.diagram is not None:
            self.diagram.select(row.step.id)
        self.session.select(row.step)
        self.actions_.enable()
        self.told.emit()

    def _inspect_now(self) -> None:
        self._inspect.stop()
        if self._side is None:  # nothing has been painted yet
            return
        if self.pane.fill_totals():
            self._inspect.start()
            return
        self._show_in_side(self._side)
        self.told.emit()

    def _choose_case(self, kind: str) -> None:
        if kind == "own" and not self._case.ticked:
            if self.opened is not None:
                self.pane.totals.show_totals(self.opened)
            self.pane.bar.conditions.showMenu()
            return
        self._take_case({"base": BASE, "worst": WORST}.get(kind, self._case))

    def _tick(self, step_ids: tuple[str, ...]) -> None:
        if self.opened is None:
            return
        full, case = self.opened.full, self._case if self._case.kind is BASE.kind else BASE
        on = not all(step_id in self.opened.in_case for step_id in step_ids)
        for step_id in step_ids:
            if (step_id in case.ticked) is not on:
                case = tick(full, case, step_id)
        self._take_case(case)

    def _take_case(self, case: Case) -> None:
        self._case = case
        if self.opened is not None:
            opened = self.opened
            self._show(OpenProcedure(opened.full, opened.reference, opened.marks, case, opened.hidden))
            self.pane.fill_totals()  # they are what was asked for

    def _show_path(self) -> None:
        if self.opened is None:
            return
        path = frozenset(self.opened.totals.path)
        self.pane.table.mark_path(frozenset() if self.pane.table.path == path else path)

    def _choose_columns(self) -> None:
        button = self.pane.bar.columns
        self.pane.table.columns_menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _open_finding(self, finding: object) -> None:
        if isinstance(finding, Finding) and self.opened is not None:
            step = self.step.id if self.step else None
            self.session.go_to("review", finding.procedure, step)

    def _open_place(self, place: tuple[str, str | None]) -> None:
        self.go_to(*place)
        self.focus_main()

    def current_document(self) -> DocumentUse | None:
        """The document that has the focus in the inspector."""
        if self._side is None or not self._side.documents.view.hasFocus():
            return None
        return self._side.documents.current
