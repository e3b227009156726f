"""The window: five workspaces on a rail, with menus, toolbar, docks and status bar around them."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer
from customs_app.figures import tokens
from customs_app.ui.frame.actions import give_icon, make, show_undo
from customs_app.ui.frame.bars import Corner, ToolBar
from customs_app.ui.frame.docks import Dock
from customs_app.ui.frame.focus import FocusRing, next_pane
from customs_app.ui.frame.foot import Foot, Status
from customs_app.ui.frame.menus import Menus
from customs_app.ui.frame.rail import Rail
from customs_app.ui.session import Place, Session
from customs_app.ui.settings import Settings
from customs_app.ui.widgets.page_stack import PageStack
from customs_app.ui.workspace import Workspace
from customs_app.ui.workspaces import entry_of, rail_key

if TYPE_CHECKING:
    from customs_app.domain.edition import Edition
    from customs_app.ui.meeting.window import MeetingWindow

_AFTER_PAINT_MS = 30


class MainWindow(QMainWindow):
    """The whole window; built anew when language or theme change.

    `language_wanted`, `theme_wanted`, `file_wanted` (Path) and `closed` are for whoever owns it.
    """

    language_wanted = Signal(object)
    theme_wanted = Signal(str)
    file_wanted = Signal(object)
    closed = Signal()
    painted = Signal()

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session, self.settings = session, settings
        self.workspaces: dict[str, Workspace] = {}
        self.current: Workspace | None = None
        self.meeting: MeetingWindow | None = None
        self._painted = self._told_painted = False
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._settle_now)
        self._reveal = QTimer(self, singleShot=True, interval=0)
        self._reveal.timeout.connect(self._reveal_now)
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(False)
        self.resize(1440, 900)
        self._build()
        self.painted.connect(self._on_painted)
        session.navigate.connect(self._on_navigate)
        session.changed.connect(self._on_changed)
        session.saved.connect(self._show_undo)
        session.failed.connect(self._show_problems)
        session.ask_who = self._ask_who
        self._show_title()

    def _build(self) -> None:
        session, words = self.session, self.session.words
        self.undo_action = make(
            self, session, "undo", words.text("Undo"), session.undo, keys="Ctrl+Z", picture="undo-2"
        )
        self.redo_action = make(
            self, session, "redo", words.text("Redo"), session.redo, keys="Ctrl+Shift+Z", picture="redo-2"
        )
        # Each inside its parent from the beginning: the style sheet looks at all in a widget when it moves.
        self.top_right = Corner(session, self.menuBar())
        self.top_right.language_wanted.connect(self.language_wanted)
        centre = QWidget(self)
        self._stack = PageStack(centre)
        self.foot = Foot(session, centre)
        self.toolbar = ToolBar(session, self.undo_action, self.redo_action, self)
        self.search = self.toolbar.search
        self.toolbar.edition.wanted.connect(self._turn_to)
        self.toolbar.edition.freeze_wanted.connect(self._freeze)
        self.rail = Rail(session, self.show_workspace, self)
        self.left = Dock("left_dock", session, self, closable=False)
        self.right = Dock("right_dock", session, self, closable=True)
        self.status = Status(session, self)
        self.status.who.clicked.connect(self._say_who)
        self.meeting_action = make(
            self,
            session,
            "meeting_mode",
            words.text("Meeting mode…"),
            self.hold_meeting,
            keys="F11",
            picture="presentation",
        )
        self.toolbar.add_named(self.meeting_action)
        self.inspector_action = self._inspector_action()
        self.toolbar.add_named(self.inspector_action)
        self.menuBar().setFixedHeight(tokens.MENU)
        self.menus = Menus(self.menuBar(), session)
        self.export_menu = QMenu(words.text("E&xport"), self)
        self.menuBar().setCornerWidget(self.top_right, Qt.Corner.TopRightCorner)
        self._lay_out(centre)
        self.ring = FocusRing(self, session.palette)

    def _lay_out(self, centre: QWidget) -> None:
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        self.setCentralWidget(centre)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.toolbar)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.left)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.right)
        self.setStatusBar(self.status)

    def _inspector_action(self) -> QAction:
        action = self.right.toggleViewAction()
        action.setObjectName("inspector")
        action.setText(self.session.words.text("Inspector"))
        action.setToolTip(f"{action.text()} (F4)")
        action.setShortcut("F4")
        give_icon(action, "panel-right", self.session)
        return action

    def show_workspace(self, key: str) -> None:
        """Show a workspace; at the first time it is built, and finds again what it had open."""
        if self.current is not None and self.current.key == key:
            return
        self.settle()
        if self.current is not None:
            self.settings.docks[self.current.key] = self._dock_state()
        self.setUpdatesEnabled(False)
        workspace = self.workspaces.get(key) or self._make(key)
        self.current = workspace
        self.settings.workspace = key
        self.rail.actions_by_key[rail_key(key)].setChecked(True)
        self._stack.setCurrentWidget(workspace)
        if self._painted:
            self.menus.show_workspace(workspace)
            # Centre and docks are laid out in two turns of the loop, and painted together in a third.
            self._settle.start()
        else:
            self._settle_now()
            self._reveal_now()
        self._show_exports(workspace)
        workspace.focus_main()

    def settle(self) -> None:
        """Finish the change to another workspace, where it is under way."""
        if self._settle.isActive():
            self._settle_now()
        if self._reveal.isActive():
            self._reveal_now()

    def _settle_now(self) -> None:
        self._settle.stop()
        if self.current is not None:
            self._show_docks(self.current)
            self._tell()
        self._reveal.start()

    def _reveal_now(self) -> None:
        self._reveal.stop()
        self.setUpdatesEnabled(True)

    def _make(self, key: str) -> Workspace:
        # Inside its parent from the beginning: the style sheet looks at a widget and all in it at each move.
        workspace = entry_of(key).load()(self.session, self._stack)
        self.workspaces[key] = workspace
        self._stack.addWidget(workspace)
        self._take_side(workspace, self.left, workspace.left())
        if self._painted:
            self._take_side(workspace, self.right, workspace.inspector())
        workspace.told.connect(self._tell)
        workspace.acts_changed.connect(lambda: self._show_acts(workspace))
        workspace.restore_state(self.settings.workspaces.get(key, {}))
        return workspace

    @staticmethod
    def _take_side(workspace: Workspace, dock: Dock, widget: QWidget | None) -> None:
        if widget is not None:
            widget.setObjectName(widget.objectName() or f"{workspace.key}_{dock.objectName()}")
            dock.put(widget)
        workspace.setProperty(dock.objectName(), widget)

    def _on_painted(self) -> None:
        # The window is usable before its menus are filled and the inspector of the first workspace is built.
        self._painted = True
        self._fill_menus()
        self.status.show_round()
        if self.current is not None:
            self._take_side(self.current, self.right, self.current.inspector())
            self._show_side(self.right, self.current)
            self._tell()

    def _fill_menus(self) -> None:
        from customs_app.ui.frame.commands import fill_menus  # noqa: PLC0415 - not at start

        fill_menus(self)
        if self.current is not None:
            self.menus.show_workspace(self.current)

    def _show_acts(self, workspace: Workspace) -> None:
        if self._painted and workspace is self.current:
            self.menus.show_workspace(workspace)

    def _show_docks(self, workspace: Workspace) -> None:
        kept = self.settings.docks.get(workspace.key)
        if kept and kept != self._dock_state():
            self.restoreState(QByteArray(base64.b64decode(kept)))
        self.left.show()
        if not kept:
            self.right.show()
        for dock in (self.left, self.right):
            self._show_side(dock, workspace)
        if not kept:
            self.resizeDocks(
                [self.left, self.right],
                [workspace.left_width, workspace.right_width],
                Qt.Orientation.Horizontal,
            )

    def _show_side(self, dock: Dock, workspace: Workspace) -> None:
        widget = workspace.property(dock.objectName())
        late = dock is self.right and not self._painted and workspace.has_inspector
        if isinstance(widget, QWidget):
            dock.show_widget(widget, workspace.dock_actions()[0 if dock is self.left else 1])
        elif not late:
            dock.hide()
        if dock is self.right:
            self.inspector_action.setEnabled(isinstance(widget, QWidget) or late)

    def _show_exports(self, workspace: Workspace) -> None:
        targets = workspace.export_targets()
        for action in self.export_menu.actions():  # clear() would take the actions from their workspace
            self.export_menu.removeAction(action)
        self.export_menu.addActions(list(targets))
        self.export_menu.setEnabled(bool(targets))
        self.toolbar.show_exports(self.export_menu, targets)

    def _dock_state(self) -> str:
        return base64.b64encode(self.saveState().data()).decode()

    def _tell(self) -> None:
        workspace = self.current
        if workspace is None:
            return
        left, right = workspace.dock_titles()
        self.left.set_title(left)
        self.right.set_title(right)
        self.status.show_texts(workspace.status_text(), workspace.keys_text())

    def _on_navigate(self, place: Place) -> None:
        self.show_workspace(place.workspace)
        if self.current is None:
            return
        if place.beside is not None:
            self.current.show_beside(place.beside)
        elif place.procedure_id is not None or place.step_id is not None:
            self.current.go_to(place.procedure_id, place.step_id)
        self.current.focus_main()

    def _on_changed(self, _changes: object) -> None:
        self._show_undo()
        self._show_title()

    def _show_title(self) -> None:
        session, file = self.session, self.session.working.name
        name = file if session.edition is None else f"{session.edition.title} – {file}"
        self.setWindowTitle(session.words.text("{file} – Catalogue of customs procedures", file=name))
        self.toolbar.show_edition()
        self.meeting_action.setEnabled(session.edition is None)
        self._show_undo()

    def _show_undo(self, _reason: object = None) -> None:
        show_undo(self.session, self.undo_action, self.redo_action)

    def _ask_who(self) -> Reviewer:
        from customs_app.ui.frame.commands import ask_who  # noqa: PLC0415 - not at start

        return ask_who(self)

    def _say_who(self) -> None:
        from customs_app.ui.frame.commands import say_who  # noqa: PLC0415 - not at start

        say_who(self)

    def _show_problems(self, error: InputError) -> None:
        from customs_app.ui.frame.commands import show_problems  # noqa: PLC0415 - not at start

        show_problems(self, error)

    def _turn_to(self, edition: Edition | None) -> None:
        from customs_app.ui.frame import editions  # noqa: PLC0415 - not at start

        if edition is None:
            editions.show_working(self)
        else:
            editions.show_edition(self, edition)

    def _freeze(self) -> None:
        from customs_app.ui.frame import editions  # noqa: PLC0415 - not at start

        editions.freeze(self)

    def hold_meeting(self) -> None:
        """Ask which meeting is to be held, and show it on the full screen."""
        from customs_app.ui.meeting.opening import ask_meeting  # noqa: PLC0415 - not at start

        ask_meeting(self)

    def focus_next_pane(self) -> None:
        """Lead the focus to the next pane: left, centre, inspector, search."""
        centre = self.current.panes() if self.current is not None else ()
        next_pane([self.left, *centre, self.right])

    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        self.search.focus_it()

    def commit_edits(self) -> None:
        """Write what is being edited, in whichever view."""
        for workspace in self.workspaces.values():
            workspace.commit_edits()

    def remember(self) -> None:
        """Put layout, open things and selections into the settings."""
        self.settle()
        settings = self.settings
        settings.geometry = base64.b64encode(self.saveGeometry().data()).decode()
        if self.current is not None:
            settings.docks[self.current.key] = self._dock_state()
        for key, workspace in self.workspaces.items():
            settings.workspaces[key] = dict(workspace.save_state())

    def restore(self) -> None:
        """Take layout and the current workspace from the settings."""
        if self.settings.geometry:
            self.restoreGeometry(QByteArray(base64.b64decode(self.settings.geometry)))
        self.show_workspace(entry_of(self.settings.workspace).key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window stands."""
        super().paintEvent(event)
        if not self._told_painted:
            self._told_painted = True
            # Counted from the end of the painting, which goes on inside the children.
            QTimer.singleShot(0, self, self._wait_after_paint)

    def _wait_after_paint(self) -> None:
        QTimer.singleShot(_AFTER_PAINT_MS, self, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this machine."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a catalogue, or import a country folder or an office's workbook, that was dragged in."""
        from customs_app.exchange.office_workbook.layout import is_workbook  # noqa: PLC0415 - not at start
        from customs_app.ui.frame import files  # noqa: PLC0415 - not at start

        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        sources = [path for path in paths if path.is_dir() or is_workbook(path)]
        if sources:
            files.import_folders(self, sources)
        elif paths:
            self.file_wanted.emit(paths[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is open, end long work, and remember the layout."""
        if self.meeting is not None:
            self.meeting.close()
        self.commit_edits()
        self.remember()
        self.settings.save()
        super().closeEvent(event)
        self.closed.emit()
