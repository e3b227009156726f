"""The binding must not take references from None: 6.12.0 does, and ends the interpreter on Python 3.11."""

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_leave_none_alone() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100
