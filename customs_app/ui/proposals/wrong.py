"""Says beside a field that what is typed in it cannot be taken, and why."""

from PySide6.QtWidgets import QLineEdit

from customs_app.ui.widgets.tips import plain


def say_wrong(field: QLineEdit, why: str) -> None:
    """Frame a field in the colour of errors and say why; an empty reason gives its looks back."""
    if str(field.property("wrong") or "") == ("true" if why else ""):
        return
    field.setProperty("wrong", "true" if why else "")
    field.setToolTip(plain(why or field.accessibleName()))
    field.setAccessibleDescription(why)
    field.style().unpolish(field)
    field.style().polish(field)
