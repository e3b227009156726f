"""The parts of the main window that are the same in all workspaces."""
