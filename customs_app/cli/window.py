"""The command that opens the window."""

import argparse


def run(args: argparse.Namespace) -> int:
    """Open the window, on the catalogue named."""
    from customs_app.ui.start import load_qt  # noqa: PLC0415 - Qt is for this command alone

    load_qt()
    from customs_app.ui.app import run as run_window  # noqa: PLC0415 - after Qt

    return run_window(args.file)
