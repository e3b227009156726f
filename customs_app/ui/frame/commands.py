"""What the commands of the frame do: the menus' contents, and the dialogs behind them."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QTableView, QTreeView

from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer
from customs_app.language.words import N_
from customs_app.ui.frame import files
from customs_app.ui.frame.actions import make
from customs_app.ui.frame.bars import LANGUAGES
from customs_app.ui.session import NOBODY
from customs_app.ui.widgets.copying import copy_cells

if TYPE_CHECKING:
    from customs_app.ui.main_window import MainWindow

THEMES = (
    ("system", N_("As the system")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("high_contrast", N_("High contrast")),
)


def fill_menus(window: "MainWindow") -> None:
    """Put the frame's own commands into the menus of a new window."""
    words, menus = window.session.words, window.menus
    menus.fill("file", files.file_actions(window))
    menus.fill("edit", _edit_actions(window))
    menus.fill("view", [window.inspector_action, _theme_menu(window), _language_menu(window)])
    go = window.rail.actions_by_key
    pane = _act(window, "next_pane", words.text("Next pane"), window.focus_next_pane, keys="F6")
    menus.fill("go", [*go.values(), None, pane])
    for menu, key in (("catalogue", "catalogue"), ("review", "review"), ("proposal", "proposals")):
        show = _act(
            window,
            f"show_{key}",
            words.text("Show this workspace"),
            lambda key=key: window.show_workspace(key),
        )
        menus.fill(menu, [show])
    menus.fill("tools", _tools_actions(window))
    menus.fill("help", _help_actions(window))


def ask_who(window: "MainWindow") -> Reviewer:
    """Ask before the first change who makes it; NOBODY where that is put off."""
    from customs_app.ui.dialogs.identity import IdentityDialog  # noqa: PLC0415 - not at start

    dialog = IdentityDialog(window.session, window)
    dialog.exec()
    _take_who(window, dialog.who)
    return dialog.who


def say_who(window: "MainWindow") -> None:
    """Let the user say who he or she is, while the window stays usable."""
    from customs_app.ui.dialogs.identity import IdentityDialog  # noqa: PLC0415 - not at start

    dialog = IdentityDialog(window.session, window)
    dialog.setModal(False)

    def finished(_result: int) -> None:
        if dialog.who != NOBODY:
            window.session.who = dialog.who
        _take_who(window, dialog.who)
        dialog.deleteLater()

    dialog.finished.connect(finished)
    dialog.show()


def _take_who(window: "MainWindow", who: Reviewer) -> None:
    window.settings.asked_who = True
    if who != NOBODY:
        window.settings.name, window.settings.delegation = who.name, who.delegation
    window.settings.save()


def show_problems(window: "MainWindow", error: InputError) -> None:
    """List all that is wrong with what was given."""
    from customs_app.ui.dialogs.lists import problems_dialog  # noqa: PLC0415 - not at start

    words = window.session.words
    dialog = problems_dialog(window, window.session, words.say(error.message), error.problems)
    dialog.open()


def show_keys(window: "MainWindow") -> None:
    """Show the keys of the current view, then those of the window, as a small sheet."""
    from customs_app.ui.dialogs.lists import keys_dialog  # noqa: PLC0415 - not at start

    workspace = window.current
    own = [] if workspace is None else [*_keys_of(workspace.actions()), *workspace.keys()]
    every = _keys_of(window.findChildren(QAction))
    keys_dialog(window, window.session, [*own, *(row for row in every if row not in own)]).open()


def _keys_of(actions: list[QAction]) -> list[tuple[str, str]]:
    rows = []
    for action in actions:
        for shortcut in action.shortcuts():
            rows.append((shortcut.toString(), action.text().replace("&", "").rstrip("…")))  # noqa: PERF401
    return list(dict.fromkeys(rows))


def _edit_actions(window: "MainWindow") -> list[QAction | QMenu | None]:
    words = window.session.words

    def copy() -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QTableView | QTreeView):
            copy_cells(focus)

    def filter_() -> None:
        if window.current is not None:
            window.current.focus_filter()

    return [
        window.undo_action,
        window.redo_action,
        None,
        _act(window, "copy_cells", words.text("Copy cells with headers"), copy),
        None,
        _act(window, "find", words.text("Search everything"), window.focus_search, keys="Ctrl+K"),
        _act(window, "filter", words.text("Filter this view"), filter_, keys="/"),
    ]


def _theme_menu(window: "MainWindow") -> QMenu:
    words = window.session.words
    menu = QMenu(words.text("Theme"), window)
    group = QActionGroup(menu)
    for name, title in THEMES:
        action = _act(
            window,
            f"theme_{name}",
            words.text(title),
            lambda name=name: window.theme_wanted.emit(name),
            checkable=True,
        )
        action.setChecked(window.settings.theme == name)
        group.addAction(action)
        menu.addAction(action)
    return menu


def _language_menu(window: "MainWindow") -> QMenu:
    menu = QMenu(window.session.words.text("Language"), window)
    group = QActionGroup(menu)
    for language, name in LANGUAGES.items():
        action = _act(
            window,
            f"view_language_{language}",
            name,
            lambda language=language: window.language_wanted.emit(language),
            checkable=True,
        )
        action.setChecked(language is window.session.language)
        group.addAction(action)
        menu.addAction(action)
    return menu


def _tools_actions(window: "MainWindow") -> list[QAction | QMenu | None]:
    words = window.session.words

    def rates() -> None:
        from customs_app.ui.dialogs.rates import RatesDialog  # noqa: PLC0415 - not at start

        RatesDialog(window.session, window).open()

    def papers() -> None:
        from customs_app.ui.meeting.minutes_dialog import ask_minutes  # noqa: PLC0415 - not at start

        ask_minutes(window)

    return [
        window.meeting_action,
        _act(window, "minutes", words.text("Minutes of a meeting…"), papers),
        None,
        _act(window, "who", words.text("Who I am…"), lambda: say_who(window)),
        _act(window, "rates", words.text("Exchange rates…"), rates),
    ]


def _help_actions(window: "MainWindow") -> list[QAction | QMenu | None]:
    words = window.session.words

    def history() -> None:
        from customs_app.ui.dialogs.lists import history_dialog  # noqa: PLC0415 - not at start

        history_dialog(window, window.session).open()

    def about() -> None:
        from customs_app.ui.dialogs.about import about_text  # noqa: PLC0415 - not at start

        QMessageBox.about(window, words.text("About"), about_text(words))

    return [
        _act(window, "keys", words.text("Keys of this view"), lambda: show_keys(window), keys="?"),
        _act(window, "history", words.text("History of changes…"), history),
        None,
        _act(window, "about", words.text("About"), about),
    ]


def _act(
    window: "MainWindow", name: str, text: str, slot: object, *, keys: str = "", checkable: bool = False
) -> QAction:
    if not callable(slot):
        raise TypeError(name)
    return make(window, window.session, name, text, slot, keys=keys, checkable=checkable)
