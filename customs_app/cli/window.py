"""The command that opens the window."""

import argparse


def run(args: argparse.Namespace) -> int:
    """Open the window, on the catalogue named."""
    from customs_app.ui.start import load_before_qt  # noqa: PLC0415 - Qt is for this command alone

    load_before_qt()
    from customs_app.ui.app import run as run_window  # noqa: PLC0415 - after what needs no Qt

    return run_window(args.file)
