"""What is changed about corridors: each is one command of the journal and can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from customs_app.domain.corridor import Block, Corridor
from customs_app.domain.procedure import Procedure
from customs_app.domain.reference import Reference
from customs_app.language.labels import label
from customs_app.ui.corridors.corridor_dialog import CorridorDialog, first_legs
from customs_app.ui.dialogs.delete import ask_delete
from customs_app.ui.session import Session


def add_corridor(session: Session, parent: QWidget, done: Callable[[str], object]) -> None:
    """Ask for a new corridor, and add it; `done` has its id."""
    dialog = CorridorDialog(session, session.catalogue.reference(), None, parent)
    dialog.model.show_legs(first_legs())

    def add() -> None:
        from customs_app.catalogue.commands import AddCorridor  # noqa: PLC0415 - not before it is used

        changes = session.run(AddCorridor(dialog.values, dialog.legs))
        if changes is not None and changes.new_id is not None:
            done(changes.new_id)

    _open(dialog, add)


def edit_corridor(session: Session, corridor: Corridor, parent: QWidget) -> None:
    """Ask what is to be changed about a corridor, and change that."""
    dialog = CorridorDialog(session, session.catalogue.reference(), corridor, parent)
    values, legs = dialog.values, dialog.legs

    def edit() -> None:
        from customs_app.catalogue.commands import EditCorridor, SetLegs  # noqa: PLC0415 - as above

        changed = {name: value for name, value in dialog.values.items() if value != values[name]}
        if changed and session.run(EditCorridor(corridor.id, changed)) is None:
            return
        if dialog.legs != legs:
            session.run(SetLegs(corridor.id, dialog.legs))

    _open(dialog, edit)


def delete_corridor(session: Session, corridor: Corridor, parent: QWidget) -> None:
    """Ask whether a corridor is to go, and remove it."""
    words = session.words

    def remove() -> None:
        from customs_app.catalogue.commands import RemoveCorridor  # noqa: PLC0415 - as above

        session.run(RemoveCorridor(corridor.id))

    ask_delete(
        parent,
        words,
        "delete_corridor",
        title=words.text("Delete corridor"),
        question=words.text("Delete the corridor “{corridor}”?", corridor=corridor.name),
        details="\n".join(
            [
                words.count("{n} place goes with it.", "{n} places go with it.", len(corridor.legs)),
                words.text("What was attached to its blocks goes too; no procedure does."),
                words.text("It can be undone (Ctrl+Z)."),
            ]
        ),
        go_on=remove,
    )


def block_menu(
    session: Session, corridor_id: str, block: Block, reference: Reference, parent: QWidget
) -> QMenu:
    """What may stand in a block: the procedures that fit, none on purpose, or what is proposed."""
    words, text = session.words, session.words.text
    menu = QMenu(parent)
    menu.setObjectName("corridor_block_menu")
    now = block.procedure.procedure if block.procedure is not None else None
    offered = [*([now] if now is not None else []), *(one for one in block.others if one != now)]
    head = menu.addAction(text("Procedure of this block") if offered else text("No procedure fits here"))
    head.setEnabled(False)
    group = QActionGroup(menu)
    for procedure in offered:
        action = _entry(menu, group, _name(procedure, reference, session), checked=procedure == now)
        action.setObjectName(f"bind_{procedure.id}")
        action.triggered.connect(lambda _=False, one=procedure.id: bind(session, corridor_id, block.key, one))
    none = _entry(
        menu, group, text("No procedure here, on purpose"), checked=now is None and not block.proposed
    )
    none.setObjectName("bind_none")
    none.triggered.connect(lambda _=False: bind(session, corridor_id, block.key, None))
    menu.addSeparator()
    anew = menu.addAction(text("Back to what is proposed"))
    anew.setObjectName("unbind")
    anew.setEnabled(not block.proposed)
    anew.triggered.connect(lambda _=False: unbind(session, corridor_id, block.key))
    for key in block.takes_in:
        menu.addAction(_apart(session, corridor_id, key, menu))
    if session.catalogue.read_only:
        for action in menu.actions():
            action.setEnabled(False)
    menu.setToolTip(words.say(block.why))
    return menu


def show_menu(menu: QMenu, at: QPoint) -> None:
    """Show a menu that goes when it is closed."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def _apart(session: Session, corridor_id: str, key: str, menu: QMenu) -> QAction:
    """The way to a block at the border whose work this procedure does as well."""
    action = QAction(session.words.text("Show the border as a block of its own"), menu)
    action.setObjectName(f"apart_{key}")
    action.triggered.connect(lambda _=False: bind(session, corridor_id, key, None))
    return action


def _entry(menu: QMenu, group: QActionGroup, name: str, *, checked: bool) -> QAction:
    action = menu.addAction(name.replace("&", "&&"))
    action.setCheckable(True)
    group.addAction(action)
    action.setChecked(checked)
    return action


def _name(procedure: Procedure, reference: Reference, session: Session) -> str:
    words = session.words
    parts = [procedure.title[words.language], label(procedure.mode, words)]
    place = reference.locations.get(procedure.location_id or "")
    if place is not None:
        parts.append(place.name[words.language])
    return " · ".join(parts)


def bind(session: Session, corridor_id: str, key: str, procedure_id: str | None) -> None:
    """Let a procedure stand in a block, or none on purpose."""
    from customs_app.catalogue.commands import BindBlock  # noqa: PLC0415 - as above

    session.run(BindBlock(corridor_id, key, procedure_id))


def unbind(session: Session, corridor_id: str, key: str) -> None:
    """Let what the application proposes stand in a block."""
    from customs_app.catalogue.commands import UnbindBlock  # noqa: PLC0415 - as above

    session.run(UnbindBlock(corridor_id, key))


def _open(dialog: CorridorDialog, accepted: Callable[[], object]) -> None:
    dialog.accepted.connect(accepted)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
