"""Which way of printing this machine has."""

from customs_app.ui.printing import cups
from customs_app.ui.printing.job import PrintSystem


def print_system() -> PrintSystem:
    """CUPS where it is installed, otherwise the printers that Qt knows."""
    if cups.is_there():
        return cups.Cups()
    from customs_app.ui.printing.painted import Painted  # noqa: PLC0415 - loads a library of Qt

    return Painted()
