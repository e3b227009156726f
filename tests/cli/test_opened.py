"""Which catalogue a command works on."""

from pathlib import Path

import pytest

from customs_app import paths
from customs_app.cli import opened as module
from customs_app.cli.opened import opened


def test_the_users_own_catalogue_is_made_once(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = paths.default_catalogue()
    assert own_home in place.parents
    place.unlink(missing_ok=True)
    with opened(None) as catalogue:
        assert catalogue.path == place
        assert catalogue.counts().steps == 1378

    def fail(*args: object, **kwargs: object) -> None:
        raise AssertionError("built twice")

    monkeypatch.setattr(module, "create", fail)
    with opened(None) as catalogue:
        assert catalogue.counts().steps == 1378
