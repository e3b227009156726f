"""Dialogs of the frame: who one is, exchange rates, history, keys, problems, about."""
