"""Every main job without a window."""

from customs_app.cli.program import main

__all__ = ["main"]
