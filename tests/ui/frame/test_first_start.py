"""The first start builds the user's catalogue and asks once who the user is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.review import Reviewer
from customs_app.ui import app as room
from customs_app.ui.app import Shell
from customs_app.ui.dialogs.identity import IdentityDialog
from customs_app.ui.session import NOBODY, Session
from customs_app.ui.settings import Settings


def test_builds_opens_and_asks(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "data" / "catalogue.customs"
    monkeypatch.setattr(room, "default_catalogue", lambda: path)
    settings = Settings(tmp_path / "settings.json", language="en", theme="light", workspace="corridors")
    shell = Shell(dressed, settings)
    shell.start()
    qtbot.waitUntil(lambda: shell.window is not None, timeout=60_000)
    window = shell.window
    assert window is not None
    dialogs: list[IdentityDialog] = []

    def asked() -> bool:
        dialogs[:] = window.findChildren(IdentityDialog)
        return bool(dialogs)

    qtbot.waitUntil(asked)
    assert not dialogs[0].isModal()
    assert window.session.who == NOBODY
    dialogs[0].reject()
    assert settings.asked_who
    assert settings.path.is_file()
    with open_catalogue(path, read_only=True) as catalogue:
        assert catalogue.counts().countries == 10
    window.close()
    shell.deleteLater()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_delegation_is_a_member_or_the_secretariat(session: Session, qtbot: QtBot) -> None:
    session.who = NOBODY
    dialog = IdentityDialog(session)
    qtbot.addWidget(dialog)
    box = dialog.findChild(QComboBox, "identity_delegation")
    name = dialog.findChild(QLineEdit, "identity_name")
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QComboBox)
    assert isinstance(name, QLineEdit)
    assert isinstance(buttons, QDialogButtonBox)
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    codes = {box.itemData(row) for row in range(box.count())}
    assert codes == {"BY", "CN", "IN", "IR", "KZ", "KG", "PK", "RU", "TJ", "UZ", "Secretariat"}
    assert not ok.isEnabled()
    name.setText("  Б. Омаров ")
    assert ok.isEnabled()
    box.setCurrentIndex(box.findData("KZ"))
    assert dialog.who == NOBODY
    dialog.accept()
    assert dialog.who == Reviewer("Б. Омаров", "KZ")
