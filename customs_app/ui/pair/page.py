"""Two procedures step by step against each other: bar, lists, totals, and what stands behind a row."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from customs_app.catalogue.commands.pins import RemovePin, SetPin
from customs_app.catalogue.results import Changes
from customs_app.domain.alignment import Pin
from customs_app.domain.codes import CaseKind
from customs_app.domain.errors import CustomsError
from customs_app.domain.review import Finding
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer
from customs_app.reports.pair.lines import PairLine, lines_of, side_name
from customs_app.reports.pair.sentences import sentences
from customs_app.reports.pair.wording import counts_text, subject_text
from customs_app.ui.newest import Newest
from customs_app.ui.pair.actions import Act, Actions
from customs_app.ui.pair.asked import Asked, answer
from customs_app.ui.pair.bar import PairBar
from customs_app.ui.pair.copying import cells_text
from customs_app.ui.pair.heads import heads, notice_text
from customs_app.ui.pair.inspector import PairInspector
from customs_app.ui.pair.linking import Linking
from customs_app.ui.pair.matching import ends, first_of, pins_of
from customs_app.ui.pair.state import beside_of, kept
from customs_app.ui.pair.totals import PairTotals
from customs_app.ui.pair.view import PairTable
from customs_app.ui.session import Beside, Session
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import show_if

_TABLES = frozenset(
    {"activity", "agency", "country", "document", "exchange_rate", "location", "pin", "procedure", "source"}
)
_BLANK, _BODY, _SAID = range(3)


class PairPage(QWidget):
    """The centre of the workspace; `told` when the foot of the window has something else to say.

    `act` makes actions of the workspace.
    """

    told = Signal()

    def __init__(self, session: Session, act: Act) -> None:
        super().__init__()
        self.session, self.words = session, session.words
        self.beside: Beside | None = None
        self.answer: Answer | None = None
        self._lines: tuple[PairLine, ...] = ()
        self._only, self._stale = False, False
        self._key = self._wanted = ""
        self._side: PairInspector | None = None
        self.setObjectName("pair_page")
        self.bar = PairBar(session)
        self.table = PairTable(session)
        self.totals = PairTotals(session)
        self.notice = wrapped(role="warn")
        self.linking = Linking(session, self)
        self.actions_ = Actions(self, act)
        self._said = EmptyState("", [self.actions_.back])
        self._newest = Newest(self, "pair", answer)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        acts = self.actions_
        self.bar.add_actions(acts.back, acts.differences, acts.of_bar())
        self.notice.setObjectName("pair_notice")
        self.notice.setProperty("surface", "panel")
        self.notice.setContentsMargins(12, 5, 12, 5)
        self.notice.hide()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addWidget(self.totals)
        blank = QWidget()
        blank.setProperty("surface", "base")
        self._stack = QStackedWidget()
        for page in (blank, body, self._said):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        table = self.table
        self._newest.answered.connect(self._on_answered)
        self._newest.failed.connect(self._on_failed)
        self.bar.case_chosen.connect(self.choose_case)
        table.moved.connect(self._on_moved)
        table.opened.connect(self._on_opened)
        table.left.connect(self.go_back)
        table.sources_asked.connect(self._show_sources)
        table.copied.connect(self.copy_cells)
        table.menu_asked.connect(self._show_menu)
        table.fitted.connect(self.totals.take_widths)
        table.header.asked.connect(self._choose_column)
        self.linking.changed.connect(self._show_notice)
        self.linking.linked.connect(self._pin)

    # -- what the workspace asks

    def show_beside(self, asked: Beside) -> None:
        """Set two procedures against each other."""
        before, self.beside = self.beside, replace(asked, step_id="")
        if before != self.beside:
            self.linking.leave()
            self._show_waiting(before, self.beside)
        self._wanted = asked.step_id
        self.bar.show_case(CaseKind.WORST if asked.worst else CaseKind.BASE)
        self._ask()

    def side(self) -> PairInspector:
        """The inspector of the page."""
        if self._side is None:
            self._side = PairInspector(self.session)
            self._side.finding_asked.connect(self._open_finding)
            self._side.step_asked.connect(self._go_to_step)
            self.session.findings.found.connect(self._side.show_findings)
            self._on_moved()
        return self._side

    def status_text(self) -> str:
        """How much differs."""
        return "" if self.answer is None else counts_text(self.answer, self.words)

    def focus_main(self) -> None:
        """Put the focus on the lists."""
        if self._stack.currentIndex() == _SAID:
            self._said.setFocus()
        self.table.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Set them against each other anew where something shown has changed."""
        asked = self.beside
        if asked is None:
            return
        touched = changes is None or bool(
            changes.tables & _TABLES or changes.procedures & {asked.left, asked.right}
        )
        if touched or asked.basis is not None:
            self._stale = True
            if self.isVisible():
                self._ask()

    def save_state(self) -> Mapping[str, object]:
        """What is shown, as JSON values."""
        return kept(self.beside, self._current_key(), only=self._only, side=self.table.side)

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Show it again."""
        asked = beside_of(state)
        if asked is None:
            return
        self._only, self._key = state.get("only") is True, str(state.get("key", ""))
        self.table.delegate.side = RIGHT if state.get("side") == RIGHT else LEFT
        self.actions_.differences.setChecked(self._only)
        self.show_beside(asked)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what has changed meanwhile."""
        super().showEvent(event)
        self.session.findings.watch(self)
        if self.beside is None:
            self._say(
                self.words.text(
                    "Choose two procedures: two columns and P in Compare, or Compare with… in the Catalogue."
                )
            )
        if self._stale:
            self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at findings any more."""
        super().hideEvent(event)
        self.session.findings.leave(self)

    # -- what is shown

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return self._newest.busy

    @property
    def ends(self) -> tuple[str, str] | None:
        """The two steps (ids) that the current row sets against each other."""
        return ends(self.table.line) if self.table.line is not None else None

    @property
    def pins(self) -> tuple[Pin, ...]:
        """What was set by hand about the current row."""
        line = self.table.line
        return pins_of(line, self.answer) if line is not None and self.answer is not None else ()

    @property
    def may_stand_alone(self) -> bool:
        """Whether the cursor is on a step of which nobody has said yet that it stands alone."""
        step_id = self._step_here
        return bool(step_id) and not any(
            pin.left_step == step_id and pin.right_step is None for pin in self.pins
        )

    @property
    def _step_here(self) -> str:
        """The step (id) under the cursor; "" where its side has none."""
        line = self.table.line
        look = line.look(self.table.side) if line is not None else None
        return look.step.id if look is not None else ""

    def _ask(self) -> None:
        if self.beside is not None:
            self._stale = False
            self._newest.ask(_asked(self.beside, self.session))

    def _on_answered(self, found: Answer | None) -> None:
        self._key, self._wanted = self._wanted or self._current_key(), ""
        self.answer = found
        if found is None:
            self._lines = ()
            self._say(self.words.text("One of the two procedures is no longer there."))
        else:
            self._lines = lines_of(found, self.words)
            self.bar.show_texts(subject_text(found, self.words), counts_text(found, self.words))
            self.table.header.show_heads(*heads(found, self.words))
            self.totals.show_answer(found)
            self._stack.setCurrentIndex(_BODY)
            self._show_lines()
        self._show_notice()
        self._on_moved()
        self.told.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CustomsError):
            raise error
        self.answer, self._lines = None, ()
        self._say(self.words.say(error.message))
        self._show_notice()
        self._on_moved()
        self.told.emit()

    def _say(self, sentence: str) -> None:
        self._said.set_sentence(sentence)
        self._stack.setCurrentIndex(_SAID)

    def _show_waiting(self, before: Beside | None, asked: Beside) -> None:
        """What stands there until the answer: an edition that is opened for the first time takes a while."""
        if asked.edition and (before is None or before.edition != asked.edition):
            self._say(self.words.text("Opening the edition"))
        elif self._stack.currentIndex() == _SAID:
            self._stack.setCurrentIndex(_BLANK)

    def _show_lines(self) -> None:
        found = self.answer
        if found is None:
            return
        shown = [line for line in self._lines if line.differs] if self._only else self._lines
        names = [side_name(found, side, self.words) for side in (LEFT, RIGHT)]
        self.table.show_lines(shown, (names[0], self.words.text("What differs"), names[1]), self._key)
        self._on_moved()

    def _current_key(self) -> str:
        line = self.table.line
        return line.key if line is not None else self._key

    def _show_notice(self) -> None:
        told = [self.linking.text] if self.linking.text else []
        if self.answer is not None:
            told.append(notice_text(self.answer, self.words))
        text = "\n".join(one for one in told if one)
        self.notice.setText(text)
        show_if(self.notice, bool(text))
        self.table.show_linking(self.linking.step_id)

    def _on_moved(self) -> None:
        if self._side is not None:
            self._side.show_line(self.answer, self.table.line)
        self.actions_.enable(self)

    # -- commands

    def go_back(self) -> None:
        """Leave the linking that is under way, or the page."""
        if self.linking.step_id:
            self.linking.leave()
            return
        shown = self.beside
        self.session.go_to(shown.came_from if shown is not None and shown.came_from else "compare")

    def show_only_differences(self, *, on: bool) -> None:
        """Hide what is the same on both sides, or show it again."""
        self._key, self._only = self._current_key(), on
        self.actions_.differences.setChecked(on)
        self._show_lines()

    def go_on(self, by: int) -> None:
        """Go to the next (+1) or the previous (-1) difference; it begins anew at the end."""
        lines = self.table.pair_model.lines
        places = [row for row, line in enumerate(lines) if line.differs and line.begins]
        at = self.table.currentIndex().row()
        if not places:
            return
        if by > 0:
            row = next((one for one in places if one > at), places[0])
        else:
            row = next((one for one in reversed(places) if one < at), places[-1])
        self.table.go_to(row, self.table.side)

    def swap(self) -> None:
        """Let both sides change places."""
        asked = self.beside
        if asked is not None and asked.basis is None and not asked.edition:
            self.table.turn_side()
            self.table.clearSelection()
            self.show_beside(replace(asked, left=asked.right, right=asked.left))

    def choose_case(self, case: CaseKind) -> None:
        """Look at another case."""
        if self.beside is not None:
            self.show_beside(replace(self.beside, worst=case is CaseKind.WORST))

    def next_case(self) -> None:
        """Look at the other case."""
        if self.beside is not None:
            self.choose_case(CaseKind.BASE if self.beside.worst else CaseKind.WORST)

    def choose_other(self) -> None:
        """Ask for another procedure at the side of the cursor."""
        self._choose_column(0 if self.table.side == LEFT else 2)

    def _choose_column(self, column: int) -> None:
        asked = self.beside
        if asked is None or asked.basis is not None:
            return
        from customs_app.ui.pair.choose import choose_procedure  # noqa: PLC0415 - not before it is asked for

        left = column == 0
        near = asked.right if left else asked.left
        dialog = choose_procedure(self.session, near, self.window())
        dialog.taken.connect(lambda one: self._take_procedure(one, left=left))
        dialog.edition_taken.connect(lambda one: self._take_edition(near, one))

    def _take_procedure(self, procedure_id: str, *, left: bool) -> None:
        if self.beside is not None:
            one = {"left": procedure_id} if left else {"right": procedure_id}
            self.show_beside(replace(self.beside, edition="", **one))  # type: ignore[arg-type]  # ids are texts

    def choose_edition(self) -> None:
        """Ask for an edition in which the procedure at the side of the cursor is set against itself."""
        asked = self.beside
        if asked is None:
            return
        from customs_app.ui.pair.choose_edition import choose_edition  # noqa: PLC0415 - asked for seldom

        procedure_id = asked.left if self.table.side == LEFT else asked.right
        dialog = choose_edition(self.session, procedure_id, self.window())
        dialog.taken.connect(lambda one: self._take_edition(procedure_id, one))

    def _take_edition(self, procedure_id: str, edition: str) -> None:
        if self.beside is not None:
            asked = replace(self.beside, left=procedure_id, right=procedure_id, basis=None, edition=edition)
            self.show_beside(asked)

    def link(self) -> None:
        """Begin to link the current step, or link it with the one for which that was begun."""
        if self.answer is not None and self.table.line is not None:
            self.linking.press(self.answer, self.table, self._lines)

    def _pin(self, left: str, right: str) -> None:
        self.session.run(SetPin(Pin("", left, right, linked=True)))

    def unlink(self) -> None:
        """Say that the two steps of the current row do not belong together."""
        if self.ends is not None:
            self.session.run(SetPin(Pin("", *self.ends, linked=False)))

    def set_alone(self) -> None:
        """Say that the step under the cursor has no like in any other procedure."""
        if self.may_stand_alone:
            self.session.run(SetPin(Pin("", self._step_here, None, linked=False)))

    def forget_pin(self) -> None:
        """Remove what was set by hand last about the current row."""
        if self.pins:
            self.session.run(RemovePin(self.pins[-1].id))

    # -- ways on

    def _on_opened(self) -> None:
        if self.linking.step_id:
            self.link()
        else:
            self.open_current()

    def open_current(self) -> None:
        """Open the current step in the catalogue."""
        line = self.table.line
        if line is None:
            return
        look = line.look(self.table.side) or line.left or line.right
        if look is not None:
            self.session.go_to("catalogue", look.step.procedure_id, look.step.id)

    def _go_to_step(self, step_id: str) -> None:
        line = first_of(self.table.pair_model.lines, (step_id,))
        if line is not None:
            side = LEFT if line.left is not None and line.left.step.id == step_id else RIGHT
            self.table.go_to(self.table.pair_model.row_of(line.key), side)
            self.table.setFocus()

    def _open_finding(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self.session.go_to("review", finding.procedure, finding.key)

    def _show_sources(self) -> None:
        if self._side is not None:
            self._side.unfold()

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("pair_menu")
        menu.addActions(list(self.actions_.of_row()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def copy_cells(self) -> None:
        """Put the chosen rows on the clipboard, as cells with a head."""
        if self.answer is not None and self.table.chosen:
            text = cells_text(self.table.chosen, self.answer, self.words)
            QGuiApplication.clipboard().setText(text)

    def copy_sentences(self) -> None:
        """Put all differences on the clipboard, a sentence a line."""
        if self.answer is not None:
            found = sentences(self._lines, self.answer, self.words)
            QGuiApplication.clipboard().setText("\n".join(found) + "\n")


def _asked(beside: Beside, session: Session) -> Asked:
    return Asked(beside, session.catalogue.path, session.who, session.working)
