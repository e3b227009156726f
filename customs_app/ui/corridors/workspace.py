"""The corridors workspace: the procedures that one lorry or train meets on its way, chained."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QVBoxLayout, QWidget

from customs_app.analysis.case import Case
from customs_app.catalogue.results import Changes
from customs_app.domain.codes import CaseKind
from customs_app.domain.errors import CatalogueError
from customs_app.figures.picture import Picture
from customs_app.language.words import N_
from customs_app.ui.corridors import editing
from customs_app.ui.corridors.actions import Actions
from customs_app.ui.corridors.asking import Asking
from customs_app.ui.corridors.chart import chart_maker
from customs_app.ui.corridors.inspector import ChainInspector
from customs_app.ui.corridors.left_pane import LeftPane
from customs_app.ui.corridors.loader import Answer
from customs_app.ui.corridors.page import CorridorPage
from customs_app.ui.corridors.question import Question
from customs_app.ui.corridors.shown import Shown
from customs_app.ui.corridors.turns import Part, Turns
from customs_app.ui.corridors.walk import Stand
from customs_app.ui.corridors.walker import Walker
from customs_app.ui.pictures.frame import Make
from customs_app.ui.pictures.saving import copy_picture, save_picture
from customs_app.ui.session import Session
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.workspace import Workspace


class CorridorsWorkspace(Workspace):
    """Shows the newest answer; the one before stays in sight until then."""

    key = "corridors"
    icon = "route"
    title = N_("Corridors")
    menu = "view"
    left_width = 228
    right_width = 300

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.striking = False
        self._answered = False
        self.asking = Asking(session, self)
        self.list = LeftPane(session)
        self.actions_ = Actions(self)
        self.page = CorridorPage(
            session, EmptyState(self.words.text("This catalogue has no corridors."), [self.actions_.new])
        )
        self.walker = Walker(self.page, self.asking, self)
        self.side: ChainInspector | None = None
        self.turns = Turns(self)
        self._what_if_button()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self._connect()
        self._fill_list()
        self._enable()

    def _connect(self) -> None:
        page, asking = self.page, self.asking
        asking.answered.connect(self._on_answered)
        asking.failed.connect(self._on_failed)
        asking.drawn.connect(self._on_drawn)
        self.list.chosen.connect(self.choose)
        self.list.menu_asked.connect(self._show_list_menu)
        page.case.chosen.connect(asking.case)
        self.walker.moved.connect(self._on_moved)
        page.blocks.opened.connect(lambda _key: self.open_current())
        page.blocks.menu_asked.connect(self._on_block_menu)
        page.chart.wanted.connect(asking.draw)
        page.chart.opened.connect(lambda _spot: self.open_current())
        page.chart.menu_asked.connect(
            lambda at: self._show_menu("corridor_chart_menu", self.actions_.of_chart, at)
        )
        page.blocks.walk = page.chart.walk = self._walk_by

    def _what_if_button(self) -> None:
        button = QToolButton()
        button.setObjectName("corridor_what_if")
        button.setProperty("framed", "true")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setDefaultAction(self.actions_.what_if)
        button.setFixedHeight(26)
        self.page.head_row.addWidget(button)

    @property
    def answer(self) -> Answer | None:
        """The newest answer; None until the first is there."""
        return self.asking.answer

    # -- what the frame asks

    def left(self) -> QWidget:
        """The list of corridors."""
        return self.list

    def inspector(self) -> QWidget:
        """The chosen block."""
        if self.side is None:
            self.side = ChainInspector(self.session)
            self.side.step_chosen.connect(self.walker.go_to_step)
            self.side.step_opened.connect(self._open_step)
            self.side.step_struck.connect(self._strike)
            self.side.steps_menu_asked.connect(self._show_chain_menu)
            self.side.block_menu_asked.connect(
                lambda at: self._on_block_menu(self.walker.stand.block or "", at)
            )
            self.side.opened.connect(self._open_procedure)
            self.side.attached.connect(self._attach)
            self.side.what_if.started.connect(lambda: self.turn_what_if(on=True))
            self.side.what_if.ended.connect(lambda: self.turn_what_if(on=False))
            self.side.what_if.cleared.connect(self.asking.strike_none)
            self.side.what_if.put_back.connect(self.asking.strike)
            self.side.steps.walk = self._walk_by
            self._fill_side()
        return self.side

    def dock_titles(self) -> tuple[str, str]:
        """The right one says which block is inspected."""
        text = self.words.text
        worked, key = self.asking.worked, self.walker.stand.block
        keys = [block.key for block in worked.blocks] if worked is not None else []
        if key not in keys:
            return text(self.title), text("Inspector")
        number = keys.index(key) + 1
        return text(self.title), text("Inspector – block {n} of {of}", n=number, of=len(keys))

    def dock_actions(self) -> tuple[Sequence[QAction], Sequence[QAction]]:
        """Corridors can be added and edited at the left, a procedure attached at the right."""
        return (self.actions_.new, self.actions_.edit), (self.actions_.attach,)

    def export_targets(self) -> Sequence[QAction]:
        """The corridor that is shown as a workbook and as a PDF."""
        papers = self.actions_.papers
        return *self.actions_.exports, papers.again, papers.preview, papers.print

    def status_text(self) -> str:
        """How many corridors there are."""
        n = len(self.list.model.every)
        return self.words.count("{n} corridor", "{n} corridors", n)

    def keys_text(self) -> str:
        """How to walk."""
        return self.words.text("← → block · ↑ ↓ step · Space source · W what if · G next gap")

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions."""
        text = self.words.text
        return (
            ("← →", text("Block before or after")),
            ("↑ ↓", text("Step before or after")),
            ("Space", text("Source of the figure")),
            ("Enter", text("Open in the catalogue")),
            ("Alt+↓", text("Procedure of this block")),
        )

    def focus_main(self) -> None:
        """Focus the row of blocks, or the list where no corridor is shown."""
        shown = self.answer is None or self.answer.shown is not None
        (self.page.blocks if shown else self.list.view).setFocus()

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the list."""
        self.list.filter.setFocus()
        self.list.filter.selectAll()

    def panes(self) -> Sequence[QWidget]:
        """Blocks, chart, table."""
        chart = self.page.chart_rows if self.page.tabled else self.page.chart
        return self.page.blocks, chart, self.page.tables.table

    def refresh(self, changes: Changes | None) -> None:
        """Ask again where a change touches what is shown."""
        if not self.asking.forget(changes):
            return
        if changes is None or changes.tables & {"corridor", "corridor_leg", "country"}:
            self._fill_list()
        if self.isVisible():
            self.asking.ask()

    def go_to(self, procedure_id: str | None, step_id: str | None) -> None:
        """Show the corridor with this id."""
        wanted = step_id or procedure_id
        if wanted in self._ids():
            self.list.clear_filter()
            self.choose(wanted)
            self.list.show_chosen(wanted)

    def save_state(self) -> Mapping[str, object]:
        """Which corridor, case, block and table are in sight."""
        question = self.asking.question
        kept: dict[str, object] = {}
        if question.corridor is not None:
            kept["corridor"] = question.corridor
        if question.case.kind is not CaseKind.BASE:
            kept["case"] = str(question.case.kind)
        if self.walker.stand.block is not None:
            kept["block"] = self.walker.stand.block
        if self.page.tables.key not in {"", "documents"}:
            kept["table"] = self.page.tables.key
        return kept

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Show again what was in sight."""
        corridor, case, block = state.get("corridor"), state.get("case"), state.get("block")
        chosen = corridor if isinstance(corridor, str) and corridor in self._ids() else self._first()
        worst = case == str(CaseKind.WORST)
        self.asking.question = Question(chosen, Case(CaseKind.WORST if worst else CaseKind.BASE))
        self.walker.wanted = block if isinstance(block, str) else None
        self.page.tables.choose(str(state.get("table", "documents")))
        self.list.show_chosen(chosen)
        if self.isVisible():
            self.asking.ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when the view is shown and something has changed since."""
        super().showEvent(event)
        if self.asking.stale:
            self.asking.ask()

    # -- corridors

    def choose(self, corridor_id: str | None) -> None:
        """Show another corridor."""
        if corridor_id != self.asking.question.corridor:
            self._begin_anew()
            self.asking.corridor(corridor_id)

    def add(self) -> None:
        """Ask for a new corridor and show it."""
        editing.add_corridor(self.session, self, self._show_new)

    def edit(self) -> None:
        """Edit the corridor that is shown."""
        worked = self.asking.worked
        if worked is not None:
            editing.edit_corridor(self.session, worked.corridor, self)

    def delete(self) -> None:
        """Ask, then delete the corridor that is shown."""
        worked = self.asking.worked
        if worked is not None:
            editing.delete_corridor(self.session, worked.corridor, self)

    def _show_new(self, corridor_id: str) -> None:
        self.list.clear_filter()
        self.choose(corridor_id)
        self.list.show_chosen(corridor_id)

    def _ids(self) -> list[str]:
        return [line.id for line in self.list.model.every]

    def _first(self) -> str | None:
        return next(iter(self._ids()), None)

    def _fill_list(self) -> None:
        chosen = self.asking.question.corridor
        self.list.show_corridors(self.session.catalogue.reference(), chosen)
        if chosen not in self._ids():
            self.asking.question = Question(self._first(), self.asking.question.case)
            self._begin_anew()
            self.list.show_chosen(self.asking.question.corridor)

    def _begin_anew(self) -> None:
        self.walker.stand, self.striking = Stand(), False

    def _on_answered(self, answer: Answer) -> None:
        first = not self._answered
        self._answered = True
        if answer.shown is None or answer.worked is None:
            self.page.show_nothing()
            self._begin_anew()
            parts: tuple[Part, ...] = ()
        else:
            shown = answer.shown
            self.page.show_corridor(shown, answer.question.case)
            self.walker.stand_in(answer)
            parts = (lambda: self._show_tables(shown), self._fill_side)
        self._enable()
        self.turns.do(parts or (self._fill_side,))
        if first:
            self._take_focus()
        self.told.emit()

    def _show_tables(self, shown: Shown) -> None:
        self.page.tables.show_tables(shown.tables)
        self.page.tables.table.show_step(self.walker.stand.step)

    def _take_focus(self) -> None:
        """The keys work from the first answer on, unless one has gone elsewhere meanwhile."""
        focus = QApplication.focusWidget()
        if self.isVisible() and (focus is None or focus is self.list.filter or self.isAncestorOf(focus)):
            self.focus_main()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CatalogueError):
            raise error
        self.session.fail(error)

    def _on_drawn(self, picture: Picture) -> None:
        shown = self.asking.shown
        if shown is not None:
            self.page.show_picture(picture, shown)

    def _enable(self) -> None:
        shown = self.asking.shown is not None
        writes = not self.session.catalogue.read_only
        self.actions_.enable(shown=shown, writes=writes, what_if=self.striking)

    def _fill_side(self) -> None:
        shown = self.asking.shown
        if self.side is None:
            return
        sheet = shown.sheets.get(self.walker.stand.block or "") if shown is not None else None
        what_if = shown.what_if if shown is not None else None
        self.side.show_sheet(sheet, what_if=what_if, striking=self.striking)
        self.side.show_whole(shown.savings if shown is not None else ())
        self.side.show_step(self.walker.stand.step)

    def _on_moved(self, another: bool) -> None:
        if another:
            self._fill_side()
            self.told.emit()
        elif self.side is not None:
            self.side.show_step(self.walker.stand.step)

    def _walk_by(self, event: QKeyEvent) -> bool:
        """Take a key of the blocks, the chart and the list of steps alike; whether it is one."""
        key = event.key()
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_block_menu()
        elif key == Qt.Key.Key_Space:
            self.show_source()
        else:
            return self.walker.walk_by(event)
        return True

    # -- what is done about the current place

    def show_source(self) -> None:
        """Show the source of the current figure in the inspector."""
        pane = self.window().findChild(QAction, "inspector")
        if pane is not None and not pane.isChecked():
            pane.trigger()
        if self.side is not None:
            self.side.show_source()

    def open_current(self) -> None:
        """Open the current step or procedure in the catalogue; for a gap, what could be attached."""
        block, step_id = self.walker.block, self.walker.stand.step
        if step_id is not None:
            self._open_step(step_id)
        elif block is not None and block.procedure is not None:
            self._open_procedure()
        else:
            self.show_block_menu()

    def _open_step(self, step_id: str) -> None:
        block = self.walker.block
        if block is not None and block.procedure is not None:
            self.session.go_to("catalogue", block.procedure.procedure.id, step_id)

    def _open_procedure(self) -> None:
        block = self.walker.block
        if block is not None and block.procedure is not None:
            self.session.go_to("catalogue", block.procedure.procedure.id)

    def show_block_menu(self) -> None:
        """Show what may stand in the current block."""
        key = self.walker.stand.block
        if key in self.page.blocks.buttons:
            self._on_block_menu(key, self.page.blocks.below(key))

    def _on_block_menu(self, key: str, at: QPoint) -> None:
        if key != self.walker.stand.block:
            self.walker.stand_at(Stand(key))
        worked, block = self.asking.worked, self.walker.block
        if worked is None or block is None or self.answer is None:
            return
        menu = editing.block_menu(self.session, worked.corridor.id, block, self.answer.reference, self)
        editing.show_menu(menu, at)

    def _attach(self, procedure_id: str) -> None:
        worked, key = self.asking.worked, self.walker.stand.block
        if worked is not None and key is not None:
            editing.bind(self.session, worked.corridor.id, key, procedure_id)

    def _show_list_menu(self, at: QPoint) -> None:
        self._show_menu("corridor_list_menu", self.actions_.of_corridor, at)

    def _show_chain_menu(self, at: QPoint) -> None:
        self._show_menu("corridor_chain_menu", self.actions_.of_chain, at)

    def _show_menu(self, name: str, actions: Sequence[QAction], at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName(name)
        menu.addActions(list(actions))
        editing.show_menu(menu, at)

    def copy_chart(self) -> None:
        """Put the chart on the clipboard, as an image and as SVG."""
        make = self._chart_maker()
        if make is not None:
            copy_picture(self, make)

    def save_chart(self) -> None:
        """Ask where, and save the chart."""
        make = self._chart_maker()
        if make is not None:
            save_picture(self, self.page.title.full_text, make)

    def _chart_maker(self) -> Make | None:
        answer = self.answer
        if answer is None or answer.worked is None:
            return None
        return chart_maker(answer.worked, answer.reference, self.session.palette, self.words)

    # -- what if

    def turn_what_if(self, *, on: bool) -> None:
        """Begin to leave steps out, or take them all back; nothing of it is kept."""
        self.striking = on
        self._enable()
        if not on and self.asking.question.struck:
            self.asking.strike_none()
        else:
            self._fill_side()

    def strike_current(self) -> None:
        """Leave the current step out, or put it back."""
        if self.walker.stand.step is not None:
            self._strike(self.walker.stand.step)

    def _strike(self, step_id: str) -> None:
        if self.striking:
            self.asking.strike(step_id)
