"""The compare workspace: countries side by side on one list of activities."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from customs_app.analysis.differences import Difference
from customs_app.catalogue.results import Changes
from customs_app.domain.codes import Stage
from customs_app.domain.errors import CatalogueError
from customs_app.domain.procedure import Step
from customs_app.language.words import N_
from customs_app.ui.compare.actions import Actions
from customs_app.ui.compare.asking import Asking
from customs_app.ui.compare.colouring import Colouring
from customs_app.ui.compare.countries_popup import CountriesPopup
from customs_app.ui.compare.dock import CompareDock
from customs_app.ui.compare.explained import explain_current
from customs_app.ui.compare.figure import Figure
from customs_app.ui.compare.lines import ActivityLine, Line, StageLine
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.page import ComparePage
from customs_app.ui.compare.procedure_menu import procedure_menu
from customs_app.ui.compare.shown import Shown
from customs_app.ui.compare.state import View, choices_of, kept_state, question_of, view_of
from customs_app.ui.compare.taken_out import copy_sentences
from customs_app.ui.compare.totals_rows import Total
from customs_app.ui.session import Session
from customs_app.ui.workspace import Workspace


class CompareWorkspace(Workspace):
    """Shows the newest answer; the one before stays in sight until then."""

    key = "compare"
    icon = "table-2"
    title = N_("Compare")
    menu = "view"
    right_width = 272

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._view = View()
        self._shown: Shown | None = None
        self._wanted_step: str | None = None
        self._wanted_cell: tuple[str, str] | None = None
        self.asking = Asking(session, self)
        self.page = ComparePage(session)
        self.board, self.bar = self.page.board, self.page.bar
        self.side: CompareDock | None = None
        self.actions_ = Actions(self)
        acts = self.actions_
        self.bar.add_actions(acts.rates, acts.differences, acts.fold_all, acts.unfold_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self._connect()
        acts.enable(compared=False)
        self.bar.show_colouring(self._view.colouring)
        self.bar.show_figure(self._view.figure)

    def _connect(self) -> None:
        bar, board, asking = self.bar, self.board, self.asking
        asking.answered.connect(self._on_answered)
        asking.failed.connect(self._on_failed)
        bar.regime.chosen.connect(asking.regime)
        bar.mode.chosen.connect(asking.mode)
        bar.case.chosen.connect(asking.case)
        bar.currency.chosen.connect(self._choose_currency)
        bar.colouring.chosen.connect(self._choose_colouring)
        bar.figure.chosen.connect(self._choose_figure)
        bar.countries_asked.connect(self.choose_countries)
        self.page.few.chosen.connect(asking.offer)
        board.moved.connect(self._on_moved)
        board.opened.connect(self._on_opened)
        board.head_asked.connect(self._choose_procedure)
        board.procedure_asked.connect(self.choose_here)
        board.menu_asked.connect(self._show_menu)
        self.session.who_changed.connect(lambda: self.refresh(None))  # who may see other marks

    @property
    def answer(self) -> Answer | None:
        """The newest answer; None until the first is there."""
        return self.asking.answer

    # -- what the frame asks

    def inspector(self) -> QWidget:
        """The sentences, and the current cell."""
        if self.side is None:
            self.side = CompareDock(self.session)
            self.side.sentences.chosen.connect(self._go_to_difference)
            self.side.cell.step_chosen.connect(self._open_step)
            self._fill_side()
        return self.side

    def dock_titles(self) -> tuple[str, str]:
        """The right one says how many sentences there are."""
        text = self.words.text
        if self._shown is None:
            return text(self.title), text("Differences as sentences")
        return text(self.title), text("Differences as sentences · {n}", n=len(self._shown.sentences))

    def dock_actions(self) -> tuple[Sequence[QAction], Sequence[QAction]]:
        """The sentences can be copied."""
        return (), (self.actions_.copy_sentences,)

    def status_text(self) -> str:
        """How many countries, activities and differing activities there are."""
        shown, count = self._shown, self.words.count
        if shown is None:
            return ""
        return " · ".join(
            (
                count("{n} country", "{n} countries", len(shown.comparison.countries)),
                count("{n} activity", "{n} activities", len(shown.comparison.rows)),
                self.words.text("{n} differ", n=shown.every.differing),
            )
        )

    def keys_text(self) -> str:
        """Keys of the matrix."""
        return self.words.text(
            "← → country · + − fold · D differences · F time or cost · Enter open in catalogue"
        )

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of the matrix that are no actions."""
        text = self.words.text
        return (
            ("← → ↑ ↓", text("From cell to cell, and on into the totals")),
            ("Enter", text("Open the step in the catalogue")),
            ("Alt+↓", text("Choose the country’s procedure")),
            ("Ctrl+C", text("Copy cells with headers")),
        )

    def refresh(self, changes: Changes | None) -> None:
        """Compare anew where something shown has changed."""
        if self.asking.forget(changes) and self.isVisible():
            self.asking.ask()

    def go_to(self, procedure_id: str | None, step_id: str | None) -> None:
        """Compare countries on the question that a procedure answers, and show the row of a step of it."""
        rows = self.session.catalogue.procedures()
        found = next((row.procedure for row in rows if row.procedure.id == procedure_id), None)
        if found is not None:
            self._wanted_step = step_id
            self.asking.about(found)

    def focus_filter(self) -> None:
        """The filter of this view is the list of countries."""
        self.choose_countries()

    def focus_main(self) -> None:
        """Put the focus on the matrix."""
        self.board.matrix.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Matrix, totals and bar."""
        return (self.board.matrix, self.board.totals, self.bar)

    def save_state(self) -> Mapping[str, object]:
        """What is compared, how it is shown, and which cell is current."""
        cell = self.board.cell or self._wanted_cell
        return {
            **kept_state(self.asking.question, self._view, self.asking.choices),
            "cell": list(cell) if cell else None,
            "widths": dict(self.board.own_widths),
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Compare it again."""
        choices = choices_of(state)
        self._view = view_of(state)
        self.asking.begin(question_of(state, choices), choices, self._view.currency)
        cell, widths = state.get("cell"), state.get("widths")
        if isinstance(cell, list | tuple) and len(cell) == 2:
            self._wanted_cell = (str(cell[0]), str(cell[1]))
        if isinstance(widths, dict):
            known = {str(key): width for key, width in widths.items() if isinstance(width, int)}
            self.board.take_widths(known)
        self._show_view()
        if self.isVisible():
            self.asking.ask()

    def export_targets(self) -> Sequence[QAction]:
        """The comparison as a workbook and as a paper."""
        return self.actions_.exports

    def showEvent(self, event: QShowEvent) -> None:
        """Compare when the view is shown and something has changed since."""
        super().showEvent(event)
        if self.asking.stale:
            self.asking.ask()

    # -- what is compared

    def choose_countries(self) -> None:
        """Open the list of countries below its button."""
        if self.answer is not None:
            popup = CountriesPopup(self.session, self.answer, self.bar)
            popup.changed.connect(self.asking.without)
            popup.show_below(self.bar.countries)

    def choose_here(self) -> None:
        """Open the procedures of the current cell's country."""
        self._choose_procedure(self.board.matrix.currentIndex().column())

    def _choose_procedure(self, column: int) -> None:
        iso2 = self.board.model.country(column)
        if self.answer is None or not iso2:
            return
        asking = self.asking
        menu = procedure_menu(
            self.session,
            self.answer,
            iso2,
            self,
            choose=lambda one: asking.procedure(iso2, one),
            leave_out=lambda: asking.without(asking.question.without | {iso2}),
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.board.below_head(column))

    # -- showing

    def _on_answered(self, answer: Answer) -> None:
        first = self._shown is None
        self._shown = answer.shown
        self.page.show_answer(answer)
        self.actions_.enable(compared=answer.shown is not None)
        if answer.shown is not None:
            self._show_view(anew=True)
            if first or self.board.cell is None:
                self._choose_first()
            self._go_to_wanted()
        self._fill_side()
        self.told.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CatalogueError):
            raise error
        self.session.fail(error)

    def _lines(self, shown: Shown) -> Sequence[Line]:
        view = self._view
        only = view.only_differences
        return shown.every.shown(view.folded, only_differences=only, figure=view.figure)

    def _show_view(self, *, anew: bool = False) -> None:
        """Show the answer as folding, filter, colouring and currency ask; `anew` the totals too."""
        view = self._view
        self.actions_.differences.setChecked(view.only_differences)
        self.bar.show_colouring(view.colouring)
        self.bar.show_figure(view.figure)
        self.page.legend.show_meaning(view.colouring, view.figure)
        self.board.show_figure(view.figure)
        self.board.delegate.colouring = view.colouring
        if self._shown is None or self.answer is None:
            return
        if anew:
            self._shown = self._shown.in_currency(view.currency)
            self.bar.show_currency(self.answer, view.currency)
            self.page.show_alike(self._shown)
            self.board.show_comparison(self._shown, self._lines(self._shown))
        else:
            self.board.show_lines(self._shown, self._lines(self._shown))

    def _change_view(self, view: View) -> None:
        if view != self._view:
            anew = view.currency != self._view.currency
            self._view = view
            self.asking.currency = view.currency
            self._show_view(anew=anew)
            self._on_moved()

    def show_only_differences(self, *, on: bool) -> None:
        """Hide the activities in which no country differs, or show them again."""
        self._change_view(replace(self._view, only_differences=on))

    def next_colouring(self) -> None:
        """Go on to the next colouring."""
        every = list(Colouring)
        at = every.index(self._view.colouring)
        self._choose_colouring(every[(at + 1) % len(every)])

    def _choose_colouring(self, colouring: Colouring) -> None:
        self._change_view(replace(self._view, colouring=colouring))

    def next_figure(self) -> None:
        """Show the other figure in the cells."""
        every = list(Figure)
        at = every.index(self._view.figure)
        self._choose_figure(every[(at + 1) % len(every)])

    def _choose_figure(self, figure: Figure) -> None:
        self._change_view(replace(self._view, figure=figure))

    def _choose_currency(self, currency: str) -> None:
        self._change_view(replace(self._view, currency=currency))

    # -- folding

    def fold(self, *, folded: bool) -> None:
        """Fold or unfold the stage of the current line; a folded one becomes current itself."""
        line = self.board.line
        if line is not None:
            stages = self._view.folded | {line.stage} if folded else self._view.folded - {line.stage}
            self._fold_to(stages)

    def fold_all(self) -> None:
        """Fold all stages."""
        self._fold_to(frozenset(Stage))

    def unfold_all(self) -> None:
        """Unfold all stages."""
        self._fold_to(frozenset())

    def turn_all(self) -> None:
        """Unfold all stages, or fold all where none is folded."""
        self._fold_to(frozenset() if self._view.folded else frozenset(Stage))

    def _fold_to(self, stages: frozenset[Stage]) -> None:
        line, cell = self.board.line, self.board.cell
        self._change_view(replace(self._view, folded=stages))
        if line is not None and cell is not None and line.stage in stages:
            self.board.show_cell(str(line.stage), cell[1])

    # -- the current cell

    def _choose_first(self) -> None:
        """The first country's first cell that has a step; the keys work from there on."""
        for line in self.board.model.lines:
            if isinstance(line, ActivityLine) and not line.looks[0].absent:
                self.board.show_cell(line.row.activity.code, self.board.model.country(1))
                break
        focus = QApplication.focusWidget()
        if focus is None or self.isAncestorOf(focus):
            self.focus_main()

    def _go_to_wanted(self) -> None:
        step_id, self._wanted_step = self._wanted_step, None
        cell, self._wanted_cell = self._wanted_cell, None
        if step_id is not None and self._shown is not None:
            for iso2, full in self._shown.comparison.procedures.items():
                for step in full.steps:
                    if step.id == step_id:
                        self.reveal(step.activity, (iso2,))
        elif cell is not None:
            self.board.show_cell(*cell)

    def reveal(self, activity: str, countries: tuple[str, ...]) -> None:
        """Show the row of an activity, whatever hides it, and the cells of countries in it."""
        every = self._shown.every if self._shown is not None else None
        stage = every.stage_of(activity) if every is not None else None
        if every is None or stage is None:
            return
        only = self._view.only_differences and every.differs(activity)
        self._change_view(replace(self._view, folded=self._view.folded - {stage}, only_differences=only))
        self.board.show_cell(activity, countries[0] if countries else "")
        self.board.flash(activity, countries)

    def _go_to_difference(self, difference: Difference) -> None:
        if difference.activity:
            self.reveal(difference.activity, difference.countries)
        else:
            self.board.show_total(Total.ELAPSED)

    def _on_moved(self) -> None:
        if self.side is not None:
            self.side.cell.show_explained(
                explain_current(self.board, self._shown) if self._shown is not None else None
            )

    def _fill_side(self) -> None:
        if self.side is not None:
            self.side.sentences.show_sentences(self._shown.sentences if self._shown is not None else ())
            self._on_moved()

    def _on_opened(self) -> None:
        line = self.board.line
        if isinstance(line, StageLine) and not self.board.totals.hasFocus():
            self.fold(folded=not line.folded)
        else:
            self.open_current()

    def open_current(self) -> None:
        """Open the first step of the current cell in the catalogue, or the procedure where it has none."""
        iso2 = self.board.country
        if self._shown is None or not iso2:
            return
        explained = explain_current(self.board, self._shown)
        if explained is not None and explained.steps:
            self._open_step(explained.steps[0].step)
        else:
            self.session.go_to("catalogue", self._shown.comparison.procedures[iso2].procedure.id)

    def _open_step(self, step: Step) -> None:
        self.session.go_to("catalogue", step.procedure_id, step.id)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("compare_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([*self.actions_.of_cell(), *self.board.matrix.actions()])
        menu.popup(at)

    def copy_sentences(self) -> None:
        """Put all sentences on the clipboard, one a line."""
        if self._shown is not None:
            copy_sentences(self._shown)
