"""What tests of every room share: a built starting catalogue, and a home that is not the user's own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from customs_app import paths
from customs_app.catalogue import migrations
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import create, open_catalogue

# Before any test module loads Qt or asks for the user's folders.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test asserts a time: a busy machine makes none fail.
settings.register_profile("no time", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no time")


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
    shutil.copyfile(starting_file, path)
    return path


@pytest.fixture
def catalogue(catalogue_file: Path) -> Iterator[Catalogue]:
    """A copy of the starting catalogue, open for writing."""
    with open_catalogue(catalogue_file) as opened:
        yield opened


@pytest.fixture
def first_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue as the first form of the file had it, before there were rounds and meetings."""
    only = tmp_path / "migrations"
    only.mkdir()
    shutil.copy(paths.MIGRATIONS / "0001_catalogue.sql", only)
    with monkeypatch.context() as patched:
        patched.setattr(paths, "MIGRATIONS", only)
        migrations.scripts.cache_clear()
        path = tmp_path / "first.customs"
        create(path)
    migrations.scripts.cache_clear()
    return path
