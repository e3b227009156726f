"""How a thing was exported last, kept for the next time; the shell keeps it in the settings."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from customs_app.domain.text import Language
from customs_app.ui.session import Session

_MOST = 300


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a thing was exported to, which its suffix tells as what, in which language and form of it."""

    path: Path
    language: Language
    form: str = ""

    @classmethod
    def of(cls, session: Session, key: str) -> Self | None:
        """What is kept of a thing of the open catalogue; None where nothing that can be read is."""
        found = session.exports.get(_full(session, key))
        if not isinstance(found, dict):
            return None
        path, language = found.get("path"), found.get("language")
        if not isinstance(path, str) or not path or language not in set(Language):
            return None
        return cls(Path(path), Language(str(language)), str(found.get("form") or ""))

    def keep(self, session: Session, key: str) -> None:
        """Keep it in place of what was kept; the oldest of many is forgotten."""
        exports, full = session.exports, _full(session, key)
        exports.pop(full, None)
        exports[full] = {"path": str(self.path), "language": str(self.language)}
        if self.form:
            exports[full]["form"] = self.form
        for oldest in list(exports)[:-_MOST]:
            del exports[oldest]


def kept_language(session: Session, key: str) -> Language:
    """The language in which a thing was exported last, else that of the window."""
    kept = Kept.of(session, key)
    return kept.language if kept is not None else session.language


def _full(session: Session, key: str) -> str:
    return f"{session.working}|{key}"
