"""What the window remembers from one day to the next, in one JSON file of the user's configuration."""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

import platformdirs

from customs_app.domain.review import Reviewer

_RECENT = 10
_OPTIONAL = frozenset({"last_file", "language"})


@dataclass(slots=True)
class Settings:
    """Last file and recent ones, language, theme (light, dark, high_contrast or system), who, layout.

    `docks` has workspace keys and the state of the window's docks in base64; `workspaces` has
    workspace keys and what each had open.
    """

    path: Path
    last_file: str | None = None
    recent: list[str] = field(default_factory=list)
    language: str | None = None
    theme: str = "system"
    name: str = ""
    delegation: str = ""
    asked_who: bool = False
    geometry: str = ""
    workspace: str = "catalogue"
    docks: dict[str, str] = field(default_factory=dict)
    workspaces: dict[str, dict[str, object]] = field(default_factory=dict)
    columns: dict[str, dict[str, object]] = field(default_factory=dict)
    papers: dict[str, dict[str, object]] = field(default_factory=dict)
    exports: dict[str, dict[str, object]] = field(default_factory=dict)

    @property
    def who(self) -> Reviewer:
        """The person who uses this installation; empty where it was never said."""
        return Reviewer(self.name, self.delegation)

    def opened(self, file: Path) -> None:
        """Take note that a file was opened."""
        name = str(file.resolve())
        self.last_file = name
        self.recent = [name, *(other for other in self.recent if other != name)][:_RECENT]

    def save(self) -> None:
        """Write the file; a folder that cannot be written to costs the memory, not the work."""
        values = asdict(self)
        del values["path"]
        beside = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
            os.replace(beside, self.path)  # noqa: PTH105 - Path.replace does the same; os.replace says it is atomic
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink()


def default_path() -> Path:
    """Where the settings of this user stand."""
    return platformdirs.user_config_path("customs-app", appauthor=False) / "settings.json"


def load(path: Path | None = None) -> Settings:
    """The settings of the user; defaults for whatever is missing or cannot be read."""
    settings = Settings(path or default_path())
    try:
        values = json.loads(settings.path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return settings
    if not isinstance(values, dict):
        return settings
    for known in fields(Settings):
        value = values.get(known.name)
        if known.name == "path" or known.name not in values:
            continue
        default = getattr(settings, known.name)
        optional = known.name in _OPTIONAL
        if isinstance(value, str if optional else type(default)) or (optional and value is None):
            setattr(settings, known.name, value)
    return settings
