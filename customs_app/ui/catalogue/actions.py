"""What can be done in the catalogue workspace: its actions, and the commands they run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDockWidget

from customs_app.catalogue import commands
from customs_app.domain.errors import InputError
from customs_app.domain.procedure import DocumentUse
from customs_app.domain.text import Message
from customs_app.paths import STARTING
from customs_app.ui.catalogue.typed import Values
from customs_app.ui.session import Beside

if TYPE_CHECKING:
    from customs_app.ui.catalogue.mark_panel import Draft
    from customs_app.ui.catalogue.workspace import CatalogueWorkspace
    from customs_app.ui.main_window import MainWindow


class Actions(QObject):
    """The actions of the workspace, each with its key, and what they do."""

    def __init__(self, workspace: "CatalogueWorkspace") -> None:
        super().__init__(workspace)
        self._workspace, self._session = workspace, workspace.session
        self._words = workspace.words
        self._make()

    def _make(self) -> None:
        act, text = self._workspace.act, self._words.text
        self.new_procedure = act("new_procedure", text("New procedure…"), self.ask_procedure, picture="plus")
        self.edit = act("edit", text("Edit in place"), self._edit_cell, keys="F2")
        self.edit_all = act(
            "edit_all", text("Edit all fields"), self.open_editor, keys="Ctrl+Return", picture="pencil"
        )
        self.add = act("add_step", text("Add step"), self.open_new, keys="Ins", picture="list-plus")
        self.delete = act("delete_step", text("Delete step…"), self.ask_delete, keys="Del", picture="trash-2")
        self.up = act("move_up", text("Move up"), lambda: self._move(-1), keys="Alt+Up", picture="arrow-up")
        self.down = act(
            "move_down", text("Move down"), lambda: self._move(1), keys="Alt+Down", picture="arrow-down"
        )
        self.mark = act("mark", text("Mark…"), self.mark_current, keys="M", picture="list-checks")
        self.without = act("without", text("Who lives without it?"), self._who_without, keys="W")
        self.next_unknown = act(
            "next_unknown", text("Next step with something unknown"), self._next_unknown, keys="L"
        )
        self.compare_with = act(
            "compare_with",
            text("Compare with…"),
            self._compare_with,
            keys="P",
            picture="git-compare-arrows",
        )
        self.diagram = act(
            "diagram",
            text("Diagram"),
            self._workspace.turn_diagram,
            keys="G",
            picture="workflow",
            menu="view",
            checkable=True,
        )
        self.remove_document = act(
            "remove_document", text("Remove document from the step"), self._remove_document
        )
        self.clear_filters = act("clear_filters", text("Clear filters"), self._workspace.clear_filters)
        self.starting = act("take_starting", text("Take the starting content"), self._take_starting)
        self.import_folder = act("import_folder", text("Import a country folder…"), self._import_folder)
        self.first = act("first_procedure", text("Write the first procedure…"), self.ask_procedure)

    @property
    def ways_on(self) -> Sequence[QAction]:
        """What can be done about an empty catalogue."""
        return (self.starting, self.import_folder, self.first)

    def of_steps(self) -> Sequence[QAction]:
        """The menu of a step."""
        return (
            self.edit, self.edit_all, self.mark, self.add, self.up, self.down, self.delete, self.without,
            self.next_unknown, self.compare_with,
        )  # fmt: skip

    def of_places(self) -> Sequence[QAction]:
        """The menu of a step in the diagram."""
        return (self.edit_all, self.mark, self.add, self.delete, self.without, self.compare_with)

    def of_document(self, _use: object) -> Sequence[QAction]:
        """The menu of a document of a step."""
        return (self.mark, self.remove_document)

    def enable(self) -> None:
        """Let only what can be done be chosen."""
        writable = not self._session.catalogue.read_only
        opened, step = self._workspace.opened is not None, self._workspace.step is not None
        for action in (self.edit, self.edit_all, self.delete, self.up, self.down, self.mark):
            action.setEnabled(step and writable)
        self.add.setEnabled(opened and writable)
        self.compare_with.setEnabled(opened)
        self.diagram.setEnabled(opened)
        self.without.setEnabled(step)
        self.new_procedure.setEnabled(writable)
        empty = self._workspace.tree.model.first_procedure() is None
        for action in self.ways_on:
            action.setEnabled(writable and empty)
            action.setVisible(empty)

    # -- steps

    def edit_values(self, step_id: str, values: Values) -> None:
        """Write what was typed into a cell."""
        self._session.run(commands.EditStep(step_id, values))

    def open_editor(self) -> None:
        """Open the form for the chosen step."""
        workspace, step = self._workspace, self._workspace.step
        if workspace.opened is not None and step is not None:
            self._show_inspector()
            workspace.side.edit(workspace.opened, step)

    def open_new(self) -> None:
        """Open the form for a new step behind the chosen one."""
        workspace = self._workspace
        if workspace.opened is not None:
            self._show_inspector()
            workspace.side.edit(workspace.opened, None)

    def save_editor(self, step_id: str, values: Values) -> None:
        """Write what the form holds; what the catalogue cannot take is said in the form."""
        from customs_app.ui.catalogue.step_editor import NEW  # noqa: PLC0415 - not at start

        workspace, editor = self._workspace, self._workspace.side.editor
        if workspace.opened is None:
            return
        after = workspace.step.id if workspace.step else None
        command: commands.Command = commands.EditStep(step_id, values)
        if step_id == NEW:
            command = commands.AddStep(workspace.opened.full.procedure.id, after, values)
        try:
            self._session.catalogue.preview(command, self._session.who)
        except InputError as error:
            self._complain(error)
            return
        changes = self._session.run(command)
        if changes is None:
            editor.complain(self._words.text("It could not be saved"))
            return
        editor.written()
        if changes.new_id is not None:
            workspace.show_step(changes.new_id)

    def _complain(self, error: InputError) -> None:
        from customs_app.ui.step_columns import FIELDS  # noqa: PLC0415 - not at start

        wrong: dict[str, Message] = {}
        rest = []
        for problem in error.problems:
            if problem.column is not None and problem.column in FIELDS:
                wrong[problem.column] = Message("expected: {what}", {"what": problem.expected})
            else:
                rest.append(self._words.say(problem.expected))
        says = self._words.say(error.message)
        self._workspace.side.editor.complain_fields(wrong)
        self._workspace.side.editor.complain("\n".join([says, *rest]))

    def ask_delete(self) -> None:
        """Ask, saying what goes with it, and delete the chosen step."""
        from customs_app.ui.catalogue.dialogs import what_goes  # noqa: PLC0415 - not at start
        from customs_app.ui.dialogs.delete import ask_delete  # noqa: PLC0415 - not at start

        workspace, step = self._workspace, self._workspace.step
        if workspace.opened is not None and step is not None:
            words, opened = self._words, workspace.opened
            ask_delete(
                workspace,
                words,
                "delete_step",
                title=words.text("Delete the step"),
                question=words.text(
                    "Delete step {n}, “{title}”?", n=str(step.seq), title=step.title[words.language]
                ),
                details="\n".join(what_goes(words, opened, step)),
                go_on=lambda: self._delete(step.id),
            )

    def _delete(self, step_id: str) -> None:
        rows = [row.step.id for row in self._workspace.pane.model.shown_rows()]
        place = rows.index(step_id) if step_id in rows else 0
        left = [one for one in rows if one != step_id]
        if self._session.run(commands.DeleteStep(step_id)) is not None and left:
            self._workspace.show_step(left[min(place, len(left) - 1)])

    def _move(self, by: int) -> None:
        step = self._workspace.step
        if step is not None:
            self._session.run(commands.MoveStep(step.id, by))

    def _edit_cell(self) -> None:
        self._workspace.leave_diagram()
        self._workspace.pane.table.edit_cell()

    def _next_unknown(self) -> None:
        workspace = self._workspace
        opened, rows = workspace.opened, workspace.pane.model.shown_rows()
        if opened is None or not rows:
            return
        ids = [row.step.id for row in rows]
        at = ids.index(workspace.step.id) if workspace.step and workspace.step.id in ids else -1
        for row in (*rows[at + 1 :], *rows[: at + 1]):
            if row.unknown:
                workspace.show_step(row.step.id)
                return

    def _who_without(self) -> None:
        """Show in the inspector how other countries live with the activity of the step, or without it."""
        if self._workspace.step is not None:
            self._show_inspector()
            self._workspace.side.focus_peers()

    def _compare_with(self) -> None:
        """Ask with which procedure the one that is open is to be compared step by step."""
        opened = self._workspace.opened
        if opened is None:
            return
        from customs_app.ui.pair.choose import choose_procedure  # noqa: PLC0415 - not at start

        one = opened.full.procedure.id
        dialog = choose_procedure(self._session, one, self._workspace.window())
        at = self._workspace.step.id if self._workspace.step is not None else ""
        dialog.taken.connect(
            lambda other: self._session.set_beside(Beside(one, other, came_from="catalogue", step_id=at))
        )
        dialog.edition_taken.connect(
            lambda edition: self._session.set_beside(
                Beside(one, one, came_from="catalogue", step_id=at, edition=edition)
            )
        )

    # -- marks and documents

    def mark_current(self) -> None:
        """Mark the document that has the focus in the inspector, or the chosen step."""
        use = self._workspace.current_document()
        self.open_marking(use.document_id if use else None)

    def open_marking(self, document_id: object) -> None:
        """Open the panel that marks the chosen step, or a document of it (id)."""
        workspace, step = self._workspace, self._workspace.step
        if workspace.opened is not None and step is not None:
            self._show_inspector()
            target = document_id if isinstance(document_id, str) else None
            workspace.side.mark(workspace.opened, step, target)

    def record_mark(self, step_id: str, document_id: object, draft: "Draft") -> None:
        """Write a mark."""
        if draft.verdict is None:
            return
        target = document_id if isinstance(document_id, str) else None
        self._session.run(
            commands.SetMark(
                step_id,
                draft.verdict,
                draft.reason,
                document_id=target,
                article=draft.article or None,
                merge_into=draft.merge_into,
            )
        )

    def remove_mark(self, mark_id: str) -> None:
        """Take one's own mark back."""
        self._session.run(commands.RemoveMark(mark_id))

    def confirm_mark(self, mark_id: str) -> None:
        """Say that a stale mark holds."""
        self._session.run(commands.ConfirmMark(mark_id))

    def add_document(self) -> None:
        """Ask which document the chosen step handles."""
        workspace, step = self._workspace, self._workspace.step
        if workspace.opened is None or step is None:
            return
        from customs_app.ui.catalogue.dialogs import DocumentDialog  # noqa: PLC0415 - not at start

        dialog = DocumentDialog(self._words, workspace.opened, step, workspace)

        def finished(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                use = dialog.use
                self._session.run(
                    commands.SetUse(use.step_id, use.document_id, use.role, use.form, use.copies)
                )
            dialog.deleteLater()

        dialog.finished.connect(finished)
        dialog.open()

    def _remove_document(self) -> None:
        use = self._workspace.side.documents.current
        if isinstance(use, DocumentUse):
            self._session.run(commands.RemoveUse(use.step_id, use.document_id, use.role))

    # -- procedures

    def ask_procedure(self) -> None:
        """Ask for a new procedure and write it."""
        from customs_app.ui.catalogue.dialogs import NewProcedureDialog  # noqa: PLC0415 - not at start

        opened = self._workspace.opened
        country = opened.full.procedure.country if opened else None
        dialog = NewProcedureDialog(self._session, country, self._workspace)

        def finished(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                changes = self._session.run(commands.AddProcedure(dialog.country, dialog.values))
                if changes is not None and changes.new_id is not None:
                    self._workspace.open_procedure(changes.new_id)
            dialog.deleteLater()

        dialog.finished.connect(finished)
        dialog.open()

    def _take_starting(self) -> None:
        from customs_app.ui.frame.files import import_folders  # noqa: PLC0415 - used once in the life of a file

        countries = sorted(path for path in (STARTING / "countries").iterdir() if path.is_dir())
        import_folders(self._window(), countries, asked=True)

    def _import_folder(self) -> None:
        from customs_app.ui.frame.files import choose_import  # noqa: PLC0415 - used once in the life of a file

        choose_import(self._window())

    def _window(self) -> "MainWindow":
        from customs_app.ui.main_window import MainWindow  # noqa: PLC0415 - it imports the workspaces

        window = self._workspace.window()
        if not isinstance(window, MainWindow):
            raise TypeError("the workspace stands in no window")
        return window

    def _show_inspector(self) -> None:
        dock = self._workspace.side.window().findChild(QDockWidget, "right_dock")
        if dock is not None:
            dock.show()
