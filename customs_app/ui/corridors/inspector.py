"""The dock at the right: the chosen block with its steps, and what is said of both."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from customs_app.ui.corridors.block_head import BlockHead
from customs_app.ui.corridors.figures_section import FiguresSection
from customs_app.ui.corridors.looks import BlockSheet, FigureLook, NoteLook, WhatIfLook
from customs_app.ui.corridors.notes_section import NotesSection
from customs_app.ui.corridors.steps_list import StepsList
from customs_app.ui.corridors.turns import Turns
from customs_app.ui.corridors.what_if_section import WhatIfSection
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.section import sections_page
from customs_app.ui.widgets.small import Rule

_SOON_MS = 40


class ChainInspector(QSplitter):
    """The list of steps above, sections below; the sections follow as soon as the cursor rests.

    `step_chosen`, `step_opened` and `step_struck` carry ids of steps, `block_menu_asked` a place on the
    screen, `opened` is asked for the procedure in the catalogue, `attached` has the id of one to attach.
    """

    step_chosen = Signal(str)
    step_opened = Signal(str)
    step_struck = Signal(str)
    steps_menu_asked = Signal(QPoint)
    block_menu_asked = Signal(QPoint)
    opened = Signal()
    attached = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(Qt.Orientation.Vertical)
        text = session.words.text
        self._session = session
        self._sheet: BlockSheet | None = None
        self._whole: tuple[NoteLook, ...] = ()
        self._step: str | None = None
        self.setObjectName("corridor_inspector")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.steps = StepsList(session)
        self.figures = FiguresSection(session)
        self.repeated = NotesSection(session, "repeated", text("Repeated along the chain"))
        self.border = NotesSection(session, "border_times", text("Measured at the border"))
        self.guarantees = NotesSection(session, "guarantees", text("Guarantees and escorts"))
        self.payments = NotesSection(session, "payments", text("Payments"))
        self.savings = NotesSection(session, "savings", text("What could be saved together"))
        self.what_if = WhatIfSection(session)
        self.head = BlockHead(session)
        self._blank = wrapped(text("Choose a block of the chain to see its steps and sources"), role="second")
        self._lay_out()
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._begin)
        self._turns = Turns(self)
        self._connect()
        self.show_sheet(None)

    # -- contents

    def show_sheet(
        self, sheet: BlockSheet | None, *, what_if: WhatIfLook | None = None, striking: bool = False
    ) -> None:
        """Show a block; `striking` says that a what-if is on, `what_if` what it comes to."""
        self._sheet = sheet
        self._pages.setCurrentIndex(0 if sheet is None else 1)
        self.steps.setVisible(sheet is not None and bool(sheet.steps))
        if sheet is not None:
            self.head.show_sheet(sheet)
            self.steps.show_steps(sheet.steps, boxes=striking)
            self.steps.show_chosen(self._step)
        self.what_if.show_state(what_if, on=striking)
        self._place_what_if(first=striking)
        self._soon.start()

    def _place_what_if(self, *, first: bool) -> None:
        """A what-if stands before all else as long as it is on, and at the end where it is only offered."""
        page = self._scroll.widget()
        column = page.layout() if page is not None else None
        if isinstance(column, QVBoxLayout):
            last = column.count() - 2  # the stretch stands below
            at = 0 if first else last
            if column.indexOf(self.what_if) != at:
                column.removeWidget(self.what_if)
                column.insertWidget(at, self.what_if)

    def show_whole(self, savings: Sequence[NoteLook]) -> None:
        """Say what is true of the whole chain, whichever block is chosen."""
        self._whole = tuple(savings)
        self._soon.start()

    def show_step(self, step_id: str | None) -> None:
        """Choose a step, or none of the block."""
        self._step = step_id
        self.steps.show_chosen(step_id)
        self._soon.start()

    def show_now(self) -> None:
        """Do not wait until the cursor rests."""
        self._begin()
        self._turns.finish()

    def _begin(self) -> None:
        """Show one section a turn of the loop: all of them at once would hold it up."""
        self._soon.stop()
        sheet = self._sheet
        if sheet is None:
            self._turns.do(())
            return
        self.figures.setVisible(bool(sheet.steps))
        figures, of_step = self._figures(sheet), self._step is not None
        self._turns.do(
            (
                lambda: self.figures.show_figures(figures, of_step=of_step),
                lambda: self.repeated.show_notes(sheet.repeated),
                lambda: self.border.show_notes(sheet.border),
                lambda: self.guarantees.show_notes(sheet.guarantees),
                lambda: self.payments.show_notes(sheet.payments),
                lambda: self.savings.show_notes(self._whole),
            )
        )

    def show_source(self) -> None:
        """Unfold the source of what is chosen, and bring it into sight."""
        self.show_now()
        line = self.figures.unfold_source()
        if line is not None:
            self._scroll.ensureWidgetVisible(line, 0, 40)

    def _figures(self, sheet: BlockSheet) -> tuple[FigureLook, ...]:
        if self._step is not None:
            return next((one.figures for one in sheet.steps if one.step_id == self._step), ())
        return tuple(figure for one in sheet.steps if one.counted for figure in one.figures if figure.counts)

    # -- building

    def _lay_out(self) -> None:
        blank = QWidget()
        inner = QVBoxLayout(blank)
        inner.setContentsMargins(10, 10, 10, 10)
        inner.addWidget(self._blank)
        inner.addStretch()
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Rule(self._session.palette))
        column.addWidget(self.steps, 1)
        column.addStretch(0)
        parts = (self.figures, self.repeated, self.border, self.guarantees, self.payments, self.savings)
        self._scroll = sections_page(
            "corridor_sections", self._session.words.text("About the block"), (*parts, self.what_if)
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(blank)
        self._pages.addWidget(top)
        self.addWidget(self._pages)
        self.addWidget(self._scroll)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.setSizes([380, 380])

    def _connect(self) -> None:
        self.head.opened.connect(self.opened)
        self.head.attached.connect(self.attached)
        self.head.menu_asked.connect(self.block_menu_asked)
        self.steps.chosen.connect(self.step_chosen)
        self.steps.opened.connect(self.step_opened)
        self.steps.struck.connect(self.step_struck)
        self.steps.menu_asked.connect(self.steps_menu_asked)
        for section in (self.repeated, self.border, self.guarantees, self.payments, self.savings):
            section.step_chosen.connect(self.step_chosen)
