"""What tests of every room share: a built starting catalogue, and a home that is not the user's own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import create, open_catalogue

# Before any test module loads Qt or asks for the user's folders.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home of the tests' own, so that no test touches the user's catalogue or settings."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for variable, folder in {
            "XDG_DATA_HOME": "data",
            "XDG_CONFIG_HOME": "config",
            "XDG_CACHE_HOME": "cache",
            "XDG_STATE_HOME": "state",
            "LOCALAPPDATA": "local",
            "APPDATA": "roaming",
        }.items():
            patch.setenv(variable, str(home / folder))
        yield home


@pytest.fixture(scope="session")
def starting_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue with the starting content; never written: take `catalogue` or copy it."""
    path = tmp_path_factory.mktemp("starting") / "starting.customs"
    create(path)
    return path


@pytest.fixture
def catalogue_file(starting_file: Path, tmp_path: Path) -> Path:
    """A copy of the starting catalogue that the test may change."""
    path = tmp_path / "catalogue.customs"
    path.write_bytes(starting_file.read_bytes())
    return path


@pytest.fixture
def catalogue(catalogue_file: Path) -> Iterator[Catalogue]:
    """A copy of the starting catalogue, open for writing."""
    with open_catalogue(catalogue_file) as opened:
        yield opened
