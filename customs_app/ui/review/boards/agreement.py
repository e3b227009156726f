"""The agreement board: how far delegations agree, in words, and who wants what of each step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from customs_app.analysis.agreement import Agreement, TargetAgreement, agreement
from customs_app.domain.codes import RoundState
from customs_app.domain.meeting import Round
from customs_app.domain.procedure import FullProcedure
from customs_app.language.words import N_
from customs_app.ui.newest import Desk
from customs_app.ui.review.boards import coefficients, targets
from customs_app.ui.review.boards.coefficients import CoefficientRow, CoefficientsModel
from customs_app.ui.review.boards.page import BoardPage, LeftSection
from customs_app.ui.review.boards.targets import TargetRow, TargetsModel, TargetsTable
from customs_app.ui.review.tab import Scope
from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.lines import Line, LinesView

ALL, CONTESTED, AGREED, ALONE = "all", "contested", "agreed", "alone"
_KINDS = (
    (ALL, N_("All that is marked")),
    (CONTESTED, N_("Contested")),
    (AGREED, N_("Two or more agree")),
    (ALONE, N_("Marked by one delegation")),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Over what agreement is asked, and the rounds."""

    scope: Scope
    rounds: tuple[Round, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Agreement over what is open, and how many procedures of blind rounds are left out.

    `marked_by_others` counts the delegations whose marks are not seen yet.
    """

    found: Agreement
    blind: int
    of: int
    marked_by_others: int


class AgreementBoard(BoardPage):
    """C leaves only what is contested; Enter opens the step in the catalogue."""

    key = "agreement"
    title = N_("Agreement")

    def __init__(self, session: Session) -> None:
        super().__init__(session, _answer)
        text = self.words.text
        self._answer: Answer | None = None
        self._kind = ALL
        self._code = ""
        self.coefficients_model = CoefficientsModel(self.words, self)
        self.coefficients = coefficients.coefficients_table(session, self.coefficients_model)
        self.model = TargetsModel(self.words, self)
        self.table = TargetsTable(session, self.model)
        self.overall = wrapped(role="lead")
        self.overall.setObjectName("agreement_overall")
        self.left_out = wrapped(role="warn")
        self.left_out.setObjectName("agreement_blind")
        self.band = Band(session, text("Steps and documents"))
        self.kinds = LinesView("agreement_kinds", text("What is shown"), session.palette, keeps=True)
        self.main = self.table
        self._shown = LeftSection(session, "agreement_kinds", text("What is shown"), self.kinds)
        self.left = self._shown
        self._body = self._make_body()
        self._connect()
        views = (self.table, self.coefficients)
        self.only = self.act(
            "contested", text("Only what is contested"), self._turn_contested, keys="C", views=views
        )
        self.act("open", text("Open the step in the catalogue"), lambda: self._open(self.table.row))

    def _make_body(self) -> QSplitter:
        """Figures above, steps below; each is put where it stays before anything is put into it."""
        body = QSplitter(Qt.Orientation.Vertical, self)
        self.addWidget(body)
        body.setObjectName("agreement_parts")
        body.setChildrenCollapsible(False)
        above, below = QWidget(body), QWidget(body)
        above.setProperty("surface", "base")
        above.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        first, second = QVBoxLayout(above), QVBoxLayout(below)
        for column in (first, second):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        for label in (self.overall, self.left_out):
            label.setContentsMargins(12, 6, 12, 6)
            first.addWidget(label)
        first.addWidget(self.coefficients, 1)
        second.addWidget(self.band)
        second.addWidget(self.table, 1)
        body.setSizes([250, 500])
        body.setStretchFactor(1, 1)
        return body

    def _connect(self) -> None:
        self.coefficients.chosen.connect(self._on_coefficient)
        self.table.chosen.connect(self._on_target)
        self.table.opened.connect(self._open)
        self.kinds.clicked.connect(lambda _index: self._choose_kind(self.kinds.current))
        self.kinds.opened.connect(self._choose_kind)

    # -- what the review asks

    def question(self, scope: Scope) -> Asked:
        """The scope, with the rounds as they stand."""
        return Asked(scope, self.session.catalogue.rounds())

    def show_answer(self, answer: Answer) -> None:
        """Show who agrees, or why that is not to be told."""
        self._answer = answer
        found = answer.found
        self._shown.section.setVisible(bool(found.targets))
        if answer.blind and not found.targets:
            self.show_empty(self._blind(answer))
        elif not found.targets:
            self.show_empty(self._nothing(), mark=True)
        elif self.scope is not None:
            self._show_found(answer, self.scope)
            self.setCurrentWidget(self._body)

    def status_text(self) -> str:
        """How much is shown, and how much of it is contested."""
        if self._answer is None:
            return ""
        every = self._answer.found.targets
        contested = sum(one.contested for one in every)
        marked = self.words.count("{n} marked", "{n} marked", len(every))
        return f"{marked} · " + self.words.count("{n} contested", "{n} contested", contested)

    def keys_text(self) -> str:
        """The most useful keys."""
        return self.words.text("↑ ↓ step · C only contested · Enter step in the catalogue")

    def panes(self) -> Sequence[QWidget]:
        """The coefficients, and the steps."""
        return (self.coefficients, self.table)

    def save_state(self) -> Mapping[str, object]:
        """What is shown."""
        return {"kind": self._kind, "code": self._code}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Show the same again."""
        kind = state.get("kind")
        if kind in dict(_KINDS):
            self._kind = str(kind)
        self._code = str(state.get("code") or "")

    # -- inside

    def _nothing(self) -> str:
        first = self.words.text("Nothing is marked here yet. Marks of two delegations show who agrees.")
        way = self.words.text("A finding is marked by 1 to 8, a step of the catalogue by M.")
        return f"{first}\n{way}"

    def _blind(self, answer: Answer) -> str:
        words = self.words
        says = words.text(
            "A blind round is under way: who agrees is told when it is opened. Open the round first."
        )
        if not answer.marked_by_others:
            return says
        return f"{says}\n" + words.count(
            "So far {n} other delegation has marked steps of it.",
            "So far {n} other delegations have marked steps of it.",
            answer.marked_by_others,
        )

    def _show_found(self, answer: Answer, scope: Scope) -> None:
        words, found = self.words, answer.found
        self.overall.setText(words.say(found.overall.meaning))
        self.left_out.setVisible(bool(answer.blind))
        self.left_out.setText(
            words.text(
                "{n} of {of} procedures are in a blind round and left out until it is opened.",
                n=answer.blind,
                of=answer.of,
            )
        )
        self.model.reference = scope.loaded.reference
        rows = coefficients.rows_of(found, scope.loaded.reference, words)
        codes = [row.code for row in rows]
        place = codes.index(self._code) if self._code in codes else 0
        self.coefficients.show_rows(rows, _code, place)
        self._show_targets()

    def _show_targets(self) -> None:
        if self._answer is None or self.scope is None:
            return
        among = [one for one in self._answer.found.targets if self._of_code(one, self._answer.found)]
        counts = {kind: [one for one in among if _is(one, kind)] for kind, _ in _KINDS}
        self.kinds.show_lines(
            [
                Line(text=self.words.text(name), tip=self.words.text(name), about=kind,
                     right=((str(len(counts[kind])), 40),))
                for kind, name in _KINDS
            ]
        )  # fmt: skip
        self.kinds.setCurrentIndex(self.kinds.lines.index(list(dict(_KINDS)).index(self._kind)))
        rows = targets.rows_of(counts[self._kind], self.scope.loaded.procedure_of)
        self.table.show_targets(rows)
        self.band.set_title(self.words.text(dict(_KINDS)[self._kind]))
        self.band.set_note(self._note(len(rows), len(among)))
        if not rows:
            self.step_chosen.emit(None)

    def _note(self, n: int, of: int) -> str:
        counted = self.words.text("{n} of {of}", n=n, of=of)
        row = self.coefficients.row
        return f"{counted} · {row.name}" if row is not None and row.code else counted

    def _of_code(self, target: TargetAgreement, found: Agreement) -> bool:
        row = self.coefficients.row
        if row is None or not row.code or self.scope is None:
            return True
        if row.rule:
            return (target.step_id, target.document_id) in found.targets_by_rule[row.code]
        return self.scope.loaded.procedure_of[target.step_id].procedure.country == row.code

    def _on_coefficient(self, row: CoefficientRow) -> None:
        if row.code != self._code:
            self._code = row.code
            self._show_targets()
            self.told.emit()

    def _on_target(self, row: TargetRow) -> None:
        self.step_chosen.emit((row.full, row.step))

    def _choose_kind(self, kind: object) -> None:
        if isinstance(kind, str):
            self._kind = kind
            self._show_targets()
            self.told.emit()

    def _turn_contested(self) -> None:
        self._choose_kind(ALL if self._kind == CONTESTED else CONTESTED)

    def _open(self, row: TargetRow | None) -> None:
        if row is not None:
            self.step_asked.emit((row.full.procedure.id, row.step.id))


def _is(target: TargetAgreement, kind: str) -> bool:
    if kind == ALL:
        return True
    if kind == CONTESTED:
        return target.contested
    return not target.contested and (len(target.verdicts) > 1) is (kind == AGREED)


def _code(row: CoefficientRow) -> str:
    return row.code


def _open_procedures(asked: Asked) -> tuple[FullProcedure, ...]:
    blind = [one for one in asked.rounds if one.state is RoundState.BLIND]
    return tuple(
        full for full in asked.scope.procedures if not any(one.takes_in(full.procedure.id) for one in blind)
    )


def _answer(asked: Asked, desk: Desk) -> Answer:
    scope, told = asked.scope, _open_procedures(asked)
    desk.go_on()
    among = {full.procedure.id for full in told}
    findings = [finding for finding in scope.loaded.findings if finding.procedure in among]
    found = agreement(scope.seen.marks, told, findings)
    others = {who.delegation for reviewers in scope.seen.hidden.values() for who in reviewers}
    return Answer(found, len(scope.procedures) - len(told), len(scope.procedures), len(others))
