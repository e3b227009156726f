"""Where the files that ship with the application stand, and where the user's own go."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parent

RESOURCES = _SHIPPED / "resources"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
SRGB = RESOURCES / "colour" / "sRGB.icc"
TRANSLATIONS = RESOURCES / "translations"
MIGRATIONS = _SHIPPED / "db" / "migrations"
STARTING = _SHIPPED / "db" / "starting"


def user_folder() -> Path:
    """The platform's data folder of this application; made where it does not exist."""
    return platformdirs.user_data_path("customs-app", appauthor=False, ensure_exists=True)


def user_cache() -> Path:
    """The platform's folder for what is made again whenever it is missing; it may not exist."""
    return platformdirs.user_cache_path("customs-app", appauthor=False)


def default_catalogue() -> Path:
    """The catalogue that opens when none is named."""
    return user_folder() / "catalogue.customs"
