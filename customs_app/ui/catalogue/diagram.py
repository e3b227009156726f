"""The open procedure as a picture in place of its table: in lanes, or how its time adds up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customs_app.domain.procedure import Step
from customs_app.figures.picture import About, Hotspot, Picture
from customs_app.figures.swimlane import swimlane
from customs_app.figures.time_procedure import time_procedure
from customs_app.figures.tokens import Palette
from customs_app.language.words import N_, Words
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.pictures.frame import Frame
from customs_app.ui.pictures.page import PicturePage
from customs_app.ui.pictures.switch import Switch
from customs_app.ui.pictures.tools import PictureTools

if TYPE_CHECKING:
    from customs_app.ui.catalogue.workspace import CatalogueWorkspace


class Kind(StrEnum):
    """Which picture."""

    LANES = "lanes"
    TIME = "time"


_NAMES = {Kind.LANES: N_("Swimlanes"), Kind.TIME: N_("Time")}


class Diagram(QObject):
    """`page` stands where the table did, `tools` in the bar above it."""

    def __init__(self, workspace: CatalogueWorkspace) -> None:
        super().__init__(workspace)
        self._workspace, self._words = workspace, workspace.words
        self.kind = Kind.LANES
        self._opened: OpenProcedure | None = None
        self.page = PicturePage(workspace.session, "catalogue_picture", workspace.pane)
        self.page.more = workspace.actions_.of_places()
        self.tools = QWidget(workspace.pane.bar)
        self.tools.setObjectName("diagram_tools")
        self._switch = Switch(
            "diagram_kind",
            self._words.text("Which picture"),
            [(kind, self._words.text(name)) for kind, name in _NAMES.items()],
            self.tools,
        )
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._switch)
        row.addStretch(1)
        row.addWidget(PictureTools(self.page, self.tools))
        workspace.addActions(self.page.acts.every)
        self._switch.chosen.connect(self._on_kind)
        self.page.chosen.connect(self._on_chosen)
        self.page.opened.connect(self._on_opened)
        self.page.left.connect(workspace.leave_diagram)
        self.page.told.connect(workspace.told)

    def take_kind(self, kind: str) -> None:
        """Show another picture; an unknown name shows the one shown last."""
        if kind in set(Kind):
            self.kind = Kind(kind)
        self._switch.show_chosen(self.kind)

    def show_opened(self, opened: OpenProcedure, step: Step | None) -> None:
        """Show a procedure; of the same one as before the picture stays where it is."""
        before, self._opened = self._opened, opened
        same = before is not None and before.full.procedure.id == opened.full.procedure.id
        if before is not opened:
            self._show(anew=not same)
        if step is not None:
            self.select(step.id)

    def select(self, step_id: str) -> None:
        """Frame a step."""
        self.page.view.select(step_id)

    def keys_text(self) -> str:
        """The most useful keys."""
        return self._words.text("← → step · + − 0 size · T as a table · M mark · Enter to the table · G back")

    # -- inside

    def _show(self, *, anew: bool) -> None:
        opened = self._opened
        if opened is None:
            return
        maker = _Maker(opened, self.kind, self._workspace.session.palette, self._words)
        self.page.show_made(maker, anew=anew, flexible=self.kind is Kind.TIME)

    def _on_kind(self, kind: object) -> None:
        self.kind = Kind(str(kind))
        self._show(anew=True)
        self.page.main.setFocus()

    def _on_chosen(self, spot: Hotspot) -> None:
        if spot.about is About.STEP:
            self._workspace.show_step(spot.target)

    def _on_opened(self, spot: Hotspot) -> None:
        """Go to the step in the table."""
        if spot.about is About.STEP:
            self._workspace.leave_diagram()
            self._workspace.show_step(spot.target)
            self._workspace.focus_main()


@dataclass(frozen=True, slots=True)
class _Maker:
    opened: OpenProcedure
    kind: Kind
    palette: Palette
    words: Words

    def __call__(self, frame: Frame) -> Picture:
        opened = self.opened
        if self.kind is Kind.TIME:
            return time_procedure(
                opened.full,
                opened.reference,
                self.palette,
                self.words,
                case=opened.case,
                width=frame.width,
                height=frame.height,
                titled=frame.titled,
            )
        return swimlane(
            opened.full,
            opened.reference,
            self.palette,
            self.words,
            case=opened.case,
            marks=opened.marks,
            titled=frame.titled,
        )
