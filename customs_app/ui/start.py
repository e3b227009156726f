"""Loads the window in the order that is quickest."""

import gc
from importlib import import_module

# What the first painting needs besides Qt; each brings what it rests on.
_WITHOUT_QT = (
    "customs_app.catalogue.file",
    "customs_app.catalogue.commands",
    "customs_app.catalogue.marks",
    "customs_app.analysis.money",
    "customs_app.figures.figure_text",
    "customs_app.figures.signs",
    "customs_app.ui.settings",
    "customs_app.ui.catalogue.cells",
    "customs_app.ui.workspaces",
)


def load_before_qt() -> None:
    """Load what needs no Qt, and leave the collection of garbage to the window.

    PySide reads the source of every module that is imported after it, to see whether the module uses
    it: some thirty milliseconds for ours. What a start makes is there to stay, and looking through it
    for garbage again and again takes as long; the window collects from its first painting on.
    """
    gc.disable()
    for name in _WITHOUT_QT:
        import_module(name)
