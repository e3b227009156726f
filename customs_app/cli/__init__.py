"""Every main job without a window."""
