"""The compare workspace: countries side by side on one list of activities."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMenu, QVBoxLayout, QWidget

from customs_app.analysis.differences import Difference
from customs_app.catalogue.results import Changes
from customs_app.domain.codes import CaseKind
from customs_app.domain.errors import CatalogueError
from customs_app.domain.procedure import Step
from customs_app.domain.text import Message
from customs_app.language.words import N_
from customs_app.ui.compare.actions import Actions
from customs_app.ui.compare.asking import Asking
from customs_app.ui.compare.countries_popup import CountriesPopup
from customs_app.ui.compare.csv_out import save_differences
from customs_app.ui.compare.dock import CompareDock
from customs_app.ui.compare.explained import explain_current
from customs_app.ui.compare.lines import ActivityLine, StageLine
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.page import ComparePage
from customs_app.ui.compare.procedure_menu import procedure_menu
from customs_app.ui.compare.shown import Shown
from customs_app.ui.compare.state import View, choices_of, kept_state, question_of, view_of
from customs_app.ui.compare.tabs import Tab, TabPage
from customs_app.ui.compare.taken_out import copy_lines
from customs_app.ui.compare.totals_rows import Total
from customs_app.ui.compare.viewing import Viewing
from customs_app.ui.session import Beside, Session
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
        self._shown: Shown | None = None
        self._wanted_step: str | None = None
        self._wanted_cell: tuple[str, str] | None = None
        self.asking = Asking(session, self)
        self.page = ComparePage(session)
        self.board, self.bar = self.page.board, self.page.bar
        self.viewing = Viewing(self.board, self)
        self.side: CompareDock | None = None
        self.actions_ = Actions(self)
        acts, view = self.actions_, self.actions_.view
        self.bar.add_actions(acts.rates, view.differences, (view.fold_all, view.unfold_all, acts.pair))
        view.fill(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self._connect()
        acts.enable(compared=False, matrix=True)
        self._show_view()

    def _connect(self) -> None:
        bar, board, asking, viewing = self.bar, self.board, self.asking, self.viewing
        asking.answered.connect(self._on_answered)
        asking.failed.connect(self._on_failed)
        bar.regime.chosen.connect(asking.regime)
        bar.mode.chosen.connect(asking.mode)
        bar.case.chosen.connect(asking.case)
        bar.currency.chosen.connect(viewing.currency)
        bar.colouring.chosen.connect(viewing.colouring)
        bar.measure.chosen.connect(viewing.measure)
        viewing.changed.connect(self._on_view_changed)
        viewing.refused.connect(self.session.tell)
        board.turned.connect(viewing.turn)
        bar.countries_asked.connect(self.choose_countries)
        self.page.few.chosen.connect(asking.offer)
        self.page.made.connect(self._take_page)
        self.page.turned.connect(self._on_turned)
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
            self._show_lower()
        return self.side

    def dock_titles(self) -> tuple[str, str]:
        """The right one says how many sentences there are."""
        text = self.words.text
        if self._shown is None:
            return text(self.title), text("Differences as sentences")
        return text(self.title), text("Differences as sentences · {n}", n=len(self._shown.sentences))

    def dock_actions(self) -> tuple[Sequence[QAction], Sequence[QAction]]:
        """The sentences can be copied, and saved."""
        return (), (self.actions_.copy_sentences, self.actions_.csv)

    def status_text(self) -> str:
        """How many countries, activities and differing activities there are."""
        if self.page.other is not None:
            return self.page.other.status_text()
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
        """Keys of the matrix, or of another view."""
        if self.page.other is not None:
            return self.page.other.keys_text()
        return self.words.text(
            "← → country · + − steps, stage · D differences · F figure · S order · Enter open in catalogue"
        )

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of the matrix, or of another view, that are no actions."""
        if self.page.other is not None:
            return self.page.other.keys()
        text = self.words.text
        return (
            ("← → ↑ ↓", text("From cell to cell, and on into the totals")),
            ("Enter", text("Open the step in the catalogue")),
            ("Alt+↓", text("Choose the country’s procedure")),
            ("Space", text("Choose a country for P, or no longer")),
            ("Ctrl+C", text("Copy cells with headers")),
        )

    def refresh(self, changes: Changes | None) -> None:
        """Compare anew where something shown has changed; other views read anew whatever it is."""
        self.page.forget()
        again = self.asking.forget(changes)
        if self.isVisible():
            (self.asking.ask if again else self.page.show_again)()

    def go_to(self, procedure_id: str | None, step_id: str | None) -> None:
        """Compare countries on the question that a procedure answers, and show the row of a step of it."""
        rows = self.session.catalogue.procedures()
        found = next((row.procedure for row in rows if row.procedure.id == procedure_id), None)
        if found is not None:
            self.page.show_tab(Tab.MATRIX)
            self._wanted_step = step_id
            self.asking.about(found)

    def focus_filter(self) -> None:
        """The filter of this view is the list of countries."""
        self.choose_countries()

    def focus_main(self) -> None:
        """Put the focus on the matrix, or on what stands in its place."""
        other = self.page.other
        (other.main() if other is not None else self.board.matrix).setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Matrix, totals and bar, or the other view and the bar."""
        if self.page.other is not None:
            return (*self.page.other.panes(), self.bar)
        return (self.board.matrix, self.board.totals, self.bar)

    def save_state(self) -> Mapping[str, object]:
        """What is compared, how it is shown, and which cell is current."""
        cell = self.board.cell or self._wanted_cell
        return {
            **kept_state(self.asking.question, self.viewing.view, self.asking.choices),
            "cell": list(cell) if cell else None,
            "widths": dict(self.board.own_widths),
            "tab": str(self.page.tab),
            "tabs": dict(self.page.states()),
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Compare it again."""
        choices = choices_of(state)
        self.viewing.view = view_of(state)
        self.asking.begin(question_of(state, choices), choices, self.viewing.view)
        cell, widths = state.get("cell"), state.get("widths")
        if isinstance(cell, list | tuple) and len(cell) == 2:
            self._wanted_cell = (str(cell[0]), str(cell[1]))
        if isinstance(widths, dict):
            known = {str(key): width for key, width in widths.items() if isinstance(width, int)}
            self.board.take_widths(known)
        self._show_view()
        self.page.keep(state.get("tabs"))
        self.page.show_tab(next((tab for tab in Tab if tab == state.get("tab")), Tab.MATRIX))
        if self.isVisible():
            self.asking.ask()

    def export_targets(self) -> Sequence[QAction]:
        """The comparison as a workbook and as a paper, its differences as CSV."""
        papers = self.actions_.papers
        return (*self.actions_.exports, self.actions_.csv, papers.again, papers.preview, papers.print)

    def showEvent(self, event: QShowEvent) -> None:
        """Compare when the view is shown and something has changed since."""
        super().showEvent(event)
        if self.asking.stale:
            self.asking.ask()
        else:
            self.page.show_again()

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
        self._shown = self.viewing.shown = answer.shown
        self.page.show_answer(answer)
        self._enable()
        if answer.shown is not None:
            self._show_view(anew=True)
            if first or self.board.cell is None:
                self._choose_first()
            self._go_to_wanted()
        self._fill_side()
        self.told.emit()

    def _enable(self) -> None:
        compared = self.answer is not None and self.answer.shown is not None
        self.actions_.enable(compared=compared, matrix=self.page.other is None)

    def _on_turned(self) -> None:
        self._enable()
        self._show_lower()
        self.focus_main()
        self.told.emit()

    def _show_lower(self) -> None:
        if self.side is not None:
            self.side.show_lower(self.page.other.behind() if self.page.other is not None else None)

    def _take_page(self, page: TabPage) -> None:
        page.procedure_asked.connect(lambda one: self.session.go_to("catalogue", one))
        page.activity_asked.connect(self._show_in_matrix)
        page.cell_asked.connect(self.board.show_cell)
        page.failed.connect(self._on_failed)
        page.told.connect(self.told)
        if page.actions():  # for the menus
            self.addActions(page.actions())
            self.acts_changed.emit()

    def _show_in_matrix(self, activity: str, countries: tuple[str, ...]) -> None:
        self.page.show_tab(Tab.MATRIX)
        self.reveal(activity, countries)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CatalogueError):
            raise error
        self.session.fail(error)

    def _show_view(self, *, anew: bool = False) -> None:
        """Show the answer as folding, filters, colouring and currency ask; `anew` the totals too."""
        view = self.viewing.view
        self.actions_.view.show_view(view, self.bar, self.viewing.not_by)
        self.bar.show_colouring(view.colouring)
        self.bar.show_measure(view.measure)
        self.page.legend.show_meaning(view.colouring, view.measure, view.tolerance)
        self.board.show_meaning(view.colouring, view.measure)
        if self._shown is None or self.answer is None:
            return
        if anew:
            self._shown = self.viewing.shown = self._shown.in_currency(view.currency)
            self.bar.show_currency(self.answer, view.currency)
            self.page.show_alike(self._shown)
            self.board.show_comparison(self._shown, self._shown.every.shown(view), brief=view.brief)
        else:
            self.board.show_lines(self._shown, self._shown.every.shown(view))

    def _on_view_changed(self, before: View) -> None:
        view = self.viewing.view
        if not self.asking.see(view):
            anew = (view.currency, view.brief) != (before.currency, before.brief)
            self._show_view(anew=anew)
            self._on_moved()

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
        if self.viewing.uncover(activity):
            self.board.show_cell(activity, countries[0] if countries else "")
            self.board.flash(activity, countries)

    def _go_to_difference(self, difference: Difference) -> None:
        self.page.show_tab(Tab.MATRIX)
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
        named = isinstance(line, ActivityLine) and not self.board.country
        if line is not None and (named or isinstance(line, StageLine)) and not self.board.totals.hasFocus():
            self.viewing.turn(line)
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

    def open_pair(self) -> None:
        """Set the two chosen countries, or the chosen and the current one, against each other."""
        pair = self.board.pair()
        if self._shown is None or pair is None:
            self.session.tell(Message("Choose two countries first: Space in a column chooses it."))
            return
        comparison = self._shown.comparison
        left, right = (comparison.procedures[iso2].procedure.id for iso2 in pair)
        worst = comparison.case.kind is CaseKind.WORST
        step_id = self._shown.first_step(self.board.activity, pair)
        self.session.set_beside(Beside(left, right, worst=worst, came_from=self.key, step_id=step_id))

    def show_source(self) -> None:
        """Bring the source of the current cell into sight at the right, unfolded."""
        if self.side is None:
            return
        parent = self.side.parentWidget()
        while parent is not None and not isinstance(parent, QDockWidget):
            parent = parent.parentWidget()
        if parent is not None:
            parent.show()
        if not self.side.cell.show_source():
            self.session.tell(Message("No source is recorded for this cell."))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("compare_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([*self.actions_.of_cell(), *self.board.matrix.actions()])
        menu.popup(at)

    def copy_sentences(self) -> None:
        """Put all sentences on the clipboard, one a line; in another view what it shows."""
        if self.page.other is not None:
            copy_lines(self.page.other.sentences())
        elif self._shown is not None:
            copy_lines([sentence.copied for sentence in self._shown.sentences])

    def save_differences(self) -> None:
        """Ask where, then write the differences as a CSV file, in their order."""
        if self._shown is not None:
            save_differences(self, self._shown)
