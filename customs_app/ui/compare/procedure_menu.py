"""The menu below a country's head: which of its procedures is shown, and how to leave the country out."""

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from customs_app.domain.codes import View
from customs_app.domain.procedure import Procedure
from customs_app.language.country_names import full_name
from customs_app.ui.compare.heads import describe
from customs_app.ui.compare.loader import Answer
from customs_app.ui.session import Session


def procedure_menu(
    session: Session,
    answer: Answer,
    iso2: str,
    parent: QWidget,
    *,
    choose: Callable[[str], object],
    leave_out: Callable[[], object],
) -> QMenu:
    """A menu of the country's procedures of the kind compared; `choose` gets the id of the one taken."""
    menu = QMenu(parent)
    menu.setObjectName("compare_procedures")
    menu.setToolTipsVisible(True)
    comparison, words = answer.comparison, session.words
    if comparison is None or iso2 not in comparison.procedures:
        return menu
    menu.addAction(full_name(iso2, answer.reference, session.language)).setEnabled(False)
    current = comparison.procedures[iso2].procedure
    group = QActionGroup(menu)
    for procedure in (current, *comparison.others.get(iso2, ())):
        text = describe(procedure, words, answer.steps.get(procedure.id, 0))
        action = menu.addAction(text.replace("&", "&&"))
        action.setObjectName(f"compare_procedure_{procedure.id}")
        action.setCheckable(True)
        action.setChecked(procedure is current)
        group.addAction(action)
        if _clashes(procedure, current):
            action.setEnabled(False)
            action.setToolTip(words.text("A view by stages is never set beside detailed ones."))
        action.triggered.connect(lambda _checked=False, wanted=procedure.id: choose(wanted))
    menu.addSeparator()
    out = menu.addAction(words.text("Leave this country out"))
    out.setObjectName("compare_leave_out")
    out.triggered.connect(lambda _checked=False: leave_out())
    return menu


def _clashes(procedure: Procedure, current: Procedure) -> bool:
    return procedure.view is View.STAGES and current.view is not View.STAGES
