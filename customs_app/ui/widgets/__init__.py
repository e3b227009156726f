"""Widgets and delegates that several workspaces use."""
