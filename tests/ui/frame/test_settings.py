"""Settings come back as they were written, and a broken file costs nothing but the memory."""

import json
from pathlib import Path

import pytest

from customs_app.domain.review import Reviewer
from customs_app.ui import settings as room
from customs_app.ui.settings import Settings, load


def test_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(path, language="ru", theme="dark", name="Ә. Ж.", delegation="KZ")
    settings.docks["compare"] = "AAA="
    settings.workspaces["catalogue"] = {"procedure": "p"}
    settings.opened(tmp_path / "a.customs")
    settings.save()
    again = load(path)
    assert again == settings
    assert again.who == Reviewer("Ә. Ж.", "KZ")
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"docks": 3, "theme": null, "recent": {}, "x": 1}'])
def test_a_broken_file_gives_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    settings = load(path)
    assert settings.docks == {}
    assert settings.recent == []
    assert settings.theme == "system"


def test_recent_files_are_few_and_newest_first(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.json")
    for n in range(15):
        settings.opened(tmp_path / f"{n}.customs")
    settings.opened(tmp_path / "9.customs")
    assert len(settings.recent) == 10
    assert [Path(name).stem for name in settings.recent[:3]] == ["9", "14", "13"]
    assert settings.last_file == settings.recent[0]


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("x")
    Settings(blocker / "settings.json").save()
    assert blocker.read_text() == "x"


def test_stands_in_the_users_configuration(own_home: Path) -> None:
    assert own_home in room.default_path().parents


def test_is_plain_json(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    Settings(path).save()
    assert json.loads(path.read_text(encoding="utf-8"))["workspace"] == "catalogue"
