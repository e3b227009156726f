"""What the verdicts would change: the procedure as it is and as it would be, and how sure that is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from customs_app.domain.codes import Basis, CaseKind
from customs_app.language.labels import label
from customs_app.language.words import N_
from customs_app.ui.review.boards.page import BoardPage
from customs_app.ui.review.boards.procedure_list import ProcedureList, with_heading
from customs_app.ui.review.effect.asked import (
    Asked,
    Drawn,
    Effects,
    ManyEffects,
    OneEffect,
    RankedFindings,
    Told,
    case_of,
)
from customs_app.ui.review.effect.bar import EffectBar
from customs_app.ui.review.effect.changes import ChangeRow, ChangesModel, change_rows, changes_table
from customs_app.ui.review.effect.figures_table import FiguresModel, FiguresTable
from customs_app.ui.review.effect.many import ManyModel, many_table
from customs_app.ui.review.effect.parts import CHANGES, PICTURE, RANKING, SURE, YEAR, Parts, scrolled
from customs_app.ui.review.effect.picture_part import PicturePart
from customs_app.ui.review.effect.ranking import RankingModel, RankRow, ranking_table
from customs_app.ui.review.effect.uncertain import PERT, TRIANGULAR, UncertainPanel
from customs_app.ui.review.effect.yearly_panel import YearlyPanel
from customs_app.ui.review.tab import Scope
from customs_app.ui.session import Beside, Session
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.rows import RowsTable

_PICTURE_SHARE = 0.64
"""So much of the height the picture gets."""


class EffectBoard(BoardPage):
    """Enter on a change opens its step, on a finding the finding, on a procedure its effect."""

    key = "effect"
    title = N_("What it would change")

    # Made when there is something to show: all at once would hold up the click on the tab.
    ranking: RowsTable[RankRow]
    many: RowsTable[OneEffect]
    uncertain: UncertainPanel
    year: YearlyPanel

    def __init__(self, session: Session) -> None:
        super().__init__(session, Effects(session.words).answer)
        self._procedure: str | None = None
        self._basis, self._case, self._shape = Basis.PROPOSED, CaseKind.BASE, PERT
        self._found: OneEffect | ManyEffects | None = None
        self._furnished = False
        self._heights: list[int] | None = None
        every = self.words.text("All of the filter")
        self.list = ProcedureList(session, "effect_procedures", every)
        self.left = with_heading(session, self.list)
        self.figures_model, self.changes_model = (
            FiguresModel(self.words, self),
            ChangesModel(self.words, self),
        )
        self.ranking_model, self.many_model = RankingModel(self.words, self), ManyModel(self.words, self)
        self._body = QFrame(self)
        self.bar = EffectBar(session)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self._body)
        self._above = QStackedWidget(self.splitter)
        self.parts = Parts(session, self.splitter)
        self.figures = FiguresTable(session, self.figures_model)
        self.changes = changes_table(session, self.changes_model)
        self.said = wrapped(role="second")
        self.picture = PicturePart(session)
        self.main = self.changes
        self._lay_out()
        self._newest.told.connect(self._on_told)
        self._make_actions()

    def _lay_out(self) -> None:
        self._body.setProperty("surface", "base")
        self.addWidget(self._body)
        whole = QVBoxLayout(self._body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.splitter, 1)
        self._above.addWidget(self._figures_page())
        self.parts.add((self.changes, self.picture))
        self.splitter.setObjectName("effect_parts")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([400, 360])
        self.splitter.setStretchFactor(1, 1)

    def _figures_page(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("surface", "base")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figures)
        self.said.setObjectName("effect_said")
        self.said.setContentsMargins(12, 6, 12, 8)
        column.addWidget(self.said)
        column.addStretch()
        page = scrolled(inner)
        page.setObjectName("effect_figures_page")
        page.setAccessibleName(self.words.text("Figures as they are and as they would be"))
        return page

    def _make_actions(self) -> None:
        text = self.words.text
        part = text("Next part: changes, picture, how sure, findings, year")
        beside = text("Step by step")
        self.step_by_step = self.act(
            "step_by_step", beside, self._show_beside, keys="S", picture="git-compare-arrows"
        )
        self.step_by_step.setEnabled(False)
        self.bar.add_action(self.step_by_step)
        self._keyed = (
            self.act("basis", text("Other verdicts: mine, most, agreed"), self._next_basis, keys="B"),
            self.act("case", text("Base or worst case"), self._next_case, keys="W"),
            self.act("part", part, self.parts.go_on, keys="P"),
            self.act("all", text("All procedures of the filter"), lambda: self.choose(""), keys="A"),
            self.step_by_step,
        )
        pictured = self.picture.page
        for view in (self.figures, self.changes, pictured.view, pictured.table):
            view.addActions(self._keyed)
        self.board_actions = (*self.board_actions, *pictured.acts.every)
        self.picture.chosen.connect(self._on_place)
        self.picture.opened.connect(lambda step: self.step_asked.emit((self._procedure, step)))
        self.list.chosen.connect(self.choose)
        self.bar.basis_chosen.connect(self.choose_basis)
        self.bar.case_chosen.connect(self.choose_case)
        self.parts.changed.connect(self._on_part)
        self.changes.chosen.connect(self._on_change)
        self.changes.opened.connect(lambda row: self.step_asked.emit((row.full.procedure.id, row.step.id)))

    def _furnish(self) -> None:
        """Make the parts that are not seen first."""
        if self._furnished:
            return
        self._furnished = True
        session, text = self.session, self.words.text
        self.ranking = ranking_table(session, self.ranking_model)
        self.many = many_table(session, self.many_model)
        self.uncertain, self.year = UncertainPanel(session), YearlyPanel(session)
        none = text("No verdict is applied in these procedures.")
        way = text("Mark steps in Findings, or take other verdicts above.")
        self._above.addWidget(self.many)
        self._above.addWidget(EmptyState(f"{none}\n{way}"))
        self.parts.add((scrolled(self.uncertain), self.ranking, scrolled(self.year)))
        for view in (self.ranking, self.many):
            view.addActions(self._keyed)
        self.uncertain.shape_chosen.connect(self.choose_shape)
        self.ranking.opened.connect(lambda row: self.finding_asked.emit(row.finding.key))
        self.many.opened.connect(lambda one: self.choose(one.full.procedure.id))

    # -- what the review asks

    def question(self, scope: Scope) -> Asked:
        """What is chosen of what the filters let through; at first the procedure with most marks."""
        ids = [full.procedure.id for full in scope.procedures]
        if self._procedure is None:
            self._procedure = self._most_marked(scope)
        if self._procedure not in ids:
            self._procedure = ids[0] if len(ids) == 1 else ""
        decisions = self.session.catalogue.decisions()
        return Asked(
            scope, decisions, self.session.who, self._basis, self._case, self._shape, self._procedure
        )

    def show_answer(self, answer: RankedFindings) -> None:
        """Show the last part: the ranking of the findings."""
        self.ranking.show_rows([RankRow(*one) for one in answer.ranked], _finding_key)
        self._show_part()

    def status_text(self) -> str:
        """How many verdicts are applied, and whose."""
        found, words = self._found, self.words
        if found is None:
            return ""
        basis = label(self._basis, words)
        if isinstance(found, ManyEffects):
            n = len(found.effects)
            return f"{basis} · " + words.count(
                "{n} procedure with verdicts", "{n} procedures with verdicts", n
            )
        n = len(found.effect.changes)
        return f"{basis} · " + words.count("{n} verdict", "{n} verdicts", n)

    def keys_text(self) -> str:
        """The most useful keys."""
        return self.words.text(
            "B verdicts · W case · P part · A all procedures · S step by step · Enter opens"
        )

    def panes(self) -> Sequence[QWidget]:
        """The figures or procedures, and the part below them."""
        first = (self.list, self.figures, self.changes, self.picture.page.main)
        return (*first, self.many, self.ranking, self.year) if self._furnished else first

    def save_state(self) -> Mapping[str, object]:
        """What is chosen."""
        return {
            "procedure": self._procedure,
            "basis": self._basis,
            "case": self._case,
            "shape": self._shape,
            "part": self.parts.current,
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Choose it again."""
        procedure, part = state.get("procedure"), state.get("part")
        basis, case, shape = state.get("basis"), state.get("case"), state.get("shape")
        self._procedure = procedure if isinstance(procedure, str) else None
        self._basis = Basis(str(basis)) if basis in set(Basis) else self._basis
        self._case = CaseKind(str(case)) if case in set(CaseKind) else self._case
        self._shape = str(shape) if shape in (PERT, TRIANGULAR) else self._shape
        if isinstance(part, int) and CHANGES <= part <= YEAR:
            self.parts.tabs.setCurrentIndex(part)

    # -- what is chosen

    def choose(self, procedure_id: str) -> None:
        """Show the effect on one procedure, or on all that the filters let through."""
        if procedure_id != self._procedure:
            self._procedure = procedure_id
            self.ask()

    def choose_basis(self, basis: Basis) -> None:
        """Apply the verdicts of somebody else."""
        if basis is not self._basis:
            self._basis = basis
            self.ask()

    def choose_case(self, case: CaseKind) -> None:
        """Look at another case."""
        if case is not self._case:
            self._case = case
            self.ask()

    def choose_shape(self, shape: str) -> None:
        """Spread times otherwise."""
        if shape != self._shape:
            self._shape = shape
            self.ask()

    def _next_basis(self) -> None:
        every = list(Basis)
        self.choose_basis(every[(every.index(self._basis) + 1) % len(every)])

    def _next_case(self) -> None:
        self.choose_case(CaseKind.WORST if self._case is CaseKind.BASE else CaseKind.BASE)

    def _show_beside(self) -> None:
        """Show the procedure as it is beside the procedure as it would be."""
        if isinstance(self._found, OneEffect):
            one = self._found.full.procedure.id
            worst = self._case is CaseKind.WORST
            row = self.changes.row
            at = row.step.id if row is not None else ""
            self.session.set_beside(Beside(one, one, self._basis, worst, "review", at))

    @staticmethod
    def _most_marked(scope: Scope) -> str:
        """The procedure with most marks in the scope; "" where nothing is marked."""
        counts: dict[str, int] = {}
        ids = {full.procedure.id for full in scope.procedures}
        for mark in scope.seen.marks:
            full = scope.loaded.procedure_of.get(mark.step_id)
            if full is not None and full.procedure.id in ids:
                counts[full.procedure.id] = counts.get(full.procedure.id, 0) + 1
        return max(counts, key=lambda key: counts[key], default="")

    # -- the parts as they come

    def _on_told(self, part: object) -> None:
        if isinstance(part, Told):
            self._furnish()
            self._show_told(part)
        elif isinstance(part, Drawn) and part.pair is not None:
            self.uncertain.show_pair(part.pair, self._shape)
        self.told.emit()

    def _show_told(self, told: Told) -> None:
        scope, counts = told.asked.scope, told.counts
        if not scope.procedures:
            self.show_empty(self.words.text("No procedures with these filters"))
            return
        self._found = told.found
        self.step_by_step.setEnabled(isinstance(told.found, OneEffect))
        self.bar.show_choices(self._basis, self._case)
        self.list.show_procedures(
            scope.procedures, lambda full: str(counts.get(full.procedure.id, "")), told.asked.procedure
        )
        self.changes_model.reference = scope.loaded.reference
        one = isinstance(told.found, OneEffect)
        self.parts.offer(one=one)
        if isinstance(told.found, OneEffect):
            self._show_one(told.found, scope)
        else:
            self._show_many(told.found)
        self._above.setCurrentIndex(0 if one else 1 if self.many_model.rows else 2)
        self._show_part()
        self.setCurrentWidget(self._body)

    def _show_one(self, found: OneEffect, scope: Scope) -> None:
        words, reference = self.words, scope.loaded.reference
        procedure = found.full.procedure
        country = reference.countries.get(procedure.country)
        name = country.name[words.language] if country else procedure.country
        self.bar.show_title(procedure.title[words.language], procedure.country, name)
        self.figures.show_figures(found.figures)
        rows = change_rows(found, words)
        self.said.setText("\n".join(self._sentences(found, sum(row.stale for row in rows))))
        self.changes.show_rows(rows, _change_key)
        self.parts.tabs.setTabText(CHANGES, words.text("Changes {n}", n=len(rows)))
        self.uncertain.show_waiting(self._shape)
        self.year.show_yearly(procedure, found.yearly)
        self.picture.show_effect(found.effect.procedure, reference, case_of(self._case))

    def _sentences(self, found: OneEffect, stale: int) -> list[str]:
        """What is said besides the figures, which the table shows; `stale` verdicts are applied."""
        words, effect, chosen = self.words, found.effect, found.chosen
        said = []
        time, cost = effect.saved.elapsed, effect.saved.cost
        hours = () if time is None else (time.min, time.typ, time.max)
        if cost and time is not None and not any(hours):
            said.append(words.text("It saves cost, not time."))
        said += [words.say(one) for one in effect.remarks]
        if stale:
            said.append(
                words.count(
                    "{n} verdict that is applied is stale: its step has changed since.",
                    "{n} verdicts that are applied are stale: their steps have changed since.",
                    stale,
                )
            )
        if chosen.single:
            n = len(chosen.single)
            said.append(
                words.count(
                    "{n} step or document is marked by one delegation alone and stays as it is.",
                    "{n} steps or documents are marked by one delegation alone and stay as they are.",
                    n,
                )
            )
        return said

    def _show_many(self, found: ManyEffects) -> None:
        words = self.words
        self.bar.show_title(words.text("All of the filter"), "", "")
        self.many.show_rows(found.effects, _procedure_id)

    def _show_part(self) -> None:
        """Show the part of the current tab, or why there is none."""
        at, words = self.parts.current, self.words
        why = ""
        if at in (CHANGES, PICTURE) and not self.changes_model.rows:
            why = words.text(
                "No verdict is applied here. Mark steps in Findings, or take other verdicts above."
            )
        elif at == RANKING and self._newest.busy:
            why = words.text("Findings are being ranked…")
        elif at == RANKING and not self.ranking_model.rows:
            why = words.text("No finding here has a saving in time that is known.")
            if isinstance(self._found, OneEffect):
                why += "\n" + words.text("All procedures of the filter (A) rank theirs together.")
        self.parts.show_part(why)
        self.main = self._main_of(at)

    def _main_of(self, at: int) -> QWidget:
        """What gets the focus in a part."""
        if at == PICTURE:
            return self.picture.page.main
        if at == CHANGES or not self._furnished:
            return self.changes
        others: dict[int, QWidget] = {SURE: self.figures, RANKING: self.ranking, YEAR: self.year}
        return others[at]

    def _on_part(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.parts.stack.isAncestorOf(focus)
        self._make_room()
        self._show_part()
        if inside:  # what had the focus is hidden: keys go on in the part that came
            self.main.setFocus()
        self.told.emit()

    def _make_room(self) -> None:
        """Give the picture most of the height, and what it took back when another part is shown."""
        sizes, pictured = self.splitter.sizes(), self.parts.current == PICTURE
        high = sum(sizes)
        if pictured and self._heights is None and sizes[1] < _PICTURE_SHARE * high:
            self._heights = sizes
            self.splitter.setSizes([round((1 - _PICTURE_SHARE) * high), round(_PICTURE_SHARE * high)])
        elif not pictured and self._heights is not None:
            self.splitter.setSizes(self._heights)
            self._heights = None

    def _on_change(self, row: ChangeRow) -> None:
        self.step_chosen.emit((row.full, row.step))
        self.picture.select(row.step.id)

    def _on_place(self, step_id: str) -> None:
        if isinstance(self._found, OneEffect):
            full = self._found.full
            self.step_chosen.emit((full, next(step for step in full.steps if step.id == step_id)))


def _change_key(row: ChangeRow) -> object:
    return row.key


def _finding_key(row: RankRow) -> object:
    return row.finding.key


def _procedure_id(one: OneEffect) -> object:
    return one.full.procedure.id
