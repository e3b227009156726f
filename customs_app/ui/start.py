"""Loads Qt and the modules of the window in the way that is quickest."""

import builtins
import gc

from customs_app.paths import user_cache
from customs_app.ui.kept_code import kept_code


def load_qt() -> None:
    """Load Qt without what it does to every later import, and leave collecting garbage to the window.

    PySide takes the place of Python's import, to read the source of each module that comes after it and
    see whether the module asks for names in another style (`__feature__`). None of ours does, and reading
    them takes twenty milliseconds; so Python's own import is put back. What a start makes is there to
    stay, and looking through it for garbage again and again takes as long; the window collects from its
    first painting on.
    """
    gc.disable()
    importing = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401, PLC0415 - here, between the two

    builtins.__import__ = importing


def load_window() -> None:
    """Load Qt and what the window shows first."""
    with kept_code(user_cache() / "code"):
        load_qt()
        from customs_app.ui import app, settings, workspaces  # noqa: F401, PLC0415 - after Qt

        workspaces.entry_of(settings.load().workspace).load()
