"""The command that opens the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> int:
    """Open the window, on the catalogue named."""
    from customs_app.ui.start import load_window  # noqa: PLC0415 - Qt is for this command alone

    load_window()
    from customs_app.ui.app import run as run_window  # noqa: PLC0415 - after Qt

    return run_window(args.file)
