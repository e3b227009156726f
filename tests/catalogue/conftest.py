"""What tests of the catalogue share."""

from pathlib import Path

import pytest

from customs_app.catalogue import connection
from customs_app.catalogue.file import create
from customs_app.domain.review import Reviewer


@pytest.fixture(scope="session")
def reference_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue with the reference lists only; never written."""
    path = tmp_path_factory.mktemp("reference") / "reference.customs"
    create(path, starting=False)
    return path


@pytest.fixture
def who() -> Reviewer:
    return Reviewer("Aigerim S.", "KZ")


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks are waited for only a moment."""
    monkeypatch.setattr(connection, "BUSY_MS", 20)
